"""Why something that was asked for is not done, in words for a contributor."""

from __future__ import annotations


class RefusedError(Exception):
    """It cannot be done with these entries."""


class MisuseError(RefusedError):
    """It cannot be meant: an id that nothing has, or that something else has already."""
