"""How an item of a plan stands today, in words: for the item itself or for each of its measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moushi.domain.chamber_reports import with_chambers
from moushi.domain.counting import counted_reports, is_counted
from moushi.domain.kinds import Colour, State
from moushi.domain.numbers import percent
from moushi.domain.period import Period
from moushi.domain.progress import standing
from moushi.domain.records import Measure, Milestone, PlanItem, Progress
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import choice_word
from moushi.errors import Message, say


@dataclass(frozen=True, slots=True)
class Standing:
    """Of the item (`measure` "") or of one of its measures: the state, its colour, how much is done."""

    measure: str
    state: State
    colour: Colour
    rate: str

    @property
    def words(self) -> Message:
        """The state in words, with the measure's name and the share that is done where there are any."""
        told = choice_word(self.state)
        if self.rate:
            told = say("{state} ({rate})", state=told, rate=self.rate)
        return say("{measure}: {state}", measure=self.measure, state=told) if self.measure else told


def standings(snapshot: Snapshot, item: PlanItem, year: int, today: date) -> tuple[Standing, ...]:
    """The item's standing at the end of this month, or of the plan's year where that has passed."""
    month = 12 if today.year > year else 1 if today.year < year else today.month
    period = Period(year, month, month)
    measures = snapshot.where(Measure, item_id=item.id)
    reports = with_chambers(measures, snapshot.where(Progress, item_id=item.id), {})
    steps = snapshot.where(Milestone, item_id=item.id)
    found = []
    for measure in measures or (None,):
        known, told = measure, reports
        if measure is not None and is_counted(measure):
            known, told = counted_reports(measure, reports, snapshot.counts(measure.id), period.ends)
        stands = standing(item, known, told, year=year, period=period, milestones=steps)
        rate = "" if stands.rate is None else percent(stands.rate)
        found.append(Standing(measure.name if measure else "", stands.state, stands.colour, rate))
    return tuple(found)
