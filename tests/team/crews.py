"""Three teams: who is in them, who leads and who trains them. Some are of the team of eight; the others are like them and sell otherwise."""

from dataclasses import dataclass, replace

from tests.team.people import TEAM, Curve, Person

_BY_ID = {one.id: one for one in TEAM}


@dataclass(frozen=True, slots=True)
class Crew:
    """A team. `reps`: with the names on their accounts; `joined`: reps who came in this week, not before."""

    name: str
    manager: tuple[str, str]
    reps: tuple[tuple[Person, str], ...]
    joined: tuple[tuple[str, int], ...] = ()


def _like(model: str, own: str, skill: Curve | None = None, a_week: float | None = None, manner: str | None = None) -> Person:
    """Somebody who types, reads and speaks like one of the eight."""
    one = _BY_ID[model]
    return replace(one, id=own, skill=skill or one.skill, a_week=one.a_week if a_week is None else a_week, manner=manner or one.manner, away=one.away)


CREWS = (
    Crew(
        "영업 1팀",
        ("manager-1", "정마루"),
        (
            (replace(_BY_ID["local"], id="haram", languages=("ko",)), "강하람"),
            (_BY_ID["seoyun"], "이서윤"),
            (_BY_ID["dohyun"], "박도현"),
            (_BY_ID["jiho"], "최지호"),
            (_BY_ID["mina"], "김미나"),
        ),
    ),
    Crew(
        "영업 2팀",
        ("manager-2", "오바다"),
        (
            (_like("seoyun", "yujin", ((0, 0.55), (9, 0.8)), 2.2), "한유진"),
            (_like("dohyun", "taemin", ((0, 0.3), (4, 0.3), (8, 0.75)), 1.8), "윤태민"),
            (_like("jiho", "soojin", ((0, 0.35),), 2.0), "임수진"),
            (_like("mina", "eunwoo", ((0, 0.2), (9, 0.3)), 1.6, "product-pusher"), "서은우"),
            (_like("jiho", "nari", ((6, 0.1), (9, 0.5)), 2.4), "문나리"),
        ),
        (("nari", 6),),
    ),
    Crew(
        "Global sales",
        ("manager-3", "Hannah Brooks"),
        (
            (_BY_ID["oliver"], "Oliver Grant"),
            (_BY_ID["priya"], "Priya Nair"),
            (_BY_ID["tom"], "Tom Baker"),
            (_like("oliver", "emma", ((0, 0.7),), 2.0), "Emma Stone-Lee"),
            (_like("priya", "lucas", ((5, 0.15), (9, 0.45)), 2.4), "Lucas Meyer"),
        ),
        (("lucas", 5),),
    ),
)
DIRECTOR = ("director", "신가람")
"""Manages all of the teams."""
TRAINER = ("trainer", "백나래")
"""Trains all of the teams."""
TRAINERS = (TRAINER, ("trainer-2", "유다온"), ("trainer-3", "Grace Miller"))
"""They all do, two on each talk that was shared."""
ADMIN = ("admin", "관리자")
