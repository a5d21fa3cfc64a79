"""The calendar file, read back by the library that calendars are tested with."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from icalendar import Calendar

from assistant.assigning import calendar_file
from tests.assigning.conftest import Office

TITLE = "윤가영 실장과 평가; 9월, 2팀\n[급함]"


def parsed(file: bytes) -> Any:
    return Calendar.from_ical(file)


def test_it_says_when_it_ends_reminds_a_day_before_and_survives_any_text(office: Office) -> None:
    (assignment,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan())
    about, url = "가격, 그리고; 약속\n두 줄" * 30, "https://maju.example/briefing?a=1&b=2"
    read = parsed(calendar_file(assignment, TITLE, about, url, office.clock()))
    (event,) = read.walk("VEVENT")
    assert event["SUMMARY"] == TITLE
    assert event["DESCRIPTION"] == about
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (assignment.until - timedelta(hours=1), assignment.until)
    assert event["URL"] == url
    (alarm,) = read.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-1)


def test_a_changed_one_replaces_and_an_ended_one_takes_out(office: Office) -> None:
    manager = office.has("마루", "manager")
    (first,) = office.assigning.assign(manager, [office.team], office.plan())
    later = office.assigning.change(manager, first, office.plan(until=first.until + timedelta(days=1)))
    ended = office.assigning.end(manager, first.id)
    events = [parsed(calendar_file(one, "a", "b", "", office.clock())).walk("VEVENT")[0] for one in (first, later, ended)]
    assert len({event["UID"] for event in events}) == 1
    assert [int(event["SEQUENCE"]) for event in events] == [1, 2, 3]
    assert [event["STATUS"] for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]


def test_ended_before_it_began_it_still_is_a_file(office: Office) -> None:
    (one,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan())
    early = replace(one, ended_at=one.starts_at - timedelta(days=1))
    (event,) = parsed(calendar_file(early, "a", "b", "", office.clock())).walk("VEVENT")
    assert event["DTSTART"].dt <= event["DTEND"].dt
