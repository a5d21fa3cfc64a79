"""Addresses that no page has lead to the first page, which says so; every other path is left to whoever answers it."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.domain.words import Language
from tests.ui.conftest import OPENED
from ui import pages, state
from ui.addresses import Addresses
from ui.words import common

BROWSER = {"accept": "text/html,application/xhtml+xml"}


async def page(_: Request) -> PlainTextResponse:
    return PlainTextResponse("a page")


@pytest.fixture
def asked() -> TestClient:
    routes = [Route("/{path:path}", page)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Addresses, others=frozenset({"healthz"}))]), follow_redirects=False)


@pytest.mark.parametrize("path", ["/nowhere-at-all", "/role_plays", "/scorecards/"])
def test_an_address_without_a_page_leads_to_the_first(asked: TestClient, path: str) -> None:
    answer = asked.get(path, headers=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/?{state.NOWHERE}=1")


def test_the_language_that_was_chosen_is_kept(asked: TestClient) -> None:
    answer = asked.get(f"/role_plays?{state.LANGUAGE}=English", headers=BROWSER)
    assert answer.headers["location"] == f"/?{state.LANGUAGE}=English&{state.NOWHERE}=1"


def test_the_first_page_has_its_name_too(asked: TestClient) -> None:
    answer = asked.get(f"/{pages.FIRST}", headers=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_pages_and_whatever_is_no_page_are_left_alone(asked: TestClient) -> None:
    names = [pages.address(place.view) for place in pages.PLACES if place.view != pages.FIRST]
    for path in ("/", *(f"/{one}" for one in names), "/healthz", "/_stcore/health", "/robots.txt"):
        assert asked.get(path, headers=BROWSER).text == "a page", path
    assert asked.get("/nowhere-at-all", headers={"accept": "application/json"}).text == "a page"


@pytest.mark.parametrize(("browser", "language"), [("ko-KR", "ko"), ("en-GB", "en")])
def test_the_first_page_says_that_there_was_none(opened: OPENED, browser: str, language: Language) -> None:
    said = common.NOWHERE.in_(language)
    assert said in opened(language=browser, url={state.NOWHERE: "1"}).words
    assert said not in opened(language=browser).words
