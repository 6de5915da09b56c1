"""Beginning: the first start with the county and its townships, a new plan, a copy of last year's plan."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from moushi import paths
from moushi.changes.model import Edit, Insert, Proposal, Source, changes_between
from moushi.desk.desk import open_for_work
from moushi.desk.keeping import restore_backup
from moushi.desk.rolling import moved
from moushi.domain.kinds import Level, PlanState
from moushi.domain.record import R, Record
from moushi.domain.records import (
    Continuation,
    Federation,
    ItemProgramme,
    ItemUnit,
    Measure,
    MeasureChamber,
    Milestone,
    Passage,
    Plan,
    PlanItem,
    SubMeasure,
    Theme,
    Township,
    federation_id,
    normal_name,
    plan_id,
    township_id,
)
from moushi.domain.snapshot import Snapshot, in_order
from moushi.domain.townships import township_called
from moushi.errors import MoushiError, say

_OF_FEDERATION = "工商联"
_ENDINGS = re.compile(r"(?:工商联|工商业联合会|总商会)$")
_SEPARATORS = re.compile(r"[\n、，,；;\t]+")


@dataclass(frozen=True, slots=True)
class County:
    """An island county as shipped: what a first start is filled in with; `code` is None where it has none."""

    name: str
    city: str
    level: Level
    townships: tuple[str, ...]
    code: str | None = None
    pinyin: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a person says on the first start; `city` is the federation above it, "" for none."""

    federation: str
    level: Level
    year: int
    townships: tuple[str, ...] = ()
    city: str = ""
    short_name: str = ""
    code: str | None = None


def counties() -> tuple[County, ...]:
    """The island counties to choose from, in the order of their file."""
    held = tomllib.loads((paths.resources() / "counties.toml").read_text("utf-8"))
    return tuple(
        County(
            each["name"],
            each["city"],
            Level(each["level"]),
            tuple(each["townships"]),
            each.get("code"),
            each["pinyin"],
        )
        for each in held["counties"]
    )


def county_named(text: str, among: Iterable[County]) -> County | None:
    """The county of that name, with or without its last character, or alone of these initials."""
    wanted, counties = normal_name(text), tuple(among)
    if not wanted:
        return None
    for county in counties:
        if wanted in (county.name, county.name.rstrip("县市区")):
            return county
    sounding = [county for county in counties if county.pinyin == wanted.casefold()]
    return sounding[0] if len(sounding) == 1 else None


def federation_name(place: str) -> str:
    """What the federation of a place is called; a federation's own name stays as it is."""
    bare = re.sub(r"\s+", "", place)
    return bare if not bare or _ENDINGS.search(bare) else bare + _OF_FEDERATION


def level_of(place: str, among: Iterable[County] = ()) -> Level:
    """The level of a place's federation: of a city above one of the counties, else by its last character."""
    bare = _ENDINGS.sub("", place.strip())
    if any(bare == county.city for county in among):
        return Level.CITY
    return Level.DISTRICT if bare.endswith("区") else Level.COUNTY


def township_names(text: str) -> tuple[str, ...]:
    """The townships of a list as typed or pasted: one a line or between commas; blank and doubled ones go."""
    names: dict[str, str] = {}
    for name in _SEPARATORS.split(text):
        bare = re.sub(r"\s+", "", name)
        if bare:
            names.setdefault(normal_name(bare), bare)
    return tuple(names.values())


def begin(snapshot: Snapshot, told: Beginning, person: str = "") -> Proposal:
    """The first start as one proposal: the federation and the one above it, its townships, a plan in draft.

    What is there already stays and is completed. `MoushiError` when the federation has no name, is named as
    the one above it, or all of this is there already.
    """
    name = told.federation.strip()
    if not normal_name(name):
        raise MoushiError("The federation has no name yet. Type the county, or the federation's name.")
    if normal_name(name) == normal_name(told.city):
        raise MoushiError("{name} cannot stand above itself. Choose another parent federation.", name=name)
    edits = list(_begun(snapshot, told, name))
    if not edits:
        raise MoushiError(
            "{name} and its plan of {year} are there already. Go to the plan, or choose another year.",
            name=name,
            year=told.year,
        )
    title = say("Began with {federation}, {year}", federation=name, year=told.year)
    return Proposal(Source("", None, person), title, tuple(edits))


