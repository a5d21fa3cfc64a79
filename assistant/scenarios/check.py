"""What a scenario must be beyond its fields' types: references that exist, lines enough to practise on, secrets kept. Pure."""

from collections.abc import Iterator

from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language, Lines
from assistant.language.anybody import intents
from assistant.scenarios.check_settings import problems_of_settings

AT_LEAST = {"facts": 12, "objections": 4, "discovery": 7, "topics": 8, "curiosities": 3}
LEAST_PRICE_WON = 5_000_000
LINES_OF_A_FACT = 3
LINES_OF_AN_OBJECTION = 4
WORDS_TO_ASK_BY = 2
LINES_OF_A_MOVE = {
    "opening": 2, "deflect": 8, "unforeseen": 10, "bored": 6, "stall": 5, "accept": 3, "not_now": 3, "leave": 4,
}  # fmt: skip

Problem = tuple[str, str]
"""(field path, what was expected)."""


def problems(scenario: Scenario) -> list[Problem]:
    """Everything wrong with a scenario whose fields are well typed; empty when it can be practised."""
    own = (*_sizes(scenario), *_references(scenario), *_ranges(scenario), *_lines(scenario), *_asked_by(scenario), *_secrets(scenario))
    return [*own, *problems_of_settings(scenario)]


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
            what = "areas, one item each" if name == "discovery" else "entries"
            yield name, f"at least {least} {what}, found {count}"
    signals = sum(fact.kind == "signal" for fact in scenario.facts)
    if signals < 2:
        yield "facts", f"at least 2 of kind signal, found {signals}"


def _references(scenario: Scenario) -> Iterator[Problem]:
    topics = {topic.id for topic in scenario.topics}
    facts = {fact.id for fact in scenario.facts}
    objections = {objection.id for objection in scenario.objections}
    uses: list[tuple[str, tuple[str, ...], set[str], str]] = []
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
    for where, used, known, kind in uses:
        for unknown in sorted(set(used) - known):
            yield where, f"the id of a known {kind}, found {unknown!r}"
    for name, ids in (
        ("topics", [topic.id for topic in scenario.topics]),
        ("facts", [fact.id for fact in scenario.facts]),
        ("objections", [objection.id for objection in scenario.objections]),
        ("plain_answers", [answer.id for answer in scenario.plain_answers]),
    ):
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield name, f"ids that differ, found {twice!r} twice"


def _ranges(scenario: Scenario) -> Iterator[Problem]:
    shares = [("buyer.trust", scenario.buyer.trust), ("buyer.patience", scenario.buyer.patience)]
    shares += [("agreement.trust", scenario.agreement.trust)]
    shares += [(f"facts.{i}.trust", fact.trust) for i, fact in enumerate(scenario.facts)]
    for where, share in shares:
        if not 0 <= share <= 1:
            yield where, f"a number from 0 to 1, found {share}"
    if scenario.deal.price_low_won < LEAST_PRICE_WON:
        yield "deal.price_low_won", f"at least {LEAST_PRICE_WON} won: Maju practises high-involvement deals"
    if scenario.deal.price_high_won < scenario.deal.price_low_won:
        yield "deal.price_high_won", "not less than price_low_won"
    for i, fact in enumerate(scenario.facts):
        if not 0 <= fact.volunteered_to <= 3:
            yield f"facts.{i}.volunteered_to", f"a level from 0 to 3, found {fact.volunteered_to}"
    if not 1 <= scenario.agreement.facts_found <= len(scenario.facts):
        yield "agreement.facts_found", f"1 to {len(scenario.facts)}, found {scenario.agreement.facts_found}"


def _lines(scenario: Scenario) -> Iterator[Problem]:
    wanted: list[tuple[str, Lines, int]] = []
    wanted += [(f"facts.{i}.lines", fact.lines, LINES_OF_A_FACT) for i, fact in enumerate(scenario.facts)]
    for i, objection in enumerate(scenario.objections):
        wanted += [(f"objections.{i}.lines", objection.lines, LINES_OF_AN_OBJECTION)]
        wanted += [(f"objections.{i}.settled", objection.settled, 2)]
    wanted += [(f"buyer.curiosities.{i}.lines", one.lines, 2) for i, one in enumerate(scenario.buyer.curiosities)]
    wanted += [(f"lines.{name}", getattr(scenario.lines, name), least) for name, least in LINES_OF_A_MOVE.items()]
    wanted += [(f"plain_answers.{i}.lines", one.lines, 2) for i, one in enumerate(scenario.plain_answers)]
    wanted += [(f"plain_answers.{i}.asks (cues)", one.asks, 2) for i, one in enumerate(scenario.plain_answers)]
    wanted += [(f"topics.{i}.cues", topic.cues, 4) for i, topic in enumerate(scenario.topics)]
    said: dict[tuple[Language, str], str] = {}
    for where, lines, least in wanted:
        for language in LANGUAGES:
            if len(lines.in_(language)) < least:
                yield f"{where}.{language}", f"at least {least} lines, found {len(lines.in_(language))}"
            for line in lines.in_(language) if "cues" not in where else ():
                if (language, line) in said:
                    yield f"{where}.{language}", f"a line that stands nowhere else, found {line!r} in {said[language, line]} too"
                said[language, line] = where


def _asked_by(scenario: Scenario) -> Iterator[Problem]:
    """The words a fact is asked for by: none at all is well (then its own lines say what it is about), one language alone is not."""
    for i, fact in enumerate(scenario.facts):
        counts = {language: len(fact.answers.in_(language)) for language in LANGUAGES}
        for language, count in counts.items():
            if any(counts.values()) and count < WORDS_TO_ASK_BY:
                what = "words by which people ask for this fact (what it is about, what they call it), so that no other question brings it out"
                yield f"facts.{i}.answers.{language}", f"at least {WORDS_TO_ASK_BY} {what}, found {count}"


def _secrets(scenario: Scenario) -> Iterator[Problem]:
    """Nothing that everybody hears may give a fact away: not the briefing, not the character, not another fact's lines."""
    for language in LANGUAGES:
        public = {
            "briefing": " ".join(
                (scenario.briefing.situation.in_(language), scenario.briefing.goal.in_(language), *scenario.briefing.known.in_(language))
            ),
            "buyer.character": scenario.buyer.character.in_(language),
            "buyer.knows": " ".join(scenario.buyer.knows.in_(language)),
            "deal": " ".join((scenario.deal.summary.in_(language), *scenario.deal.may_offer.in_(language))),
        }
        for objection in scenario.objections:
            public[f"objection {objection.id}"] = " ".join((*objection.lines.in_(language), *objection.settled.in_(language)))
        for answer in scenario.plain_answers:
            public[f"plain answer {answer.id}"] = " ".join(answer.lines.in_(language))
        for name in LINES_OF_A_MOVE:
            public[f"lines.{name}"] = " ".join(getattr(scenario.lines, name).in_(language))
        for other in scenario.facts:
            public[f"fact {other.id}"] = " ".join(other.lines.in_(language))
        for i, fact in enumerate(scenario.facts):
            if not fact.tells.in_(language):
                yield f"facts.{i}.tells.{language}", "at least one word that gives the fact away"
            for tell in fact.tells.in_(language):
                for where, text in public.items():
                    if where != f"fact {fact.id}" and tell.casefold() in text.casefold():
                        yield f"facts.{i}.tells.{language}", f"words found in no text heard before it, but {tell!r} stands in {where}"
                if tell.casefold() not in " ".join(fact.lines.in_(language)).casefold():
                    yield f"facts.{i}.tells.{language}", f"words of the fact's own lines, {tell!r} is in none"
