"""`check --against`: what a change must not do to what others have read, quoted and linked to."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.repository import DEVELOPMENT, SAMPLE, Repository

ADDED = "  - {date: 2026-11-24, kind: added, what: First version}\n"
CORRECTED = "  - {date: 2026-11-24, kind: correction, what: What was closed}\n"
TITLE = "Example Times: the bridge is closed"
OFFICE = "actors/bridge-office.yaml"
LATER = "2027-03-01T12:00:00+00:00"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def codes(repository: Repository, revision: str = "main") -> list[str]:
    """The codes of all that is reported against a revision, each with its file's name."""
    said = repository.generator("check", "--against", revision)
    assert said.returncode == (1 if "error[" in said.stderr else 0), said.stderr
    found = re.findall(r"^\w+\[(.+)\].*\n.*--> .*/(.+\.yaml)", said.stderr, re.MULTILINE)
    return [f"{code} {file}" for code, file in found]


def test_a_change_without_a_revision_is_reported_and_one_with_a_revision_is_not(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, TITLE, "Example Times: the ford is closed")
    assert codes(repository) == ["missing-revision bridge-closed.yaml"]
    assert "`title` changed" in repository.generator("check", "--against", "main").stderr
    repository.replace(DEVELOPMENT, ADDED, ADDED + CORRECTED)
    assert codes(repository) == []


def test_layout_and_comments_need_no_revision(repository: Repository) -> None:
    text = SAMPLE[DEVELOPMENT].replace("by: example-times", "by: [example-times]  # the paper itself")
    text = text.replace(" The report gives no reason. [@", " The report gives no\n  reason. [@")
    repository.write(DEVELOPMENT, "# A comment\n" + text)
    assert codes(repository) == []


def test_order_of_claims_is_part_of_what_an_entry_says(repository: Repository) -> None:
    other = "  other:\n    text: The bridge was shut.\n"
    repository.replace(DEVELOPMENT, "statements:\n", other + "statements:\n")
    repository.commit()
    repository.replace(DEVELOPMENT, other, "")
    repository.replace(DEVELOPMENT, "claims:\n", "claims:\n" + other)
    assert codes(repository, "HEAD") == ["missing-revision bridge-closed.yaml"]


def test_links_that_follow_a_renamed_entry_need_no_revision(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "no reason.", "no reason, says [[bridge-office|the office]].")
    repository.commit()
    (repository.root / "entries" / OFFICE).unlink()
    repository.write("actors/office-of-bridges.yaml", SAMPLE[OFFICE] + "aliases: [bridge-office]\n")
    repository.replace(DEVELOPMENT, "bridge-office", "office-of-bridges")
    assert codes(repository, "HEAD") == []


def test_claim_that_is_renamed_with_an_alias_needs_no_revision_and_keeps_its_address(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "  closed:\n", "  shut:\n    aliases: [closed]\n")
    repository.replace(DEVELOPMENT, "claim: closed", "claim: shut")
    assert codes(repository) == []
    repository.replace(DEVELOPMENT, "    aliases: [closed]\n", "")
    assert codes(repository) == ["id-removed bridge-closed.yaml", "missing-revision bridge-closed.yaml"]


def test_drafts_need_no_revisions_and_may_go(repository: Repository) -> None:
    path = "developments/2024/a-draft.yaml"
    repository.write(path, f"title: A draft\ndate: 2024-11-18\nstate: draft\nsummary: In short.\nrevisions:\n{ADDED}")
    assert codes(repository) == []
    repository.commit()
    repository.replace(path, "A draft", "Another draft")
    assert codes(repository, "HEAD") == []
    (repository.root / "entries" / path).unlink()
    assert codes(repository, "HEAD") == []


def test_entry_that_is_made_a_draft_again_needs_a_revision(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "claims:\n", "state: draft\nclaims:\n")
    assert "missing-revision bridge-closed.yaml" in codes(repository)


