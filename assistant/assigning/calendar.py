"""An assignment for a calendar (RFC 5545). The only module that imports icalendar.

An event and no to-do: Outlook, Google's and Apple's calendars all take it in. It stands in the last hour, keeps nobody busy, and reminds a day
before. The same id and a rising number let a newer file replace what an older one put in.
"""

from datetime import datetime, timedelta

from assistant.domain.assignment import Assignment

SHOWN = timedelta(hours=1)
REMINDS = timedelta(days=1)


def calendar_file(assignment: Assignment, title: str, about: str, url: str, now: datetime) -> bytes:
    """`url`: where it is begun, empty when Maju's address is not known. `now`: when the file is made."""
    from icalendar import Alarm, Calendar, Event

    event = Event()
    end = assignment.last_moment()
    event.add("uid", f"{assignment.id}@maju")
    event.add("sequence", assignment.revision)
    event.add("dtstamp", now)
    event.add("dtstart", max(end - SHOWN, assignment.starts_at) if end > assignment.starts_at else end)
    event.add("dtend", end)
    event.add("summary", title)
    event.add("description", about)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if assignment.ended_at else "CONFIRMED")
    if url:
        event.add("url", url)
    if assignment.ended_at is None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", -REMINDS)
        event.add_component(alarm)
    calendar: Calendar = Calendar()
    calendar.add("prodid", "-//Maju//Maju//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
