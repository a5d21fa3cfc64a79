"""Every key the screens keep in a browser session, and the rules about them. Free of Streamlit, so that the rules can be tested.

What matters beyond a session (turns, scorecards, comments) is in the store, and the sentence in the composer is in the browser; losing
everything here loses nothing a person made. Values change only after what they stand for has succeeded.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant.domain.roleplay import Level
from assistant.domain.words import Language

Session = MutableMapping[Any, Any]

LANGUAGE = "language"
"""The language switch, and so the name of its URL parameter."""
LEVEL = "level"
MODE = "mode"
MOOD = "mood"
"""Whether the rep wants to see the buyer's mood."""
SEARCH = "search"
HISTORY_PAGE = "history_page"
REVIEW_PAGE = "review_page"
REVIEW_WHICH = "review_which"
CALIBRATION_LANGUAGE = "calibration_language"
CALIBRATION_SPLIT = "calibration_split"
PROGRESS_RUBRIC = "progress_rubric"
"""The rubric whose scores are looked at."""

ROLE_PLAY = "role_play"
"""URL parameter: the role-play whose room, scorecard or transcript is open."""
SCENARIO = "scenario"
"""URL parameter: the scenario whose briefing is open."""
ASSIGNMENT = "assignment"
"""URL parameter: the assignment whose briefing is open."""
TURN = "turn"
"""URL parameter: the turn of the open role-play that a link leads to."""
CONVERSATION = "conversation"
"""URL parameter: the real conversation that is open."""
CONVERSATIONS_PAGE = "conversations_page"
TAKEN = "taken"
"""Whose talks are to be taken along."""
RECORD_PAGE = "record_page"
PLAYBOOK = "playbook"
"""URL parameter: the playbook that is open for reading."""
NOWHERE = "nowhere"
"""URL parameter: whoever looks had opened an address that no page has."""


def talk_in(screen_language: Language) -> str:
    """The key of the next role-play's language; one for each language of the screens, so that switching them asks for nothing else."""
    return f"talk-{screen_language}"


def progress_talk(screen_language: Language) -> str:
    """The key of the language whose conversations are looked at; one for each language of the screens, as in `talk_in`."""
    return f"progress-talk-{screen_language}"


def setting(scenario_id: str) -> str:
    """The key of how one meets this scenario's buyer; one for each, as not every scenario is written for every setting."""
    return f"setting-{scenario_id}"


@dataclass(frozen=True, slots=True)
class Refused:
    """Words of the composer's that could not be kept. `number` counts refusals, so that the composer answers each of them once."""

    client_id: str
    why: str
    number: int


def refuse_words(session: Session, role_play_id: str, client_id: str, why: str) -> None:
    """The composer puts them back into the box; `why` is the sentence beside it."""
    session["refusals"] = session.get("refusals", 0) + 1
    session.setdefault("refused_words", {})[role_play_id] = Refused(client_id, why, session["refusals"])


def refused_words(session: Session, role_play_id: str) -> Refused | None:
    """The last refusal, until other words have been kept."""
    found: Refused | None = session.get("refused_words", {}).get(role_play_id)
    return found


def kept_words(session: Session, role_play_id: str) -> None:
    session.setdefault("refused_words", {}).pop(role_play_id, None)


def kept_id(session: Session, role_play_id: str, client_id: str) -> None:
    """Words of the composer's that are kept, but are no turn of the role-play."""
    session.setdefault("kept_ids", {}).setdefault(role_play_id, []).append(client_id)
    kept_words(session, role_play_id)


def kept_ids(session: Session, role_play_id: str) -> tuple[str, ...]:
    return tuple(session.get("kept_ids", {}).get(role_play_id, ()))


def first_shown(session: Session, role_play_id: str, turn: int, now: datetime) -> datetime:
    """When this turn of the buyer first stood on this session's screen, whole."""
    shown = session.setdefault("shown", {})
    moment: datetime = shown.setdefault((role_play_id, turn), now)
    return moment


def review_box(role_play_id: str, part: str) -> str:
    """The key of one box, score or item of a trainer's review."""
    return f"review-{role_play_id}-{part}"


def empty_boxes(session: Session, role_play_id: str, *parts: str) -> None:
    """What stood in these boxes of a review is sent: they are drawn empty."""
    for part in parts:
        session.pop(review_box(role_play_id, part), None)


