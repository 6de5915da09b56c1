"""Chambers' reports in documents: read with the chambers that were asked, and named as a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from moushi.domain.chamber_reports import Answers, answers, with_chambers
from moushi.domain.kinds import MeasureSource
from moushi.domain.period import Period
from moushi.domain.reading import by_name
from moushi.domain.records import Chamber, Measure, MeasureChamber, Progress
from moushi.domain.snapshot import Snapshot


def returned_words(held: Answers, speaking: int = 0) -> str:
    """On whose returns it stands, and what they lack: 据5家商会回执，应报7家，前期有2家商会未报全.

    `speaking`: of how many chambers the words stand, also where the number is the office's.
    """
    told = []
    if held.counts or speaking:
        reported = max(speaking, held.reported)
        told.append(f"据{reported}家商会回执" if reported else "据商会回执")
        told += [f"应报{held.asked}家"] if reported < held.asked else []
    if held.behind:
        told.append(f"前期有{held.behind}家商会未报全")
    return "，".join(told)


@dataclass(frozen=True)
class Chambers:
    """The chambers of all federations, and those that measures name; read when they are first wanted."""

    snapshot: Snapshot
    _by_federation: dict[UUID, tuple[Chamber, ...]] = field(default_factory=dict)

    def of(self, federation_id: UUID) -> tuple[Chamber, ...]:
        """A federation's chambers by name."""
        if federation_id not in self._by_federation:
            found = by_name(self.snapshot.where(Chamber, federation_id=federation_id))
            self._by_federation[federation_id] = tuple(found)
        return self._by_federation[federation_id]

    @cached_property
    def named(self) -> dict[UUID, frozenset[UUID]]:
        """The chambers that measures name, of those that name any."""
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for each in self.snapshot.where(MeasureChamber):
            found[each.measure_id].add(each.chamber_id)
        return {measure_id: frozenset(ids) for measure_id, ids in found.items()}

    def counted_in(
        self, federation_id: UUID, measures: Sequence[Measure], reports: Iterable[Progress]
    ) -> tuple[Progress, ...]:
        """An item's reports as they count (`domain.chamber_reports`)."""
        reports = tuple(reports)
        if all(report.chamber_id is None for report in reports):
            return reports
        names = {chamber.id: chamber.name for chamber in self.of(federation_id)}
        return with_chambers(measures, reports, names)

    def answers(
        self, federation_id: UUID, measure: Measure, reports: Sequence[Progress], period: Period
    ) -> Answers:
        """What chambers say of a measure in a period; `reports` are the item's as stored."""
        if measure.source is not MeasureSource.RETURNS and all(r.chamber_id is None for r in reports):
            return Answers()
        named = self.named.get(measure.id, frozenset())
        return answers(measure, None, reports, self.of(federation_id), named, period)
