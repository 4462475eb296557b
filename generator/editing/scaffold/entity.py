"""A new actor, place, theme or publisher from the words typed for it, with what its name suggests."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.corpus import Corpus
from generator.editing.edit import Edit
from generator.editing.layout import lay_out
from generator.editing.scaffold.development import FIRST_VERSION, Scaffold
from generator.editing.scaffold.examples import of_entity
from generator.editing.scaffold.ids import entry_id, host_of, taken_ids
from generator.editing.scaffold.known import Known, known, namesakes, publisher_of
from generator.editing.scaffold.lines import Value
from generator.editing.scaffold.text import new_text
from generator.model import Actor

# Fields that name another entry, with the folders where that lies, by the folder of the new one.
ABOUT: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "part-of": lambda folder: (folder,),
    "speaks-for": lambda folder: ("actors", "publishers"),
    "broader": lambda folder: (folder,),
}
# Kinds of actors that are part of another and speak for it, as a rule.
_SPEAKING = frozenset(["government-body", "armed-force", "unit", "parliament"])
NOT_JUDGED = "Not judged yet"


@dataclass(frozen=True, slots=True)
class WantedEntity:
    """What somebody typed for a new entity of the kind that lies in `folder`, by field; nothing of it is checked."""

    folder: str
    fields: Mapping[str, Value]
    id: str = ""


def scaffold_entity(corpus: Corpus, wanted: WantedEntity, day: datetime.date) -> Scaffold:
    """The file for what is wanted, which must be free of faults; `day` is the day on which it is added."""
    id_ = wanted.id or proposed_entity_id(corpus, wanted)
    path = f"entries/{wanted.folder}/{id_}.yaml"
    revisions: Value = [{"date": day.isoformat(), "kind": "added", "what": FIRST_VERSION}]
    fields = {**wanted.fields, "revisions": revisions}
    text = new_text(path, fields, of_entity(wanted.folder, fields, suggested(corpus, wanted)), hints={})
    return Scaffold(Edit(path, lay_out(text, path)), id_, namesakes=tuple(_there_already(corpus, wanted)))


def proposed_entity_id(corpus: Corpus, wanted: WantedEntity) -> str:
    """The id that the name suggests; empty if it has no word in Latin letters."""
    return entry_id(str(wanted.fields.get("name", "")), taken_ids(corpus))


def suggested(corpus: Corpus, wanted: WantedEntity) -> dict[str, str]:
    """The country, and what it is part of and speaks for, as far as name and description tell."""
    words = f"{wanted.fields.get('name', '')} {wanted.fields.get('description', '')}"
    found = [one.entity for one in known(corpus, words) if not one.is_doubtful]
    if wanted.folder == "places":
        return _of({"part-of": next((one.id for one in found if one.folder == "places"), "")})
    if wanted.folder != "actors":
        return {}
    above = next((one for one in found if isinstance(one, Actor) and one.kind != "person"), None)
    kind = wanted.fields.get("kind")
    if above is None or (kind not in _SPEAKING and kind != "person"):
        return {}
    voice = corpus.voices.voice(above.id) if kind in _SPEAKING else ""
    return _of({"country": above.country or "", "part-of": above.id, "speaks-for": voice})


def _there_already(corpus: Corpus, wanted: WantedEntity) -> list[Known]:
    """Entities of its kind that have one of its names, or the address of an outlet."""
    fields: Mapping[str, Any] = wanted.fields
    names = (
        fields.get("name"),
        fields.get("short"),
        *fields.get("names", {}).values(),
        *fields.get("also-known-as", ()),
    )
    found = namesakes(getattr(corpus, wanted.folder), filter(None, names))
    url = str(fields.get("url", ""))
    owner = corpus.publishers.get(publisher_of(corpus, url)) if url else None
    if owner and owner not in [one.entity for one in found]:
        found.append(Known(owner, host_of(url)))
    return found


def _of(fields: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}
