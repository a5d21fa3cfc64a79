"""How long a rep waits for the buyer's first sentence: through Maju, and through a bare openai client, from the same endpoint in the same run.

    python -m tests.benchmarks.turn [--turns 60] [--language ko|en]

Maju's time runs from sending the rep's words to the first sentence being there to be shown: it holds two commits to disk, perception,
the buyer's decision, retrieval from the sample playbooks, the prompt, the adapter and the guard. The bare client gets the same messages and
waits for the same sentence. The turns alternate, so that both meet the same machine. The model says something that commits nobody, whatever the
buyer has decided; where the guard puts another sentence in its place the two waited for different things: such turns are played on top. Exits with
1 when they are more than two in three or a turn made more than one call, because then the figures compare nothing.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from openai import OpenAI

from assistant.assembly import KNOWLEDGE, Engine, open_engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.words import Language
from assistant.practice.room import Words
from tests.benchmarks.plain_talk import BUYER, REP, first_sentence
from tests.fakes.openai_endpoint import Answer, FakeOpenAI, Reply

SCENARIO = "cloud-phone-cx-lead"
FIRST_TOKEN_S, BETWEEN_S = 0.15, 0.01
"""A quick provider: what Maju adds stands out."""
WARM = 3
"""Turns at the beginning that are not counted, for both alike."""
MOST_PLAYED = 3
"""So many times the turns that are to be counted are played at the most."""


def always(reply: Reply) -> Answer:
    return lambda body: reply


def play(engine: Engine, endpoint: FakeOpenAI, bare: OpenAI, language: Language) -> Iterator[tuple[float, float, int, bool]]:
    """One talk: per turn Maju's seconds, the bare client's, Maju's calls, and whether the model's own sentence was shown."""
    role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, language, 1)
    for n, (words, answer) in enumerate(zip(REP[language], BUYER[language], strict=True)):
        endpoint.answer = always(Reply(answer, first_s=FIRST_TOKEN_S, between_s=BETWEEN_S))
        before = len(endpoint.chats())
        began = perf_counter()
        reply = engine.room.say(LOCAL_PERSON, role_play.id, Words(words, f"c{n}"))
        shown = next(reply.follow(), "")
        through_maju_s = perf_counter() - began
        reply.wait()
        made = endpoint.chats()[before:]
        if not made:
            return
        yield through_maju_s, bare_s(bare, made[-1]["messages"], first_sentence(answer)), len(made), shown == first_sentence(answer)
        if engine.role_plays.get(role_play.id).ended:
            return


def bare_s(client: OpenAI, messages: Any, sentence: str) -> float:
    """Seconds from the call until the sentence is whole."""
    began, heard, whole_s = perf_counter(), "", 0.0
    for chunk in client.chat.completions.create(model="fake", messages=messages, stream=True):
        heard += (chunk.choices[0].delta.content or "") if chunk.choices else ""
        if not whole_s and sentence in heard:
            whole_s = perf_counter() - began
    return whole_s


def share(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0-1) of them lie, in milliseconds."""
    return 1000 * sorted(values)[min(int(part * len(values)), len(values) - 1)]


def run(turns: int, language: Language) -> list[tuple[float, float, int, bool]]:
    found: list[tuple[float, float, int, bool]] = []
    with FakeOpenAI() as endpoint, tempfile.TemporaryDirectory() as folder:
        os.environ |= {"OPENAI_BASE_URL": endpoint.url, "OPENAI_API_KEY": "benchmark", "MAJU_MODEL": "fake"}
        playbooks = KNOWLEDGE / "playbooks"
        maju = [sys.executable, "-c", "from assistant.cli import main; main()"]
        subprocess.run([*maju, "playbook", "add", str(playbooks), "--data", folder], check=True, stdout=subprocess.DEVNULL)
        with OpenAI(base_url=endpoint.url, api_key="benchmark", max_retries=0) as bare, open_engine(Path(folder)) as engine:
            engine.warm_up()
            while sum(own for *_, own in found[WARM:]) < turns and len(found) < MOST_PLAYED * turns:
                found += play(engine, endpoint, bare, language)
    return found[WARM:]


def report(found: Sequence[tuple[float, float, int, bool]]) -> bool:
    calls = [row[2] for row in found]
    same = [(through, alone) for through, alone, _, own in found if own]
    if MOST_PLAYED * len(same) < len(found):
        print(f"turns {len(found)}, the model's own first sentence shown in {len(same)}: too few")
        return False
    maju_s, bare, later = [one for one, _ in same], [one for _, one in same], [one - other for one, other in same]
    print(f"turns {len(found)}, of which the {len(same)} count that showed the model's own first sentence")
    for name, values in (("through Maju", maju_s), ("bare openai", bare), ("Maju later by", later)):
        print(f"{name:14} p50 {share(values, 0.5):7.1f} ms   p95 {share(values, 0.95):7.1f} ms")
    print(f"calls per turn {sum(calls) / len(calls):.2f}")
    return all(count == 1 for count in calls)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--turns", type=int, default=60)
    options.add_argument("--language", choices=("ko", "en"), default="ko")
    given = options.parse_args()
    return 0 if report(run(given.turns, given.language)) else 1


if __name__ == "__main__":
    sys.exit(main())
