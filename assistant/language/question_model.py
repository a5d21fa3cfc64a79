"""How likely one sentence asks something: morphological endings and wh-words, weighted."""

import re
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.phrases import has

_MARK = re.compile(r"[?？][\s\"')\]~ㅎㅋㅠ^!]*$")
_KO_ENDING = re.compile(r"(?:까|까요|냐|냐고|니|나요|가요|는지요|ᆫ지요|은지요|지요|래|래요|죠|지|려나|나|가)$")
_KO_STRONG = re.compile(r"(?:까|까요|나요|ᆫ가요|은가요|는가요|던가요|는지요|ᆫ지요|냐|래요|니|려나)$")
_KO_WEAK = re.compile(r"(?:어요|아요|에요|예요|세요|시죠|죠|지요|어|지|ᆫ데요|는데요|대요)$")
_WH = re.compile(r"왜|어떻게|어떤|어떠|어떨|어때|무엇|무슨|뭐(?!든)|뭘|뭔|누가|누구|어느|언제|어디|얼마|몇|며칠")


@lru_cache(maxsize=8192)
def sentence_probability(sentence: str, language: Language) -> float:
    """0-1 for one sentence."""
    if has("rhetorical", sentence, language):
        return 0.3
    if _MARK.search(sentence):
        return 0.97
    if has("asks_politely", sentence, language):
        return 0.85
    return _korean(sentence) if language == "ko" else 0.8 if has("question_start", sentence, "en") else 0.05


def _korean(sentence: str) -> float:
    endings = [token.form for token in analyse(sentence, "ko").tokens if token.tag == "EF"]
    last = endings[-1] if endings else ""
    asks = _WH.search(sentence) is not None
    if _KO_STRONG.search(last):
        return 0.92
    if asks and _KO_WEAK.search(last):
        return 0.8
    return 0.25 if asks else 0.05
