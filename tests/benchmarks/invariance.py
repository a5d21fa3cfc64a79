"""What must not move a score: `python -m tests.benchmarks.invariance`. Sixty-four conversations a language, each changed in ways that are nobody's
merit or fault, and scored again.

Printed for each change and dimension: the mean move in points (its sign shows a bias), and the share of conversations that moved by at most three.
`held` changes in other ways of the same kinds (other typos, other dialects), which the scorer was not mended on.
"""

import argparse
import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language, Speaker
from tests.benchmarks.conversations import conversations, differences, points
from tests.benchmarks.rough_turns import ROUGH

STILL = 3.0
"""Points a score may move."""
Change = tuple[Speaker | None, Callable[[str, int], str]]
"""(whose turns, None = both; the text and the number of the turn -> the text)."""

FORMAL_TO_POLITE = (
    ("드리겠습니다", "드릴게요"), ("하겠습니다", "할게요"), ("겠습니다", "겠어요"), ("했습니다", "했어요"), ("었습니다", "었어요"),
    ("았습니다", "았어요"), ("였습니다", "였어요"), ("습니다", "어요"), ("입니다", "이에요"), ("합니다", "해요"), ("됩니다", "돼요"),
    ("십니까", "세요"), ("습니까", "나요"), ("입니까", "인가요"), ("합니까", "하나요"),
)  # fmt: skip
POLITE_TO_FORMAL = (
    ("드릴게요", "드리겠습니다"), ("할게요", "하겠습니다"), ("했어요", "했습니다"), ("었어요", "었습니다"), ("았어요", "았습니다"),
    ("있어요", "있습니다"), ("없어요", "없습니다"), ("이에요", "입니다"), ("예요", "입니다"), ("해요", "합니다"), ("돼요", "됩니다"),
    ("세요?", "십니까?"), ("나요?", "습니까?"),
)  # fmt: skip
EN_TYPOS = (("the ", "teh "), ("you", "yuo"), ("and ", "adn "), ("with", "wiht"))
KO_TYPOS = (("돼요", "되요"), ("할게요", "할께요"), ("드릴게요", "드릴께요"), ("않", "안"), ("며칠", "몇일"))
ESL = ((" the ", " "), (" a ", " "), ("doesn't", "don't"), ("many", "much"))
DIALECT = (("어요", "어예"), ("습니다", "심더"), ("세요", "이소"))
NAMES = {"ko": (("윤", "박"), ("실장님", "팀장님"), ("원장님", "선생님")), "en": (("Ms ", "Mr "), ("Mr ", "Ms "), ("Yoon", "Novak"))}
COMPANY = {"ko": (("한결", "두레"), ("루트웍스", "가람")), "en": (("Hangyeol", "Borealis"), ("Rootworks", "Meridian"))}
SPELLING = (
    ("isation", "ization"), ("ise ", "ize "), ("ised", "ized"), ("colour", "color"), ("favour", "favor"), ("abour", "abor"), ("ogramme", "ogram"),
    ("entre", "enter"), ("licence", "license"), ("grey", "gray"), ("cheque", "check"), ("metre", "meter"), ("travell", "travel"),
)  # fmt: skip
APOSTROPHES = (
    ("n't", "nt"),
    ("I'm", "Im"),
    ("'ve", "ve"),
    ("'re ", "re "),
    ("that's", "thats"),
)
SHORTER = {
    "ko": (("솔직히 ", ""), ("사실 ", ""), ("일단 ", ""), ("그냥 ", ""), ("아무튼 ", ""), ("음, ", ""), ("글쎄요, ", ""), ("좀 ", "")),
    "en": (
        ("Honestly, ", ""),
        ("Well, ", ""),
        ("To be honest, ", ""),
        ("Frankly, ", ""),
        ("Look, ", ""),
        (" really ", " "),
        (" just ", " "),
        ("Hmm, ", ""),
    ),
}
"""What a buyer's turn can do without."""
FILLER = {"ko": "참고로 오늘은 수요일이에요.", "en": "By the way, today is Wednesday."}
LONGER = {"ko": "그러니까 제 말은 그 말이에요.", "en": "That is what I mean to say."}


HELD_ENDINGS = (("니까?", "니껴?"), ("어요", "어라"), ("아요", "아유"), ("해요", "해유"), ("네요", "네유"), ("지요", "지라"), ("는데요", "는디요"))
HELD_ESL = ((" an ", " "), ("There are", "There is"), ("I have", "I am having"), (" to the ", " to "), ("did you", "you did"))
HELD_FILLER = {"ko": "밖에 비가 조금 오네요.", "en": "It is raining a little outside."}
HELD_LONGER = {"ko": "제가 하고 싶은 이야기는 이겁니다.", "en": "What I want to tell you is this."}


