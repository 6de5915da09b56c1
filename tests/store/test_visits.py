"""A visit to a field: what is typed in one is one change in the history, whatever was kept meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, ChangeSet, Delete, Insert, Proposal, RefusedError, typed
from moushi.changes.visit import joined_edit
from moushi.desk.desk import Desk
from moushi.domain.kinds import PlanState
from moushi.domain.record import Record, Scalar
from moushi.domain.records import Member, Plan, PlanItem, Progress
from moushi.errors import MoushiError
from moushi.store import Store, doctor, open_store
from stores import emptied_store, fresh_store

OF = f.federation()
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME, "办两场渔具展。")
OTHER = f.item(THEME, "修一条船。", rank="2")
MEMBER = f.member(OF)
COUNTY: tuple[Record, ...] = (OF, PLAN, THEME, ITEM, OTHER, MEMBER)


@pytest.fixture
def county(store: Store) -> Store:
    store.apply(f.proposal(*COUNTY))
    return store


def type_in(
    store: Store,
    value: Scalar,
    visit: ChangeSet | UUID | None = None,
    *,
    name: str = "text",
    of: Record = ITEM,
) -> ChangeSet:
    """Keep what stands in a field, as its editor does: in the visit under way, if there is one."""
    continues = visit.id if isinstance(visit, ChangeSet) else visit
    return store.apply(typed(type(of), of.id, name, now(store, of, name), value), continues)


def now(store: Store, of: Record = ITEM, name: str = "text") -> Scalar:
    with store.snapshot() as snapshot:
        held = snapshot.get(type(of), of.id)
    value: Scalar = getattr(held, name)
    return value


def take_back(store: Store) -> None:
    review = store.undo()
    assert review.applies_at_once
    store.apply(review.review.accepted)


def redo(store: Store) -> None:
    review = Desk(store).redo()
    assert review.applies_at_once
    store.apply(review.review.accepted)


def told(store: Store) -> list[str]:
    return [change.title.render() for change in store.history()]


def test_what_is_typed_in_one_visit_is_one_change_from_the_old_words_to_the_last(county: Store) -> None:
    first = type_in(county, "办三")
    second = type_in(county, "办三场渔", first)
    third = type_in(county, "办三场渔具展。", second)
    assert first.id == second.id == third.id
    assert len(county.history()) == 2
    (edit,) = county.change(first.id).edits
    assert edit == Change(PlanItem, ITEM.id, "text", "办两场渔具展。", "办三场渔具展。")
    assert third.edits == (edit,)
    assert doctor(county) == []


def test_one_undo_gives_the_words_from_before_the_visit_and_redo_the_last_ones(county: Store) -> None:
    visit = type_in(county, "办三")
    type_in(county, "办三场渔具展。", visit)
    take_back(county)
    assert now(county) == "办两场渔具展。"
    redo(county)
    assert now(county) == "办三场渔具展。"
    assert doctor(county) == []


def test_typing_back_what_stood_there_leaves_nothing_to_undo_of_the_visit(county: Store) -> None:
    imported = county.history()[0]
    visit = type_in(county, "办三")
    back = type_in(county, "办两场渔具展。", visit)
    assert back.undoes == visit.id
    assert told(county)[0] == f"Undo: {visit.title.render()}"
    assert county.undo_candidate() == imported.id
    redo(county)
    assert now(county) == "办三"
    assert county.undo_candidate() == visit.id
    take_back(county)
    assert now(county) == "办两场渔具展。"
    assert doctor(county) == []


def test_after_typing_back_a_new_visit_begins(county: Store) -> None:
    visit = type_in(county, "办三")
    back = type_in(county, "办两场渔具展。", visit)
    again = type_in(county, "办四场", back)
    assert again.id not in {visit.id, back.id}
    take_back(county)
    assert now(county) == "办两场渔具展。"
    assert doctor(county) == []


def test_another_change_in_between_ends_the_visit(county: Store) -> None:
    visit = type_in(county, "办三")
    type_in(county, "修两条船。", of=OTHER)
    further = type_in(county, "办三场", visit)
    assert further.id != visit.id
    take_back(county)
    assert now(county) == "办三"


def test_an_undo_in_between_ends_the_visit(county: Store) -> None:
    visit = type_in(county, "办三")
    take_back(county)
    further = type_in(county, "办五场", visit)
    assert further.id != visit.id
    assert further.edits == (Change(PlanItem, ITEM.id, "text", "办两场渔具展。", "办五场"),)
    assert county.redo_candidate() is None
    assert doctor(county) == []


@pytest.mark.parametrize(("of", "name"), [(OTHER, "text"), (ITEM, "leader")])
def test_a_visit_is_to_one_field_of_one_record(county: Store, of: Record, name: str) -> None:
    visit = type_in(county, "办三")
    elsewhere = type_in(county, "卢一苇", visit, name=name, of=of)
    assert elsewhere.id != visit.id
    assert len(county.history()) == 3


def test_a_visit_that_nobody_knows_of_is_a_change_of_its_own(county: Store) -> None:
    type_in(county, "办三", uuid4())
    assert len(county.history()) == 2


def test_a_field_may_be_emptied_and_filled_in_one_visit(county: Store) -> None:
    visit = type_in(county, date(2031, 6, 30), name="due_on")
    visit = type_in(county, None, visit, name="due_on")
    assert now(county, name="due_on") is None
    visit = type_in(county, date(2031, 7, 1), name="due_on")
    visit = type_in(county, date(2031, 7, 2), visit, name="due_on")
    assert doctor(county) == []
    take_back(county)
    assert now(county, name="due_on") is None


def test_an_emptied_field_can_be_read_from_the_history_of_its_visit(county: Store) -> None:
    type_in(county, 12, name="staff", of=MEMBER)
    visit = type_in(county, 13, name="staff", of=MEMBER)
    type_in(county, None, visit, name="staff", of=MEMBER)
    assert county.change(visit.id).edits == (Change(Member, MEMBER.id, "staff", 12, None),)
    assert doctor(county) == []


def test_search_finds_what_stands_in_the_field_now(county: Store) -> None:
    visit = type_in(county, "办灯塔展。")
    type_in(county, "办盐田展。", visit)
    assert [hit.id for hit in county.search("盐田")] == [ITEM.id]
    assert county.search("灯塔") == ()
    take_back(county)
    assert county.search("盐田") == ()
    assert [hit.id for hit in county.search("渔具")] == [ITEM.id, MEMBER.id]


def test_a_refused_word_leaves_the_visit_as_it_was(county: Store) -> None:
    visit = type_in(county, "办三")
    with pytest.raises(RefusedError):
        type_in(county, "办\0", visit)
    county.apply(typed(Plan, PLAN.id, "state", PlanState.DRAFT, PlanState.CLOSED))
    with pytest.raises(RefusedError):
        type_in(county, "办三场", visit)
    assert now(county) == "办三"
    assert doctor(county) == []


def test_observers_hear_of_each_time_a_visit_is_kept(county: Store) -> None:
    heard: list[ChangeSet] = []
    county.subscribe(heard.append)
    visit = type_in(county, "办三")
    type_in(county, "办三场", visit)
    assert [change.id for change in heard] == [visit.id, visit.id]
    assert [edit.new for change in heard for edit in change.edits if isinstance(edit, Change)] == [
        "办三",
        "办三场",
    ]


def test_only_single_typed_changes_that_follow_each_other_join() -> None:
    first = Change(PlanItem, ITEM.id, "text", "甲", "乙")
    begun = ChangeSet(uuid4(), 1, datetime(2031, 1, 1, tzinfo=UTC), f.proposal().source, f.proposal().title)

    def joins(*edits: Change | Insert, onto: tuple[Change | Insert, ...] = (first,)) -> bool:
        held = ChangeSet(begun.id, 1, begun.at, begun.source, begun.title, onto)
        return joined_edit(held, f.proposal(*edits)) is not None

    then = Change(PlanItem, ITEM.id, "text", "乙", "丙")
    assert joins(then)
    assert not joins(then, Change(PlanItem, ITEM.id, "leader", "", "禾小满"))
    assert not joins(then, onto=(first, first))
    assert not joins(Change(PlanItem, ITEM.id, "text", "丁", "丙"))
    assert not joins(Insert(ITEM))
    assert not joins(then, onto=(Insert(ITEM),))
    undoing = Proposal(f.proposal().source, f.proposal().title, (then,), (), uuid4())
    assert joined_edit(ChangeSet(begun.id, 1, begun.at, begun.source, begun.title, (first,)), undoing) is None


def test_what_is_typed_on_after_a_backup_is_backed_up_again_on_closing(tmp_path: Path) -> None:
    clock = iter(datetime(2031, 3, 1, 12, tzinfo=UTC) + timedelta(seconds=n) for n in range(1000))
    with fresh_store(tmp_path, clock=lambda: next(clock)) as store:
        store.apply(f.proposal(*COUNTY))
        visit = type_in(store, "办三")
        store.backup("typed")
        type_in(store, "办三场渔具展。", visit)
        store.close()
        newest = store.backups()[0]
    again = open_store(newest.path, read_only=True)
    assert now(again) == "办三场渔具展。"
    again.close()


# -- any sequence ------------------------------------------------------------------------------------------

FIELDS: tuple[tuple[Record, str], ...] = (
    (ITEM, "text"),
    (ITEM, "due_on"),
    (OTHER, "text"),
    (MEMBER, "staff"),
)
VALUES: dict[str, list[Scalar]] = {
    "text": ["办两场渔具展。", "修一条船。", "甲", ""],
    "due_on": [None, date(2031, 6, 30), date(2031, 12, 31)],
    "staff": [None, 0, 12],
}


@dataclass
class Desktop:
    """What a person believes: values, visits done, visits undone, and whether the last one is still open."""

    values: dict[tuple[UUID, str], Scalar]
    done: list[tuple[UUID, str, Scalar, Scalar]] = field(default_factory=list)
    undone: list[tuple[UUID, str, Scalar, Scalar]] = field(default_factory=list)
    is_open: bool = False

    def type_in(self, key: tuple[UUID, str], value: Scalar, *, going_on: bool) -> None:
        old, self.values[key] = self.values[key], value
        if going_on and self.is_open and self.done and self.done[-1][:2] == key:
            *_, before, _ = self.done.pop()
            if value == before:
                self.undone = [(*key, before, old)]
                self.is_open = False
            else:
                self.done.append((*key, before, value))
            return
        self.done.append((*key, old, value))
        self.undone.clear()
        self.is_open = True

    def undo(self) -> None:
        visit = self.done.pop()
        self.undone.append(visit)
        self.values[visit[:2]] = visit[2]
        self.is_open = False

    def redo(self) -> None:
        visit = self.undone.pop()
        self.done.append(visit)
        self.values[visit[:2]] = visit[3]
        self.is_open = False


@settings(max_examples=30)
@given(data=st.data())
def test_however_one_types_undoes_and_redoes_all_stands_as_a_person_believes(data: st.DataObject) -> None:
    with emptied_store() as store:
        store.apply(f.proposal(*COUNTY))
        believed = Desktop({(of.id, name): getattr(of, name) for of, name in FIELDS})
        last: UUID | None = None
        for _ in range(data.draw(st.integers(1, 12))):
            way = data.draw(st.sampled_from(("type", "go on", "undo", "redo")))
            if way == "undo" and believed.done:
                believed.undo()
                take_back(store)
            elif way == "redo" and believed.undone:
                believed.redo()
                redo(store)
            else:
                of, name = data.draw(st.sampled_from(FIELDS))
                others = [value for value in VALUES[name] if value != believed.values[of.id, name]]
                value = data.draw(st.sampled_from(others))
                believed.type_in((of.id, name), value, going_on=way == "go on")
                last = type_in(store, value, last if way == "go on" else None, name=name, of=of).id
            held = {(of.id, name): now(store, of, name) for of, name in FIELDS}
            assert held == believed.values
            assert (store.redo_candidate() is not None) == bool(believed.undone)
        assert doctor(store) == []
        while believed.done:
            believed.undo()
            take_back(store)
        assert {(of.id, name): now(store, of, name) for of, name in FIELDS} == believed.values
        if believed.undone:
            while believed.undone:
                believed.redo()
                redo(store)
            with pytest.raises(MoushiError):
                redo(store)
        assert {(of.id, name): now(store, of, name) for of, name in FIELDS} == believed.values
        assert doctor(store) == []


def test_a_record_that_is_made_while_typing_is_one_change_with_what_is_typed_on(county):
    report = f.progress(ITEM, "2031-03", narrative="三月")
    begun = county.apply(f.proposal(Insert(report)))
    begun = type_in(county, "三月办了一场", begun, name="narrative", of=report)
    begun = type_in(county, "三月办了一场渔具展。", begun, name="narrative", of=report)
    assert [change.number for change in county.history()] == [2, 1]
    assert county.change(begun.id).edits == (Insert(replace(report, narrative="三月办了一场渔具展。")),)
    take_back(county)
    with county.snapshot() as snapshot:
        assert snapshot.get(Progress, report.id) is None
    redo(county)
    assert now(county, report, "narrative") == "三月办了一场渔具展。"
    assert doctor(county) == []


def test_a_record_that_is_made_and_cleared_in_one_visit_leaves_nothing_to_undo(county):
    report = f.progress(ITEM, "2031-03", narrative="三月")
    begun = county.apply(f.proposal(Insert(report)))
    undo = county.apply(f.proposal(Delete(report)), begun.id)
    assert undo.undoes == begun.id
    assert county.undo_candidate() == county.history()[-1].id
    assert doctor(county) == []
