"""What a process has loaded stays as long as it runs."""

import gc
from functools import cache

YOUNG = 10_000
"""New objects after which the collector looks at them; Python's own 700 is for programs that make few."""


@cache
def settle() -> None:
    """Leaves what is loaded out of every later garbage collection, which else walks through models, lists and modules again and again, in the middle
    of somebody's turn. When everything is loaded; only the first call counts."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
