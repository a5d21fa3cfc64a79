"""A model endpoint of fixed speed, in a process of its own: `python -m tests.benchmarks.crowd.endpoint PORT`. Its lines come in turn."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from itertools import count

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.benchmarks.plain_talk import BUYER, first_sentence

FIRST_S, BETWEEN_S = 0.4, 0.03
"""Until the first word, and between words: a quick model."""
LINES = BUYER["ko"]
_NUMBERS = count(1)


def own_s(line: str) -> float:
    """From the request to the last word of the first sentence."""
    return FIRST_S + BETWEEN_S * (len(first_sentence(line).split()) - 1)


async def chat(request: Request) -> Response:
    body = await request.json()
    line = LINES[next(_NUMBERS) % len(LINES)]
    if not body.get("stream"):
        await asyncio.sleep(FIRST_S)
        return JSONResponse(_piece(line, whole=True))
    return StreamingResponse(_streamed(line), media_type="text/event-stream")


async def _streamed(line: str) -> AsyncIterator[str]:
    for number, word in enumerate(line.split()):
        await asyncio.sleep(BETWEEN_S if number else FIRST_S)
        yield f"data: {json.dumps(_piece(f' {word}' if number else word))}\n\n"
    yield f"data: {json.dumps(_piece('', finish='stop'))}\n\ndata: [DONE]\n\n"


def _piece(text: str, finish: str | None = None, whole: bool = False) -> dict[str, object]:
    part = {"message" if whole else "delta": {"role": "assistant", "content": text}, "index": 0, "finish_reason": "stop" if whole else finish}
    return {"id": "x", "object": "chat.completion" if whole else "chat.completion.chunk", "created": 0, "model": "fixed", "choices": [part]}


async def models(request: Request) -> Response:
    return JSONResponse({"object": "list", "data": [{"id": "fixed", "object": "model"}]})


app = Starlette(routes=[Route("/v1/chat/completions", chat, methods=["POST"]), Route("/v1/models", models)])

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
