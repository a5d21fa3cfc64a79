"""What in a sentence points to a question or away from one: endings, question words, verbs of telling. Names are readable, values 0 or 1.

The weights stand in `knowledge/language/question_weights.yaml`; spacing, punctuation and length play no part, except a question mark.
"""

import re
from collections.abc import Iterator, Mapping

from assistant.language.analysis import Analysis, Token
from assistant.language.hangul import ending_in
from assistant.language.phrases import has, phrases
from assistant.language.surface import surface

MARK = re.compile(r"[?？]\s*[\"'”’)\]~ㅎㅋㅠㅜ^!.?？\s]*$")
STOP = re.compile(r"[^.][.!]$")
_ENDINGS: tuple[tuple[str, str], ...] = (
    # the first expression that fits an ending names it; 요 is taken off before
    ("because", r"니까|으니까"),
    ("습니까", r"(?:습|ᆸ)?니까"),
    ("습니까", r".*니꺼"),
    ("ㄹ까", r".*까(?:유)?"),
    ("는지", r".*(?:는|ᆫ|은|을|ᆯ|던)지"),
    ("나", r"나(?:유|예)?|.*[는능]교"),
    ("려나", r".*려나"),
    ("ㄴ가", r"(?:ᆫ|은|는|던)가|.*가유"),
    ("냐", r".*냐(?:고|구)?"),
    ("니", r".*니"),
    ("ㄹ래", r"(?:ᆯ|을)래"),
    ("대", r".*대"),
    ("지", r"지|죠"),
    ("세", r"(?:으)?세"),
    ("네", r".*네"),
    ("니다", r".*니다"),
    ("다", r".*다"),
    ("command", r".*(?:라|자|렴|시오|ᆸ시다|읍시다|려무나)|오|소"),
    ("ㄹ게", r".*(?:게|께|마)"),
    ("statement", r".*(?:거든|잖아|구나|군|더라|더라구|더라고|걸|라구|다구|다니까)"),
    ("ㄴ데", r".*(?:데)"),
    ("어", r"어|아|여|야|이야|에|예|해"),
    ("고", r".*(?:고|구)"),
    ("면", r".*면"),
    ("ㅁ", r"ᆷ|음|기"),
)
_ENDING = tuple((name, re.compile(rf"(?:{form})$")) for name, form in _ENDINGS)
_WH = re.compile(
    r"(?P<why>왜|어째서)|(?P<how>어떻게|어찌|어떠|어떨|어때|어땠|어떤가)|(?P<what>무엇(?!이든|이나|도)|뭐(?!든|맨날|그냥|잘|어쩔|그럭|좀|하나|$)|뭘|뭔|무슨|뭣|뭐가)|(?P<who>누가(?![가-힣]도)|누구(?!나|든)|누굴|누군(?!가))"
    r"|(?P<which>어느(?!순간|새|정도)|어떤(?![가-힣]{1,4}(?:도|든)))|(?P<when>언제(?!든|나))|(?P<where>어디(?!든|나|서나|서든|에나|에든)|어딜|어딘(?!가)|어딨)|(?P<many>얼마(?!든|안|전|없)|몇(?!몇|년전|달전|해전|년째|번이나)|며칠)"
)
_INSIDE = re.compile(
    r"(?:왜|어떻|어떠|어떤|무엇|뭐|뭘|뭔|무슨|누가|누구|어느|언제|어디|얼마|몇)[가-힣0-9]{0,16}?(?:지(?:만|를|도|는|부터|까지)(?!않|못)|지(?=몰라|모르|모른)|까(?:싶|하는|하고))"
)
"""A question inside a statement: '무엇이 비는지만 보자', '얼마나 길었을까 싶네요'."""
_PLAIN_WORDS = frozenset({"when", "where", "which", "many", "how"})
"""Question words whose own weight carries over; 'why', 'who' and 'what' scold in everyday speech and ask in a sale."""
_SOFT = frozenset({"는지", "어", "지", "대", "네", "ㄴ데", "세", "none", "particle", "ㅁ", "고", "ㄹ래", "니", "topic"})
"""Endings that ask or tell; beside a question word they mostly ask."""
_UNKNOWN = re.compile(rf"(?:니|(?:(?<!니)|(?<=[{ending_in('ㅂ')}]니))까요?|냐|나요|[가-힣]가요|는지요?|죠|니꺼|[는능]교|까유|가유|나유|나예|는디요)$")
"""Endings that stay recognisable when a typo hides the verb; '그러니까요' is none."""
_AGAIN = re.compile(r"냐[고구](?:요)?$")
"""'있냐고요': asked once more."""
_SURELY = ("ends 습니까", "ends 나", "ends ㄴ가", "ends ㄹ까")
"""Endings that ask whatever else is said."""
_TELL = re.compile(r"알려|(?<!반)말해|말씀(?:해|좀|부탁)|가르쳐|들려|설명해|얘기해|이야기해|여쭤|여쭙|물어|공유해|소개해|추천해")
_LOOK = re.compile(r"확인|검색|찾아|보여|조사|알아봐|알아보|체크|조회|봐봐|살펴|읽어")
_SELF = re.compile(r"^(?:나는|난|내가|나|저는|전|제가|저(?!희(?![는가도]))|우리)(?=[가-힣])")
_HONOURS = frozenset({"시", "으시"})
_SIGNS = (
    ("ever", re.compile(r"적(?:이|은)?있.{0,6}$")),
    ("greets", re.compile(r"(?:안녕하십니까|안녕하세요|안녕하셨어요|안녕하신가요)$")),
    ("혹시", re.compile(r"혹시")),
    ("self", _SELF),
)
_SIGNS_WITH_ENDING = (
    ("not", re.compile(r"(?:지않|잖|지못하|안그).{0,6}$")),
    ("self", _SELF),
    ("거", re.compile(r"거(?:야|지|니|예요|에요|죠|냐)?$")),
)
_TAIL = re.compile(r"[^\w]+$")
_WHEN_OR_WHOM = re.compile(r"면|에게|한테|께(?:서)?|(?:까지|전에|마다|으로)(?:알려|말해)")
_HAPPENS = frozenset({"있다", "없다", "계시다", "되다", "나다", "들다", "알다", "모르다", "가지다"})
"""Nobody is asked to do these: '걱정되시죠' wants a yes, '같이 보시죠' proposes."""
_FEELS = frozenset({"있다", "없다", "계시다", "좋아하다", "싫어하다", "원하다", "알다", "모르다"})
"""Verbs of how things are: with 세요 they ask and order nothing."""
_GIVES_BACK = re.compile(r"(?:말씀|거|뜻)(?:이)?(?:시)?(?:죠|지요)$")
_EVERYBODY = re.compile(r"다들|누구나|(?:고객|손님|이용자)(?:분|님)?들")
_CAN = re.compile(r"수있[가-힣]{0,3}$")
_CURIOUS = re.compile(r"궁금(?!하신|하시|한점이있)|알고싶|듣고싶|여쭤보고|여쭙고")
_ENGLISH_SIGNS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (
        "subject first",
        True,
        re.compile(r"(?:and |so |but |then )?(?:i|we|you|it|that|this|they|he|she|there|our|my|the|a|let's|let me)(?![a-z])"),
    ),
    ("exclaims", True, re.compile(r"(?:how|what) (?:a|an|nice|lovely|great|awful|wonderful|interesting|frustrating)(?![a-z])")),
    (
        "wh, verb first",
        False,
        re.compile(r"(?<![a-z])(?:what|how|who|why|which|when|where)(?:'s| (?:would|do|did|is|are|does|could|should|will|was|were))(?![a-z])"),
    ),
    ("wh inside", False, re.compile(r"(?:which|who|what|how|why|when|where|if|whether) [a-z']+")),
)
"""Name, whether it must stand at the beginning, and the expression."""
_INVERTED = frozenset({"question_start", "asks_politely", "leading_words"})
"""Without any of these an English sentence without a question mark only has a question inside it, unless a clause of it begins as one."""
_CLAUSE_ASKS = re.compile(
    r"(?:^|[,;:.] ?)(?:(?:and|so|but|then|or|ok|okay|well|oh|also|um|uh|hm+|right|yeah) )*(?:what|how|who|why|which|when|where)"
    r"(?:'s| (?:would|do|did|is|are|does|could|should|will|was|were|has|have|can))(?![a-z])"
)
_ASKS_AFTER_A_CLAUSE = re.compile(
    r"(?<![a-z'])(?<!'s )(?<!is )(?<!was )(?:"
    r"(?:what|how|why|which|who|when|where)(?: (?!(?:i|you|it|that|they|he|she|we|who|which|the|what|to)(?![a-z']))[a-z'-]+){0,3}"
    r" (?:do|does|did|would|could|should|will|can|are|were|is|was|have|has|had) (?:i|you|they|he|she|we|there)(?![a-z'])"
    r"|(?:what|how|why) (?:do|does|did|would|could|should|will) (?:one|an?|the|your|my|our|that|this|these|those|it)(?![a-z'])"
    r"|what (?:would|will|could|should) (?:have to|be|happen|make|need|change)"
    r")|[,;:] ?(?:(?:and|so|but|then|or) )*(?:would|do|did|is|are|does|could|will|was|were|has|have|can)"
    r" (?:you|it|that|they|there|he|she|anybody|anyone)(?![a-z])"
)
"""A question word and then verb before subject, wherever a sentence has come to: 'By when do you …', 'If they ask, what would you say'."""
_SHORT_CHOICE = 6
"""Words of 'tea or coffee': in a longer sentence an 'or' asks nothing by itself."""
_WH_STATEMENT = re.compile(
    r"(?:and |so |but |then )?(?:(?:where|when|why)(?! (?:is|are|was|were|do|does|did|would|could|should|can|will|has|have|had|not|else|exactly)|')"
    r"|(?:what|how) (?:it|you|we|i|they|he|she|the|this|that|there|my|our|your)(?![a-z])"
    r"|any(?:thing|one)?(?= .{30})|.*what you (?:tell|told|say|said)(?![a-z]))"
)
_ASKS_LATER = re.compile(
    r" (?:is|are|was|were|do|does|did|would|could|can|should|will|has|have) (?:it|you|that|this|they|he|she|the|your|there|we)(?![a-z])"
)
_REASON_FIRST = re.compile(r"(?:and |so |but |then )?(?:because|since|given)(?! when)(?![a-z])")


