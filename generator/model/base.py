"""The kinds of values that fields of entries have, and what all models share.

All scalars arrive as strings. A field that takes one value or a list gives a tuple.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.dates import Date, DateError, parse_date

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
RESERVED_FILE_NAMES = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
ID_LENGTH = 80

T = TypeVar("T")


class Model(BaseModel):
    """A part of an entry: frozen, every key known, keys written with hyphens."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        populate_by_name=False,
    )


def is_id(text: str) -> bool:
    """Whether a text is an id: lower-case ASCII words and digits joined by single hyphens, at most 80 characters."""
    return len(text) <= ID_LENGTH and bool(_ID.fullmatch(text))


def _id(text: str) -> str:
    if not is_id(text):
        raise PydanticCustomError(
            "bad-id", "`{text}` is not an id: lower-case letters, digits and single hyphens", {"text": text}
        )
    return text


def _old_id(text: str) -> str:
    if text in RESERVED_FILE_NAMES:
        raise PydanticCustomError("reserved-id", "`{text}` is a reserved name", {"text": text})
    return text


def _claim_reference(text: str) -> str:
    entry, mark, claim = text.rpartition("#")
    if not is_id(claim) or (mark and not is_id(entry)):
        raise PydanticCustomError("bad-id", "`{text}` is not a claim: write `claim` or `entry#claim`", {"text": text})
    return text


def scalar(value: Any) -> str:
    """A value that is a text, before it is read as something else. Raises pydantic's error for any other."""
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return value


def _date(value: Any) -> Date:
    try:
        return parse_date(scalar(value))
    except DateError as error:
        raise PydanticCustomError("bad-date", "{reason}", {"reason": str(error)}) from None


def _day(date: Date) -> Date:
    if date.kind != "point" or not date.is_one_day:
        raise PydanticCustomError("bad-date", "`{text}` is not a single day, such as 2024-10-18", {"text": date.text})
    return date


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\"\\^`{|}]", text):
        raise PydanticCustomError(
            "bad-url", "`{text}` is not a web address: it begins with http:// or https://", {"text": text}
        )
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise PydanticCustomError(
            "bad-language", "`{text}` is not a language tag such as ko, en or zh-Hant", {"text": text}
        )
    return text


def _some(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _decimal(value: Any) -> float:
    text = scalar(value)
    if not re.fullmatch(r"-?\d{1,3}(\.\d+)?", text):
        raise PydanticCustomError("bad-number", "`{text}` is not a decimal number such as 37.96", {"text": text})
    return float(text)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_nfc)]
Id = Annotated[str, AfterValidator(_id)]
OldId = Annotated[Id, AfterValidator(_old_id)]
ClaimReference = Annotated[str, AfterValidator(_claim_reference)]
EventDate = Annotated[Date, BeforeValidator(_date)]
Day = Annotated[Date, BeforeValidator(_date), AfterValidator(_day)]
Url = Annotated[str, AfterValidator(_url)]
Language = Annotated[str, AfterValidator(_language)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Decimal = Annotated[float, BeforeValidator(_decimal)]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_some)]
Stance = Literal["asserts", "denies", "doubts", "ambiguous", "silent"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
