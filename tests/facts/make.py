"""What the research knows of each source, for tests of whether the entries keep it.

`python -m tests.facts.make RESEARCH_FILE` rewrites `sources.json` beside this file. The table comes from the research
file alone and never from entries, so that a slip in an entry cannot find its way into it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, TypedDict

TABLE = Path(__file__).parent / "sources.json"


class Facts(TypedDict):
    """A source: `title` is null where no headline was seen, `published` (EDTF) where no day is known.

    A `status` of `not re-found` and a `tier` of `out` keep it out of the entries; of the tier `core`, every source is
    used or has a reason why not. `items` are the items of the research that rest on it.
    """

    title: str | None
    published: str | None
    language: str
    status: str
    tier: str
    items: list[str]


def facts(research: Any) -> dict[str, Facts]:
    """The facts on every source of the research, by its address."""
    items: dict[str, set[str]] = {}
    for item in research["entries"]:
        for name in item["src"]:
            items.setdefault(name, set()).add(item["id"])
    return {source["url"]: _facts(source, sorted(items.get(name, ()))) for name, source in research["sources"].items()}


def table(known: dict[str, Facts]) -> str:
    """The facts as JSON, a line for each source, in the order of addresses."""
    rows = (json.dumps({url: known[url]}, ensure_ascii=False)[1:-1] for url in sorted(known))
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _facts(source: Any, items: list[str]) -> Facts:
    return {
        "title": source["title"] or None,
        "published": source["published"] or None,
        "language": source["lang"],
        "status": source["status"],
        "tier": source["tier"],
        "items": items,
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.facts.make RESEARCH_FILE")
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TABLE.write_text(table(facts(given)), encoding="utf-8")
