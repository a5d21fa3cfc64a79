"""More than one machine: two copies of the app behind nginx, on PostgreSQL and Chroma's server. Each is killed while somebody practises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.cli.nginx import program
from assistant.domain.words import DIMENSIONS
from assistant.store import open_store
from tests.browser.conftest import DESKTOP, Open
from tests.browser.rep import Rep
from tests.browser.test_main_path import SAID
from tests.browser.test_team import joins
from tests.servers import missing
from tests.servers.chroma import ChromaServer
from tests.servers.nginx import Nginx
from tests.servers.ports import free_port
from tests.servers.postgres import Cluster
from tests.servers.replica import Replica
from ui.words import scorecard

pytestmark = pytest.mark.browser
PASSWORD_LINK = re.compile(r"http://\S+/welcome\?link=\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """Everything that stands in `compose.yaml`, running."""

    copies: tuple[Replica, Replica]
    chroma: ChromaServer
    nginx: Nginx
    database: str

    def serving(self) -> Replica:
        """The copy that answered last."""
        port = self.nginx.who_served("/")[-1]
        return next(one for one in self.copies if one.port == port)

    def other(self, copy: Replica) -> Replica:
        return next(one for one in self.copies if one is not copy)


@pytest.fixture
def place(tmp_path: Path, postgres: Cluster) -> Iterator[Place]:
    if program() is None:
        missing("nginx is not installed (Debian: apt-get install nginx-light)")
    chroma = ChromaServer(tmp_path / "chroma")
    database = postgres.new()
    port = free_port()
    settings = {
        "MAJU_TEAM": "1",
        "MAJU_DATABASE_URL": database,
        "MAJU_CHROMA_URL": chroma.address,
        "MAJU_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "STREAMLIT_SERVER_COOKIE_SECRET": "one for both",
    }
    copies = Replica(tmp_path / "one", settings), Replica(tmp_path / "two", settings)
    nginx = Nginx(port, [one.port for one in copies])
    for one in copies:
        one.start()
    yield Place(copies, chroma, nginx, database)
    for one in copies:
        one.kill()
    nginx.close()
    chroma.kill()
    postgres.drop(database)


def sits_before(place: Place, browsers: Open) -> Rep:
    """Somebody who was invited and has set their password."""
    link = PASSWORD_LINK.search(place.copies[0].run("user", "add", "kim", "--name", "김보람"))
    assert link
    rep = Rep(browsers("ko", DESKTOP).new_page(), place.nginx.address, "ko")
    joins(rep, link.group(0))
    return rep


def test_a_rep_goes_on_while_a_copy_then_the_vectors_then_the_other_copy_are_killed(place: Place, browsers: Open) -> None:
    rep = sits_before(place, browsers)
    role_play = rep.begins()
    rep.says(SAID["ko"][0])

    first = place.serving()
    rep.types(SAID["ko"][1])
    first.kill()
    goes_on(rep, SAID["ko"][1])
    rep.shows("ko-95-on-the-other-copy")

    place.chroma.kill()
    rep.says(SAID["ko"][2])
    place.chroma.start()

    first.start()
    place.other(first).kill()
    goes_on(rep, SAID["ko"][3])
    rep.says(SAID["ko"][4])
    rep.finishes()
    expect(rep.page.get_by_role("heading", name=rep.words(scorecard.SCORES))).to_be_visible()
    rep.shows("ko-96-scorecard-after-it-all", whole=True)
    with open_store(place.database) as store:
        kept = store.role_plays.get(role_play)
        card = store.scorecards.latest(role_play)
    assert [turn.text for turn in kept.turns if turn.speaker == "rep"] == list(SAID["ko"])
    assert [turn.speaker for turn in kept.turns] == ["buyer", "rep"] * len(SAID["ko"]) + ["buyer"]
    assert kept.ended is not None
    assert card is not None
    assert set(card.scores) == set(DIMENSIONS)


def goes_on(rep: Rep, words: str) -> None:
    """Nobody reloads: the page finds the other copy by itself, and what was typed still stands there or is typed again."""
    expect(rep.composer).to_be_visible()
    rep.settled()
    if rep.composer.input_value() != words:
        rep.types(words)
    mine, theirs = rep.rep_turns.count(), rep.buyer_turns.count()
    rep.sends()
    expect(rep.rep_turns).to_have_count(mine + 1)
    expect(rep.buyer_turns).to_have_count(theirs + 1)
    rep.settled()


def test_what_was_sent_while_the_database_was_away_is_there_once_after_a_reload(place: Place, browsers: Open, postgres: Cluster) -> None:
    rep = sits_before(place, browsers)
    role_play = rep.begins()
    rep.says(SAID["ko"][0])
    rep.types(SAID["ko"][1])
    postgres.stop()
    try:
        rep.sends()
        rep.sees("데이터베이스 서버에 연결하지 못했어요")
        rep.shows("ko-97-while-the-database-is-away")
    finally:
        postgres.start()
    rep.page.reload()
    expect(rep.rep_turns).to_have_count(2)  # the browser had kept what was sent, and sends it again by itself
    expect(rep.buyer_turns).to_have_count(3)
    rep.settled()
    with open_store(place.database) as store:
        kept = store.role_plays.get(role_play).turns
    assert [turn.text for turn in kept if turn.speaker == "rep"] == list(SAID["ko"][:2])
    assert [turn.speaker for turn in kept] == ["buyer", "rep"] * 2 + ["buyer"]
