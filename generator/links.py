"""Every address of the site, and the way from one page to another. Addresses are permanent."""

from __future__ import annotations

import re

# Ids of sections that pages use; a claim or a source may not take one, since it would share its anchor.
SECTIONS = frozenset(
    [
        *("summary", "facts", "text", "assessment", "claims", "statements", "quotations", "relations", "sources"),
        *("revisions", "citation", "history", "said", "backlinks", "top", "names", "chronology", "mentions"),
        *("members", "coming", "position", "voices", "unanswered", "matrix", "claim-citations", "previews", "preview"),
    ]
)
_NUMBERED = re.compile(r"(statement|quotation|relations)-\d+|\d{4}(-\d\d)?")

HOME = "index.html"
CHRONOLOGY = "chronology/index.html"
COMING = f"{CHRONOLOGY}#coming"
MAP = "map/index.html"
LEDGER = "claims/index.html"
DISAGREEMENTS = "claims/disagreements.html"
GAPS = "claims/gaps.html"
COMPARED = "claims/who-says-what.html"
CHANGES = "changes/index.html"
FIELDS = "contribute/fields.html"
FAULTS = "faults/index.html"
INDEXES = {
    "developments": CHRONOLOGY,
    "actors": "actors/index.html",
    "places": "places/index.html",
    "themes": "themes/index.html",
    "publishers": "publishers/index.html",
}


def is_taken(anchor: str) -> bool:
    """Whether a page may use this anchor for a section or a statement of its own."""
    return anchor in SECTIONS or bool(_NUMBERED.fullmatch(anchor))


def entry(kind: str, id_: str) -> str:
    """The page of an entry; `kind` is its folder."""
    return f"{kind}/{id_}.html"


def development(id_: str) -> str:
    """The page of a development."""
    return entry("developments", id_)


def claim(reference: str) -> str:
    """The permalink of a claim, `entry#claim`, on the page of its development."""
    home, _, id_ = reference.partition("#")
    return f"{development(home)}#{id_}"


def history(reference: str) -> str:
    """The page that tells the history of a claim."""
    home, _, id_ = reference.partition("#")
    return f"claims/{home}.{id_}.html"


def matrix(address: str) -> str:
    """The page of who says what on the claims of an entry, beside the entry's own."""
    return f"{address.removesuffix('.html')}.matrix.html"


def statement(entry_id: str, number: int) -> str:
    """A statement, counted from 0, on the page of the development at which it was made."""
    return f"{development(entry_id)}#{statement_anchor(number)}"


def statement_anchor(number: int) -> str:
    """The anchor of a statement, counted from 0, on its page."""
    return f"statement-{number + 1}"


def chronology(year: int | str, part: str = "") -> str:
    """The chronology of a year, or of a part of one that is too long for a page (`2024-10`)."""
    return f"chronology/{part or year}.html"


def by_status(status: str) -> str:
    """The developments with a claim of a status."""
    return f"chronology/{status}.html"


def fault(code: str) -> str:
    """The page that explains a fault of entries."""
    return f"faults/{code}.html"


def relative(origin: str, target: str) -> str:
    """The link from the page at `origin` to the address `target`, both counted from the root; to the web, as it is."""
    if "://" in target:
        return target
    path, mark, anchor = target.partition("#")
    if path == origin:
        return mark + anchor if anchor else path.rsplit("/", 1)[-1]
    here, there = origin.split("/")[:-1], path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + mark + anchor
