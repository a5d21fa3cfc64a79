"""What a rep does about reviews of their own talks: shares a talk, submits it, takes it back, hears of reviews and answers them."""

from collections.abc import Callable
from datetime import datetime

from assistant.domain.people import Actor, Audited
from assistant.domain.policy import Thing, may, seen
from assistant.domain.review import MOST_TEXT, Review, ReviewsOf, Submission, taken_note
from assistant.domain.roleplay import RolePlay
from assistant.errors import InputError, NotAllowed
from assistant.ports import Accounts, Reviews, RolePlays


class Submitting:
    def __init__(self, role_plays: RolePlays, reviews: Reviews, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._role_plays = role_plays
        self._reviews = reviews
        self._accounts = accounts
        self._now = now

    def share(self, actor: Actor, role_play_id: str) -> RolePlay:
        """Lets the rep's teams (their trainers and managers) read it. Raises NotFound, InputError for a rep without a team."""
        role_play = self._own(actor, role_play_id)
        if not actor.teams:
            raise InputError(ko="아직 속한 팀이 없어서 보여 줄 사람이 없어요.", en="You are in no team yet, so there is nobody to share it with.")
        with self._accounts.together():
            shared = self._role_plays.share(role_play.id, actor.teams, self._now())
            self._note(actor, "role_play_shared", role_play_id, f"teams {len(actor.teams)}")
        return shared

    def submit(self, actor: Actor, role_play_id: str, question: str = "") -> None:
        """Shares it and asks the teams' trainers to look. Raises NotFound, InputError when it is still going on or the question is too long."""
        role_play = self._own(actor, role_play_id)
        question = question.strip()
        if role_play.ended is None:
            raise InputError(ko="대화를 마친 뒤에 보낼 수 있어요.", en="It can be sent once the talk has ended.")
        if len(question) > MOST_TEXT:
            raise InputError(ko=f"{MOST_TEXT:,}자 안으로 적어 주세요.", en=f"Write at most {MOST_TEXT:,} characters.")
        with self._accounts.together():
            if not role_play.shared:
                self.share(actor, role_play_id)
            self._reviews.submit(role_play_id, Submission(self._now(), question))
            self._note(actor, "role_play_submitted", role_play_id)

    def take_back(self, actor: Actor, role_play_id: str) -> RolePlay:
        """From now on only the rep reads it again. Raises NotFound, InputError once a trainer has scored it and for what was assigned."""
        role_play = self._own(actor, role_play_id)
        if role_play.share_at_end:
            raise InputError(
                ko="과제로 한 롤플레이라서 팀과 계속 공유돼요.", en="This role-play was an assignment, so it stays shared with the team."
            )
        with self._accounts.together():
            left = self._reviews.of(role_play_id)
            if left.closed or left.blind:
                raise InputError(
                    ko="트레이너가 이미 읽고 의견을 남겨서 되돌릴 수 없어요.", en="A trainer has reviewed it already, so it cannot be taken back."
                )
            self._reviews.withdraw(role_play_id)
            alone = self._role_plays.share(role_play.id, (), self._now())
            self._note(actor, "role_play_taken_back", role_play_id)
        return alone

    def news(self, actor: Actor) -> tuple[ReviewsOf, ...]:
        """The actor's own role-plays with reviews they have not taken note of, the newest review first."""
        mine = self._reviews.of_all([one.id for one in self._role_plays.of_rep(actor.id)])
        fresh = [one for one in mine.values() if one.news()]
        return tuple(sorted(fresh, key=lambda one: max(each.closed_at or each.began_at for each in one.news()), reverse=True))

    def of_mine(self, actor: Actor) -> dict[str, ReviewsOf]:
        """What was left on the actor's own role-plays, as they may see it, by role-play."""
        left = self._reviews.of_all([one.id for one in self._role_plays.of_rep(actor.id)])
        return {role_play_id: one.told() for role_play_id, one in left.items()}

    def take_note(self, actor: Actor, role_play_id: str, trainer: str, answer: str = "") -> Review:
        """The rep has read a review, and answers it or not. Raises NotFound, InputError, NotAllowed for anybody but the rep."""
        role_play = seen(actor, self._role_plays.get(role_play_id))
        if not may(actor, "answer_review", Thing(role_play.rep)) or role_play.rep != actor.id:
            raise NotAllowed()
        with self._accounts.together():
            kept = self._reviews.change(role_play_id, trainer, lambda one: taken_note(one, answer, self._now()))
            self._note(actor, "review_answered" if answer.strip() else "review_noted", role_play_id)
        return kept

    def _own(self, actor: Actor, role_play_id: str) -> RolePlay:
        role_play = seen(actor, self._role_plays.get(role_play_id))
        if not may(actor, "share_role_play", Thing(role_play.rep)):
            raise NotAllowed()
        return role_play

    def _note(self, actor: Actor, action: str, thing: str, detail: str = "") -> None:
        self._accounts.audit(Audited(self._now(), actor.id, action, thing, detail, actor.id))
