"""From one machine's folder to the servers that several machines share."""

from collections.abc import Callable
from pathlib import Path

from assistant.assembly.engine import GONE, Engine, embedded_database
from assistant.domain.words import Language
from assistant.errors import InputError
from assistant.privacy import GoneList
from assistant.settings import Settings
from assistant.store import Moved, move_store


def move_to_servers(folder: Path, settings: Settings, told: Callable[[str, int, int], None], language: Language) -> tuple[Moved, int]:
    """Everything in `folder` into the database of `settings`, and its passages into their index; how many of those are found there.
    Raises InputError when there is no such folder or server, StoreError, ProviderError; repeated, it goes on."""
    source = folder.expanduser() / "maju.db"
    if not source.is_file():
        raise InputError(
            ko=f"{folder}에 Maju의 데이터(maju.db)가 없어요. 지금까지 쓰던 데이터 폴더를 알려 주세요.",
            en=f"There is no data of Maju's (maju.db) in {folder}. Name the data folder used until now.",
        )
    if settings.database_url is None or settings.database_url.startswith("sqlite"):
        raise InputError(
            ko="어디로 옮길지 모르겠어요. MAJU_DATABASE_URL에 postgresql://이름:암호@서버/maju 같은 주소를 적어 주세요.",
            en="It is not said where to move it. Set MAJU_DATABASE_URL to an address like postgresql://name:password@server/maju.",
        )
    moved = move_store(f"sqlite:///{source.resolve()}", settings.database_url, told)
    embedded_database(settings.data)
    there, here = (GoneList(one / GONE) for one in (folder.expanduser(), settings.data))
    lacking = set(there.all()) - set(here.all())
    if lacking:
        here.add(sorted(lacking, key=lambda one: one.at))
    with Engine(settings) as engine:
        return moved, engine.shelf.resume(language)
