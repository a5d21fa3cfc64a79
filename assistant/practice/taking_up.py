"""Wordings that take up words of the rep's: '{about}' of a question, '{before}' and '{now}' of figures that differ. Pure."""

from collections.abc import Iterable
from string import Formatter

from assistant.domain.words import Language
from assistant.language.particles import after


def taking_up(lines: Iterable[str], about: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The lines whose places can all be filled, filled; those that take up the rep's words first. '{heading}' is filled elsewhere."""
    words = _words(about, language)
    fit = [(_places(line), line) for line in lines if _places(line) <= {*words, "heading"}]
    return tuple(line if "heading" in places else line.format(**words) for places, line in sorted(fit, key=lambda one: not one[0]))


def _places(line: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(line) if name}


def _words(about: tuple[str, ...], language: Language) -> dict[str, str]:
    if not about:
        return {}
    before, now = about[0], about[-1]
    words = {"about": before, "before": before} | ({"now": now} if len(about) > 1 else {})
    if language == "ko":
        words["about_as_topic"] = after(before, "은", "는")
        words["about_is"] = after(before, "이에요", "예요")
        words["about_asked"] = after(before, "이요", "요")
        words["before_quoted"] = after(before, "이라고", "라고")
        if len(about) > 1:
            words |= {
                "now_quoted": after(now, "이라고", "라고"),
                "now_stated": after(now, "이네요", "네요"),
                "now_become": after(now, "이 됐어요", "가 됐어요"),
                "now_formal": f"{now}입니다",
            }
    return words
