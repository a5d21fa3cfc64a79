"""Who is on the team: how each of them sells, what changes over the weeks, and what they say without noticing."""

from dataclasses import dataclass

from assistant.domain.words import Language

Curve = tuple[tuple[float, float], ...]
"""(week, value) points; straight in between, flat outside."""


def along(curve: Curve, week: float) -> float:
    """The curve's value in this week."""
    (first, value), *rest = curve
    if week <= first:
        return value
    for at, then in rest:
        if week <= at:
            return value + (then - value) * (week - first) / (at - first)
        first, value = at, then
    return value


@dataclass(frozen=True, slots=True)
class Tic:
    """Something said out of habit. `share`: of the turns it may stand in, over the weeks. `place`: before the turn's last sentence, at its very end,
    or at its beginning after an objection."""

    words: str
    place: str
    share: Curve


@dataclass(frozen=True, slots=True)
class Person:
    """`skill`: the share of turns in which they sell as an excellent rep does; in the others they fall back on `manner`, one of the buyer
    benchmark's. `a_week`: role-plays; `away`: weeks without any. `types`: characters a second; `reads`: words a second; `thinks`: median seconds."""

    id: str
    languages: tuple[Language, ...]
    manner: str
    skill: Curve
    a_week: float
    tics: dict[Language, tuple[Tic, ...]]
    types: float
    reads: float
    thinks: Curve
    away: tuple[int, ...] = ()


STEADY: Curve = ((0, 0.4),)
TEAM = (
    Person(
        "local", ("ko", "ko", "en"), "product-pusher", ((0, 0.15), (2, 0.2), (7, 0.95)), 3.4,
        {
            "ko": (
                Tic("솔직히 말씀드리면", "before", ((0, 0.45), (5, 0.45), (7, 0.08))),
                Tic("그 부분은 걱정 안 하셔도 되고요,", "objection", ((0, 0.8), (4, 0.8), (6, 0.35))),
                Tic("그게 걱정되시는 건 당연하죠.", "objection", ((0, 0.0), (3, 0.0), (5, 0.6))),
            ),
            "en": (
                Tic("To be honest,", "before", ((0, 0.5),)),
                Tic("I hear you, but let me explain.", "objection", ((0, 0.8), (4, 0.8), (6, 0.35))),
                Tic("It makes sense that this worries you.", "objection", ((0, 0.0), (3, 0.0), (5, 0.6))),
            ),
        },
        types=3.1, reads=4.2, thinks=((0, 16.0), (9, 9.0)), away=(4,),
    ),
    Person(
        "seoyun", ("ko",), "decent", ((0, 0.9),), 2.6,
        {"ko": (Tic("그러실 만해요, 저라도 망설였을 거예요.", "objection", ((0, 0.6),)),)},
        types=4.0, reads=4.0, thinks=((0, 9.0),),
    ),
    Person(
        "dohyun", ("ko",), "script-reader", ((0, 0.75), (5, 0.7), (9, 0.15)), 2.4,
        {"ko": (Tic("사실은요,", "before", STEADY),)},
        types=3.6, reads=3.4, thinks=((0, 12.0), (9, 5.0)),
    ),
    Person(
        "jiho", ("ko",), "hesitant", ((0, 0.1), (6, 0.15), (9, 0.7)), 2.2,
        {"ko": (Tic("뭐랄까,", "before", ((0, 0.5), (9, 0.3))),)},
        types=2.4, reads=3.1, thinks=((0, 20.0), (9, 14.0)), away=(2, 3),
    ),
    Person(
        "mina", ("ko",), "over-promiser", ((0, 0.35),), 2.8,
        {"ko": (Tic("ㅎㅎ", "end", ((0, 0.5),)),)},
        types=4.6, reads=4.4, thinks=((0, 6.0),),
    ),
    Person(
        "oliver", ("en",), "decent", ((0, 0.45),), 2.4,
        {"en": (Tic("Does that make sense?", "end", STEADY),)},
        types=4.4, reads=4.2, thinks=((0, 11.0),),
    ),
    Person(
        "priya", ("en",), "hesitant", ((0, 0.2), (4, 0.9)), 2.6,
        {"en": (Tic("Just to be sure,", "before", ((0, 0.35),)),)},
        types=5.2, reads=4.6, thinks=((0, 8.0),),
    ),
    Person(
        "tom", ("en",), "early-discounter", ((0, 0.6), (4, 0.55), (8, 0.1)), 2.0,
        {"en": (Tic("At the end of the day,", "before", STEADY),)},
        types=3.0, reads=3.6, thinks=((0, 10.0), (9, 18.0)), away=(6,),
    ),
)  # fmt: skip
"""`local` is whoever opens the app without accounts; they practise in both languages."""
