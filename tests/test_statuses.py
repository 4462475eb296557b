"""What readers are told of every claim: as an editor expects it, and the same on its page and in the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import build
from generator.corpus import Corpus
from tests.entries_of import corpus_of, statement
from tests.facts import statuses

ROOT = Path(__file__).parent.parent
EXPECTED: Any = yaml.safe_load((ROOT / "tests" / "facts" / "statuses.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    """The entries of this repository."""
    found = build.build(ROOT).corpus
    assert found
    return found


def test_every_claim_has_the_status_that_an_editor_expects(shipped: Corpus) -> None:
    assert list(statuses.of_badges(shipped, EXPECTED)) == []


def test_every_expected_status_has_its_reason() -> None:
    assert [reference for reference, expected in EXPECTED.items() if not expected["why"]] == []


def test_page_and_ledger_show_every_claim_with_that_status(shipped: Corpus) -> None:
    assert list(statuses.of_pages(shipped, build.pages(shipped, "Example"))) == []


def test_another_status_is_found() -> None:
    found = corpus_of(statement("affair#done", "gazette-daily"))
    expected = {"affair#done": {"status": "contested"}, "affair#undone": {"status": "denied"}}
    assert list(statuses.of_badges(found, expected)) == [
        "affair#done: 'single origin', not 'contested'",
        "affair#undone: no such claim",
    ]
    assert list(statuses.of_badges(found, {})) == ["affair#done: 'single origin' is not expected"]


def test_pages_that_show_another_status_or_none_are_found() -> None:
    asserted = corpus_of(statement("affair#done", "gazette-daily"))
    contested = corpus_of(statement("affair#done", "gazette-daily"), statement("affair#done", "north", "denies"))
    pages = [page for page in build.pages(contested, "Example") if not page.path.startswith("claims/")]
    assert list(statuses.of_pages(asserted, pages)) == [
        "affair#done: the page shows 'Itwasdone.contested', not 'Itwasdone.singleorigin'",
        "affair#done: not on the ledger",
    ]
