"""Work in another process gives what it gives here, in the same order, and its faults are told here."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.aside import Aside

ROOT = Path(__file__).parent.parent


def numbers(count: int) -> Iterator[int]:
    yield from range(count)


@pytest.mark.parametrize("few", [True, False])
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1234])
def test_results_come_in_order_wherever_they_are_made(count: int, few: bool) -> None:
    assert list(Aside(lambda: numbers(count), few=few).results()) == list(range(count))


@pytest.mark.parametrize("few", [True, False])
def test_the_work_is_done_by_another_process_unless_it_is_little(few: bool) -> None:
    # In an interpreter of its own: the tests' may have several threads by now, and then it is not copied.
    program = f"import os; from generator.aside import Aside; print(*Aside(lambda: [os.getpid()], few={few}).results())"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        worker = int(process.communicate()[0])
    assert (worker == process.pid) == few


@pytest.mark.parametrize("few", [True, False])
def test_what_goes_wrong_there_is_raised_here_after_what_went_well(few: bool) -> None:
    def failing() -> Iterator[int]:
        yield from range(250)
        raise ValueError("made up")

    results = Aside(failing, few=few).results()
    assert [next(results) for _ in range(250)] == list(range(250))
    with pytest.raises(ValueError, match="made up"):
        next(results)


def test_a_process_that_ends_early_is_made_up_for() -> None:
    here = os.getpid()

    def ending() -> Iterator[int]:
        for number in range(500):
            if number == 333 and os.getpid() != here:
                os._exit(1)
            yield number

    assert list(Aside(ending, few=False).results()) == list(range(500))


def test_nobody_waits_for_what_nobody_asks_for() -> None:
    results = Aside(lambda: ["x" * 1000] * 10_000, few=False).results()
    assert len(next(results)) == 1000
    results.close()
