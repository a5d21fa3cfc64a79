"""Which expressions cannot stand in a text, told at a glance by how they begin, or go on after what may be anything: most texts hold none of it.

Separate from the phrases, because it may only ever save time: what it lets through is searched as before.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - the standard library's parser has no promised name; without it every expression is searched
    _parser = None

MOST_CHOICES = 12
"""A set of more characters than this ('[a-z]') is as good as any character."""
MOST_STRINGS = 2000
MOST_HELD = 12
"""Strings of which an expression must hold one, up to which each is looked for in the text."""
_DIGITS = "0123456789"
_ZERO_WIDTH = frozenset({"ASSERT", "ASSERT_NOT", "AT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_NO_LETTER = re.compile("[^a-z]")
_ODD_DIGIT = re.compile(r"[^\D0-9]")
MOST_WINDOWS = 65536
Begun = frozenset[tuple[str, bool]]
"""Strings, and whether what comes right behind is still known."""


Named = Mapping[str, tuple[int, ...]]
"""The places of expressions, by their names."""


class _Windows(dict[str, Named]):
    """A few characters -> every expression that can begin with them; made when they are first met, since people use few words."""

    def __init__(self, begun: Mapping[str, set[int]], names: Sequence[str]) -> None:
        super().__init__()
        self._begun, self._names = begun, names

    def __missing__(self, window: str) -> Named:
        if len(self) >= MOST_WINDOWS:
            self.clear()
        places = set[int]().union(*(self._begun.get(window[:length], ()) for length in range(1, len(window) + 1)))
        found = self[window] = _named(places, self._names)
        return found


def _named(places: Iterable[int], names: Sequence[str]) -> Named:
    found: dict[str, tuple[int, ...]] = {}
    for place in sorted(places):
        found[names[place]] = (*found.get(names[place], ()), place)
    return found


class Glimpse:
    """Expressions that are matched without flags, told by the first `longest` characters that can be told. `names`: of each, which several may share;
    `at_words`: whether they begin where no letter a-z stands before."""

    def __init__(self, expressions: Sequence[str], names: Sequence[str], longest: int, *, at_words: bool) -> None:
        self._longest, self._at_words, self._names = longest, at_words, names
        always: set[int] = set()
        begun: defaultdict[str, set[int]] = defaultdict(set)
        held: defaultdict[str, set[int]] = defaultdict(set)
        for place, expression in enumerate(expressions):
            strings = beginnings(expression, longest)
            if strings and "" not in strings:
                for string in strings:
                    begun[string].add(place)
                continue
            strings = contents(expression, longest)
            if not strings or len(strings) > MOST_HELD:
                always.add(place)
                continue
            for string in strings:
                held[string].add(place)
        self._every, self._always = _named(range(len(expressions)), names), _named(always, names)
        self._windows = _Windows(begun, names)
        self._held = [(string, places | always) for string, places in held.items()]

    def possible(self, text: str) -> frozenset[int]:
        """The places of those that may stand in the text."""
        named = (self.anywhere(text), *(begun for _, begun in self.begun(text)))
        return frozenset(place for one in named for places in one.values() for place in places)

    def begun(self, text: str) -> list[tuple[int, Named]]:
        """Where in the text expressions may begin, in order; those of `anywhere` may begin elsewhere too."""
        windows, longest = self._windows, self._longest
        begins = [0, *(match.end() for match in _NO_LETTER.finditer(text))] if self._at_words else range(len(text))
        return [(at, named) for at in begins if (named := windows[text[at : at + longest]])]

    def anywhere(self, text: str) -> Named:
        """Those that may stand in the text, nobody can tell where. All where there are digits other than 0-9."""
        if not text.isascii() and _ODD_DIGIT.search(text):
            return self._every
        held = [places for string, places in self._held if string in text]
        return _named(set[int]().union(*held), self._names) if held else self._always


def alternatives(expression: str) -> Iterator[str]:
    """The expression cut at each | that stands in no bracket."""
    depth, in_set, begun, at = 0, False, 0, 0
    while at < len(expression):
        char = expression[at]
        if char == "\\":
            at += 1
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        elif char == "|" and depth == 0:
            yield expression[begun:at]
            begun = at + 1
        else:
            depth += (char == "(") - (char == ")")
        at += 1
    yield expression[begun:]


def beginnings(expression: str, longest: int) -> frozenset[str] | None:
    """Strings of which every match begins with one, each at most `longest`; the empty one where a match can begin with anything; None when nothing
    can be said."""
    return None if _parser is None else _told(_parser.parse(expression), longest)


def contents(expression: str, longest: int) -> frozenset[str] | None:
    """Strings of which every match holds one: how its first part that can be told begins; None when none can."""
    if _parser is None:
        return None
    parts = list(_parser.parse(expression))
    told = (_told(parts[at:], longest) for at in range(len(parts)))
    return next((strings for strings in told if strings and "" not in strings), None)


def _told(parts: Any, longest: int) -> frozenset[str] | None:
    found = _of_sequence(parts, longest)
    return None if found is None else frozenset(string for string, _ in found)


def _of_sequence(parts: Any, longest: int) -> Begun | None:
    begun: Begun = frozenset({("", True)})
    for op, value in parts:
        going = [string for string, known in begun if known and len(string) < longest]
        if not going:
            break
        if (following := _of_part(str(op), value, longest)) is None:
            return None
        done = frozenset((string, False) for string, known in begun if not known or len(string) >= longest)
        begun = done | {((first + then)[:longest], known) for first, (then, known) in product(going, following)}
        if len(begun) > MOST_STRINGS:
            return None
    return begun


def _of_part(op: str, value: Any, longest: int) -> Begun | None:
    if op in _ZERO_WIDTH:
        return frozenset({("", True)})
    if op in ("LITERAL", "IN"):
        return frozenset((char, True) for char in _choices(op, value)) or frozenset({("", False)})
    if op in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _of_sequence(value[3] if op == "SUBPATTERN" else value, longest)
    if op == "BRANCH":
        branches = [_of_sequence(branch, longest) for branch in value[1]]
        known = [one for one in branches if one is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return _of_repeat(value, longest) if op in _REPEATS else frozenset({("", False)})


def _of_repeat(value: Any, longest: int) -> Begun | None:
    """Once, where it may come more often with anything behind; or not at all, where it need not come."""
    least, most, parts = value
    once = _of_sequence(parts, longest)
    if once is None:
        return None
    found = frozenset((string, known and most == 1) for string, known in once)
    return found if least else found | {("", True)}


def _choices(op: str, value: Any) -> str:
    """The characters a part can be; none when they are too many to tell."""
    if op == "LITERAL":
        return chr(value)
    found = ""
    for kind, of in value:
        match str(kind):
            case "LITERAL":
                found += chr(of)
            case "RANGE" if of[1] - of[0] <= MOST_CHOICES:
                found += "".join(map(chr, range(of[0], of[1] + 1)))
            case "CATEGORY" if str(of) == "CATEGORY_DIGIT":
                found += _DIGITS
            case _:
                return ""
    return found if len(found) <= MOST_CHOICES else ""
