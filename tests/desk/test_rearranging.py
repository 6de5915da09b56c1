"""Parts of plans added, moved and taken out: however one goes on, they stand as in a list on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Proposal, applied, inverse
from moushi.compile.article import compile_plans
from moushi.desk import planning, rearranging
from moushi.desk.outline import outline
from moushi.domain.kinds import PassageKind
from moushi.domain.record import Record
from moushi.domain.records import Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError

OF = f.federation()


@dataclass
class Paper:
    """The plans written on paper: the parts of each in order, the items of each theme in order."""

    parts: dict[UUID, list[UUID]] = field(default_factory=dict)  # by plan
    items: dict[UUID, list[UUID]] = field(default_factory=dict)  # by theme

    def plan_of(self, part: UUID) -> UUID:
        return next(plan for plan, parts in self.parts.items() if part in parts)

    def theme_of(self, item: UUID) -> UUID:
        return next(theme for theme, items in self.items.items() if item in items)

    def part_of(self, record: UUID) -> UUID:
        return record if record in self.items or self.is_part(record) else self.theme_of(record)

    def is_part(self, record: UUID) -> bool:
        return any(record in parts for parts in self.parts.values())


def moved(lists: dict[UUID, list[UUID]], mine: Sequence[UUID], to: UUID, place: int) -> None:
    """Cut some out wherever they are, and put them in at a place, counted before they are cut out."""
    target = lists[to]
    before = [one for one in target[:place] if one not in mine]
    after = [one for one in target[place:] if one not in mine]
    for held in lists.values():
        held[:] = [one for one in held if one not in mine]
    lists[to][:] = [*before, *mine, *after]


@st.composite
def plans(draw: st.DrawFn) -> tuple[Record, ...]:
    """One or two plans of parts and items whose position keys may be equal."""
    ids = iter(draw(st.permutations([UUID(int=n << 90 | n) for n in range(1, 60)])))
    found: list[Record] = [OF]
    for number in range(draw(st.integers(1, 2))):
        plan = f.plan(OF, 2031 + number)
        found.append(plan)
        for _ in range(draw(st.integers(0, 4))):
            rank = draw(f.ranks)
            if draw(st.integers(0, 3)) == 0:
                found.append(f.passage(plan, f"段{len(found)}。", rank=rank, id=next(ids)))
                continue
            theme = f.theme(plan, f"块{len(found)}。", rank=rank, id=next(ids))
            found.append(theme)
            for _ in range(draw(st.integers(0, 3))):
                found.append(f.item(theme, f"条{len(found)}；", rank=draw(f.ranks), id=next(ids)))
    return tuple(found)


class Table:
    """Records in memory with a copy on paper; every proposal is applied, and taken back once to see."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = {record.id: record for record in records}
        self.paper = self.read()

    @property
    def snapshot(self) -> MemorySnapshot:
        return MemorySnapshot(self.records.values())

    def read(self) -> Paper:
        """The order in which the outline shows everything."""
        found = Paper()
        for year in (2031, 2032):
            for plan in outline(self.snapshot, year):
                found.parts[plan.id] = [part.id for part in plan.children]
                for part in plan.children:
                    if part.kind is Theme:
                        found.items[part.id] = [item.id for item in part.children]
        return found

    def apply(self, proposal: Proposal | None) -> None:
        assert proposal is not None
        after = applied(self.records, proposal.edits)
        assert applied(after, inverse(proposal.edits)) == self.records
        self.records = after

    def of(self, *ids: UUID) -> list[Record]:
        return [self.records[one] for one in ids]

    def in_turn(self, *ids: UUID) -> list[UUID]:
        """The ids in the order in which their records were made, whatever they are."""
        return [one for one in self.records if one in ids]

    def draw(self, data: st.DataObject, *kinds: type[Record]) -> Record:
        there = [record for record in self.records.values() if isinstance(record, kinds)]
        return data.draw(st.sampled_from(there))


Step = Callable[[st.DataObject, Table], None]


