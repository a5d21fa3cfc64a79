"""Texts as if they were met for the first time."""

import gc
from functools import _lru_cache_wrapper
from typing import Any


def caches_of_texts() -> "list[_lru_cache_wrapper[Any]]":
    """The caches that forget; what is loaded once is in those that do not. What was settled is brought back first, or it would not be seen."""
    settled = gc.get_freeze_count() > 0
    gc.unfreeze()
    found = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"] is not None]
    if settled:
        gc.freeze()
    return found


def forget_texts() -> None:
    for cache in caches_of_texts():
        cache.cache_clear()
