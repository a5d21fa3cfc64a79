"""The export use case: everything a person may see as files, and what a learning record store is told."""

from assistant.exports.exporting import Exports, File
from assistant.exports.telling import Telling

__all__ = ["Exports", "File", "Telling"]
