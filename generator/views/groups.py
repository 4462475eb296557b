"""Claims gathered under names, the longest group first, so that a page can tell of all and list what fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import links
from generator.model import Claim
from generator.site import Link, Site
from generator.views import stands
from generator.views.stands import Stand

# What is listed of one group and of all together, and the groups that are named; all claims stand in the ledger.
_OF_ONE = 60
_OF_ALL = 150
_GROUPS = 40


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with the positions on it."""

    text: str
    address: str
    positions: list[Stand]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that have those named in common, side by side; `total` counts those too that `items` leaves out."""

    sides: tuple[tuple[Link, ...], ...]
    total: int
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Groups:
    """`total` claims (one may stand in several groups), the groups, and how many groups were left out."""

    total: int
    groups: list[Group]
    left: int


def gather(site: Site, found: Iterable[tuple[Claim, Sequence[Iterable[str]]]]) -> Groups:
    """Groups of claims, which come oldest first, each with the sides (ids or words) under which it is put."""
    grouped: dict[tuple[tuple[str, ...], ...], list[Claim]] = {}
    claims = set()
    for claim, sides in found:
        grouped.setdefault(tuple(tuple(sorted(side)) for side in sides), []).append(claim)
        claims.add(claim.reference)
    ordered = sorted(grouped.items(), key=lambda group: (-len(group[1]), group[0]))
    groups: list[Group] = []
    for sides, members in ordered[:_GROUPS]:
        room = min(_OF_ONE, _OF_ALL - sum(len(group.items) for group in groups))
        groups.append(_group(site, sides, members, room))
    return Groups(len(claims), groups, max(0, len(ordered) - _GROUPS))


def _group(site: Site, sides: tuple[tuple[str, ...], ...], members: list[Claim], room: int) -> Group:
    names = tuple(tuple(site.link(id_, short=True) for id_ in side) for side in sides)
    return Group(names, len(members), [item(site, claim) for claim in members[::-1][:room]])


def item(site: Site, claim: Claim) -> Item:
    """A claim with the position of each voice."""
    return Item(claim.text, links.claim(claim.reference), stands.stands(site, claim))
