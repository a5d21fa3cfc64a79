"""The addresses of files and of paper. Whoever asks is looked up at every request, so a link that was passed on opens nothing for others."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from assistant.domain.people import Actor
from assistant.domain.privacy import Sought
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import MajuError, NotAllowed, NotFound
from assistant.exports.exporting import EXPORTED, SHEETS, File, Whose
from ui.first_language import first_language
from ui.out import paper, record
from ui.words import door
from ui.words import out as words

if TYPE_CHECKING:
    from assistant.assembly import Engine

CHUNK = 64 << 10
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
SEALED = {**PRIVATE, "Content-Security-Policy": "sandbox; default-src 'none'"}
WHOSE: tuple[Whose, ...] = get_args(Whose)


class Out:
    """`who`: the person who asks, None for nobody."""

    def __init__(self, engine: "Callable[[], Engine]", who: Callable[[Request], Actor | None]) -> None:
        self._engine = engine
        self._who = who

    def routes(self) -> list[Route]:
        return [
            Route("/download/record.csv", self._answering(self._record)),
            Route("/download/talk/{talk}.{how}", self._answering(self._talk)),
            Route("/download/{whose}/{name}", self._answering(self._many)),
            Route("/paper/{talk}", self._answering(self._paper)),
        ]

    def _answering(self, work: Callable[[Request, Actor, Language], Response]) -> Callable[..., object]:
        """In a thread, for somebody who is let in, and with one sentence for whatever goes wrong."""

        async def answer(request: Request) -> Response:
            language = _language(request)
            if request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
                return _told(door.FOREIGN.in_(language), 403)
            try:
                actor = await run_in_threadpool(self._who, request)
                if actor is None:
                    return _told(words.NOBODY.in_(language), 401)
                return await run_in_threadpool(work, request, actor, language)
            except MajuError as error:
                return _told(error.in_(language), 403 if isinstance(error, NotAllowed) else 404 if isinstance(error, NotFound) else 400)

        return answer

    def _many(self, request: Request, actor: Actor, language: Language) -> Response:
        exports, name = self._engine().exports, request.path_params["name"]
        whose = next((one for one in WHOSE if one == request.path_params["whose"]), None)
        sheet = next((one for one in SHEETS if f"{one}.csv" == name), None)
        if whose and sheet:
            return _sent(exports.sheet(actor, sheet, whose, language, _zone(request)))
        if whose and name == "talks.json":
            return _sent(exports.as_json(actor, whose))
        if whose and name == "xapi.json":
            return _sent(exports.statements(actor, whose))
        if whose == "mine" and name == "everything.zip":
            return _sent(exports.everything(actor, language, _zone(request)))
        return _told(words.NO_SUCH_FILE.in_(language), 404)

    def _talk(self, request: Request, actor: Actor, language: Language) -> Response:
        how, talk = request.path_params["how"], request.path_params["talk"]
        if how not in {"csv", "json"}:
            return _told(words.NO_SUCH_FILE.in_(language), 404)
        return _sent(self._engine().exports.talk(actor, talk, how, language, _zone(request)))

    def _paper(self, request: Request, actor: Actor, language: Language) -> Response:
        engine = self._engine()
        one = engine.exports.taken(actor, request.path_params["talk"])
        if one.card is None:
            return _told(words.NO_CARD.in_(language), 404)
        html = paper.page(one, engine.scorer.words(one.card, language), engine.directory.names(), language, _zone(request))
        engine.exports.printed(actor, one)
        return HTMLResponse(html, headers={**PRIVATE, "Content-Security-Policy": paper.POLICY})

    def _record(self, request: Request, actor: Actor, language: Language) -> Response:
        engine, zone, asked = self._engine(), _zone(request), request.query_params
        sought = Sought(
            by=asked.get("by") or None,
            action=asked.get("action") or None,
            owner=asked.get("owner") or None,
            since=_day(asked.get("since"), zone),
            until=_day(asked.get("until"), zone, after=1),
        )
        found = engine.witness.record(actor, record.MOST, sought)
        engine.witness.note(actor, EXPORTED, "", "record.csv")
        return _sent(record.as_file(found, engine.directory.names(), record.known_to(engine, actor, language), zone))


def _sent(file: File) -> Response:
    def parts() -> Iterator[bytes]:
        while part := file.content.read(CHUNK):
            yield part

    headers = {**SEALED, "Content-Disposition": f'attachment; filename="{file.name}"'}
    return StreamingResponse(parts(), media_type=file.kind, headers=headers, background=BackgroundTask(file.content.close))


def _told(sentence: str, status: int) -> Response:
    return PlainTextResponse(sentence, status, SEALED)


def _language(request: Request) -> Language:
    chosen = next((one for one in LANGUAGES if one == request.query_params.get("language")), None)
    return chosen or first_language(request.headers.get("accept-language", ""))


def _zone(request: Request) -> tzinfo | None:
    """The browser's, as the screen's links name it."""
    try:
        name = request.query_params.get("zone")
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _day(text: str | None, zone: tzinfo | None, after: int = 0) -> datetime | None:
    try:
        return None if not text else datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=zone or ZoneInfo("UTC")) + timedelta(days=after)
    except ValueError:
        return None


def from_this_machine(request: Request) -> bool:
    """Whether Maju was asked for under a name of this machine's own: a page elsewhere whose name was bent to this machine is not."""
    return urlsplit(f"//{request.headers.get('host', '')}").hostname in {"localhost", "127.0.0.1", "::1"}
