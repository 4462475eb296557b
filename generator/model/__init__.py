"""What entries hold: every field stated once, typed and frozen."""

from generator.model.base import ID_LENGTH, RESERVED_FILE_NAMES, is_id
from generator.model.development import Claim, Development, Quotation, Relation, Statement, Words
from generator.model.figure import Figure
from generator.model.named import Actor, Entity, Entry, Grade, Place, Publisher, Revision, Theme
from generator.model.salvage import Where, as_written, salvage
from generator.model.source import Source
from generator.model.validate import validate

KINDS: dict[str, type[Entry]] = {
    "developments": Development,
    "actors": Actor,
    "places": Place,
    "themes": Theme,
    "publishers": Publisher,
}

__all__ = [
    "ID_LENGTH",
    "KINDS",
    "RESERVED_FILE_NAMES",
    "Actor",
    "Claim",
    "Development",
    "Entity",
    "Entry",
    "Figure",
    "Grade",
    "Place",
    "Publisher",
    "Quotation",
    "Relation",
    "Revision",
    "Source",
    "Statement",
    "Theme",
    "Where",
    "Words",
    "as_written",
    "is_id",
    "salvage",
    "validate",
]
