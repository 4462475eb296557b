"""A page of claims as it reads on an earlier day: what its attributes tell, picked the way the script does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Corpus, Status
from generator.model import Claim
from generator.views.stands import position
from tests.html_page import Element, HtmlPage

_SHORT = "%d %b %Y"


@dataclass(frozen=True)
class Told:
    """What is told of a claim on a day: its status, or of figures what is told of them, and each voice's position."""

    status: str
    positions: frozenset[tuple[str, str]]


def told_by_corpus(corpus: Corpus, claim: Claim, day: datetime.date) -> Told | None:
    """What the corpus makes of a claim on a day, or None where nobody had spoken."""
    assessment = corpus.assess(claim, day)
    if assessment.status is Status.NO_STATEMENT:
        return None
    positions = {(corpus.name(voice), position(row, claim)) for voice, row in assessment.positions.items()}
    return Told(assessment.status, frozenset(positions))


class LedgerRow:
    """A row of a ledger: the address of its claim, and the status under whose heading it stands."""

    def __init__(self, page: HtmlPage, row: Element) -> None:
        self._page = page
        self._row = row
        self.status = next(e.attributes["data-status"] for e in row.ancestors() if "data-status" in e.attributes)
        links = [e for e in page.of("a") if row in e.ancestors()]
        self.claim = links[0].attributes["href"]

    def told(self, day: datetime.date) -> Told | None:
        """What the row tells of the day."""
        stands = list(self._stands())
        first = min((days[0][0] for _, days, _ in stands), default="")
        item = _at(_items(self._row.attributes.get("data-s") or first), day)
        if not item or not first:
            return None
        status = item[1] if len(item) > 1 else self.status
        positions = ((name, _at(days, day), now) for name, days, now in stands)
        found = frozenset((name, at[1] if len(at) > 1 else now) for name, at, now in positions if at)
        return Told(Status.FIGURES if " " in status else status, found)

    def _stands(self) -> Iterator[tuple[str, list[list[str]], str]]:
        for item in (e for e in self._page.of("li") if self._row in e.ancestors()):
            word, link = (next(e for e in self._page.of(tag) if e.parent is item) for tag in ("b", "a"))
            date = "".join(text for element, text in self._page.pieces if element is item).strip()
            days = item.attributes.get("data-d") or datetime.datetime.strptime(date, _SHORT).date().isoformat()
            yield self._page.text(link), _items(days), self._page.text(word)


def _items(text: str) -> list[list[str]]:
    return [item.split("|") for item in text.split(";")]


def _at(items: list[list[str]], day: datetime.date) -> list[str] | None:
    return next((item for item in reversed(items) if item[0] <= day.isoformat()), None)


def rows(page: HtmlPage) -> list[LedgerRow]:
    """The rows of a ledger."""
    return [LedgerRow(page, e) for e in page.of("tr") if e.parent and e.parent.tag == "tbody"]
