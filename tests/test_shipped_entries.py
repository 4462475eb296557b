"""The entries of this collection: they are sound, and three claims read on five days as the record has it."""

from pathlib import Path

import pytest

from generator import build, words
from generator.corpus import Corpus
from tests.entries_of import day

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def result() -> build.Result:
    return build.build(ROOT)


@pytest.fixture(scope="module")
def corpus(result: build.Result) -> Corpus:
    assert result.corpus
    return result.corpus


def test_no_entry_has_a_fault_or_a_doubtful_place(result: build.Result) -> None:
    assert [f"{fault.path}:{fault.span.line}: {fault.message}" for fault in result.diagnostics] == []


# Early remarks are those of whoever would be admitting it, and of courts; who doubts it beside them may yet be added.
TROOPS, DRONES, MINES = "troops-to-russia#sent", "drones-over-pyongyang#sent", "mine-laying-order#order-issued"
ADMITTED = (
    "acknowledged by Russia on 26 April 2025 and DPRK on 28 April 2025 "
    "(Russia denied on 30 October 2024; DPRK denied on 24 October 2024)"
)
SEOUL_EVADES = "ROK evades (denied, then withdrawn, on 11 October 2024)"
SEOUL_ADMITS = "acknowledged by ROK on 10 February 2026 (denied, then withdrawn, on 11 October 2024)"


@pytest.mark.parametrize(
    ("claim", "as_of", "status", "remarks"),
    [
        (TROOPS, "2024-10-20", "contested", []),
        (
            *(TROOPS, "2024-10-25", "corroborated"),
            ["Russia and DPRK evade (Russia denied on 10 October 2024; DPRK denied on 24 October 2024)"],
        ),
        (TROOPS, "2024-11-01", "contested", ["DPRK evades (denied on 24 October 2024)"]),
        (TROOPS, "2025-05-31", "acknowledged", [ADMITTED]),
        (TROOPS, "2026-06-30", "acknowledged", [ADMITTED]),
        (DRONES, "2024-10-20", "single origin", [SEOUL_EVADES]),
        (DRONES, "2024-10-25", "single origin", [SEOUL_EVADES]),
        (DRONES, "2024-11-01", "single origin", [SEOUL_EVADES]),
        (DRONES, "2025-05-31", "single origin", [SEOUL_EVADES]),
        (
            *(DRONES, "2026-06-30", "acknowledged"),
            [SEOUL_ADMITS, "found by a court of first instance on 12 June 2026"],
        ),
        (MINES, "2024-10-20", "no statement", []),
        (MINES, "2024-10-25", "single origin", ["unnamed sources only"]),
        (MINES, "2024-11-01", "single origin", ["unnamed sources only"]),
        (MINES, "2025-05-31", "single origin", ["unnamed sources only"]),
        (MINES, "2026-06-30", "single origin", ["unnamed sources only"]),
    ],
)
def test_a_claim_reads_on_a_day_as_the_record_has_it(
    corpus: Corpus, claim: str, as_of: str, status: str, remarks: list[str]
) -> None:
    assessment = corpus.assess(corpus.claims[claim], day(as_of))
    assert words.status(assessment) == status
    said = words.remarks(corpus, assessment)
    assert [remark for remark in said if not remark.startswith(("doubted by", "not confirmed by"))] == remarks


@pytest.mark.parametrize(
    ("as_of", "voice", "stance"),
    [
        ("2024-10-25", "russia", "ambiguous"),
        ("2024-11-01", "russia", "denies"),
        ("2024-11-01", "dprk", "ambiguous"),
        ("2025-04-27", "russia", "asserts"),
        ("2025-04-27", "dprk", "ambiguous"),
        ("2025-04-28", "dprk", "asserts"),
    ],
)
def test_the_parties_took_these_positions_on_the_troops(corpus: Corpus, as_of: str, voice: str, stance: str) -> None:
    assert corpus.assess(corpus.claims[TROOPS], day(as_of)).positions[voice].stance == stance


def test_the_mine_order_was_reported_on_22_october_2024(corpus: Corpus) -> None:
    claim = corpus.claims[MINES]
    assert [date for date, _ in corpus.history(claim)] == [day("2024-10-22")]
