"""The ten manners of selling. Each is a policy: from what the rep has seen to the parts of the next line."""

from collections.abc import Callable

from tests.benchmarks.reps.handling import answer, because, fix_date, give_back, hear_out, probe, reply, step
from tests.benchmarks.reps.talk import Part, Talk

Style = Callable[[Talk], list[Part]]
FACTS_TO_FEEL_READY = 6
EARLIEST_STEP = 8
STUBBORN = frozenset({"stall", "not_now"})


def excellent(talk: Talk) -> list[Part]:
    """Gives back what was said, one open question at a time, hears objections out before answering, and proposes when it is time."""
    last = talk.last
    if talk.turn == 0:
        return [talk.common("hello", "greeting"), talk.question(talk.next_topic(), True)]
    if last.kind == "agree":
        return [talk.common("thanks", "thanks")]
    if last.react == "ask_date":
        return [fix_date(talk)]
    if last.kind == "warn":
        return [talk.common("sorry", "apology"), talk.question(talk.next_topic(), True)]
    parts = give_back(talk)
    if last.ask:
        parts.append(reply(talk, last.ask))
    if talk.open_objection:
        return parts + _meet(talk, talk.open_objection)
    if last.kind in STUBBORN:
        return [*parts, talk.common("what_is_missing", "question")]
    if last.kind == "deflect":
        parts.append(talk.common("back_off"))
    if _ready(talk):
        return [*parts[:1], _tie(talk), step(talk)]
    if last.told and talk.chance(0.2):
        return [*parts, talk.common("follow_up", "question")]
    return [*parts, talk.question(talk.next_topic(), True)]


def _meet(talk: Talk, objection: str) -> list[Part]:
    """First named and asked about, then answered and tied to what the buyer said; when it comes again, again."""
    talk.stage += 1
    if talk.stage % 2:
        return [hear_out(talk, objection), probe(talk, objection)]
    parts = [answer(talk, objection), because(talk, objection)]
    if talk.stage > 2 or talk.objection_topics[objection] == ():
        parts.insert(0, hear_out(talk, objection))
    if _asked_for_step(talk) or _ready(talk):
        parts.append(step(talk))
    talk.open_objection = None if talk.stage >= 4 else objection
    return parts


def _asked_for_step(talk: Talk) -> bool:
    """A step was on the table when the objection came."""
    return bool(talk.proposed) and talk.turn - talk.proposed[-1] <= 3


def _ready(talk: Talk) -> bool:
    rested = not talk.proposed or talk.turn - talk.proposed[-1] >= 3
    return rested and talk.turn >= EARLIEST_STEP and len(set(talk.told)) >= FACTS_TO_FEEL_READY


def _tie(talk: Talk) -> Part:
    """A reason from what the buyer said, from an objection that was dealt with if there was one."""
    met = [one.objection for one in talk.seen if one.objection]
    return because(talk, met[-1] if met else talk.dice.choice(sorted(talk.objection_topics)))


def decent(talk: Talk) -> list[Part]:
    """Does about half of it, and the rest in general words."""
    last = talk.last
    if talk.turn == 0:
        return [talk.common("hello", "greeting"), talk.question(talk.next_topic(), talk.chance(0.5))]
    if last.kind == "agree":
        return [talk.common("thanks", "thanks")]
    if last.react == "ask_date":
        return [fix_date(talk)]
    parts = give_back(talk) if talk.chance(0.5) else [talk.common("nod")]
    if last.ask:
        parts.append(reply(talk, last.ask) if talk.chance(0.8) else talk.common("defer"))
    if talk.open_objection:
        return parts + _meet_half(talk, talk.open_objection)
    if _ready_soon(talk):
        return [*parts, step(talk) if talk.chance(0.75) else talk.common("vague_step")]
    if talk.chance(0.18):
        parts.append(Part(talk.pick(talk.phrases.bank.pitch), frozenset({"pitch"})))
    return [*parts, talk.question(talk.next_topic(), talk.chance(0.5))]


def _meet_half(talk: Talk, objection: str) -> list[Part]:
    talk.stage += 1
    talk.open_objection = None if talk.stage >= 2 else objection
    parts = [hear_out(talk, objection)] if talk.chance(0.5) else []
    parts.append(answer(talk, objection) if talk.chance(0.7) else probe(talk, objection))
    if talk.chance(0.3):
        parts.append(because(talk, objection))
    return parts


