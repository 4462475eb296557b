"""The pages of a built site by kind, as their addresses tell it: a new kind of page is met without being named here."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


def pages(site: Path) -> list[str]:
    """The pages at which a reader stays; those at old addresses lead on at once."""
    stays = (path for path in site.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes())
    return sorted(path.relative_to(site).as_posix() for path in stays)


def kind(page: str) -> str:
    """`actors` for the page of an actor; a page of which there is but one is a kind of its own."""
    path = PurePosixPath(page)
    if path.stem.endswith(".matrix"):
        return "matrix"
    if "." in path.stem:
        return "history"
    if path.parent.name == "chronology" and path.stem != "index":
        return "year" if path.stem[0].isdigit() else "status"
    is_one_of_many = path.parent.name in ("developments", "actors", "places", "themes", "publishers", "faults")
    return path.parent.name if is_one_of_many and path.stem != "index" else page


def largest(site: Path) -> dict[str, str]:
    """The largest page of each kind."""
    by_size = sorted(pages(site), key=lambda page: ((site / page).stat().st_size, page))
    return {kind(page): page for page in by_size}


# What an axe, a stopwatch or a camera is put to: the kinds of page that readers come for.
MAIN = {
    "home": "index.html",
    "chronology": "chronology/index.html",
    "development": "developments",
    "actor": "actors",
    "map": "map/index.html",
    "ledger": "claims/index.html",
    "history": "history",
    "matrix": "matrix",
}


def main(site: Path) -> dict[str, str]:
    """The largest page of each of these kinds."""
    found = largest(site)
    return {name: found[kind] for name, kind in MAIN.items()}
