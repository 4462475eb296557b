"""What `rename`, `merge` and `retire` say and when they refuse, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import DEVELOPMENT, Repository

PAGE = """\
# About [[bridge-closed]]

See [[bridge-closed#closed|it]] and [[ bridge-closed ]], not `[[bridge-closed]]` or [[bridge]].

```
[[bridge-closed]]
```
"""
COUNTS = "bridge-closed: 1\nbridge-closed-again: 2\nold-bridge-closed: 3\n# see bridge-closed#closed\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The made-up site with a hand-written page, and a file of somebody's own in which ids stand too."""
    made = Repository(tmp_path / "repository")
    for path, text in (("docs/about.md", PAGE), ("counts.yaml", COUNTS), ("notes.md", "The office, bridge-office.\n")):
        file = made.root / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    made.commit()
    return made


def read(repository: Repository, path: str) -> str:
    return (repository.root / path).read_text(encoding="utf-8")


def is_untouched(repository: Repository) -> bool:
    return repository.git("status", "--porcelain") == ""


def test_what_changed_is_told_line_by_line_with_what_is_left_to_do(repository: Repository) -> None:
    done = repository.generator("rename", "bridge-closed", "bridge-shut")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "docs/about.md",
        "     1 - # About [[bridge-closed]]",
        "     1 + # About [[bridge-shut]]",
        "     3 - See [[bridge-closed#closed|it]] and [[ bridge-closed ]], not `[[bridge-closed]]` or [[bridge]].",
        "     3 + See [[bridge-shut#closed|it]] and [[ bridge-shut ]], not `[[bridge-closed]]` or [[bridge]].",
        f"entries/{DEVELOPMENT} → entries/developments/2024/bridge-shut.yaml",
        "    30 + aliases: [bridge-closed]",
        "counts.yaml has `bridge-closed` too, and is left as it is: line 1, 4",
        "docs/about.md has `bridge-closed` too, and is left as it is: line 3, 6",
        "2 files changed",
    ]
    assert read(repository, "docs/about.md") == PAGE.replace("[[bridge-closed#", "[[bridge-shut#").replace(
        "About [[bridge-closed]]", "About [[bridge-shut]]"
    ).replace("[[ bridge-closed ]]", "[[ bridge-shut ]]")
    assert read(repository, "counts.yaml") == COUNTS
    assert repository.generator("check").returncode == 0
    assert not (repository.root / "entries" / DEVELOPMENT).exists()


def test_a_trial_tells_the_same_and_writes_nothing(repository: Repository) -> None:
    trial = repository.generator("rename", "bridge-closed", "bridge-shut", "--dry-run")
    assert (trial.returncode, is_untouched(repository)) == (0, True)
    told = trial.stdout.replace("nothing was written: this was a dry run", "2 files changed")
    assert told == repository.generator("rename", "bridge-closed", "bridge-shut").stdout


def test_what_editors_propose_follows(repository: Repository) -> None:
    (repository.root / "schema").mkdir()
    repository.generator("schema")
    repository.commit()
    repository.generator("rename", "bridge-office", "office-of-bridges")
    assert "office-of-bridges" in read(repository, "schema/known.schema.json")
    assert "bridge-office" not in read(repository, "schema/known.schema.json")


def test_word_of_everyday_language_is_looked_for_in_data_alone(repository: Repository) -> None:
    (repository.root / "counts.yaml").write_text("sample: 1\n", encoding="utf-8")
    (repository.root / "notes.md").write_text("A sample.\n", encoding="utf-8")
    said = repository.generator("rename", "sample", "sample-town").stdout
    assert "counts.yaml has `sample` too" in said
    assert "notes.md" not in said


def test_files_that_are_not_committed_stop_it_unless_it_is_forced(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "no reason", "no reason at all")
    refused = repository.generator("rename", "bridge-closed", "bridge-shut")
    assert refused.returncode == 1
    assert refused.stderr == (
        "these files are not committed; commit them first, or use --force:\n  " + f"entries/{DEVELOPMENT}\n"
    )
    assert repository.generator("rename", "bridge-closed", "bridge-shut", "--force").returncode == 0


def test_other_files_that_are_not_committed_are_in_nobodys_way(repository: Repository) -> None:
    (repository.root / "counts.yaml").write_text("", encoding="utf-8")
    assert repository.generator("rename", "bridge-closed", "bridge-shut").returncode == 0


def test_without_git_there_is_no_way_back(repository: Repository) -> None:
    (repository.root / ".git").rename(repository.root.parent / "elsewhere")
    refused = repository.generator("rename", "bridge-closed", "bridge-shut")
    assert refused.returncode == 1
    assert "there is no way back; --force does it nevertheless" in refused.stderr
    assert repository.generator("rename", "bridge-closed", "bridge-shut", "--force").returncode == 0


def test_faults_are_mended_first(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "places: [sample]", "places: [simple]")
    repository.commit()
    refused = repository.generator("rename", "bridge-closed", "bridge-shut")
    assert refused.returncode == 1
    assert "error[dangling-link]" in refused.stderr
    assert refused.stderr.endswith("mend this first: nothing was changed\n")


def test_nothing_is_written_where_faults_would_come_of_it(repository: Repository) -> None:
    repository.replace("themes/crossings.yaml", "made-up theme", "theme. [@times-bridge]")
    repository.write("themes/roads.yaml", read(repository, "entries/themes/crossings.yaml") + "broader: crossings\n")
    repository.commit()
    refused = repository.generator("merge", "crossings", "roads", "--date", "2026-11-25")
    assert refused.returncode == 1
    assert "error[circle]" in refused.stderr
    assert refused.stderr.endswith("it would come to this, so nothing was changed\n")
    assert is_untouched(repository)


def test_warnings_alone_can_be_forced(repository: Repository) -> None:
    opened = "  opened: {text: The bridge was opened.}\n"
    repository.replace(DEVELOPMENT, "statements:\n", opened + "statements:\n" + DENIED)
    repository.write("developments/2024/more.yaml", MORE)
    repository.commit()
    retire = ("retire", "more", "--reason", "The paper took it back", "--date", "2026-11-25")
    refused = repository.generator(*retire)
    assert refused.returncode == 1
    assert "warning[denied-unasserted]" in refused.stderr
    assert refused.stderr.endswith("it would come to this, so nothing was changed; --force does it nevertheless\n")
    assert repository.generator(*retire, "--force").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rename", "bridge-clsed", "x"], "nothing has the id `bridge-clsed`: did you mean `bridge-closed`?\n"),
        (
            ["rename", "sample", "crossings"],
            "the id `crossings` is taken by a theme, in `entries/themes/crossings.yaml`\n",
        ),
        (["merge", "sample", "crossings"], "`sample` is a place, and `crossings` is a theme\n"),
        (["retire", "sample", "--reason", "So"], "`sample` is a place, which is not retracted"),
        (["merge", "sample", "sample"], "`sample` and `sample` are one already\n"),
        (["retire", "bridge-closed"], "the following arguments are required: --reason"),
        (["merge", "sample", "sample", "--date", "soon"], "`soon` is not a day, such as 2024-10-18"),
    ],
)
def test_wrong_usage_is_told_apart_from_faults(repository: Repository, arguments: list[str], message: str) -> None:
    refused = repository.generator(*arguments)
    assert refused.returncode == 2
    assert message in refused.stderr
    assert is_untouched(repository)


DENIED = "  - {claim: opened, by: bridge-office, stance: denies, source: times-bridge}\n"
MORE = """\
title: The paper says more
date: 2024-10-19
summary: In short.
sources:
  times-more: {publisher: example-times, url: https://example.org/more}
statements:
  - {claim: bridge-closed#opened, by: example-times, stance: asserts, source: times-more}
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
"""