def _begun(snapshot: Snapshot, told: Beginning, name: str) -> Iterator[Edit]:
    above = federation_id(told.city) if told.city.strip() else None
    if above and snapshot.get(Federation, above) is None:
        yield Insert(_federation(told.city.strip(), Level.CITY))
    number = federation_id(name)
    held = snapshot.get(Federation, number)
    federation = replace(
        held or _federation(name, told.level, told.short_name),
        level=told.level,
        region_code=told.code or (held.region_code if held else None),
        parent_id=above or (held.parent_id if held else None),
    )
    yield from changes_between(held, federation) if held else [Insert(federation)]
    for township in told.townships:
        if township_called(snapshot, number, township) is None:
            yield Insert(Township(id=township_id(number, township), federation_id=number, name=township))
    if snapshot.get(Plan, plan_id(number, told.year)) is None:
        yield Insert(_plan(federation, told.year))


def _federation(name: str, level: Level, short_name: str = "") -> Federation:
    return Federation(
        id=federation_id(name), name=name, short_name=short_name or _ENDINGS.sub("", name), level=level
    )


def _plan(federation: Federation, year: int) -> Plan:
    return Plan(
        id=plan_id(federation.id, year),
        federation_id=federation.id,
        year=year,
        heading=f"{federation.name}：",
    )


def new_plan(snapshot: Snapshot, federation: UUID, year: int, person: str = "") -> Proposal:
    """A blank plan in draft, headed by its federation's name; `MoushiError` when that year has one."""
    holder = _holder(snapshot, federation)
    if snapshot.get(Plan, plan_id(federation, year)):
        raise _PlannedError(holder.name, year)
    title = say("New plan of {year} for {federation}", year=year, federation=holder.name)
    return Proposal(Source("", None, person), title, (Insert(_plan(holder, year)),))


def earlier_plan(snapshot: Snapshot, federation: UUID, year: int) -> Plan | None:
    """The newest plan of a federation before that year, which a new one can be copied from."""
    earlier = [plan for plan in snapshot.where(Plan, federation_id=federation) if plan.year < year]
    return max(earlier, key=lambda plan: plan.year, default=None)


def continue_plan(snapshot: Snapshot, federation: UUID, year: int, person: str = "") -> Proposal:
    """The plan of that year as a copy of the federation's newest one before it; `MoushiError` without one."""
    earlier = earlier_plan(snapshot, federation, year)
    if earlier is None:
        raise MoushiError(
            "{federation} has no plan before {year} to copy. Take last year's plan in first, or begin with a "
            "blank one.",
            federation=_holder(snapshot, federation).name,
            year=year,
        )
    return copy_plan(snapshot, earlier, year, person)


def copy_plan(snapshot: Snapshot, plan: Plan, year: int, person: str = "") -> Proposal:
    """A plan copied to another year as a draft: texts and order as they are, dates moved, nothing reached.

    States set by hand, progress and days on which things were done stay behind; each item continues the one
    that it is copied from. A blank plan of that year is filled; `MoushiError` when it has parts already.
    """
    holder = _holder(snapshot, plan.federation_id)
    copied = replace(plan, id=plan_id(plan.federation_id, year), year=year, state=PlanState.DRAFT)
    held = snapshot.get(Plan, copied.id)
    edits: list[Edit]
    if held is None:
        edits = [Insert(copied)]
    elif bool(snapshot.where(Passage, plan_id=held.id)) or bool(snapshot.where(Theme, plan_id=held.id)):
        raise _PlannedError(holder.name, year)
    else:
        edits = list(changes_between(held, copied))
    edits += map(Insert, _copies(snapshot, plan, copied))
    if not edits:
        raise _PlannedError(holder.name, year)
    title = say(
        "Copied the plan of {old} to {year} for {federation}",
        old=plan.year,
        year=year,
        federation=holder.name,
    )
    return Proposal(Source("", None, person), title, tuple(edits))


