"""What entries hold: every field stated once, typed and frozen."""

from generator.model.base import field_names, is_id
from generator.model.development import Development, Relation
from generator.model.entry import Entry, Grade, Revision
from generator.model.figure import Figure
from generator.model.forms import ID_LENGTH, RESERVED_FILE_NAMES
from generator.model.named import Actor, Entity, Place, Publisher, Theme
from generator.model.salvage import Where, as_written, salvage
from generator.model.source import Source
from generator.model.statement import Claim, Quotation, Statement, Words
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
    "field_names",
    "is_id",
    "salvage",
    "validate",
]
