"""What should stand in a place of a scenario, as a phrase in English (after 'expected') and a sentence in Korean. Pure.

One function per thing that can be wrong, so that the command, the builder and a refused upload say the same.
"""

from typing import Any, Literal

from assistant.domain.draft import Problem
from assistant.domain.words import Language, Text

Kind = Literal["topic", "fact", "objection", "common question", "fact of theirs", "objection of theirs", "thing the buyer says"]
_KINDS: dict[Kind, str] = {
    "topic": "이야깃거리는",
    "fact": "사실은",
    "objection": "반대는",
    "common question": "흔한 질문은",
    "fact of theirs": "이 사람의 사실은",
    "objection of theirs": "이 사람의 반대는",
    "thing the buyer says": "상대의 사실, 반대, 질문, 대답은",
}
_SIDES: dict[Language, tuple[str, str]] = {"ko": ("한국어", "Korean"), "en": ("영어", "English")}


def a_text(path: str, language: Language) -> Problem:
    ko, en = _SIDES[language]
    return Problem(path, Text(f"{ko}로 적은 글이 있어야 해요.", f"a text in {en}"), "empty")


def an_id(path: str, found: str) -> Problem:
    return Problem(
        path,
        Text(
            f"영어 소문자와 숫자, -, _만 써서 60자 이내로 적어 주세요. 지금 값: {found!r}",
            f"up to 60 small letters, digits, - and _, found {found!r}",
        ),
        "form",
    )


def a_colour(path: str, found: str) -> Problem:
    return Problem(path, Text(f"#2f6f73처럼 적어 주세요. 지금 값: {found!r}", f"a colour like #2f6f73, found {found!r}"), "form")


def whole_lines(path: str) -> Problem:
    return Problem(path, Text("빈 줄이나 줄바꿈 없이 한 줄에 하나씩 적어 주세요.", "lines that are not blank and hold no line break"), "empty")


def entries(path: str, least: int, found: int) -> Problem:
    return Problem(path, Text(f"{least}개 이상 있어야 하는데 지금은 {found}개예요.", f"at least {least} entries, found {found}"), "few")


def words_to_ask_by(path: str, least: int, found: int) -> Problem:
    what = "words by which people ask for this fact (what it is about, what they call it), so that no other question brings it out"
    text = Text(
        f"사람들이 이 사실을 물을 때 쓰는 말이 {least}개 이상 있어야 다른 질문에 나오지 않아요. 지금은 {found}개예요.",
        f"at least {least} {what}, found {found}",
    )
    return Problem(path, text, "few")


def areas(path: str, least: int, found: int) -> Problem:
    text = Text(f"영역마다 하나씩 {least}개가 있어야 하는데 지금은 {found}개예요.", f"at least {least} areas, one item each, found {found}")
    return Problem(path, text, "few")


def signals(path: str, least: int, found: int) -> Problem:
    text = Text(f"종류가 '신호'인 사실이 {least}개 이상 있어야 하는데 지금은 {found}개예요.", f"at least {least} of kind signal, found {found}")
    return Problem(path, text, "few")


def lines(path: str, least: int, found: int) -> Problem:
    return Problem(
        path, Text(f"{least}줄 이상 있어야 하는데 지금은 {found}줄이에요.", f"at least {least} lines, found {found}"), "few" if found else "empty"
    )


def known(path: str, kind: Kind, found: str) -> Problem:
    return Problem(path, Text(f"이런 id의 {_KINDS[kind]} 없어요: {found!r}", f"the id of a known {kind}, found {found!r}"), "reference")


def a_topic(path: str) -> Problem:
    return Problem(path, Text("이야깃거리를 하나 이상 골라 주세요.", "at least one topic"), "reference")


def different_ids(path: str, twice: str) -> Problem:
    return Problem(path, Text(f"id는 서로 달라야 해요. 두 번 나온 것: {twice!r}", f"ids that differ, found {twice!r} twice"), "twice")


def between(path: str, low: int, high: int, found: float) -> Problem:
    return Problem(path, Text(f"{low}에서 {high} 사이여야 해요. 지금 값: {found}", f"a number from {low} to {high}, found {found}"), "range")