def features(said: Analysis) -> dict[str, float]:
    """Those that are there, each 1.0."""
    sentence, language = said.text, said.language
    names = _korean(said) if language == "ko" else _english(sentence)
    found = dict.fromkeys(names, 1.0)
    if MARK.search(sentence):
        found["question mark"] = 1.0
    elif language == "en":
        found |= dict.fromkeys(_unmarked(sentence, found), 1.0)
    if "question mark" not in found and STOP.search(sentence) and not found.keys() & {"tell me", "curious", "asks_politely"}:
        found["full stop"] = 1.0
    if has("reference", sentence, language) and not any(name in found for name in _SURELY):
        found["others"] = 1.0
    if has("rhetorical", sentence, language):
        found["rhetorical"] = 1.0
    return found


def _korean(said: Analysis) -> Iterator[str]:
    tokens = [token for token in said.tokens if not token.tag.startswith(("S", "W")) or token.tag in {"SN", "SL"}]
    flat = _TAIL.sub("", surface(said.text, "ko").text)
    end = _ending(tokens, flat)
    yield f"ends {end}"
    asked = {kind for match in _WH.finditer(_INSIDE.sub("", flat)) for kind, part in match.groupdict().items() if part}
    yield from (f"word {kind}" for kind in asked if kind in _PLAIN_WORDS)
    if asked:
        yield "word"
        yield f"word, {end}"
    yield from _verbs(flat, end, tokens)
    yield from _manner(said.text, flat, end, tokens)


