"""How a rep's turn feels to the buyer: each act moves trust and patience, and the buyer's manner says by how much. Pure.

Directions follow the measurement evidence: acknowledging, follow-up questions and a justification from the buyer's own reason earn trust;
formulas earn nothing; pressure, contempt and early discounts lose it faster than anything earns it.
"""

from collections.abc import Iterable, Iterator

from assistant.domain.buyer import Curiosity, Manner
from assistant.domain.heard import Heard
from assistant.domain.roleplay import Felt, Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.language.short_turns import short_turn
from assistant.practice import figures, memory
from assistant.practice.following import MEASURES
from assistant.practice.objections import engages, handling
from assistant.practice.pointed import kind_of
from assistant.practice.temper import TEMPERS

MOST_TRUST_A_TURN = 0.11
MOST_TRUST_LOST = 0.24
"""What one turn can lose, insults aside."""
MOST_PATIENCE_A_TURN = 0.04
LONG_TURN: dict[Language, int] = {"ko": 260, "en": 560}
"""Characters. About 250 Korean characters or 90 English words without a question count as a monologue."""
SHORT_TURN: dict[Language, int] = {"ko": 8, "en": 18}
CLOSED_IN_A_ROW = 2
DEAR = 0.3
"""Trust a fact takes (0-1) from which on it hurts when nobody takes it in."""

TRUST = {
    "acknowledged": 0.05, "empathy": 0.03, "reflection": 0.05, "picked_up": 0.015, "picked_up_signal": 0.04, "asked_open": 0.03,
    "asked_closed": 0.004, "followed_up": 0.03, "justified": 0.07, "reference": 0.04, "answered": 0.045, "specific": 0.02,
    "proposed_clearly": 0.03, "figure_mended": 0.01, "disclosed": 0.015, "courtesy": 0.008,
    "pitched": -0.025, "pitched_again": -0.05, "formula": -0.03, "evaded": -0.07, "left_unanswered": -0.03, "ignored": -0.035, "passed_over": -0.03,
    "leading": -0.02, "fired_questions": -0.03, "interrogated": -0.02, "overpromised": -0.045, "contradicted": -0.1, "repeated": -0.03,
    "discount_early": -0.09, "discount_again": -0.05, "pressure": -0.16, "contempt": -0.45, "pushed": -0.05, "sharp_word": -0.08,
    "figure_changed": -0.06, "off_topic": -0.03, "break_game": -0.1, "monologue": -0.03, "one_word": -0.02,
}  # fmt: skip
PATIENCE = {
    "acknowledged": 0.015, "picked_up_signal": 0.02, "followed_up": 0.015, "asked_open": 0.012, "justified": 0.03, "answered": 0.02,
    "small_talk_late": -0.04,
    "pitched": -0.035, "pitched_again": -0.08, "formula": -0.04, "evaded": -0.06, "left_unanswered": -0.03, "ignored": -0.03, "passed_over": -0.02,
    "interrogated": -0.03,
    "fired_questions": -0.04, "overpromised": -0.025, "contradicted": -0.05, "repeated": -0.05, "discount_early": -0.03, "discount_again": -0.03,
    "pressure": -0.2, "contempt": -0.6, "pushed": -0.05, "sharp_word": -0.08, "off_topic": -0.09, "break_game": -0.12, "monologue": -0.06,
    "figure_changed": -0.03, "one_word": -0.09, "turn": -0.04, "proposed_again": -0.06,
}  # fmt: skip
WORN_LESS_BY_TRUST = 0.75
"""How much of the wear of mere talk full trust takes away: nobody looks at the clock with someone worth the time."""
MANNERS: dict[Manner, dict[str, float]] = {
    "analytical": {"specific": 2.0, "reference": 1.4, "answered": 1.3, "empathy": 0.7, "formula": 1.4},
    "brisk": {"monologue": 2.0, "answered": 1.4, "small_talk_late": 2.0, "turn": 1.3, "specific": 1.4, "pitched": 1.2},
    "warm": {"empathy": 1.5, "disclosed": 2.0, "courtesy": 2.0, "pressure": 1.2, "turn": 0.8},
    "cautious": {"reference": 1.5, "proposed_clearly": 1.3, "pressure": 1.4, "specific": 1.2, "discount_early": 1.2},
    "proud": {"acknowledged": 1.3, "reflection": 1.2, "contempt": 1.3, "leading": 2.0, "discount_early": 1.4, "courtesy": 1.5},
    "sceptical": {"pitched": 1.5, "specific": 1.6, "reference": 1.3, "empathy": 0.6, "formula": 1.6, "evaded": 1.3},
    "talkative": {"followed_up": 1.3, "empathy": 1.2, "turn": 0.6, "monologue": 1.3, "one_word": 1.3, "small_talk_late": 0.3},
    "dry": {"formula": 1.8, "empathy": 0.6, "specific": 1.4, "monologue": 1.5, "pitched": 1.2},
}


