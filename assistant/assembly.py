"""Where ports meet adapters. The app, the command line and the tests enter here and nowhere else."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from assistant.domain.playbook import Found
from assistant.domain.scenario import Scenario
from assistant.errors import InputError, MajuError
from assistant.index import open_index
from assistant.language.analysis import warm_up
from assistant.llm import LlmEmbedder, OpenAiChat
from assistant.playbooks import FITS, Shelf
from assistant.ports import Embedder
from assistant.practice.buyer import Buyer
from assistant.practice.room import Room, utc_now
from assistant.readers import LimitedReader, check_size
from assistant.review import Desk
from assistant.scenarios import Library
from assistant.scoring import Scorer
from assistant.settings import HOME, Settings, read_settings
from assistant.store import Store, open_store

LOG = logging.getLogger(__name__)
KNOWLEDGE = HOME / "knowledge"
PROMPTS = HOME / "prompts"


def scenario_library() -> Library:
    return Library(KNOWLEDGE / "scenarios")


class Engine:
    """Everything a screen or a command needs, put together from settings. Cheap to open: what is slow to load is loaded when first used."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] | None = None) -> None:
        self.settings = settings
        self.now = now or utc_now
        self.library = scenario_library()
        self._closing: list[Callable[[], None]] = []
        self._store = open_store(settings.database_url or _embedded_database(settings.data))
        self.role_plays = self._store.role_plays
        self.chat = None if settings.offline else OpenAiChat(settings.model, base_url=settings.base_url, api_key=settings.api_key)
        """None when Maju is offline. One from the start, so that the connection that was warmed up is the one that is used."""

    @cached_property
    def shelf(self) -> Shelf:
        index = open_index(self.settings.data / "index", self._embedder(), self.settings.chroma_url)
        reader = LimitedReader()
        self._closing += [index.close, reader.close]
        return Shelf(self._store.playbooks, reader, index, check_size, self.now)

    @cached_property
    def room(self) -> Room:
        buyer = Buyer(PROMPTS, KNOWLEDGE / "voice", self._passages_for_buyer, self.chat)
        return Room(self.role_plays, self.library.get, buyer, self.shelf.in_use, self.now)

    @cached_property
    def scorer(self) -> Scorer:
        return Scorer(KNOWLEDGE, PROMPTS, self._store.scorecards, self.role_plays, self.shelf.search, self.chat, self.now)

    @cached_property
    def desk(self) -> Desk:
        return Desk(self.role_plays, self._store.scorecards, self._store.reviews, self.now)

    def warm_up(self) -> None:
        """Loads in the background what the first turn would otherwise wait for."""
        Thread(target=self._warm, name="warm-up", daemon=True).start()

    def close(self) -> None:
        for close in self._closing:
            close()
        if self.chat:
            self.chat.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _embedder(self) -> Embedder | None:
        if self.settings.offline or not self.settings.embedding_model:
            return None
        return LlmEmbedder(self.settings.embedding_model, base_url=self.settings.base_url, api_key=self.settings.api_key)

    def _passages_for_buyer(self, words: str, scenario: Scenario, playbooks: Sequence[str]) -> list[Found]:
        """What the company's playbooks for this deal say about the rep's words; nothing when nothing fits or the index is out of reach."""
        try:
            found = self.shelf.search_for_deal([words], 3, scenario.deal.keywords, playbooks)[0]
        except MajuError as error:
            LOG.warning("no passages: %s", error)
            return []
        return [one for one in found if one.score >= FITS]

    def _warm(self) -> None:
        warm_up()
        self.shelf.resume()
        if self.chat:
            self.chat.warm_up()


def _embedded_database(data: Path) -> str:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            ko=f"데이터 폴더 {data}를 만들 수 없어요({error.strerror}). --data로 쓸 수 있는 폴더를 알려 주세요.",
            en=f"The data folder {data} cannot be made ({error.strerror}). Name one that can be written with --data.",
        ) from error
    return f"sqlite:///{data.resolve() / 'maju.db'}"


def open_engine(data: Path | None = None, now: Callable[[], datetime] | None = None) -> Engine:
    """The engine after the settings of this process. Raises InputError when they cannot be used."""
    return Engine(read_settings(data), now)


__all__ = ["Engine", "Store", "open_engine", "scenario_library"]
