"""Which facts answer the very question that was put: what it asks for (a person, a time, a sum) and the words it asks about. Pure.

A fact of the right topic that was not asked is beside the point; whoever is asked something no fact answers says so.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from assistant.domain.buyer import Fact
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.asking import NOUNS, Kind, persons, sought
from assistant.language.dates import concrete_dates
from assistant.language.english import stem
from assistant.language.fact_questions import fact_kind_asked
from assistant.language.numbers import Quantity, quantities
from assistant.language.surface import Surface, squeezed, surface
from assistant.practice.ways import asked_in_a_way, without_address

STRICT: frozenset[Kind] = frozenset(
    {"how_often", "how_long", "when", "sum", "how_much", "how_many", "age", "attribute", "who", "which", "which_noun", "where"}
)
"""Questions that one thing answers: whoever has no such thing to say has no answer."""
POINTED: frozenset[Kind] = frozenset({"why", "what"})
"""Questions that a neighbouring fact does not answer either, though it may be put in other words."""
STRANGE = 2
"""Nouns that no fact knows from which on a question is about something else."""
UNNAMED: frozenset[Kind] = frozenset({"who", "when"})
"""Questions that need no noun for what they want: a person, a time."""
HEADED: frozenset[Kind] = STRICT | {"what"}
"""Questions that name what they want."""
NAMED_ALONE: frozenset[Kind] = frozenset({"age", "attribute", "where", "which", "which_noun"})
"""Questions whose topic says nothing about whether a fact answers them."""
NAMED: frozenset[Kind] = frozenset({"who", "where", "which", "which_noun", "age", "attribute"})
"""Questions that a fact answers only when it is asked for by one of its own `answers`: anything else might be anybody's or anywhere."""
CLEAR = 0.5
"""Share of what a question asks about that a fact must know to answer it."""
SURE = 0.5
"""Share from which on a fact is meant whatever the topics say."""
SURELY: dict[Language, int] = {"ko": 3, "en": 5}
"""Letters of its `answers` that a question must use for a fact to be meant whatever the topics say."""
NEAR = 0.12
"""How far behind the best another fact may be and still be an answer to the same question."""
HEADLESS = 0.6
"""What is left of the fit when the very thing that is asked for is not in the fact."""
SUMMARY, LINES = 0.9, 0.7
"""What a word of the summary, and of the lines alone, is worth beside one of `answers`."""
NAMES: dict[Language, int] = {"ko": 1, "en": 2}
"""Letters of its `answers` a question must use to be pointed at a fact."""
UNDATED, NO_SUM = 0.7, 0.9
"""What a fact without a date is worth to 'when?' ('when it is above three hundred million'), and one without a sum to 'how much?'."""
VERB = 0.5
"""What a verb says about what a question is about, beside a noun."""
PART = 6
"""Letters from which on an English word of `answers` may be the beginning of a longer one ('negotiat')."""
SPANS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
A_SUM = 1e4
"""From which on a bare number is an amount of money."""
COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve dozen half 셋 넷 다섯 여섯 세 네 두 하나".split())


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a fact answers a question. `share`: 0-1; `named`: letters of the question by which the fact is asked for; `lacks`: it is what
    the question is about, but holds nothing of the kind that is asked for."""

    fact: str
    share: float
    named: int
    lacks: bool = False


@lru_cache(maxsize=4096)
def fits(question: str, scenario: Scenario, language: Language) -> tuple[Fit, ...]:
    """Every fact that knows any of what the question asks about, the best first."""
    asked = without_address(sought(question, language), scenario, language)
    known = {fact.id: [_knows(fact, token, question, language) for token in asked.words] for fact in scenario.facts}
    weights = [_weight(token, sum(row[place] > 0 for row in known.values())) for place, token in enumerate(asked.words)]
    head = asked.words.index(asked.head) if asked.head in asked.words else None
    found = []
    for fact in scenario.facts:
        row, named = known[fact.id], sum(end - start for start, end in _named(fact, question, language))
        share = sum(worth * weight for worth, weight in zip(row, weights, strict=True)) / sum(weights) if sum(weights) else float(named > 0)
        share *= HEADLESS if head is not None and asked.kind in HEADED and weights[head] and not row[head] else 1.0
        held = worth(fact, asked.kind, language) if named or asked.kind not in NAMED else 0.0
        found.append(Fit(fact.id, round(share * held, 4), named, lacks=not held and named >= SURELY[language] and share >= CLEAR))
    return tuple(sorted(found, key=lambda fit: (-fit.share, -fit.named)))


def kind_of(question: str, language: Language) -> Kind:
    return sought(question, language).kind


def is_particular(question: str, language: Language) -> bool:
    """Whether it asks for one thing: a person, a time, a sum, a reason."""
    return kind_of(question, language) in STRICT | POINTED


def says_about_what(question: str, scenario: Scenario, language: Language) -> bool:
    """False for 'how many are there?' and 'when?', which are about what was said before."""
    return bool(without_address(sought(question, language), scenario, language).words)


def answering(question: str, scenario: Scenario, language: Language, least: float = CLEAR) -> tuple[Fit, ...]:
    """The facts that answer it: those that hold such a thing as is asked for and know what it is about, as good as the best of them."""
    good = [fit for fit in fits(question, scenario, language) if fit.share >= least and fit.named >= NAMES[language]]
    return tuple(sorted((fit for fit in good if fit.share >= good[0].share - NEAR), key=lambda fit: -fit.named))


def worth(fact: Fact, kind: Kind, language: Language) -> float:
    """0-1: whether a fact holds the kind of thing that is asked for: a sum, a count, a time, a person."""
    held = _holds(fact, language)
    if kind in {"how_many", "how_often"}:
        return float(held.counts)
    if kind == "sum":
        return float(held.sums)
    if kind == "how_much":
        return 1.0 if held.sums else NO_SUM * held.counts
    if kind == "how_long":
        return float(held.dates or held.spans)
    if kind == "when":
        return 1.0 if held.dates or held.spans else UNDATED
    return float(held.persons) if kind == "who" else 1.0


@dataclass(frozen=True, slots=True)
class Held:
    """What kinds of thing a fact's lines hold."""

    sums: bool
    counts: bool
    spans: bool
    dates: bool
    persons: bool


