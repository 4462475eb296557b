"""The corpus: a collection with what has been said on every claim, and what follows from it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.corpus.assess import assess, history
from generator.corpus.case import Case
from generator.corpus.collection import Collection
from generator.corpus.names import by_name
from generator.corpus.status import Assessment, Row
from generator.corpus.voices import Voices
from generator.model import Claim, Development, Publisher, Statement, Where, Words

HISTORY_FROM = 5


class Corpus(Collection):
    """All entries with the status of every claim, computed from the statements on it."""

    def prepare(self) -> None:
        """Work out what nearly every rule asks for, before the work is shared out."""
        self.uses  # noqa: B018
        self.rows  # noqa: B018

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its reference, `entry#claim`."""
        return {claim.reference: claim for d in self.developments.values() for claim in d.claims.values()}

    @cached_property
    def voices(self) -> Voices:
        """Whose word a statement is, and from whom it comes."""
        sources = {id_: declared.source for id_, declared in self.sources.items()}
        return Voices(self.actors, self.publishers, sources)

    @cached_property
    def outlets(self) -> dict[str, Publisher]:
        """Publishers by what `names.key` makes of each of their names."""
        return by_name(self.publishers.values())

    @cached_property
    def said(self) -> list[tuple[Development, Where, Words]]:
        """All statements, then all quotations, of each development, with their places in it."""
        return [
            (entry, (kind, number), words)
            for entry in self.developments.values()
            for kind, group in (("statements", entry.statements), ("quotations", entry.quotations))
            for number, words in enumerate(group)
        ]

    @cached_property
    def shown_claims(self) -> dict[str, Claim]:
        """The claims of developments that readers see."""
        return {claim.reference: claim for d in self.shown.values() for claim in d.claims.values()}

    @cached_property
    def claims_of_theme(self) -> dict[str, list[Claim]]:
        """The claims of the developments of each theme, in chronological order."""
        found: dict[str, list[Claim]] = {}
        for entry in self.shown.values():
            for theme in entry.themes:
                found.setdefault(theme, []).extend(entry.claims.values())
        return found

    @cached_property
    def claim_aliases(self) -> dict[str, Claim]:
        """Claims by their old references; of those that stood in another entry, by all that it has been called."""
        found: dict[str, Claim] = {}
        for claim in self.claims.values():
            for alias in claim.aliases:
                home, _, id_ = alias.rpartition("#")
                homes = dict.fromkeys([home, *self.names_of(home)]) if home else [claim.entry]
                found |= {f"{name}#{id_}": claim for name in homes}
        return found

    @cached_property
    def moved_claims(self) -> dict[str, dict[str, Claim]]:
        """By the present id of an entry: the claims that stood there once, by the ids that they had."""
        found: dict[str, dict[str, Claim]] = {}
        for reference, claim in self.claim_aliases.items():
            home, _, id_ = reference.partition("#")
            if (present := self.names_of(home)[0]) != claim.entry:
                found.setdefault(present, {})[id_] = claim
        return found

    def old_ids_of(self, claim: Claim) -> list[str]:
        """The ids that a claim has had in its entry, or in one that has become part of that."""
        pairs = [alias.rpartition("#")[::2] for alias in claim.aliases]
        ids = [id_ for home, id_ in pairs if self.names_of(home or claim.entry)[0] == claim.entry]
        return list(dict.fromkeys(id_ for id_ in ids if id_ != claim.id))

    def references_of(self, claim: Claim) -> list[str]:
        """All that a claim has been called, `entry#claim`: its present name first, old ids of entries included."""
        own = [f"{claim.entry}#{id_}" for id_ in (claim.id, *claim.aliases) if "#" not in id_]
        others = [alias for alias in claim.aliases if "#" in alias]
        named = [reference.split("#") for reference in (*own, *others)]
        return list(dict.fromkeys(f"{home}#{id_}" for entry, id_ in named for home in self.names_of(entry)))

    def claim(self, reference: str, home: str = "") -> Claim | None:
        """The claim that `claim` (in the entry `home`) or `entry#claim` names, old names included."""
        full = reference if "#" in reference else f"{home}#{reference}"
        return self.claims.get(full) or self.claim_aliases.get(full)

    @cached_property
    def rows(self) -> Mapping[str, list[Row]]:
        """All statements on each claim in published entries, in the order in which they were made."""
        rows: dict[str, list[Row]] = {reference: [] for reference in self.claims}
        for entry in self.developments.values():
            if entry.counts:
                for number, statement in enumerate(entry.statements):
                    for claim, row in self._rows_of(entry, number, statement):
                        rows[claim.reference].append(row)
        for said in rows.values():
            said.sort(key=lambda row: row.order)
        return rows

    def _rows_of(self, entry: Development, number: int, statement: Statement) -> Iterator[tuple[Claim, Row]]:
        date = entry.date_of(statement)
        for claim in filter(None, (self.claim(reference, entry.id) for reference in statement.claim)):
            for by in statement.by:
                voice = self.voices.voice(by)
                origin = self.voices.origin_of_statement(statement, by, is_party=voice in self.parties(claim))
                yield claim, Row(statement, entry, number, by, voice, origin, date.latest, date.moment)

    def parties(self, claim: Claim) -> frozenset[str]:
        """The voices that would be admitting the claim."""
        return frozenset(self.voices.voice(id_) for id_ in claim.about)

    @cached_property
    def courts(self) -> dict[str, str]:
        """The instance of every court."""
        return {id_: actor.instance or "" for id_, actor in self.actors.items() if actor.kind == "court"}

    def assess(self, claim: Claim, day: datetime.date | None = None) -> Assessment:
        """The status of a claim as of a day; by default the corpus' own."""
        if day is None:
            return self._assessments[claim.reference]
        return assess(
            self.rows[claim.reference], self.parties(claim), self.courts, day, is_figure=claim.unit is not None
        )

    @cached_property
    def _assessments(self) -> dict[str, Assessment]:
        return {reference: self.assess(claim, self.day) for reference, claim in self.claims.items()}

    def taken(self, claim: Claim) -> list[Row]:
        """The statements that gave a voice its position, or a newer one, in order, up to the corpus' own day."""
        return self._case(claim).taken

    def origins(self, claim: Claim) -> set[str]:
        """From whom the assertions that stand come, as far as they are independent; `unnamed` is one of no name."""
        return self._case(claim).origins()

    def _case(self, claim: Claim) -> Case:
        rows = [row for row in self.rows[claim.reference] if row.day <= self.day]
        return Case(rows, self.parties(claim), self.courts)

    def has_history(self, claim: Claim) -> bool:
        """Whether a claim has been spoken to often enough for a page of its own: from five statements on."""
        statements = {(row.entry.id, row.number) for row in self.rows[claim.reference]}
        return len(statements) >= HISTORY_FROM

    def had_history(self, claim: Claim) -> bool:
        """Whether it may once have had such a page: also by statements that count no more."""
        return self._statements_ever[claim.reference] >= HISTORY_FROM

    @cached_property
    def _statements_ever(self) -> Counter[str]:
        entries = (entry for entry in self.developments.values() if not entry.is_draft)
        said = ((self.claim(one, entry.id) for one in s.claim) for entry in entries for s in entry.statements)
        return Counter(claim.reference for claims in said for claim in {c.reference: c for c in claims if c}.values())

    def history(self, claim: Claim) -> list[tuple[datetime.date, Assessment]]:
        """The days on which the status of a claim changed, up to the corpus' own day."""
        return self._histories[claim.reference]

    @cached_property
    def _histories(self) -> dict[str, list[tuple[datetime.date, Assessment]]]:
        return {reference: self._history(claim) for reference, claim in self.claims.items()}

    def _history(self, claim: Claim) -> list[tuple[datetime.date, Assessment]]:
        rows = [row for row in self.rows[claim.reference] if row.day <= self.day]
        return history(rows, self.parties(claim), self.courts, is_figure=claim.unit is not None)
