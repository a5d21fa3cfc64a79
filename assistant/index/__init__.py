"""The passage index: Chroma for vectors, BM25 over words and syllable pairs beside it, fused. A cache: the store's passages are the truth."""

from assistant.index.embedded_vectors import EmbeddedVectors
from assistant.index.hybrid import HybridIndex
from assistant.index.opening import index_at, index_in, open_index

__all__ = ["EmbeddedVectors", "HybridIndex", "index_at", "index_in", "open_index"]
