"""Texts as if they were met for the first time."""

import gc
from functools import _lru_cache_wrapper
from typing import Any


def caches_of_texts() -> "list[_lru_cache_wrapper[Any]]":
    """The caches that forget; what is loaded once is in those that do not."""
    return [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"] is not None]


def forget_texts() -> None:
    for cache in caches_of_texts():
        cache.cache_clear()
