"""The real app over a fresh data folder, opened at any page without a browser."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import altair  # noqa: F401 - else the app loads it behind the page, while Streamlit's test session changes the path under every import
import pytest
from streamlit.components.v2 import manifest_scanner

from assistant.assembly import Engine
from tests.ui.pages import Page
from ui.engine import drafting, reading, scoring, the_engine, warmed_up

OPENED = Callable[..., Page]


@pytest.fixture(scope="session", autouse=True)
def installed_components() -> Iterator[None]:
    """Each of Streamlit's test sessions reads what every installed package says of itself: here the first one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The engine that the app will use. Offline, unless a test names an endpoint and opens its own."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "MAJU_LANGUAGE", "MAJU_DATABASE_URL", "MAJU_CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)
    yield from _opened(tmp_path, monkeypatch)


@pytest.fixture
def opened(engine: Engine) -> OPENED:
    """Opens a page of the app: `opened("room", role_play=...)`; `url`: more of the URL's parameters."""

    def opener(name: str = "", language: str = "ko-KR", url: dict[str, str] | None = None, **query: str) -> Page:
        return Page(name, language, query | (url or {}))

    return opener


def _opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setenv("MAJU_DATA", str(folder))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(Engine, "warm_up", lambda self: None)
    monkeypatch.setattr(Engine, "expect", lambda self, scenario, language: None)
    _forget()
    engine = the_engine()
    yield engine
    _forget()
    engine.close()


def _forget() -> None:
    for cached in (the_engine, warmed_up, scoring, reading, drafting):
        cached.clear()
