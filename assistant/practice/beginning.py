"""A role-play at its beginning, before anybody has said a word: the same for whoever practises and for whoever watches a good rep."""

from collections.abc import Sequence
from datetime import datetime
from random import SystemRandom
from typing import Any
from uuid import uuid4

from assistant.domain.people import Actor
from assistant.domain.roleplay import Level, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language


def fresh_seed() -> int:
    return SystemRandom().randrange(1_000_000)


def fresh(
    actor: Actor, scenario: Scenario, language: Language, level: Level, seed: int | None, began_at: datetime, playbooks: Sequence[str], **more: Any
) -> RolePlay:
    """`seed` None: by chance; `more`: other fields of the role-play."""
    return RolePlay(
        id=uuid4().hex,
        rep=actor.id,
        scenario=scenario.id,
        scenario_version=scenario.version,
        language=language,
        level=level,
        seed=fresh_seed() if seed is None else seed,
        began_at=began_at,
        playbooks=tuple(playbooks),
        **more,
    )
