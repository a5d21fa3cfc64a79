"""The conversation as the measures see it: exchanges of a buyer's turn and the rep's reply, each perceived once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Literal

from assistant.domain.heard import Act, Heard, Question, Sign
from assistant.domain.memory import Mark
from assistant.domain.playbook import Found
from assistant.domain.scenario import Scenario
from assistant.domain.transcript import Transcript, Turn, merged
from assistant.domain.words import Language
from assistant.language.analysis import analyse, analysed_part
from assistant.language.numbers import quantities
from assistant.language.phrases import has
from assistant.language.sentences import sentences
from assistant.language.surface import Span, blanked, spoken_letters
from assistant.perception.telling import figures
from assistant.scoring.answered import SOCIAL, SOFT, answers_of
from assistant.scoring.copies import COPIED_FROM, COPIES_FREE, without_copies
from assistant.scoring.empty_steps import heard_in
from assistant.scoring.length import words_in
from assistant.scoring.occasion import Occasion, occasion_of
from assistant.scoring.orders import without_orders

Phase = Literal["opening", "middle", "closing"]
Passages = Callable[[Sequence[str]], list[list[Found]]]
"""Queries -> for each the playbook passages that fit, best first."""
EDGE = 0.15
"""Share of the rep's turns that are the opening, and the closing; at least `EDGE_TURNS` each (design: measurement 1)."""
EDGE_TURNS = 2
LONGEST_QUOTE = 160
MOST_QUESTIONS = 2
VOLLEY = 4
"""Questions in a turn from which on it is an interrogation."""
NO_QUESTION = ("blame_wh", "pressure", "contempt", "mind_reading", "offers")
HAILS = 5
POINT_FROM = 2
"""Words from which on a sentence has a point."""


@dataclass(frozen=True)
class Exchange:
    """A rep turn, what the buyer said before it and after it. `place` counts rep turns from 0."""

    place: int
    phase: Phase
    rep: Turn
    heard: Heard
    said: tuple[Span, ...]
    """The rep's sentences."""
    before: Turn | None
    after: Turn | None
    occasion: Occasion | None
    language: Language
    own: str
    """The rep's text with sentences that only copy the buyer's, or speak to a judge, blanked out, so that offsets stay: nothing is earned by them."""
    repeats: frozenset[int]
    """Where sentences begin that the rep has said before."""

    @property
    def text(self) -> str:
        return self.rep.text

    def starts(self, *acts: Act) -> frozenset[int]:
        """Where the sentences begin that did one of these."""
        return frozenset(sign.start for sign in self.heard.signs if sign.act in acts)

    @cached_property
    def asking(self) -> frozenset[int]:
        """Where the rep's questions begin."""
        return frozenset(question.start for question in self.heard.questions)

    def own_figures(self, span: Span) -> bool:
        """Figures that say something stand in the rep's own words there, and not only the buyer's."""
        return figures(self.own[slice(*span)], self.language, self.before.text if self.before else "")

    @cached_property
    def fresh(self) -> str:
        """Their own words without what they have said before, word for word; offsets stay."""
        return blanked(self.own, [span for span in self.said if span[0] in self.repeats]) if self.repeats else self.own

    def sentence(self, at: int = 0) -> str:
        """The sentence number `at` as a quote; the whole turn where there is none."""
        return quote(self.text, self.said[at]) if -len(self.said) <= at < len(self.said) else quote(self.text, (0, len(self.text)))

    @cached_property
    def point(self) -> str | None:
        """The first sentence that is more than a greeting, as a quote: nobody should read that their hello cost them something."""
        return quote(self.text, self.points[0]) if self.points else None

    @cached_property
    def plain_point(self) -> str | None:
        """The first such sentence that is no kindness either: what may be said to have cost something where an answer is missing."""
        soft = self.starts(*SOFT)
        span = next((one for one in self.points if one[0] not in soft), None)
        return quote(self.text, span) if span else None

    @cached_property
    def closing_point(self) -> str | None:
        """The last such sentence."""
        return quote(self.text, self.points[-1]) if self.points else None

    @cached_property
    def points(self) -> tuple[Span, ...]:
        """Sentences that are more than a greeting."""
        social = self.starts(*SOCIAL)
        return tuple(
            span
            for span in self.said
            if span[0] not in social and words_in(words := self.text[slice(*span)], self.language) >= POINT_FROM and not _hails(words, self.language)
        )

    @cached_property
    def answers(self) -> tuple[Sign, ...]:
        """Where the rep gives what was asked for."""
        return answers_of(self)

    def echoes_question(self, words: str) -> bool:
        """The words hold one of the buyer's question."""
        if self.before is None or self.occasion is None:
            return False
        asked = {word for span in self.occasion.asks for word in content_within(self.before.text, span, self.language)}
        return bool(asked & set(content_of(words, self.language)))

    @property
    def answers_straight(self) -> bool:
        """The first sentence with a point answers what the buyer asked."""
        if not (self.occasion and self.occasion.asks and self.answers):
            return False
        return self.point is not None and self.answers[0].start <= self.text.find(self.point)

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The rep's questions that want to know something: no appointment, no offer, none that blame, push or speak for the buyer, no bare
        'Why? How?', and no more than two a turn, since nobody answers the third; none of a volley."""
        steps, pressing = self.starts("next_step"), self.starts("pressure")
        every = ((one, self.text[one.start : one.end]) for one in self.heard.questions if one.start not in pressing)
        wanted = (one for one, words in every if (one.start not in steps or self._goes_deeper(words)) and self._wants_to_know(one, words))
        return () if self.volley else tuple(islice(wanted, MOST_QUESTIONS))

    def _goes_deeper(self, words: str) -> bool:
        """'What slips through on a Saturday?' arranges nothing, though it names a day."""
        return has("open_words", words, self.language) and any(has(name, words, self.language) for name in ("asks_problem", "asks_implication"))

    def _wants_to_know(self, one: Question, words: str) -> bool:
        says = _says_what(words, self.language) or self.gives_back((one.start, one.end))
        return says and not any(has(name, words, self.language) for name in NO_QUESTION)

    @property
    def volley(self) -> bool:
        return len(self.heard.questions) >= VOLLEY

    def gives_back(self, span: Span) -> bool:
        """The sentence holds a content word of the buyer's last turn."""
        return bool(set(self.heard.echoed) & set(content_within(self.own, span, self.language)))

    def quoted(self, *acts: str) -> str | None:
        """The first words that did any of these acts."""
        return next((quote(self.text, (sign.start, sign.end)) for sign in self.heard.signs if sign.act in acts), None)


