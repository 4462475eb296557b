"""Small collections for tests: each function makes a valid entry from the fewest fields, and takes more by name."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from generator import rules
from generator.corpus import Corpus
from generator.load import Loaded
from generator.model import Actor, Claim, Development, Entry, Place, Publisher, Theme, validate

E = TypeVar("E", bound=Entry)
FIRST_VERSION = {"date": "2026-01-01", "kind": "added", "what": "First version"}
# Nothing uses what they hold, and all of it rests on one source.
OF_SMALL_COLLECTIONS = {"unmentioned", "unused-source", "duplicate-source", "likely-duplicate"}
A_SOURCE = {"publisher": "Example Gazette", "url": "https://example.org/", "language": "en"}


def development(id_: str, date: str = "2024-10-18", *, year: str = "", **fields: Any) -> Development:
    """A development with the given fields; `_` in their names stands for `-`. It lies in the year of its date."""
    given = {"title": f"Title of {id_}", "date": date, "summary": "In short."}
    return _entry(Development, f"developments/{year or date.lstrip('./')[:4]}", id_, given | fields)


def actor(id_: str, **fields: Any) -> Actor:
    """An actor, by default a body of a state."""
    return _entry(Actor, "actors", id_, _named(id_) | {"kind": "government-body"} | fields)


def publisher(id_: str, **fields: Any) -> Publisher:
    """A publisher, by default a newspaper that nobody can judge."""
    grade = {"grade": "F", "reason": "Made up"}
    return _entry(Publisher, "publishers", id_, _named(id_) | {"kind": "newspaper", "reliability": grade} | fields)


def place(id_: str, **fields: Any) -> Place:
    """A place."""
    return _entry(Place, "places", id_, _named(id_) | fields)


def theme(id_: str, **fields: Any) -> Theme:
    """A theme."""
    return _entry(Theme, "themes", id_, _named(id_) | fields)


def statement(claim: str | list[str], by: str | list[str], stance: str = "asserts", **fields: Any) -> dict[str, Any]:
    """A statement as an entry writes it, from the source `gazette`; a `value` stands instead of the stance."""
    said = {} if "value" in fields else {"stance": stance}
    return {"claim": claim, "by": by, "source": "gazette"} | said | fields


def words(fields: dict[str, Any]) -> dict[str, Any]:
    """The keys of an entry, which are written with hyphens."""
    return {key.replace("_", "-"): value for key, value in fields.items()}


def corpus(*entries: Entry, drafts: bool = False) -> Corpus:
    """The corpus of these entries, as if they had been read from files in the order of their paths."""
    ordered = tuple(sorted(entries, key=lambda entry: entry.path))
    return Corpus(Loaded(ordered, {entry.path: "" for entry in ordered}, {}, ()), drafts=drafts)


def corpus_of(*statements: dict[str, Any], about: tuple[str, ...] = (), **more: Any) -> Corpus:
    """A corpus with one claim, `affair#done`, on which these statements were made at developments of their own.

    Made with it are the states `north` and `south`, `north-office` and `north-agency`, which speak for the former, the
    independent `gazette-daily`, and a `court`.
    """
    claim = {"text": "It was done.", "about": list(about)} | more.pop("claim", {})
    affair = development("affair", "2024-01", sources={"gazette": A_SOURCE}, claims={"done": claim}, **more)
    said = (development(f"said-{number:02}", "2025-01-01", statements=[one]) for number, one in enumerate(statements))
    return corpus(affair, *said, *_voices())


def the_claim(of: Corpus) -> Claim:
    """The claim of `corpus_of`."""
    return of.claims["affair#done"]


def day(text: str) -> datetime.date:
    """A calendar day."""
    return datetime.date.fromisoformat(text)


def codes(of: Corpus) -> list[str]:
    """The codes of all that the rules find, but for what small collections are full of."""
    return [finding.code for finding in rules.check(of) if finding.code not in OF_SMALL_COLLECTIONS]


def write(root: Path, files: dict[str, str]) -> Path:
    """Files below `root/entries`, by path; gives `root`."""
    for path, text in files.items():
        file = root / "entries" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return root


def _voices() -> Iterator[Entry]:
    yield from (actor(id_, kind="state") for id_ in ("north", "south"))
    yield actor("north-office", speaks_for="north")
    yield publisher("north-agency", speaks_for="north")
    yield publisher("gazette-daily")
    yield actor("court", kind="court", instance="first instance")


def _named(id_: str) -> dict[str, Any]:
    return {"name": id_.replace("-", " ").title(), "description": "Made up."}


def _entry(kind: type[E], folder: str, id_: str, fields: dict[str, Any]) -> E:
    entry, findings = validate(kind, {"revisions": [FIRST_VERSION]} | words(fields), f"entries/{folder}/{id_}.yaml")
    assert entry, findings
    return entry
