"""Documents to sections: one module per format, one table of them (`formats.FORMATS`), read in a child process with limits (`LimitedReader`)."""

from assistant.readers.child import LimitedReader
from assistant.readers.formats import FORMATS, SUFFIXES, check_size, readable

__all__ = ["FORMATS", "SUFFIXES", "LimitedReader", "check_size", "readable"]
