"""How many turns a store keeps in a second, each waiting for the disk: SQLite in a folder beside PostgreSQL, one writer and many.

    python -m tests.benchmarks.writes [--seconds 5]

A turn of a role-play is two of these: what the rep says, and what the buyer answers.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from assistant.store import Store, open_store
from tests.servers.postgres import Cluster
from tests.store.samples import a_role_play, a_scenario, buyer_says, rep_says

WRITERS = (1, 8)


def kept_a_second(store: Store, writers: int, seconds: float) -> float:
    """Turns, over all writers, each in a role-play of its own."""
    names = [f"{writers}-{n}" for n in range(writers)]
    for name in names:
        store.role_plays.begin(a_role_play(name, turns=()), a_scenario())
    until = time.perf_counter() + seconds

    def speaks(name: str) -> int:
        said = 0
        while time.perf_counter() < until:
            store.role_plays.add_rep_turn(name, rep_says(client_id=f"c{said}"))
            store.role_plays.add_buyer_turn(name, buyer_says(index=said + 1), None)
            said += 2
        return said

    began = time.perf_counter()
    with ThreadPoolExecutor(writers) as pool:
        total = sum(pool.map(speaks, names))
    return total / (time.perf_counter() - began)


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
        base = kept_a_second(opened[0][1], 1, seconds)
        for name, store in opened:
            for writers in WRITERS:
                rate = kept_a_second(store, writers, seconds) if (name, writers) != ("SQLite", 1) else base
                print(f"{name:10} {writers} at once: {rate:6.0f} turns kept a second, {rate / base:4.1f} of SQLite with one")


if __name__ == "__main__":
    main()
