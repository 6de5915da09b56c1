"""What the records hold for the rows of a return, as it is sent out and as what comes back is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from moushi.domain.chamber_reports import concerns_chambers, is_meant
from moushi.domain.counting import is_counted
from moushi.domain.kinds import MeasureKind
from moushi.domain.lasting import lasts
from moushi.domain.period import Period
from moushi.domain.posts import in_office, rank_of
from moushi.domain.record import Record, Scalar
from moushi.domain.records import (
    Activity,
    Chamber,
    ItemUnit,
    Measure,
    MeasureChamber,
    Member,
    Membership,
    Participation,
    Person,
    Plan,
    PlanItem,
    Post,
    Progress,
    SubMeasure,
    Theme,
    Township,
    normal_name,
)
from moushi.domain.returns import IN_THE_ROWS_UNIT, FieldType, FormField, Rows
from moushi.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row as the records hold it: `id` is that of the record it is about, `records` are by their kinds.

    Of a row of progress that is the part, the measure or the item asked about; `Progress` is the chamber's
    own report of the period, if there is one. `told` are values that lie in no one field: `Township.name`,
    the members that take part in an activity as `Participation.member_id`, names parted by 、, and on the row
    of a part (其中) that part's own target as `Measure.target`: the column is the row's target.
    """

    id: UUID
    records: Mapping[str, Record]
    told: Mapping[str, Scalar]

    def value(self, lands: str) -> Scalar:
        """What is held in the field that a value lands in; None where nothing is."""
        if lands in self.told:
            return self.told[lands]
        kind, _, name = lands.partition(".")
        record = self.records.get(kind)
        return getattr(record, name, None) if record is not None else None


def held_rows(snapshot: Snapshot, rows: Rows, chamber: Chamber, period: Period) -> tuple[HeldRow, ...]:
    """The rows that the records hold for a chamber and a period, in the order in which a form has them."""
    match rows:
        case Rows.PROGRESS:
            return _progress(snapshot, chamber, period)
        case Rows.CHAMBER:
            township = snapshot.get(Township, chamber.township_id) if chamber.township_id else None
            told: dict[str, Scalar] = {"Township.name": township.name if township else ""}
            return (HeldRow(chamber.id, {"Chamber": chamber}, told),)
        case Rows.OFFICERS:
            return _officers(snapshot, chamber, period)
        case Rows.MEMBERS:
            return _members(snapshot, chamber, period)
        case Rows.ACTIVITIES:
            return _activities(snapshot, chamber, period)


def field_in_row(field: FormField, held: HeldRow) -> FormField:
    """A field as one row asks it: numbers of a measure in its unit, those of money as amounts.

    The records hold money in yuan, a measure may ask for it in 万元: what is written into a cell, and what is
    read from one without a unit of its own, is in the measure's.
    """
    measure = held.records.get("Measure")
    if field.lands not in IN_THE_ROWS_UNIT or not isinstance(measure, Measure):
        return field
    if measure.kind is MeasureKind.AMOUNT:
        return replace(field, type=FieldType.AMOUNT, unit=measure.unit)
    return replace(field, unit=measure.unit)


def _officers(snapshot: Snapshot, chamber: Chamber, period: Period) -> tuple[HeldRow, ...]:
    posts = in_office(snapshot.where(Post, chamber_id=chamber.id), period.ends)
    return tuple(officer_row(snapshot, post) for post in sorted(posts, key=rank_of))


def officer_row(snapshot: Snapshot, post: Post) -> HeldRow:
    """The row of a post, in office or not, with whoever holds it."""
    records: dict[str, Record] = {"Post": post}
    if post.person_id and (person := snapshot.get(Person, post.person_id)):
        records["Person"] = person
    if post.member_id and (member := snapshot.get(Member, post.member_id)):
        records["Member"] = member
    return HeldRow(post.id, records, {})


