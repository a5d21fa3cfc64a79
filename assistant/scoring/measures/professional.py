"""PROFESSIONAL: claims that hold, questions that find out, objections worked through, proposals with the buyer's own reason. (design:
measurement 5)"""

from collections.abc import Iterator
from math import fsum

from assistant.domain.buyer import Fact
from assistant.domain.heard import LISTENING, Act, Question
from assistant.domain.words import Language
from assistant.language.phrases import has, with_cancelling
from assistant.language.surface import Span, letters_of
from assistant.scoring.answered import SOFT
from assistant.scoring.checks import checks_of
from assistant.scoring.length import words_in
from assistant.scoring.measures.acknowledging import seen_surely, taken_in
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.particulars import particulars, with_what_was_told
from assistant.scoring.talk import Exchange, Talk, quote

QUESTIONS_FROM = 3
TURNS_FROM = 3
GOOD_STEPS = 2
COUNTED_IN = 2
"""Sentences with a point in which an objection may be answered by what it costs."""
SAYS_SOMETHING = 4
"""Words of the first sentence; a shorter one goes with the next ('겁나실 만해요, …')."""
TAKEN = 0.5
"""How surely the first sentence must take in the objection where no word of it says so."""
ARGUED: tuple[Act, ...] = ("claim", "pitch", "reference")
VALUE_ACTS: tuple[Act, ...] = ("claim", "pitch", "reference", "discount")
PROMISES = ("guarantee", "superlative")
STOCK = 0.25
"""What a question of every script is worth beside one that only this buyer could be asked."""
STATED = 0.5
"""What a turn that only states something weighs beside one with a claim, for how much is promised."""
SITUATION = 0.3
"""What another question about the buyer's situation is worth: needed, and too many of them are what poor callers ask (Rackham)."""


def grounded(talk: Talk) -> Measured | None:
    """Share of the checkable claims that the playbook speaks about which it supports, 0-1; with them the points marked in it as to be said whose
    subject came up. What it does not speak about is neutral: not found is not false. Needs playbook passages (design: measurement 5.1). Grade B."""
    checks = [one for one in checks_of(talk) if one.verdict != "not_found"]
    return mean_of(
        Seen(one.turn, 1.0 if one.verdict == "supported" else 0.0, one.quote, "+" if one.verdict == "supported" else "-") for one in checks
    )


def contradicted(talk: Talk) -> Measured | None:
    """Number of claims the playbook contradicts, and of words marked in it as never to be said: shown first, and no human or warm score rises above
    the gate with one (Grandey et al. 2005: warmth adds only when the task is done well). Needs a claim that it speaks about. Grade B."""
    spoken_about = [one for one in checks_of(talk) if one.verdict in ("supported", "contradicted")]
    if not spoken_about:
        return None
    wrong = [one for one in spoken_about if one.verdict == "contradicted"]
    return Measured(float(len(wrong)), tuple(Seen(one.turn, 1.0, one.quote, "-") for one in wrong))


def overclaim(talk: Talk) -> Measured | None:
    """Share of the turns that state something which promise or rank without a number or a reference ('무조건', 'the best') or press. Closing and
    feature-dumping fail in large sales (Rackham, 35,000 calls; design: measurement 5.2). Needs a claim. Sound ones count for more than other
    statements where they answer or take up something: figures recited do not make up for a bare promise. Grade D."""
    seen = tuple(one for exchange in talk.exchanges if (one := _claimed(exchange)))
    return mean_of(seen) if any(one.weight == 1 for one in seen) else None


def _claimed(one: Exchange) -> Seen | None:
    claiming, pressing = one.starts("claim"), one.starts("pressure")
    answers = {answer.start for answer in one.answers}
    stated = [span for span in one.points if span[0] not in one.repeats and one.own[slice(*span)].strip()]
    bare = next((span for span in stated if span[0] in pressing or _promises(one, span)), None)
    if bare:
        return Seen(one.rep.index, 1.0, quote(one.text, bare), "-")
    sound = next((span for span in stated if span[0] in claiming and (span[0] in answers or one.gives_back(span))), None)
    if sound:
        return Seen(one.rep.index, 0.0, quote(one.text, sound), "+")
    return Seen(one.rep.index, 0.0, weight=STATED) if any(span[0] not in one.asking for span in stated) else None


def _promises(one: Exchange, span: Span) -> bool:
    """A promise or a rank without a figure of the rep's own or another customer behind it; a sentence that asks, or takes one back, is none."""
    words = one.own[slice(*span)]
    empty = any(has(name, words, one.language) and not (no and has(no, words, one.language)) for name, no in with_cancelling(PROMISES, one.language))
    return empty and not one.heard.did("reference") and span[0] not in one.asking and not one.own_figures(span)


