"""Counting by hand, as a patient clerk would: record by record, day by day, without the program's rules."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from moushi.domain import records as r
from moushi.domain.kinds import ActivityKind, CountRule, MeasureSource, MemberKind, Role
from moushi.domain.record import Record

_SITTING = (
    *(Role.CHAIR, Role.PRESIDENT, Role.PARTY_SECRETARY, Role.EXECUTIVE_VICE, Role.ACTING_PRESIDENT),
    *(Role.VICE, Role.SECRETARY_GENERAL, Role.STANDING_COMMITTEE, Role.EXECUTIVE_COMMITTEE),
)
_FIELD = {
    CountRule.PEOPLE: "people",
    CountRule.COLLECTED: "collected",
    CountRule.CLOSED: "closed",
    CountRule.CASES: "cases",
    CountRule.SETTLED: "settled",
    CountRule.JOBS: "jobs",
    CountRule.VILLAGES: "villages",
    CountRule.AMOUNT: "amount",
    CountRule.FEES: "fee",
}


@dataclass
class Found:
    """What was counted: a number, against what, which records, which are missing."""

    value: Decimal
    base: Decimal | None = None
    counted: set[UUID] = field(default_factory=set)
    missing: set[UUID] = field(default_factory=set)


def month_ends(year: int) -> list[date]:
    return [date(year, month, monthrange(year, month)[1]) for month in range(1, 13)]


class Clerk:
    """Somebody who has all the records on the table."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_id: dict[UUID, Record] = {record.id: record for record in records}
        self._sorted: dict[type[Record], list[Record]] = {}
        for record in self.by_id.values():
            self._sorted.setdefault(type(record), []).append(record)

    def all(self, kind: type) -> list:
        return self._sorted.get(kind, [])

    def subjects(self) -> list[tuple[r.Measure | r.SubMeasure, r.Measure]]:
        """All measures and parts, with the measure that each is of."""
        measures = [(measure, measure) for measure in self.all(r.Measure)]
        return [*measures, *((part, self.by_id[part.measure_id]) for part in self.all(r.SubMeasure))]

    def plan_of(self, measure: r.Measure) -> r.Plan:
        return self.by_id[self.by_id[self.by_id[measure.item_id].theme_id].plan_id]

    def counts(self) -> dict[tuple[UUID, date], tuple[Decimal, Decimal | None]]:
        """What everything that counts itself comes to at every month's end of its plan's year."""
        told = {}
        for subject, whole in self.subjects():
            for day in month_ends(self.plan_of(whole).year):
                if (found := self.count(subject, whole, day)) is not None:
                    told[subject.id, day] = (found.value, found.base)
        return told

    def count(self, subject: r.Measure | r.SubMeasure, whole: r.Measure, day: date) -> Found | None:
        rule = subject.rule
        if rule is None:
            return None
        rules = list(CountRule)
        is_of_ledger = rules.index(rule) >= rules.index(CountRule.ACTIVITIES)
        wanted = MeasureSource.LEDGER if is_of_ledger else MeasureSource.REGISTER
        if whole.source is not wanted:
            return None
        plan = self.plan_of(whole)
        if is_of_ledger:
            return self._ledger(rule, subject, whole, plan, day)
        return self._register(rule, subject, whole, plan, day)

    # -- the register

    def _register(self, rule, subject, whole, plan, day) -> Found:
        owner, year = plan.federation_id, plan.year
        live = self._live(owner, day)
        if rule is CountRule.TOWNSHIPS_COVERED:
            townships = {t.id for t in self.all(r.Township) if t.federation_id == owner}
            return _ratio({c.township_id for c in live} & townships, townships)
        if rule is CountRule.PARTY_BRANCHES:
            return _ratio({c.id for c in live if c.party_branch}, {c.id for c in live})
        if rule is CountRule.CHAMBERS_RENEWED:
            return self._renewed(whole, owner, year, day)
        if rule is CountRule.CHAMBERS:
            found = {c.id for c in live}
        elif rule is CountRule.CHAMBERS_RATED:
            found = self._rated_chambers(owner, year, subject.level) if day.year >= year else set()
        else:
            found = self._members(rule, subject.level, owner, year, day)
        return _each(found)

    def _rated_chambers(self, owner: UUID, year: int, level: str) -> set[UUID]:
        found = set()
        for c in self.all(r.Chamber):
            held = [(c.rating_year, c.rating_level)]
            held += [(x.year, x.level) for x in self.all(r.Rating) if x.chamber_id == c.id]
            if c.federation_id == owner and _recognised(held, year, level):
                found.add(c.id)
        return found

    def _members(self, rule: CountRule, level: str, owner: UUID, year: int, day: date) -> set[UUID]:
        members = [m for m in self.all(r.Member) if m.federation_id == owner]
        own = {m.id for m in members}
        if rule in (CountRule.MENTORS, CountRule.PAIRS):
            pairs = [p for p in self.all(r.Pairing) if p.mentor_id in own and _runs(p, day)]
            return {p.mentor_id if rule is CountRule.MENTORS else p.id for p in pairs}
        if rule is CountRule.MEMBERS_RATED:
            given = [x for x in self.all(r.Rating) if _recognised([(x.year, x.level)], year, level)]
            return {x.member_id for x in given if x.member_id in own and day.year >= year}
        if rule is CountRule.MEMBERS_JOINED:
            joined = [m for m in members if m.joined_on and m.joined_on.year == year]
            return {m.id for m in joined if m.joined_on <= day}
        here = [m for m in members if not (m.joined_on and m.joined_on > day)]
        here = [m for m in here if not (m.left_on and m.left_on <= day)]
        if rule is CountRule.TALENTS:
            here = [m for m in here if m.new_generation and m.birth_year is not None]
            here = [m for m in here if day.year - m.birth_year <= 45]
        return {m.id for m in here}

    def _live(self, owner: UUID, day: date) -> list[r.Chamber]:
        own = [c for c in self.all(r.Chamber) if c.federation_id == owner]
        own = [c for c in own if c.founded_on is None or c.founded_on <= day]
        return [c for c in own if c.dissolved_on is None or c.dissolved_on > day]

    def _renewed(self, whole, owner, year, day) -> Found:
        named = {x.chamber_id for x in self.all(r.MeasureChamber) if x.measure_id == whole.id}
        if named:
            wanted = [self.by_id[n] for n in named]
        else:
            wanted = [c for c in self._live(owner, day) if self._is_to_be_renewed(c, year)]
        renewed = set()
        for c in wanted:
            begun = [c.term_began_on, *(t.began_on for t in self._terms(c))]
            if any(b and b.year == year and b <= day for b in begun):
                renewed.add(c.id)
        return _ratio(renewed, {c.id for c in wanted})

    def _terms(self, chamber: r.Chamber) -> list[r.ChamberTerm]:
        return [t for t in self.all(r.ChamberTerm) if t.chamber_id == chamber.id]

    def _is_to_be_renewed(self, c: r.Chamber, year: int) -> bool:
        new_year = date(year + 1, 1, 1)
        for t in self._terms(c):
            if t.ended_on is None:
                continue
            if t.ended_on.year == year:
                return True
            due = _due(t.began_on, t.years, t.extended_to)
            if due and due < new_year <= t.ended_on:
                return True
        due = _due(c.term_began_on, c.term_years, c.term_extended_to)
        if due and due < new_year:
            return True
        if c.term_began_on is None or c.term_began_on.year != year:
            return False
        if c.term_number is not None:
            return c.term_number != 1
        return c.founded_on is None or c.founded_on.year != year

    # -- the ledger

    def _ledger(self, rule, subject, whole, plan, day) -> Found:
        held = []
        served = {x.activity_id for x in self.all(r.ActivityItem) if x.item_id == whole.item_id}
        kind = subject.activity_kind
        if rule is CountRule.COMMITTEE_VISITED and kind is None:
            kind = ActivityKind.VISIT
        for a in self.all(r.Activity):
            if a.federation_id != plan.federation_id or not date(plan.year, 1, 1) <= a.held_on <= day:
                continue
            if a.held_on.year != plan.year or (kind and a.kind is not kind):
                continue
            if not whole.serving_only or a.id in served:
                held.append(a)
        if rule is CountRule.ACTIVITIES:
            return _each(a.id for a in held)
        if rule is CountRule.MONTHS:
            return Found(Decimal(len({a.held_on.month for a in held})), counted={a.id for a in held})
        if rule in _FIELD:
            telling = [a for a in held if getattr(a, _FIELD[rule]) is not None]
            total = sum((Decimal(getattr(a, _FIELD[rule])) for a in telling), Decimal(0))
            return Found(total, counted={a.id for a in telling})
        there = {a.id for a in held}
        met = {p.member_id for p in self.all(r.Participation) if p.activity_id in there}
        if rule is CountRule.ENTERPRISES:
            return _each(met)
        seated = set()
        for p in self.all(r.Post):
            if p.federation_id != plan.federation_id or p.member_id is None or p.role not in _SITTING:
                continue
            m = self.by_id[p.member_id]
            if _runs(p, day) and m.kind is MemberKind.ENTERPRISE and not (m.left_on and m.left_on <= day):
                seated.add(m.id)
        return _ratio(met & seated, seated)


def _each(found: Iterable[UUID]) -> Found:
    counted = set(found)
    return Found(Decimal(len(counted)), counted=counted)


def _ratio(counted: set[UUID], of: set[UUID]) -> Found:
    return Found(Decimal(len(counted)), Decimal(len(of)), counted, of - counted)


def _runs(bond: r.Post | r.Pairing, day: date) -> bool:
    return (bond.from_on is None or bond.from_on <= day) and (bond.to_on is None or bond.to_on > day)


def _due(began: date | None, years: int | None, extended: date | None) -> date | None:
    days = [extended] if extended else []
    if began and years:
        year = began.year + years
        if 1 <= year <= 9999:
            last = monthrange(year, began.month)[1]
            days.append(date(year, began.month, min(began.day, last)))
    return max(days) if days else None


def _recognised(held: Sequence[tuple[int | None, str]], year: int, wanted: str) -> bool:
    return any(y == year and (not wanted or _bare(level) == _bare(wanted)) for y, level in held)


def _bare(level: str) -> str:
    """省级四好商会 → 省; a level that is none of the five is left as it is."""
    first = level.strip()[:1]
    return {"区": "县"}.get(first, first) if first and first in "国省市县区" else level.strip()
