"""How well a rep deals with what the buyer just said: gives it back, meets an objection, answers a question."""

from tests.benchmarks.reps.talk import Part, Talk


def give_back(talk: Talk) -> list[Part]:
    """Names what was told."""
    heard = talk.phrases.bank.heard
    lines = [line for fact in talk.last.told for line in heard[fact]]
    return [Part(talk.pick(lines), frozenset({"acknowledgement"}))] if lines else []


def hear_out(talk: Talk, objection: str) -> Part:
    return Part(talk.pick(talk.phrases.bank.objections[objection].hear), frozenset({"acknowledgement"}))


def probe(talk: Talk, objection: str) -> Part:
    return Part(talk.pick(talk.phrases.bank.objections[objection].probe), frozenset({"question"}), talk.objection_topics[objection], "open")


def answer(talk: Talk, objection: str) -> Part:
    return Part(talk.pick(talk.phrases.bank.objections[objection].answer), frozenset({"claim"}), talk.objection_topics[objection])


def because(talk: Talk, objection: str) -> Part:
    return Part(talk.pick(talk.phrases.bank.objections[objection].because), frozenset({"justification"}), talk.objection_topics[objection])


def reply(talk: Talk, curiosity: str) -> Part:
    return Part(talk.pick(talk.phrases.bank.curious[curiosity]), frozenset({"answer"}))


def step(talk: Talk) -> Part:
    talk.proposed.append(talk.turn)
    return Part(talk.pick(talk.phrases.bank.step), frozenset({"next_step"}))


def fix_date(talk: Talk) -> Part:
    talk.proposed.append(talk.turn)
    return talk.common("fix_date", "next_step")
