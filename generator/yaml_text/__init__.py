"""Strict YAML: one mapping of strings, lists and mappings, with the place of every value.

Anchors, aliases, tags, duplicate keys, several documents and control characters are refused; every scalar stays the
string that was written.
"""

from generator.yaml_text.document import Document, Fault, Path, Slot
from generator.yaml_text.parse import parse
from generator.yaml_text.plain import plain_data
from generator.yaml_text.scalar import is_plain, one_line, quoted

__all__ = ["Document", "Fault", "Path", "Slot", "is_plain", "one_line", "parse", "plain_data", "quoted"]