def add_items(data: st.DataObject, table: Table) -> None:
    at, paper = table.draw(data, Plan, Passage, Theme, PlanItem), table.paper
    texts = [f"新{len(table.records)}{n}。" for n in range(data.draw(st.integers(1, 2)))]
    proposal = planning.add_item(table.snapshot, at, texts)
    table.apply(proposal)
    new = list(planning.new_ids(proposal))
    if isinstance(at, PlanItem):
        theme = paper.theme_of(at.id)
        place = paper.items[theme].index(at.id) + 1
    elif isinstance(at, Theme):
        theme, place = at.id, len(paper.items[at.id])
    else:
        plan = at.id if isinstance(at, Plan) else paper.plan_of(at.id)
        themes = [part for part in paper.parts[plan] if part in paper.items]
        if not themes:
            theme, *new = new
            parts = paper.parts[plan]
            parts.insert(parts.index(at.id) + 1 if at.id in parts else len(parts), theme)
            paper.items[theme] = []
            themes = [theme]
        theme = themes[-1]
        place = len(paper.items[theme])
    paper.items[theme][place:place] = new
    assert [table.records[one].text for one in new] == texts  # type: ignore[attr-defined]


def add_part(data: st.DataObject, table: Table) -> None:
    at, paper = table.draw(data, Plan, Passage, Theme, PlanItem), table.paper
    add = data.draw(st.sampled_from((planning.add_theme, planning.add_passage)))
    proposal = add(table.snapshot, at)
    table.apply(proposal)
    (new,) = planning.new_ids(proposal)
    if isinstance(at, Plan):
        parts = paper.parts[at.id]
        place = len(parts) if add is planning.add_theme else 0
    else:
        home = paper.part_of(at.id)
        parts = paper.parts[paper.plan_of(home)]
        place = parts.index(home) + 1
    parts.insert(place, new)
    if add is planning.add_theme:
        paper.items[new] = []


def siblings(data: st.DataObject, table: Table) -> tuple[dict[UUID, list[UUID]], UUID, list[UUID]]:
    """Some siblings, in any order: the lists they are in, the list that holds them, and they."""
    lists = data.draw(st.sampled_from((table.paper.items, table.paper.parts)))
    at = data.draw(st.sampled_from(table.in_turn(*lists) or [UUID(int=0)]))
    some = data.draw(st.lists(st.sampled_from(lists[at]), unique=True)) if lists.get(at) else []
    return lists, at, some


def move_by(data: st.DataObject, table: Table) -> None:
    lists, at, chosen = siblings(data, table)
    by = data.draw(st.sampled_from((-1, 1)))
    proposal = rearranging.move_by(table.snapshot, table.of(*chosen), by)
    held = lists.get(at, [])
    places = sorted(map(held.index, chosen))
    mine = [held[place] for place in places]
    if chosen and 0 <= (target := places[0] - 1 if by < 0 else places[-1] + 2) <= len(held):
        moved(lists, mine, at, target)
        table.apply(proposal)
        return
    if chosen and lists is table.paper.items:
        themes = [part for part in table.paper.parts[table.paper.plan_of(at)] if part in lists]
        beyond = themes.index(at) + by
        if 0 <= beyond < len(themes):
            moved(lists, mine, themes[beyond], len(lists[themes[beyond]]) if by < 0 else 0)
            table.apply(proposal)
            return
    assert proposal is None


def some_of(data: st.DataObject, table: Table) -> tuple[dict[UUID, list[UUID]], list[UUID]]:
    """Some items or some parts, from wherever they are, and the lists they are in."""
    lists = data.draw(st.sampled_from((table.paper.items, table.paper.parts)))
    held = table.in_turn(*(one for each in lists.values() for one in each))
    return lists, data.draw(st.lists(st.sampled_from(held), unique=True, max_size=3)) if held else []


def move_into(data: st.DataObject, table: Table) -> None:
    lists, chosen = some_of(data, table)
    target = data.draw(st.sampled_from(table.in_turn(*table.paper.parts, *table.paper.items)))
    row = data.draw(st.integers(0, len(lists.get(target, ()))))
    proposal = rearranging.move_into(table.snapshot, table.of(*chosen), table.records[target], row)
    if not chosen or target not in lists:
        assert proposal is None
        return
    moved(lists, chosen, target, row)
    table.apply(proposal)


