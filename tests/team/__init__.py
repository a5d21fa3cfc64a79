"""A team of eight reps over ten weeks: role-plays as people leave them behind, for the pages and benchmarks that need a past.

    python -m tests.team --data DIR [--weeks 10] [--seed 1] [--until 2026-11-27] [--only local]

Every role-play is a real one: held in the room against the embedded buyer, kept in the store, scored by the scorer, and dated in the past. The reps
are those of the buyer benchmark (`tests.benchmarks.reps`), who get better, get worse or stay as they are; `people.py` says who they are.
"""