def felt(heard: Heard, mind: Mind, scenario: Scenario, language: Language, gain: float, wear: float) -> tuple[Felt, ...]:
    """Everything the turn did, with gains scaled by `gain` and patience losses by `wear`."""
    weights, loss = MANNERS[scenario.buyer.manner], TEMPERS[scenario.buyer.manner].loss
    feelings = []
    for why in _reasons(heard, mind, scenario, language):
        weight = weights.get(why, 1.0) * ((1 - WORN_LESS_BY_TRUST * mind.trust) if why == "turn" else 1.0)
        trust, patience = TRUST.get(why, 0.0) * weight, PATIENCE.get(why, 0.0) * weight
        feelings.append(Felt(why, round(trust * (gain if trust > 0 else loss), 4), round(patience * wear if patience < 0 else patience, 4)))
    return tuple(feelings)


def moved(mind: Mind, feelings: tuple[Felt, ...]) -> tuple[float, float]:
    """(trust, patience) after these feelings, both 0-1. What one turn can earn is capped and the more there is the harder it grows;
    what it can lose, less so."""
    trust = _gains((one.trust for one in feelings), MOST_TRUST_A_TURN) * (1 - mind.trust) + _lost_trust(feelings)
    patience = _gains((one.patience for one in feelings), MOST_PATIENCE_A_TURN) + _losses(one.patience for one in feelings)
    return round(_share(mind.trust + trust), 4), round(_share(mind.patience + patience), 4)


def _gains(amounts: Iterable[float], most: float) -> float:
    return min(most, sum(amount for amount in amounts if amount > 0))


def _lost_trust(feelings: tuple[Felt, ...]) -> float:
    lost = _losses(one.trust for one in feelings)
    return lost if any(one.why == "contempt" for one in feelings) else max(-MOST_TRUST_LOST, lost)


