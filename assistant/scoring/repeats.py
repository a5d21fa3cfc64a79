"""What a rep has said before, found by runs of letters, so that neither spacing, marks, typos nor where a sentence ends play a part."""

from assistant.domain.words import Language
from assistant.language.surface import Span, surface

RUN: dict[Language, int] = {"en": 22, "ko": 11}
"""Letters in a row (about five words; four eojeol) that nobody says twice by accident."""


class Repeats:
    """Goes through a rep's turns in order."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._said: set[str] = set()

    def of_turn(self, text: str) -> list[Span]:
        """The stretches of the turn that stood in earlier ones, as offsets; the turn is remembered."""
        form, run = surface(text, self._language), RUN[self._language]
        at = [place for place, char in enumerate(form.text) if char.isalnum()]
        letters = "".join(form.text[place] for place in at)
        grams = [letters[start : start + run] for start in range(len(letters) - run + 1)]
        spans: list[Span] = []
        for start, gram in enumerate(grams):
            if gram in self._said:
                begun, over = form.span(at[start], at[start + run - 1] + 1)
                spans[-1:] = [(spans[-1][0], over)] if spans and begun <= spans[-1][1] else [*spans[-1:], (begun, over)]
        self._said |= set(grams)
        return spans
