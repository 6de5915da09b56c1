"""The history: headers newest first, changes with their edits, ids by their beginning."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

import factories as f
from moushi.changes.model import Delete, Insert, Proposal, Source, typed
from moushi.domain.records import Federation
from moushi.errors import MoushiError, say
from moushi.store import Kind, Store, open_store
from stores import tamper


def test_it_lists_changes_newest_first_without_their_edits(store: Store) -> None:
    first = store.apply(f.proposal(f.federation(), source="甲.docx"))
    second = store.apply(f.proposal(f.person(), f.programme(), source="乙.txt"))
    listed = store.history()
    assert [change.id for change in listed] == [second.id, first.id]
    assert [change.edit_count for change in listed] == [2, 1]
    assert [change.source.name for change in listed] == ["乙.txt", "甲.docx"]
    assert all(change.edits == () for change in listed)
    assert [change.number for change in store.history(limit=1)] == [2]


def test_a_change_comes_back_whole(store: Store) -> None:
    made = store.apply(f.proposal(*f.planned_county()))
    assert store.change(made.id) == made


def test_a_title_keeps_its_values_and_the_message_in_it(store: Store) -> None:
    inner = say("Changed {count}", count=3)
    values = {"inner": inner, "day": date(2031, 3, 1), "sum": Decimal("1.50"), "who": None}
    title = say("{inner} {day} {sum} {who}", **values)
    made = store.apply(Proposal(Source("x"), title, (Insert(f.federation()),)))
    kept = store.change(made.id).title
    assert str(kept) == str(title)
    assert kept.values["inner"] == inner


def test_changes_after_one_come_oldest_first_with_their_edits(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of))
    later = [
        store.apply(typed(Federation, of.id, "short_name", "", "云屿")),
        store.apply(f.proposal(f.person())),
    ]
    assert store.changes_after(1) == later
    assert store.changes_after(3) == []


def test_an_instant_is_kept_whatever_the_zone_of_the_clock(store: Store) -> None:
    path = store.path
    store.close()
    here = timezone(timedelta(hours=8))
    at_home = open_store(path, clock=lambda: datetime(2031, 3, 1, 7, 30, tzinfo=here))
    made = at_home.apply(f.proposal(f.federation()))
    assert at_home.change(made.id).at == datetime(2031, 2, 28, 23, 30, tzinfo=UTC)
    at_home.close()


def test_a_change_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    made = store.apply(f.proposal(f.federation()))
    for text in (str(made.id), made.id.hex[:4], f" {str(made.id)[:11].upper()} "):
        assert store.find_change(text) == made


@pytest.mark.parametrize("text", ["", "abc", "wxyz", "%%%%", "0" * 33])
def test_what_is_no_beginning_of_an_id_is_refused(store: Store, text: str) -> None:
    with pytest.raises(MoushiError, match="is no change"):
        store.find_change(text)


def test_a_beginning_that_fits_none_or_several_is_refused(store: Store) -> None:
    made = [store.apply(f.proposal(f.person())) for _ in range(2)]
    with pytest.raises(MoushiError, match="No change begins"):
        store.find_change((UUID(int=made[0].id.int ^ 1 << 127)).hex[:6])
    for number, change in enumerate(made, 1):
        alike = f"abcdef{number:026}"
        tamper(store.path, "UPDATE history_edit SET change_id=? WHERE change_id=?", alike, change.id.hex)
        tamper(store.path, "UPDATE history_change SET id=? WHERE id=?", alike, change.id.hex)
    with pytest.raises(MoushiError, match="Several changes begin"):
        store.find_change("abcdef")
    assert store.find_change("abcdef" + "0" * 25 + "2").number == 2


def test_an_unknown_change_is_refused(store: Store) -> None:
    with pytest.raises(MoushiError, match="There is no change"):
        store.change(uuid4())


def test_it_lists_on_from_a_number_and_by_kind(store: Store) -> None:
    of = f.federation()
    store.apply(f.proposal(of, source="甲.docx"))
    store.apply(typed(Federation, of.id, "short_name", "", "云屿"))
    store.apply(store.undo().review.accepted)

    def numbers(**asked: object) -> list[int]:
        return [change.number for change in store.history(**asked)]

    assert numbers(before=3) == [2, 1]
    assert numbers(before=3, limit=1) == [2]
    assert [numbers(kind=kind) for kind in Kind] == [[3, 2, 1], [1], [2], [3]]


def test_changes_are_found_by_what_they_put_in_changed_and_took_out(store: Store) -> None:
    holder = f.person('舷"如一')
    made = [store.apply(f.proposal(each)) for each in (holder, f.person("别人"))]
    gone = store.apply(f.proposal(Delete(holder)))

    def found(text: str, **asked: object) -> list[UUID]:
        return [change.id for change in store.history_with(text, lambda _: False, **asked)]

    assert found('舷"如') == [gone.id, made[0].id]
    assert found('舷"如', limit=1) == [gone.id]
    assert found('舷"如', before=gone.number) == [made[0].id]
    assert found("100%") == []
    assert found("TEST") == [gone.id, made[1].id, made[0].id]  # the source
    assert found("小满") == [gone.id, made[1].id, made[0].id]  # the person
    assert len(store.history_with("x", lambda title: str(title) == "Test")) == 3


def test_a_record_that_is_gone_is_known_as_it_was_last(store: Store) -> None:
    holder = f.person("舷如一")
    store.apply(f.proposal(holder))
    assert store.last_deleted(holder.id) is None
    store.apply(f.proposal(Delete(holder)))
    assert store.last_deleted(holder.id) == holder


def test_changes_of_one_edit_come_with_it_and_larger_ones_without(store: Store) -> None:
    one = store.apply(f.proposal(f.person()))
    store.apply(f.proposal(f.person(), f.person()))
    assert store.only_edits(store.history()) == {one.id: one.edits[0]}
    assert store.only_edits([]) == {}
