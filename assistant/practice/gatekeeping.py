"""The first leg before a gatekeeper: the rep says who they are and why it is worth the buyer's time, without selling, pushing or lying, and is
put through; or is not. Pure.
"""

from dataclasses import replace

from assistant.domain.heard import Heard
from assistant.domain.meetings import Gatekeeper
from assistant.domain.roleplay import AtTheGate, Level, Move
from assistant.domain.scenario import Scenario
from assistant.domain.table import at_the_gate
from assistant.domain.words import Language
from assistant.language.anybody import stands_in
from assistant.language.phrases import has
from assistant.language.surface import squeezed
from assistant.practice.feelings import LONG_TURN
from assistant.practice.plain import plain_answer

HURDLES: dict[Level, int] = {1: 0, 2: 1, 3: 2}
"""How often even a good reason is fobbed off first: 'send it by mail'."""
TURN = 0.09
"""Patience (0-1) that a turn costs; more where the rep sells or pushes."""
PITCH = 0.22
PUSH = 0.35
COURTESY = 0.04
PITCHES_BORNE = 2

Pools = tuple[tuple[str, ...], ...]


def at_first(gatekeeper: Gatekeeper, level: Level) -> AtTheGate:
    return AtTheGate(gatekeeper.patience - (level - 2) * 0.08)


def decide_at_the_gate(
    gate: AtTheGate, gatekeeper: Gatekeeper, scenario: Scenario, level: Level, language: Language, heard: Heard
) -> tuple[AtTheGate, Move, Pools]:
    """Where the rep stands now, the gatekeeper's move, and the pools it is said from, one line each."""
    lines = gatekeeper.lines
    gate = _after(gate, gatekeeper, scenario, language, heard)
    refused = _refusal(gate, gatekeeper, language, heard)
    if refused:
        return replace(gate, refused=True), Move("refuse", because=refused), _refusing(refused, gatekeeper, language)
    if heard.did("farewell") and not heard.questions:
        return gate, Move("farewell", react="farewell", because="rep_leaves"), ()
    if heard.did("pressure"):
        return gate, Move("warn", because="pressure"), (lines.pressed.in_(language),)
    if _sells(heard, gatekeeper, language):
        return gate, Move("deflect", because="pitched"), (lines.pitched.in_(language),)
    answer = _answer(gatekeeper, scenario, language, heard)
    if not gate.who:
        return gate, Move("clarify", because="who"), (*answer, lines.who.in_(language))
    if not gate.why:
        return gate, Move("ask", because="why"), (*answer, lines.why.in_(language))
    if gate.hurdles < HURDLES[level]:
        return replace(gate, hurdles=gate.hurdles + 1), Move("deflect", because="by_mail"), (*answer, lines.mail.in_(language))
    if gate.hurdles and not _holds_on(gatekeeper, language, heard):
        return gate, Move("deflect", because="by_mail"), (*answer, lines.mail.in_(language))
    return replace(gate, through=True), Move("put_through", because="worth_it"), (lines.put_through.in_(language),)


def _after(gate: AtTheGate, gatekeeper: Gatekeeper, scenario: Scenario, language: Language, heard: Heard) -> AtTheGate:
    sells, pushes = _sells(heard, gatekeeper, language), heard.did("pressure", "contempt")
    cost = TURN + PITCH * sells + PUSH * pushes - COURTESY * heard.did("thanks", "apology", "greeting", "acknowledgement")
    seller = squeezed(scenario.deal.seller.in_(language).split(" (")[0])
    return replace(
        gate,
        turn=gate.turn + 1,
        patience=round(gate.patience - cost, 4),
        who=gate.who or has("introduces", heard.text, language) or seller in squeezed(heard.text),
        why=gate.why or (not sells and _is_worth_it(heard.text, gatekeeper, language)),
        pitches=gate.pitches + sells,
        pressed=gate.pressed + pushes,
    )


def _refusal(gate: AtTheGate, gatekeeper: Gatekeeper, language: Language, heard: Heard) -> str:
    """Why the rep is not put through, for good; empty while there is a way."""
    if any(stands_in(cue, heard.text, language) for cue in gatekeeper.untrue.in_(language)):
        return "untrue"
    if heard.did("contempt"):
        return "contempt"
    if gate.pressed > 1:
        return "pressure"
    if gate.pitches > PITCHES_BORNE:
        return "pitched"
    return "out_of_patience" if gate.patience <= 0 else ""


def _refusing(why: str, gatekeeper: Gatekeeper, language: Language) -> Pools:
    lines = gatekeeper.lines
    return ((lines.caught if why == "untrue" else lines.refuse).in_(language),)


def _sells(heard: Heard, gatekeeper: Gatekeeper, language: Language) -> bool:
    """To the wrong person: a price, a speech, praise of the product that is not the reason for the call, from one who asks for no moment."""
    if heard.did("discount") or (len(heard.text) > LONG_TURN[language] and heard.did("pitch", "claim")):
        return True
    asked = [heard.text[one.start : one.end] for one in heard.questions]
    if any(has("asks_for_a_moment", one, language) for one in asked):
        return False
    return any(not _is_worth_it(one, gatekeeper, language) for one in (*heard.quotes("pitch"), *heard.quotes("price")))


def _is_worth_it(text: str, gatekeeper: Gatekeeper, language: Language) -> bool:
    return any(stands_in(cue, text, language) for cue in gatekeeper.worth.in_(language))


def _holds_on(gatekeeper: Gatekeeper, language: Language, heard: Heard) -> bool:
    """Fobbed off, and still politely there: with a question, the reason once more, or asking for a moment only."""
    return bool(heard.questions) or _is_worth_it(heard.text, gatekeeper, language) or has("asks_for_a_moment", heard.text, language)


def _answer(gatekeeper: Gatekeeper, scenario: Scenario, language: Language, heard: Heard) -> Pools:
    """What anybody may ask at the door."""
    whole = at_the_gate(scenario, gatekeeper)
    for question in heard.questions:
        found = plain_answer(heard.text[question.start : question.end], whole, language)
        if found:
            return (found.lines.in_(language),)
    return ()