def _copies(snapshot: Snapshot, plan: Plan, copied: Plan) -> Iterator[Record]:
    """The parts of a plan as parts of its copy, each after what it is part of."""
    passages = snapshot.where(Passage, plan_id=plan.id)
    themes = snapshot.where(Theme, plan_id=plan.id)
    parts: tuple[Passage | Theme, ...] = in_order((*passages, *themes))
    for part, part_id in _numbered(parts):
        yield replace(part, id=part_id, plan_id=copied.id)
        if isinstance(part, Theme):
            for item, item_id in _numbered(snapshot.where(PlanItem, theme_id=part.id)):
                new = replace(
                    item,
                    id=item_id,
                    theme_id=part_id,
                    state_override=None,
                    override_reason="",
                    done_on=None,
                )
                yield from _item_copies(snapshot, item, new, copied.year - plan.year)


def _item_copies(snapshot: Snapshot, item: PlanItem, new: PlanItem, years: int) -> Iterator[Record]:
    yield replace(new, due_on=moved(item.due_on, years))
    yield Continuation(id=uuid4(), item_id=new.id, continued_id=item.id)
    for unit, number in _numbered(snapshot.where(ItemUnit, item_id=item.id)):
        yield replace(unit, id=number, item_id=new.id)
    for step, number in _numbered(snapshot.where(Milestone, item_id=item.id)):
        yield replace(step, id=number, item_id=new.id, due_on=moved(step.due_on, years), done_on=None)
    for link, number in _numbered(snapshot.where(ItemProgramme, item_id=item.id)):
        yield replace(link, id=number, item_id=new.id)
    for measure, number in _numbered(snapshot.where(Measure, item_id=item.id)):
        yield replace(measure, id=number, item_id=new.id, due_on=moved(measure.due_on, years))
        for part, part_id in _numbered(snapshot.where(SubMeasure, measure_id=measure.id)):
            yield replace(part, id=part_id, measure_id=number)
        for named, its_id in _numbered(snapshot.where(MeasureChamber, measure_id=measure.id)):
            yield replace(named, id=its_id, measure_id=number)


def _numbered(siblings: Sequence[R]) -> Iterator[tuple[R, UUID]]:
    """Siblings with new ids, in rising order: those of one position key stay in the order they had."""
    return zip(siblings, sorted((uuid4() for _ in siblings), key=str), strict=True)


def sample_place() -> Path:
    """Where the sample's own store lies, beside the person's."""
    from moushi.desk.sample import STORE  # loads the intake, which the window's start can do without

    return paths.data_dir() / STORE


def make_sample(now: datetime) -> Path:
    """The sample's store, made whole if it is not there; what a person tried out in it stays."""
    from moushi.desk.sample import STORE, fill_sample

    place = sample_place()
    if not place.exists():
        with TemporaryDirectory() as folder:
            with open_for_work(Path(folder) / STORE) as desk:
                fill_sample(desk, now)
            restore_backup(Path(folder) / STORE, place)
    return place


def _holder(snapshot: Snapshot, federation: UUID) -> Federation:
    holder = snapshot.get(Federation, federation)
    if holder is None:
        raise MoushiError("The federation of this plan is no longer there. Choose another one above.")
    return holder


class _PlannedError(MoushiError):
    def __init__(self, federation: str, year: int) -> None:
        super().__init__(
            "{federation} has a plan of {year} already. Go on with it, or choose another year.",
            federation=federation,
            year=year,
        )
