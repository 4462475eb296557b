"""What every file under `entries/` is: an entry with an id, old ids and a history; and how texts are graded."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field, PrivateAttr

from generator.model.base import Day, Model, OldId, Text
from generator.model.choices import Reliability, RevisionKind


class Revision(Model):
    """A line of an entry's own history.

    The newest revision of all is the collection's own day; what is dated later does not count yet.
    """

    date: Day = Field(description="The day of the change.")
    kind: RevisionKind = Field(description="What kind of change it was.")
    what: Text = Field(description="What changed, for a reader.", examples=["First version"])
    was: Text | None = Field(None, description="The wording that was replaced, where readers had seen it.")


class Entry(Model):
    """Anything that has a file: its id is the file's stem."""

    # Pydantic finds a private attribute by a slow detour, every time: the properties that pages ask for are cached.
    _id: str = PrivateAttr("")
    _path: str = PrivateAttr("")

    aliases: tuple[OldId, ...] = Field(
        (), description="Old ids, which keep their addresses.", examples=[["port-closed-2024"]]
    )
    revisions: tuple[Revision, ...] = Field(
        min_length=1,
        description="Its own history; the first line is the day that the entry was added.",
        examples=[[{"date": "2024-05-20", "kind": "added", "what": "First version"}]],
    )

    @cached_property
    def id(self) -> str:
        """The file's stem."""
        return self._id

    @cached_property
    def path(self) -> str:
        """The file, relative to the folder that holds `entries/`."""
        return self._path

    @cached_property
    def folder(self) -> str:
        """The folder of its kind, which is also that of its address."""
        return self._path.split("/")[1]

    @property
    def added(self) -> Day:
        """The day that the entry was added."""
        return self.revisions[0].date

    @cached_property
    def updated(self) -> Day:
        """The day of its newest revision."""
        return max((revision.date for revision in self.revisions), key=lambda date: date.latest)

    @property
    def is_draft(self) -> bool:
        """Whether readers do not see it yet; only developments can be drafts."""
        return False

    def identify(self, id_: str, path: str) -> None:
        """Tell the entry its own name; for the loader alone."""
        self._id = id_
        self._path = path


class Grade(Model):
    """Reliability on the Admiralty scale (NATO AJP-2.1). F means that it cannot be judged, not that it is worst."""

    grade: Reliability = Field(description="The letter.")
    reason: Text = Field(description="The conduct that the grade rests on, in a sentence.")
    date: Day | None = Field(None, description="The day of the judgement.")
