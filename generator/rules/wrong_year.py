"""A development lies in the folder of the year in which it began."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Finding


def check(corpus: Corpus) -> Iterator[Finding]:
    """Files in the folder of another year."""
    for entry in corpus.developments.values():
        year = str(entry.date.anchor.year).zfill(4)
        if entry.path.split("/")[2] != year:
            help_ = f"move the file to `entries/developments/{year}/`"
            yield Finding(
                "wrong-year", f"the file lies outside the folder of its year, {year}", entry.path, ("date",), help_
            )
