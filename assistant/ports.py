"""Every outside world behind a small protocol. Adapters implement these; use cases see nothing else."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol

from assistant.domain.conversation import Conversation, ConversationFile, Part, Stage
from assistant.domain.draft import Change, Closed, Draft, Problem, Proposal, Tree, Version
from assistant.domain.good_rep import SwapTurn
from assistant.domain.hint import Hint
from assistant.domain.people import Audited, Login, Person, Team
from assistant.domain.playbook import Found, Passage, PlaybookState, PlaybookVersion, Section
from assistant.domain.reflection import Closed as ReflectionClosed
from assistant.domain.reflection import Question, Reflection
from assistant.domain.review import Comment, Review
from assistant.domain.roleplay import Ending, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Dimension, Text
from assistant.errors import ScenarioError


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a chat model. The roles are the provider's: there the model is the 'assistant', so the buyer; the rep is its 'user'."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. `estimated`: counted from the characters, because the endpoint did not say."""

    tokens_in: int
    tokens_out: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as a model filled it, and what that took, the ways of asking that were tried in vain included."""

    values: dict[str, Any]
    usage: Usage


class ChatModel(Protocol):
    """A chat model behind any endpoint. Both methods raise ProviderError and nothing else of the provider's."""

    @property
    def name(self) -> str: ...

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Pieces of one reply as they arrive, one call. Raises ProviderError also when the stream ends unfinished, late or refused."""
        ...

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        """A reply as a JSON object after the JSON schema `form`; what the schema cannot say is the caller's to check."""
        ...

    def answers(self) -> str | None:
        """None when the endpoint answers a tiny request, else the fault id (for `maju doctor`)."""
        ...


