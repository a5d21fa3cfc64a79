"""Which of the answers that a question may be meant to ask for is given: a plain one, or facts. Pure."""

from collections.abc import Sequence

from assistant.domain.buyer import Fact, PlainAnswer
from assistant.domain.heard import Question
from assistant.language.asking import sought
from assistant.practice.candidates import Asking
from assistant.practice.meant import Meant, vocabulary
from assistant.practice.pointed import kind_of
from assistant.practice.unlocking import may_be_told

AS_IN_AN_EXAMPLE, FAR = 0.85, 3.0
"""How like an example of a plain answer, -1 to 1, a question is that is put as it is, and how far, in log-odds, it may be behind the likeliest."""
RATHER, MUCH, BARELY, HARDLY = 0.55, 0.15, -0.5, 2.0
"""The same where the likeliest fact is put quite differently, log-odds from which on, and up to which that fact is hardly likelier."""
SURE_NAMED = 0.0
"""The same where a question is nothing but its subject ('parking?')."""
NEARER, CLEARLY = 0.7, 0.1
"""How like an example of a plain answer a question is, and by how much more than one of a likelier fact that is kept back, that is answered so
rather than not at all."""
SURE, SURE_OPEN, NEAR = 1.0, 0.0, 0.5
"""Log-odds from which on something is surely meant, by an open question less, which is content with what lies near; and how far behind the
likeliest something else is almost as likely."""
UNLIKE = 0.5
"""How like an example a question must be that is content with what lies near."""
TOLD = 2.0
"""How far, in log-odds, a plain answer may be behind a fact told before and still be what is asked for."""
FURTHER, REASON = 0.5, 0.55
"""Log-odds from which on what says more about the very thing just told is what a question is left with that nothing else answers; how like an
example, -1 to 1, one for a reason is that another fact about the same gives."""
MORE_OF_IT, QUITE_SO = 0.7, 0.0
"""How like an example a question is, and log-odds from which on, that asks for more of what was told rather than for that again."""


def picked(likely: tuple[Meant, ...], question: Question, asking: Asking, sure: float) -> tuple[PlainAnswer | None, tuple[Fact, ...]]:
    """The plain answer to give, or the facts that are asked for, the likeliest first; neither when none reaches `sure`."""
    if not likely:
        return None, ()
    asked_so = max((one for one in likely if isinstance(one.one, PlainAnswer)), key=lambda one: one.like, default=None)
    ahead = next((one.sure for one in likely if one.one.id not in asking.mind.revealed), 0.0)
    put_so = asked_so is not None and asked_so.like >= max(AS_IN_AN_EXAMPLE, *(one.like for one in likely)) and asked_so.sure >= ahead - FAR
    if asked_so and put_so and isinstance(asked_so.one, PlainAnswer):
        return asked_so.one, ()
    more = _more_of_what_was_told(likely, asking)
    if more:
        return more, ()
    fresh = _before_what_was_told(likely, asking)
    sure = sure if fresh[0].like >= UNLIKE else max(sure, SURE)
    nearer = asked_so is not None and asked_so.like >= max(NEARER, fresh[0].like + CLEARLY) and asked_so.sure >= SURE
    if asked_so and nearer and isinstance(asked_so.one, PlainAnswer) and _is_kept(fresh[0].one, question, asking):
        return asked_so.one, ()
    if asked_so and isinstance(asked_so.one, PlainAnswer) and _rather_than(asked_so, fresh[0]):
        return asked_so.one, ()
    return plain_or_facts([one.one for one in fresh if one.sure >= max(sure, fresh[0].sure - NEAR)], question, asking)


def _rather_than(asked_so: Meant, likeliest: Meant) -> bool:
    """Whether a plain answer is asked for, though something that is put quite differently is likelier, by little."""
    nearer = likeliest.like < UNLIKE and asked_so.like >= max(RATHER, likeliest.like + MUCH)
    return nearer and likeliest.sure < HARDLY and asked_so.sure >= BARELY


def _more_of_what_was_told(likely: tuple[Meant, ...], asking: Asking) -> PlainAnswer | None:
    """What there is to say further about a fact told before, to a question in whose words that fact is most likely but which is much more like
    one for this."""
    told = likely[0]
    if not isinstance(told.one, Fact) or told.one.id not in asking.mind.revealed:
        return None
    further = [one for one in likely if isinstance(one.one, PlainAnswer) and told.one.id in one.one.after and one.sure >= QUITE_SO]
    nearest = max(further, key=lambda one: one.like, default=None)
    if nearest is None or nearest.like < max(MORE_OF_IT, told.like + CLEARLY) or not isinstance(nearest.one, PlainAnswer):
        return None
    return nearest.one


def _before_what_was_told(likely: tuple[Meant, ...], asking: Asking) -> tuple[Meant, ...]:
    """Without the facts told before at the head, where a plain answer is nearer to the question and almost as likely."""
    head = next((at for at, one in enumerate(likely) if one.one.id not in asking.mind.revealed), None)
    if not head:
        return likely
    nearer = isinstance(likely[head].one, PlainAnswer) and likely[head].like > max(one.like for one in likely[:head])
    return likely[head:] if nearer and likely[head].sure >= likely[0].sure - TOLD else likely


def plain_or_facts(meant_so: Sequence[Fact | PlainAnswer], question: Question, asking: Asking) -> tuple[PlainAnswer | None, tuple[Fact, ...]]:
    """The first plain answer, or the facts: those that may be told now come before a plain answer, which comes before those that may not."""
    facts = tuple(one for one in meant_so if isinstance(one, Fact))
    plain = next((one for one in meant_so if isinstance(one, PlainAnswer)), None)
    if plain and ((plain is meant_so[0] and plain.after) or not any(may_be_told(fact, question, asking) for fact in facts)):
        return plain, ()
    return None, facts


def _is_kept(one: Fact | PlainAnswer, question: Question, asking: Asking) -> bool:
    return isinstance(one, Fact) and one.id not in asking.mind.revealed and not may_be_told(one, question, asking)


def left_with(likely: tuple[Meant, ...], question: str, asking: Asking) -> tuple[PlainAnswer | None, tuple[Fact, ...]]:
    """What a question right after something was told is left with that nothing answers: what says more about that, if nothing fresh is likelier;
    for a reason, the fact about the same that was not told yet and is more like it."""
    told = asking.latest
    fresh = [one for one in likely if one.one.id not in asking.mind.revealed]
    if told is None or not fresh:
        return None, ()
    first, named = fresh[0].one, {token.lemma for token in sought(question, asking.language).words}
    says_so = isinstance(first, PlainAnswer) and (not named or named & vocabulary(first, asking.language))
    if isinstance(first, PlainAnswer) and says_so and told.id in first.after and fresh[0].sure >= FURTHER:
        return first, ()
    if kind_of(question, asking.language) != "why":
        return None, ()
    of_told = max((one.like for one in likely if one.one == told), default=1.0)
    reasons = [one for one in fresh if isinstance(one.one, Fact) and set(one.one.topics) & set(told.topics) and one.like >= max(REASON, of_told)]
    best = max(reasons, key=lambda one: one.like, default=None)
    return (None, (best.one,)) if best and isinstance(best.one, Fact) else (None, ())
