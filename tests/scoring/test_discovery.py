"""What was found out is counted the same way in the room and on the scorecard."""

import pytest

from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language
from assistant.practice.discovery import discovered
from assistant.scoring.measures.professional import coverage
from assistant.scoring.talk import talk_of
from tests.benchmarks.buyer import scenarios
from tests.benchmarks.reps.playing import play


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deal", ["cloud-phone-cx-lead", "erp-plant-cfo"])
def test_the_card_counts_as_found_what_the_room_counts_as_found(deal: str, language: Language) -> None:
    played = play(scenarios(deal)[0], 2, language, "excellent", 1, False)
    lines = [("buyer", played.opening)]
    for one in played.exchanges:
        lines += [("rep", one.line), ("buyer", one.reply)]
    transcript = Transcript("t", tuple(Turn(at, "rep" if who == "rep" else "buyer", text) for at, (who, text) in enumerate(lines)))
    measured = coverage(talk_of(transcript, language, played.scenario))
    room = discovered(played.scenario, played.exchanges[-1].decision.mind)
    assert measured is not None
    assert round(measured.value * len(room)) == sum(one.found == "covered" for one in room)
