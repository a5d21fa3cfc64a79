"""`python -m tests.resilience [--kills 100] [--on sqlite|postgresql] [--only WORDS]`: kills at every point, after each a restart and a look."""

import argparse
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import get_args

from tests.resilience.killing import killed, prepared
from tests.resilience.loading import loaded
from tests.resilience.places import Database, Places
from tests.resilience.points import POINTS

IN_MEMORY = Path("/dev/shm")
"""What a killed process wrote the kernel has; only a machine that loses its power needs the disk."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.resilience", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="at every point")
    parser.add_argument("--on", choices=get_args(Database), default="sqlite", help="the database")
    parser.add_argument("--only", default="", help="points whose name holds these words")
    asked = parser.parse_args()
    points = [one for one in POINTS if asked.only in one.name]
    began, kills, wrong = monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="maju-resilience-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
        loaded(Path(name))
        with Places(Path(name), asked.on) as places:
            template, expected = prepared(places)
            for found in killed(points, asked.kills, places, template, expected):
                kills, wrong = kills + found.kills - found.missed, wrong + bool(found.faults)
                missed = f", {found.missed} not reached" if found.missed else ""
                print(f"{'WRONG' if found.faults else 'whole':6}{found.point.name:58}{found.kills:4} kills{missed}", flush=True)
                for fault in found.faults:
                    print(f"      {fault}", flush=True)
    print(f"{kills} kills at {len(points)} points on {asked.on}, {wrong} where something was lost or stuck, {monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