@dataclass(frozen=True, eq=False)
class Talk:
    """A whole conversation. `turns`: merged, so that rep and buyer alternate. Compared by identity, so that what is costly is done once a talk."""

    language: Language
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    scenario: Scenario | None = None
    passages: Passages | None = None
    marks: tuple[Mark, ...] = ()
    """What managers have marked in the playbooks that this talk is held against."""

    @cached_property
    def buyer_turns(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.speaker == "buyer")


def talk_of(
    transcript: Transcript,
    language: Language,
    scenario: Scenario | None = None,
    passages: Passages | None = None,
    marks: tuple[Mark, ...] = (),
) -> Talk:
    """Turns without words are left out; turns of one speaker in a row become one; orders to whoever scores are nowhere in it."""
    worded = merged(tuple(turn for turn in transcript.turns if turn.text.strip()))
    turns = tuple(replace(turn, text=without_orders(turn.text, language)) for turn in worded)
    places = [at for at, turn in enumerate(turns) if turn.speaker == "rep"]
    said: set[str] = set()
    copies = 0
    exchanges = []
    for place, at in enumerate(places):
        own, copied = without_copies(turns[at].text, turns[at - 1].text if at else "", COPIED_FROM if copies < COPIES_FREE else 1, language)
        exchanges.append(_exchange(turns, at, own, (place, len(places)), scenario, language, frozenset(said)))
        copies += copied
        said |= {spoken_letters(turns[at].text[slice(*span)], language) for span in exchanges[-1].said}
    return Talk(language, turns, tuple(exchanges), scenario, passages, marks)


def _exchange(
    turns: tuple[Turn, ...], at: int, own: str, place: tuple[int, int], scenario: Scenario | None, language: Language, said: frozenset[str]
) -> Exchange:
    before, rep = turns[at - 1] if at else None, turns[at]
    spans = sentences(rep.text, language)
    return Exchange(
        place=place[0],
        phase=_phase(*place),
        rep=rep,
        heard=heard_in(own, before.text if before else None, scenario.topics if scenario else (), language),
        said=spans,
        before=before,
        after=turns[at + 1] if at + 1 < len(turns) else None,
        occasion=occasion_of(before.text, language) if before else None,
        language=language,
        own=own,
        repeats=frozenset(start for start, end in spans if spoken_letters(rep.text[start:end], language) in said),
    )


def _says_what(question: str, language: Language) -> bool:
    """Three words in English, five characters in Korean."""
    return len(question.split()) >= 3 if language == "en" else sum(char.isalpha() for char in question) >= 5


def _hails(words: str, language: Language) -> bool:
    """A greeting or a name called, and nothing else: 'Good morning, Ms Yoon.', '윤 실장님.'"""
    if has("greeting", words, language):
        return words_in(words, language) <= HAILS
    return language == "ko" and words.rstrip(" ,.!~").endswith("님") and words_in(words, language) <= HAILS


def has_number(words: str, language: Language) -> bool:
    return bool(quantities(words, language))


def quote(text: str, span: Span) -> str:
    """A verbatim piece of one line of the text, at most `LONGEST_QUOTE` characters, ending at a word where it can."""
    start, end = span
    piece = text[start:end]
    first = next((line for line in piece.split("\n") if line.strip()), "")
    trimmed = first.strip()
    if len(trimmed) <= LONGEST_QUOTE:
        return trimmed
    cut = trimmed[:LONGEST_QUOTE]
    return cut[: cut.rfind(" ")] if " " in cut[LONGEST_QUOTE // 2 :] else cut


def content_of(text: str, language: Language) -> tuple[str, ...]:
    return analyse(text, language).content


def content_within(text: str, span: Span, language: Language) -> tuple[str, ...]:
    """Of one sentence of a turn."""
    return analysed_part(text, *span, language).content


def _phase(place: int, of: int) -> Phase:
    edge = max(EDGE_TURNS, round(of * EDGE))
    if of <= 2 * EDGE_TURNS:
        edge = of // 3 or 1
    if place < edge and of > 1:
        return "opening"
    return "closing" if place >= of - edge and of > 1 else "middle"
