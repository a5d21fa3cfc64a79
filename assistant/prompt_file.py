"""A prompt: one file per model call, parts headed by `# name` lines, each a `string.Template`. Its content hash is its version."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

_HEAD = re.compile(r"^# (\w+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PromptFile:
    """`version`: name@hash, recorded with everything a model made of it."""

    version: str
    parts: dict[str, str]

    def fill(self, part: str, **values: str) -> str:
        """The part with its placeholders filled. Raises KeyError when one is missing or unknown to the file. Values are never templates."""
        return Template(self.parts[part]).substitute(values)


def read_prompt(path: Path) -> PromptFile:
    text = path.read_text(encoding="utf-8")
    pieces = _HEAD.split(text)
    parts = {name: body.strip() for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    return PromptFile(f"{path.stem}@{hashlib.sha256(text.encode()).hexdigest()[:8]}", parts)
