"""FAST: does the talk move on, who does what by when? (design: measurement 4.4)"""

from assistant.domain.heard import NextStep
from assistant.domain.words import Language
from assistant.language.dates import concrete_dates
from assistant.language.phrases import covers, has
from assistant.language.sentences import sentences
from assistant.scoring.length import words_in
from assistant.scoring.measures.seen import Measured, Seen
from assistant.scoring.talk import LONGEST_QUOTE, Exchange, Talk, quote

GOOD_PARTS = 3
ACCEPTED_IN = 3
"""Sentences of the buyer that may hold the yes."""
BARE_YES = 2
"""Words of a reply that is a yes and nothing else."""
STEP_FROM = 4
"""Rep turns from which on a conversation should come to a next step."""


def next_step(talk: Talk) -> Measured | None:
    """The best next step of the conversation, 0-4: an action, a named owner, a date a calendar could hold, the buyer's yes. 'Soon' is no date.
    Implementation intentions, d = .65 over 94 tests (Gollwitzer & Sheeran 2006); an advance, not a continuation (Rackham). Grade A."""
    steps = [step for one in talk.exchanges if (step := _step(one))]
    if not steps:
        if len(talk.exchanges) < STEP_FROM:
            return None
        return no_step(talk)
    best = max(steps, key=lambda seen: (seen.value, seen.turn))
    return Measured(best.value, (best,))


def no_step(talk: Talk) -> Measured:
    """Of a talk that should have come to one."""
    last = talk.exchanges[-1]
    return Measured(0.0, (Seen(last.rep.index, 0.0, last.closing_point, "-"),))


def _step(one: Exchange) -> Seen | None:
    step = one.heard.next_step
    if step is None:
        return _dated_promise(one)
    empty = has("vague_step", step.action, one.language)
    dated = 0.0 if empty else _dated(step, one)
    parts = 1 + (bool(step.owner) and not empty) + dated + (dated == 1 and _confirmed(one))
    start = one.text.find(step.action)
    words = one.point if start < 0 else step.action.split("\n")[0].strip()[:LONGEST_QUOTE]
    return Seen(one.rep.index, float(parts), words, "+" if parts >= GOOD_PARTS else "-")


def _dated(step: NextStep, one: Exchange) -> float:
    """1 for a date that a calendar could hold, half for a week or a month, 0 for 'soon'."""
    named = [step.action[start:end] for start, end in concrete_dates(step.action, one.language)]
    if not step.date or (not named and has("vague_time", one.text, one.language)):
        return 0.0
    return 0.5 if all(covers("wide_date", date, one.language) for date in named or [step.date]) else 1.0


def _dated_promise(one: Exchange) -> Seen | None:
    """'I'll ride that route with you on Thursday', 'send me the photo tonight': whatever it is, who and when are said. Where it is put as a
    question, the buyer's yes makes it one."""
    pressed = one.starts("pressure")
    for span in (span for span in one.points if span[0] not in pressed):
        words = one.text[slice(*span)]
        named = [words[start:end] for start, end in concrete_dates(words, one.language)]
        if all(covers("wide_date", date, one.language) for date in named) or has("vague_step", words, one.language):
            continue
        asks = "?" in words
        who = any(has(name, words, one.language) for name in ("first_person_ending", "asks_to_act"))
        if (who and not asks) or (asks and has("softener", words, one.language) and _confirmed(one)):
            return Seen(one.rep.index, GOOD_PARTS + _confirmed(one), quote(one.text, span), "+")
    return None


def _confirmed(one: Exchange) -> bool:
    return one.after is not None and accepts(one.after.text, one.language)


def accepts(reply: str, language: Language) -> bool:
    """The buyer says yes to it in the first sentences: a bare yes or words that take it up, and neither a no nor a 'but'."""
    spans = sentences(reply, language)[:ACCEPTED_IN]
    for start, end in spans:
        words = reply[start:end]
        if has("objection", words, language) or "?" in words:
            return False
        if has("accepts", words, language) or (has("yes_start", words, language) and words_in(words, language) <= BARE_YES):
            return True
    return False
