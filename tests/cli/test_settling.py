"""What is loaded stays out of later garbage collections; in a process of its own, as it holds for the rest of one."""

import subprocess
import sys

LOOKED_AT = """
import gc
from assistant.assembly.settling import YOUNG, settle
loaded = [[number] for number in range(50_000)]
before = len(gc.get_objects())
settle()
gc.collect()
print(before, len(gc.get_objects()), gc.get_threshold()[0] == YOUNG)
"""


def test_what_is_loaded_is_not_walked_through_again() -> None:
    told = subprocess.run([sys.executable, "-c", LOOKED_AT], capture_output=True, text=True, check=True).stdout
    before, after, seldom = told.split()
    assert int(before) > 50_000
    assert int(after) < 1_000
    assert seldom == "True"
