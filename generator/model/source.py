"""A source: a text that entries cite."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field, PrivateAttr

from generator.model.base import Day, EventDate, Id, Language, Model, Text, Url
from generator.model.named import Grade


class Archived(Model):
    """A copy of a source that somebody keeps."""

    url: Url = Field(description="Address of the copy.")
    captured: Day = Field(description="The day that it was made.")
    sha256: Text | None = Field(None, pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the copy.")


class Source(Model):
    """A text that entries cite. Its id is its key, unique in the whole corpus."""

    _id: str = PrivateAttr("")

    publisher: Text = Field(description="A publisher's id, or the name in words for an outlet without a page.")
    title: Text | None = Field(None, description="As published; absent if unknown.")
    title_translation: Text | None = Field(None, description="The editors' translation of a title that is not English.")
    url: Url = Field(description="Where it stands.")
    published: EventDate | None = Field(None, description="When it was published, as precisely as it shows.")
    accessed: Day | None = Field(None, description="When it was read; default: the day that the entry was added.")
    language: Language | None = Field(None, description="BCP 47; default: the publisher's.")
    origin: Id | None = Field(None, description="Whose reporting it repeats: a source, publisher or actor.")
    archived: Archived | None = Field(None, description="A copy that somebody keeps.")
    reliability: Grade | None = Field(None, description="Overrides the publisher's grade for this text.")

    @cached_property
    def id(self) -> str:
        """Its key in the entry that declares it."""
        return self._id