def swapped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def changes(language: Language) -> dict[str, Change]:
    ko = language == "ko"
    both: dict[str, Change] = {
        "another name and gender": (None, lambda text, at: swapped(text, NAMES[language])),
        "another company": (None, lambda text, at: swapped(text, COMPANY[language])),
        "no full stops": ("rep", lambda text, at: without_stops(text)),
        "no marks at all": ("rep", lambda text, at: re.sub(r"[.,!?;:](?= |$)", "", text)),
        "emoji": ("rep", lambda text, at: f"{text} 😊" if at % 2 else text),
        "a neutral sentence": ("rep", lambda text, at: f"{text} {FILLER[language]}" if at == 5 else text),
        "longer buyer turns": ("buyer", lambda text, at: f"{LONGER[language]} {text}" if at else text),
        "shorter buyer turns": ("buyer", lambda text, at: swapped(text, SHORTER[language])),
    }
    if ko:
        return both | {
            "typos and spelling": ("rep", lambda text, at: swapped(text, KO_TYPOS) if at % 3 == 0 else text),
            "no spaces after commas": ("rep", lambda text, at: text.replace(", ", ",")),
            "loose spacing": (
                "rep",
                lambda text, at: swapped(text, ((" 수 ", "수 "), ("할 수", "할수"), ("해 드", "해드"), (" 것", "것"), (" 때", "때"))),
            ),
            "해요체 instead of 합쇼체": ("rep", lambda text, at: swapped(text, FORMAL_TO_POLITE)),
            "합쇼체 instead of 해요체": ("rep", lambda text, at: swapped(text, POLITE_TO_FORMAL)),
            "dialect": ("rep", lambda text, at: swapped(text, DIALECT) if at % 2 else text),
        }
    return both | {
        "typos": ("rep", lambda text, at: swapped(text, EN_TYPOS) if at % 3 == 0 else text),
        "spelling": ("rep", lambda text, at: swapped(text, SPELLING)),
        "no apostrophes": ("rep", lambda text, at: swapped(text, APOSTROPHES)),
        "lower case": ("rep", lambda text, at: text.lower()),
        "lower case, no full stops": ("rep", lambda text, at: without_stops(text.lower())),
        "second-language English": ("rep", lambda text, at: swapped(text, ESL)),
    }


def without_stops(text: str) -> str:
    return re.sub(r"[.!](?= |$)", "", text)


def held(language: Language) -> dict[str, Change]:
    """Other ways of the same kinds."""
    both: dict[str, Change] = {
        "other typos": ("rep", lambda text, at: ROUGH[language]["mistyped"](text) if at % 3 == 0 else text),
        "laughing instead of full stops": ("rep", lambda text, at: ROUGH[language]["emoji"](text) if at % 4 == 1 else text),
        "another neutral sentence": ("rep", lambda text, at: f"{HELD_FILLER[language]} {text}" if at == 7 else text),
        "otherwise longer buyer turns": ("buyer", lambda text, at: f"{HELD_LONGER[language]} {text}" if at else text),
        "no line has a mark or a capital": ("rep", lambda text, at: ROUGH[language]["no marks"](text)),
    }
    if language == "ko":
        return both | {
            "other dialects": ("rep", lambda text, at: swapped(text, HELD_ENDINGS) if at % 2 else text),
            "no spaces": ("rep", lambda text, at: ROUGH["ko"]["no spaces"](text) if at % 4 == 1 else text),
        }
    return both | {"other second-language English": ("rep", lambda text, at: swapped(text, HELD_ESL))}


def changed(transcript: Transcript, change: Change) -> Transcript:
    who, rewrite = change
    turns = (replace(turn, text=rewrite(turn.text, turn.index)) if who in (None, turn.speaker) else turn for turn in transcript.turns)
    return replace(transcript, turns=tuple(turns))


def moves(change: Change, talks: tuple[Transcript, ...]) -> dict[Dimension, list[float]]:
    """Points moved in each conversation that the change changes."""
    found: dict[Dimension, list[float]] = {one: [] for one in DIMENSIONS}
    for talk in talks:
        other = changed(talk, change)
        if other != talk:
            for dimension, moved in differences(points(talk), points(other)).items():
                found[dimension].append(moved)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", action="store_true", help="only two manners of selling")
    parser.add_argument("which", nargs="?", choices=["open", "held"], default="open")
    given = parser.parse_args()
    print(f"{'change':34}{'':4}{'talks':>6}" + "".join(f"{one:>20}" for one in DIMENSIONS))
    for language in LANGUAGES:
        talks = conversations(language, ("decent", "product-pusher")) if given.few else conversations(language)
        for name, change in (changes if given.which == "open" else held)(language).items():
            found = moves(change, talks)
            cells = [f"{np.mean(one):+6.1f} {np.mean(np.abs(one) <= STILL):5.0%} <=3" if len(one) else "–" for one in map(np.array, found.values())]
            print(f"{name:34}{language:4}{max(map(len, found.values())):6}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
