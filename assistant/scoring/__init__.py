"""Scoring: a conversation from anywhere to four scores with bands, measures, quotes and advice. `score` is the way in, `Scorer` the use case."""

from assistant.scoring.form import scorecard_json
from assistant.scoring.rubric import Rubric, read_rubric
from assistant.scoring.score import score
from assistant.scoring.scorer import Scorer

__all__ = ["Rubric", "Scorer", "read_rubric", "score", "scorecard_json"]
