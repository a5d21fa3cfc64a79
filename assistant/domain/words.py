"""The two languages and text that exists in both: every word shown to a person is one of these."""

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Speaker = Literal["rep", "buyer"]
Dimension = Literal["human", "warm", "fast", "professional"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


@dataclass(frozen=True, slots=True)
class Text:
    """One text written natively in each language."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    ko: str
    en: str

    def in_(self, language: Language) -> str:
        return self.ko if language == "ko" else self.en


DIMENSION_NAMES: dict[Dimension, Text] = {
    "human": Text("사람다움", "Human"),
    "warm": Text("따뜻함", "Warm"),
    "fast": Text("빠름", "Fast"),
    "professional": Text("전문성", "Professional"),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """Several wordings of one thing, so that nobody has to say the same sentence twice."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    ko: tuple[str, ...]
    en: tuple[str, ...]

    def in_(self, language: Language) -> tuple[str, ...]:
        return self.ko if language == "ko" else self.en
