"""The history for reading: lines, states, filters, search, and what a change did in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Delete, Insert, Proposal, Source, typed
from moushi.desk import past
from moushi.desk.desk import Desk
from moushi.desk.past import Happening, Kind, Standing
from moushi.domain.kinds import ChamberKind, PlanState
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Plan, PlanItem, Post
from moushi.errors import say
from stores import emptied_store, fresh_store


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path, person="禾小满") as store:
        yield Desk(store)


def take_in(desk: Desk, *records: Record, name: str = "要点.docx"):
    title = say("Took in {file}", file=name)
    return desk.apply(Proposal(Source(name, "ab" * 32), title, tuple(map(Insert, records))))


def retype(desk: Desk, record: Record, field: str, new: object):
    return desk.apply(typed(type(record), record.id, field, getattr(record, field), new))


def lines(desk: Desk, kind: Kind = Kind.ALL, text: str = "") -> list[past.Entry]:
    return past.entries(desk, str, past.Wanted(kind, text))[0]


def told(desk: Desk, change_id) -> list[tuple[Happening, str, list[tuple[str, str, str]]]]:
    return [
        (part.happening, part.name, [(str(line.field), str(line.old), str(line.new)) for line in part.lines])
        for part in past.detail(desk, change_id).parts
    ]


def test_the_newest_change_comes_first_with_source_person_and_record(desk):
    of = f.federation()
    chamber = f.chamber(of)
    take_in(desk, of, chamber)
    retype(desk, chamber, "secretary", "舷如一")
    newest, first = lines(desk)
    assert (newest.about, newest.source, newest.person, newest.edits) == ("鹭汀镇商会", "", "禾小满", 1)
    assert (first.about, first.source, first.edits) == ("", "要点.docx", 2)


def test_states_follow_undo_and_redo(desk):
    change = take_in(desk, f.federation())
    assert [entry.standing for entry in lines(desk)] == [Standing.IN_FORCE]
    desk.apply(desk.undo().review.accepted)
    assert [entry.standing for entry in lines(desk)] == [Standing.UNDO, Standing.UNDONE]
    desk.apply(desk.redo().review.accepted)
    assert [entry.standing for entry in lines(desk)] == [Standing.UNDO, Standing.UNDONE, Standing.IN_FORCE]
    assert lines(desk)[-1].id == change.id


def test_files_typed_changes_and_undos_are_told_apart(desk):
    of = f.federation()
    taken = take_in(desk, of)
    by_hand = retype(desk, of, "short_name", "云屿")
    taken_back = desk.apply(desk.undo().review.accepted)
    assert [entry.id for entry in lines(desk, Kind.FILES)] == [taken.id]
    assert [entry.id for entry in lines(desk, Kind.TYPED)] == [by_hand.id]
    assert [entry.id for entry in lines(desk, Kind.UNDOS)] == [taken_back.id]


def test_it_is_read_page_by_page_to_the_end(desk, monkeypatch):
    monkeypatch.setattr(past, "PAGE", 4)
    of = f.federation()
    made = [take_in(desk, of).id]
    for number in range(9):
        made.append(desk.apply(f.proposal(f.person(f"第{number}人"), source="")).id)
    found, before = [], None
    pages = 0
    while pages == 0 or before is not None:
        some, before = past.entries(desk, str, past.Wanted(), before)
        found += [entry.id for entry in some]
        pages += 1
    assert found == made[::-1]
    assert pages == 3
    assert [entry.id for entry in lines(desk, Kind.FILES)] == [made[0]]


def test_a_search_finds_titles_people_sources_and_what_was_changed(desk):
    of = f.federation()
    taken = take_in(desk, of, name="渔具展要点.docx")
    by_hand = desk.apply(f.proposal(f.person("舷如一 100%"), source=""))
    found = {
        text: [entry.id for entry in lines(desk, text=text)]
        for text in ("渔具展", "禾小满", "如一 100%", "云屿", "TOOK", "没有", "_")
    }
    assert found["渔具展"] == found["云屿"] == found["TOOK"] == [taken.id]
    assert found["如一 100%"] == [by_hand.id]
    assert found["禾小满"] == [by_hand.id, taken.id]
    assert found["没有"] == []
    assert lines(desk, Kind.FILES, "舷如一") == []


@pytest.mark.parametrize("text", ['引"号', "反\\斜", "百%分", "下_线", "换\n行", "'单"])
def test_a_search_takes_signs_as_they_are(desk, text):
    desk.apply(f.proposal(f.person(f"前{text}后"), source=""))
    desk.apply(f.proposal(f.person("别人"), source=""))
    assert len(lines(desk, text=text)) == 1


def test_a_change_is_told_in_words_with_old_and_new(desk):
    of = f.federation()
    chamber = f.chamber(of)
    plan = f.plan(of)
    take_in(desk, of, chamber, plan)
    edits = (
        Change(Chamber, chamber.id, "kind", ChamberKind.TOWNSHIP, ChamberKind.TRADE),
        Change(Chamber, chamber.id, "founded_on", None, date(2031, 3, 1)),
        Change(Chamber, chamber.id, "party_branch", False, True),
        Change(Plan, plan.id, "state", PlanState.DRAFT, PlanState.APPROVED),
    )
    change = desk.apply(f.proposal(*edits))
    assert told(desk, change.id) == [
        (
            Happening.CHANGED,
            "鹭汀镇商会",
            [
                ("kind", "township chamber", "trade chamber"),
                ("founded on", "", "2031-03-01"),
                ("party branch", "no", "yes"),
            ],
        ),
        (Happening.CHANGED, "云屿县工商联", [("state", "draft", "approved")]),
    ]


def test_a_new_record_is_told_with_what_it_holds_and_a_move_without_its_key(desk):
    of = f.federation()
    plan = f.plan(of)
    theme = f.theme(plan)
    item = f.item(theme, leader="禾小满", due_on=date(2031, 6, 30))
    measure = f.measure(item, target=Decimal("2.50"))
    change = take_in(desk, of, plan, theme, item, measure)
    parts = {part.kind: part for part in past.detail(desk, change.id).parts}
    assert [(str(line.field), line.new) for line in parts[PlanItem].lines] == [
        ("theme", "一是把商会办实。"),
        ("leader in charge", "禾小满"),
        ("due date", "2031-06-30"),
    ]
    moved = retype(desk, item, "rank", "3")
    ((_, _, [(_, old, new)]),) = told(desk, moved.id)
    assert (old, new) == ("", "moved to another place")


def test_phones_are_masked_as_in_the_register(desk):
    holder = f.person(phone="13800001234")
    change = take_in(desk, holder)
    ((_, _, [(label, _, phone)]),) = told(desk, change.id)
    assert label == "phone"
    assert "0000" not in phone
    assert phone.endswith("1234")


def test_records_that_are_gone_keep_their_names(desk):
    of = f.federation()
    holder = f.person("舷如一")
    post = f.post(holder, of)
    chamber = f.chamber(of, "黄龙乡商会")
    take_in(desk, of, holder, post, chamber)
    retyped = retype(desk, chamber, "secretary", "舷如一")
    held = f.r.Chamber(
        **{**{s.name: getattr(chamber, s.name) for s in f.fields_of(Chamber)}, "secretary": "舷如一"}
    )
    gone = desk.apply(f.proposal(Delete(post), Delete(holder), Delete(held)))
    (part,) = past.detail(desk, retyped.id).parts
    assert (part.name, part.is_there) == ("黄龙乡商会", False)
    assert [line.about for line in lines(desk)] == ["", "黄龙乡商会", ""]
    assert [part.name for part in past.detail(desk, gone.id).parts] == [
        "舷如一 ▸ 云屿县工商联",
        "舷如一",
        "黄龙乡商会",
    ]


def test_a_reference_is_told_by_the_name_of_what_it_points_to(desk):
    of = f.federation()
    holder, other = f.person("禾小满"), f.person("舷如一")
    post = f.post(holder, of)
    take_in(desk, of, holder, other, post)
    change = retype(desk, post, "person_id", other.id)
    assert told(desk, change.id)[0][2] == [("person", "禾小满", "舷如一")]
    assert past.detail(desk, change.id).parts[0].kind is Post


def test_of_a_large_change_the_first_records_are_told_and_the_rest_counted(desk):
    change = take_in(desk, *(f.person(f"第{n}人") for n in range(30)))
    detail = past.detail(desk, change.id, most=10)
    assert (len(detail.parts), detail.left) == (10, 20)


NOON = datetime(2031, 3, 2, 12, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2031, 3, 2, 1, 5, tzinfo=UTC), "Today 09:05"),
        (datetime(2031, 3, 1, 15, 59, tzinfo=UTC), "Yesterday 23:59"),
        (datetime(2031, 3, 1, 16, 0, tzinfo=UTC), "Today 00:00"),
        (datetime(2031, 2, 1, 4, tzinfo=UTC), "02-01 12:00"),
        (datetime(2030, 12, 31, 4, tzinfo=UTC), "2030-12-31 12:00"),
    ],
)
def test_when_is_said_by_the_clock_of_here(at, words):
    assert str(past.when_words(at, NOON)) == words


@given(st.data())
def test_every_change_of_any_county_can_be_told(data):
    records = data.draw(f.counties())
    with emptied_store() as store:
        desk = Desk(store)
        if records:
            store.apply(f.proposal(*records))
        store.apply(data.draw(f.proposals(records)))
        for entry in lines(desk):
            detail = past.detail(desk, entry.id)
            assert detail.left == 0
            assert detail.entry == entry
            for part in detail.parts:
                assert str(part.word)
                assert all(str(line.field) for line in part.lines)
