"""The chronology at a glance: a strip of how much happened when, and a lane for each theme."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from generator import links, listing
from generator.charts import density, downward, lanes, marks
from generator.charts.density import Stretch
from generator.charts.lanes import Lane
from generator.charts.marks import Mark
from generator.model import Development, Theme
from generator.site import Site
from generator.views import events

_TONES = 8
# So many key events are named in the lanes: more are for reading, and for that there is the list.
_NAMED = 6
_OTHER = Lane("", "On no theme", links.CHRONOLOGY)

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How much happened in each month, and how much is due in it."""

    happened: Counter[Month]
    due: Counter[Month]

    def months(self, path: str) -> list[Stretch]:
        """The months with anything in them, with where they lead from the page at `path`."""
        found = sorted(self.happened | self.due)
        return [Stretch(*month, self.happened[month], self.address(month, path), self.due[month]) for month in found]

    def years(self) -> list[Stretch]:
        """The years with anything in them."""
        found = sorted({year for year, _ in self.happened | self.due})
        return [Stretch(year, 0, self.of(year), self._year(year), _of(self.due, year)) for year in found]

    def of(self, year: int) -> int:
        """How much happened in a year."""
        return _of(self.happened, year)

    def address(self, month: Month, path: str) -> str:
        """Where a month stands: on the page of the whole chronology from there, else on that of its year or its own."""
        key = f"{month[0]}-{month[1]:02}"
        if not self.happened[month]:
            return links.COMING
        if path == links.CHRONOLOGY and self.happened.total() <= listing.LIMIT:
            return f"{path}#{key}"
        return links.chronology(key if self.of(month[0]) > listing.LIMIT else month[0]) + f"#{key}"

    def _year(self, year: int) -> str:
        return links.chronology(year) if self.of(year) else links.COMING


def _of(counts: Counter[Month], year: int) -> int:
    return sum(count for (other, _), count in counts.items() if other == year)


@lru_cache(maxsize=1)  # every page of a build asks for it
def calendar(site: Site) -> Calendar:
    """The months of everything that readers see."""
    found = Calendar(Counter(), Counter())
    for entry in site.corpus.shown.values():
        day = entry.date.anchor
        (found.due if events.is_ahead(site, entry) else found.happened)[day.year, day.month] += 1
    return found


def strip(site: Site, path: str) -> Markup:
    """How much happened, and is due, in each month; nothing where there is nothing."""
    found = calendar(site)
    return density.strip(found.months(path), found.years(), path) if found.happened or found.due else Markup()


def themes(site: Site, path: str) -> Markup:
    """The lanes, and the same downwards for a phone; nothing where there is nothing."""
    held = [*_lanes(site), _OTHER]
    named = _named(site)
    found = [mark for entry in site.corpus.shown.values() for mark in _marks(site, entry, named)]
    if not found:
        return Markup()
    months = {
        datetime.date(month.year, month.month, 1): month.address for month in calendar(site).months(path) if month.count
    }
    day = site.corpus.day
    return lanes.draw(found, held, day, path) + downward.draw(found, held, day, months, path)


def _lanes(site: Site) -> Iterator[Lane]:
    """Themes by name, each followed by those below it, which share its colour."""
    every = site.corpus.themes
    ordered = sorted(
        every.values(), key=lambda theme: (_top(site, theme).name.casefold(), theme is not _top(site, theme))
    )
    tones = {id_: number % _TONES + 1 for number, id_ in enumerate(id_ for id_ in every if not every[id_].broader)}
    for theme in ordered:
        yield Lane(theme.id, theme.short_name, site.address(theme), tones.get(_top(site, theme).id, 0))


def _top(site: Site, theme: Theme) -> Theme:
    above = site.corpus.themes.get(theme.broader or "")
    return _top(site, above) if above else theme


def _marks(site: Site, entry: Development, named: set[str]) -> Iterator[Mark]:
    """A mark in the lane of each theme; a name only in the first."""
    title = " – ".join(filter(None, [entry.title, events.note(site, entry)]))
    for number, theme in enumerate(entry.themes or [""]):
        name = title if entry.id in named and number == 0 else ""
        yield replace(marks.of(entry, site.address(entry), theme, name), title=title)


def _named(site: Site) -> set[str]:
    """The key events: of each theme that to which most others refer, and of these those with most."""
    best: dict[str, Development] = {}
    for entry in site.corpus.shown.values():
        theme = next(iter(entry.themes), "")
        if theme not in best or _weight(site, entry) > _weight(site, best[theme]):
            best[theme] = entry
    heaviest = sorted(best.values(), key=lambda entry: (-_weight(site, entry), entry.id))
    return {entry.id for entry in heaviest[:_NAMED] if _weight(site, entry)}


def _weight(site: Site, entry: Development) -> int:
    """How many statements and entries refer to a development or a claim of it."""
    said = sum(len(site.corpus.rows[claim.reference]) for claim in entry.claims.values())
    return said + len(site.corpus.mentions.get(entry.id, ()))
