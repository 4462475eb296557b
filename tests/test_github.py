"""What GitHub is given: workflows of the right form, safe with what strangers send, that run what is there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.verbs import VERBS

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
UNSAFE = """\
name: Unsafe
on: pull_request_target
jobs:
  run:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with: {ref: "${{ github.head_ref }}"}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program that the tests bring; without network, as far as it asks us."""
    command = [Path(sys.executable).with_name(name), *arguments]
    environment = {**os.environ, "ZIZMOR_OFFLINE": "true", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    return tool("zizmor", "--offline", "--no-progress", "--persona", "pedantic", *paths)


def workflow(name: str) -> dict[str, object]:
    # The loader for which every scalar is a text: `on` is no boolean.
    found: dict[str, object] = yaml.load((GITHUB / "workflows" / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def test_nothing_in_the_workflows_is_unsafe() -> None:
    done = zizmor(GITHUB)
    assert done.returncode == 0, done.stdout


def test_an_unsafe_workflow_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "unsafe.yml").write_text(UNSAFE)
    done = zizmor(tmp_path)
    assert done.returncode != 0
    for audit in ("dangerous-triggers", "template-injection", "unpinned-uses"):
        assert audit in done.stdout


@pytest.mark.parametrize(
    ("form", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_have_the_form_that_github_wants(form: str, paths: list[Path]) -> None:
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{form}", *paths)
    assert done.returncode == 0, done.stdout


def test_a_workflow_of_the_wrong_form_is_noticed(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(UNSAFE.replace("steps:", "step:"))
    assert tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", wrong).returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_workflows_run_verbs_and_targets_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    verbs = re.findall(r"-m generator ([a-z-]+)", text)
    targets = re.findall(r"(?:run: |&& )make ([a-z-]+)", text)
    assert set(verbs) <= VERBS.keys()
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    assert verbs or targets or ".ci/run" in text


def test_what_strangers_send_is_checked_with_a_token_that_can_only_read() -> None:
    check = workflow("check.yml")
    assert check["on"] == {"pull_request": ""}
    assert check["permissions"] == {}
    jobs = check["jobs"]
    assert isinstance(jobs, dict)
    assert all(job["permissions"] == {"contents": "read"} for job in jobs.values())
    assert "secrets." not in (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")


def test_actions_are_pinned_by_commit_with_their_version() -> None:
    used = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(used) > 8
    assert all(re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in used)
