"""Examples of explanations as whole collections: a sound one, in which a few keys are replaced."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.faults import Example

SOUND = Path(__file__).parent / "explanations"
# What an example begins from whose file is not in the sound collection, by the folder of its kind.
_REVISIONS = "revisions:\n  - {date: 2024-05-20, kind: added, what: First version}\n"
_NAMED = f"name: Sample\ndescription: Made up.\n{_REVISIONS}"
NEW = {
    "developments": f"title: A day in May\ndate: 2024-05-16\nsummary: In short.\n{_REVISIONS}",
    "actors": f"kind: organization\n{_NAMED}",
    "places": _NAMED,
    "themes": _NAMED,
    "publishers": f"kind: newspaper\nreliability: {{grade: F, reason: Made up}}\n{_NAMED}",
}
_KEY = re.compile(r"^[a-z]\S*:", re.MULTILINE)


def write(root: Path, examples: Iterable[Example]) -> Path:
    """The sound collection with the examples in it, below `root/entries`; gives `root`."""
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    for example in examples:
        file = root / "entries" / example.path
        sound = file.read_text(encoding="utf-8") if file.exists() else NEW.get(example.path.split("/")[0], "")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(merged(example.text, sound).encode(example.encoding))
    return root


def merged(piece: str, sound: str) -> str:
    """The sound text with the keys of the piece in place of its own; a piece that begins with no key is all there is.

    Both are cut as text, so that what is no YAML stays so.
    """
    if not _KEY.match(piece):
        return piece
    replaced = _keys(piece)
    return piece + "".join(text for key, text in _keys(sound).items() if key not in replaced)


def _keys(text: str) -> dict[str, str]:
    """By each key that begins a line: that line and those which follow, up to the next one."""
    starts = [match.start() for match in _KEY.finditer(text)]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return {part.partition(":")[0]: part for part in parts}
