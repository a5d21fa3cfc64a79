"""`python -m tests.security [--quick]`: everything that attacks Maju, one after the other, each with its figures and intervals; then the audit."""

import argparse
import subprocess
import sys

from assistant.settings import HOME

ATTACKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tests.benchmarks.role_paths", ("--quick", "--rounds", "1")),
    ("tests.benchmarks.judge_orders", ("--quick",)),
    ("tests.benchmarks.role_adversary", ("--replies", "200", "--live", "5")),
    ("tests.benchmarks.judge", ("--talks", "1")),
    ("tests.benchmarks.gaming", ("--few",)),
)
"""(benchmark, how it is asked for a short form): what a rep says, a playbook and a persona do to the buyer; transcripts that
give orders to the judge; a model that leaves its role; a judge that lies; tricks that should not pay."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.security", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the short form of each")
    quick = parser.parse_args().quick
    failed = []
    for module, short in (*ATTACKS, ("tests.security.advisories", ())):
        print(f"== {module}", flush=True)
        if subprocess.run([sys.executable, "-m", module, *(short if quick else ())], cwd=HOME).returncode:
            failed.append(module)
    print(f"== {'failed: ' + ', '.join(failed) if failed else 'held'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
