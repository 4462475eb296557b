"""`preview`: the page of one entry, which is that of the whole site but for where its links lead."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.verbs import preview
from generator.verbs.preview import FOLDER, led
from tests import made_up_site
from tests.built import WATCHED, Built
from tests.html_page import HtmlPage

ROOT = Path(__file__).parent.parent
OFFICE = "entries/actors/bridge-office.yaml"
# One of each kind, with its page; that of the first has a history, a comparison and neighbours.
ENTRIES = {
    "ferry-stopped": "developments/ferry-stopped.html",
    "withdrawn-report": "developments/withdrawn-report.html",
    "ferries": "themes/ferries.html",
    "borland": "actors/borland.html",
    "sample-pier": "places/sample-pier.html",
    "lake-gazette": "publishers/lake-gazette.html",
}
_LED = re.compile(r'(<a\b[^>]*?) href="(?!#|https?:)[^"]*"')


def show(root: Path, entry: str) -> int:
    return preview.run(argparse.Namespace(entry=entry, open=False), root)


def without_links(page: Path) -> str:
    return _LED.sub(r"\1", page.read_text(encoding="utf-8"))


def pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return made_up_site.make(tmp_path)


# What is shown


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_page_is_that_of_the_whole_site_but_for_its_links(entry: str, built: Built) -> None:
    root = built.plain.parent
    assert show(root, entry) == 0
    assert ENTRIES[entry] in pages(root / FOLDER)
    for page in pages(root / FOLDER):
        assert without_links(root / FOLDER / page) == without_links(root / "site" / page)


def test_a_draft_is_shown_as_it_will_look_when_it_is_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "entries/developments/2024/bridge-closed.yaml"
    page = root / FOLDER / "developments/bridge-closed.html"
    assert show(root, "bridge-closed") == 0
    published = page.read_text(encoding="utf-8")
    assert "Who says so" in published
    capsys.readouterr()
    replace(root, path, "claims:\n", "state: draft\nclaims:\n")
    assert show(root, "bridge-closed") == 0
    assert page.read_text(encoding="utf-8") == published
    assert "it is a draft, and is shown as it will look when it is published\n" in capsys.readouterr().out


def test_histories_and_the_comparison_are_shown_with_a_development(built: Built) -> None:
    root = built.plain.parent
    assert show(root, "ferry-stopped") == 0
    assert pages(root / FOLDER) == [
        "claims/ferry-stopped.stopped.html",
        "developments/ferry-stopped.html",
        "developments/ferry-stopped.matrix.html",
    ]


def test_every_link_and_every_asset_of_a_page_is_there(built: Built) -> None:
    root = built.plain.parent
    assert show(root, "ferry-stopped") == 0
    for page in pages(root / FOLDER):
        here = root / FOLDER / page
        elements = HtmlPage.read(here).elements
        asked = [e for e in elements if e.tag != "link" or e.attributes.get("rel") in ("stylesheet", "icon")]
        addresses = {e.attributes.get(name, "").partition("#")[0] for e in asked for name in ("href", "src")}
        missing = {path for path in addresses if "://" not in path and not (here.parent / path).exists()}
        assert len(addresses) > 20
        assert missing == set()


# Where links lead


def test_links_lead_to_previewed_pages_else_into_the_site_else_nowhere(tmp_path: Path) -> None:
    (tmp_path / "site" / "actors").mkdir(parents=True)
    (tmp_path / "site" / "actors" / "a.html").touch()
    shown = ["developments/x.html", "claims/x.y.html"]
    given = {
        '<a href="../claims/x.y.html">': '<a href="../claims/x.y.html">',
        '<a class="b" href="../actors/a.html#said">': '<a class="b" href="../../site/actors/a.html#said">',
        '<a href="../actors/b.html" title="c">': '<a title="c">',
        '<a href="#said">': '<a href="#said">',
        '<a href="https://example.org/?a=1&amp;b">': '<a href="https://example.org/?a=1&amp;b">',
        '<link href="../actors/a.html">': '<link href="../actors/a.html">',
    }
    for link, expected in given.items():
        assert led(link, "developments/x.html", shown, tmp_path / "site") == expected


def test_what_leads_nowhere_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(root, "bridge-closed") == 0
    page = root / FOLDER / "developments/bridge-closed.html"
    assert capsys.readouterr().out.splitlines() == [
        f"bridge-closed: {page.as_uri()}",
        "links to other pages lead nowhere, since site/ is not built",
    ]
    assert not _LED.search(page.read_text(encoding="utf-8"))


# Which entry


@pytest.mark.parametrize("given", ["bridge-office", "office-of-old", OFFICE, f"./{OFFICE}"])
def test_an_entry_is_named_by_its_id_an_old_one_or_its_file(
    given: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = root / OFFICE
    file.write_text(file.read_text(encoding="utf-8") + "aliases: [office-of-old]\n", encoding="utf-8")
    monkeypatch.chdir(root)
    assert show(root, given) == 0
    assert pages(root / FOLDER) == ["actors/bridge-office.html"]


def test_what_is_no_entry_is_told_with_the_likely_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(root, "bridge-ofice") == 2
    said = "no entry has the id or the path `bridge-ofice`: did you mean `bridge-office`?\n"
    assert capsys.readouterr() == ("", said)
    assert not (root / FOLDER).exists()


# Faults


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_faults_of_the_entry_are_told_and_stand_above_its_page(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(root, made_up_site.DEVELOPMENT, "[crossings]", "[crosings]")
    assert show(root, "bridge-closed") == 1
    said = capsys.readouterr()
    assert "error[dangling-link]: no theme has the id `crosings`" in said.err
    assert said.out.endswith("1 other entry has faults: see `check`\n")
    shown = HtmlPage.read(root / FOLDER / "developments/bridge-closed.html")
    [report] = [text for element, text in shown.pieces if element.attributes.get("class") == "frame-faults"]
    assert "\n  |          ^^^^^^^^ unknown id\n" in report


def test_faults_of_others_are_counted_and_keep_no_page_away(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(root, OFFICE, "kind: state", "kind: [")
    assert show(root, "bridge-closed") == 0
    said = capsys.readouterr()
    assert (said.err, said.out.splitlines()[-1]) == ("", "1 other entry has faults: see `check`")
    assert (root / FOLDER / "developments/bridge-closed.html").is_file()


def test_an_entry_that_cannot_be_read_has_its_faults_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(root, OFFICE, "kind: state", "kind: [")
    assert show(root, "bridge-office") == 1
    said = capsys.readouterr()
    assert "error[yaml-syntax]" in said.err
    assert said.err.endswith(f"no page can be made of {OFFICE} with these faults\n")
    assert said.out == ""


def test_settings_that_cannot_be_used_are_wrong_usage(root: Path) -> None:
    (root / "mkdocs.yml").write_text("plugins: [no-such-plugin]\n", encoding="utf-8")
    assert show(root, "bridge-closed") == 2


# The command line


def run(root: Path, *command: str, **more: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    subprocess.run([sys.executable, *command], cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)


def test_a_preview_uses_no_network_and_starts_no_program(root: Path) -> None:
    run(root, str(WATCHED), "0", "preview", OFFICE)
    assert (root / FOLDER / "actors/bridge-office.html").is_file()


def test_a_page_is_opened_where_that_is_asked_for(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("browser")
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {folder}/opened\n', encoding="utf-8")
    browser.chmod(0o755)
    for options, opened in (([], False), (["--open"], True)):
        run(root, "-m", "generator", "preview", "bridge-closed", *options, BROWSER=f"{browser} %s")
        assert (folder / "opened").exists() == opened
    assert (folder / "opened").read_text().strip() == (root / FOLDER / "developments/bridge-closed.html").as_uri()


def test_what_was_shown_before_is_gone(root: Path) -> None:
    assert show(root, "bridge-closed") == show(root, "sample") == 0
    assert pages(root / FOLDER) == ["places/sample.html"]
