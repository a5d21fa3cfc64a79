"""What a request asks for, and whether it may: the language, the page to go to afterwards, and where it came from."""

from urllib.parse import urlsplit

from starlette.requests import Request

from assistant.domain.words import LANGUAGES, Language
from ui.first_language import first_language


def chosen_language(request: Request) -> Language:
    """As chosen on the page, else the first."""
    chosen = next((one for one in LANGUAGES if one == request.query_params.get("language")), None)
    return chosen or first_language(request.headers.get("accept-language", ""))


def local(wanted: str) -> str:
    """Where to go after logging in: a page of ours, whatever was asked for."""
    parts = urlsplit(wanted)
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc and wanted.isprintable()
    return wanted if ours and "\\" not in wanted else "/"


def from_here(request: Request, *, may_be_typed: bool = False) -> bool:
    """Whether a form was sent, or a link followed, from a page of this site. Browsers say so; one that does not is too old to be let in.
    `may_be_typed`: an address that somebody typed will do, too."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin" or (may_be_typed and site == "none")
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host", "")
