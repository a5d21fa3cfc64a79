"""How many turns a store keeps in a second, each waiting for the disk, and how long one waits for it: SQLite in a folder beside PostgreSQL, one
writer and many.

    python -m tests.benchmarks.writes [--seconds 5]

A turn of a role-play is two of these: what the rep says, and what the buyer answers.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from assistant.store import Store, open_store
from tests.servers.postgres import Cluster
from tests.store.samples import a_role_play, a_scenario, buyer_says, rep_says

WRITERS = (1, 8, 40)


def kept(store: Store, writers: int, seconds: float) -> tuple[float, list[float]]:
    """Turns a second, over all writers, each in a role-play of its own; how long each waited, seconds, the shortest first."""
    names = [f"{writers}-{n}" for n in range(writers)]
    for name in names:
        store.role_plays.begin(a_role_play(name, turns=()), a_scenario())
    until = time.perf_counter() + seconds

    def speaks(name: str) -> list[float]:
        waited: list[float] = []
        while (began := time.perf_counter()) < until:
            said = 2 * len(waited)
            store.role_plays.add_rep_turn(name, rep_says(client_id=f"c{said}"))
            store.role_plays.add_buyer_turn(name, buyer_says(index=said + 1), None)
            waited.append((time.perf_counter() - began) / 2)
        return waited

    began = time.perf_counter()
    with ThreadPoolExecutor(writers) as pool:
        waited = sorted(chain.from_iterable(pool.map(speaks, names)))
    return 2 * len(waited) / (time.perf_counter() - began), waited


@contextmanager
def stores() -> Iterator[list[tuple[str, Store]]]:
    cluster = Cluster(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{Path(folder) / 'maju.db'}") as one, open_store(cluster.new()) as many:
            yield [("SQLite", one), ("PostgreSQL", many)]
    finally:
        cluster.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0)
    seconds = parser.parse_args().seconds
    with stores() as opened:
        base = 0.0
        for name, store in opened:
            for writers in WRITERS:
                rate, waited = kept(store, writers, seconds)
                base = base or rate
                middle, late = (1000 * waited[int(part * len(waited))] for part in (0.5, 0.99))
                print(
                    f"{name:10} {writers:2} at once: {rate:6.0f} turns kept a second, {rate / base:4.1f} of SQLite with one; "
                    f"a turn waits {middle:.0f} ms, one in a hundred {late:.0f}, the last {1000 * waited[-1]:.0f}"
                )


if __name__ == "__main__":
    main()