@lru_cache(maxsize=2048)
def _holds(fact: Fact, language: Language) -> Held:
    texts = (fact.summary.in_(language), *fact.lines.in_(language))
    counted = [one for text in texts for one in quantities(text, language) if not _dated(one, text, language)]
    said = " ".join(texts).lower()
    words = {word.strip(".,'\"") for word in said.split()}
    return Held(
        sums=any(one.unit == "won" or (one.unit == "number" and one.value >= A_SUM) for one in counted),
        counts=bool(counted) or bool(words & COUNTS),
        spans=any(one.unit in SPANS for one in counted),
        dates=any(concrete_dates(text, language) for text in texts),
        persons=any(word in said for word in persons("ko")) if language == "ko" else bool(words & set(persons("en"))),
    )


def is_dated(fact: Fact, language: Language) -> bool:
    """Whether it names a day, a month or a year."""
    return _holds(fact, language).dates


def _dated(one: Quantity, text: str, language: Language) -> bool:
    return any(start <= one.start < end for start, end in concrete_dates(text, language))


def _weight(token: Token, knowing: int) -> float:
    """A word that many facts know says little about which is meant; one that none knows says that something else is, unless it is a number."""
    if not knowing:
        return 0.0 if token.tag in {"SN", "N"} else VERB if token.tag.startswith("V") else 1.0
    return (VERB if token.tag.startswith("V") else 1.0) / sqrt(knowing)


def _knows(fact: Fact, token: Token, question: str, language: Language) -> float:
    if any(start < token.end and token.start < end for start, end in _named(fact, question, language)):
        return 1.0
    summary, lines = _words(fact, language)
    return SUMMARY if token.lemma in summary else LINES if token.lemma in lines else 0.0


