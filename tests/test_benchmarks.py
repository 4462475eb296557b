"""Benchmarks: what they measure is free of faults, realistic, and the same every time. Nothing here is timed."""

from pathlib import Path

import pytest

from benchmarks import synthetic
from generator import build, report


def written(folder: Path, count: int) -> dict[str, str]:
    """Write a corpus, and return its files."""
    synthetic.write(folder, count)
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*.yaml")}


@pytest.mark.parametrize("count", [50, 100, 121])
def test_a_synthetic_corpus_has_no_faults(tmp_path: Path, count: int) -> None:
    synthetic.write(tmp_path, count)
    result = build.build(tmp_path)
    assert report.render(result.diagnostics, result.texts) == ""
    assert result.corpus
    assert len(result.corpus.developments) == count


def test_a_synthetic_corpus_is_the_beginning_of_every_larger_one(tmp_path: Path) -> None:
    small, large = written(tmp_path / "small", 60), written(tmp_path / "large", 110)
    assert small.items() < large.items()


def test_synthetic_entries_are_as_long_as_those_that_people_write(tmp_path: Path) -> None:
    files = written(tmp_path, 200)
    lengths = [len(text.encode()) for path, text in files.items() if path.startswith("entries/developments/")]
    assert 2_500 < sum(lengths) / len(lengths) < 4_000


def test_every_kind_of_field_is_used(tmp_path: Path) -> None:
    text = "\n".join(written(tmp_path, 100).values())
    for field in (
        "assessment",
        "credibility",
        "quotations",
        "value",
        "occurrence",
        "aliases",
        "was",
        "origin",
        "point",
    ):
        assert f"{field}:" in text
