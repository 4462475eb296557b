"""A new development from the words typed for it: its file as an edit, and what there is to tell of it.

How the file reads is left to `text`; actors, places, themes and publishers are `entity`'s.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.corpus import Corpus, DeclaredSource
from generator.corpus.address import address
from generator.corpus.similar import Draft, Likeness, akin, declared, duplicates
from generator.dates import Date, DateError, parse_date
from generator.editing.edit import Edit
from generator.editing.layout import lay_out
from generator.editing.scaffold.examples import hints, of_development, told
from generator.editing.scaffold.ids import entry_id, host_of, source_id, taken_ids
from generator.editing.scaffold.known import Known, called, happened, known, publisher_of
from generator.editing.scaffold.lines import Value, clean
from generator.editing.scaffold.text import new_text
from generator.model import Development, is_id
from generator.rules.still_to_write import TO_WRITE

FIRST_VERSION = "First version"
AKIN = 3
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as typed: its address, and what else is known of it."""

    url: str
    publisher: str = ""
    title: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed for a new development; nothing of it is checked. `remarks` are lines of comment."""

    title: str = ""
    date: str = ""
    summary: str = ""
    id: str = ""
    sources: tuple[Cited, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A file that nobody has written yet, with what was recognised in the words and what is like it.

    `cited` are sources that another entry declares, `akin` developments that have something in common with it,
    `namesakes` those of its kind that have its name.
    """

    edit: Edit
    id: str
    known: tuple[Known, ...] = ()
    cited: tuple[DeclaredSource, ...] = ()
    duplicates: tuple[Likeness, ...] = ()
    akin: tuple[Development, ...] = ()
    namesakes: tuple[Known, ...] = ()


def scaffold(corpus: Corpus, wanted: Wanted, day: datetime.date) -> Scaffold:
    """The file for what is wanted, which must be free of faults; `day` is the day on which it is added."""
    date = parse_date(wanted.date)
    found = happened(corpus, f"{wanted.title}. {wanted.summary}")
    named = {kind: _ids(kind, getattr(wanted, kind), corpus, found) for kind in ("themes", "places", "actors")}
    found = [one for one in found if not (one.is_doubtful and one.entity.id in named.get(one.entity.folder, ()))]
    elsewhere = declared(corpus, [source.url for source in wanted.sources])
    sources = _sources(corpus, wanted, date, elsewhere)
    draft = Draft(wanted.title, date, tuple(named["actors"]), tuple(source.url for source in wanted.sources))
    near = akin(corpus, draft, AKIN)
    cited = {source.source.id: source for source in elsewhere.values()}
    fields: dict[str, Value] = {
        "title": clean(wanted.title),
        "date": wanted.date,
        "occurrence": "scheduled" if date.earliest > day else "",
        "state": "draft",
        "summary": clean(wanted.summary) or TO_WRITE,
        "text": "".join(f"{TO_WRITE} [@{id_}]\n" for id_ in [*cited, *sources]),
        **named,
        "sources": sources,
        "revisions": [{"date": day.isoformat(), "kind": "added", "what": FIRST_VERSION}],
    }
    id_ = wanted.id or proposed_id(corpus, wanted)
    path = f"entries/developments/{date.anchor.year:04}/{id_}.yaml"
    published = next((day_in(source.url) for source in wanted.sources), "") or told(date)
    examples = {**of_development(corpus, fields, date, [entry.id for entry in near], published), **_undecided(found)}
    edit = Edit(path, lay_out(new_text(path, fields, examples, hints(corpus, date), wanted.remarks), path))
    likely = tuple(duplicates(corpus, draft))
    return Scaffold(edit, id_, tuple(found), tuple(cited.values()), likely, tuple(near))


def proposed_id(corpus: Corpus, wanted: Wanted) -> str:
    """The id that the title suggests; empty if it has no word in Latin letters."""
    title = clean(wanted.title)
    for one in known(corpus, title):  # an outlet before a colon says who reports it, not what happened
        if one.entity.folder == "publishers":
            title = title.removeprefix(f"{one.name}:")
    return entry_id(title, taken_ids(corpus), f"{parse_date(wanted.date).anchor.year:04}")


def publisher(corpus: Corpus, cited: Cited) -> str:
    """The id of a source's publisher, or else words for it: its name as typed, or its host."""
    words = clean(cited.publisher)
    found = called(corpus.publishers, words) if words else publisher_of(corpus, cited.url)
    words = words or host_of(cited.url)
    return found or (f"{words} (outlet)" if is_id(words) else words)


def day_in(url: str) -> str:
    """The day that an address names, as those of articles do: when it was probably published. Else nothing."""
    for match in _DAY.finditer(url):
        try:
            return parse_date("-".join(match.groups())).text
        except DateError:
            continue
    return ""


def _ids(kind: str, typed: tuple[str, ...], corpus: Corpus, found: list[Known]) -> list[str]:
    """The ids typed, then those recognised beyond doubt, each once."""
    ids = [called(getattr(corpus, kind), one) for one in typed]
    ids += [one.entity.id for one in found if one.entity.folder == kind and not one.is_doubtful]
    return list(dict.fromkeys(ids))


def _undecided(found: list[Known]) -> dict[str, Value]:
    """Where it happened, perhaps: an example that waits for a decision."""
    places = [one.entity.id for one in found if one.is_place and one.is_doubtful]
    return {"places": places} if places else {}


def _sources(
    corpus: Corpus, wanted: Wanted, date: Date, elsewhere: Mapping[str, DeclaredSource]
) -> dict[str, dict[str, Value]]:
    """The sources to declare, by their ids: those that no entry declares, each once."""
    sources: dict[str, dict[str, Value]] = {}
    taken = taken_ids(corpus) | {wanted.id or proposed_id(corpus, wanted)}
    first: dict[str, Cited] = {}
    for source in wanted.sources:
        if source.url not in elsewhere and first.setdefault(address(source.url), source) is source:
            fields = dict(_fields(corpus, source))
            day = source.published or day_in(source.url)
            published = parse_date(day) if day else date
            sources[source_id(corpus, str(fields["publisher"]), source.url, published, taken | sources.keys())] = fields
    return sources


def _fields(corpus: Corpus, source: Cited) -> Iterator[tuple[str, Value]]:
    yield "publisher", publisher(corpus, source)
    for name in ("title", "url", "published", "language"):
        if value := clean(getattr(source, name)):
            yield name, value
