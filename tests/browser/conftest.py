"""Chromium, the app in two forms (offline; with a fake endpoint behind it), and a rep in front of it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect, sync_playwright

from assistant.domain.words import Language
from tests.browser.app import App, serving
from tests.browser.rep import PATIENCE_MS, SCREENSHOTS, Rep
from tests.fakes.openai_endpoint import FakeOpenAI
from tests.team.people import TEAM
from tests.team.weeks import made

ARGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
LOCALES: dict[Language, str] = {"ko": "ko-KR", "en": "en-GB"}
DESKTOP: ViewportSize = {"width": 1280, "height": 860}
PHONE: ViewportSize = {"width": 390, "height": 844}
ANSWER = "네, 계속 말씀해 보세요."
"""What the fake endpoint says when nothing else was lined up."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "These tests need Chromium: apt-get install chromium fonts-noto-cjk"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def offline_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Without a model, for the tests of one file."""
    with serving(tmp_path_factory.mktemp("offline")) as app:
        yield app


@pytest.fixture(scope="session")
def ten_weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose data a team of eight has left there, made once. The local rep practises as ever, the others seldom: made in full it takes
    minutes and shows these pages nothing more."""
    folder = tmp_path_factory.mktemp("ten-weeks")
    local, *others = TEAM
    made(folder / "data", team=[local, *(replace(one, a_week=one.a_week / 12) for one in others)])
    return folder


@pytest.fixture(scope="module")
def team_app(ten_weeks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """An app with that past, which no other module changes."""
    folder = tmp_path_factory.mktemp("team")
    shutil.copytree(ten_weeks / "data", folder / "data")
    with serving(folder) as app:
        yield app


@dataclass(frozen=True, slots=True)
class Modelled:
    """An app whose buyer is played by `endpoint`."""

    app: App
    endpoint: FakeOpenAI


@pytest.fixture
def modelled(modelled_app: Modelled) -> Modelled:
    """With nothing lined up by a test before."""
    modelled_app.endpoint.forget()
    return modelled_app


@pytest.fixture(scope="module")
def modelled_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modelled]:
    with FakeOpenAI(lambda _: ANSWER) as endpoint:
        settings = {"OPENAI_BASE_URL": endpoint.url, "OPENAI_API_KEY": "test", "MAJU_MODEL": "fake"}
        with serving(tmp_path_factory.mktemp("modelled"), settings) as app:
            yield Modelled(app, endpoint)


Open = Callable[..., BrowserContext]


@pytest.fixture
def browsers(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens browser profiles with a language, a window and a colour scheme; closes them all. A failed test leaves a screenshot of each page."""
    contexts: list[BrowserContext] = []
    failures = request.session.testsfailed

    def opened(language: Language = "ko", window: ViewportSize = DESKTOP, scheme: str = "light") -> BrowserContext:
        context = chromium.new_context(
            locale=LOCALES[language],
            timezone_id="Asia/Seoul",
            viewport=window,
            color_scheme="dark" if scheme == "dark" else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return context

    yield opened
    if request.session.testsfailed > failures:
        for number, page in enumerate(page for context in contexts for page in context.pages):
            page.screenshot(path=SCREENSHOTS / f"failed-{request.node.name}-{number}.png")
    for context in contexts:
        context.close()


Sit = Callable[..., Rep]


@pytest.fixture
def rep(browsers: Open) -> Sit:
    """A rep before an app: `rep(app)`, `rep(app, "en", PHONE, "dark")`."""

    def before(app: App, language: Language = "ko", window: ViewportSize = DESKTOP, scheme: str = "light") -> Rep:
        return Rep(browsers(language, window, scheme).new_page(), app.url, language)

    return before