def _ready_soon(talk: Talk) -> bool:
    rested = not talk.proposed or talk.turn - talk.proposed[-1] >= 3
    return rested and talk.turn >= 7 and len(set(talk.told)) >= 4


def early_discounter(talk: Talk) -> list[Part]:
    """A decent rep who cuts the price before anybody has asked, and whenever it gets difficult."""
    parts = decent(talk)
    if talk.last.kind != "agree" and (talk.turn in {1, 2} or talk.open_objection or talk.last.kind in STUBBORN):
        parts.insert(max(0, len(parts) - 1), talk.common("discount", "discount"))
    return parts


def over_promiser(talk: Talk) -> list[Part]:
    """A decent rep to whom everything is always guaranteed."""
    parts = decent(talk)
    if talk.turn and talk.last.kind != "agree":
        promise = Part(talk.pick(talk.phrases.bank.promise), frozenset({"claim"}))
        meets = talk.open_objection or talk.last.objection or talk.last.ask
        parts = [parts[0], promise, *([] if meets else parts[1:])]
    return parts


def hesitant(talk: Talk) -> list[Part]:
    """Means well, dares little: hedges, puts answers off, never quite proposes."""
    if talk.turn == 0:
        return [talk.common("hello", "greeting"), talk.common("hedge")]
    hedge = talk.common("hedge")
    if talk.last.ask or talk.open_objection:
        talk.open_objection = None
        return [hedge, talk.common("defer", "evasion")]
    if talk.turn >= 8 and talk.chance(0.4):
        return [hedge, talk.common("vague_step")]
    nod = give_back(talk) if talk.chance(0.3) else []
    return [*nod, hedge, talk.question(talk.next_topic(), False)]


def product_pusher(talk: Talk) -> list[Part]:
    """Talks about the product whatever is said."""
    pitch = Part(talk.pick(talk.phrases.bank.pitch), frozenset({"pitch"}))
    if talk.turn == 0:
        return [talk.common("hello", "greeting"), pitch]
    if talk.last.react == "ask_date":
        return [fix_date(talk)]
    if talk.turn % 4 == 3:
        return [pitch, step(talk)]
    if talk.chance(0.3):
        return [pitch, talk.question(talk.next_topic(), False)]
    return [pitch, Part(talk.pick(talk.phrases.bank.pitch), frozenset({"pitch"}))]


def pressure_closer(talk: Talk) -> list[Part]:
    """One question for form's sake, then now or never."""
    if talk.turn == 0:
        return [talk.common("hello", "greeting"), talk.question(talk.next_topic(), False)]
    if talk.turn == 1:
        return [Part(talk.pick(talk.phrases.bank.pitch), frozenset({"pitch"})), talk.common("pressure", "pressure")]
    parts = [talk.common("pressure", "pressure")]
    return [*parts, step(talk)] if talk.turn % 3 == 0 else parts


def script_reader(talk: Talk) -> list[Part]:
    """Reads on, whatever was said; a survey question now and then."""
    script = talk.phrases.bank.script
    line = Part(script[talk.turn % len(script)], frozenset({"boilerplate"}))
    if talk.turn % 3 == 1:
        return [line, talk.question(talk.next_topic(), False)]
    if talk.turn > 5 and talk.turn % 4 == 2:
        return [line, step(talk)]
    return [line]


def one_word(talk: Talk) -> list[Part]:
    return [talk.common("one_word")]


def rude(talk: Talk) -> list[Part]:
    if talk.turn == 0 and talk.chance(0.3):
        return [talk.common("hello", "greeting"), talk.common("contempt", "contempt")]
    return [talk.common("contempt", "contempt")]


STYLES: dict[str, Style] = {
    "excellent": excellent,
    "decent": decent,
    "hesitant": hesitant,
    "product-pusher": product_pusher,
    "pressure-closer": pressure_closer,
    "script-reader": script_reader,
    "one-word": one_word,
    "over-promiser": over_promiser,
    "early-discounter": early_discounter,
    "rude": rude,
}
