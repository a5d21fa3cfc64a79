"""A team's talks, and what takes them out."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.people import Person
from assistant.domain.roleplay import RolePlay
from assistant.exports import Exports, Telling
from assistant.exports.gathering import Gathering
from assistant.ports import LearningRecords
from assistant.store import Store
from tests.access.people import Clock
from tests.privacy.house import House, house_over
from tests.store.samples import a_scorecard, finished

HOME = "https://maju.hangyeol.kr"


def gathering(house: House) -> Gathering:
    store = house.store
    return Gathering(store.role_plays, store.scorecards, store.reviews, store.reflections, store.hints, store.accounts, lambda *_: False)


@pytest.fixture
def house(store: Store, tmp_path: Path) -> House:
    return house_over(store, tmp_path, Clock())


@pytest.fixture
def exports(house: House) -> Exports:
    store = house.store
    return Exports(
        store.role_plays,
        gathering(house),
        store.swaps,
        store.conversations,
        store.accounts,
        lambda one, language: {"tell_share": ("말한 비율", "셋 중 하나")},
        HOME,
        house.clock,
    )


def telling(house: House, records: LearningRecords | None, alone: bool = False) -> Telling:
    return Telling(house.store.statements, house.store.role_plays, gathering(house), records, HOME, alone, house.clock)


def scored(house: House, person: Person, name: str, said: str = "안녕하세요") -> RolePlay:
    """A finished role-play with a scorecard."""
    house.talk(person, name, said)
    role_play = house.store.role_plays.end(name, replace(finished(), at=house.clock() + timedelta(minutes=9, seconds=0.5)))
    house.store.scorecards.add(name, a_scorecard(), house.clock())
    return role_play


def content(file: Any) -> Any:
    return json.loads(file.content.read())


def ids(values: Sequence[dict[str, Any]]) -> set[str]:
    return {one["id"] for one in values}
