"""From a rep's words to what they did: every act with the sentence that did it."""

from collections.abc import Sequence

from assistant.domain.heard import Heard, Question
from assistant.domain.scenario import Topic
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.language.questions import question_form
from assistant.perception.acts import acts
from assistant.perception.answers import asks_back
from assistant.perception.next_step import next_step
from assistant.perception.sentence import Sentence, echoes, meaning, sentences_of
from assistant.perception.topics import topics_of


def hear(text: str, before: str | None, topics: Sequence[Topic], language: Language, buyer_asked: bool | None = None) -> Heard:
    """What the turn `text` did after the buyer's `before` (None at the start).

    `buyer_asked`: whether the buyer waits for an answer; None = as `before` ends.
    """
    spoken = language_of(text) if any(char.isalpha() for char in text) else language
    said = sentences_of(text, before, spoken)
    asked = asks_back(before, spoken) if buyer_asked is None else buyer_asked
    step = next_step(text, said, spoken)
    signs = acts(text, said, before, asked, step, spoken)
    heard = meaning(before, spoken) if before else frozenset[str]()
    return Heard(
        text=text,
        signs=tuple(sorted(set(signs), key=lambda sign: (sign.start, sign.end, sign.act))),
        questions=tuple(_question(one, topics) for one in said if one.is_question),
        topics=topics_of(text, topics, spoken),
        next_step=step,
        echoed=echoes(text, heard, spoken),
    )


def _question(one: Sentence, topics: Sequence[Topic]) -> Question:
    about = topics_of(one.text, topics, one.language)
    follows = bool(one.echoed) or one.has("deictic_follow_up")
    return Question(one.start, one.end, question_form(one.text, one.language), follows, about)
