"""Developments as lists show them: when, what, how sure, and why they stand in this list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator.corpus import Mention
from generator.model import Development
from generator.prose import plain
from generator.site import Site, unique
from generator.views import claims

_REASONS = {
    "by": "speaks",
    "speaker": "speaker",
    "about": "named in a claim",
    "actor": "took part",
    "origin": "repeated in a source",
    "based-on": "named as the basis of a statement",
    "publisher": "published a source",
}


@dataclass(frozen=True, slots=True)
class Event:
    """A development as a row of a list; `note` says what is special about it, `reasons` why it is listed.

    `changed` is the day of its newest revision, by which a script marks what is new to a reader.
    """

    id: str
    day: datetime.date
    date: str
    precision: str
    title: str
    address: str
    note: str
    badge: claims.Badge | None
    changed: datetime.date
    reasons: tuple[str, ...] = ()


def event(site: Site, entry: Development, reasons: Iterable[str] = ()) -> Event:
    """A row for a development."""
    first = next(iter(entry.claims.values()), None)
    return Event(
        id=entry.id,
        day=entry.date.anchor,
        date=entry.date.words(),
        precision=entry.occurrence or entry.date.precision,
        title=entry.title,
        address=site.address(entry),
        note=note(site, entry),
        badge=claims.badge(site, site.corpus.assess(first)) if first and entry.counts else None,
        changed=entry.updated.latest,
        reasons=tuple(reasons),
    )


def note(site: Site, entry: Development) -> str:
    """What a reader must know of an entry before its title: its state, and whether it happened."""
    if entry.is_draft:
        return "draft, not published"
    if entry.state in ("superseded", "retracted"):
        return entry.state
    if entry.occurrence == "cancelled":
        return "cancelled"
    if entry.occurrence == "scheduled":
        return (
            "scheduled"
            if is_ahead(site, entry)
            else "was due; outcome not recorded"
            if not outcomes(site, entry)
            else "was due"
        )
    return ""


def is_ahead(site: Site, entry: Development) -> bool:
    """Whether something scheduled still lies before the collection's own day."""
    return entry.occurrence == "scheduled" and entry.date.latest > site.corpus.day


def outcomes(site: Site, entry: Development) -> list[Development]:
    """The entries that record what became of something scheduled."""
    return [other for other, relation in site.corpus.answers.get(entry.id, ()) if relation.type == "implements"]


def reason(site: Site, mention: Mention) -> str:
    """Why an entry names something: the sentence of a link, or a word for its part; empty where the list says it."""
    if mention.use.sentence:
        return plain(mention.use.sentence, lambda target: site.target(target).words)
    return _REASONS.get(mention.use.how, "")


def mentioned(site: Site, mentions: Iterable[Mention]) -> list[Event]:
    """The developments among mentions (which are in chronological order), each once with all its reasons."""
    grouped: dict[str, list[str]] = {}
    for mention in mentions:
        if isinstance(mention.entry, Development):
            grouped.setdefault(mention.entry.id, []).append(reason(site, mention))
    return [event(site, site.corpus.shown[id_], unique(filter(None, reasons))) for id_, reasons in grouped.items()]
