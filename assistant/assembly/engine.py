"""Everything a screen or a command needs, put together."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from assistant import scenarios as scenario_files
from assistant.access import Directory, Doorkeeper, Passwords
from assistant.assembly.ahead import read_ahead
from assistant.assembly.grounds import Grounds
from assistant.assembly.samples import Samples
from assistant.assembly.settling import settle
from assistant.assigning import Assigning
from assistant.authoring import Catalogue, Proposer, Published, Workshop
from assistant.domain.scenario import Scenario
from assistant.domain.spending import Price
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import InputError, MajuError
from assistant.exports import Exports, Telling
from assistant.exports.gathering import Gathering
from assistant.exports.statements import NOWHERE
from assistant.exports.taken import Taken
from assistant.habits import HabitFinder
from assistant.index import open_index
from assistant.language.analysis import warm_up
from assistant.language.sense import sense
from assistant.llm import Deadlines, LlmEmbedder, OpenAiChat, Till
from assistant.lrs import LearningRecordStore
from assistant.outcomes import OutcomeBook
from assistant.playbooks import Coverage, Marking, Proposals, Shelf
from assistant.ports import Embedder
from assistant.practice.account_words import Teller, teller
from assistant.practice.buyer import Buyer
from assistant.practice.coaching import Coach
from assistant.practice.room import Room, utc_now
from assistant.practice.sides import Sides
from assistant.privacy import Chores, Eraser, GoneList, Keeping, Witness
from assistant.progress import Journal, TeamBook
from assistant.prompt_file import read_prompt
from assistant.readers import LimitedReader, check_size
from assistant.review import Calibration, Desk, Reflecting, Submitting
from assistant.scenarios import Library
from assistant.scoring.judging_later import JudgingLater
from assistant.scoring.real_talks import RealTalks
from assistant.scoring.recalibrating import Recalibrating
from assistant.scoring.rubrics import Rubrics
from assistant.scoring.scorer import Scorer
from assistant.settings import HOME, Settings, read_settings
from assistant.store import Store, open_store

LOG = logging.getLogger(__name__)
KNOWLEDGE = HOME / "knowledge"
PROMPTS = HOME / "prompts"
GONE = "deleted.jsonl"
"""In the data folder: what a backup that is put back must not bring back."""
ROUND_S = 10.0
"""How often a process looks for work that another one has put down or left."""

FOR_QUESTIONS = Deadlines(1.0, 1.0, 1.0)
"""A buyer's turn does not wait longer for a question's vector; words find passages without it."""


class Engine:
    """Everything a screen or a command needs, put together from settings. Cheap to open: what is slow to load is loaded when first used."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] | None = None) -> None:
        self.settings = settings
        self.now = now or utc_now
        self._store = open_store(settings.database_url or embedded_database(settings.data))
        bundled = Library(KNOWLEDGE / "scenarios")
        self.library = Catalogue(bundled, self._store.scenario_versions, scenario_files)
        self.role_plays = self._store.role_plays
        self.spendings = self._store.spendings
        self.till = Till(self.spendings, _price(settings), settings.budget, self.now)
        self.chat = None if settings.offline else OpenAiChat(settings.model, base_url=settings.base_url, api_key=settings.api_key, till=self.till)
        """None when Maju is offline. One from the start, so that the connection that was warmed up is the one that is used."""
        self.embedder = _embedder(settings)
        """None where Maju's own vectors serve."""
        self._index = open_index(settings.data / "index", self.embedder, settings.chroma_url, _embedder(settings, FOR_QUESTIONS))
        self._reader = LimitedReader()
        self.shelf = Shelf(self._store.playbooks, self._reader, self._index, check_size, self.now, self._store.accounts, self._store.claim)
        self.coverage = Coverage(self.shelf, self._store.memory, self._store.playbooks.passages)
        self.proposals = Proposals(self.shelf, self._store.memory, self.role_plays, self.now, self._store.accounts)
        self.marking = Marking(self._store.playbooks, self._store.memory, self.now, self._store.accounts)
        self.grounds = Grounds(self.shelf, self.marking)
        self._buyer = Buyer(PROMPTS, KNOWLEDGE / "voice", self.grounds.for_buyer, self.chat)
        self.witness = Witness(self._store.accounts, self.now)
        self.room = Room(self.role_plays, self.library.get, self._buyer, self.shelf.in_use, self.now, self.witness.saw)
        self.coach = Coach(self.role_plays, self._store.hints, self.grounds.for_buyer, KNOWLEDGE / "hints", self.now)
        self.sides = Sides(
            self.room, self.role_plays, self._store.swaps, self.library.get, self._buyer, KNOWLEDGE / "good_reps", self.shelf.in_use, self.now
        )
        self.rubrics = Rubrics(KNOWLEDGE / "rubrics" / "default.yaml", self._store.rubric_versions)
        self.scorer = Scorer(
            self.rubrics,
            PROMPTS,
            self._store.scorecards,
            self.role_plays,
            self.library.get,
            self.grounds.passages,
            self.chat,
            self.now,
            _price(settings),
            self.grounds.marks,
            self.witness.saw,
        )
        again = self.scorer.scored_again if self.chat else None
        self.judging_later = JudgingLater(again, self._store.scorecards, self.role_plays, self.now, self._store.claim)
        self.real_talks = RealTalks(self._store.conversations, self.scorer.of_conversation, self.now, self._store.claim)
        drafts, skeleton = self._store.drafts, KNOWLEDGE / "builder" / "skeleton.yaml"
        self.published = Published(self._store.scenario_versions, bundled, self.library, scenario_files, self.now)
        self.workshop = Workshop(drafts, self.published, self.library, scenario_files, skeleton, self.now)
        drafter = {language: read_prompt(PROMPTS / f"scenario.{language}.md") for language in LANGUAGES}
        self.proposer = Proposer(self.chat, drafter, drafts, self.workshop, self.now)
        self.desk = Desk(self.role_plays, self._store.scorecards, self._store.reviews, self._store.accounts, self.now)
        self.submitting = Submitting(self.role_plays, self._store.reviews, self._store.accounts, self.now)
        self.calibration = Calibration(self.role_plays, self._store.scorecards, self._store.reviews, self.witness.quoted)
        self.recalibrating = Recalibrating(
            self.role_plays, self._store.scorecards, self._store.reviews, self._store.rubric_versions, self.rubrics, self._store.accounts, self.now
        )
        self.reflecting = Reflecting(self.role_plays, self._store.scorecards, self._store.reflections, self.now)
        self.journal = Journal(self.role_plays, self._store.scorecards, self._store.reflections, self.now)
        self.team_book = TeamBook(
            self.role_plays, self._store.scorecards, self._store.accounts, self.scorer.credits, self.library.all, self.now, self.witness.quoted
        )
        self.habits = HabitFinder(self.role_plays, self._store.scorecards)
        self.assigning = Assigning(
            self._store.assignments, self._store.accounts, self.role_plays, self._store.scorecards, self._is_scenario, self.now
        )
        self.outcomes = OutcomeBook(self._store.outcomes, self._store.accounts, self.now)
        self.directory = Directory(self._store.accounts, self.now)
        self.doorkeeper = Doorkeeper(self._store.accounts, Passwords(), self.now)
        self.forgets: list[Callable[[], None]] = [self.journal.forget, self.habits.forget, self.team_book.forget, self._store.scorecards.forget]
        """Called after every deletion: whatever holds words of talks in this process. Screens add theirs."""
        gone = GoneList(settings.data / GONE)
        self.eraser = Eraser(self._store.erasures, self._store.accounts, gone, self._forget, self.now)
        self.keeping = Keeping(self._store.retentions, self._store.erasures, self._store.accounts, self.now)
        home = settings.public_url or NOWHERE
        gathering = Gathering(
            self.role_plays,
            self._store.scorecards,
            self._store.reviews,
            self._store.reflections,
            self._store.hints,
            self._store.accounts,
            self.desk.scores_first,
        )
        self.exports = Exports(
            self.role_plays, gathering, self._store.swaps, self._store.conversations, self._store.accounts, self._worded, home, self.now
        )
        self._records = LearningRecordStore(settings.lrs_url, settings.lrs_key, settings.lrs_secret) if settings.lrs_url else None
        self.telling = Telling(self._store.statements, self.role_plays, gathering, self._records, home, not settings.team, self.now)
        mine = (("keeping", self.keeping.run), ("erasing", self.eraser.run), ("telling", self.telling.run))
        self.chores = Chores([self._by_one(name, work) for name, work in mine])
        self.rounds = Chores((self._wake, self.shelf.look_after), ROUND_S)
        self._judging = Chores((self.judging_later.run,), ROUND_S)
        self._tried: Store | None = None
        self._samples = Samples(self.shelf, self._store.claim, KNOWLEDGE / "playbooks")

    @cached_property
    def tryouts(self) -> Room:
        """Where drafts are tried: a room like any other, but what is said there is kept for this process only and counts nowhere."""
        self._tried = open_store("sqlite://")
        return Room(self._tried.role_plays, self.workshop.playable, self._buyer, self.shelf.in_use, self.now)

    def _wake(self) -> int:
        """What waits to be scored and nobody has taken: another process put it there, or had it and died."""
        self.real_talks.wake()
        return 0

    def judge_soon(self, role_play_id: str) -> None:
        """Somebody looks at a scorecard that lacks the model's part."""
        self.judging_later.soon(role_play_id)
        self._judging.wake()

    def _by_one(self, job: str, chore: Callable[[], int]) -> Callable[[], int]:
        """The chore, left to one process at a time."""

        def done() -> int:
            with self._store.claim(job) as mine:
                return chore() if mine else 0

        return done

    def _is_scenario(self, scenario: str) -> bool:
        return any(one.id == scenario for one in self.library.all())

    def account_teller(self, scenario: Scenario, language: Language) -> Teller:
        """The words of one account after the call."""
        return teller(KNOWLEDGE / "account", scenario, language)

    def warm_up(self) -> None:
        """Loads in the background what the first turn would otherwise wait for."""
        self._samples.awaited()
        Thread(target=self._warm, name="warm-up", daemon=True).start()

    def expect(self, scenario: Scenario, language: Language) -> None:
        """A rep is about to talk to this buyer, who gets ready in the background while they read."""
        if not self._buyer.is_ready(scenario, language):
            Thread(target=self._buyer.get_ready, args=(scenario, language), name="getting-ready", daemon=True).start()

    def wait_for_samples(self, seconds: float) -> bool:
        """Until the sample playbooks of a first start are in, so that the first buyer of all knows them; False when it takes longer."""
        return self._samples.wait(seconds)

    def check(self, part: str) -> None:
        """Raises what is wrong with a part that nothing goes on without: 'store' or 'index'. No model is asked."""
        if part == "store":
            self._store.check()
        else:
            self.shelf.check()

    def close(self) -> None:
        self.rounds.close()
        self._judging.close()
        self.chores.close()
        if self._records:
            self._records.close()
        self.real_talks.close()
        self._index.close()
        self._reader.close()
        if self.chat:
            self.chat.close()
        if self._tried:
            self._tried.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _warm(self) -> None:
        """What the first turn needs first, then the sample playbooks on a first start, what a crash left undone, and what My progress counts."""
        try:
            self._by_one("erasing", self.eraser.after_restoring)()
            self.chores.start()
            lacking = self._samples.lacking()
            warm_up()
            sense("", "ko")
            if self.chat:
                self.chat.warm_up()
            if lacking:
                self._samples.put()
            self.shelf.resume()
            self._index.search([], 1)
            self.read_ahead()
            settle()
        except MajuError as error:
            LOG.warning("playbooks are not ready: %s", error)
        finally:
            self._samples.settled()
            self.rounds.start()
            self._judging.start()

    def read_ahead(self) -> None:
        """What My progress counts for those who practised last, so that opening it does not wait for it to be counted."""
        read_ahead(self.role_plays, self._store.accounts, self.journal, self.habits)

    def _worded(self, one: Taken, language: Language) -> dict[str, tuple[str, str]]:
        """A scorecard's measures in words, for tables."""
        if one.card is None:
            return {}
        return {name: (said.label, said.text) for name, said in self.scorer.words(one.card, language).measures.items()}

    def _forget(self) -> None:
        for one in self.forgets:
            one()


def _embedder(settings: Settings, deadlines: Deadlines | None = None) -> Embedder | None:
    if settings.offline or not settings.embedding_model:
        return None
    more = {"deadlines": deadlines} if deadlines else {}
    return LlmEmbedder(settings.embedding_model, base_url=settings.base_url, api_key=settings.api_key, **more)


def _price(settings: Settings) -> Price | None:
    """Half a price is none."""
    if settings.price_in is None or settings.price_out is None:
        return None
    return Price(settings.price_in, settings.price_out)


def embedded_database(data: Path) -> str:
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
