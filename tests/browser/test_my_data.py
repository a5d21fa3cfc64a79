"""What is kept of a person, as they and an admin see it: in by the company's provider, taken along, looked up, deleted, kept for so long."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.domain.people import Person
from assistant.domain.words import Language, Text
from assistant.practice.room import Words
from assistant.settings import Settings
from tests.access.people import GOOD as PASSWORD
from tests.browser.app import App, serving
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import Rep
from tests.servers.ports import free_port
from tests.ui.pages import GOOD, SCENARIO
from tests.ui.test_company import Provider
from ui.door.cookie import NAME
from ui.words import common, conversations, door, my_data, record

pytestmark = pytest.mark.browser
TEAM = "영업 1팀"
COMPANY = "한결 계정"
DAYS: dict[Language, int] = {"ko": 90, "en": 180}
REPS: dict[Language, tuple[str, str]] = {"ko": ("kim@hangyeol.kr", "김보람"), "en": ("lee@hangyeol.kr", "Boram Lee")}


@dataclass(frozen=True, slots=True)
class House:
    """`own`, `shared`: each rep's two talks, by the language of their screens; `admin`: the secret of the admin's cookie."""

    app: App
    provider: Provider
    own: dict[Language, str]
    shared: dict[Language, str]
    admin: str


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder, provider, port = tmp_path_factory.mktemp("my-data"), Provider(), free_port()
    (folder / "data").mkdir()
    settings = {
        "MAJU_TEAM": "1",
        "MAJU_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "MAJU_OIDC_ISSUER": provider.issuer,
        "MAJU_OIDC_CLIENT_ID": "maju",
        "MAJU_OIDC_CLIENT_SECRET": "shh",
        "MAJU_OIDC_NAME": COMPANY,
    }
    own, shared, admin = _lived_in(folder)
    try:
        with serving(folder, settings, port) as app:
            yield House(app, provider, own, shared, admin)
    finally:
        provider.close()


def said(talk: str) -> str:
    return f"{talk} 이야기인데요, 요즘 콜센터에서 제일 신경 쓰이는 게 어떤 건지 여쭤봐도 될까요?"


def _lived_in(folder: Path) -> tuple[dict[Language, str], dict[Language, str], str]:
    """Two reps with a talk of their own and one that their trainer has read."""
    own, shared = dict[Language, str](), dict[Language, str]()
    with Engine(Settings(MAJU_DATA=folder / "data", MAJU_TEAM=True, OPENAI_API_KEY=None, OPENAI_BASE_URL=None)) as engine:
        trainer = engine.directory.invite(TERMINAL, "narae@hangyeol.kr", "이나래", ["trainer"], [TEAM])
        admin = engine.directory.invite(TERMINAL, "garam@hangyeol.kr", "정가람", ["admin"], [])
        for language, (login, name) in REPS.items():
            rep = engine.directory.invite(TERMINAL, login, name, ["rep"], [TEAM])
            own[language], shared[language] = (_talked(engine, rep, f"{which} {language}") for which in ("own", "shared"))
            engine.submitting.share(rep.actor(), shared[language])
            engine.room.role_play(trainer.actor(), shared[language])
        return own, shared, engine.doorkeeper.accept(engine.doorkeeper.link(admin, TERMINAL.id), PASSWORD).secret


def _talked(engine: Engine, rep: Person, name: str) -> str:
    begun = engine.room.begin(rep.actor(), SCENARIO, "ko", 2, seed=7)
    for number, line in enumerate((said(name), *GOOD[1:])):
        assert engine.room.say(rep.actor(), begun.id, Words(line, f"{name}-{number}")).wait(60)
    engine.room.finish(rep.actor(), begun.id)
    engine.scorer.of_role_play(rep.actor(), begun.id)
    return begun.id


def comes_in(one: Rep, house: House, login: str) -> None:
    """By the company's account, and on to where they wanted."""
    house.provider.claims = {"email": login, "sub": login}
    one.page.goto(f"{one.url}/my-data")
    one.page.get_by_role("link", name=one.words(door.BY_COMPANY, name=COMPANY)).click()
    one.sees_title(one.words(my_data.TITLE))


