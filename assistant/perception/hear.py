"""From a rep's words to what they did: every act with the sentence that did it."""

from collections.abc import Sequence

from assistant.domain.buyer import Topic
from assistant.domain.heard import Heard, Question, Sign
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.language.dates import time_expressions
from assistant.language.numbers import quantities
from assistant.language.questions import question_form
from assistant.language.standing import last_person
from assistant.perception.act_sense import by_sense
from assistant.perception.acts import Moment, acts
from assistant.perception.answers import buyers_question
from assistant.perception.echo import echoes
from assistant.perception.next_step import next_step
from assistant.perception.sentence import Sentence, sentences_of
from assistant.perception.topics import Turn, topics_asked, topics_of, topics_of_turn

BARE = 2
"""Words up to which a turn that names a topic and does nothing else asks about it ('budget', '예산이요')."""


def hear(
    text: str, before: str | None, topics: Sequence[Topic], language: Language, buyer_asked: bool | None = None, by_words: bool = False
) -> Heard:
    """What the turn `text` did after the buyer's `before` (None at the start).

    `buyer_asked`: whether the buyer waits for an answer; None = as `before` ends. `by_words`: as the scorer hears, which looks at the words alone,
    in a third of the time: no act is told by its meaning, and the turn's topics are not told; the questions' own are told either way.
    """
    now = moment(text, before, language, buyer_asked)
    ruled = tuple(acts(now))
    bare = () if ruled else _bare_question(now, topics)
    by_rule = frozenset((*ruled, *(Sign("question", one.start, one.end) for one in bare)))
    signs = by_rule if by_words else by_rule.union(by_sense(now, by_rule))
    return Heard(
        text=text,
        signs=tuple(sorted(signs, key=lambda sign: (sign.start, sign.end, sign.act))),
        questions=bare or tuple(_question(one, topics) for one in now.said if one.is_question),
        topics=() if by_words else topics_of_turn(_turn(now, by_rule), topics),
        next_step=now.step,
        echoed=echoes(text, before, now.language) if before else (),
        person=last_person(before, language) if before else "",
    )


def turn_of(text: str, before: str | None, language: Language) -> Turn:
    """What the topics of a turn are told from."""
    now = moment(text, before, language)
    return _turn(now, frozenset(acts(now)))


def moment(text: str, before: str | None, language: Language, buyer_asked: bool | None = None) -> Moment:
    """The turn as the rules see it."""
    spoken = language_of(text) if any(char.isalpha() for char in text) else language
    said = sentences_of(text, before, spoken)
    asked = buyers_question(before, spoken) or (before if buyer_asked else None)
    return Moment(text, said, before, asked if buyer_asked is not False else None, next_step(text, said, spoken), spoken)


def _turn(now: Moment, signs: frozenset[Sign]) -> Turn:
    asked = now.question or buyers_question(now.before, now.language)
    return Turn(now.said, now.before, asked, frozenset(sign.act for sign in signs), now.language)


def _question(one: Sentence, topics: Sequence[Topic]) -> Question:
    """'How come?' and 'since when?' are about what the buyer has just said."""
    points_back = one.has("deictic_follow_up")
    about = topics_asked(one, topics) or (topics_of(one.before, topics, one.language)[:1] if one.before and points_back else ())
    return Question(one.start, one.end, question_form(one.text, one.language), bool(one.echoed) or points_back, about)


def _bare_question(now: Moment, topics: Sequence[Topic]) -> tuple[Question, ...]:
    """Of a turn that does nothing else: a topic's word alone, without a question mark, when the buyer waits for no answer: no figure, no date,
    nothing of what they said."""
    if now.question or len(now.said) != 1 or now.before is None:
        return ()
    one = now.said[0]
    if one.is_question or one.echoed or len(one.analysis.content) not in range(1, BARE + 1) or len(one.text.split()) > BARE:
        return ()
    about = topics_of(one.text, topics, one.language)
    told = quantities(one.text, one.language) or time_expressions(one.text, one.language)
    return (Question(one.start, one.end, "closed", False, about),) if about and not told else ()
