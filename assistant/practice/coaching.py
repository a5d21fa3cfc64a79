"""The coach beside the room: on demand it asks one question, with a passage of the playbook where one fits, and keeps that it did."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from assistant.data_file import read_yaml
from assistant.domain.hint import HINT_KINDS, Hint, HintKind
from assistant.domain.people import Actor
from assistant.domain.playbook import Found
from assistant.domain.policy import ones_own
from assistant.domain.roleplay import Cited, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played
from assistant.domain.words import Language
from assistant.errors import InputError
from assistant.ports import Hints, RolePlays
from assistant.practice.buyer import Retrieve
from assistant.practice.hints import Choice, chosen

QUOTED_CHARS = 220
BLANKS = ("{buyer}", "{area}")
ABOUT_A_WORRY: frozenset[HintKind] = frozenset({"acknowledge", "objection"})
"""Looked up by the buyer's lines for what stands in the way,"""
ABOUT_WHAT_WAS_SAID: frozenset[HintKind] = frozenset({"unanswered", "proposal", *ABOUT_A_WORRY})
"""or, like a question, by the words last said."""
ABOUT_AN_AREA: frozenset[HintKind] = frozenset({"area", "deeper"})
LOOKED_UP: frozenset[HintKind] = frozenset({"next_step", "discount"})
"""Looked up by the hint's own words."""


class Coach:
    """Hints for the rep whose role-play it is, in practice only."""

    def __init__(self, role_plays: RolePlays, hints: Hints, retrieve: Retrieve, wordings: Path, now: Callable[[], datetime]) -> None:
        self._role_plays = role_plays
        self._hints = hints
        self._retrieve = retrieve
        self._wordings = wordings
        self._now = now

    def hint(self, actor: Actor, role_play_id: str) -> Hint:
        """A new one. Raises InputError in an assessment, after the end, and while the buyer has not answered."""
        role_play = ones_own(actor, self._role_plays.get(role_play_id))
        if role_play.mode == "assessment":
            raise InputError(ko="평가에서는 힌트를 쓸 수 없어요.", en="There are no hints in an assessment.")
        if role_play.ended or role_play.waits_for_buyer():
            raise InputError(ko="상대의 답을 들은 다음에 힌트를 볼 수 있어요.", en="A hint is there once the buyer has answered.")
        scenario = as_played(self._role_plays.scenario_of(role_play_id), role_play.setting)
        choice = chosen(scenario, role_play, self._hints.of(role_play_id))
        found = next(iter(self._passages(choice, scenario, role_play)), None)
        hint = Hint(role_play.turns[-1].index, choice.kind, self._now(), choice.about, *(_quoted(found) if found else ()))
        self._hints.add(role_play_id, hint)
        return hint

    def given(self, role_play_id: str) -> tuple[Hint, ...]:
        return self._hints.of(role_play_id)

    def words(self, given: Sequence[Hint], language: Language) -> str:
        """What the last of these hints asks, with places for {buyer} and {area}; the same kind again asks in other words."""
        kind = given[-1].kind
        lines = read_wordings(self._wordings / f"{language}.yaml")[kind]
        return lines[(sum(hint.kind == kind for hint in given) - 1) % len(lines)]

    def _passages(self, choice: Choice, scenario: Scenario, role_play: RolePlay) -> list[Found]:
        words = self._query(choice, scenario, role_play)
        return self._retrieve(words, scenario, role_play.playbooks) if words else []

    def _query(self, choice: Choice, scenario: Scenario, role_play: RolePlay) -> str:
        if choice.kind in ABOUT_WHAT_WAS_SAID:
            return _at_issue(choice, scenario, role_play) or next((turn.text for turn in reversed(role_play.turns) if turn.speaker == "buyer"), "")
        if choice.kind in ABOUT_AN_AREA:
            topics = {topic for item in scenario.discovery if item.area == choice.about for topic in item.topics}
            return " ".join(topic.name.in_(role_play.language) for topic in scenario.topics if topic.id in topics)
        return read_wordings(self._wordings / f"{role_play.language}.yaml")[choice.kind][0] if choice.kind in LOOKED_UP else ""


def _at_issue(choice: Choice, scenario: Scenario, role_play: RolePlay) -> str:
    """The buyer's line for the worry that stands, or for the question that waits: what else was said in that turn leads elsewhere."""
    mind = role_play.mind()
    if mind is None:
        return ""
    if choice.kind == "unanswered":
        lines = [line for one in scenario.buyer.curiosities if one.id == mind.unanswered for line in one.lines.in_(role_play.language)]
    elif choice.kind in ABOUT_A_WORRY:
        record = next((turn.record for turn in reversed(role_play.turns) if turn.record), None)
        worry = (record.move.objection if record else None) or next(reversed(mind.raised), None)
        lines = [line for one in scenario.objections if one.id == worry for line in one.lines.in_(role_play.language)]
    else:
        return ""
    said = [turn.text for turn in reversed(role_play.turns) if turn.speaker == "buyer"]
    return next((line for text in said for line in lines if line in text), next(iter(lines), ""))


def _quoted(found: Found) -> tuple[Cited, str]:
    one = found.passage
    text = " ".join(one.text.split())
    short = text if len(text) <= QUOTED_CHARS else text[:QUOTED_CHARS].rsplit(" ", 1)[0] + "…"
    return Cited(one.id, one.playbook, one.version, one.section, one.page), short


@cache
def read_wordings(path: Path) -> dict[HintKind, tuple[str, ...]]:
    """kind -> its questions. Raises InputError naming the file and the kind that is not as it should be."""
    data = read_yaml(path)
    read: dict[HintKind, tuple[str, ...]] = {kind: tuple(data.pop(kind, None) or ()) for kind in HINT_KINDS}
    wrong = [kind for kind, lines in read.items() if not lines or not all(_asks(kind, line) for line in lines)] + list(data)
    if wrong:
        line = f"{path}: {', '.join(wrong)}: expected questions of known kinds, with no blanks but {', '.join(BLANKS)}"
        raise InputError(ko=line, en=line)
    return read


def _asks(kind: HintKind, line: object) -> bool:
    """A question; it names the area where it is about one, and only there."""
    if not isinstance(line, str) or "?" not in line:
        return False
    rest = line
    for blank in BLANKS:
        rest = rest.replace(blank, "")
    return "{" not in rest and ("{area}" in line) == (kind in ABOUT_AN_AREA)
