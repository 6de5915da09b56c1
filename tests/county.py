"""A county from a seed: 13 townships, 20 chambers in their third terms, 5,000 members, two years of ledger.

Beside it lies a small neighbour whose records must never be counted with its own. Both years' plans have a
measure for every rule, plain and narrowed in each way that the rule allows, and measures with parts.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import factories as make
from moushi.domain import records as r
from moushi.domain.kinds import (
    ActivityKind,
    ChamberKind,
    CountRule,
    MeasureKind,
    MeasureSource,
    MemberKind,
    Role,
)
from moushi.domain.record import Record

YEARS = (2030, 2031)
TOWNSHIPS, CHAMBERS, MEMBERS, ACTIVITIES = 13, 20, 5_000, 300

LEDGER = {
    *(CountRule.ACTIVITIES, CountRule.MONTHS, CountRule.ENTERPRISES, CountRule.COMMITTEE_VISITED),
    *(CountRule.PEOPLE, CountRule.COLLECTED, CountRule.CLOSED, CountRule.CASES, CountRule.SETTLED),
    *(CountRule.JOBS, CountRule.VILLAGES, CountRule.AMOUNT, CountRule.FEES),
}
RATIOS = {
    *(CountRule.TOWNSHIPS_COVERED, CountRule.CHAMBERS_RENEWED, CountRule.PARTY_BRANCHES),
    CountRule.COMMITTEE_VISITED,
}
RATED = {CountRule.CHAMBERS_RATED, CountRule.MEMBERS_RATED}
LEVELS = ("省级", "省级四好商会", "市级", "县级", "区级", "省", "五星", "")
_KINDS = list(ActivityKind)


@dataclass(frozen=True)
class County:
    """What is generated: all records, and the measures that count themselves."""

    records: tuple[Record, ...]
    federation: r.Federation
    measures: tuple[r.Measure, ...]


class _Maker:
    def __init__(self, seed: int, scale: float) -> None:
        self.rng = random.Random(seed)
        self.scale = scale

    def id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)

    def day(self, first: int, last: int) -> date:
        begins = date(first, 1, 1)
        return begins + timedelta(days=self.rng.randrange((date(last, 12, 31) - begins).days + 1))

    def maybe(self, chance: float, value: object) -> object:
        return value if self.rng.random() < chance else None

    def many(self, count: int) -> int:
        return max(int(count * self.scale), 3)


def county(seed: int = 5, scale: float = 1.0, years: Sequence[int] = YEARS) -> County:
    """The county of a seed; a `scale` below 1 makes fewer members and activities of it."""
    maker = _Maker(seed, scale)
    records: list[Record] = []
    measures: list[r.Measure] = []
    for name, share in (("云屿县工商联", 1.0), ("苇洲区工商联", 0.05)):
        federation = make.federation(name)
        townships = [make.township(federation, f"{n}号镇") for n in range(TOWNSHIPS)]
        chambers = list(_chambers(maker, federation, townships))
        members = list(_members(maker, federation, townships, int(MEMBERS * share)))
        records += [federation, *townships, *chambers, *members]
        records += _terms(maker, chambers)
        records += _bonds(maker, federation, chambers, members)
        plans = [make.plan(federation, year) for year in years]
        planned = [record for plan in plans for record in _measures(maker, plan, chambers)]
        items = [record for record in planned if isinstance(record, r.PlanItem)]
        records += [*plans, *planned, *_ledger(maker, federation, chambers, members, items, share)]
        measures += [record for record in planned if isinstance(record, r.Measure)]
    return County(tuple(records), make.federation(), tuple(measures))


def _chambers(
    maker: _Maker, federation: r.Federation, townships: Sequence[r.Township]
) -> Iterator[r.Chamber]:
    rng = maker.rng
    for n in range(CHAMBERS):
        began = maker.day(*rng.choice([(2025, 2029), (2030, 2030), (2031, 2031)]))
        yield make.chamber(
            federation,
            f"{n}号商会",
            id=maker.id(),
            kind=ChamberKind.TOWNSHIP if n < 12 else ChamberKind.TRADE,
            township_id=townships[n % 11].id if n < 14 else None,
            founded_on=maker.maybe(0.6, maker.day(2012, 2031)),
            dissolved_on=maker.maybe(0.15, maker.day(2029, 2032)),
            term_number=maker.maybe(0.9, rng.choice([1, 2, 3, 3, 3])),
            term_began_on=maker.maybe(0.9, began),
            term_years=maker.maybe(0.85, rng.choice([3, 4, 5])),
            term_extended_to=maker.maybe(0.2, maker.day(2029, 2032)),
            party_branch=rng.random() < 0.5,
            rating_level=rng.choice(LEVELS),
            rating_year=maker.maybe(0.8, rng.choice([2029, 2030, 2031])),
        )


def _members(
    maker: _Maker, federation: r.Federation, townships: Sequence[r.Township], count: int
) -> Iterator[r.Member]:
    rng = maker.rng
    for n in range(maker.many(count)):
        young = rng.random() < 0.12
        yield make.member(
            federation,
            f"{n}号渔具有限公司",
            id=maker.id(),
            kind=rng.choice([MemberKind.ENTERPRISE] * 4 + [MemberKind.GROUP, MemberKind.INDIVIDUAL]),
            township_id=rng.choice(townships).id,
            joined_on=maker.maybe(0.8, maker.day(2015, 2031)),
            left_on=maker.maybe(0.12, maker.day(2027, 2031)),
            new_generation=young,
            birth_year=maker.maybe(0.8, rng.randint(1975, 2005)) if young else None,
        )


def _terms(maker: _Maker, chambers: Sequence[r.Chamber]) -> Iterator[r.ChamberTerm]:
    for chamber in chambers:
        ends = chamber.term_began_on or maker.day(2025, 2031)
        for number in (2, 1):
            years = maker.rng.choice([3, 4, 5])
            began = ends - timedelta(days=365 * years + maker.rng.randint(-40, 400))
            yield make.chamber_term(
                chamber,
                id=maker.id(),
                number=number,
                began_on=maker.maybe(0.9, began),
                ended_on=maker.maybe(0.9, ends),
                years=maker.maybe(0.9, years),
                extended_to=maker.maybe(0.2, ends),
            )
            ends = began


def _bonds(
    maker: _Maker, federation: r.Federation, chambers: Sequence[r.Chamber], members: Sequence[r.Member]
) -> Iterator[Record]:
    """Posts, recognitions, pairs."""
    rng = maker.rng
    for role in Role:
        seats = maker.many(400 if role is Role.EXECUTIVE_COMMITTEE else 16)
        for member in rng.sample(members, min(seats, len(members))):
            body = federation if rng.random() < 0.8 else rng.choice(chambers)
            dates = {
                "from_on": maker.maybe(0.8, maker.day(2026, 2031)),
                "to_on": maker.maybe(0.3, maker.day(2029, 2032)),
            }
            yield make.post(member, body, id=maker.id(), role=role, **dates)
    for holder in (
        *rng.sample(chambers, 12),
        *rng.sample(chambers, 8),
        *rng.sample(members, maker.many(240)),
    ):
        year = maker.maybe(0.9, rng.choice([2029, *YEARS]))
        yield make.rating(holder, id=maker.id(), level=rng.choice(LEVELS), year=year)
    for _ in range(maker.many(60)):
        mentor, mentee = rng.sample(members, 2)
        dates = {
            "from_on": maker.maybe(0.8, maker.day(2028, 2031)),
            "to_on": maker.maybe(0.4, maker.day(2029, 2032)),
        }
        yield make.pairing(mentor, mentee, id=maker.id(), **dates)


def _ledger(
    maker: _Maker,
    federation: r.Federation,
    chambers: Sequence[r.Chamber],
    members: Sequence[r.Member],
    items: Sequence[r.PlanItem],
    share: float,
) -> Iterator[Record]:
    rng = maker.rng
    counted = ("people", "collected", "closed", "cases", "settled", "jobs", "villages")
    for year in YEARS:
        for _ in range(maker.many(int(ACTIVITIES * share))):
            held_on = maker.day(year, year)
            given = {name: maker.maybe(0.4, rng.randint(0, 60)) for name in counted}
            given |= {
                "amount": maker.maybe(0.4, Decimal(rng.randint(0, 9_999_999)) / 100),
                "fee": maker.maybe(0.3, Decimal(rng.randint(0, 9_999))),
                "until": maker.maybe(0.2, held_on + timedelta(days=rng.randint(1, 40))),
                "chamber_id": maker.maybe(0.5, rng.choice(chambers).id),
            }
            kind = rng.choice([*_KINDS, ActivityKind.VISIT, ActivityKind.VISIT])
            activity = make.activity(federation, kind, id=maker.id(), held_on=held_on, **given)
            yield activity
            for member in rng.sample(members, rng.randint(0, min(9, len(members)))):
                yield make.participation(activity, member, id=maker.id())
            for item in rng.sample(items, rng.choice([0, 3, 18])):
                yield make.activity_item(activity, item, id=maker.id())


def _measures(maker: _Maker, plan: r.Plan, chambers: Sequence[r.Chamber]) -> Iterator[Record]:
    theme = make.theme(plan, id=maker.id())
    yield theme
    for rule in CountRule:
        item = make.item(theme, f"按{rule}数。", id=maker.id())
        yield item
        for given in _variants(rule):
            measure = counting(item, rule, id=maker.id(), **given)
            yield measure
            if rule is CountRule.CHAMBERS_RENEWED and given:
                for chamber in maker.rng.sample(chambers, 5):
                    yield make.measure_chamber(measure, chamber, id=maker.id())
    yield from _with_parts(maker, theme)


def counting(item: r.PlanItem, rule: CountRule, **fields: object) -> r.Measure:
    """A measure of an item that counts itself by a rule."""
    given = {
        "source": MeasureSource.LEDGER if rule in LEDGER else MeasureSource.REGISTER,
        "kind": MeasureKind.RATIO if rule in RATIOS else MeasureKind.COUNT,
        "target": None if rule in RATIOS else Decimal(12),
        "rule": rule,
        "name": f"{rule}",
    }
    return make.measure(item, **given | fields)


def _variants(rule: CountRule) -> Sequence[dict[str, object]]:
    if rule in LEDGER:
        kind = {"activity_kind": ActivityKind.TALK}
        return ({}, kind, {"serving_only": True}, {"activity_kind": ActivityKind.VISIT, "serving_only": True})
    if rule in RATED:
        return ({}, *({"level": level} for level in ("省", "市级四好商会", "县级", "五星")))
    return ({}, {"name": "指定的"}) if rule is CountRule.CHAMBERS_RENEWED else ({},)


def _with_parts(maker: _Maker, theme: r.Theme) -> Iterator[Record]:
    """Measures with parts that count by rules of their own, narrowed apart, or not at all."""
    talks = make.item(theme, "办恳谈会。", id=maker.id())
    yield talks
    for serving_only in (False, True):
        sessions = counting(talks, CountRule.ACTIVITIES, id=maker.id(), serving_only=serving_only)
        yield sessions
        for rule, kind in (
            (CountRule.COLLECTED, ActivityKind.DIALOGUE),
            (CountRule.ENTERPRISES, None),
            (CountRule.MEMBERS, None),  # of the register, so not counted here
            (None, ActivityKind.DIALOGUE),
        ):
            yield make.sub_measure(sessions, f"{rule}", id=maker.id(), rule=rule, activity_kind=kind)
    chambers = make.item(theme, "创建四好商会。", id=maker.id())
    rated = make.measure(chambers, id=maker.id(), source=MeasureSource.REGISTER)
    yield from (chambers, rated)
    for level in ("省级", "市级"):
        part = {"rule": CountRule.CHAMBERS_RATED, "level": level}
        yield make.sub_measure(rated, level, id=maker.id(), **part)