class Embedder(Protocol):
    """Texts to vectors of `dimension` floats, unit length."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def vectors(self, texts: Sequence[str]) -> list[list[float]]: ...


class PassageIndex(Protocol):
    """A cache over the passages in the store: rebuildable at any time, empty when it is damaged."""

    def put(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None) -> None:
        """Add or replace, by passage id. `progress(done, of)`."""
        ...

    def remove(self, passage_ids: Sequence[str]) -> None: ...

    def search(self, queries: Sequence[str], k: int, among: Collection[tuple[str, int]] | None = None) -> list[list[Found]]:
        """The k best passages of each query, best first, scores 0-1. `among`: only of these (playbook, version) pairs."""
        ...

    def ids(self) -> frozenset[str]:
        """Of every passage that a search can find."""
        ...

    def rebuild(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None) -> None:
        """Throw everything away and put these."""
        ...


class DocumentReader(Protocol):
    """A document file to its sections, in order. Raises DocumentError."""

    def __call__(self, path: Path) -> tuple[Section, ...]: ...


class RolePlays(Protocol):
    """Role-plays, kept. Every write is one transaction and is durable when the method returns."""

    def begin(self, role_play: RolePlay, scenario: Scenario) -> None:
        """Keeps the role-play and a frozen copy of its scenario, with the turns it already has (the buyer's greeting).
        One that is already kept stays as it is."""
        ...

    def get(self, role_play_id: str) -> RolePlay:
        """Raises NotFound."""
        ...

    def scenario_of(self, role_play_id: str) -> Scenario: ...

    def of_rep(self, rep: str) -> tuple[RolePlay, ...]:
        """Newest first, without their turns' records."""
        ...

    def all(self) -> tuple[RolePlay, ...]: ...

    def heads(self) -> tuple[RolePlay, ...]:
        """Every one, newest first, without its turns."""
        ...

    def these(self, role_play_ids: Collection[str]) -> tuple[RolePlay, ...]:
        """Those of them that there are, newest first, without their turns' records."""
        ...

    def shared_with(self, teams: Collection[str]) -> tuple[RolePlay, ...]:
        """Those shared with any of these teams, newest first, without their turns' records."""
        ...

    def share(self, role_play_id: str, teams: Collection[str], at: datetime) -> RolePlay:
        """Shares it with these teams and no others; none = it is its rep's alone. Raises NotFound."""
        ...

    def add_rep_turn(self, role_play_id: str, turn: PlayedTurn) -> PlayedTurn:
        """Appends at the next index, whatever index it came with, and returns it so; a turn with the same client id is returned as it was
        stored, and nothing is written. Clears `fault`.
        Raises InputError when the role-play has ended or is waiting for the buyer."""
        ...

    def add_buyer_turn(self, role_play_id: str, turn: PlayedTurn, ending: Ending | None) -> bool:
        """Appends the reply to the last rep turn, and the ending in the same transaction. `turn.index` is that rep turn's plus one.
        False, and nothing written, when it is already answered or ended."""
        ...

    def note_fault(self, role_play_id: str, fault: str) -> None:
        """Why there is no reply; nothing is noted when there is one after all."""
        ...

    def end(self, role_play_id: str, ending: Ending) -> RolePlay:
        """Ends it once; an ended one is returned unchanged."""
        ...


class Hints(Protocol):
    """Hints given in a role-play, appended, never overwritten."""

    def add(self, role_play_id: str, hint: Hint) -> None:
        """Raises NotFound."""
        ...

    def of(self, role_play_id: str) -> tuple[Hint, ...]:
        """In the order they were given; empty also when there is no such role-play."""
        ...


class Swaps(Protocol):
    """Swapped sides: role-plays that a good rep plays. `RolePlays` holds their turns and leaves them out of every list."""

    def begin(self, role_play: RolePlay, scenario: Scenario) -> None:
        """Keeps a new role-play as one of swapped sides."""
        ...

    def has(self, role_play_id: str) -> bool: ...

    def turns(self, role_play_id: str) -> tuple[SwapTurn, ...]:
        """In the order they were kept."""
        ...

    def keep(self, role_play_id: str, turn: SwapTurn) -> SwapTurn:
        """What is kept for this turn: the first that came."""
        ...

    def of_rep(self, rep: str) -> tuple[RolePlay, ...]:
        """Newest first, without their turns' records."""
        ...


class Scorecards(Protocol):
    """Scorecards, appended, never overwritten."""

    def add(self, role_play_id: str, scorecard: Scorecard, at: datetime) -> None: ...

    def latest(self, role_play_id: str) -> Scorecard | None: ...

    def latest_of(self, role_play_ids: Sequence[str]) -> dict[str, Scorecard]:
        """By role-play; those without one are left out."""
        ...

    def all_latest(self) -> dict[str, Scorecard]: ...


class Reflections(Protocol):
    """What reps think of their own talks before they see the scores: open until it is closed, then never changed."""

    def get(self, role_play_id: str) -> Reflection | None: ...

    def open(self) -> frozenset[str]:
        """Role-plays whose reflection is not closed, so whose scores their rep has not seen."""
        ...

    def begin(self, role_play_id: str, at: datetime) -> Reflection:
        """Opens one, or returns the one there is. Raises NotFound when there is no such role-play."""
        ...

    def answer(self, role_play_id: str, question: Question, text: str) -> None:
        """Keeps what stands in one box; an empty text takes the answer away. Raises NotFound, and InputError once it is closed."""
        ...

    def guess(self, role_play_id: str, dimension: Dimension, points: int | None) -> None:
        """None takes the guess away. Raises NotFound, and InputError once it is closed."""
        ...

    def close(self, role_play_id: str, how: ReflectionClosed, at: datetime) -> Reflection:
        """Once; a closed one stays as it is. Raises NotFound."""
        ...


class Reviews(Protocol):
    def get(self, role_play_id: str) -> Review: ...

    def add_comment(self, role_play_id: str, comment: Comment) -> None: ...

    def mark_reviewed(self, role_play_id: str, by: str, at: datetime) -> None: ...


class Playbooks(Protocol):
    """Uploaded files, their versions and passages: the truth the index is built from."""

    def receive(self, version: PlaybookVersion, content: bytes) -> None:
        """Keeps an uploaded file before anything is read ('waiting')."""
        ...

    def content(self, version_id: str) -> bytes: ...

    def versions(self) -> tuple[PlaybookVersion, ...]:
        """Every version not removed, by name, newest version first."""
        ...

    def ever_held(self) -> bool:
        """Whether a version was ever added, a removed one included."""
        ...

    def set_state(self, version_id: str, state: PlaybookState, problem: str | None = None) -> None:
        """A ready version stays as it is."""
        ...

    def finish(self, version_id: str, passages: Sequence[Passage], pages: int | None) -> None:
        """Keeps the passages and turns the state to 'ready', in one transaction. A ready version stays as it is.
        Raises NotFound when it was removed meanwhile."""
        ...

    def passages(self, version_ids: Sequence[str] | None = None) -> tuple[Passage, ...]:
        """Of these versions; None = of the newest ready version of every playbook. In document order."""
        ...

    def remove(self, name: str) -> tuple[str, ...]:
        """Removes every version from use; returns the passage ids. What older role-plays cited stays readable by id.
        Raises NotFound when there is none."""
        ...

    def passage(self, passage_id: str) -> Passage | None:
        """Also of a removed or older version."""
        ...


class Scenarios(Protocol):
    """The deals there are to practise on."""

    def all(self) -> tuple[Scenario, ...]: ...

    def get(self, scenario_id: str) -> Scenario:
        """Raises NotFound."""
        ...


class ScenarioFiles(Protocol):
    """Scenarios as files hold them."""

    def values_of(self, name: str, raw: bytes) -> Tree:
        """What a file named `name` holds, before it is checked. Raises ScenarioError when it holds no fields at all."""
        ...

    def typed(self, tree: Tree) -> tuple[Scenario | None, list[Problem]]:
        """The scenario when every field is well typed, else what is not."""
        ...

    def checked(self, tree: Tree) -> tuple[Scenario | None, list[Problem]]:
        """The scenario when its fields are well typed, and everything that is wrong with it."""
        ...

    def told(self, name: str, found: Sequence[Problem]) -> ScenarioError:
        """One line per problem: file: field: what was expected."""
        ...

    def tree_of(self, scenario: Scenario) -> dict[str, Any]: ...

    def file_of(self, tree: Tree) -> str:
        """The text of a file that reads back as this tree."""
        ...

    def version_of(self, raw: bytes) -> str: ...


class Drafts(Protocol):
    """Scenarios in the making: every change is appended, and durable when the method returns."""

    def begin(self, draft: Draft) -> None: ...

    def get(self, draft_id: str) -> Draft:
        """Raises NotFound."""
        ...

    def revision(self, draft_id: str) -> tuple[int, Closed | None]:
        """How many edits there are, and whether it is closed. Raises NotFound."""
        ...

    def open(self) -> tuple[Draft, ...]:
        """Those still worked on, newest first."""
        ...

    def append(self, draft_id: str, seen: int, changes: Sequence[Change], by: str, at: datetime, undoes: int | None = None) -> int:
        """Appends an edit and returns its number. `seen`: the newest edit its author knew of. Raises Overtaken when one of the places was
        changed since, InputError when the draft is closed."""
        ...

    def close(self, draft_id: str, how: Closed, at: datetime) -> None:
        """Once; a closed draft stays as it is."""
        ...

    def propose(self, proposal: Proposal) -> None: ...

    def proposals(self, draft_id: str) -> tuple[Proposal, ...]:
        """Newest first."""
        ...

    def decide(self, proposal_id: str, indices: Sequence[int]) -> None:
        """These changes of a proposal are done with: taken or put away."""
        ...


class ScenarioVersions(Protocol):
    """Published versions of one's own scenarios, appended, never changed."""

    def newest(self) -> dict[str, int]:
        """scenario -> its newest version's number."""
        ...

    def get(self, scenario: str, number: int) -> Version:
        """Raises NotFound."""
        ...

    def of(self, scenario: str) -> tuple[Version, ...]:
        """Newest first."""
        ...

    def add(self, version: Version, over: int) -> None:
        """Appends; `over`: the newest version its author knew of, 0 for none. Raises Overtaken when there is a newer one."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link that was not used yet. `until`: when it stops counting."""

    person: Person
    until: datetime


class Accounts(Protocol):
    """People, teams, how they log in, and the append-only record of what was done. Every write is one durable transaction."""

    def people(self) -> tuple[Person, ...]:
        """By name."""
        ...

    def person(self, person_id: str) -> Person:
        """Raises NotFound."""
        ...

    def add(self, person: Person) -> None:
        """Raises InputError when the login is taken."""
        ...

    def change(self, person: Person) -> None:
        """Name, roles, teams and `active` of the person with this id."""
        ...

    def teams(self) -> tuple[Team, ...]:
        """By name."""
        ...

    def add_team(self, team: Team) -> Team:
        """The team of this name: the given one, or the one that was there."""
        ...

    def password_of(self, login: str) -> tuple[Person | None, str | None]:
        """The person with this login, and the hash of their password if they have set one."""
        ...

    def set_password(self, person_id: str, kept: str) -> None: ...

    def keep_link(self, digest: str, person_id: str, until: datetime) -> None:
        """In place of every earlier link of this person's."""
        ...

    def link(self, digest: str) -> Link | None:
        """None when there is none or it was used."""
        ...

    def use_link(self, digest: str, kept: str, at: datetime) -> bool:
        """Uses it up and sets the password in one transaction; False, and nothing done, when somebody was faster."""
        ...

    def begin_login(self, login: Login) -> None: ...

    def login(self, digest: str) -> tuple[Login, Person] | None:
        """None when there is none or it was ended."""
        ...

    def seen(self, digest: str, at: datetime) -> None: ...

    def end_login(self, digest: str, at: datetime) -> None: ...

    def end_logins(self, person_id: str, at: datetime) -> None:
        """All of this person's."""
        ...

    def note_failure(self, login: str, address: str, at: datetime) -> None: ...

    def failures_of(self, login: str, since: datetime) -> tuple[datetime, ...]: ...

    def failures_from(self, address: str, since: datetime) -> tuple[datetime, ...]: ...

    def forget_failures(self, login: str) -> None: ...

    def audit(self, entry: Audited) -> None: ...

    def audited(self, most: int) -> tuple[Audited, ...]:
        """Newest first."""
        ...


class Conversations(Protocol):
    """Conversations with real buyers. Every method is one transaction, durable when it returns."""

    def begin(self, file: ConversationFile) -> ConversationFile:
        """The file, or the one of the same owner and content that is already there."""
        ...

    def add(self, file: ConversationFile, conversations: Sequence[Conversation]) -> None:
        """Appends them and keeps how far the file is. Raises NotFound when the file was deleted meanwhile."""
        ...

    def files(self, owner: str) -> tuple[ConversationFile, ...]:
        """Newest first."""
        ...

    def counts(self, owner: str) -> Mapping[tuple[str, Stage], int]:
        """(file id, stage) -> how many."""
        ...

    def get(self, conversation_id: str) -> Conversation:
        """Raises NotFound."""
        ...

    def page(self, owner: str, stages: Sequence[Stage], start: int, most: int) -> tuple[Conversation, ...]:
        """Of the files newest first, within a file in its order."""
        ...

    def unmapped_names(self, owner: str) -> tuple[tuple[tuple[str, ...], int, str], ...]:
        """The groups of speakers that nobody has mapped: (names, in how many conversations, the id of one of them), most first."""
        ...

    def map(self, owner: str, names: tuple[str, ...], parts: Mapping[str, Part]) -> int:
        """Of every unmapped conversation of exactly these speakers; they wait for their score then. Remembers the parts by name. How many there
        were."""
        ...

    def remap(self, conversation_id: str, parts: Mapping[str, Part]) -> None:
        """Of one conversation, whatever its stage; its scorecard goes, it waits for a new one. Raises NotFound."""
        ...

    def known(self, owner: str) -> Mapping[str, Part]:
        """What speakers were in earlier conversations."""
        ...

    def next_waiting(self) -> Conversation | None:
        """The one that waits longest, whoever's it is."""
        ...

    def scored(self, waited: Conversation, card: Scorecard) -> None:
        """Nothing happens when it was deleted or mapped otherwise meanwhile."""
        ...

    def failed(self, waited: Conversation, why: Text) -> None:
        """As `scored`."""
        ...

    def retry(self, conversation_id: str) -> None:
        """A failed one waits again."""
        ...

    def delete(self, conversation_id: str) -> None: ...

    def delete_file(self, file_id: str) -> None:
        """With all its conversations."""
        ...