def move_after(data: st.DataObject, table: Table) -> None:
    lists, chosen = some_of(data, table)
    at, paper = table.draw(data, Plan, Passage, Theme, PlanItem), table.paper
    proposal = rearranging.move_after(table.snapshot, table.of(*chosen), at)
    if not chosen or (lists is paper.items and isinstance(at, Plan | Passage)):
        assert proposal is None
        return
    if lists is paper.items:
        target = at.id if isinstance(at, Theme) else paper.theme_of(at.id)
        place = lists[target].index(at.id) + 1 if isinstance(at, PlanItem) else len(lists[target])
    else:
        home = at.id if isinstance(at, Plan) else paper.part_of(at.id)
        target = at.id if isinstance(at, Plan) else paper.plan_of(home)
        place = len(lists[target]) if isinstance(at, Plan) else lists[target].index(home) + 1
    moved(lists, chosen, target, place)
    table.apply(proposal)


def take_out(data: st.DataObject, table: Table) -> None:
    paper = table.paper
    lists = (*paper.items.values(), *paper.parts.values())
    held = table.in_turn(*paper.items, *(one for each in lists for one in each))
    chosen = data.draw(st.lists(st.sampled_from(held), unique=True, min_size=1, max_size=2)) if held else []
    if not chosen:
        return
    table.apply(planning.take_out(table.snapshot, table.of(*chosen)))
    for one in chosen:
        paper.items.pop(one, None)
        for each in lists:
            each[:] = [other for other in each if other != one]


STEPS: tuple[Step, ...] = (add_items, add_part, move_by, move_by, move_into, move_after, take_out)


@settings(max_examples=150)
@given(plans(), st.data())
def test_however_one_rearranges_plans_they_stand_as_on_paper(
    records: tuple[Record, ...], data: st.DataObject
) -> None:
    table = Table(records)
    for _ in range(data.draw(st.integers(1, 8))):
        step = data.draw(st.sampled_from(STEPS))
        before = texts(table)
        step(data, table)
        assert table.read() == table.paper
        if step not in (add_items, add_part, take_out):
            assert texts(table) == before


def texts(table: Table) -> Counter[str]:
    return Counter(
        getattr(record, "text", "") or getattr(record, "lead", "") for record in table.records.values()
    )


@given(plans())
def test_the_outline_the_clipboard_and_the_print_have_one_order(records: tuple[Record, ...]) -> None:
    table = Table(records)
    for plan in (record for record in records if isinstance(record, Plan)):
        printed = compile_plans(table.snapshot, (plan,), plan.year).sections[0]
        refs = [run.ref.id for paragraph in printed.paragraphs for run in paragraph.runs if run.ref]
        shown: list[UUID] = []
        for part in table.paper.parts[plan.id]:
            shown += [part, *table.paper.items.get(part, ())]
        assert refs == shown
        copied = planning.texts_of(table.snapshot, [plan])
        assert copied.replace("\n", "") == "".join(paragraph.text for paragraph in printed.paragraphs)


# -- as a person would say it ------------------------------------------------------------------------------

PLAN = f.plan(OF)
OPENING = f.passage(PLAN, "县情。", rank="1")
FIRST = f.theme(PLAN, "一是建商会。", rank="2")
SECOND = f.theme(PLAN, "二是办实事。", rank="3")
A, B, C = (f.item(FIRST, text, rank=rank) for text, rank in zip("甲乙丙", "123", strict=True))
D = f.item(SECOND, "丁", rank="1")
COUNTY = (OF, PLAN, OPENING, FIRST, SECOND, A, B, C, D)


def after(proposal: Proposal | None, *more: Record) -> str:
    assert proposal is not None
    there = {record.id: record for record in (*COUNTY, *more)}
    snapshot = MemorySnapshot(applied(there, proposal.edits).values())
    return planning.texts_of(snapshot, [PLAN])


