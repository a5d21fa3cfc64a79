"""A scorecard on paper: one HTML file that needs nothing else, set for A4, in the reader's own Korean fonts. The browser prints it or makes a PDF.

No PDF is made here: that would take a Korean font of several megabytes along, or libraries that Python's packages do not bring, and would set worse
than the browser that every reader has.
"""

import base64
import hashlib
from collections.abc import Mapping
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.exports.taken import Taken
from ui import shown
from ui.markup import quiet as _quiet
from ui.markup import safe
from ui.words import common, out, review, room, scorecard

if TYPE_CHECKING:
    from assistant.scoring.card_words import CardWords

STYLE = Path(__file__).with_name("paper.css").read_text(encoding="utf-8")
SCRIPT = "document.querySelector('nav button').onclick = () => print()"
_HASH = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
QUOTES = 3
"""Of one measure."""


def page(one: Taken, words: "CardWords", names: Mapping[str, str], language: Language, zone: tzinfo | None) -> str:
    """`words`: the scorecard's, in `language`. `names`: of those who commented. `one` has a scorecard."""
    assert one.card is not None
    title = scorecard.TITLE.in_(language).format(buyer=one.scenario.buyer.name.in_(language))
    parts = [
        f"<h1>{safe(title)}</h1>",
        *_about(one, language, zone),
        _advice(one.card, words, language),
        f"<h2>{safe(scorecard.SCORES.in_(language))}</h2>",
        *(_dimension(one.card, words, dimension, language) for dimension in DIMENSIONS),
        f"<h2>{safe(out.MEASURES.in_(language))}</h2>",
        _measures(one.card, words),
        _comments(one, names, language),
        f"<h2>{safe(scorecard.TRANSCRIPT.in_(language))}</h2>",
        *_turns(one, language),
        f'<p class="made quiet">{safe(_made(one.card, language))}</p>',
    ]
    nav = f"<nav><button>{safe(out.PRINT.in_(language))}</button><span>{safe(out.PRINT_HINT.in_(language))}</span></nav>"
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{safe(title)}</title>'
    body = f"{nav}{''.join(parts)}<script>{SCRIPT}</script>"
    return f'<!doctype html><html lang="{language}"><head>{head}<style>{STYLE}</style></head><body>{body}</body></html>'


def quiet(text: str) -> str:
    return _quiet(text).replace("maju-quiet", "quiet")


def _about(one: Taken, language: Language, zone: tzinfo | None) -> list[str]:
    talk = one.role_play
    held = [out.REP.in_(language).format(rep=one.rep), shown.moment(talk.began_at, language, zone), common.LEVELS[talk.level].in_(language)]
    ending = ""
    if talk.ended:
        ending = room.ending(talk.ended.outcome, talk.ended.why).in_(language).format(buyer=one.scenario.buyer.name.in_(language))
    return [f"<p>{safe(one.scenario.title.in_(language))}</p>", quiet(" · ".join(held)), f"<p>{safe(ending)}</p>" if ending else ""]


def _advice(card: Scorecard, words: "CardWords", language: Language) -> str:
    good, tried = card.strength, card.try_next
    left = f"<blockquote>{safe(good.quote)}</blockquote><p>{safe(words.why or good.why)}</p>" if good else quiet(scorecard.NO_STRENGTH.in_(language))
    right = quiet(scorecard.NO_TRY.in_(language))
    if tried:
        said, could = (safe(one.in_(language)) for one in (scorecard.YOU_SAID, scorecard.COULD_SAY))
        right = f"<p>{safe(words.rule or tried.rule)}</p><p class=quiet>{said}</p><blockquote>{safe(tried.quote)}</blockquote>"
        right += f"<p class=quiet>{could}</p><blockquote>{safe(tried.rewrite)}</blockquote>"
    heads = (scorecard.STRENGTH, left), (scorecard.TRY_NEXT, right)
    return f'<div class="two">{"".join(f"<section><h2>{safe(head.in_(language))}</h2>{body}</section>" for head, body in heads)}</div>'


def _dimension(card: Scorecard, words: "CardWords", dimension: Dimension, language: Language) -> str:
    score, name = card.scores.get(dimension), common.DIMENSIONS[dimension].in_(language)
    reason = quiet(words.reasons.get(dimension, ""))
    if score is None or score.value is None or score.low is None or score.high is None:
        return f'<div class="score"><h3>{safe(name)}</h3> {safe(scorecard.NOT_SCORED.in_(language))}{reason}</div>'
    low, high = shown.points(score.low), shown.points(score.high)
    band = f'<i class="band" style="left:{score.low:.1f}%;width:{score.high - score.low:.1f}%"></i>'
    bar = f'<div class="bar"><i class="value" style="width:{score.value:.1f}%"></i>{band}</div>'
    range_ = safe(scorecard.BAND.in_(language).format(low=low, high=high))
    return f'<div class="score"><h3>{safe(name)}</h3><b>{safe(shown.points(score.value))}</b> <span class="quiet">{range_}</span>{bar}{reason}</div>'


def _measures(card: Scorecard, words: "CardWords") -> str:
    rows = []
    for one in card.measures:
        said = words.measures[one.name]
        quotes = [found for found in card.evidence if found.measure == one.name][:QUOTES]
        told = "".join(f"<blockquote>{found.effect} {safe(found.quote)}</blockquote>" for found in quotes)
        rows.append(f"<tr><td>{safe(said.label)}</td><td>{safe(said.text)}{told}</td></tr>")
    return f"<table>{''.join(rows)}</table>"


def _comments(one: Taken, names: Mapping[str, str], language: Language) -> str:
    if not one.left.comments:
        return ""
    somebody, head = review.A_TRAINER.in_(language), out.COMMENT_OF.in_(language)
    said = "".join(
        f"{quiet(head.format(who=names.get(each.by) or somebody, number=each.turn + 1))}<p>{safe(each.text)}</p>" for each in one.left.comments
    )
    return f"<h2>{safe(out.COMMENTS.in_(language))}</h2>{said}"


def _turns(one: Taken, language: Language) -> list[str]:
    return [
        f'<div class="turn {turn.speaker}"><span class="number">{turn.index + 1}</span><span class="who">{safe(one.speaker(turn, language))}</span>'
        f"<p>{safe(turn.text)}</p></div>"
        for turn in one.role_play.turns
    ]


def _made(card: Scorecard, language: Language) -> str:
    made = card.made_by
    judged = made.model is not None and made.judge_failed is None
    how = scorecard.MADE_JUDGED.in_(language).format(model=made.model) if judged else scorecard.MADE_MEASURED.in_(language)
    return f"{how} {scorecard.MADE_WITH.in_(language).format(rubric=made.rubric, version=made.version)}"
