"""What all tests share: the switches that leave out those that need a program, and laws that are not timed."""

import os

import pytest
from hypothesis import settings

from tests.built import built
from tests.reader import browser

__all__ = ["browser", "built"]

# By the mark of tests: the variable that leaves them out.
SWITCHES = {"browser": "NO_BROWSER", "java": "NO_JAVA", "node": "NO_NODE"}

# A busy machine is no fault: Hypothesis fails slow examples unless it is told not to.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def skipped() -> dict[str, str]:
    """By the mark of tests that are left out: the line that says so."""
    return {
        mark: f"{mark} tests were skipped, because {variable} is set"
        for mark, variable in SWITCHES.items()
        if os.environ.get(variable)
    }


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for mark, reason in skipped().items():
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason in skipped().values():
        terminalreporter.section(reason)
