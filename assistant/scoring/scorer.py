"""Scoring as a use case: a role-play or any conversation in, a scorecard out, kept when it is a role-play's."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import RLock

from assistant.domain.memory import Mark
from assistant.domain.people import Actor
from assistant.domain.playbook import Found
from assistant.domain.policy import nobody_told, seen
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.spending import Price, on_account
from assistant.domain.table import as_played
from assistant.domain.transcript import Transcript
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import InputError, NotFound
from assistant.ports import ChatModel, RolePlays, Scorecards
from assistant.prompt_file import read_prompt
from assistant.scoring.anchors import Anchors, anchors
from assistant.scoring.asking_again import again_at
from assistant.scoring.background import costs, earlier_of
from assistant.scoring.card_words import CardWords, Worded, card_words, worded_measure
from assistant.scoring.choosing import NOTHING, Earlier, Known
from assistant.scoring.judge import Judge
from assistant.scoring.redone import Redone, Tried, redone
from assistant.scoring.rubric import Rubric
from assistant.scoring.rubrics import Rubrics
from assistant.scoring.score import score
from assistant.scoring.talk import Passages, talk_of
from assistant.scoring.wordings import wordings

PASSAGES_A_CLAIM = 3
MOST_EARLIER = 20
"""Earlier role-plays that decide what is advised now."""

SearchForDeal = Callable[[Sequence[str], int, Scenario | None, Sequence[str] | None], list[list[Found]]]
"""(queries, k, scenario or None for any, playbook version ids or None for the current ones) -> for each query the passages that fit."""

MarksForDeal = Callable[[Scenario | None, Sequence[str] | None], tuple[Mark, ...]]
"""(scenario or None for any, playbook version ids or None for the current ones) -> what managers have marked in those that belong to it."""


class Scorer:
    """Scores with the default rubric; with a model its judge is heard too, and one that fails is shown as failed."""

    def __init__(
        self,
        rubrics: Rubrics,
        prompts: Path,
        scorecards: Scorecards,
        role_plays: RolePlays,
        scenario: Callable[[str], Scenario],
        search: SearchForDeal,
        chat: ChatModel | None,
        now: Callable[[], datetime],
        price: Price | None = None,
        marks: MarksForDeal = lambda scenario, playbooks: (),
        saw: Callable[[Actor, RolePlay], None] = nobody_told,
    ) -> None:
        self._rubrics = rubrics
        self._prompts = prompts
        self._scorecards = scorecards
        self._role_plays = role_plays
        self._scenario = scenario
        self._search = search
        self._chat = chat
        self._now = now
        self._price = price
        self._marks = marks
        self._saw = saw
        self._lock = RLock()

    def of_conversation(self, transcript: Transcript, judged: bool = True) -> Scorecard:
        """The scorecard of a conversation from anywhere; nothing is kept. A scenario it names is used when there is such a one."""
        try:
            scenario = self._scenario(transcript.scenario) if transcript.scenario else None
        except NotFound:
            scenario = None
        return self._scored(transcript, scenario, None, judged)

    def of_role_play(self, actor: Actor, role_play_id: str) -> Scorecard:
        """The newest scorecard of a finished role-play, made and kept now when there is none. Raises InputError while it goes on, and NotFound."""
        with self._lock:
            role_play = seen(actor, self._role_plays.get(role_play_id))
            self._saw(actor, role_play)
            kept = self._scorecards.latest(role_play_id)
            if kept:
                return kept
            if role_play.ended is None:
                raise InputError(
                    ko="아직 진행 중인 롤플레이예요. 마친 뒤에 채점해요.", en="This role-play is still going on. It is scored when it has ended."
                )
            return self.kept(role_play, role_play.transcript(), self._earlier(role_play))

    def scored_again(self, role_play: RolePlay) -> Scorecard:
        """As it would be scored for the first time now; not kept."""
        return self._scored_anew(role_play, role_play.transcript(), self._earlier(role_play))

    def kept(self, role_play: RolePlay, transcript: Transcript, earlier: tuple[Earlier, ...] = ()) -> Scorecard:
        """Scores a finished role-play by this transcript of it, and keeps the scorecard. Without `earlier` scorecards of the rep's, the same
        role-play is always given the same advice."""
        held_against: set[str] = set()
        card = self._scored_anew(role_play, transcript, earlier, held_against)
        at = self._now()
        self._scorecards.add(role_play.id, card, at, held_against, again_at(card.made_by.judge_failed, 0, at))
        return card

    def _scored_anew(
        self, role_play: RolePlay, transcript: Transcript, earlier: tuple[Earlier, ...], held_against: set[str] | None = None
    ) -> Scorecard:
        scenario = self._played(role_play)
        since = role_play.branch.turn if role_play.branch else 0
        with on_account(role_play.rep, role_play.id, "judge"):
            return self._scored(transcript, scenario, role_play.playbooks, True, since, Known(earlier, costs(role_play)), held_against)

    def words(self, card: Scorecard, language: Language) -> CardWords:
        """A scorecard's reasons, praise, rule and values in the language of whoever looks at it; quotes and rewrites stay as they are."""
        return card_words(card, self._rubric_of(card), language)

    def _earlier(self, role_play: RolePlay) -> tuple[Earlier, ...]:
        """This rep's last scorecards before this talk, in its language, oldest first."""
        before = [one for one in self._role_plays.of_rep(role_play.rep) if one.began_at < role_play.began_at and one.language == role_play.language]
        cards, rubric = self._scorecards.latest_of([one.id for one in before[:MOST_EARLIER]]), self._default_rubric()
        return tuple(earlier_of(cards[one.id], rubric) for one in reversed(before[:MOST_EARLIER]) if one.id in cards)

    def redone(self, actor: Actor, role_play_id: str) -> Redone | None:
        """The turns of a redo beside as many of the first try, on the measure it is about; nothing is kept, and no model is asked.
        None where nothing was said in it, or its measure is none any more. Raises NotFound, and InputError for what is no redo."""
        second = seen(actor, self._role_plays.get(role_play_id))
        self._saw(actor, second)
        if second.branch is None or not second.is_redo:
            raise InputError(ko="다시 해 본 대목이 아니에요.", en="This is not a redo.")
        scenario = self._played(second)
        passages, marks = self._passages_of(scenario, second.playbooks), self._marks(scenario, second.playbooks)
        first = seen(actor, self._role_plays.get(second.branch.of))
        once, again = (
            talk_of(one.transcript(), second.language, played, passages, marks) for one, played in ((first, self._played(first)), (second, scenario))
        )
        return redone(once, again, second.branch, self._default_rubric())

    def rule(self, measure: str, language: Language) -> str | None:
        """What one does, in one sentence, to do well on a measure; None for one that is none any more."""
        said = wordings(language).measures.get(measure)
        return said.rule if said else None

    def credits(self, cards: Sequence[Scorecard]) -> list[dict[str, tuple[float, float]]]:
        """For each card: measure -> what it weighs and earns (0-1) by today's rubric, of those that count in it."""
        rules = self._default_rubric().file.measures
        return [
            {
                one.name: (rules[one.name].weight, rules[one.name].credit(one.value, card.language))
                for one in card.measures
                if one.name in rules and rules[one.name].weight
            }
            for card in cards
        ]

    def measure_name(self, measure: str, language: Language) -> str:
        """What it is called; its own name for one that is none any more."""
        said = wordings(language).measures.get(measure)
        return said.label if said else measure

    def anchors(self, language: Language) -> dict[str, Anchors]:
        """What the judge's items ask, by item."""
        return anchors(self._prompts, language)

    def measure_words(self, tried: Tried, language: Language) -> Worded | None:
        """How a try did on its measure; None where nothing called for it."""
        return worded_measure(tried.measure, self._default_rubric(), language, tried.language) if tried.measure else None

    def _passages_of(self, scenario: Scenario | None, playbooks: Sequence[str] | None, held_against: set[str] | None = None) -> Passages:
        def passages(queries: Sequence[str]) -> list[list[Found]]:
            found = self._search(queries, PASSAGES_A_CLAIM, scenario, playbooks)
            if held_against is not None:
                held_against.update(one.passage.id for of_query in found for one in of_query)
            return found

        return passages

    def _played(self, role_play: RolePlay) -> Scenario:
        return as_played(self._role_plays.scenario_of(role_play.id), role_play.setting)

    def _default_rubric(self) -> Rubric:
        return self._rubrics.now()

    def _rubric_of(self, card: Scorecard) -> Rubric:
        """The one that made it, where it is still known: its words say what was too much and too little by that."""
        return self._rubrics.of(card.made_by.rubric) or self._rubrics.now()

    def _scored(
        self,
        transcript: Transcript,
        scenario: Scenario | None,
        playbooks: Sequence[str] | None,
        judged: bool,
        since: int = 0,
        known: Known = NOTHING,
        held_against: set[str] | None = None,
    ) -> Scorecard:
        """`held_against` takes the ids of the passages that were found."""
        judge = None
        if judged and self._chat:
            prompts = {language: read_prompt(self._prompts / f"judge.{language}.md") for language in LANGUAGES}
            judge = Judge(self._chat, prompts, price=self._price)
        passages, marks = self._passages_of(scenario, playbooks, held_against), self._marks(scenario, playbooks)
        rubric = self._default_rubric()
        return score(transcript, rubric=rubric, passages=passages, scenario=scenario, judge=judge, since=since, known=known, marks=marks)
