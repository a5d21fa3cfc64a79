"""One role-play in two copies of the program at once, as when a person's browser was sent to the other one in the middle of a talk."""

import subprocess
import sys

from assistant.store import Store
from tests.store.samples import a_role_play, a_scenario

TALKS = """
import sys
from assistant.errors import InputError
from assistant.store import open_store
from tests.store.samples import buyer_says, rep_says

store = open_store(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for number in range(25):
    while True:
        try:
            turn = store.role_plays.add_rep_turn("r1", rep_says(f"{number}번째 말", f"c{number}"))
        except InputError:  # the other copy is ahead, and its buyer has not answered yet
            continue
        break
    store.role_plays.add_buyer_turn("r1", buyer_says(f"{number}번째 답", turn.index + 1), None)
"""


def test_what_two_copies_send_is_there_once_and_has_one_answer(store: Store, url: str) -> None:
    store.role_plays.begin(a_role_play(), a_scenario())
    command = [sys.executable, "-c", TALKS, url]
    copies = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for one in copies:
        assert one.stdout is not None
        assert one.stdout.readline().strip() == "ready"
    for one in copies:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in copies:
        one.communicate(timeout=240)
        assert one.returncode == 0
    said = [(turn.index, turn.speaker, turn.text) for turn in store.role_plays.get("r1").turns[1:]]
    expected = [turn for n in range(25) for turn in ((2 * n + 1, "rep", f"{n}번째 말"), (2 * n + 2, "buyer", f"{n}번째 답"))]
    assert said == expected