def _ending(tokens: list[Token], flat: str) -> str:
    """The kind of the last ending, with '+요' where that closes it and the ending alone would not ask."""
    polite = bool(tokens) and tokens[-1].form == "요" and tokens[-1].tag.startswith(("J", "MM"))  # '기간은요' is read as if it began something
    last = (tokens[-2] if polite and len(tokens) > 1 else tokens[-1]) if tokens else None
    if last is None:
        return "none"
    name = "topic" if last.tag == "JX" and last.form in {"은", "는", "ᆫ"} else "particle" if last.tag.startswith(("J", "E")) else "none"
    form = last.form if last.tag in {"EF", "EC"} or last.form == "아니" else ""
    if not form and (unknown := _UNKNOWN.search(flat)):
        form = unknown.group()
    if form:
        polite = polite or form.endswith(("요", "죠"))
        if polite and _AGAIN.search(form):
            return "냐고+요"
        form = form.removesuffix("요") or form
        name = next((name for name, fits in _ENDING if fits.match(form)), "other")
    return f"{name}+요" if polite and name in _SOFT else name


def _verbs(flat: str, end: str, tokens: list[Token]) -> Iterator[str]:
    wants = any(token.lemma == "주다" or token.form == "주" for token in tokens[-5:]) or end in {"command", "어", "세", "어+요", "세+요"}
    inner = any(
        token.form.endswith(("는지", "ᆫ지", "은지", "을지", "ᆯ지", "던지", "냐고", "ᆫ가", "나")) and token.tag in {"EC", "EF"} for token in tokens[:-1]
    )
    tells, looks = _TELL.search(flat) is not None, _LOOK.search(flat) is not None
    if tells and wants:
        yield "tell me"
        yield f"tell me, {end}"
        if _WHEN_OR_WHOM.search(flat):
            yield "tell when or whom"
    elif looks and wants:
        yield "look up"
        yield f"look up, {end}"
        if inner:
            yield "look up whether"
    elif wants and end in {"니", "ㄹ래", "ㄹ까", "나", "ㄴ가", "습니까"} and any(token.form == "주" for token in tokens[-5:]):
        yield "do it for me"
    if inner:
        yield "whether"
    if _CAN.search(flat) and not any(token.form in _HONOURS for token in tokens):
        yield f"can, {end}"
    if _CURIOUS.search(flat):
        yield "curious"