def test_a_move_is_one_edit_where_there_is_room() -> None:
    proposal = rearranging.move_by(MemorySnapshot(COUNTY), [B], -1)
    assert proposal is not None
    assert len(proposal.edits) == 1
    assert after(proposal) == "县情。\n一是建商会。乙甲丙\n二是办实事。丁"
    assert proposal.title.render() == "Moved plan item: 乙"


def test_an_item_at_the_edge_goes_on_into_the_next_theme() -> None:
    down = rearranging.move_by(MemorySnapshot(COUNTY), [C], 1)
    assert after(down) == "县情。\n一是建商会。甲乙\n二是办实事。丙丁"
    up = rearranging.move_by(MemorySnapshot(COUNTY), [D], -1)
    assert after(up) == "县情。\n一是建商会。甲乙丙丁\n二是办实事。"
    assert rearranging.move_by(MemorySnapshot(COUNTY), [A], -1) is None
    assert rearranging.move_by(MemorySnapshot(COUNTY), [D], 1) is None


def test_scattered_items_gather_where_the_first_goes() -> None:
    up = rearranging.move_by(MemorySnapshot(COUNTY), [C, A], 1)
    assert after(up) == "县情。\n一是建商会。乙\n二是办实事。甲丙丁"
    assert up is not None
    assert up.title.render() == "Moved 2 parts of the plan"


def test_items_and_themes_do_not_move_together() -> None:
    snapshot = MemorySnapshot(COUNTY)
    assert rearranging.move_by(snapshot, [A, SECOND], 1) is None
    assert rearranging.move_into(snapshot, [A, SECOND], FIRST, 0) is None
    assert rearranging.move_after(snapshot, [A, SECOND], FIRST) is None
    assert rearranging.move_by(snapshot, [], 1) is None
    assert rearranging.move_by(snapshot, [A, D], 1) is None


def test_what_was_changed_meanwhile_still_has_its_place() -> None:
    stale = f.item(FIRST, "旧的乙", id=B.id, rank="2")
    assert after(rearranging.move_after(MemorySnapshot(COUNTY), [D], stale)).startswith(
        "县情。\n一是建商会。甲乙丁丙"
    )
    assert after(planning.add_item(MemorySnapshot(COUNTY), stale, ["新"])).startswith(
        "县情。\n一是建商会。甲乙新丙"
    )


def test_a_theme_goes_with_all_that_hangs_on_it_in_one_step() -> None:
    measure = f.measure(A)
    hanging = (f.unit(A), f.milestone(A), measure, f.sub_measure(measure), f.progress(measure))
    there = {record.id: record for record in (*COUNTY, *hanging)}
    proposal = planning.take_out(MemorySnapshot(there.values()), [FIRST, A])
    assert applied(there, proposal.edits).keys() == {OF.id, PLAN.id, OPENING.id, SECOND.id, D.id}
    assert planning.take_out(MemorySnapshot(there.values()), [A]).title.render() == "Deleted plan item: 甲"


def test_where_a_theme_or_plan_is_gone_a_person_is_told() -> None:
    with pytest.raises(MoushiError, match="theme is gone"):
        planning.add_item(MemorySnapshot([OF, PLAN]), A)
    with pytest.raises(MoushiError, match="plan is gone"):
        planning.add_theme(MemorySnapshot([OF]), FIRST)
    assert rearranging.move_after(MemorySnapshot([OF, PLAN]), [A], B) is None


def test_the_plan_s_first_item_brings_its_theme() -> None:
    proposal = planning.add_item(MemorySnapshot([OF, PLAN]), PLAN, ["走访企业。"])
    theme, item = (edit.id for edit in proposal.edits)
    assert list(planning.new_ids(proposal)) == [theme, item]


def test_a_new_passage_is_of_the_kind_asked_for() -> None:
    proposal = planning.add_passage(MemorySnapshot(COUNTY), FIRST, PassageKind.SPEECH)
    (new,) = planning.new_ids(proposal)
    made = applied({record.id: record for record in COUNTY}, proposal.edits)[new]
    assert isinstance(made, Passage)
    assert made.kind is PassageKind.SPEECH
    assert planning.parts_of(MemorySnapshot([*COUNTY, made]), PLAN) == (OPENING, FIRST, made, SECOND)
