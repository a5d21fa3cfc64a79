"""A proposed next step: what will be done, by whom, and by when. A vague date ('빠른 시일 내', 'soon') is no date."""

from functools import lru_cache

from assistant.domain.heard import NextStep
from assistant.domain.words import Language
from assistant.language.anybody import asks
from assistant.language.dates import concrete_dates
from assistant.language.phrases import found, has
from assistant.perception.listening import acknowledges
from assistant.perception.sentence import Sentence

TODAY = ("오늘", "지금", "today", "now")


@lru_cache(maxsize=256)
def step_sentences(said: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Those that propose one: a promise or an invitation to something, or an appointment with its time."""
    return tuple(one for one in said if _proposes(one, said))


def next_step(text: str, said: tuple[Sentence, ...], language: Language) -> NextStep | None:
    """The step the turn proposes most completely, or None. Owner and date may stand in a neighbouring sentence."""
    steps = [_step(text, one, language) for one in step_sentences(said)]
    if not steps:
        return None
    best = max(steps, key=lambda step: (step.date is not None) + (step.owner is not None))
    dates = [span for one in said if not _says_what_day_it_is(one) for span in _dates_in(one)]
    firm = [one for one in said if not one.has("vague_time")]
    owners = [
        (one.start + start, one.start + end)
        for name in ("step_owner", "first_person_ending")
        for one in firm
        for start, end in found(name, one.text, language)
    ]
    return NextStep(
        best.action,
        best.owner or (text[slice(*owners[0])] if owners else None),
        best.date or (text[slice(*dates[0])] if dates else None),
    )


def _proposes(one: Sentence, said: tuple[Sentence, ...]) -> bool:
    if one.presses or one.insults or one.has("evasion", "break_game", "discount") or _is_parting(one):
        return False
    if _is_offer(one) or _is_about_this_meeting(one) or (_says_what_day_it_is(one) and not any(map(str.isdigit, one.text))):
        return False
    dated = bool(concrete_dates(one.text, one.language)) and not _is_the_buyers_date(one)
    if has("step_verb", one.plain, one.language):
        return dated or has("step_thing", one.plain, one.language)
    if not dated or one.has("said_by_buyer") or acknowledges(one):
        return False
    return one.has("step_invites") or (
        _is_bare(one) and ((one.is_question and one.has("appointment")) or any(other.has("step_promise", "step_invites") for other in said))
    )


def _dates_in(one: Sentence) -> list[tuple[int, int]]:
    """Where dates stand, as offsets of the turn."""
    return [(one.start + start, one.start + end) for start, end in concrete_dates(one.text, one.language)]


def _says_what_day_it_is(one: Sentence) -> bool:
    """'Today is Wednesday': no date of anything."""
    named = {one.text[start:end].casefold() for start, end in concrete_dates(one.text, one.language)}
    return bool(named & set(TODAY)) and not one.is_question and not one.has("step_promise", "step_invites", "first_person_ending", "step_owner")


def _is_offer(one: Sentence) -> bool:
    """What would be done in how long, should the buyer want it: 'if you send us the data, we'll run it within two weeks'. No day is named."""
    dates = [one.text[start:end] for start, end in concrete_dates(one.text, one.language)]
    lasting = bool(dates) and all(has("duration", date, one.language) for date in dates)
    return lasting and not one.is_question and one.has("on_condition") and not one.has("step_invites")


def _is_parting(one: Sentence) -> bool:
    """'See you tomorrow': a good-bye that arranges nothing."""
    return one.has("farewell") and not one.has("step_thing", "appointment")


def _is_about_this_meeting(one: Sentence) -> bool:
    """A question about today, or about how much time there is, in which nobody promises anything: 'how is your day going today?'."""
    if not one.is_question or one.has("step_owner", "first_person_ending", "step_promise"):
        return False
    dates = [one.text[start:end].casefold() for start, end in concrete_dates(one.text, one.language)]
    return all(date in TODAY for date in dates) if dates else asks("time", one.text, one.language)


def _is_the_buyers_date(one: Sentence) -> bool:
    """A day the buyer has just named for something of theirs, given back without a promise or an invitation."""
    said = (one.before or "").casefold()
    named = [one.text[start:end].casefold() for start, end in concrete_dates(one.text, one.language)]
    return all(date in said for date in named) and not one.has("step_promise", "step_invites")


def _is_bare(one: Sentence) -> bool:
    """A time, a place, some people, and no verb: 'Saturday at ten, me and our designer.'"""
    if one.language == "en":
        return not one.has("finite_verb")
    return not any(token.tag.startswith(("VV", "VA", "VX", "XSV", "XSA")) for token in one.analysis.tokens)


def _step(text: str, one: Sentence, language: Language) -> NextStep:
    dates = concrete_dates(one.text, language)
    owners = [*found("step_owner", one.text, language), *found("first_person_ending", one.text, language)]
    return NextStep(
        action=text[one.start : one.end],
        owner=one.text[slice(*owners[0])] if owners else None,
        date=one.text[slice(*dates[0])] if dates else None,
    )
