"""Where perception heard something else than a rep's line was meant to do. For those who work on perception; no row of the table."""

from collections import Counter
from collections.abc import Iterable, Iterator

from assistant.domain.heard import Act
from tests.benchmarks.reps.playing import Exchange, Played
from tests.benchmarks.reps.talk import Part

HARMFUL: frozenset[Act] = frozenset(
    {"pressure", "contempt", "evasion", "break_game", "off_topic", "boilerplate", "discount", "next_step", "question"}
)
TELLING: frozenset[Act] = frozenset({"acknowledgement", "greeting", "claim", "answer", "justification"})
FOR_MEANT: dict[Act, frozenset[Act]] = {
    "acknowledgement": frozenset({"acknowledgement", "reflection", "empathy"}),
    "claim": frozenset({"claim", "answer", "price", "reference", "pitch"}),
    "answer": frozenset({"answer"}),
    "justification": frozenset({"justification"}),
    "next_step": frozenset({"next_step"}),
    "pressure": frozenset({"pressure"}),
    "contempt": frozenset({"contempt"}),
    "discount": frozenset({"discount"}),
    "pitch": frozenset({"pitch", "claim"}),
    "question": frozenset({"question"}),
}


def report(plays: Iterable[Played]) -> str:
    """Markdown: what was missed and what was wrongly heard, commonest first."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for played in plays:
        for one in played.exchanges:
            counted.update((wrong, text, one.buyer_said.replace("\n", " ")[:160]) for wrong, text in _wrong(one))
    kinds = Counter(wrong for wrong, _, _ in counted.elements())
    lines = ["# Misheard rep lines", "", *(f"- {wrong}: {count}" for wrong, count in kinds.most_common()), ""]
    seen = set[tuple[str, str]]()
    for (wrong, text, before), count in counted.most_common():
        if (wrong, text) not in seen:
            seen.add((wrong, text))
            lines.append(f"- **{wrong}** x{count} — `{text}` (after: {before})")
    return "\n".join(lines) + "\n"


def _wrong(one: Exchange) -> Iterator[tuple[str, str]]:
    at = 0
    intended = {act for part in one.parts for act in part.acts}
    for part in one.parts:
        start, end = at, at + len(part.text)
        at = end + 1
        got = {sign.act for sign in one.heard.signs if sign.start < end and sign.end > start}
        for act in part.acts & FOR_MEANT.keys():
            if not got & FOR_MEANT[act]:
                yield f"missed {act}", part.text
        for act in (got & HARMFUL) - intended:
            if act != "question" or part.acts & TELLING:
                yield f"false {act}", part.text
        yield from _topic(one, part, start, end)


def _topic(one: Exchange, part: Part, start: int, end: int) -> Iterator[tuple[str, str]]:
    """A question for one topic must be heard as about it first."""
    if part.form is None or len(part.topics) != 1:
        return
    questions = [question for question in one.heard.questions if start <= question.start < end]
    if questions and not any(part.topics[0] in question.topics[:1] for question in questions):
        yield f"topic {part.topics[0]} heard as {questions[-1].topics[:2]}", part.text