def _members(snapshot: Snapshot, chamber: Chamber, period: Period) -> tuple[HeldRow, ...]:
    places = [
        place
        for place in snapshot.where(Membership, chamber_id=chamber.id)
        if lasts(None, place.left_on, period.ends)
    ]
    known = {member.id: member for member in snapshot.among(Member, "id", [p.member_id for p in places])}
    found = [(known[place.member_id], place) for place in places if place.member_id in known]
    found = [
        (member, place)
        for member, place in found
        if member.federation_id == chamber.federation_id and lasts(None, member.left_on, period.ends)
    ]
    found.sort(key=lambda pair: (pair[0].name, str(pair[0].id)))
    return tuple(HeldRow(m.id, {"Member": m, "Membership": place}, {}) for m, place in found)


def _activities(snapshot: Snapshot, chamber: Chamber, period: Period) -> tuple[HeldRow, ...]:
    within = [
        activity
        for activity in snapshot.where(Activity, chamber_id=chamber.id)
        if period.begins <= activity.held_on <= period.ends
    ]
    found = []
    for activity in sorted(within, key=lambda each: (each.held_on, str(each.id))):
        links = snapshot.where(Participation, activity_id=activity.id)
        names = [member.name for link in links if (member := snapshot.get(Member, link.member_id))]
        told: dict[str, Scalar] = {"Participation.member_id": "、".join(sorted(names))}
        found.append(HeldRow(activity.id, {"Activity": activity}, told))
    return tuple(found)


# -- progress ------------------------------------------------------------------------------------------------


def _progress(snapshot: Snapshot, chamber: Chamber, period: Period) -> tuple[HeldRow, ...]:
    own = [r for r in snapshot.where(Progress, chamber_id=chamber.id) if r.period == str(period)]
    reports = {report.part_id or report.measure_id or report.item_id: report for report in own}
    found = []
    for subject in asked(snapshot, chamber, period.year):
        records: dict[str, Record] = {type(record).__name__: record for record in subject}
        if report := reports.get(subject[-1].id):
            records["Progress"] = report
        part = records.get("SubMeasure")
        told: dict[str, Scalar] = {"Measure.target": part.target} if isinstance(part, SubMeasure) else {}
        found.append(HeldRow(subject[-1].id, records, told))
    return tuple(found)


def asked(snapshot: Snapshot, chamber: Chamber, year: int) -> tuple[tuple[Record, ...], ...]:
    """What a chamber is asked about in a year, in the plan's order: item, then measure, then part of it.

    Asked are measures whose value comes from the chambers' returns, of all chambers or of those that the
    measure names, and items of which the chamber is one of the units. Where a plan says neither of any
    chamber, all its items are asked.
    """
    plans = snapshot.where(Plan, federation_id=chamber.federation_id, year=year)
    themes = [theme for plan in plans for theme in snapshot.where(Theme, plan_id=plan.id)]
    items = [item for theme in themes for item in snapshot.where(PlanItem, theme_id=theme.id)]
    found: list[tuple[Record, ...]] = []
    is_addressed = False
    for item in items:
        measures = [
            measure for measure in snapshot.where(Measure, item_id=item.id) if concerns_chambers(measure)
        ]
        units = snapshot.where(ItemUnit, item_id=item.id)
        is_addressed = is_addressed or bool(measures)
        own = [measure for measure in measures if _names(snapshot, measure, chamber)]
        if own:
            for measure in own:
                found += _with_parts(snapshot, item, measure)
        elif any(normal_name(unit.name) == normal_name(chamber.name) for unit in units):
            found.append((item,))
    if found or is_addressed:
        return tuple(found)
    return tuple((item,) for item in items)


def _names(snapshot: Snapshot, measure: Measure, chamber: Chamber) -> bool:
    """Whether a measure asks this chamber: it names none, or it names this one."""
    named = {each.chamber_id for each in snapshot.where(MeasureChamber, measure_id=measure.id)}
    return is_meant(chamber, named)


def _with_parts(snapshot: Snapshot, item: PlanItem, measure: Measure) -> list[tuple[Record, ...]]:
    parts = [
        part for part in snapshot.where(SubMeasure, measure_id=measure.id) if not is_counted(part, measure)
    ]
    return [(item, measure), *((item, measure, part) for part in parts)]
