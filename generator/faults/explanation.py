"""The page of a code as values: its parts, read from Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.diagnostics import Severity, handling

HERE = Path(__file__).parent
# What a fault is about: the words for it, in the order in which pages list them.
GROUPS = {
    "files": "Names of files",
    "text": "YAML and characters",
    "fields": "Fields and values",
    "links": "Ids and links",
    "meaning": "Claims and statements",
    "time": "Dates",
    "wording": "Words and languages",
    "history": "Revisions",
}

_BLOCK = re.compile(r"^```yaml (\S+)(?: saved as (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of the file at `path` (below `entries/`), whose keys stand for the same keys of a sound entry."""

    path: str
    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a contributor wants to know of a code. `why` and `mend` are paragraphs, with words in backticks.

    `before` is there where the fault lies in a change: what the files held before it.
    """

    code: str
    title: str
    group: str
    severity: Severity
    why: str
    mend: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    before: tuple[Example, ...] = ()


@cache
def codes() -> tuple[str, ...]:
    """Every code that has a page, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in HERE.glob("*.md")))


@cache
def explanation(code: str) -> Explanation:
    """The page of a code. Raises `KeyError` where it has none."""
    if code not in codes():
        raise KeyError(code)
    with handling(f"{code}.md"):
        return read(code, (HERE / f"{code}.md").read_text(encoding="utf-8"))


def groups() -> dict[str, tuple[Explanation, ...]]:
    """The pages by what they are about, in the order in which they are listed."""
    found = {
        words: tuple(page for page in map(explanation, codes()) if page.group == group)
        for group, words in GROUPS.items()
    }
    return {words: pages for words, pages in found.items() if pages}


def read(code: str, text: str) -> Explanation:
    """The page that a text makes. Raises `ValueError` where it has not the form of one."""
    opening, *sections = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    title, kind, why = (part.strip() for part in opening.split("\n\n", 2))
    group, severity = kind.split(", ")
    parts = dict(zip(sections[::2], sections[1::2], strict=True))
    return Explanation(
        code,
        title.removeprefix("# "),
        group,
        Severity(severity),
        why,
        parts["Mend it"].strip(),
        _examples(parts["Bad"]),
        _examples(parts["Good"]),
        _examples(parts.get("Before", "")),
    )


def _examples(section: str) -> tuple[Example, ...]:
    return tuple(Example(path, text, encoding or "utf-8") for path, encoding, text in _BLOCK.findall(section))