def _losses(amounts: Iterable[float]) -> float:
    return sum(amount for amount in amounts if amount < 0)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _reasons(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    yield "turn"
    if memory.repeats(heard, mind):
        yield "repeated"
    else:
        yield from _warmth(heard, mind, scenario, language)
        yield from _substance(heard, mind, scenario, language)
    yield from _questions(heard, mind, scenario, language)
    yield from _harm(heard, mind, scenario, language)
    yield from _neglect(heard, mind, scenario, language)
    yield from _manner_of_talking(heard, mind, scenario, language)


def _warmth(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    fresh = [scenario.fact(fact_id) for fact_id in memory.picked_up(heard, mind, scenario, language)]
    if heard.did("acknowledgement") or (memory.takes_in(heard, mind, scenario, language) and not heard.did("reflection")):
        yield "acknowledged"
    if fresh:
        yield "picked_up_signal" if any(fact.kind == "signal" for fact in fresh) else "picked_up"
    if heard.did("empathy") and (heard.echoed or heard.did("acknowledgement")):
        yield "empathy"
    if heard.did("reflection"):
        yield "reflection"
    if heard.did("disclosure"):
        yield "disclosed"
    if heard.did("thanks", "apology", "greeting"):
        yield "courtesy"


def _questions(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    asked = memory.questions(heard)
    if len(asked) >= 4:
        yield "fired_questions"
        return
    if any(question.follow_up for question in asked):
        yield "followed_up"
    forms = {question.form for question in asked}
    if "open" in forms:
        yield "asked_open"
    elif forms & {"closed", "choice"}:
        yield "asked_closed"
        if mind.closed_run >= CLOSED_IN_A_ROW and not memory.takes_in(heard, mind, scenario, language):
            yield "interrogated"
    if "leading" in forms:
        yield "leading"


def _substance(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    if memory.ties_in(heard, mind, scenario, language):
        yield "justified"
    if heard.did("reference"):
        yield "reference"
    if heard.did("claim", "price") and memory.own_number(heard, mind, scenario, language):
        yield "specific"
    if mind.unanswered and answers_buyer(heard, scenario, mind.unanswered, language):
        yield "answered"
    if heard.next_step and heard.next_step.owner and heard.next_step.date:
        yield "proposed_clearly"


def _harm(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    doubtful = memory.doubtful(heard, mind)
    if heard.did("pressure"):
        yield "pushed" if doubtful else "pressure"
    if heard.did("contempt"):
        yield "sharp_word" if doubtful else "contempt"
    for act in ("off_topic", "break_game"):
        if heard.did(act):
            yield act
    if heard.did("boilerplate") and not (mind.turn <= 1 and heard.did("greeting", "thanks")):
        yield "formula"
    if memory.guarantees(heard, mind, scenario, language):
        yield "overpromised"
    if memory.takes_back(heard, mind):
        yield "contradicted"
    changed = figures.change(mind, figures.named(heard, mind, scenario, language), heard, language)
    if changed:
        yield "figure_mended" if changed.mended else "figure_changed"
    if heard.did("discount"):
        if mind.discounts:
            yield "discount_again"
        elif not any(scenario.objection(one).raised_on == "price" for one in (*mind.raised, *mind.settled)):
            yield "discount_early"


def _neglect(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    """What the buyer said or asked last and the rep passed over."""
    if mind.unanswered and heard.did("evasion") and has("evasion", heard.text, language):
        yield "evaded"
    elif mind.unanswered and not answers_buyer(heard, scenario, mind.unanswered, language):
        yield "left_unanswered"
    turn = handling(heard, mind, scenario, language)
    if mind.discussing and not engages(scenario.objection(mind.discussing), turn, True):
        yield "ignored"
    dear = any(scenario.fact(fact_id).trust >= DEAR for fact_id in mind.lately)
    if dear and not memory.takes_in(heard, mind, scenario, language):
        yield "passed_over"
    new = memory.takes_in(heard, mind, scenario, language) or memory.ties_in(heard, mind, scenario, language)
    if memory.proposes(heard) and mind.proposals >= 2 and not new:
        yield "proposed_again"


def _manner_of_talking(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[str]:
    asked_for = mind.unanswered is not None or any(turn == mind.turn for _, _, turn in mind.pressed)
    tells_only = heard.did("pitch") and not heard.questions and not heard.did("acknowledgement", "reflection", "justification", "answer")
    if tells_only and not asked_for:
        met = any(set(scenario.objection(one).topics) & set(heard.topics) for one in mind.raised)
        yield "pitched_again" if mind.turn >= 2 and not (mind.acknowledged or met) else "pitched"
    if not heard.questions and len(heard.text) > LONG_TURN[language]:
        yield "monologue"
    says_enough = heard.questions or heard.did("greeting", "farewell", "thanks", "empathy", "apology")
    if len(heard.text.strip()) < SHORT_TURN[language] and not says_enough and mind.turn > 0:
        yield "one_word"
    if heard.did("small_talk") and mind.turn > 3 and not heard.questions:
        yield "small_talk_late"


def answers_buyer(heard: Heard, scenario: Scenario, curiosity_id: str, language: Language) -> bool:
    """Whether a turn answers the buyer's open question: it says so, or it says something of substance about its topics."""
    curiosity = next((one for one in scenario.buyer.curiosities if one.id == curiosity_id), None)
    about_it = curiosity is not None and bool(set(curiosity.topics) & set(heard.topics))
    said_something = heard.did("claim", "price", "reference", "justification", "pitch", "next_step")
    return not heard.did("evasion") and (heard.did("answer") or (about_it and said_something) or _in_a_number(heard, curiosity, language))


def _in_a_number(heard: Heard, curiosity: Curiosity | None, language: Language) -> bool:
    """A bare figure, where that is what the buyer asked for."""
    asked = curiosity.lines.in_(language) if curiosity else ()
    return short_turn(heard.text, language) == "bare_number" and any(kind_of(line, language) in MEASURES for line in asked)