def test_entry_that_is_made_a_draft_again_is_missed_at_its_address(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "claims:\n", "state: draft\nclaims:\n")
    repository.replace(DEVELOPMENT, ADDED, ADDED + CORRECTED)
    assert "id-removed bridge-closed.yaml" in codes(repository)
    repository.commit()
    repository.replace(DEVELOPMENT, CORRECTED, CORRECTED.replace("What was closed", "More"))
    assert "id-removed bridge-closed.yaml" not in codes(repository, "HEAD")


def test_history_is_neither_shortened_nor_rewritten(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, ADDED, ADDED + CORRECTED)
    repository.commit()
    repository.replace(DEVELOPMENT, CORRECTED, CORRECTED.replace("What was closed", "Another word"))
    assert codes(repository, "HEAD") == ["revision-removed bridge-closed.yaml"]
    assert "was changed" in repository.generator("check", "--against", "HEAD").stderr
    repository.replace(DEVELOPMENT, CORRECTED.replace("What was closed", "Another word"), "")
    assert codes(repository, "HEAD") == ["revision-removed bridge-closed.yaml"]
    assert "is gone" in repository.generator("check", "--against", "HEAD").stderr


def test_entry_that_is_deleted_is_missed_at_its_address_unless_another_one_takes_its_id(repository: Repository) -> None:
    repository.write("themes/roads.yaml", SAMPLE["themes/crossings.yaml"].replace("Crossings", "Roads"))
    repository.replace(DEVELOPMENT, "[crossings]", "[crossings, roads]")
    repository.commit()
    repository.replace(DEVELOPMENT, "[crossings, roads]", "[crossings]")
    (repository.root / "entries/themes/roads.yaml").unlink()
    assert "id-removed roads.yaml" in codes(repository, "HEAD")
    repository.write("themes/crossings.yaml", SAMPLE["themes/crossings.yaml"] + "aliases: [roads]\n")
    assert "id-removed roads.yaml" not in codes(repository, "HEAD")


def test_old_id_stays_an_old_id(repository: Repository) -> None:
    repository.write(OFFICE, SAMPLE[OFFICE] + "aliases: [office-of-old]\n")
    repository.commit()
    repository.write(OFFICE, SAMPLE[OFFICE])
    assert codes(repository, "HEAD") == ["id-removed bridge-office.yaml"]


def test_file_that_cannot_be_read_is_not_missed(repository: Repository) -> None:
    repository.write(OFFICE, "name: [\n")
    assert {code.split()[0] for code in codes(repository)} == {"yaml-syntax"}


def test_file_with_a_field_that_cannot_be_read_is_not_compared(repository: Repository) -> None:
    repository.replace(OFFICE, "kind: state", "kind: nonsense")
    found = codes(repository)
    assert found
    assert not [code for code in found if code.startswith("missing-revision")]


@pytest.mark.parametrize(
    ("dated", "committed", "is_late"),
    [
        ("2027-03-02", "2027-03-01T09:59:59+00:00", True),
        ("2027-03-02", "2027-03-01T10:00:00+00:00", False),  # already the 2nd, 14 hours east of Greenwich
        ("2027-03-02", "2027-03-01T23:00:00-05:00", False),
        ("2027-03-01", LATER, False),
    ],
)
def test_revision_is_not_dated_after_the_day_of_its_commit_anywhere_on_earth(
    repository: Repository, dated: str, committed: str, *, is_late: bool
) -> None:
    repository.git("checkout", "--quiet", "-b", "change")
    repository.replace(DEVELOPMENT, ADDED, ADDED + f"  - {{date: {dated}, kind: update, what: More}}\n")
    repository.commit(day=committed)
    assert codes(repository) == (["revision-after-commit bridge-closed.yaml"] if is_late else [])


