"""`python -m tests.security.advisories`: what is known against the versions in constraints.txt, by pip-audit, less what is accepted with a reason.

Ends with 1 for an advisory that nobody has accepted. Where no service with advisories can be reached it says NOT AUDITED and ends with 0: a package
mirror does not carry them, and a missing service is no reason to hold a change.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.settings import HOME

ACCEPTED = Path(__file__).with_name("accepted.yaml")
AUDIT = "pip-audit==2.10.1"
LONGEST_S = 600


@dataclass(frozen=True, slots=True)
class Audited:
    """`looked_at`: packages the service knew; `open`: (package, version, advisory) that nobody has accepted; `idle`: accepted and not reported."""

    looked_at: int
    open: tuple[tuple[str, str, str], ...]
    idle: tuple[str, ...]


def read(report: Mapping[str, Any], accepted: Mapping[str, str]) -> Audited:
    """pip-audit's JSON against what is accepted; an advisory goes by any of its names."""
    known = [one for one in report["dependencies"] if "skip_reason" not in one]
    found = [(one["name"], one["version"], {vuln["id"], *vuln.get("aliases", ())}) for one in known for vuln in one["vulns"]]
    left = tuple((name, version, min(ids)) for name, version, ids in found if not ids & accepted.keys())
    seen = {one for _, _, ids in found for one in ids}
    return Audited(len(known), left, tuple(sorted(accepted.keys() - seen)) if known else ())


def main() -> int:
    accepted: dict[str, str] = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "uv", "tool", "run", AUDIT, "-r", "constraints.txt", "--no-deps", "--disable-pip", "-f", "json"]
    try:
        done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=LONGEST_S)
        audited = read(json.loads(done.stdout), accepted)
    except (ValueError, OSError, subprocess.TimeoutExpired) as error:
        print(f"NOT AUDITED: pip-audit brought nothing ({type(error).__name__}): no service with advisories can be reached from here")
        return 0
    if not audited.looked_at:
        print("NOT AUDITED: the service knows none of the packages; a package mirror carries no advisories")
        return 0
    for name, version, advisory in audited.open:
        print(f"{name} {version}: {advisory}")
    for advisory in audited.idle:
        print(f"{advisory} is accepted and no longer reported: take it out of {ACCEPTED.name}")
    print(f"{audited.looked_at} packages, {len(audited.open)} advisories that nobody has accepted, {len(accepted)} accepted")
    return 1 if audited.open else 0


if __name__ == "__main__":
    sys.exit(main())
