"""The named features of a text's wording: its words, which stand side by side, and its phrases, whatever the spacing, capitals, marks or emoji.

In Korean endings count by what they do, not by their level, so that 합쇼체 and 해요체 come out alike. Names and numbers are left out.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.phrases import known, phrases

PHRASES = (
    "thanks", "apology", "greeting", "farewell", "small_talk", "empathy", "reflection", "agreement", "acknowledges", "subjective", "hedge", "limiter",
    "negation", "contrast_first", "blame_wh", "imperative", "softener", "asks_politely", "rhetorical", "leading_words", "contempt", "pressure",
    "guarantee", "superlative", "formula", "affect", "worry", "advice", "follows_you", "checks_back", "mind_reading", "because", "evasion",
    "because_you", "admits", "agrees", "disclosure", "asks_perspective", "asks_payoff", "asks_problem", "choice_words", "confirming",
    "praise", "cold", "insult", "polite_form", "firm", "care", "request_hard", "request_soft",
    "balance", "concedes", "your_view", "wants_to_know", "absolute", "waves_away", "first_person", "could_would", "please_later", "doubts_self",
    "asks_softly", "honours_asking", "asks_if_can", "humble", "opens_gently", "gives_credit", "rhetorical_no", "why_challenge", "you_bluntly",
    "orders", "reproaches", "smiles", "weeps", "laughs", "wishes", "condemns", "fond", "pities", "feels_with", "swears", "asks_how",
)  # fmt: skip
"""Lists of `knowledge/language` that say how something is said; what is talked about (prices, products, dates) is not among them."""
MOST_TIMES = 3
"""More of a phrase in one turn adds nothing."""
FEWEST = 4
_LEFT_OUT = ("S", "J", "W", "Z", "U", "NNP", "NR")


@lru_cache(maxsize=4096)
def wording(text: str, language: Language) -> dict[str, float]:
    """Features by name: `list:thanks` (log of 1 + how often, at most three times), `word:…` and in English `pair:… …`, a word and the
    next (1 / root of the number of different ones). Pairs of Korean words tell nothing more: endings do there what the next word does."""
    features: dict[str, float] = {}
    stands = phrases(text, language)
    for name in _lists(language):
        if times := sum(1 for _ in stands.found(name)) if name in stands.candidates else 0:
            features[f"list:{name}"] = math.log1p(min(times, MOST_TIMES))
    words = list(_words(text, language))
    pairs = pairwise(words) if language == "en" else ()
    return features | _shares(f"word:{word}" for word in words) | _shares(f"pair:{word} {after}" for word, after in pairs)


def _shares(names: Iterable[str]) -> dict[str, float]:
    different = dict.fromkeys(names)
    return dict.fromkeys(different, 1 / math.sqrt(max(FEWEST, len(different))))


@cache
def _lists(language: Language) -> tuple[str, ...]:
    return tuple(name for name in PHRASES if known(name, language))


def _words(text: str, language: Language) -> Iterator[str]:
    for token in analyse(text, language).tokens:
        word = _korean(token) if language == "ko" else token.lemma if token.tag == "W" else None
        if word:
            yield word


def _korean(token: Token) -> str | None:
    tag = token.tag.split("-")[0]
    if tag == "EF":
        return f"-{ending_kind(token.form)}"
    return None if tag.startswith(_LEFT_OUT) else f"{token.form}/{tag}"


def ending_kind(form: str) -> str:
    """What a final ending does, the same for formal and polite: asks, softly asks, mirrors, orders, states; or in 반말."""
    if form.endswith(("까", "까요")) and form.startswith(("ᆯ", "을")):
        return "softly asks"
    if form.endswith(("니까", "나요", "가요", "지요")) or form in {"는지요", "ᆫ지요", "은지요"}:
        return "asks"
    if form.endswith(("네요", "군요", "구요")):
        return "mirrors"
    if form.endswith(("시오", "세요")):
        return "orders"
    if form.endswith(("니다", "요", "죠", "용", "여")):
        return "states"
    kinds = {"notes": ("ᆷ", "음", "기"), "plainly asks": ("냐", "니", "냐고", "나", "는가", "ᆫ가", "은가"), "plainly mirrors": ("구나", "군", "네")}
    return next((kind for kind, forms in kinds.items() if form in forms), "plainly states")
