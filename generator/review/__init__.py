"""A collection before and after a change: what the change means for readers, and what it must not do.

Both sides are values that somebody else has read; nothing here knows git.
"""

from generator.review.findings import check
from generator.review.sides import Day, Sides

__all__ = ["Day", "Sides", "check"]
