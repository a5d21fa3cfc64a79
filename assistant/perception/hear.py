"""From a rep's words to what they did: every act with the sentence that did it."""

from collections.abc import Sequence

from assistant.domain.heard import Heard, Question, Sign
from assistant.domain.scenario import Topic
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.language.questions import question_form
from assistant.perception.acts import Moment, acts
from assistant.perception.answers import buyers_question
from assistant.perception.echo import echoes
from assistant.perception.next_step import next_step
from assistant.perception.sentence import Sentence, sentences_of
from assistant.perception.topics import Turn, topics_asked, topics_of_turn


def hear(text: str, before: str | None, topics: Sequence[Topic], language: Language, buyer_asked: bool | None = None) -> Heard:
    """What the turn `text` did after the buyer's `before` (None at the start).

    `buyer_asked`: whether the buyer waits for an answer; None = as `before` ends.
    """
    now = _moment(text, before, language, buyer_asked)
    signs = frozenset(acts(now))
    return Heard(
        text=text,
        signs=tuple(sorted(signs, key=lambda sign: (sign.start, sign.end, sign.act))),
        questions=tuple(_question(one, topics) for one in now.said if one.is_question),
        topics=topics_of_turn(_turn(now, signs), topics),
        next_step=now.step,
        echoed=echoes(text, before, now.language) if before else (),
    )


def turn_of(text: str, before: str | None, language: Language) -> Turn:
    """What the topics of a turn are told from."""
    now = _moment(text, before, language, None)
    return _turn(now, frozenset(acts(now)))


def _moment(text: str, before: str | None, language: Language, buyer_asked: bool | None) -> Moment:
    spoken = language_of(text) if any(char.isalpha() for char in text) else language
    said = sentences_of(text, before, spoken)
    asked = buyers_question(before, spoken) or (before if buyer_asked else None)
    return Moment(text, said, before, asked if buyer_asked is not False else None, next_step(text, said, spoken), spoken)


def _turn(now: Moment, signs: frozenset[Sign]) -> Turn:
    asked = now.question or buyers_question(now.before, now.language)
    return Turn(now.said, now.before, asked, frozenset(sign.act for sign in signs), now.language)


def _question(one: Sentence, topics: Sequence[Topic]) -> Question:
    about = topics_asked(one, topics)
    follows = bool(one.echoed) or one.has("deictic_follow_up")
    return Question(one.start, one.end, question_form(one.text, one.language), follows, about)
