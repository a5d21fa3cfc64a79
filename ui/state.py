"""Every key the screens keep in a browser session, and the rules about them. Free of Streamlit, so that the rules can be tested.

What matters beyond a session (turns, scorecards, comments) is in the store; losing everything here loses nothing a person made but
the sentence in the composer. Values change only after what they stand for has succeeded.
"""

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from assistant.domain.roleplay import Level
from assistant.domain.words import Language

Session = MutableMapping[Any, Any]

LANGUAGE = "language"
"""The language switch, and so the name of its URL parameter."""
LEVEL = "level"
SEARCH = "search"
HISTORY_PAGE = "history_page"
REVIEW_PAGE = "review_page"
REVIEW_WHICH = "review_which"

ROLE_PLAY = "role_play"
"""URL parameter: the role-play whose room, scorecard or transcript is open."""
SCENARIO = "scenario"
"""URL parameter: the scenario whose briefing is open."""
PLAYBOOK = "playbook"
"""URL parameter: the playbook that is open for reading."""


def talk_in(screen_language: Language) -> str:
    """The key of the next role-play's language; one for each language of the screens, so that switching them asks for nothing else."""
    return f"talk-{screen_language}"


def setting(scenario_id: str) -> str:
    """The key of how one meets this scenario's buyer; one for each, as not every scenario is written for every setting."""
    return f"setting-{scenario_id}"


def composer(role_play_id: str) -> str:
    """The key of the room's composer."""
    return f"composer-{role_play_id}"


def client_id(session: Session, role_play_id: str) -> str:
    """The id of the message being composed: minted once, the same until its sending has succeeded, so that sending twice is one turn."""
    ids = session.setdefault("client_ids", {})
    return str(ids.setdefault(role_play_id, uuid4().hex))


def sent(session: Session, role_play_id: str) -> None:
    """The message is kept in the store: the next one gets its own id."""
    session.setdefault("client_ids", {}).pop(role_play_id, None)
    session.setdefault("unsent", {}).pop(role_play_id, None)


def keep_unsent(session: Session, role_play_id: str, text: str, why: str) -> None:
    """What could not be sent, and the sentence that says why; the composer shows both again."""
    session.setdefault("unsent", {})[role_play_id] = (text, why)


def give_back(session: Session, role_play_id: str) -> str | None:
    """Puts what could not be sent back into the composer, once, and returns why it was not sent.
    To be called before the composer is drawn."""
    unsent = session.setdefault("unsent", {}).pop(role_play_id, None)
    if unsent is None:
        return None
    session[composer(role_play_id)] = unsent[0]
    return str(unsent[1])


def first_shown(session: Session, role_play_id: str, turn: int, now: datetime) -> datetime:
    """When this turn of the buyer first stood on this session's screen, whole."""
    shown = session.setdefault("shown", {})
    moment: datetime = shown.setdefault((role_play_id, turn), now)
    return moment


def comment_form(session: Session, role_play_id: str) -> str:
    """The key of the comment form; a new one, and so an empty form, once a comment is kept."""
    return f"comment-{role_play_id}-{session.get('comments', 0)}"


def commented(session: Session) -> None:
    session["comments"] = session.get("comments", 0) + 1


def refuse(session: Session, why: str) -> None:
    """Why what a click asked for was not done, to be shown once."""
    session["refused"] = why


def refused(session: Session) -> str | None:
    why = session.pop("refused", None)
    return None if why is None else str(why)


def chosen_level(session: Session) -> Level:
    level = session.get(LEVEL, 2)
    return 1 if level == 1 else 3 if level == 3 else 2


def chosen_talk(session: Session, screen_language: Language) -> Language:
    """The role-play's language: what was chosen, else that of the screen."""
    talk = session.get(talk_in(screen_language), screen_language)
    return "en" if talk == "en" else "ko"


def seat(session: Session, scenario_id: str, level: Level, talk: Language) -> str | None:
    """The role-play this session has begun last for the same meeting: a double click finds its seat taken by itself."""
    found = session.get("seats", {}).get((scenario_id, level, talk))
    return None if found is None else str(found)


def seated(session: Session, scenario_id: str, level: Level, talk: Language, role_play_id: str) -> None:
    session.setdefault("seats", {})[(scenario_id, level, talk)] = role_play_id
