"""The kinds of values that fields of entries have, and what all models share.

All scalars arrive as strings. A field that takes one value or a list gives a tuple.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.dates import Date, DateError, parse_date
from generator.model import forms
from generator.model.guidance import OrOne, Takes

_ID = re.compile(forms.ID.pattern)
_LANGUAGE = re.compile(forms.LANGUAGE.pattern)
_DECIMAL = re.compile(forms.DECIMAL.pattern)

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


def field_names(kind: type[Model]) -> list[str]:
    """The keys that a model takes, as they are written."""
    return [info.alias or name for name, info in kind.model_fields.items()]


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The parts of an entry that a field of this type holds, alone, in a list or by id."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from models_in(inner)


@cache
def is_id(text: str) -> bool:
    """Whether a text is an id: lower-case ASCII words and digits joined by single hyphens, at most 80 characters."""
    return len(text) <= forms.ID_LENGTH and bool(_ID.fullmatch(text))


def _id(text: str) -> str:
    if not is_id(text):
        raise PydanticCustomError(
            "bad-id", "`{text}` is not an id: lower-case letters, digits and single hyphens", {"text": text}
        )
    return text


def _old_id(text: str) -> str:
    if text in forms.RESERVED_FILE_NAMES:
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
            "bad-url", "`{text}` is not a web address such as https://example.org/page", {"text": text}
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
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decimal(value: Any) -> float:
    text = scalar(value)
    if not _DECIMAL.fullmatch(text):
        raise PydanticCustomError("bad-number", "`{text}` is not a decimal number such as 37.96", {"text": text})
    return float(text)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_nfc)]
Id = Annotated[str, AfterValidator(_id), forms.ID]
OldId = Annotated[Id, AfterValidator(_old_id), forms.OLD_ID]
ActorId = Annotated[Id, Takes(("actors",))]
PlaceId = Annotated[Id, Takes(("places",))]
ThemeId = Annotated[Id, Takes(("themes",))]
DevelopmentId = Annotated[Id, Takes(("developments",))]
SourceId = Annotated[Id, Takes(("sources",))]
VoiceId = Annotated[Id, Takes(("actors", "publishers"))]
OriginId = Annotated[Id, Takes(("actors", "publishers", "sources"))]
ClaimReference = Annotated[str, AfterValidator(_claim_reference), forms.CLAIM, Takes(("claims",))]
EventDate = Annotated[Date, BeforeValidator(_date), forms.DATE]
Day = Annotated[Date, BeforeValidator(_date), AfterValidator(_day), forms.DAY]
Url = Annotated[str, AfterValidator(_url), forms.URL]
Language = Annotated[str, AfterValidator(_language), forms.LANGUAGE]
Country = Annotated[str, StringConstraints(pattern=f"^{forms.COUNTRY.pattern}$"), forms.COUNTRY]
Wikidata = Annotated[Text, StringConstraints(pattern=f"^{forms.WIKIDATA.pattern}$"), forms.WIKIDATA]
Sha256 = Annotated[Text, StringConstraints(pattern=f"^{forms.SHA256.pattern}$"), forms.SHA256]
Decimal = Annotated[float, BeforeValidator(_decimal), forms.DECIMAL]
Latitude = Annotated[Decimal, Field(ge=-90, le=90), forms.LATITUDE]
Longitude = Annotated[Decimal, Field(ge=-180, le=180), forms.LONGITUDE]
Distance = Annotated[Decimal, Field(gt=0), forms.DISTANCE]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_some), OrOne()]
