"""Evidence gaps: claims that rest on little, parties that were never heard, outcomes and sources not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.corpus import Status
from generator.corpus.voices import UNNAMED
from generator.model import Claim
from generator.output import Page
from generator.site import Link, Site
from generator.views import events, groups
from generator.views.groups import Groups

_LEAD = (
    "What the collection lacks: second origins, names, originals, answers and outcomes. Whoever finds one can add it."
)
_DUE = 40
_PUBLISHERS = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of gap with the claims in which it gapes."""

    id: str
    title: str
    meaning: str
    groups: Groups


@dataclass(frozen=True, slots=True)
class Unseen:
    """How many texts of a publisher are cited without their headline, and without their day."""

    publisher: Link
    headlines: int
    days: int


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    due, unseen = _due(site), _unseen(site)
    yield site.page(
        "gaps.html",
        links.GAPS,
        "Evidence gaps",
        "claims",
        description=_LEAD,
        lead=_LEAD,
        kinds=list(_kinds(site)),
        due=due[-_DUE:],
        due_left=max(0, len(due) - _DUE),
        unseen=unseen[:_PUBLISHERS],
        unseen_left=unseen[_PUBLISHERS:],
        headlines=sum(item.headlines for item in unseen),
        days=sum(item.days for item in unseen),
        ledger=links.LEDGER,
    )


def _kinds(site: Site) -> Iterator[Kind]:
    for id_, title, meaning, find in (
        ("single-origin", "One origin", "Asserted from one origin alone, by which they are grouped.", _single),
        (
            "unnamed",
            "Unnamed sources alone",
            "Asserted by nobody but sources without a name; by whoever tells of them.",
            _unnamed,
        ),
        (
            "copies",
            "Copies alone",
            "Every text that asserts them repeats another that was not read; by whom it repeats.",
            _copies,
        ),
        ("unheard", "Parties never heard", "Claims about somebody of whom no word on them is recorded.", _unheard),
    ):
        found = list(site.corpus.shown_claims.values())
        yield Kind(id_, title, meaning, groups.gather(site, ((claim, [names]) for claim, names in find(site, found))))


def _single(site: Site, found: list[Claim]) -> Iterator[tuple[Claim, list[str]]]:
    for claim in found:
        if site.corpus.assess(claim).status is Status.SINGLE_ORIGIN:
            yield claim, [_words(origin) for origin in site.corpus.origins(claim)]


def _words(origin: str) -> str:
    return "unnamed sources" if origin == UNNAMED else origin


def _unnamed(site: Site, found: list[Claim]) -> Iterator[tuple[Claim, list[str]]]:
    for claim in found:
        asserting = [row for row in site.corpus.assess(claim).positions.values() if row.stance == "asserts"]
        if asserting and all(row.is_unnamed for row in asserting):
            yield claim, list({row.voice for row in asserting})


def _copies(site: Site, found: list[Claim]) -> Iterator[tuple[Claim, list[str]]]:
    sources, origin = site.corpus.sources, site.corpus.voices.origin
    for claim in found:
        rows = [row for row in site.corpus.rows[claim.reference] if row.stance == "asserts"]
        cited = [id_ for row in rows for id_ in row.statement.source if id_ in sources]
        if cited and all(sources[id_].source.origin for id_ in cited):
            yield claim, list({origin(id_) for id_ in cited})


def _unheard(site: Site, found: list[Claim]) -> Iterator[tuple[Claim, list[str]]]:
    for claim in found:
        heard = {row.voice for row in site.corpus.rows[claim.reference]}
        for party in sorted(site.corpus.parties(claim) - heard):
            yield claim, [party]


def _due(site: Site) -> list[events.Event]:
    """What was scheduled for a day that has passed, and of which nobody tells what became of it."""
    scheduled = [entry for entry in site.corpus.shown.values() if entry.occurrence == "scheduled"]
    passed = [entry for entry in scheduled if not events.is_ahead(site, entry) and not events.outcomes(site, entry)]
    return [events.event(site, entry) for entry in passed]


def _unseen(site: Site) -> list[Unseen]:
    """By publisher, those first of whose texts most is missing."""
    headlines: Counter[str] = Counter()
    days: Counter[str] = Counter()
    for entry in site.corpus.shown.values():
        for source in entry.sources.values():
            headlines[source.publisher] += source.title is None
            days[source.publisher] += source.published is None
    found = sorted(headlines, key=lambda id_: (-headlines[id_] - days[id_], id_))
    return [Unseen(site.link(id_), headlines[id_], days[id_]) for id_ in found if headlines[id_] + days[id_]]
