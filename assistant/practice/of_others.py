"""What a buyer says when asked about somebody who is not there: what they know of it, else that they do not know. Pure.

Apart from telling because what lies near is not enough: a fact about the same subject is no answer to what somebody else makes of it.
"""

import re
from collections.abc import Collection

from assistant.domain.buyer import Fact, PlainAnswer
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.absent import Absent, asked_of_absent
from assistant.language.asking import absent_words, kin, says
from assistant.language.surface import squeezed
from assistant.practice.meant import Meant, examples

NEAR, LIKE, LIKE_WHY = 0.5, 0.6, 0.55
"""How like an example of a fact, of a plain answer, of one that gives a reason a question is that asks for it, -1 to 1."""
SURELY, QUITE_SURELY, OF_SEVERAL, OF_THEM = 4.5, 6.0, 2.0, 1.0
"""Log-odds from which on a fact that speaks of them is meant though no example is near, one that names them otherwise, one about several people
that speaks of them or is near, and one that speaks of the person whose view is asked for."""
BEHIND = 3.0
"""How far, in log-odds, anything may be behind the likeliest and still be what is asked for."""
JUST_THAT = 0.75
"""How like an example of a fact a question about somebody's age, work or years is that the fact answers."""
_POLITE = {"따님": "딸", "아드님": "아들", "아버님": "아버지", "어머님": "어머니", "사모님": "아내"}
"""Who somebody is to the buyer, by how a rep politely names them."""


def asked_of(question: str, scenario: Scenario, language: Language) -> Absent | None:
    """Whom the question asks about who is not the buyer, if it asks for what only they could say."""
    return asked_of_absent(question, language, f"{scenario.buyer.name.in_(language)} {scenario.buyer.role.in_(language)}")


def known_of(absent: Absent, likely: Collection[Meant], pointed: Collection[Fact], told: Collection[str], language: Language) -> tuple[Meant, ...]:
    """What the buyer knows of it, the likeliest first, a reason before anything else; what was told already only where
    there is nothing else and it is near. `pointed`: facts that the question asks for in their own words."""
    fit = [one for one in likely if _answers(absent, one, one.one in pointed, language)]
    fresh = (
        [one for one in fit if one.one.id not in told]
        or [one for one in fit if one.like >= NEAR and one.sure >= OF_THEM]
        or _all_there_is(absent, likely, told, language)
    )
    surest = max((one.sure for one in fresh), default=0.0)
    near = [one for one in fresh if one.sure >= surest - BEHIND]
    return tuple(sorted(near, key=lambda one: (one.like if absent.wants == "why" else 0.0, one.sure), reverse=True))


def _all_there_is(absent: Absent, likely: Collection[Meant], told: Collection[str], language: Language) -> list[Meant]:
    """The one fact that speaks of that person, when only one does and it was not told yet; it says nothing of their age or work."""
    if absent.wants == "life":
        return []
    about = [one for one in likely if isinstance(one.one, Fact) and _speaks_of(absent, one.one, language)] if absent.who == "one" else []
    return [one for one in about if one.sure >= 0 and one.one.id not in told] if len(about) == 1 else []


def unknown_of(absent: Absent, language: Language) -> str:
    """The pool of remarks for what the buyer does not know, or keeps to themselves."""
    if absent.wants == "life":
        return "own_life" if re.fullmatch(kin(language), absent.name) else "of_theirs"
    if absent.wants == "why":
        return "why_they"
    if absent.who != "one":
        return "their_views"
    return "what_like" if absent.wants == "like" else "their_view"


def _answers(absent: Absent, one: Meant, pointed: bool, language: Language) -> bool:
    if one.sure < 0:
        return False
    if isinstance(one.one, PlainAnswer):
        if absent.wants == "life" and not _is_of_them(absent, one.one, language):
            return False
        views = any(says("asks_view", example, language) for example in examples(one.one, language))
        if absent.wants == "view" and not (views or one.like >= JUST_THAT):
            return False
        return one.like >= (LIKE_WHY if absent.wants == "why" else LIKE)
    speaks = _speaks_of(absent, one.one, language)
    if absent.wants == "life":
        return speaks and one.like >= JUST_THAT
    if absent.wants == "like" and absent.who == "one":
        return one.sure >= (SURELY if speaks else QUITE_SURELY)
    if absent.who != "one" and one.sure >= OF_SEVERAL and (pointed or one.like >= LIKE or one.sure >= QUITE_SURELY):
        return True
    if absent.who == "anybody":
        return one.like >= NEAR and one.sure >= OF_THEM
    enough = OF_SEVERAL if absent.who == "several" else OF_THEM if absent.wants == "view" else SURELY
    return (one.sure >= QUITE_SURELY and one.like >= LIKE) or (speaks and (one.like >= NEAR or one.sure >= enough))


def _speaks_of(absent: Absent, fact: Fact, language: Language) -> bool:
    return bool(absent.name) and _plain(absent.name) in squeezed(" ".join((fact.summary.in_(language), *fact.lines.in_(language))))


def _is_of_them(absent: Absent, answer: PlainAnswer, language: Language) -> bool:
    """Whether that person stands in what the answer is asked by; or somebody does ('the accountant' may be Mr. Oh)."""
    asked = squeezed(" ".join((*answer.asks.in_(language), *examples(answer, language))))
    if absent.name and _plain(absent.name) in asked:
        return True
    own = " ".join((*answer.asks.in_(language), *answer.questions.in_(language))).lower()
    begin = "" if language == "ko" else r"\b"
    return not answer.intents and any(re.search(f"{begin}(?:{absent_words(language)[who]})", own) for who in ("one", "several"))


def _plain(name: str) -> str:
    """Without what only politeness adds: '따님' is '딸' to her mother."""
    return _POLITE.get(name, squeezed(name))