def test_newest_commit_of_a_file_counts_and_not_one_of_another_file(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "change")
    repository.replace(DEVELOPMENT, ADDED, ADDED + "  - {date: 2027-02-01, kind: update, what: More}\n")
    repository.commit(day="2027-01-01T12:00:00+00:00")
    repository.write("themes/crossings.yaml", "# A comment\n" + SAMPLE["themes/crossings.yaml"])
    repository.commit(day=LATER)
    assert codes(repository) == ["revision-after-commit bridge-closed.yaml"]
    repository.write(DEVELOPMENT, "# A comment\n" + (repository.root / "entries" / DEVELOPMENT).read_text("utf-8"))
    repository.commit(day=LATER)
    assert codes(repository) == []


def test_revision_that_was_there_before_is_left_as_it_is_whatever_its_day(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, ADDED, ADDED + "  - {date: 2027-02-01, kind: update, what: More}\n")
    repository.commit()
    repository.write(DEVELOPMENT, "# A comment\n" + (repository.root / "entries" / DEVELOPMENT).read_text("utf-8"))
    repository.commit()
    assert codes(repository, "HEAD~1") == []
    assert codes(repository, "HEAD~2") == ["revision-after-commit bridge-closed.yaml"]


def test_revision_of_a_file_that_is_not_committed_is_not_dated_after_today(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, ADDED, ADDED + "  - {date: 9998-02-01, kind: update, what: More}\n")
    assert codes(repository) == ["revision-after-commit bridge-closed.yaml"]
    assert "after today" in repository.generator("check", "--against", "main").stderr


def test_what_others_did_meanwhile_is_not_held_against_a_branch(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "change")
    repository.git("checkout", "--quiet", "main")
    repository.replace(DEVELOPMENT, TITLE, "Example Times: the ford is closed")
    repository.commit()
    repository.git("checkout", "--quiet", "change")
    assert codes(repository) == []


def test_entries_may_lie_below_the_root_of_the_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository", "sites/one")
    repository.replace(DEVELOPMENT, TITLE, "Example Times: the ford is closed")
    repository.commit()
    assert codes(repository, "main~1") == ["missing-revision bridge-closed.yaml"]
    repository.replace(DEVELOPMENT, ADDED, ADDED + "  - {date: 2027-02-01, kind: update, what: More}\n")
    repository.commit()
    assert codes(repository, "main~2") == ["revision-after-commit bridge-closed.yaml"]


def test_everything_is_new_against_a_commit_without_entries(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "bare")
    repository.git("rm", "--quiet", "-r", "--cached", ".")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Nothing")
    repository.commit()
    assert codes(repository, "bare~1") == []


def test_contents_are_read_as_they_were_committed_whatever_the_attributes_say(repository: Repository) -> None:
    (repository.root / ".gitattributes").write_text("entries/** export-ignore\n", encoding="utf-8")
    repository.commit()
    repository.replace(DEVELOPMENT, TITLE, "Example Times: the ford is closed")
    assert codes(repository, "HEAD") == ["missing-revision bridge-closed.yaml"]


def refusal(said: subprocess.CompletedProcess[str]) -> str:
    """The one line by which wrong usage is told."""
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1), said.stderr
    return said.stderr.strip()


@pytest.mark.parametrize("verb", [["check", "--against"]], ids=" ".join)
def test_revision_that_cannot_be_compared_with_is_told_in_one_line(verb: list[str], repository: Repository) -> None:
    assert refusal(repository.generator(*verb, "no-such-branch")) == "git knows no revision `no-such-branch`"
    assert refusal(repository.generator(*verb, "HEAD^{tree}")) == "git knows no revision `HEAD^{tree}`"
    repository.git("checkout", "--quiet", "--orphan", "apart")
    repository.commit(day=LATER)
    assert "no commit in common" in refusal(repository.generator(*verb, "main"))


@pytest.mark.parametrize("verb", [["check", "--against"]], ids=" ".join)
def test_folder_that_is_no_repository_is_told_in_one_line(verb: list[str], repository: Repository) -> None:
    (repository.top / ".git").rename(repository.top / "elsewhere")
    assert "not a git repository" in refusal(repository.generator(*verb, "main"))
