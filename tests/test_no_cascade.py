"""One slip of a contributor is one fault, in that file alone: nothing else looks wrong because of it."""

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build

SITE = Path(__file__).parent / "site" / "entries"
FILES = sorted(path.relative_to(SITE) for path in SITE.rglob("*.yaml"))
_VALUE = re.compile(r"(\s*(?:- )?[\w-]+:) (\S.*)$")


def in_value(change: str) -> Callable[[str], str]:
    """The line with its value changed, where it has one after a key; `~` stands for the value."""
    return lambda line: _VALUE.sub(lambda match: match[1] + change.replace("~", match[2]), line)


SLIPS: dict[str, Callable[[str], str]] = {
    "a colon in a text": in_value(" News: ~"),
    "a text in brackets": in_value(" [News] ~"),
    "a text in quotation marks": in_value(' "News" ~'),
    "a sign at the beginning": in_value(" @~"),
    "an open quotation mark": in_value(' "~'),
    "an open single one": in_value(" '~"),
    "an open bracket": in_value(" [~"),
    "an open brace": in_value(" {~"),
    "no blank after the colon": in_value("~"),
    "no colon": lambda line: _VALUE.sub(r"\g<1> \2", line).replace(":", "", 1) if _VALUE.match(line) else line,
    "no hyphen": lambda line: re.sub(r"^(\s+)- (?=\S)", r"\1", line),
    "indented further": lambda line: f" {line}",
    "indented less": lambda line: re.sub(r"^ (?=\s*\S)", "", line),
    "indented by a tab": lambda line: re.sub(r"^ +(?=\S)", "\t", line),
}


def slipped(path: Path, slip: Callable[[str], str], chance: random.Random) -> str:
    """The text of a file in which a line is slipped; it may be the same text."""
    lines = (SITE / path).read_text(encoding="utf-8").split("\n")
    number = chance.randrange(len(lines))
    if not lines[number].lstrip().startswith("#") and lines[number].strip():
        lines[number] = slip(lines[number])
    return "\n".join(lines)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_line_is_one_fault_of_its_file(slip: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(SITE, tmp_path / "entries")).parent
    chance, counts = random.Random(slip), Counter[int]()
    for path in chance.choices(FILES, k=40):
        sound, text = (SITE / path).read_text(encoding="utf-8"), slipped(path, SLIPS[slip], chance)
        (root / "entries" / path).write_text(text, encoding="utf-8")
        faults = build.build(root).diagnostics
        (root / "entries" / path).write_text(sound, encoding="utf-8")
        assert {fault.path for fault in faults} <= {f"entries/{path.as_posix()}"}, faults
        assert len(faults) <= 1, faults
        counts[len(faults)] += text != sound
    assert counts[1] > 2


KEY_ALONE = re.compile(r"^( +[a-z0-9]+)-([a-z0-9-]+):$", re.MULTILINE)


@pytest.mark.parametrize("slip", [r"\1-\2", r"\1_\2:", r"\1'\2:"])
def test_a_slip_in_the_id_of_a_source_or_claim_breaks_none_of_its_links(slip: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(SITE, tmp_path / "entries")).parent
    slips = [(path, match) for path in FILES for match in KEY_ALONE.finditer((SITE / path).read_text(encoding="utf-8"))]
    for path, match in slips[::3]:
        sound = match.string
        (root / "entries" / path).write_text(sound[: match.start()] + match.expand(slip) + sound[match.end() :])
        (fault,) = build.build(root).diagnostics
        (root / "entries" / path).write_text(sound)
        assert (fault.path, fault.span.line) == (f"entries/{path.as_posix()}", sound.count("\n", 0, match.start()) + 1)
    assert len(slips) > 9
