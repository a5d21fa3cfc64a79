"""A proposed next step: what will be done, by whom, and by when. A vague date ('빠른 시일 내', 'soon') is no date."""

from assistant.domain.heard import NextStep
from assistant.domain.words import Language
from assistant.language.dates import concrete_dates
from assistant.language.phrases import found
from assistant.perception.sentence import Sentence


def next_step(text: str, said: tuple[Sentence, ...], language: Language) -> NextStep | None:
    """The step the turn proposes most completely, or None. Owner and date may stand in a neighbouring sentence."""
    proposed = [one for one in said if one.has("step_verb") and one.has("step_thing") and not one.has("pressure")]
    if not proposed:
        return None
    steps = [_step(text, one, language) for one in proposed]
    best = max(steps, key=lambda step: (step.date is not None) + (step.owner is not None))
    if best.date is None and (dates := concrete_dates(text, language)):
        best = NextStep(best.action, best.owner, text[slice(*dates[0])])
    return best


def step_sentences(said: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    return tuple(one for one in said if one.has("step_verb") and one.has("step_thing") and not one.has("pressure"))


def _step(text: str, one: Sentence, language: Language) -> NextStep:
    dates = concrete_dates(one.text, language)
    owners = [*found("step_owner", one.text, language), *found("first_person_ending", one.text, language)]
    return NextStep(
        action=text[one.start : one.end],
        owner=one.text[slice(*owners[0])] if owners else None,
        date=one.text[slice(*dates[0])] if dates else None,
    )
