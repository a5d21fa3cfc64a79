"""Reps who sit at their own browsers: each opens their page, reads, types, sends, and waits for the buyer's first sentence."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import cycle
from statistics import fmean
from uuid import uuid4

from streamlit.proto.Common_pb2 import ChatInputValue
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.benchmarks.crowd.endpoint import LINES, own_s
from tests.benchmarks.crowd.session import Session, triggered
from tests.benchmarks.plain_talk import REP, first_sentence

LONGEST_S = 60.0
"""Who waits longer has given up: an error."""
FIRST: dict[str, float] = {first_sentence(line): own_s(line) for line in LINES}
"""The model's first sentences, and the endpoint's own seconds for each."""
ON_AVERAGE_S = fmean(FIRST.values())
"""What the endpoint took where another sentence stands in place of its own."""


@dataclass
class Waited:
    """Seconds: until the page stood, and from each send to the first sentence, less the endpoint's own. `errors`: what did not come, and why.
    `replaced`: first sentences that were not the model's own."""

    opening: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """One rep's browser. `talks`: queries of the role-plays they have, one after the other; empty on the bare page."""

    cookie: str = ""
    talks: tuple[str, ...] = ()


async def crowd(address: str, seats: list[Seat], turns: int, pause_s: float) -> Waited:
    """All of them at once, the first pages spread over one pause."""
    waited, chance = Waited(), random.Random(1)
    await asyncio.gather(*(_sits(address, seat, turns, pause_s, random.Random(chance.random()), waited) for seat in seats))
    return waited


async def _sits(address: str, seat: Seat, turns: int, pause_s: float, chance: random.Random, waited: Waited) -> None:
    await asyncio.sleep(chance.uniform(0, pause_s))
    says, clock = cycle(REP["ko"]), asyncio.get_running_loop().time
    try:
        async with Session(address, seat.cookie) as session:
            talks = iter(seat.talks)
            await _opens(session, next(talks, None), waited)
            for turn in range(turns):
                await asyncio.sleep(chance.uniform(0.5, 1.5) * pause_s)
                if seat.talks and _closed(session):
                    await _opens(session, next(talks), waited)
                began = clock()
                async with asyncio.timeout(LONGEST_S):
                    words = _said(session, next(says), bool(seat.talks))
                    heard, at, instead = await _first_sentence(words, 0 if seat.talks else 2 * turn + 1, clock)
                if heard is None:
                    waited.errors.append(f"no reply: {instead or 'nothing was said about it'}")
                else:
                    waited.first.append(at - began - FIRST.get(heard, ON_AVERAGE_S))
                    waited.replaced += heard not in FIRST
    except Exception as error:
        waited.errors.append(repr(error)[:200])


async def _opens(session: Session, talk: str | None, waited: Waited) -> None:
    clock = asyncio.get_running_loop().time
    began = clock()
    async with asyncio.timeout(LONGEST_S):
        async for _ in session.visit("room", talk) if talk else session.visit(""):
            pass
    waited.opening.append(clock() - began)


def _said(session: Session, words: str, in_maju: bool) -> AsyncIterator[ForwardMsg]:
    if not in_maju:
        return session.change(WidgetState(id=session.chat_input, chat_input_value=ChatInputValue(data=words)))
    component = _composer(session)
    told = {
        "id": str(uuid4()),
        "text": words,
        "turn": _told(session)["turn"],
        "shown_ms": 9000,
        "first_key_ms": 5000,
        "sent_ms": 0,
        "pasted_chars": 0,
    }
    return session.change(triggered(component, "sent", told), fragment=session.fragments[component])


async def _first_sentence(steps: AsyncIterator[ForwardMsg], older: int, clock: Callable[[], float]) -> tuple[str | None, float, str]:
    """The buyer's first sentence and when it stood there, and what the page warned of; the run is followed to its end. `older`: markdown that is
    drawn again before it."""
    heard, at, warned = None, 0.0, ""
    async for one in steps:
        if heard is not None or one.WhichOneof("type") != "delta":
            continue
        element = one.delta.new_element
        warned = element.alert.body or warned
        if element.WhichOneof("type") == "markdown":
            older -= 1
        found = _sentence(element) if older < 0 or element.WhichOneof("type") == "html" else None
        if found:
            heard, at = found, clock()
    return heard, at, warned


def _sentence(element: Element) -> str | None:
    """The first sentence in what is drawn now as the buyer's answer; words of anybody else's make "…"."""
    live = 'aria-live="polite"' in element.html.body and "maju-turn buyer" in element.html.body
    shown = element.html.body if live else element.markdown.body
    return next((sentence for sentence in FIRST if sentence in shown), "…" if live else None)


def _composer(session: Session) -> str:
    return next(iter(session.components))


def _told(session: Session) -> dict[str, int]:
    found: dict[str, int] = json.loads(session.components[_composer(session)])
    return found


def _closed(session: Session) -> bool:
    return bool(_told(session)["closed"])
