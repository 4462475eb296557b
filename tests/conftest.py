"""What all tests share: the switch that leaves out those in a browser, and laws that are not timed."""

import os

import pytest
from hypothesis import settings

from tests.built import built
from tests.reader import browser

__all__ = ["browser", "built"]

SKIPPED = "browser tests were skipped, because NO_BROWSER is set"

# A busy machine is no fault: Hypothesis fails slow examples unless it is told not to.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not os.environ.get("NO_BROWSER"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=SKIPPED))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("NO_BROWSER"):
        terminalreporter.section(SKIPPED)
