"""How much happened when: a bar for each month that leads to it, over buttons for the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.charts import svg
from generator.dates import calendar_month
from generator.render import Pattern

_HEIGHT = 72.0
# Above the highest bar stands its number.
_HEADROOM = 14.0
# Beyond so many years a bar is a year, so that the strip does not grow without end.
_YEARS_BY_MONTH = 12

_STRIP = Pattern('<div class="chart density">{}<ol{}>{}</ol></div>')
_SVG = Pattern('<svg width="100%" height="{0}" aria-hidden="true">{1}<line x2="100%" y1="{0}" y2="{0}"/></svg>')
_BAR = Pattern('<a href="{}" tabindex="-1"><title>{}</title>{}</a>')
_RECT = Pattern('<rect{} x="{}%" y="{}" width="{}%" height="{}"/>')
_TARGET = Pattern('<rect class="target" x="{}%" width="{}%" height="100%"/>')
_PEAK = Pattern('<text class="middle" x="{}%" y="{}">{}</text>')
_YEAR = Pattern('<li><a href="{}">{} <span class="count">{}</span></a></li>')
_EMPTY_YEAR = Pattern("<li><span>{}</span></li>")
_HOLLOW = Markup(' class="hollow"')
_MANY = Markup(' class="many"')


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month (or, with `month` 0, a year), the number of developments in it, and where it leads."""

    year: int
    month: int
    count: int
    address: str
    scheduled: int = 0

    @property
    def total(self) -> int:
        """All that happened or was due."""
        return self.count + self.scheduled

    @property
    def words(self) -> str:
        """What a pointer shows."""
        name = f"{calendar_month(self.month)} {self.year}".strip()
        return f"{name}: {self.count}" + (f" and {self.scheduled} scheduled" if self.scheduled else "")


def strip(months: Sequence[Stretch], years: Sequence[Stretch], path: str) -> Markup:
    """The strip over whole years, from the first to the last; a stretch without developments may be left out."""
    first, last = years[0].year, years[-1].year
    is_long = last - first >= _YEARS_BY_MONTH
    bars = Markup().join(_bars(years if is_long else months, first, last, path))
    buttons = Markup().join(_buttons(years, path))
    return _STRIP.format(_SVG.format(svg.number(_HEIGHT), bars), _MANY if is_long else Markup(), buttons)


def _bars(bars: Sequence[Stretch], first: int, last: int, path: str) -> Iterator[Markup]:
    each = 100 / (last - first + 1) / (12 if bars[0].month else 1)
    unit = (_HEIGHT - _HEADROOM) / max(bar.total for bar in bars)
    peak = max(bars, key=lambda bar: bar.total)
    for bar in bars:
        left = (bar.year - first) * 100 / (last - first + 1) + max(0, bar.month - 1) * each
        yield _BAR.format(links.relative(path, bar.address), bar.words, Markup().join(_bar(bar, left, each, unit)))
        if bar is peak:
            yield _PEAK.format(svg.number(left + each / 2), svg.number(_HEADROOM - 4), bar.total)


def _bar(bar: Stretch, left: float, each: float, unit: float) -> Iterator[Markup]:
    """The column in which a pointer finds it, what happened, and on top what was only due."""
    x, inner, width = svg.number(left), svg.number(left + each * 0.12), svg.number(each * 0.76)
    yield _TARGET.format(x, svg.number(each))
    top = _HEIGHT - bar.count * unit
    if bar.count:
        yield _RECT.format(Markup(), inner, svg.number(top), width, svg.number(bar.count * unit))
    if bar.scheduled:
        height = bar.scheduled * unit
        yield _RECT.format(_HOLLOW, inner, svg.number(top - height), width, svg.number(height))


def _buttons(years: Sequence[Stretch], path: str) -> Iterator[Markup]:
    known = {year.year: year for year in years}
    for number in range(years[0].year, years[-1].year + 1):
        year = known.get(number)
        yield (
            _YEAR.format(links.relative(path, year.address), number, year.total) if year else _EMPTY_YEAR.format(number)
        )
