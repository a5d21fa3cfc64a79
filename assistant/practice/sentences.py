"""The sentences of a line as it is written down, with its marks. Pure."""

import re

_END = re.compile(r"(?<=[.!?…])(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)\s+|\n+")


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _END.split(text) if sentence.strip()]
