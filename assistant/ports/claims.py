"""Work that several processes on one store could do, done by one of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

Claim = Callable[[str], AbstractContextManager[bool]]
"""`with claim(job) as mine`: False while another thread or process has this job. One that dies has it no longer some moments later."""


def alone(_job: str) -> AbstractContextManager[bool]:
    """The claim of whoever has the store for itself."""
    return nullcontext(True)


def of_conversation(conversation_id: str) -> str:
    """The job of scoring it."""
    return f"conversation:{conversation_id}"


def of_judging(role_play_id: str) -> str:
    """The job of asking a model again for its part of the scorecard."""
    return f"judging:{role_play_id}"


def of_playbook(version_id: str) -> str:
    """The job of reading it."""
    return f"playbook:{version_id}"
