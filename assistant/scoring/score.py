"""Scoring a conversation: measures, scores with bands and reasons, evidence, advice. The same words give the same scorecard, wherever they
come from."""

from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from assistant.domain.memory import Mark
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Evidence, MadeBy, Measure, Score, Scorecard, TryNext
from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.scoring.advice import strength, try_next
from assistant.scoring.card_words import worded
from assistant.scoring.checks import checks_of
from assistant.scoring.choosing import NOTHING, Known
from assistant.scoring.combine import Counted, combined, counted, turn_scores
from assistant.scoring.judge import Judge, Judgement
from assistant.scoring.marks import settled
from assistant.scoring.rubric import Rubric
from assistant.scoring.talk import Passages, Talk, content_of, talk_of
from assistant.scoring.transcripts.checked import language_in

MOST_QUOTES = 8
"""Evidence kept per measure and effect."""
FEWEST_WORDS = 5
"""Different content words a rep must have said for a score."""


def score(
    transcript: Transcript,
    *,
    rubric: Rubric,
    passages: Passages | None = None,
    scenario: Scenario | None = None,
    judge: Judge | None = None,
    since: int = 0,
    known: Known = NOTHING,
    marks: tuple[Mark, ...] = (),
) -> Scorecard:
    """Without a judge the same transcript always gives the same scorecard. `passages`: the playbook search that claims are checked against;
    `since`: the turn a second try began at; advice is about what was said from there on. `known`: of the rep and the buyer, beside the transcript;
    `marks`: in those playbooks."""
    language = transcript.language or language_in(transcript.turns)
    talk = talk_of(transcript, language, scenario, passages, marks)
    measures = counted(talk, rubric)
    judgement = judge.judge(talk) if judge and talk.exchanges else None
    praised = strength(talk, measures, since)
    tried = try_next(talk, measures, praised, since, known)
    card = Scorecard(
        id=transcript.id,
        language=language,
        scores={dimension: dimension_score(talk, measures, dimension, rubric, judgement) for dimension in DIMENSIONS},
        turns=turn_scores(talk, measures, rubric),
        measures=tuple(Measure(one.row.name, one.row.dimension, one.measured.value, one.row.unit) for one in measures),
        evidence=settled(evidence_of(talk, measures), praised, tried) + (judgement.evidence if judgement else ()),
        strength=praised,
        try_next=_with_passage(tried, talk),
        made_by=_made_by(rubric, judge, judgement),
    )
    return worded(card, rubric, language)


def dimension_score(talk: Talk, measures: tuple[Counted, ...], dimension: Dimension, rubric: Rubric, judgement: Judgement | None) -> Score:
    """Its reason is worded when the whole scorecard stands."""
    verdict = judgement.verdicts.get(dimension) if judgement else None
    found = combined(measures, dimension, len(talk.exchanges), rubric, talk.language) if says_enough(talk) else None
    if found is None:
        return Score(None, None, None, "")
    low, high = max(0.0, found.value - found.half_band), min(100.0, found.value + found.half_band)
    value = found.value
    if verdict is not None:
        weight = rubric.file.judge_in(talk.language, dimension)
        value = min(high, max(low, weight * 100 * verdict + (1 - weight) * value))
        value = min(value, rubric.file.gate.above) if found.gated else value
    return Score(value, low, high, "")


def says_enough(talk: Talk) -> bool:
    """A rep who only says yes has shown nothing, good or bad."""
    return len({word for one in talk.exchanges for word in content_of(one.text, talk.language)}) >= FEWEST_WORDS


def evidence_of(talk: Talk, measures: tuple[Counted, ...]) -> tuple[Evidence, ...]:
    """Quotes of every measure, each checked to stand in its turn as written; ordered by turn."""
    texts = {exchange.rep.index: exchange.text for exchange in talk.exchanges}
    kept: list[Evidence] = []
    for one in measures:
        for effect in ("+", "-"):
            quotes = dict.fromkeys((seen.turn, seen.quote) for seen in one.measured.seen if seen.effect == effect and seen.quote)
            true = [(turn, quote) for turn, quote in quotes if quote and quote in texts.get(turn, "")]
            kept += [Evidence(one.row.dimension, one.row.name, turn, quote, effect) for turn, quote in true[:MOST_QUOTES]]
    return tuple(sorted(kept, key=lambda one: (one.turn, one.measure, one.effect)))


def _with_passage(tried: TryNext | None, talk: Talk) -> TryNext | None:
    """With what the playbook says about it, when it says anything: the line that contradicts the quote, or the passage that fits the
    buyer's words."""
    if tried is None or talk.passages is None:
        return tried
    for check in checks_of(talk):
        if check.turn == tried.turn and check.verdict in {"contradicted", "left_out"} and check.passage:
            return replace(tried, passage=check.passage)
    before = next((one.before for one in talk.exchanges if one.rep.index == tried.turn and one.before), None)
    found = talk.passages([before.text])[0] if before else []
    return replace(tried, passage=found[0].passage.text) if found and found[0].score >= PASSAGE_FITS else tried


PASSAGE_FITS = 0.35


def _made_by(rubric: Rubric, judge: Judge | None, judgement: Judgement | None) -> MadeBy:
    worked = judgement is not None and judgement.failed is None
    return MadeBy(
        scorer="measured+judge" if worked else "measured",
        rubric=rubric.version,
        version=maju_version(),
        model=judge.model if judge and judgement else None,
        prompts=dict(judgement.prompts) if judgement else {},
        judge_failed=judgement.failed if judgement else None,
        judging=judgement.judging if judgement else None,
    )


@cache
def maju_version() -> str:
    try:
        return version("maju")
    except PackageNotFoundError:
        return "0"