def _manner(text: str, flat: str, end: str, tokens: list[Token]) -> Iterator[str]:
    prefinal = {token.form for token in tokens[-3:] if token.tag == "EP"} if not _GIVES_BACK.search(flat) else set[str]()
    if _EVERYBODY.search(flat):
        yield "everybody"
    if prefinal & _HONOURS:
        yield f"honours, {end}"
        if prefinal & {"었", "았"} and "겠" not in prefinal:
            yield f"honours past, {end}"
    elif any(token.form == "거" for token in tokens[-3:]) and any(token.form in _HONOURS for token in tokens[-7:-3]):
        yield f"honours 거, {end}"
    if "겠" in prefinal:
        yield f"would, {end}"
    if phrases(text, "ko").may_have("scolds") and has("scolds", flat, "ko"):
        yield "scolds"
    yield from (name for name, fits in _SIGNS if fits.search(flat))
    yield from (f"{name}, {end}" for name, fits in _SIGNS_WITH_ENDING if fits.search(flat))
    verb = next((token for token in reversed(tokens) if token.tag.startswith(("VV", "VA", "VX", "VC", "XSV", "XSA"))), None)
    if verb is not None and (verb.tag.startswith(("VA", "VC", "XSA")) or verb.lemma in _FEELS):
        yield f"state, {end}"
    if verb is not None and prefinal & _HONOURS and (verb.tag.startswith(("VA", "XSA")) or verb.lemma in _HAPPENS or verb.form == "되"):
        yield f"honours state, {end}"
    elif prefinal & _HONOURS and any(token.tag == "JKS" for token in tokens):
        yield f"honours subject, {end}"


def _english(sentence: str) -> Iterator[str]:
    form = surface(sentence, "en").text.strip()
    for name in ("question_start", "asks_politely", "open_words", "narrow_words", "choice_words", "leading_words"):
        if has(name, sentence, "en"):
            yield name
    yield from (name for name, at_start, fits in _ENGLISH_SIGNS if (fits.match(form) if at_start else fits.search(form)))


def _unmarked(sentence: str, found: Mapping[str, float]) -> Iterator[str]:
    """What tells a statement from a question where no mark does."""
    form = surface(sentence, "en").text.strip()
    short_choice = "choice_words" in found and len(form.split()) <= _SHORT_CHOICE
    if _ASKS_AFTER_A_CLAUSE.search(form):
        yield "asks after a clause"
    elif not (found.keys() & _INVERTED or short_choice or _CLAUSE_ASKS.search(form)):
        yield "not inverted"
    if _WH_STATEMENT.match(form) and not _ASKS_LATER.search(form):
        yield "wh, no verb"
    if _REASON_FIRST.match(form):
        yield "reason first"
