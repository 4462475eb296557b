"""The worked example of the documentation: its commands print what it shows, and end in an entry without a fault."""

import os
from pathlib import Path

import pytest

from generator import build
from tests import worked_example
from tests.worked_example import COLLECTION, Block, Clone, blocks, changed, commands, rerun, steady

PAGE = Path(__file__).parent.parent / "docs" / "contribute" / "example.md"


def test_the_collection_of_the_example_is_sound() -> None:
    assert build.build(COLLECTION).diagnostics == ()


def test_the_page_shows_what_its_commands_print(tmp_path: Path) -> None:
    written = PAGE.read_text(encoding="utf-8")
    clone = Clone(tmp_path.resolve())
    printed = rerun(written, clone)
    if os.environ.get("ACCEPT"):
        PAGE.write_text(printed, encoding="utf-8", newline="\n")
        written = printed
    assert printed == written
    assert clone.merged("northhaven-closed") == "8 entries, and nothing wrong with them\n"


def test_the_page_takes_every_step_from_a_new_file_to_a_pull_request() -> None:
    typed = [command for block in blocks(PAGE.read_text(encoding="utf-8")) for command in commands(block)]
    steps = ["make new", "make check", "make fmt", "make preview", "git commit", "make diff", "git push"]
    first = [next(place for place, command in enumerate(typed) if command.startswith(step)) for step in steps]
    assert first == sorted(first)


def test_what_is_no_longer_printed_is_noticed(tmp_path: Path) -> None:
    page = "```console\n$ make check\n5 entries, and nothing wrong with them\n```\n"
    printed = page.replace("5 entries", "6 entries")
    assert rerun(page, Clone(tmp_path.resolve())) == printed


def test_a_command_may_go_on_in_the_next_line() -> None:
    block = Block("console", "$ make new \\\n    DATE=2024\nsaid\n$ make check\nsaid $ x\n")
    assert commands(block) == ["make new \\\n    DATE=2024", "make check"]


def test_an_edit_belongs_to_the_last_path_before_it() -> None:
    page = "Of `entries/a.yaml`, see\n`entries/b.yaml`:\n\n```yaml\na: b\n```\n\n```text\nfor readers\n```\n"
    assert list(blocks(page)) == [Block("yaml", "a: b\n", "entries/b.yaml")]
    with pytest.raises(AssertionError, match="no path is named"):
        list(blocks("Somewhere:\n\n```diff\n-a\n```\n"))


def test_an_edit_of_what_is_not_there_once_is_noticed() -> None:
    assert changed("a\nb\nc\n", " a\n-b\n+d\n") == "a\nd\nc\n"
    for text in ("a\nc\n", "b\nb\n"):
        with pytest.raises(AssertionError, match="times in the file"):
            changed(text, "-b\n+d\n")


def test_what_differs_by_machine_is_written_in_one_way() -> None:
    said = "file:///tmp/x/a.html\n`main` at `12ab34cd` of 2024-05-11\nmake: *** [Makefile:42: check] Error 1\n"
    assert steady(said, Path("/tmp/x")) == (
        f"file://{worked_example.SHOWN_FOLDER}/a.html\n`main` at `0a1b2c3d` of 2024-05-11\nmake: *** [check] Error 1\n"
    )
    assert steady("make: *** [check] Error 1\n", Path("/tmp/x")) == "make: *** [check] Error 1\n"
