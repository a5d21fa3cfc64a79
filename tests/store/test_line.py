"""Writers stand in line: no more than may go at once, nobody forgotten, nobody passed for long."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier, Event, Lock, Thread
from time import sleep

import pytest

from assistant.store.line import PATIENCE_S, Line

LONG_S = 20.0


@pytest.mark.parametrize("abreast", [1, 3])
def test_never_more_than_may_go_at_once_and_all_get_through(abreast: int) -> None:
    line, counted = Line(abreast), Lock()
    inside, most, through = 0, 0, 0

    def goes(_: int) -> None:
        nonlocal inside, most, through
        for _ in range(20):
            with line.place(LONG_S):
                with counted:
                    inside += 1
                    most = max(most, inside)
                sleep(0.0005)
                with counted:
                    inside -= 1
                    through += 1

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(goes, range(12)))
    assert most == abreast
    assert (through, inside) == (12 * 20, 0)


def test_who_has_waited_long_gets_the_place_that_is_left() -> None:
    line, order, begun = Line(1), list[str](), Event()

    def waits() -> None:
        begun.set()
        with line.place(LONG_S):
            order.append("waited")

    with ExitStack() as held:
        held.enter_context(line.place(LONG_S))
        first = Thread(target=waits)
        first.start()
        begun.wait(LONG_S)
        sleep(10 * PATIENCE_S)
    with line.place(LONG_S):
        order.append("came later")
    first.join(LONG_S)
    assert order == ["waited", "came later"]


def test_who_waits_in_vain_is_told_so_and_leaves_the_line_as_it_was() -> None:
    line = Line(1)
    with line.place(LONG_S), ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lambda: line.place(0.01).__enter__())
        assert isinstance(waiting.exception(LONG_S), TimeoutError)
    with line.place(0.0):
        pass


def test_some_give_up_while_places_change_hands_and_no_place_is_lost() -> None:
    line, together = Line(2), Barrier(16)

    def hurries(number: int) -> None:
        together.wait(LONG_S)
        for turn in range(30):
            try:
                with line.place(0.0005 * ((number + turn) % 4)):
                    sleep(0.0004)
            except TimeoutError:
                continue

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(hurries, range(16)))
    with line.place(0.0), line.place(0.0):
        pass


def test_a_fault_inside_gives_the_place_back() -> None:
    line = Line(1)
    with pytest.raises(ZeroDivisionError), line.place(LONG_S):
        raise ZeroDivisionError
    with line.place(0.0):
        pass
