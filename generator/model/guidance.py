"""What is told of a value beyond its type: to editors by way of the schemas, to readers by the tables of fields.

It stands in the type of a field and takes no part in validation.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text that the model reads by a function, as far as a regular expression can say it.

    `words` finish the sentence “it takes …”.
    """

    pattern: str
    words: str
    most: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """What each value of a choice means."""

    of: dict[str, str]


@dataclass(frozen=True, slots=True)
class Takes:
    """What an id, or a text that may be one, names: folders of entries, `sources` or `claims`."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrOne:
    """Marks a list of which one item may stand alone."""
