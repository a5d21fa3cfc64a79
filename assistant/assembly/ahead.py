"""What is counted before anybody asks for it."""

from assistant.domain.people import LOCAL_PERSON
from assistant.habits import HabitFinder
from assistant.ports import Accounts, RolePlays
from assistant.progress import Journal

READ_AHEAD = 12
"""People whose progress is counted before anybody asks; each takes the processor for up to a second."""


def read_ahead(role_plays: RolePlays, accounts: Accounts, journals: Journal, habits: HabitFinder) -> None:
    """Of those who practised last, into the caches of both."""
    actors = {one.id: one.actor() for one in accounts.people() if one.active} | {LOCAL_PERSON.id: LOCAL_PERSON}
    lately = list(dict.fromkeys(one.rep for one in role_plays.heads() if one.rep in actors))[:READ_AHEAD]
    for actor in (actors[one] for one in lately):
        journal = journals.open(actor)
        for language in journal.languages:
            journal.progress(language)
            habits.of(actor, language)
