"""A change of one file, as a value: whoever asked for it sees it before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of the file at `path` (relative to the folder that holds `entries/`): its new text.

    None means that the file goes; a file that moves is two edits.
    """

    path: str
    text: str | None
