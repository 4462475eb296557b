"""Examples for the fields of a new file that nobody has filled yet: with the `#` before them deleted, they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.corpus import Corpus
from generator.dates import Date
from generator.editing.scaffold.lines import Value
from generator.editing.scaffold.text import choices
from generator.model import Statement
from generator.model.forms import DATE
from generator.rules.still_to_write import TO_WRITE

# So many ids are told as those there are.
_FEW = 20

Examples = Mapping[str, Value]


def of_development(corpus: Corpus, fields: Examples, date: Date, near: list[str], published: str) -> Examples:
    """Examples for a development, in the order of its fields, with ids that exist; what has none is left out.

    `near` are developments akin to it; `published` is when its source probably was.
    """
    source = next(iter(_keys(fields, "sources")), "") or f"outlet-{date.anchor.year:04}"
    actor = _office(corpus, _keys(fields, "actors"))
    words: dict[str, Value] = {"by": actor, **({} if date.is_one_day else {"date": told(date)})}
    words |= {"source": source, "quote": TO_WRITE}
    relations = near or list(corpus.developments)[:1]
    examples: dict[str, Value] = {
        **dict.fromkeys(("title", "date"), TO_WRITE),
        "occurrence": "scheduled",
        **dict.fromkeys(("state", "summary"), TO_WRITE),
        "text": f"{TO_WRITE} [@{source}]\n",
        "assessment": f"{TO_WRITE}\n",
        "themes": list(corpus.themes)[:1],
        "places": list(corpus.places)[:1],
        "actors": [actor] if actor else [],
        "sources": {source: _source(corpus, published)},
        "claims": {"done": {"text": TO_WRITE, **({"about": [actor]} if actor in corpus.actors else {})}},
        "statements": [{"claim": "done", "by": actor, "stance": "asserts", **words}] if actor else [],
        "quotations": [words] if actor else [],
        "relations": [{"type": "related", "to": id_, "note": TO_WRITE} for id_ in relations],
        "revisions": TO_WRITE,
    }
    return {name: value for name, value in examples.items() if value}


def told(date: Date) -> str:
    """A date of something that was said or published then: no day is made up where only the month or year is known."""
    return date.text if date.precision in ("month", "year") else date.anchor.isoformat()


def hints(corpus: Corpus, date: Date) -> dict[str, str]:
    """Words on the fields of a development beside those of the model: what may stand in them, here."""
    stances = ", ".join(choices(Statement, "stance"))
    day = "" if date.is_one_day else " Each needs the `date` on which it was said."
    known = f"Known: {', '.join(sorted(corpus.themes))}." if 0 < len(corpus.themes) <= _FEW else ""
    return {
        "date": f"It takes {DATE.words}.",
        "themes": known,
        "claims": "Each is one thing that could be checked; `about`, whoever would be admitting it.",
        "statements": "`claim` is one of those above, or `entry#claim`; `by`, in whose name, and `speaker`, by whose "
        f"mouth. Stances: {stances}; of a claim with a `unit`, a `value` instead.{day}",
        "sources": "The same text is cited by its id from any entry.",
    }


def of_entity(kind: str, fields: Examples, proposed: Examples) -> Examples:
    """Examples for an actor, place, theme or publisher, in the order of its fields; `proposed` are its own."""
    return {name: value for name, value in (_OF_ENTITIES[kind] | dict(proposed)).items() if value or fields.get(name)}


def _office(corpus: Corpus, actors: Iterable[str]) -> str:
    """Somebody in whose name a statement can be made: no person who holds an office."""
    states = (id_ for id_, actor in corpus.actors.items() if actor.kind == "state")
    for id_ in (*actors, *states, *corpus.actors, *corpus.publishers):
        actor = corpus.actors.get(id_)
        if actor is None or actor.kind != "person":
            return id_
    return ""


def _source(corpus: Corpus, published: str) -> dict[str, Value]:
    publisher = next(iter(corpus.publishers), "")
    origin = {"origin": publisher} if publisher else {}
    address: dict[str, Value] = {"title": TO_WRITE, "url": "https://example.org/", "published": published}
    return {"publisher": publisher or "Name of the outlet", **address, "language": "en", **origin}


def _keys(fields: Examples, name: str) -> list[str]:
    value: Any = fields.get(name)
    return list(value or ())


_NAME: dict[str, Value] = {"name": TO_WRITE, "short": TO_WRITE}
_ABOUT: dict[str, Value] = {"description": TO_WRITE, "also-known-as": [TO_WRITE], "wikidata": "Q1"}
_LAST: dict[str, Value] = {"revisions": TO_WRITE}
_NAMES: dict[str, Value] = {"names": {"hangul": TO_WRITE}}
_OF_ENTITIES: dict[str, dict[str, Value]] = {
    "actors": _NAME
    | {"kind": TO_WRITE}
    | _NAMES
    | {"country": "KP", "part-of": "", "speaks-for": "", "instance": ""}
    | _ABOUT
    | _LAST,
    "publishers": _NAME
    | {"kind": TO_WRITE}
    | _NAMES
    | {"country": "KP", "language": "ko", "url": "https://example.org/", "speaks-for": ""}
    | _ABOUT
    | {"reliability": {}}
    | _LAST,
    "places": _NAME
    | _NAMES
    | {"country": "KP", "point": {"lat": "37.96", "lon": "126.68", "precision-km": "1", "source": "GeoNames"}}
    | {"part-of": ""}
    | _ABOUT
    | _LAST,
    "themes": _NAME | _NAMES | {"broader": ""} | _ABOUT | _LAST,
}
