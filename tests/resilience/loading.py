"""What takes seconds, once, before any process is made: each of them is a copy of one that has done everything before.

No thread and no connection may be left of it: a copy would have neither, and wait for them for ever.
"""

import gc
import threading
from functools import cache
from importlib import import_module
from pathlib import Path

from assistant.assembly import Engine
from assistant.domain.words import LANGUAGES
from assistant.language.analysis import warm_up
from assistant.language.sense import sense
from assistant.scenarios import files
from assistant.settings import Settings
from assistant.store import claims
from assistant.store.claims import SqlClaims
from tests.resilience.works import REHEARSED, does

LEASE_S = 0.3
"""What a process that died had claimed is free again so soon, here: nobody waits half a minute after every kill."""
NOBODY = "http://127.0.0.1:1"
"""Where no server for vectors is: Chroma's own, in a folder, would leave threads."""


def loaded(folder: Path) -> None:
    """Rehearses on a data folder that is never looked at again."""
    short_leases()
    files.read_scenario = cache(files.read_scenario)
    for module in ("chromadb.api.rust", "bm25s", "assistant.index.vector_store", "alembic.command", "psycopg"):
        import_module(module)
    warm_up()
    sense("", "ko")
    with Engine(
        Settings(_env_file=None, MAJU_DATA=folder / "rehearsal", MAJU_CHROMA_URL=NOBODY, OPENAI_API_KEY=None, OPENAI_BASE_URL=None)
    ) as engine:
        for number, work in enumerate(REHEARSED):
            does(work, engine, lambda *facts: None, number)
        engine.read_ahead()
        for scenario in engine.library.all():
            for language in LANGUAGES:
                engine._buyer.get_ready(scenario, language)
    assert threading.active_count() == 1, threading.enumerate()
    gc.collect()
    gc.freeze()  # else every copy's collector writes into pages that it could share


def short_leases() -> None:
    claims.LEASE_S = LEASE_S
    SqlClaims.__init__.__defaults__ = (LEASE_S,)
