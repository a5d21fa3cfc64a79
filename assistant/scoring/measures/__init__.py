"""Every measure there is, in one table. A new one is a function with its source in the docstring, a row here, and a line in the rubric."""

from assistant.scoring.measures import acknowledging, fast, goodwill, human, professional, stepping, substance, sympathy, warm
from assistant.scoring.measures.seen import Measured, Row, Seen

__all__ = ["MEASURES", "Measured", "Row", "Seen"]

MEASURES: tuple[Row, ...] = (
    Row("tone", "warm", "0-1, how warm the wording is", "B", warm.tone, per_turn=True),
    Row("acknowledgement", "warm", "share of worries and objections", "B", acknowledging.acknowledgement, per_turn=True),
    Row("sympathy", "warm", "share of worries and objections", "B", sympathy.sympathy, per_turn=True),
    Row("tell_share", "warm", "share of rep turns", "B", warm.tell_share, per_turn=True),
    Row("follow_up", "warm", "follow-up questions per rep turn", "B", warm.follow_up, per_turn=True),
    Row("receptiveness", "warm", "model score on objection turns", "B", warm.receptiveness, per_turn=True),
    Row("politeness_floor", "warm", "share of rep turns", "B", warm.politeness_floor),
    Row("goodwill", "warm", "share of giving among giving and claiming", "B", goodwill.goodwill, per_turn=True),
    Row("phase_fit", "warm", "difference of shares, -1 to 1", "A", warm.phase_fit),
    Row("ownership", "warm", "share of self-references", "A", warm.ownership),
    Row("uptake", "human", "0-1, how far replies build on the buyer's words", "B", human.uptake, per_turn=True),
    Row("fact_reuse", "human", "share of the buyer's particulars", "B", human.fact_reuse),
    Row("formula_share", "human", "share of the rep's words", "B", human.formula_share, per_turn=True),
    Row("concreteness", "human", "0-1, how concrete the wording is", "A", human.concreteness, per_turn=True),
    Row("deictic_share", "human", "share of references", "D", human.deictic_share),
    Row("spoken", "human", "share of sentences", "B", human.spoken, per_turn=True),
    Row("perspective", "human", "questions per ten rep turns", "B", human.perspective),
    Row("think_time", "fast", "seconds", "C", fast.think_time, per_turn=True),
    Row("think_time_hard", "fast", "seconds", "C", fast.think_time_hard, per_turn=True),
    Row("answer_first", "fast", "share of the buyer's questions", "D", fast.answer_first, per_turn=True),
    Row("unanswered", "fast", "share of the buyer's questions", "D", fast.unanswered),
    Row("next_step", "fast", "parts of a next step, 0-4", "A", stepping.next_step),
    Row("talk_share", "fast", "share of everything said", "C", fast.talk_share),
    Row("monologue", "fast", "share of rep turns", "C", fast.monologue, per_turn=True),
    Row("soothing", "fast", "share of the reply's sentences", "B", fast.soothing),
    Row("grounded", "professional", "share of claims the playbook speaks about", "B", professional.grounded, per_turn=True),
    Row("contradicted", "professional", "claims", "B", professional.contradicted),
    Row("overclaim", "professional", "share of rep turns", "D", professional.overclaim, per_turn=True),
    Row("substance", "professional", "share of turns that state something", "B", substance.substance, per_turn=True),
    Row("discovery", "professional", "targeted questions per rep turn", "C", professional.discovery),
    Row("depth", "professional", "share of questions", "C", professional.depth),
    Row("question_spread", "professional", "0-1, evenness over the conversation", "C", professional.question_spread),
    Row("objection_handling", "professional", "steps taken, 0-4", "C", professional.objection_handling, per_turn=True),
    Row("justification", "professional", "share of turns that propose something", "B", professional.justification, per_turn=True),
    Row("coverage", "professional", "share of the discovery map", "D", professional.coverage),
)
