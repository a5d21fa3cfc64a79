"""What lies near a question about what was just told and is not what it asks for: facts and plain answers beside the point. Pure.

Apart from leaning because such a question may name things of its own ('how much of the loan is left?'): a fact that knows no more of them than
the one just told is no answer, and a person who does not know says so.
"""

from assistant.domain.buyer import Fact, PlainAnswer
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import Kind, refers_back
from assistant.practice.candidates import Asking
from assistant.practice.meant import Meant, vocabulary
from assistant.practice.plain import taken_in
from assistant.practice.pointed import STRICT, kind_of, known_share, knows_head, unknown_to

ONE_THING: frozenset[Kind] = STRICT | {"whether"}
"""Questions that what was told, told again, is no answer to unless it says just that."""
AS_AN_EXAMPLE, NEAR = 0.85, 0.6
"""How like an example, -1 to 1, a question is that asks for just that, and one that may ask for it."""
RATHER_THAN_THAT = 0.75
"""How like an example of another fact a question is that says words of what was just told and asks for that other one."""
SURELY, PLAINLY, BEYOND_DOUBT = 3.5, 5.0, 7.0
"""Log-odds from which on a fact is meant that knows more of a question than the one just told, one near to a question that says nothing of that,
and anything."""
SAID_SO, MORE_SO, PUT_SO = 0.5, 0.7, 0.8
"""How like an example of a plain answer a question is that asks for it, where it knows all that is named, where it says more about what was
just told, and where it is neither."""


def follows(question: str, told: Fact, scenario: Scenario, language: Language) -> bool:
    """Whether a question is about what was told: it points back to it, or says words of it."""
    return refers_back(question, language) or known_share(told, question, scenario, language) > 0


def neighbours(likely: tuple[Meant, ...], words: str, asking: Asking) -> frozenset[str]:
    """What a question about what was just told does not ask for, however near it lies: facts whose words it says no more of than of that one's
    and whose examples it is not like, and plain answers that know nothing of what else it names."""
    told = asking.latest
    if told is None or not follows(words, told, asking.scenario, asking.language):
        return frozenset()
    return frozenset(one.one.id for one in likely if not _is_meant(one, told, words, asking))


def _is_meant(one: Meant, told: Fact, words: str, asking: Asking) -> bool:
    if one.like >= AS_AN_EXAMPLE or one.sure >= BEYOND_DOUBT or one.one == told or one.one.id in asking.mind.lately:
        return True
    if isinstance(one.one, PlainAnswer):
        return kind_of(words, asking.language) not in ONE_THING or _answers(one, one.one, told, words, asking)
    return _asks_for(one, one.one, told, words, asking)


def _asks_for(one: Meant, fact: Fact, told: Fact, words: str, asking: Asking) -> bool:
    """An open question is content with what lies near, if that knows the very thing it names."""
    scenario, language = asking.scenario, asking.language
    kind, head = kind_of(words, language), knows_head(fact, words, scenario, language)
    back = refers_back(words, language)
    if kind not in ONE_THING:
        return not back or head or one.like >= NEAR or one.sure >= SURELY
    echoed = known_share(told, words, scenario, language)
    more = known_share(fact, words, scenario, language) > echoed
    if not back:
        return (more and head) or one.like >= RATHER_THAN_THAT
    if not echoed and one.like >= NEAR and one.sure >= PLAINLY:
        return True
    return more and ((head and one.like >= NEAR) or (kind != "whether" and one.sure >= SURELY))


def _answers(one: Meant, plain: PlainAnswer, told: Fact, words: str, asking: Asking) -> bool:
    """Whether it knows all that a question names and the fact just told does not; where that is nothing, or something is left, only likeness
    says so."""
    language = asking.language
    if taken_in(plain, words, asking.scenario, language):
        return True
    named = {token.lemma for token in unknown_to(told, words, asking.scenario, language)}
    if named and named <= vocabulary(plain, language):
        return one.like >= SAID_SO
    return one.like >= (MORE_SO if told.id in plain.after or not named else PUT_SO)