def reflection_box(role_play_id: str, part: str) -> str:
    """The key of one box, or one guess, of what a rep writes before the scores."""
    return f"reflect-{role_play_id}-{part}"


def show_whole(session: Session, role_play_id: str) -> None:
    """The rep has asked for everything there is on this scorecard."""
    session.setdefault("whole_cards", set()).add(role_play_id)


def shows_whole(session: Session, role_play_id: str) -> bool:
    return role_play_id in session.get("whole_cards", set())


def refuse(session: Session, why: str, place: str = "page") -> None:
    """Why what a click asked for was not done, to be shown once, at that place of the page."""
    session[f"refused-{place}"] = why


def refused(session: Session, place: str = "page") -> str | None:
    why = session.pop(f"refused-{place}", None)
    return None if why is None else str(why)


def chosen_level(session: Session) -> Level:
    level = session.get(LEVEL, 2)
    return 1 if level == 1 else 3 if level == 3 else 2


def chosen_talk(session: Session, screen_language: Language) -> Language:
    """The role-play's language: what was chosen, else that of the screen."""
    talk = session.get(talk_in(screen_language), screen_language)
    return "en" if talk == "en" else "ko"


Seats = dict[tuple[str, Level, Language], str]
"""(meeting, level, language) -> the role-play this session has begun last for it: a double click finds its seat taken by itself."""


def seats(session: Session) -> Seats:
    """To be held before anything is begun: writing into it touches no session, at whose touch Streamlit may stop a script for the second click."""
    held: Seats = session.setdefault("seats", {})
    return held


DRAFT = "draft"
"""URL parameter: the scenario draft that is open in the builder."""
SECTION = "part"
"""URL parameter: the part of the draft that is open."""
TRYOUT = "try"
"""URL parameter: the try of the draft that goes on beside the form."""


def field(draft_id: str, path: str) -> str:
    """The key of the control for one place of a draft."""
    return f"field-{draft_id[:8]}-{path}"


def member(draft_id: str, path: str) -> str:
    """The key of the choice of a member of one of the draft's lists."""
    return f"member-{draft_id[:8]}-{path}"


def looked_at(session: Session, draft_id: str, revision: int) -> None:
    """The draft as it stands on the screen now."""
    session.setdefault("drafts_seen", {})[draft_id] = revision


def seen(session: Session, draft_id: str) -> int:
    return int(session.get("drafts_seen", {}).get(draft_id, 0))


def edited(session: Session, draft_id: str, number: int) -> None:
    """One's own edit is known at once; with somebody else's in between, only the next drawing shows them."""
    if number == seen(session, draft_id) + 1:
        looked_at(session, draft_id, number)


def keep_lost(session: Session, draft_id: str, path: str, value: str, why: str) -> None:
    """What was typed into a field and not saved, and the sentence that says why."""
    session.setdefault("lost", {}).setdefault(draft_id, []).append((path, value, why))


def lost(session: Session, draft_id: str) -> list[tuple[str, str, str]]:
    return list(session.get("lost", {}).get(draft_id, []))


def forget_lost(session: Session, draft_id: str) -> None:
    session.get("lost", {}).pop(draft_id, None)


def tell(session: Session, words: str, link: str = "") -> None:
    """What a click did, to be shown once, with an address that is shown only once."""
    session["told"] = (words, link)


def told(session: Session) -> tuple[str, str] | None:
    found: tuple[str, str] | None = session.pop("told", None)
    return found


def assign_form(session: Session) -> str:
    """The key of the form in which practice is set: a new one, and so empty, after each that was."""
    return f"assign-{session.get('assigned', 0)}"


def assigned(session: Session) -> None:
    session["assigned"] = session.get("assigned", 0) + 1


TEAM = "team"
"""The team that is looked at; empty: all of one's own."""
MATE = "mate"
"""The person of a team whose scores over time are looked at."""


def outcomes_upload(session: Session) -> str:
    """The key of the box a file of outcomes is put into: a new one, and so empty, after each that was taken in."""
    return f"outcomes-{session.get('outcomes_taken', 0)}"


def took_outcomes(session: Session) -> None:
    session["outcomes_taken"] = session.get("outcomes_taken", 0) + 1


def invite_form(session: Session) -> str:
    """The key of the form in which somebody is invited: a new one, and so empty, after each invitation."""
    return f"invite-{session.get('invitations', 0)}"


def invited(session: Session) -> None:
    session["invitations"] = session.get("invitations", 0) + 1
