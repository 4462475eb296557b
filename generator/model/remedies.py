"""What to write instead of a value whose form is wrong, where that can be told."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from generator.dates import DateError, calendar_month, parse_date
from generator.model import forms
from generator.model.figure import FigureError, parse_figure
from generator.model.guidance import Form

_SEPARATOR = re.compile(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))")
_BY_PATTERN = {f"^{form.pattern}$": form.words for form in vars(forms).values() if isinstance(form, Form)}
_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[^\s{}]*)?")
_ADDRESS = re.compile(r"https?://[^\s<>{}()\[\]\"]+")
_WORDS = re.compile(r"[\w ,-]{1,60}")
_MONTHS = "|".join(calendar_month(number)[:3] for number in range(1, 13))
_ABOUT = re.compile(r"^(?:about|around|circa|ca\.?) |\s*~$")
# How others write a day or a month, with the year as `y`, the month as `m` or `name`, and the day as `d`.
_DATES = [
    re.compile(r"(?P<y>\d{4})(?:[-./]|\. )(?P<m>\d{1,2})(?:(?:[-./]|\. )(?P<d>\d{1,2}))?\.?"),
    re.compile(r"(?P<y>\d{4})년 ?(?P<m>\d{1,2})월(?: ?(?P<d>\d{1,2})일)?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    re.compile(rf"(?:(?P<d>\d{{1,2}}) )?(?P<name>{_MONTHS})[a-z]*\.? (?P<y>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<name>{_MONTHS})[a-z]*\.? (?P<d>\d{{1,2}}), (?P<y>\d{{4}})", re.IGNORECASE),
]
_LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "japanese": "ja",
    "korean": "ko",
    "russian": "ru",
    "spanish": "es",
    "ukrainian": "uk",
}


def words_of(pattern: str) -> str:
    """What a text of this form is, in words that finish “it takes …”."""
    return _BY_PATTERN[pattern]


def remedy(code: str, field: str, value: Any) -> str:
    """Help for a fault of this code in a field with this value; empty where nothing can be told."""
    find = _REMEDIES.get(code)
    if find and isinstance(value, str) and (found := find(value)):
        return found.format(field=field)
    return _SHAPES.get((code, type(value)), "")


def _id(value: str) -> str:
    if _ADDRESS.match(value):
        return "declare the address below `sources` of an entry, and write the id that it has there"
    several = re.split(r",\s*", value)
    if len(several) > 1 and all(re.fullmatch(forms.ID.pattern, id_) for id_ in several):
        return f"several ids are a list: `[{value}]`"
    id_ = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[: forms.ID_LENGTH]
    return f"an id is written like `{id_}`" if id_ and value.isascii() else ""


def date_meant(value: str) -> str:
    """The date that somebody means who writes it in another way than entries do; empty where that cannot be told."""
    text = _ABOUT.sub("", value)
    match = next(filter(None, (form.fullmatch(text) for form in _DATES)), None)
    if match is None:
        return ""
    parts = match.groupdict()
    month = int(parts.get("m") or _MONTHS.lower().split("|").index(parts["name"].lower()) + 1)
    date = f"{parts['y']}-{month:02}" + (f"-{int(parts['d']):02}" if parts["d"] else "")
    date += "~" if text != value else ""
    try:
        parse_date(date)
    except DateError:
        return ""
    return date


def _date(value: str) -> str:
    date = date_meant(value)
    return f"write `{date}`" if date else ""


def _language(value: str) -> str:
    language, *others = re.split("[-_]", value)
    parts = [part.title() if len(part) == 4 else part.upper() for part in others]
    tag = _LANGUAGES.get(value.lower(), "-".join([language.lower(), *parts]))
    return f"write `{tag}`" if re.fullmatch(forms.LANGUAGE.pattern, tag) else ""


def _url(value: str) -> str:
    addresses = _ADDRESS.findall(value)
    if _HOST.fullmatch(value):
        return f"write `https://{value}`"
    if len(addresses) > 1:
        return "give one address; another one belongs to a source of its own"
    if addresses and value.startswith(addresses[0]):
        return "write `%20` for a blank in it, as browsers do"
    return f"write `{addresses[0]}`" if addresses else "it begins with http:// or https://"


def _figure(value: str) -> str:
    figure = _SEPARATOR.sub("", value)
    try:
        parse_figure(figure)
    except FigureError:
        return ""
    return f"write `{figure}`"


def _number(value: str) -> str:
    number = value.replace(",", ".").strip("°NEWS ")
    return f"write `{number}`" if re.fullmatch(forms.DECIMAL.pattern, number) else ""


def _list(value: str) -> str:
    if value.startswith("-"):
        value = ", ".join(item.strip() for item in re.split(r"(?:^|\s)-", value) if item)
    return f"write `{{field}}: [{value}]`" if _WORDS.fullmatch(value) else ""


_REMEDIES: dict[str, Callable[[str], str]] = {
    "bad-date": _date,
    "bad-id": _id,
    "bad-language": _language,
    "bad-url": _url,
    "bad-figure": _figure,
    "bad-number": _number,
    "tuple_type": _list,
}
# By the shape that a value has in place of the one that is wanted.
_SHAPES: dict[tuple[str, type], str] = {
    ("string_type", list): "put a text that begins with `[` into quotation marks",
    ("string_type", dict): "put a text that begins with `{` into quotation marks",
    ("literal_error", list): "write one value, without brackets",
    ("tuple_type", dict): "begin each item with a hyphen and a blank",
    ("dict_type", list): "write each below its id, `id:`, indented, without hyphens",
}