def discovery(talk: Talk) -> Measured | None:
    """Targeted questions per rep turn: open ones, those about problems, consequences, benefits and people, and how much or how often what was just
    told happens; three tenths of one for other questions about how things are with this buyer, a quarter for what every script asks of everybody.
    About one per two or three rep turns is what successful calls have (Gong: best at 11-14 a call, scaled; SPIN, Rackham: open or closed made no
    difference). Needs three rep turns. Grade C."""
    if len(talk.exchanges) < TURNS_FROM:
        return None
    seen = [Seen(one.rep.index, worth, quote(one.text, (q.start, q.end)), "+") for one, q in _asked(talk) if (worth := _finds_out(one, q))]
    return Measured(fsum(one.value for one in seen) / len(talk.exchanges), tuple(seen))


def depth(talk: Talk) -> Measured | None:
    """Share of the questions that go to a problem, its consequence or the benefit of solving it (SPIN's P, I, N), 0-1. Needs three
    questions. Grade C."""
    return mean_of(
        (
            Seen(one.rep.index, deep, quote(one.text, (q.start, q.end)), "+" if deep else None)
            for one, q in _asked(talk)
            for deep in (_goes_deep(one, q),)
        ),
        QUESTIONS_FROM,
    )


def question_spread(talk: Talk) -> Measured | None:
    """How evenly the questions are spread over the conversation: 1 - Gini of questions per rep turn in five stretches, 0-1.
    Ask throughout, not at the start (Gong). Needs three questions and five rep turns. Grade C."""
    asked = [(one, q) for one, q in _asked(talk)]
    if len(asked) < QUESTIONS_FROM or len(talk.exchanges) < 5:
        return None
    counts = [0.0] * 5
    for one, _ in asked:
        counts[one.place * 5 // len(talk.exchanges)] += 1
    last, question = asked[-1]
    return Measured(1 - _gini(counts), (Seen(last.rep.index, 1.0, quote(last.text, (question.start, question.end)), "+"),))


def objection_handling(talk: Talk) -> Measured | None:
    """Steps taken on an objection, 0-4: taken up in the first sentence, explored before arguing, answered with something that connects, checked back.
    LAER (Carew); top performers answer objections with questions more often (Gong). Grade C."""
    replies = [(one, talk.exchanges[at + 1] if at + 1 < len(talk.exchanges) else None) for at, one in enumerate(talk.exchanges)]
    seen = (_handled(one, following) for one, following in replies if one.occasion and one.occasion.objection)
    return mean_of(one for one in seen if one)


def _handled(one: Exchange, following: Exchange | None) -> Seen | None:
    """None where the buyer asked and was answered: a straight answer leaves nothing to handle."""
    first_end = next((end for start, end in one.said if words_in(one.text[start:end], one.language) >= SAYS_SOMETHING), len(one.text))
    taken = any(sign.act in LISTENING and sign.start < first_end for sign in one.heard.signs) and any(one.gives_back(span) for span in one.said[:2])
    taken = taken or any(taken_in(one, span) >= TAKEN or has("agreement", one.own[slice(*span)], one.language) for span in one.said[:1])
    argued = min(one.starts("claim", "pitch", "price", "discount"), default=len(one.text))
    explored = any(question.start < argued for question in one.asked)
    fitting = any(sign.act == "claim" and one.gives_back((sign.start, sign.end)) for sign in one.heard.signs)
    answered = bool(one.heard.echoed) and (fitting or _counts_out(one) or one.heard.did("reference", "justification", "answer"))
    later = following is not None and following.heard.did("justification", "reference")
    checked = any(has("checks_back", one.text[q.start : q.end], one.language) for q in one.asked)
    steps = taken + explored + (answered or (explored and later)) + checked
    if steps < GOOD_STEPS and one.answers_straight:
        return None
    seen = Seen(one.rep.index, float(steps), one.point, "+" if steps >= GOOD_STEPS else "-")
    return seen_surely(seen, one.occasion.sure) if one.occasion else seen


def _counts_out(one: Exchange) -> bool:
    """What it costs is put in another figure: 'sixty won a cup'."""
    return any(start in one.starts("price") or _reckons(one, (start, end)) for start, end in one.points[:COUNTED_IN])


def _reckons(one: Exchange, span: Span) -> bool:
    """A figure of the rep's own in a statement that neither presses nor gives something away."""
    return span[0] not in one.starts("pressure", "discount", "question", "next_step") and one.own_figures(span)


def justification(talk: Talk) -> Measured | None:
    """Share of the turns that propose something which tie it to the buyer's own reason: '…라고 하셨으니', 'since you said …', 'with a third of your
    turnover on one customer …'. What was asked for or takes up what was said proposes nothing. People choose what they can justify (Okada 2005;
    Shafir et al. 1993). Grade B."""
    return mean_of(seen for one, told in with_what_was_told(talk) if (seen := _justified(one, told)))


def _justified(one: Exchange, told: frozenset[str]) -> Seen | None:
    """`told`: the buyer's particulars up to here."""
    tied = next((span for span in one.said if span[0] not in one.asking and _ties(one, span, told)), None)
    if tied:
        return Seen(one.rep.index, 1.0, quote(one.text, tied), "+")
    other = one.starts(*SOFT, "justification") | {sign.start for sign in one.answers}
    proposed = next((sign for sign in one.heard.signs if sign.act in VALUE_ACTS and sign.start not in other), None)
    return Seen(one.rep.index, 0.0, quote(one.text, (proposed.start, proposed.end)), "-") if proposed else None


def _ties(one: Exchange, span: Span, told: frozenset[str]) -> bool:
    """A sentence that gives the buyer's own reason for what it proposes: said in so many words, or one that reasons with what they told or reckons
    with their figures."""
    words = one.own[slice(*span)]
    if span[0] in one.starts("justification"):
        return not has("asks_leave", words, one.language)
    known = told & particulars(words, one.language)
    if not known or span[0] in one.starts("pressure"):
        return False
    connects = has("ties", words, one.language)
    if any(char.isdigit() for fact in known for char in fact):
        return connects or (span[0] not in one.starts("price") and one.own_figures(span))
    return connects and span[0] in one.starts(*ARGUED)


def coverage(talk: Talk) -> Measured | None:
    """Share of the scenario's discovery map that was found out, 0-1, counted as the room counts it: the buyer told one of the facts.
    Only with a scenario, so reciting earns nothing. Quoted is what the rep had asked just before. Grade D."""
    if talk.scenario is None or not talk.scenario.discovery or len(talk.exchanges) < TURNS_FROM:
        return None
    facts = {fact.id: fact for fact in talk.scenario.facts}
    told: dict[str, Seen] = {}
    for one in talk.exchanges:
        if one.after:
            words = one.asked[0] if one.asked else None
            asked = quote(one.text, (words.start, words.end)) if words else None
            for fact in facts.values():
                if fact.id not in told and tells(one.after.text, fact, talk.language):
                    told[fact.id] = Seen(one.rep.index, 1.0, asked, "+" if asked else None)
    items = talk.scenario.discovery
    found = [next((told[fact] for fact in item.facts if fact in told), None) for item in items]
    return Measured(sum(one is not None for one in found) / len(items), tuple(dict.fromkeys(one for one in found if one)))


def tells(text: str, fact: Fact, language: Language) -> bool:
    """The turn gives the fact away: one of its wordings, or words that nobody says without telling it, stand in it."""
    said = letters_of(text)
    return any(letters_of(line) in said for line in fact.lines.in_(language)) or any(letters_of(words) in said for words in fact.tells.in_(language))


def _asked(talk: Talk) -> Iterator[tuple[Exchange, Question]]:
    return ((one, question) for one in talk.exchanges for question in one.asked)


def _deep(one: Exchange, question: Question) -> bool:
    words = one.text[question.start : question.end]
    return any(has(name, words, one.language) for name in ("asks_problem", "asks_implication", "asks_payoff"))


def _goes_deep(one: Exchange, question: Question) -> float:
    """Whether it goes into the problem or its consequence, 0-1: by its words, or since it asks on where the buyer has just told of a trouble."""
    troubled = one.occasion is not None and one.occasion.wants_acknowledgement
    if not (_deep(one, question) or (troubled and question.follow_up and question.form != "leading")):
        return 0.0
    return STOCK if _is_stock(one, question) else 1.0


def _finds_out(one: Exchange, question: Question) -> float:
    """How much of a targeted question it is, 0-1."""
    words = one.text[question.start : question.end]
    measures_it = question.follow_up and has("narrow_words", words, one.language)
    if question.form == "open" or measures_it or _deep(one, question) or has("asks_perspective", words, one.language):
        return STOCK if _is_stock(one, question) else 1.0
    return 0.0 if question.form == "leading" or _is_stock(one, question) else SITUATION


def _is_stock(one: Exchange, question: Question) -> bool:
    """Every script has it, whatever word of the buyer's is put into it."""
    return has("stock_question", one.text[question.start : question.end], one.language)


def _gini(counts: list[float]) -> float:
    ordered, total = sorted(counts), sum(counts)
    return sum((2 * at - len(ordered) - 1) * value for at, value in enumerate(ordered, 1)) / (len(ordered) * total) if total else 0.0