def taken(one: Rep, link: Text) -> Path:
    with one.page.expect_download() as download:
        one.link(link).click()
    return Path(download.value.path())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_rep_takes_along_what_is_theirs_sees_who_looked_and_deletes_it(house: House, rep: Sit, language: Language) -> None:
    one, (login, _) = rep(house.app, language), REPS[language]
    comes_in(one, house, login)
    looked = one.page.get_by_role("row").filter(has_text="이나래")
    expect(looked).to_have_count(1)
    expect(looked).to_contain_text(one.words(record.ACTIONS["talk_read"]))
    one.shows(f"{language}-97-my-data", whole=True)

    with zipfile.ZipFile(taken(one, my_data.EVERYTHING)) as archive:
        assert {each["id"] for each in json.loads(archive.read("talks.json"))} == {house.own[language], house.shared[language]}
        assert said(f"own {language}") in archive.read("turns.csv").decode("utf-8-sig")
    turns = taken(one, my_data.FILES["turns.csv"]).read_text(encoding="utf-8-sig")
    assert said(f"own {language}") in turns
    assert said(f"shared {language}") in turns

    one.page.get_by_role("button", name=one.words(my_data.DELETE_ALL, count=1)).click()
    one.page.get_by_role("dialog").get_by_role("button", name=one.words(conversations.DELETE), exact=True).click()
    expect(one.page.get_by_text(one.words(my_data.DELETED, count=1))).to_be_visible()
    one.settled()
    turns = taken(one, my_data.FILES["turns.csv"]).read_text(encoding="utf-8-sig")
    assert said(f"own {language}") not in turns
    assert said(f"shared {language}") in turns
    assert house.own[language] not in {each.id for each in house.app.role_plays()}
    one.page.goto(f"{one.url}/scorecard?role_play={house.own[language]}")
    one.sees(one.words(common.NO_SUCH_TALK))
    one.page.goto(f"{one.url}/role-plays")
    expect(one.page.locator(f'a[href*="{house.shared[language]}"]').first).to_be_visible()
    expect(one.page.locator(f'a[href*="{house.own[language]}"]')).to_have_count(0)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_admin_reads_the_record_and_sets_how_long_talks_are_kept(house: House, rep: Sit, language: Language) -> None:
    admin = rep(house.app, language)
    admin.page.context.add_cookies([{"name": NAME, "value": house.admin, "url": house.app.url}])
    admin.page.goto(f"{admin.url}/record")
    admin.sees_title(admin.words(record.TITLE))
    looks = admin.page.get_by_role("row").filter(has_text=admin.words(record.ACTIONS["talk_read"]))
    expect(looks.filter(has_text=REPS[language][1])).to_contain_text("이나래")
    invited = admin.page.get_by_role("row").filter(has_text=admin.words(record.ACTIONS["person_invited"])).filter(has_text=REPS[language][1])
    expect(invited).to_contain_text(f"{admin.words(door.ROLE_NAMES['rep'])} · {TEAM}")

    admin.page.get_by_role("combobox", name=TEAM).click()
    admin.page.get_by_role("option", name=admin.words(record.DAYS[DAYS[language]]), exact=True).click()
    admin.button(record.SET).click()
    expect(admin.page.get_by_text(admin.words(record.SET_DONE))).to_be_visible()
    admin.settled()
    admin.shows(f"{language}-98-record", whole=True)
    seller = rep(house.app, language, PHONE)
    comes_in(seller, house, REPS[language][0])
    seller.sees(seller.words(my_data.KEPT_DAYS, days=DAYS[language]))
    seller.shows(f"{language}-99-my-data-phone", whole=True)
