"""A collection before and after a change: what the change means for readers, and what it must not do.

Both sides are values that somebody else has read; nothing here knows git.
"""

from generator.review.account import account
from generator.review.change import Account, Rank
from generator.review.findings import check
from generator.review.sides import Day, Sides

__all__ = ["Account", "Day", "Rank", "Sides", "account", "check"]