def dear_enough(path: str, least_won: int) -> Problem:
    text = Text(
        f"{least_won:,}원 이상이어야 해요. 마주는 고관여 거래를 연습해요.",
        f"at least {least_won} won: Maju practises high-involvement deals",
    )
    return Problem(path, text, "range")


def not_less(path: str) -> Problem:
    return Problem(path, Text("낮은 금액보다 작을 수 없어요.", "not less than price_low_won"), "range")


def said_once(path: str, line: str, elsewhere: str) -> Problem:
    text = Text(f"같은 말이 {elsewhere}에도 있어요: {line!r}", f"a line that stands nowhere else, found {line!r} in {elsewhere} too")
    return Problem(path, text, "twice")


def a_tell(path: str) -> Problem:
    return Problem(path, Text("이 사실을 드러내는 말이 하나 이상 있어야 해요.", "at least one word that gives the fact away"), "secret")


def kept_secret(path: str, tell: str, where: str) -> Problem:
    text = Text(
        f"묻기도 전에 드러나는 말이에요. {where}에도 나와요: {tell!r}",
        f"words found in no text heard before it, but {tell!r} stands in {where}",
    )
    return Problem(path, text, "secret")


def own_words(path: str, tell: str) -> Problem:
    return Problem(path, Text(f"이 사실의 말 어디에도 나오지 않아요: {tell!r}", f"words of the fact's own lines, {tell!r} is in none"), "secret")


def only_here(path: str, tell: str, other: str) -> Problem:
    text = Text(f"다른 사실({other})의 말에도 나와요: {tell!r}", f"words found in no other fact, but {tell!r} stands in {other}")
    return Problem(path, text, "secret")


def gives_nothing_away(path: str, tell: str, fact: str) -> Problem:
    text = Text(f"사실({fact})을 드러내는 말이 들어 있어요: {tell!r}", f"nothing that gives a fact away, but {tell!r} does ({fact})")
    return Problem(path, text, "secret")


def different_people(path: str, reserved: str) -> Problem:
    text = Text(
        f"id가 서로 다르고 {reserved!r}이 아닌 사람이 한 명에서 네 명까지 있어야 해요.",
        f"one to four people with ids that differ, none of them {reserved!r}",
    )
    return Problem(path, text, "form")


def facts_of_a_person(path: str, least: int) -> Problem:
    text = Text(f"{least}개 이상 있어야 하고, 하나는 종류가 '아픈 곳'이어야 해요.", f"at least {least}, one of them of kind pain")
    return Problem(path, text, "few")


def not_at_the_door(path: str) -> Problem:
    text = Text("다음 약속 앞에서 망설이는 사람은 상대뿐이에요. 다른 때를 골라 주세요.", "pitch, price or any: at the door only the buyer hesitates")
    return Problem(path, text, "range")


def of_form(path: str, kind: str, message: str, context: dict[str, Any]) -> Problem:
    """A value that does not fit its field, from the model's own finding: its kind, its English message, what it knows."""
    place = path or "(file)"
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return Problem(place, Text("없는 항목 이름이에요. 철자를 확인해 주세요.", "a known key (this one is not)"), "form")
    if kind in {"missing", "missing_argument"}:
        return Problem(place, Text("값이 빠졌어요.", "a value (it is missing)"), "form")
    ko = _FORMS.get(kind, "이 항목에 맞지 않는 값이에요.")
    if kind == "literal_error":
        ko = f"다음 가운데 하나여야 해요: {context.get('expected', '')}"
    return Problem(place, Text(ko, message[0].lower() + message[1:]), "form")


_FORMS = {
    "string_type": "글자로 적어 주세요. 숫자나 true, false 같은 말은 따옴표로 감싸야 해요.",
    "int_type": "정수로 적어 주세요.",
    "int_parsing": "정수로 적어 주세요.",
    "int_from_float": "정수로 적어 주세요.",
    "float_type": "숫자로 적어 주세요.",
    "float_parsing": "숫자로 적어 주세요.",
    "bool_type": "true나 false로 적어 주세요.",
    "tuple_type": "목록으로 적어 주세요.",
    "dataclass_type": "아래에 항목 이름과 값이 이어져야 해요.",
}
