"""Habits as a use case: one's own words and nobody else's, one language, a team or the background."""

from datetime import timedelta
from random import Random

from assistant.domain.people import LOCAL_PERSON, Actor, Team
from assistant.domain.roleplay import Branch, PlayedTurn
from assistant.habits import HabitFinder
from assistant.store import Store
from tests.habits.speech import OBJECTION, PLAIN
from tests.store.samples import BEGAN, a_role_play, a_scenario, finished

DEALS = ("phone", "van", "clinic")
LINES = (
    "How does that work for you today?",
    "Thank you, that helps me a lot.",
    "Who else has a say in this?",
    "We could start with eight seats.",
    "What would you like to see first?",
)


def practised(store: Store, rep: str, count: int, opener: str = "", language: str = "en", **changes: object) -> None:
    dice = Random(rep)
    for number in range(count):
        turns = []
        for place in range(8):
            turns.append(PlayedTurn(2 * place, "buyer", OBJECTION if place % 3 == 1 else PLAIN, BEGAN))
            said = f"{opener} {dice.choice(LINES)}" if place % 2 else dice.choice(LINES)
            turns.append(PlayedTurn(2 * place + 1, "rep", said.strip(), BEGAN))
        name = f"{rep}-{language}-{number}-{len(changes)}"
        role_play = a_role_play(
            name,
            rep=rep,
            scenario=DEALS[number % 3],
            language=language,
            turns=tuple(turns),
            ended=finished(),
            began_at=BEGAN + timedelta(days=number),
            **changes,
        )
        store.role_plays.begin(role_play, a_scenario())


def test_a_rep_is_held_against_the_team_and_only_their_own_words_come_out(store: Store) -> None:
    practised(store, "local", 9, "At the end of the day,")
    for rep in ("ann", "ben", "cho"):
        practised(store, rep, 6, "Frankly speaking,")
    found = HabitFinder(store.role_plays, store.scorecards).of(LOCAL_PERSON, "en")
    assert (found.compared, found.colleagues, found.others, found.role_plays, found.scenarios) == ("team", 3, 18, 9, 3)
    assert [one.words for one in found.found] == ["at the end of the day"]
    assert {example.role_play.split("-")[0] for one in found.found for example in one.examples} == {"local"}


def test_alone_the_bundled_background_serves(store: Store) -> None:
    practised(store, "local", 9, "At the end of the day,")
    practised(store, "ann", 9, "At the end of the day,")
    found = HabitFinder(store.role_plays, store.scorecards).of(LOCAL_PERSON, "en")
    assert (found.compared, found.colleagues, found.others) == ("background", 0, 0)
    assert "at the end of the day" in {one.words for one in found.found}


def test_other_languages_and_second_tries_are_left_out(store: Store) -> None:
    practised(store, "local", 4)
    practised(store, "local", 4, branch=Branch("local-en-0-0", 1))
    practised(store, "local", 5, language="ko")
    assert HabitFinder(store.role_plays, store.scorecards).of(LOCAL_PERSON, "en").role_plays == 4


def test_a_new_role_play_is_counted_at_once(store: Store) -> None:
    finder = HabitFinder(store.role_plays, store.scorecards)
    assert finder.of(LOCAL_PERSON, "en").found == ()
    practised(store, "local", 9, "At the end of the day,")
    assert finder.of(LOCAL_PERSON, "en").found != ()


def test_among_people_with_accounts_only_what_was_shared_with_one_s_team_is_counted(store: Store) -> None:
    me = Actor("me", "Me", frozenset({"rep"}), frozenset({"sales"}))
    practised(store, "me", 9, "At the end of the day,")
    for rep in ("ann", "ben", "cho"):
        practised(store, rep, 6)
    for name in ("sales", "clinic"):
        store.accounts.add_team(Team(name, name))
    finder = HabitFinder(store.role_plays, store.scorecards)
    assert finder.of(me, "en").compared == "background"
    for one in store.role_plays.all():
        if one.rep in ("ann", "ben"):
            store.role_plays.share(one.id, ["sales"], BEGAN)
        elif one.rep == "cho":
            store.role_plays.share(one.id, ["clinic"], BEGAN)
    found = finder.of(me, "en")
    assert (found.compared, found.colleagues, found.others) == ("team", 2, 12)
