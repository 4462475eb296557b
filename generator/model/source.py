"""A source: a text that entries cite."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, PrivateAttr

from generator.model.base import Day, EventDate, Id, Language, Model, OriginId, Sha256, Text, Url
from generator.model.entry import Grade
from generator.model.guidance import Takes


class Archived(Model):
    """A copy of a source that somebody keeps."""

    url: Url = Field(description="The address of the copy.", examples=["https://example.org/copies/1"])
    captured: Day = Field(description="The day that it was made.", examples=["2024-05-20"])
    sha256: Sha256 | None = Field(None, description="SHA-256 of the copy.")


class Source(Model):
    """A text that entries cite. Its id is its key: no file and no other source has it.

    It is declared once, by the earliest entry that uses it, and may be cited from any.
    """

    _id: str = PrivateAttr("")

    publisher: Annotated[Text, Takes(("publishers",))] = Field(
        description="A publisher's id, or the name in words of an outlet without a page.",
        examples=["example-times", "Madras Tribune"],
    )
    title: Text | None = Field(
        None, description="As published; left out if it was not seen, never made up.", examples=["항구 폐쇄"]
    )
    title_translation: Text | None = Field(
        None, description="The editors' English, for a title in another language.", examples=["Port closed"]
    )
    url: Url = Field(description="Its address.", examples=["https://example.org/a"])
    published: EventDate | None = Field(
        None, description="When it was published, as precisely as it shows.", examples=["2024-05-14~"]
    )
    accessed: Day | None = Field(
        None, description="The day that it was read; if left out, the day that the entry was added."
    )
    language: Language | None = Field(
        None, description="If it is not the publisher's, or the outlet has no page.", examples=["ko"]
    )
    origin: OriginId | None = Field(None, description="Whose reporting it repeats.", examples=["yonhap"])
    archived: Archived | None = Field(None, description="A copy that somebody keeps.")
    reliability: Grade | None = Field(None, description="A grade for this text alone, in place of the publisher's.")
    aliases: tuple[Id, ...] = Field((), description="Old ids of this source.", examples=[["example-times-may"]])

    @cached_property
    def id(self) -> str:
        """Its key in the entry that declares it."""
        return self._id
