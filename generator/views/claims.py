"""Claims with their status and who says what on them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator import links, words
from generator.corpus import Assessment, Row
from generator.model import Claim, Statement, Words, is_id
from generator.site import Citations, Link, Site
from generator.views import sources

SHORT = 8


@dataclass(frozen=True, slots=True)
class Quote:
    """Original words, their translation and whose that is."""

    words: str
    language: str
    language_name: str
    translation: str
    translator: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A statement on a claim as a row of a table."""

    row: Row
    date: str
    who: Link
    speaker: Link | None
    stance: words.Label
    value: str
    address: str
    said_at: Link
    after: str
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A claim's status on a day, in words with its sign."""

    label: words.Label
    status: str
    code: str
    remarks: list[str]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its status and its statements; `total` counts those that `rows` leaves out too."""

    claim: Claim
    old_ids: list[str]
    badge: Badge
    credibility: str
    rows: list[RowView]
    total: int
    address: str
    history: str
    about: list[Link]


def badge(site: Site, assessment: Assessment) -> Badge:
    """A status in words."""
    label = words.STATUSES[assessment.status]
    return Badge(label, words.status(assessment), assessment.status, words.remarks(site.corpus, assessment))


def view(site: Site, claim: Claim) -> ClaimView:
    """A claim with its statements; above eight only each voice's last position."""
    rows = site.corpus.rows[claim.reference]
    shown = rows if len(rows) <= SHORT else positions(site, claim)
    judged = claim.credibility
    return ClaimView(
        claim=claim,
        old_ids=site.corpus.old_ids_of(claim),
        badge=badge(site, site.corpus.assess(claim)),
        credibility=f"{judged.grade}, {words.CREDIBILITY[judged.grade]}" if judged else "",
        rows=[row(site, claim, said) for said in shown],
        total=len(rows),
        address=links.claim(claim.reference),
        history=links.history(claim.reference) if site.corpus.has_history(claim) else "",
        about=[site.link(id_, short=True) for id_ in claim.about],
    )


def positions(site: Site, claim: Claim) -> list[Row]:
    """The last position of each voice, oldest first."""
    return sorted(site.corpus.assess(claim).positions.values(), key=lambda row: row.order)


def row(site: Site, claim: Claim, said: Row, citations: Citations | None = None) -> RowView:
    """A statement on a claim as a row; with `citations`, its sources are numbered."""
    statement = said.statement
    return RowView(
        row=said,
        date=said.entry.date_of(statement).words(),
        who=site.link(said.by, short=True),
        speaker=speaker(site, statement),
        stance=words.STANCES[said.stance],
        value=figure(statement, claim),
        address=links.statement(said.entry.id, said.number),
        said_at=site.link(said.entry.id),
        after=site.corpus.name(said.origin) if said.origin not in (said.voice, "unnamed") else "",
        numbers=tuple((id_, citations.number(id_)) for id_ in statement.source) if citations else (),
    )


def figure(said: Statement, claim: Claim) -> str:
    """The value of a statement with its unit; empty where it gives none."""
    return f"{said.value.words()} {claim.unit}" if said.value else ""


def speaker(site: Site, said: Words) -> Link | None:
    """Whose mouth it was."""
    if said.unnamed:
        return Link(said.unnamed)
    if said.speaker:
        return site.link(said.speaker) if is_id(said.speaker) else Link(said.speaker)
    return None


def quote(site: Site, said: Words) -> Quote | None:
    """The words of a statement, if it gives any."""
    if not said.quote:
        return None
    tag = sources.quote_language(site, said)
    return Quote(
        said.quote,
        tag,
        words.language(tag),
        said.translation or "",
        sources.translator(site, said) if said.translation else "",
    )


def changes(site: Site, claim: Claim) -> list[tuple[datetime.date, Badge]]:
    """The days on which the status changed, each with what it then was."""
    return [(day, badge(site, assessment)) for day, assessment in site.corpus.history(claim)]
