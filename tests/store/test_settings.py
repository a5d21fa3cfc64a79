"""Settings in the store: who spoke and which call follows which comes back, and data from before they existed still opens."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from assistant.domain.roleplay import AtTheGate, PersonMind, PlayedTurn, RolePlay
from assistant.store import Store, open_store
from tests.store.older import kept_by_an_older
from tests.store.samples import BEGAN, a_greeting, a_record, a_role_play, a_scenario


def at_a_table(role_play_id: str = "r2") -> RolePlay:
    """A later call with several people, in which somebody else speaks."""
    record = a_record()
    record = replace(record, people=(PersonMind("husband", record.mind, unheard=2, spoke_up=True),), gate=AtTheGate(0.4, who=True))
    greeting = replace(a_greeting(), record=record, person="husband")
    return replace(a_role_play(role_play_id), setting="committee", follows="r1", days_later=7, turns=(greeting,))


def test_who_spoke_and_what_the_call_follows_comes_back_as_it_was_kept(store: Store, url: str) -> None:
    kept = at_a_table()
    store.role_plays.begin(kept, a_scenario())
    store.role_plays.add_rep_turn(kept.id, PlayedTurn(1, "rep", "안녕하세요.", BEGAN + timedelta(seconds=9), "c1"))
    store.close()
    with open_store(url) as again:
        found = again.role_plays.get(kept.id)
    assert replace(found, turns=found.turns[:1]) == kept
    assert found.turns[1].person is None


def test_a_database_from_before_settings_opens_and_its_talks_were_held_alone(tmp_path: Path) -> None:
    with open_store(kept_by_an_older(tmp_path, "0002", a_role_play())) as store:
        found = store.role_plays.get("r1")
    assert found == a_role_play()
    assert (found.setting, found.follows, found.turns[0].person) == ("alone", None, None)
