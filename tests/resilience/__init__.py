"""Nothing acknowledged is lost: Maju killed in the middle of everything it does, started again, and looked through.

`python -m tests.resilience --kills 100` for the long form; the test run does a few kills at every point.
"""
