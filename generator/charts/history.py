"""The history of a claim as a strip: what each voice said on which day, under the status that followed from it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator import links
from generator.charts import lettering, svg, timescale
from generator.dates import calendar_month
from generator.dates import day as calendar_day
from generator.render import Pattern

# The width of the strip on the narrowest phone, in CSS pixels.
_NARROWEST = 288.0
_ROW = 22.0
_STEP = 14.0
_SIZE = 11.0
_SCALE = "One column for each day on which something was said; the distances say nothing of the time between them."

_FIGURE = Pattern('<figure class="chart history" aria-hidden="true">{}<figcaption>{}</figcaption></figure>')
_LANE = Pattern('<div class="lane"><p class="lane-name">{}</p><svg width="100%" height="{}">{}</svg></div>')
_BAND = Pattern('<g class="status-{}"><title>{}</title><rect x="{}%" width="{}%" height="100%"/>{}</g>')
_LINE = Pattern('<line x1="{}%" x2="{}%" y1="{}" y2="{}"/>')
_SAID = Pattern('<a class="stance-{}" href="{}" tabindex="-1"><title>{}</title>{}</a>')
_TEXT = Pattern('<text class="{}" x="{}%" y="{}">{}</text>')
_KEY = Pattern('<span class="shape-key"><span class="stance-{}">{}</span> {}</span> ')


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: whose voice it is, the code, sign and word of its stance, and where it stands."""

    day: datetime.date
    voice: str
    stance: str
    sign: str
    word: str
    address: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The status from a day on: its code, its sign, and its words."""

    day: datetime.date
    status: str
    sign: str
    words: str


def draw(said: Sequence[Said], turns: Sequence[Turn], path: str) -> Markup:
    """The strip of a claim; its statements and turns stand near it as lists, and are in order."""
    days = sorted({statement.day for statement in said})
    places = {day: 100 * number / (len(days) + 1) for number, day in enumerate(days)}
    rows = [_LANE.format("Status", svg.number(_ROW), Markup().join(_bands(turns, places)))]
    rows += [_voice(voice, said, places, path) for voice in dict.fromkeys(statement.voice for statement in said)]
    rows.append(_LANE.format("", svg.number(_ROW), Markup().join(_dates(places))))
    stances = dict.fromkeys((statement.stance, statement.sign, statement.word) for statement in said)
    key = Markup().join(_KEY.format(*stance) for stance in stances)
    return _FIGURE.format(Markup().join(rows), Pattern("{}{}").format(key, _SCALE))


def _bands(turns: Sequence[Turn], places: Mapping[datetime.date, float]) -> Iterator[Markup]:
    """A band for each status, from the day on which it began to the next."""
    edges = [*(places[turn.day] for turn in turns), 100.0]
    for turn, (start, end) in zip(turns, pairwise(edges), strict=True):
        title = f"From {calendar_day(turn.day)}: {turn.words}"
        words = Markup().join(_band_words(turn, (start + end) / 2, (end - start) / 100))
        yield _BAND.format(turn.status, title, svg.number(start), svg.number(end - start), words)


def _band_words(turn: Turn, middle: float, share: float) -> Iterator[Markup]:
    """Sign and words where both fit; where that needs a desk's width, styles leave the sign alone on a phone."""
    words = f"{turn.sign} {turn.words}"
    needed = lettering.width(words, _SIZE) + 8
    x, y = svg.number(middle), svg.number(_ROW / 2 + 4)
    if needed <= share * _NARROWEST:
        yield _TEXT.format("middle", x, y, words)
    elif needed <= share * timescale.NARROWEST:
        yield _TEXT.format("middle on-desk", x, y, words)
        yield _TEXT.format("middle on-phone", x, y, turn.sign)
    else:
        yield _TEXT.format("middle", x, y, turn.sign)


def _voice(voice: str, said: Sequence[Said], places: Mapping[datetime.date, float], path: str) -> Markup:
    """What one voice said: stances of one day stand below one another, each once, in their order."""
    days: dict[datetime.date, dict[str, Said]] = {}
    for statement in said:
        if statement.voice == voice:
            days.setdefault(statement.day, {}).setdefault(statement.stance, statement)
    half = 50 / (len(places) + 1)
    first = svg.number(places[next(iter(days))] + half)
    signs = [_LINE.format(first, 100, svg.number(_ROW / 2), svg.number(_ROW / 2))]
    for day, stances in days.items():
        signs += [_sign(one, places[day] + half, _ROW / 2 + n * _STEP, path) for n, one in enumerate(stances.values())]
    height = _ROW + _STEP * (max(map(len, days.values())) - 1)
    return _LANE.format(voice, svg.number(height), Markup().join(signs))


def _sign(statement: Said, x: float, y: float, path: str) -> Markup:
    title = f"{calendar_day(statement.day)}: {statement.voice} {statement.word}"
    text = _TEXT.format("sign", svg.number(x), svg.number(y + 5), statement.sign)
    return _SAID.format(statement.stance, links.relative(path, statement.address), title, text)


def _dates(places: Mapping[datetime.date, float]) -> Iterator[Markup]:
    """The month wherever another one begins and its name has room."""
    free, last = 0.0, ""
    for day, x in places.items():
        words = f"{calendar_month(day.month)[:3]} {day.year}"
        width = lettering.width(words, _SIZE) * 100 / _NARROWEST
        if words != last and free <= x <= 100 - width:
            yield _TEXT.format("start", svg.number(x), 14, words)
            free, last = x + width + 2, words
