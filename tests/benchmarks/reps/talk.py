"""What a rep remembers while selling, and the parts a line is put together from, each with what it is meant to do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from assistant.domain.heard import Act, QuestionForm
from assistant.domain.roleplay import MoveKind
from tests.benchmarks.reps.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line. `acts`: what it is meant to do; `topics`: what it is meant to be about; `form`: of a question;
    `asks`: the topic it is asked to find out about."""

    text: str
    acts: frozenset[Act] = frozenset()
    topics: tuple[str, ...] = ()
    form: QuestionForm | None = None
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person understands from the buyer's turn."""

    text: str
    kind: MoveKind
    told: tuple[str, ...] = ()
    objection: str | None = None
    settled: str | None = None
    ask: str | None = None
    react: str = ""


@dataclass(slots=True)
class Talk:
    """A rep's memory. `open_objection`: raised and not settled as far as the rep can tell; `stage`: how often the rep has spoken to it."""

    phrases: Phrases
    dice: Random
    topics: tuple[str, ...]
    objection_topics: dict[str, tuple[str, ...]]
    seen: list[Seen] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    open_objection: str | None = None
    stage: int = 0
    proposed: list[int] = field(default_factory=list)

    @property
    def turn(self) -> int:
        """The number of the rep's turn being made, from 0."""
        return len(self.seen) - 1

    @property
    def last(self) -> Seen:
        return self.seen[-1]

    def hears(self, seen: Seen) -> None:
        self.seen.append(seen)
        self.told += seen.told
        if seen.kind == "deflect" and self.asked:
            self.refused[self.asked[-1]] = self.turn
        if seen.settled == self.open_objection:
            self.open_objection = None
        if seen.objection:
            self.stage = self.stage if seen.objection == self.open_objection else 0
            self.open_objection = seen.objection

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def pick(self, lines: Sequence[str]) -> str:
        """A line not said yet while there is one."""
        fresh = [line for line in lines if line not in self.said] or list(lines)
        line = self.dice.choice(fresh)
        self.said.add(line)
        return line

    def common(self, key: str, *acts: Act) -> Part:
        return Part(self.pick(self.phrases.common[key]).format(name=self.phrases.name), frozenset(acts))

    def question(self, topic: str, open_form: bool) -> Part:
        bank = self.phrases.bank.ask if open_form else self.phrases.bank.closed
        self.asked.append(topic)
        return Part(self.pick(bank[topic]), frozenset({"question"}), (topic,), "open" if open_form else "closed", topic)

    def next_topic(self) -> str:
        """Topics in the order they lie at hand, each once; then those refused a while ago; then again from the start."""
        fresh = [topic for topic in self.topics if topic not in self.asked]
        if fresh:
            return fresh[0]
        waited = [topic for topic, turn in self.refused.items() if self.turn - turn >= 3]
        if waited:
            topic = self.dice.choice(waited)
            del self.refused[topic]
            return topic
        seldom = sorted(set(self.topics), key=lambda topic: (self.asked.count(topic), self.asked[::-1].index(topic) * -1))
        return seldom[0]
