"""What a call took in tokens, where the endpoint does not say: counted from the characters, and marked as an estimate."""

from collections.abc import Sequence

from assistant.ports import Message, Usage

CHARS_A_TOKEN = 4.0
HANGUL_A_TOKEN = 1.5
"""Rules of thumb for today's tokenizers: four Latin characters, one and a half syllables of Hangul."""


def usage_of(messages: Sequence[Message], reply: str, told: tuple[int, int] | None) -> Usage:
    """`told`: (in, out) as the endpoint counted them."""
    if told:
        return Usage(*told, estimated=False)
    return Usage(sum(tokens_in(message.text) for message in messages), tokens_in(reply), estimated=True)


def tokens_in(text: str) -> int:
    hangul = sum("가" <= char <= "힣" for char in text)
    return round(hangul / HANGUL_A_TOKEN + (len(text) - hangul) / CHARS_A_TOKEN)
