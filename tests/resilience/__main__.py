"""`python -m tests.resilience [--kills 100] [--only WORDS]`: kills at every point, a restart after each, and what was found wrong."""

import argparse
import sys
import tempfile
from pathlib import Path
from time import monotonic

from tests.resilience.killing import killed_at, loaded, prepared
from tests.resilience.points import POINTS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.resilience", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="at every point")
    parser.add_argument("--only", default="", help="points whose name holds these words")
    asked = parser.parse_args()
    loaded()
    began, kills, wrong = monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="maju-resilience-") as name:
        template, expected = prepared(Path(name))
        for point in (one for one in POINTS if asked.only in one.name):
            found = killed_at(point, asked.kills, template, Path(name), expected)
            kills, wrong = kills + found.kills - found.missed, wrong + bool(found.faults)
            missed = f", {found.missed} not reached" if found.missed else ""
            print(f"{'WRONG' if found.faults else 'whole':6}{point.name:58}{found.kills:4} kills{missed}", flush=True)
            for fault in found.faults:
                print(f"      {fault}", flush=True)
    print(f"{kills} kills at {len(POINTS)} points, {wrong} points where something was lost or stuck, {monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
