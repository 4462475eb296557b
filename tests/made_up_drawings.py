"""Made-up marks, months, statements and links, and a drawing of each kind made of them."""

import datetime
from collections.abc import Iterable

from markupsafe import Markup

from generator.charts import arcs, density, downward, history, lanes
from generator.charts.arcs import Arc, Node
from generator.charts.density import Stretch
from generator.charts.history import Said, Turn
from generator.charts.lanes import Lane
from generator.charts.marks import Mark
from generator.model import Development

PATH = "chronology/index.html"
AS_OF = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


def on(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, day)


def mark(day: datetime.date, shape: str = "dot", lane: str = "piers", name: str = "", days: int = 0) -> Mark:
    """A mark of one day, or of so many days more."""
    title = f"Something happened at the pier of Exampleton on {day}"
    return Mark(day, day + days * DAY, shape, title, f"developments/pier-{day}.html", lane, f"{day:%d %B %Y}", name)


def development(date: str, occurrence: str | None = None) -> Development:
    """A made-up development of a date."""
    data = {"title": "Made up", "date": date, "summary": "Made up.", "revisions": [ADDED]}
    return Development.model_validate(data | ({"occurrence": occurrence} if occurrence else {}))


ADDED = {"date": "2026-11-24", "kind": "added", "what": "First version"}
LANES = [Lane("piers", "Piers & bridges", "themes/piers.html", 1), Lane("ferries", "Ferries", "themes/ferries.html", 2)]
SOME = [
    mark(on(2023, 11, 22)),
    mark(on(2024, 4, 1), "bar", days=250, name="The pier is rebuilt"),
    mark(on(2024, 10, 1), "outlined", "ferries", days=30),
    mark(on(2024, 10, 18)),
    mark(on(2024, 10, 18)),
    Mark(on(2024, 12, 1), None, "fading", "Goes on", "developments/on.html", "piers"),
    Mark(None, on(2025, 11, 5), "fading", "Began some time before", "developments/before.html", "ferries"),
    mark(on(2026, 12, 1), "hollow"),
    mark(on(2026, 9, 1), "crossed"),
]
MONTHS = [
    Stretch(2023, 11, 1, "chronology/2023.html#2023-11"),
    Stretch(2024, 10, 53, "chronology/2024.html#2024-10"),
    Stretch(2026, 12, 0, "chronology/2026.html#2026-12", scheduled=2),
]
YEARS = [Stretch(year, 0, count, f"chronology/{year}.html") for year, count in ((2023, 1), (2024, 53), (2026, 2))]
SAID = [
    Said(on(2024, 10, 11), "Arland", "denies", "✕", "denies", "claims/a.b.html#statement-1"),
    Said(on(2024, 10, 11), "Arland", "ambiguous", "≈", "ambiguous", "claims/a.b.html#statement-2"),
    Said(on(2024, 10, 11), "Arland", "denies", "✕", "denies", "claims/a.b.html#statement-3"),
    Said(on(2024, 10, 12), "Borland & Co.", "asserts", "●", "asserts", "claims/a.b.html#statement-4"),
    Said(on(2026, 2, 10), "Arland", "asserts", "●", "asserts", "claims/a.b.html#statement-5"),
]
TURNS = [
    Turn(on(2024, 10, 11), "unsupported", "○", "unsupported"),
    Turn(on(2024, 10, 12), "single-origin", "●", "single origin"),
    Turn(on(2026, 2, 10), "acknowledged", "✓", "acknowledged"),
]


def node(number: int, words: str = "Responds to") -> Node:
    """A made-up development, one a day."""
    day, id_ = on(2024, 1, 1) + number * DAY, f"event-{number}"
    return Node(id_, day, day, f"{day:%d %B %Y}", f"Event <{number}> of the pier", f"developments/{id_}.html", words)


def all_drawings() -> list[Markup]:
    """One of each kind, as they might stand on one page."""
    links = [Arc("event-2", "event-1"), Arc("event-1", "event-3"), Arc("event-2", "event-0", is_mutual=True)]
    months = {on(stretch.year, stretch.month, 1): stretch.address for stretch in MONTHS}
    return [
        density.strip(MONTHS, YEARS, PATH),
        lanes.draw(SOME, LANES, AS_OF, PATH),
        downward.draw(SOME, LANES, AS_OF, months, PATH),
        history.draw(SAID, TURNS, "claims/a.b.html"),
        arcs.draw(node(2, ""), [node(0), node(1), node(3)], links, "developments/event-2.html"),
    ]


def weight(found: Iterable[Markup]) -> int:
    """Bytes of some drawings together."""
    return sum(len(drawing.encode()) for drawing in found)
