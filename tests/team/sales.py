"""What a team's deals came to: files as a CRM writes them. Skill helps a little, the customers a rep happens to have matter more."""

from datetime import datetime, timedelta
from random import Random

from assistant.assembly import Engine
from assistant.domain.people import Actor
from tests.team.crews import Crew
from tests.team.people import along

DEALS_A_WEEK = 0.9
LUCK = 0.18
"""Spread of what a rep's own customers add to the share of deals won."""


def sold(engine: Engine, crew: Crew, until: datetime, weeks: int, seed: int) -> None:
    """Taken in by the crew's manager as two files: deals in the code page of a Korean Excel, monthly figures in UTF-8."""
    dice, korean = Random(f"sold:{seed}:{crew.name}"), not crew.name.isascii()
    deals, figures = [("담당자", "거래", "종료일", "결과", "금액")], [("담당자", "월", "지표", "값")]
    number = 0
    for person, _ in crew.reps:
        luck = dice.gauss(0, LUCK)
        for week in range(weeks):
            skill = along(person.skill, week)
            if dice.random() < DEALS_A_WEEK:
                number += 1
                day = until - timedelta(weeks=weeks - week - 1, days=dice.randrange(5))
                won = dice.random() < min(0.9, max(0.05, 0.2 + 0.3 * skill + luck))
                amount = dice.randrange(8, 400) * 1_000_000
                deals.append(
                    (_login(person.id), f"{'거래' if korean else 'Deal'} {number}", f"{day:%Y. %m. %d.}", "수주" if won else "실주", f'"{amount:,}"')
                )
        for month in sorted({(until - timedelta(weeks=back)).strftime("%Y-%m") for back in range(weeks)}):
            calls = round(dice.gauss(18 + 6 * luck / LUCK, 4))
            figures.append((_login(person.id), month, "신규 상담" if korean else "first calls", str(max(2, calls))))
    manager = Actor(crew.manager[0], crew.manager[1], frozenset({"manager"}), frozenset({crew.name}))
    engine.outcomes.take_in(manager, "deals.csv", "\n".join(",".join(row) for row in deals).encode("cp949" if korean else "utf-8"))
    engine.outcomes.take_in(manager, "kpi.csv", "\n".join(",".join(row) for row in figures).encode("utf-8-sig"))


def _login(person: str) -> str:
    return f"{person}@maju.example"
