"""Retention deletion: nothing of the members is left in any byte, everything else is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Delete, typed
from moushi.compile.return_document import sent_from_json
from moushi.desk import merging, retention
from moushi.desk.desk import Desk
from moushi.domain.kinds import ReturnEvent
from moushi.domain.record import Record
from moushi.domain.records import Activity, Member, Membership, Participation, Post
from moushi.domain.returns import ReturnLine
from moushi.errors import MoushiError
from moushi.store import Store, doctor, open_store
from moushi.store import retention as erasing
from stores import emptied_store

OF = make.federation()
CHAMBER = make.chamber(OF)
GOES = make.member(
    OF,
    "退潮渔网合作社",
    uscc="93330921MA0ERASE01",
    legal_representative="水无痕",
    contact="浪无迹",
    phone="13987650001",
    left_on=date(2029, 1, 1),
    left_reason="迁往外洋",
    retain_until=date(2030, 1, 1),
)
STAYS = make.member(OF, "远帆渔具有限公司", contact="禾小满", phone="13800001234")
VISIT = make.activity(OF, title="走访")
POST = make.post(GOES, CHAMBER)
AWAY = make.member(OF, "鹭汀网厂")


def sending(
    *rows: tuple[Record, dict[str, object]], file: str = "D:/下发/鹭汀镇商会.xlsx"
) -> tuple[ReturnLine, dict[str, Any]]:
    """A workbook that was sent to the chamber; with it what was prefilled, row by row."""
    numbered = [[n, str(record.id), values] for n, (record, values) in enumerate(rows, 1)]
    document = {"tables": [{"form": "members", "version": 1, "key": "members", "rows": numbered}]}
    line = ReturnLine(
        *(uuid4(), datetime(2029, 6, 20, tzinfo=UTC), "禾小满", ReturnEvent.SENT, CHAMBER.id, "2029-06"),
        file=file,
    )
    return line, document


SENDINGS = (
    sending(
        (GOES, {"name": "退潮渔网合作社", "phone": "13987650001", "kind": "enterprise", "left": None}),
        (STAYS, {"name": "远帆渔具有限公司", "phone": "13800001234", "kind": "enterprise", "left": None}),
        (POST, {"name": "水无痕", "born": 1971}),
        (VISIT, {"title": "走访", "members": "退潮渔网合作社、远帆渔具有限公司"}),
    ),
    sending((GOES, {"ratio": "1.5"}), (AWAY, {"name": "鹭汀网厂"})),
    sending((AWAY, {"name": "鹭汀网厂"}), file="D:/下发/退潮渔网合作社.xlsx"),
    sending((AWAY, {"name": "鹭汀网厂"})),
)
COUNTY = (
    *(OF, CHAMBER, GOES, STAYS, VISIT),
    make.membership(GOES, CHAMBER),
    make.membership(STAYS, CHAMBER),
    POST,
    make.participation(VISIT, GOES),
    make.participation(VISIT, STAYS),
    make.rating(GOES),
    make.pairing(STAYS, GOES),
)
EARLIER = ("13987659999", "水无波", "退潮渔网社")
"""Values that the member had before."""
VALUES = (
    GOES.name,
    GOES.uscc,
    GOES.legal_representative,
    GOES.contact,
    GOES.phone,
    GOES.left_reason,
    *EARLIER,
)


@pytest.fixture
def full(store: Store) -> Store:
    """A store with a past: earlier values, an undo, exports that name the member, backups of each stage."""
    store.apply(make.proposal(*COUNTY, source="退潮渔网合作社登记表.xlsx"))
    store.backup("asked")
    for field, earlier in zip(("phone", "legal_representative", "name"), EARLIER, strict=True):
        now = getattr(GOES, field)
        store.apply(typed(Member, GOES.id, field, now, earlier))
        store.apply(typed(Member, GOES.id, field, earlier, now))
    store.apply(typed(Member, STAYS.id, "contact", "禾小满", "禾大满"))
    store.record_export(
        uuid4(),
        "article",
        f"D:/{GOES.name}.docx",
        "ab",
        None,
        {"items": [f"走访“{GOES.name}”，{GOES.contact}等"]},
    )
    store.record_export(uuid4(), "article", "D:/b.docx", "cd", None, {"items": ["浪无迹另有其人"]})
    store.record_returns(SENDINGS)
    store.backup("asked")
    return store


def files_of(store: Store) -> Iterator[Path]:
    yield from (path for path in store.path.parent.rglob("*") if path.is_file())


def found_in(store: Store) -> set[tuple[str, str]]:
    """In which files which values stand."""
    return {
        (path.name, value)
        for path in files_of(store)
        for value in VALUES
        if value and value.encode() in path.read_bytes()
    }


def test_no_byte_of_the_values_is_left_in_store_log_or_backups(full: Store) -> None:
    assert len({name for name, _ in found_in(full)}) >= 3  # the store or its log, and two backups
    erased = full.erase([GOES.id])
    assert (erased.members, erased.rewritten, erased.dropped) == (1, 2, 0)
    left = found_in(full)
    assert {value for _, value in left} <= {GOES.contact}  # somebody else's article names one so called
    path = full.path
    full.close()
    assert {
        value
        for each in path.parent.rglob("*")
        if each.is_file()
        for value in VALUES
        if value and value != GOES.contact and value.encode() in each.read_bytes()
    } == set()


def test_everything_else_is_as_it_was_and_the_store_is_sound(full: Store) -> None:
    with full.snapshot() as snapshot:
        before = {
            kind: len(snapshot.where(kind)) for kind in (Member, Membership, Post, Participation, Activity)
        }
    full.erase([GOES.id])
    with full.snapshot() as snapshot:
        after = {kind: len(snapshot.where(kind)) for kind in before}
        kept = snapshot.get(Member, STAYS.id)
    assert kept is not None
    assert (kept.name, kept.contact, kept.phone) == (STAYS.name, "禾大满", STAYS.phone)
    assert {kind: before[kind] - after[kind] for kind in before} == {
        Member: 1,
        Membership: 1,
        Post: 1,
        Participation: 1,
        Activity: 0,
    }
    assert doctor(full) == []
    assert full.search("退潮") == () == full.search("tcyw")


def test_the_history_keeps_its_numbers_and_what_is_left_can_be_undone(full: Store) -> None:
    numbers = [change.number for change in full.history()]
    full.erase([GOES.id])
    history = full.history()
    assert [change.number for change in history] == numbers
    assert "退潮" not in "".join(f"{change.title}{change.source.name}" for change in history)
    (emptied, *_) = [change for change in history if change.edit_count == 0]
    assert str(emptied.title) == "Values erased when the time of keeping was over"
    review = full.undo()  # of the newest change of which something is left
    full.apply(review.review.accepted)
    with full.snapshot() as snapshot:
        kept = snapshot.get(Member, STAYS.id)
    assert kept is not None
    assert kept.contact == "禾小满"
    full.apply(full.undo(full.redo_candidate()).review.accepted)
    assert doctor(full) == []


def test_what_was_typed_last_of_an_erased_member_does_not_hold_up_undo(full: Store) -> None:
    full.apply(typed(Member, GOES.id, "staff", None, 4))
    full.erase([GOES.id])
    assert full.undo_candidate() is not None
    full.apply(full.undo().review.accepted)


def test_backups_are_sound_and_hold_the_others(full: Store, tmp_path: Path) -> None:
    full.erase([GOES.id])
    for backup in full.backups():
        copy = tmp_path / "copy" / full.path.name
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(backup.path, copy)
        with closing(open_store(copy)) as restored:
            assert doctor(restored) == []
            with restored.snapshot() as snapshot:
                assert [member.name for member in snapshot.where(Member)] == [STAYS.name]


def test_a_backup_that_does_not_hold_the_member_stays_byte_for_byte(store: Store) -> None:
    store.apply(make.proposal(OF, STAYS))
    before = store.backup("asked").path.read_bytes()
    store.apply(make.proposal(GOES))
    store.erase([GOES.id])
    assert store.backups()[-1].path.read_bytes() == before


def test_a_backup_that_cannot_be_read_is_dropped(full: Store) -> None:
    spoilt = full.backups()[0].path
    spoilt.write_bytes(b"no store, but " + GOES.name.encode())
    erased = full.erase([GOES.id])
    assert (erased.rewritten, erased.dropped) == (1, 1)
    assert not spoilt.exists()


def test_a_backup_of_an_older_schema_is_written_anew_too(full: Store) -> None:
    old = Path(__file__).parents[1] / "databases" / "0001.moushi"
    copy = shutil.copyfile(old, full.path.parent / "old.moushi")
    with closing(open_store(copy)) as opened, opened.snapshot() as snapshot:
        member = snapshot.where(Member)[0]
    place = full.backups()[0].path.with_name("county-000099-20310101-000000-asked.moushi")
    shutil.copyfile(old, place)
    with full.snapshot() as snapshot:
        there = snapshot.get(type(OF), member.federation_id)
    records: list[Record] = [member]
    if there is None:
        records.insert(0, make.federation("别县工商联", id=member.federation_id))
    records[-1] = replace(member, township_id=None)
    full.apply(make.proposal(*records))
    assert member.name.encode() in place.read_bytes()
    assert full.erase([member.id]).dropped == 0
    assert member.name.encode() not in place.read_bytes()


def test_one_merged_into_it_before_is_erased_from_the_history_too(full: Store) -> None:
    twin = make.member(OF, "退潮渔网社分社", phone=GOES.phone, contact="沙无印")
    full.apply(make.proposal(twin))
    with full.snapshot() as snapshot:
        held = snapshot.get(Member, GOES.id)
        assert held is not None
        proposal = merging.merging(snapshot, held, twin, {})
    full.apply(proposal)
    full.erase([GOES.id])
    assert not any("沙无印".encode() in path.read_bytes() for path in files_of(full))
    assert doctor(full) == []


def test_one_merged_under_another_name_is_erased_too_and_who_was_merged_into_that_one(store: Store) -> None:
    first = make.member(OF, "浪里白条渔网（集团）有限公司", phone="13987654321")
    second = make.member(OF, "浪里白条渔网(集团)有限公司", contact="水无涯")
    store.apply(make.proposal(*COUNTY, first, second))
    for stays, goes in ((first, second), (GOES, first)):
        with store.snapshot() as snapshot:
            proposal = merging.merging(snapshot, stays, goes, {})
        store.apply(proposal)
        store.apply(store.undo().review.accepted)
        store.apply(store.undo(store.redo_candidate()).review.accepted)
    store.erase([GOES.id])
    path = store.path
    store.close()
    left = b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())
    assert [text for text in ("浪里白条", "水无涯", "13987654321") if text.encode() in left] == []


def test_one_of_the_same_name_that_was_deleted_and_is_back_stays(store: Store) -> None:
    namesake = make.member(OF, GOES.name, phone="13700001111")
    store.apply(make.proposal(*COUNTY, namesake))
    store.apply(make.proposal(Delete(namesake)))
    store.apply(store.undo().review.accepted)
    store.erase([GOES.id])
    with store.snapshot() as snapshot:
        assert snapshot.get(Member, namesake.id) == namesake
        assert snapshot.get(Member, GOES.id) is None
    assert doctor(store) == []


def test_a_journal_tells_that_members_were_erased_and_not_whom(full: Store) -> None:
    full.erase([GOES.id])
    (entry, *_) = [each for each in full.exports() if each.what == "retention"]
    held = full.export(entry.id)
    assert held is not None
    assert held.document == {"members": 1}
    sent = [full.export(each.id) for each in full.exports() if each.what == "article"]
    assert {"items": ["走访“■”，■等"]} in [each.document for each in sent if each]
    assert {"items": ["浪无迹另有其人"]} in [each.document for each in sent if each]


def test_returns_that_were_sent_out_lose_the_members_rows_and_keep_all_others(full: Store) -> None:
    before = [full.sent_return(line.id) for line, _ in SENDINGS]
    full.erase([GOES.id])
    after = [full.sent_return(line.id) for line, _ in SENDINGS]
    held = [[row[2] for table in each[1]["tables"] for row in table["rows"]] for each in after if each]
    assert held == [
        [
            {"name": "远帆渔具有限公司", "phone": "13800001234", "kind": "enterprise", "left": None},
            {"title": "走访", "members": "■、远帆渔具有限公司"},
        ],
        [{"name": "鹭汀网厂"}],
        [{"name": "鹭汀网厂"}],
        [{"name": "鹭汀网厂"}],
    ]
    assert [each[0].file for each in after if each][2] == "D:/下发/■.xlsx"
    assert after[3] == before[3]
    tables = [sent_from_json(each[1]) for each in after if each]
    assert [row.number for row in tables[0][0].rows] == [2, 4]


def test_a_row_of_a_post_that_was_given_up_before_goes_too(store: Store) -> None:
    store.apply(make.proposal(*COUNTY))
    store.apply(make.proposal(Delete(POST)))
    store.record_returns([sending((POST, {"born": "一九七一年人"}))])
    store.erase([GOES.id])
    path = store.path
    store.close()
    left = b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())
    assert "一九七一年人".encode() not in left


def test_an_erasure_cut_off_is_finished_later(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "finish", lambda _: (_ for _ in ()).throw(RuntimeError("pulled plug")))
        with pytest.raises(RuntimeError):
            full.erase([GOES.id])
    assert full.finish_erasing()
    assert {value for _, value in found_in(full)} <= {GOES.contact}
    assert not full.finish_erasing()


def test_a_fault_while_backups_are_written_leaves_the_members_there(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise MoushiError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "put_in_place", no_room)
        with pytest.raises(MoushiError, match="no room"):
            full.erase([GOES.id])
    with full.snapshot() as snapshot:
        assert snapshot.get(Member, GOES.id) == GOES
    assert not list(full.path.parent.glob("*.erasing"))
    assert full.erase([GOES.id]).members == 1


def test_those_whose_time_is_over_are_offered_by_name(full: Store) -> None:
    later = make.member(OF, "未到期", left_on=date(2030, 6, 1), retain_until=date(2031, 6, 1))
    kept = make.member(OF, "永存", left_on=date(2020, 1, 1))
    full.apply(make.proposal(later, kept))
    desk = Desk(full)
    assert retention.due(desk, date(2030, 1, 1)).ids == ()
    found = retention.due(desk, date(2030, 1, 2))
    assert (found.ids, found.names) == ((GOES.id,), (GOES.name,))
    assert retention.due(desk, date(2032, 1, 1), uuid4()).ids == ()
    assert "退潮渔网合作社" in str(found.message)
    assert "1 members deleted for good" in str(retention.erase(desk, found.ids))


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_after_any_history_erasing_leaves_a_sound_store_without_the_member(data: st.DataObject) -> None:
    county = data.draw(make.counties())
    with emptied_store() as store:
        store.apply(make.proposal(*(county or (OF,))))
        store.apply(data.draw(make.proposals(county or (OF,))))
        with store.snapshot() as snapshot:
            members = [member.id for member in snapshot.where(Member)]
        if members:
            going = data.draw(st.sampled_from(members))
            store.erase([going])
            assert doctor(store) == []
            with store.snapshot() as snapshot:
                assert snapshot.get(Member, going) is None
