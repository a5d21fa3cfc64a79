"""See the package."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from tests.team import __doc__ as about
from tests.team.crews import ADMIN, DIRECTOR, TRAINER
from tests.team.office import PASSWORD, all_crews, engaged
from tests.team.people import TEAM
from tests.team.weeks import WEEKS, made


def main() -> None:
    options, began = _options(), perf_counter()
    team = [one for one in TEAM if options.only in (None, one.id)]
    if options.teams:
        _teams(options, began)
        return
    try:
        count = made(options.data, options.until, options.weeks, options.seed, team, _told)
    except ValueError as error:
        sys.exit(str(error))
    print(f"\n{count} role-plays by {len(team)} reps over {options.weeks} weeks, in {perf_counter() - began:.0f} s: {options.data}")


def _teams(options: argparse.Namespace, began: float) -> None:
    try:
        crews = all_crews(options.teams)
        count = engaged(options.data, options.until, options.weeks, options.seed, crews, _told)
    except ValueError as error:
        sys.exit(str(error))
    print(f"\n{count} role-plays of {len(crews)} teams over {options.weeks} weeks, in {perf_counter() - began:.0f} s: {options.data}")
    logins = [f"{one}@maju.example" for crew in crews for one in (crew.manager[0], crew.reps[0][0].id)]
    print(f"Log in as {ADMIN[0]}, {DIRECTOR[0]}@maju.example, {TRAINER[0]}@maju.example, {', '.join(logins)}; the password: {PASSWORD}")


def _told(done: int, of: int) -> None:
    print(f"\r{done} of {of}", end="", flush=True)


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.team", description=(about or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a data folder of Maju's without role-plays")
    parser.add_argument("--weeks", type=int, default=WEEKS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--until", type=_day, help="the last day; yesterday when it is not given")
    parser.add_argument("--teams", type=int, help="so many teams, with accounts, managers, a trainer, assignments (maju serve --team)")
    parser.add_argument("--only", choices=[one.id for one in TEAM], help="one rep alone")
    return parser.parse_args()


if __name__ == "__main__":
    main()
