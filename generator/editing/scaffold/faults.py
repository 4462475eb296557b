"""What is wrong with the words typed for a new entry, by the flag or question that took them, in the model's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.corpus import Corpus
from generator.editing.scaffold.development import Wanted
from generator.editing.scaffold.entity import ABOUT, WantedEntity
from generator.editing.scaffold.ids import taken_ids
from generator.editing.scaffold.known import called, close
from generator.editing.scaffold.lines import clean
from generator.model import KINDS, RESERVED_FILE_NAMES, Development, Entity, Entry, is_id, validate

# The flag that fills a field, where it has another name.
_FLAG_OF = {"aliases": "id", "actors": "actor", "places": "place", "themes": "theme"}
_REVISIONS = [{"date": "2024-01-01", "kind": "added", "what": "…"}]


class Wrong(NamedTuple):
    """A fault of what was typed for one flag."""

    flag: str
    message: str


def of_development(corpus: Corpus, wanted: Wanted) -> list[Wrong]:
    """All that is wrong with what is wanted of a development."""
    sources = {
        f"source-{number}": {
            name: value
            for name in ("url", "title", "published", "language")
            if (value := clean(getattr(source, name))) or name == "url"
        }
        | {"publisher": "…"}
        for number, source in enumerate(wanted.sources)
    }
    data = {"title": clean(wanted.title), "date": wanted.date, "summary": clean(wanted.summary) or "…"}
    wrong = [*_of_model(Development, data | {"sources": sources}, wanted.id), *_taken(corpus, wanted.id)]
    for kind in ("actors", "places", "themes"):
        wrong += (one for typed in getattr(wanted, kind) for one in _unknown(getattr(corpus, kind), kind, typed))
    for source in wanted.sources:
        if is_id(source.publisher):
            wrong += _unknown(corpus.publishers, "publishers", source.publisher)
    return list(dict.fromkeys(wrong))


def of_entity(corpus: Corpus, wanted: WantedEntity) -> list[Wrong]:
    """All that is wrong with what is wanted of an actor, place, theme or publisher."""
    wrong = [*_of_model(KINDS[wanted.folder], wanted.fields, wanted.id), *_taken(corpus, wanted.id)]
    for name, folders in ABOUT.items():
        typed = wanted.fields.get(name)
        entities = {id_: one for folder in folders(wanted.folder) for id_, one in getattr(corpus, folder).items()}
        if typed and str(typed) not in entities:
            wrong += (Wrong(name, one.message) for one in _unknown(entities, folders(wanted.folder)[0], str(typed)))
    return wrong


def _of_model(kind: type[Entry], data: Mapping[str, Any], id_: str) -> Iterator[Wrong]:
    aliases = {"aliases": [id_]} if id_ else {}
    _, findings = validate(kind, {**data, **aliases, "revisions": _REVISIONS}, "entries/new/new/new.yaml")
    for finding in findings:
        steps = [step for step in finding.where if isinstance(step, str)]
        field = steps[-1] if steps else finding.message.split("`")[1]
        flag = (
            "source-title"
            if steps[0:1] == ["sources"] and field == "title"
            else _FLAG_OF.get(steps[0] if steps else "", field)
        )
        yield Wrong(flag, f"{finding.message}; {finding.help}" if finding.help else finding.message)


def _taken(corpus: Corpus, id_: str) -> Iterator[Wrong]:
    if id_ in taken_ids(corpus) - RESERVED_FILE_NAMES:
        holder = corpus.by_id.get(id_) or corpus.aliases.get(id_)
        yield Wrong("id", f"the id `{id_}` is taken by `{holder.path}`" if holder else f"the id `{id_}` is taken")


def _unknown(entities: Mapping[str, Entity], kind: str, typed: str) -> Iterator[Wrong]:
    if called(entities, typed):
        return
    meant = close(entities, typed)
    noun = kind.removesuffix("s")
    help_ = f"did you mean `{meant}`?" if meant else f"`new {noun}` makes one"
    yield Wrong(noun, f"no {noun} is known as `{clean(typed)}`; {help_}")
