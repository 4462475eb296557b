"""The site as one file: a zip whose bytes depend on what the site holds, and on nothing of the machine."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

_MODE = 0o100644 << 16
_UNIX = 3


def pack(site: Path, target: Path, day: datetime.date) -> None:
    """Put all files of a site below a folder of its own into a zip, in order, each as if it were made on `day`.

    Until it is whole, the file has another name.
    """
    unfinished = target.with_name(f".{target.name}")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for path in sorted(found.relative_to(site).as_posix() for found in site.rglob("*") if found.is_file()):
            archive.writestr(_member(f"{target.stem}/{path}", day), (site / path).read_bytes(), compresslevel=9)
    unfinished.replace(target)


def _member(name: str, day: datetime.date) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = _UNIX
    member.external_attr = _MODE
    return member
