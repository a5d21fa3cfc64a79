"""What a scenario must be beyond its fields' types: texts in both languages, references that exist, lines enough, secrets kept. Pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from assistant.domain.draft import Problem
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language, Lines, Text
from assistant.language.anybody import intents
from assistant.scenarios import expected
from assistant.scenarios.check_settings import problems_of_settings

AT_LEAST = {"facts": 12, "objections": 4, "discovery": 7, "topics": 8, "curiosities": 3}
LEAST_PRICE_WON = 5_000_000
LINES_OF_A_FACT = 3
LINES_OF_AN_OBJECTION = 4
WORDS_TO_ASK_BY = 2
LINES_OF_A_MOVE = {
    "opening": 2, "deflect": 8, "unforeseen": 10, "bored": 6, "stall": 5, "accept": 3, "not_now": 3, "leave": 4,
}  # fmt: skip
CUES_OF_A_TOPIC = 4
MOST_MINUTES = 180
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def problems(scenario: Scenario) -> list[Problem]:
    """Everything wrong with a scenario whose fields are well typed; empty when it can be practised."""
    return [
        *_texts(scenario, ""),
        *_sizes(scenario),
        *_references(scenario),
        *_ranges(scenario),
        *_lines(scenario),
        *_asked_by(scenario),
        *_secrets(scenario),
        *problems_of_settings(scenario),
    ]


def _texts(value: Any, path: str) -> Iterator[Problem]:
    """What must be filled in: texts and lines in both languages, ids in the letters that files and links take."""
    if isinstance(value, Text):
        yield from (expected.a_text(f"{path}.{one}", one) for one in LANGUAGES if not value.in_(one).strip() and path)
    elif isinstance(value, Lines):
        yield from _whole_lines(value, path)
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            yield from _texts(one, f"{path}.{i}")
    elif is_dataclass(value):
        for field in fields(value):
            inner = f"{path}.{field.name}" if path else field.name
            one = getattr(value, field.name)
            if field.name == "id" and isinstance(one, str) and not ID.fullmatch(one):
                yield expected.an_id(inner, one)
            yield from _texts(one, inner)


def _whole_lines(lines: Lines, path: str) -> Iterator[Problem]:
    for language in LANGUAGES:
        here = lines.in_(language)
        if not here and (lines.ko or lines.en):
            yield expected.a_text(f"{path}.{language}", language)
        elif any(not line.strip() or "\n" in line for line in here):
            yield expected.whole_lines(f"{path}.{language}")


def _sizes(scenario: Scenario) -> Iterator[Problem]:
    counts = {
        "facts": len(scenario.facts),
        "objections": len(scenario.objections),
        "discovery": len({item.area for item in scenario.discovery}),
        "topics": len(scenario.topics),
        "buyer.curiosities": len(scenario.buyer.curiosities),
    }
    for name, count in counts.items():
        least = AT_LEAST[name.rsplit(".", 1)[-1]]
        if count < least:
            yield (expected.areas if name == "discovery" else expected.entries)(name, least, count)
    signals = sum(fact.kind == "signal" for fact in scenario.facts)
    if signals < 2:
        yield expected.signals("facts", 2, signals)


def _references(scenario: Scenario) -> Iterator[Problem]:
    topics = {topic.id for topic in scenario.topics}
    facts = {fact.id for fact in scenario.facts}
    objections = {objection.id for objection in scenario.objections}
    uses: list[tuple[str, tuple[str, ...], set[str], expected.Kind]] = []
    for i, fact in enumerate(scenario.facts):
        uses.append((f"facts.{i}.topics", fact.topics, topics, "topic"))
    for i, objection in enumerate(scenario.objections):
        uses.append((f"objections.{i}.topics", objection.topics, topics, "topic"))
        uses.append((f"objections.{i}.opens", objection.opens, facts, "fact"))
    for i, curiosity in enumerate(scenario.buyer.curiosities):
        uses.append((f"buyer.curiosities.{i}.topics", curiosity.topics, topics, "topic"))
    for i, item in enumerate(scenario.discovery):
        uses.append((f"discovery.{i}.facts", item.facts, facts, "fact"))
        uses.append((f"discovery.{i}.topics", item.topics, topics, "topic"))
    uses.append(("agreement.settled", scenario.agreement.settled, objections, "objection"))
    for i, answer in enumerate(scenario.plain_answers):
        uses.append((f"plain_answers.{i}.intents", answer.intents, set(intents()), "common question"))
        uses.append((f"plain_answers.{i}.after", answer.after, facts, "fact"))
    for where, used, known, kind in uses:
        for unknown in sorted(set(used) - known):
            yield expected.known(where, kind, unknown)
    for i, fact in enumerate(scenario.facts):
        if not fact.topics:
            yield expected.a_topic(f"facts.{i}.topics")
    for name, ids in (
        ("topics", [topic.id for topic in scenario.topics]),
        ("facts", [fact.id for fact in scenario.facts]),
        ("objections", [objection.id for objection in scenario.objections]),
        ("plain_answers", [answer.id for answer in scenario.plain_answers]),
        ("buyer.curiosities", [one.id for one in scenario.buyer.curiosities]),
    ):
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield expected.different_ids(name, twice)


def _ranges(scenario: Scenario) -> Iterator[Problem]:
    shares = [("buyer.trust", scenario.buyer.trust), ("buyer.patience", scenario.buyer.patience)]
    shares += [("agreement.trust", scenario.agreement.trust)]
    shares += [(f"facts.{i}.trust", fact.trust) for i, fact in enumerate(scenario.facts)]
    for where, share in shares:
        if not 0 <= share <= 1:
            yield expected.between(where, 0, 1, share)
    if scenario.deal.price_low_won < LEAST_PRICE_WON:
        yield expected.dear_enough("deal.price_low_won", LEAST_PRICE_WON)
    if scenario.deal.price_high_won < scenario.deal.price_low_won:
        yield expected.not_less("deal.price_high_won")
    if not 1 <= scenario.deal.minutes <= MOST_MINUTES:
        yield expected.between("deal.minutes", 1, MOST_MINUTES, scenario.deal.minutes)
    if not COLOUR.fullmatch(scenario.buyer.colour):
        yield expected.a_colour("buyer.colour", scenario.buyer.colour)
    for i, fact in enumerate(scenario.facts):
        if not 0 <= fact.volunteered_to <= 3:
            yield expected.between(f"facts.{i}.volunteered_to", 0, 3, fact.volunteered_to)
    if not 1 <= scenario.agreement.facts_found <= len(scenario.facts):
        yield expected.between("agreement.facts_found", 1, len(scenario.facts), scenario.agreement.facts_found)


def _lines(scenario: Scenario) -> Iterator[Problem]:
    spoken: list[tuple[str, Lines, int]] = []
    spoken += [(f"facts.{i}.lines", fact.lines, LINES_OF_A_FACT) for i, fact in enumerate(scenario.facts)]
    for i, objection in enumerate(scenario.objections):
        spoken += [(f"objections.{i}.lines", objection.lines, LINES_OF_AN_OBJECTION)]
        spoken += [(f"objections.{i}.settled", objection.settled, 2)]
    spoken += [(f"buyer.curiosities.{i}.lines", one.lines, 2) for i, one in enumerate(scenario.buyer.curiosities)]
    spoken += [(f"lines.{name}", getattr(scenario.lines, name), least) for name, least in LINES_OF_A_MOVE.items()]
    spoken += [(f"plain_answers.{i}.lines", one.lines, 2) for i, one in enumerate(scenario.plain_answers)]
    heard = [(f"plain_answers.{i}.asks", one.asks, int(not (one.intents or one.questions.ko))) for i, one in enumerate(scenario.plain_answers)]
    heard += [(f"topics.{i}.cues", topic.cues, CUES_OF_A_TOPIC) for i, topic in enumerate(scenario.topics)]
    for where, lines, least in (*spoken, *heard):
        for language in LANGUAGES:
            if len(lines.in_(language)) < least:
                yield expected.lines(f"{where}.{language}", least, len(lines.in_(language)))
    said: dict[tuple[Language, str], str] = {}
    for where, lines, _ in spoken:
        for language in LANGUAGES:
            for line in lines.in_(language):
                if (language, line) in said:
                    yield expected.said_once(f"{where}.{language}", line, said[language, line])
                said[language, line] = where


def _asked_by(scenario: Scenario) -> Iterator[Problem]:
    """The words a fact is asked for by: none at all is well (then its own lines say what it is about), one language alone is not."""
    for i, fact in enumerate(scenario.facts):
        counts = {language: len(fact.answers.in_(language)) for language in LANGUAGES}
        for language, count in counts.items():
            if any(counts.values()) and count < WORDS_TO_ASK_BY:
                yield expected.words_to_ask_by(f"facts.{i}.answers.{language}", WORDS_TO_ASK_BY, count)


def _secrets(scenario: Scenario) -> Iterator[Problem]:
    """Nothing that everybody hears may give a fact away: not the briefing, not the character, not another fact's lines."""
    for language in LANGUAGES:
        public = _public(scenario, language)
        for i, fact in enumerate(scenario.facts):
            path, own = f"facts.{i}.tells.{language}", " ".join(fact.lines.in_(language)).casefold()
            more = {f"plain_answers.{k}.lines" for k, answer in enumerate(scenario.plain_answers) if fact.id in answer.after}
            if not fact.tells.in_(language):
                yield expected.a_tell(path)
            for tell in fact.tells.in_(language):
                for where, text in public.items():
                    if where not in {f"facts.{i}.lines", *more} and tell.casefold() in text:
                        yield expected.kept_secret(path, tell, where)
                if tell.casefold() not in own:
                    yield expected.own_words(path, tell)


def _public(scenario: Scenario, language: Language) -> dict[str, str]:
    """path -> what anybody may hear before a fact is told, in small letters."""
    briefing, deal = scenario.briefing, scenario.deal
    public = {
        "briefing": " ".join((briefing.situation.in_(language), briefing.goal.in_(language), *briefing.known.in_(language))),
        "buyer.character": scenario.buyer.character.in_(language),
        "buyer.knows": " ".join(scenario.buyer.knows.in_(language)),
        "deal": " ".join((deal.summary.in_(language), *deal.may_offer.in_(language))),
    }
    for i, objection in enumerate(scenario.objections):
        public[f"objections.{i}.lines"] = " ".join((*objection.lines.in_(language), *objection.settled.in_(language)))
    for i, answer in enumerate(scenario.plain_answers):
        public[f"plain_answers.{i}.lines"] = " ".join(answer.lines.in_(language))
    for name in LINES_OF_A_MOVE:
        public[f"lines.{name}"] = " ".join(getattr(scenario.lines, name).in_(language))
    for i, other in enumerate(scenario.facts):
        public[f"facts.{i}.lines"] = " ".join(other.lines.in_(language))
    return {where: text.casefold() for where, text in public.items()}
