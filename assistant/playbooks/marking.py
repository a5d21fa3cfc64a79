"""Marks in the words of playbooks: what must be said, what never, what the law wants just so, which numbers may be quoted. And what they hold back.

What a mark holds back is in no buyer's prompt, hint or check of claims, so nothing there can quote it.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from assistant.domain.memory import MARK_KINDS, Mark, MarkKind, Settled, Settling
from assistant.domain.people import Actor, Audited
from assistant.domain.playbook import WAS_READ, Found, Passage
from assistant.domain.policy import may
from assistant.errors import InputError, NotAllowed
from assistant.language.analysis import language_of
from assistant.language.numbers import quantities
from assistant.language.sentences import sentences
from assistant.language.surface import letters_of
from assistant.playbooks.agreement import Pair, Said
from assistant.playbooks.retrieval import current
from assistant.ports import Memory, Playbooks, Record

BY_HAND: tuple[MarkKind, ...] = tuple(one for one in MARK_KINDS if one != "superseded")
MOST_WORDS = 600
"""Characters of a mark."""


class Marking:
    """Of one shelf's playbooks. `record` keeps who did what."""

    def __init__(self, kept: Playbooks, memory: Memory, now: Callable[[], datetime], record: Record) -> None:
        self._kept = kept
        self._memory = memory
        self._now = now
        self._record = record
        self._stood: tuple[object, tuple[Mark, ...]] = (None, ())

    def add(self, actor: Actor, playbook: str, kind: MarkKind, words: str) -> Mark:
        """Raises InputError for words that do not stand in the playbook, and for a number that is none; NotAllowed."""
        _allow(actor)
        words = " ".join(words.split())
        self._check(playbook, kind, words)
        known = next((one for one in self.of(playbook) if one.kind == kind and letters_of(one.words) == letters_of(words)), None)
        return known or self._keep(actor, playbook, kind, words)

    def end(self, actor: Actor, mark_id: str) -> None:
        """Raises NotFound, NotAllowed."""
        _allow(actor)
        with self._record.together():
            mark = self._memory.end_mark(mark_id, actor.id, self._now())
            self._record.audit(Audited(self._now(), actor.id, "mark_ended", mark.id, mark.kind))

    def of(self, playbook: str) -> tuple[Mark, ...]:
        """Those that stand, oldest first, also of words that the newest version no longer has."""
        return tuple(one for one in self._memory.marks() if one.playbook == playbook)

    def in_versions(self, version_ids: Sequence[str] | None) -> tuple[Mark, ...]:
        """Whose words stand in these versions (None: the newest that are in use)."""
        marks = self._memory.marks()
        if not marks:
            return ()
        versions = tuple(one.id for one in current(self._kept.versions())) if version_ids is None else tuple(version_ids)
        asked = tuple(one.id for one in marks), versions
        if self._stood[0] != asked:  # a version's passages never change, so that a buyer's turn need not read them again
            self._stood = asked, standing(marks, self._kept.passages(versions))
        return self._stood[1]

    def settled(self) -> dict[str, Settled]:
        return self._memory.settled()

    def settle(self, actor: Actor, pair: Pair, holds: Said | None = None) -> None:
        """Both hold (None), or one of the two: then the other is not quoted any more. Raises NotAllowed."""
        _allow(actor)
        how: Settling = "both_hold" if holds is None else "one_holds"
        with self._record.together():
            if holds is not None:
                other = pair.other if holds == pair.one else pair.one
                self._keep(actor, other.passage.playbook, "superseded", " ".join(other.words.split()))
            self._memory.settle(Settled(pair.key, how, actor.id, self._now()))
            self._record.audit(Audited(self._now(), actor.id, "pair_settled", pair.key, how))

    def _keep(self, actor: Actor, playbook: str, kind: MarkKind, words: str) -> Mark:
        mark = Mark(uuid.uuid4().hex, playbook, kind, words, actor.id, self._now())
        with self._record.together():
            self._memory.add_mark(mark)
            self._record.audit(Audited(self._now(), actor.id, "mark_added", mark.id, kind))
        return mark

    def _check(self, playbook: str, kind: MarkKind, words: str) -> None:
        if kind not in BY_HAND or not letters_of(words) or len(words) > MOST_WORDS:
            raise InputError(ko=f"표시할 말을 {MOST_WORDS}자 안으로 적어 주세요.", en=f"Write the words to mark, up to {MOST_WORDS} characters.")
        if kind == "number" and not any(quantities(words, language_of(words))):
            raise InputError(ko="인용해도 되는 숫자가 들어 있는 말을 적어 주세요.", en="Write words that hold the number that may be quoted.")
        versions = [one.id for one in self._kept.versions() if one.name == playbook and one.state in WAS_READ]
        if not any(stands_in(words, one.text) for one in self._kept.passages(versions)):
            raise InputError(
                ko="그 말은 이 문서에 없어요. 읽은 글에서 그대로 옮겨 주세요.",
                en="Those words do not stand in this document. Copy them as they are in its text.",
            )


def stands_in(words: str, text: str) -> bool:
    """Whatever the spaces and marks."""
    return letters_of(words) in letters_of(text)


def standing(marks: Iterable[Mark], passages: Sequence[Passage]) -> tuple[Mark, ...]:
    """Those whose words stand in one of these passages of their playbook."""
    texts: dict[str, str] = {}
    for one in passages:
        texts[one.playbook] = f"{texts.get(one.playbook, '')}\n{letters_of(one.text)}"
    return tuple(one for one in marks if letters_of(one.words) in texts.get(one.playbook, ""))


def quotable(found: Sequence[Found], marks: Sequence[Mark]) -> list[Found]:
    """The passages without the sentences that a mark holds back; those of which nothing is left are left out."""
    cut = ((one, _without(one.passage, [mark for mark in marks if mark.playbook == one.passage.playbook])) for one in found)
    return [one if text == one.passage.text else replace(one, passage=replace(one.passage, text=text)) for one, text in cut if text]


def _without(passage: Passage, marks: Sequence[Mark]) -> str:
    if not any(one.kind in {"must_not_say", "superseded", "number"} for one in marks):
        return passage.text
    return "\n".join(filter(None, (" ".join(_kept(line, marks)) for line in passage.text.splitlines())))


def _kept(line: str, marks: Sequence[Mark]) -> Iterator[str]:
    for start, end in sentences(line, language_of(line)):
        words = line[start:end].strip()
        if words and not _held_back(words, marks):
            yield words


def _held_back(sentence: str, marks: Sequence[Mark]) -> bool:
    letters = letters_of(sentence)
    if any(one.kind == "required" and (letters in (words := letters_of(one.words)) or words in letters) for one in marks):
        return False
    if any(one.kind in {"must_not_say", "superseded"} and ((words := letters_of(one.words)) in letters or letters in words) for one in marks):
        return True
    numbers = {value for one in marks if one.kind == "number" for value in _values(one.words)}
    return bool(numbers) and not _values(sentence) <= numbers


def _values(text: str) -> set[tuple[float, str]]:
    return {(one.value, one.unit) for one in quantities(text, language_of(text)) if one.unit != "number"}


def _allow(actor: Actor) -> None:
    if not may(actor, "mark_playbooks"):
        raise NotAllowed()
