"""The threads in which replies are read."""

from threading import enumerate as enumerate_threads

WAIT_S = 10


def read_to_its_end() -> None:
    """Until every reply that has arrived has given its connection back."""
    for thread in enumerate_threads():
        if thread.name == "model-stream":
            thread.join(WAIT_S)
