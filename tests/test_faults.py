"""Sixty seeded faults, a folder each, with the report that it gives: one fault, at its line and column.

The folders have no id, address or actor in common, so that all of them together make one collection, in which the same
sixty faults are reported and nothing else.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator import build, report, yaml_text
from generator.diagnostics import Diagnostic

FAULTS = sorted(path for path in (Path(__file__).parent / "faults").iterdir() if path.is_dir())


def found(folder: Path) -> list[Diagnostic]:
    return sorted(build.build(folder).diagnostics, key=lambda diagnostic: diagnostic.order)


def names(folder: Path) -> set[str]:
    """The ids of a folder's files, sources and claims, and all addresses in it."""
    own: set[str] = set()
    for path in folder.rglob("*.*ml"):
        own.add(path.stem)
        own |= set(_names(yaml_text.parse(path.read_text(encoding="utf-8")).data or {}))
    return own


def _names(data: Any) -> Iterable[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("sources", "claims") and isinstance(value, dict):
                yield from value
            if key == "url" and isinstance(value, str):
                yield value
            yield from _names(value)
    elif isinstance(data, list):
        for item in data:
            yield from _names(item)


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All folders as one collection."""
    root = tmp_path_factory.mktemp("together")
    for folder in FAULTS:
        shutil.copytree(folder / "entries", root / "entries", dirs_exist_ok=True)
    return root


def test_there_are_sixty_of_more_than_fifty_kinds() -> None:
    assert len(FAULTS) == 60
    assert len({folder.name.partition("-")[2] for folder in FAULTS}) > 50


@pytest.mark.parametrize("folder", FAULTS, ids=lambda folder: str(folder.name))
def test_each_fault_is_reported_at_its_line_and_column_and_nothing_else(folder: Path) -> None:
    result = build.build(folder)
    made, expected = report.render(result.diagnostics, result.texts), folder / "report.txt"
    if os.environ.get("ACCEPT"):
        expected.write_text(made, encoding="utf-8", newline="\n")
    assert made == expected.read_text(encoding="utf-8")
    assert [fault.code for fault in result.diagnostics] == [folder.name.partition("-")[2]]


def test_the_folders_have_no_id_and_no_address_in_common() -> None:
    seen: dict[str, str] = {}
    for folder in FAULTS:
        for name in names(folder):
            assert seen.setdefault(name, folder.name) == folder.name, name


def test_all_of_them_together_report_the_same_sixty_faults(together: Path) -> None:
    assert found(together) == sorted(
        (fault for folder in FAULTS for fault in found(folder)), key=lambda diagnostic: diagnostic.order
    )
    assert len(found(together)) == 60


def test_errors_stop_the_site_and_warnings_alone_do_not() -> None:
    for folder in FAULTS:
        result = build.build(folder)
        assert (result.corpus is None) == (result.diagnostics[0].severity == "error")