@lru_cache(maxsize=2048)
def _words(fact: Fact, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    lines = frozenset(word for line in fact.lines.in_(language) for word in analyse(line, language).content)
    return frozenset(analyse(fact.summary.in_(language), language).content), lines


@lru_cache(maxsize=65536)
def _named(fact: Fact, question: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Where the question uses the words the fact is asked for by, in any of their forms."""
    form = surface(question, language)
    tokens = analyse(question, language).tokens
    spans: list[tuple[int, int]] = []
    for word in fact.answers.in_(language):
        spans += _korean(word, form, tokens) if language == "ko" else _english(word, form, tokens)
    return tuple(one for one in spans if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans))


def _korean(word: str, form: Surface, tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Anywhere, one or two syllables where a morpheme begins; a verb also where its stem has changed ('들어와' for '들어오')."""
    part, at = squeezed(word), -1
    found = [(one.start, one.end) for one in tokens if len(part) > 1 and one.tag.startswith(("VV", "VA")) and one.lemma[:-1] == part]
    while (at := form.text.find(part, at + 1)) >= 0:
        span = form.span(at, at + len(part))
        if len(part) > 2 or any(one.start == span[0] for one in tokens):
            found.append(span)
    return found


def _english(word: str, form: Surface, tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Several words as they stand; a single one in any form, a long one also as the beginning of another."""
    if " " in word or "-" in word or not word.isalpha():
        at = form.text.find(word.lower())
        return [form.span(at, at + len(word))] if at >= 0 else []
    low, lemma = word.lower(), stem(word.lower())
    return [(one.start, one.end) for one in tokens if one.lemma == lemma or (len(low) >= PART and one.form.lower().startswith(low))]


def pointed_at(question: str, scenario: Scenario, language: Language) -> tuple[Fact, ...]:
    """The facts that a question asks for in words or in a way of their own, the best first; none when it is not so particular: then its
    topic decides."""
    particular = is_particular(question, language)
    good = answering(question, scenario, language, CLEAR if particular else SURE)
    least = SURELY[language] - (kind_of(question, language) == "whether")
    by_words = tuple(scenario.fact(fit.fact) for fit in good if particular or fit.named >= least)
    return by_words or tuple(fact for fact in scenario.facts if asked_in_a_way(question, fact, scenario, language))


def commonly_asked(question: str, topics: tuple[str, ...], scenario: Scenario, language: Language) -> tuple[Fact, ...]:
    """The facts of the kind that a question every rep asks is about, those that hold what is asked for first; none for any other question.
    Of the `topics` that the question names, where any are; a trouble with something is no other trouble."""
    wanted = fact_kind_asked(question, language)
    kind = kind_of(question, language)
    about = [fact for fact in scenario.facts if fact.kind == wanted]
    named = [fact for fact in about if set(fact.topics) & set(topics)]
    if topics and not named and wanted == "pain":
        return ()
    return tuple(sorted(named or about, key=lambda fact: -worth(fact, kind, language)))


def known_share(fact: Fact, question: str, scenario: Scenario, language: Language) -> float:
    """0-1: how much of what a question says it is about a fact knows, every word alike; 0 where it names nothing."""
    words = without_address(sought(question, language), scenario, language).words
    return sum(_knows(fact, token, question, language) > 0 for token in words) / max(1, len(words))


def unknown_to(fact: Fact, question: str, scenario: Scenario, language: Language) -> tuple[Token, ...]:
    """The words of what a question is about that a fact does not know."""
    words = without_address(sought(question, language), scenario, language).words
    return tuple(token for token in words if not _knows(fact, token, question, language))


def knows_head(fact: Fact, question: str, scenario: Scenario, language: Language) -> bool:
    """Whether a fact knows the very thing that a question asks for; true where none is named."""
    head = without_address(sought(question, language), scenario, language).head
    return head is None or _knows(fact, head, question, language) > 0


def could_answer(fact: Fact, question: str, scenario: Scenario, language: Language) -> bool:
    """Whether a fact of the right topic may answer a question that names no fact: it holds the kind of thing that is asked for, and what is
    asked for is nothing the deal knows nothing of ('the rent', 'their names')."""
    kind = kind_of(question, language)
    if kind not in STRICT and not fits_at_all(fact, question, scenario, language):
        return False
    if kind not in STRICT or (kind in NAMED_ALONE and without_address(sought(question, language), scenario, language).head):
        return kind not in STRICT
    asked = without_address(sought(question, language), scenario, language)
    knows = kind in UNNAMED or not asked.words or any(_knows(fact, token, question, language) for token in asked.words)
    return knows and worth(fact, kind, language) > UNDATED and not _strange(question, scenario, language)


def fits_at_all(fact: Fact, question: str, scenario: Scenario, language: Language) -> bool:
    """False when the question names something that no fact knows and nothing that this one does."""
    asked = without_address(sought(question, language), scenario, language)
    nouns = _nouns(question, scenario, language)
    strange = [token for token in nouns if not any(_knows(one, token, question, language) for one in scenario.facts)]
    cues = {squeezed(cue) for topic in scenario.topics if topic.id in fact.topics for cue in topic.cues.in_(language)}
    cued = any(question[token.start : token.end].lower() in cue or token.lemma in cue for token in nouns for cue in cues if len(token.lemma) > 1)
    return len(strange) < STRANGE or cued or any(_knows(fact, token, question, language) for token in asked.words)


def _nouns(question: str, scenario: Scenario, language: Language) -> list[Token]:
    """English words are taken for nouns."""
    return [token for token in without_address(sought(question, language), scenario, language).words if token.tag in NOUNS or token.tag == "W"]


def likeliest(about: list[Fact], question: str, scenario: Scenario, language: Language) -> list[Fact]:
    """Of the facts of a topic those that know most of what a question says first; asked for a yes or no, none that knows nothing of it."""
    shares = {fit.fact: fit.share for fit in fits(question, scenario, language)}
    if kind_of(question, language) != "whether" or not _nouns(question, scenario, language):
        return about
    return sorted((fact for fact in about if shares.get(fact.id)), key=lambda fact: -shares[fact.id])


@lru_cache(maxsize=4096)
def _strange(question: str, scenario: Scenario, language: Language) -> bool:
    """Whether what is asked for stands in no fact; of a person or a time, which no noun names, whether most words do not."""
    asked = without_address(sought(question, language), scenario, language)
    if any(fit.lacks for fit in fits(question, scenario, language)):
        return True
    unknown = [token for token in asked.words if not any(_knows(fact, token, question, language) for fact in scenario.facts)]
    if asked.kind in UNNAMED:
        return len(asked.words) > 1 and len(unknown) * 2 > len(asked.words)
    return asked.head in unknown if asked.head else False
