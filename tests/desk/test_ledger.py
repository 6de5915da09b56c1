"""The ledger: what its lines say, which are listed and how sorted, by days, entering and deleting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from ledgers import (
    CAR,
    CHAMBER,
    CHAOSHENG,
    HAIMAO,
    OF,
    OTHER,
    TODAY,
    YUANFAN,
    a_desk,
    said,
)
from moushi.desk import ledger, ledger_month
from moushi.desk.desk import Desk
from moushi.desk.entering import entered, shown
from moushi.desk.ledger import LEDGER_COLUMNS, LastEntry, LedgerFilter
from moushi.desk.removing import removal
from moushi.domain.kinds import ActivityKind
from moushi.domain.ledger import COUNTS
from moushi.domain.reading import reading_order
from moushi.domain.record import Record, field_of
from moushi.domain.records import Activity, ActivityItem, Attachment, Participation
from stores import emptied_store


def line(*records: Record) -> dict[str, str]:
    """The line of the one entry among some records, by heading."""
    with a_desk(*records) as desk:
        (entry,) = [each for each in records if isinstance(each, Activity)]
        (row,) = ledger.entry_rows(desk, [entry.id])
    return {str(column.text): said(cell) for column, cell in zip(LEDGER_COLUMNS, row.cells, strict=True)}


def test_a_line_names_what_the_entry_points_to_and_says_its_counts():
    entry = f.activity(
        OF,
        ActivityKind.DIALOGUE,
        title="第三期",
        chamber_id=CHAMBER.id,
        collected=12,
        closed=9,
        until=date(2031, 3, 14),
    )
    joined = [f.participation(entry, each) for each in (YUANFAN, HAIMAO, CHAOSHENG)]
    shown_line = line(entry, *joined, f.activity_item(entry, CAR))
    assert shown_line == {
        "Date": "2031-03-12～14",
        "Kind": "government-enterprise dialogue",
        "What was done": "第三期",
        "Chamber": "鹭汀镇商会",
        "Members": "潮生餐饮、海锚民宿 and others, 3 in all",
        "Counts": "12 collected, 9 closed",
        "Amount": "",
        "Items served": "办好亲清直通车",
    }


def test_amounts_are_shown_as_they_are_entered():
    spec = field_of(Activity, "amount")
    for text, value in (
        ("2000万", 20_000_000),
        ("1.2亿", 120_000_000),
        ("35000", 35_000),
        ("3.5万元", 35_000),
    ):
        assert entered(spec, text) == value
    assert shown(spec, Decimal(120_000_000)) == "1.2亿"
    assert shown(field_of(Activity, "fee"), Decimal(12_000)) == "1.2万"
    assert (
        line(f.activity(OF, ActivityKind.LOAN, amount=Decimal(20_000_000), fee=Decimal(12_000)))["Amount"]
        == "2000万"
    )
    assert line(f.activity(OF, ActivityKind.LOAN, fee=Decimal(12_000)))["Counts"] == "fee 1.2万 yuan"


@given(st.decimals(0, 10**12, places=2))
def test_any_amount_is_read_as_it_is_shown(amount):
    for name in ("amount", "fee"):
        assert entered(field_of(Activity, name), shown(field_of(Activity, name), amount)) == amount


def test_an_entry_without_a_title_is_called_by_its_kind_and_whom_it_concerned():
    entry = f.activity(OF, ActivityKind.VISIT)
    assert line(entry, f.participation(entry, YUANFAN))["What was done"] == "visit: 远帆渔具有限公司"
    assert line(replace(entry, chamber_id=CHAMBER.id))["What was done"] == "visit: 鹭汀镇商会"
    assert line(entry)["What was done"] == "visit"
    meeting = f.activity(OF, ActivityKind.MEETING, meeting="八届三次执委会议", people=60)
    assert (line(meeting)["What was done"], line(meeting)["Counts"]) == ("八届三次执委会议", "60 people")


@pytest.mark.parametrize(
    ("until", "text"),
    [
        (None, "2031-03-30"),
        (date(2031, 3, 30), "2031-03-30"),
        (date(2031, 3, 31), "2031-03-30～31"),
        (date(2031, 4, 2), "2031-03-30～04-02"),
        (date(2032, 1, 2), "2031-03-30～2032-01-02"),
    ],
)
def test_days_are_said_without_what_they_share(until, text):
    assert ledger.days_text(f.activity(OF, held_on=date(2031, 3, 30), until=until)) == text


def test_every_count_of_a_kind_is_asked_for_and_what_is_filled_in_stays_seen():
    for kind, names in COUNTS.items():
        assert ledger.asked(f.activity(OF, kind)) == frozenset(names)
    assert ledger.asked(f.activity(OF, ActivityKind.VISIT, people=8)) == {"people"}


# -- which are listed ----------------------------------------------------------------------------------------


def titles(desk: Desk, wanted: LedgerFilter, column: str = "Date", *, descending: bool = False) -> list[str]:
    headings = [str(each.text) for each in LEDGER_COLUMNS]
    ids = ledger.entry_ids(desk, wanted, headings.index(column), descending=descending)
    held = desk.store.records(Activity, ids[:])
    return [held[each].title for each in ids]


def test_filters_narrow_the_list():
    visit = f.activity(OF, title="甲", held_on=date(2031, 3, 12), chamber_id=CHAMBER.id, place="文化礼堂")
    talk = f.activity(OF, ActivityKind.TALK, title="乙", held_on=date(2031, 4, 1), chamber_id=OTHER.id)
    before = f.activity(OF, title="丙", held_on=date(2030, 12, 31))
    another = f.federation("海岬县工商联")
    theirs = f.activity(another, title="丁", held_on=date(2031, 3, 31))
    joined = f.participation(talk, YUANFAN)
    with a_desk(another, visit, talk, before, theirs, joined) as desk:
        whole = LedgerFilter(2031)
        assert titles(desk, whole) == ["甲", "丁", "乙"]
        assert titles(desk, LedgerFilter()) == ["丙", "甲", "丁", "乙"]
        assert titles(desk, replace(whole, federation=OF.id)) == ["甲", "乙"]
        assert titles(desk, replace(whole, month=3)) == ["甲", "丁"]
        assert titles(desk, replace(whole, kind=ActivityKind.TALK)) == ["乙"]
        assert titles(desk, replace(whole, chamber=CHAMBER.id)) == ["甲"]
        assert titles(desk, replace(whole, member=YUANFAN.id)) == ["乙"]
        for text, found in (
            ("远帆", ["乙"]),
            ("沙浦", ["乙"]),
            ("鹭汀 礼堂", ["甲"]),
            ("鹭汀 远帆", []),
            ("丙", []),
            ("%", []),
            ("yf", ["乙"]),
        ):
            assert titles(desk, replace(whole, text=text)) == found, text
        assert whole.is_open
        assert not replace(whole, month=3).is_open


def test_the_newest_stands_first_also_of_one_day():
    first, second = (f.activity(OF, title=title, held_on=date(2031, 3, 12)) for title in "甲乙")
    later = f.activity(OF, title="丙", held_on=date(2031, 3, 13))
    with a_desk(first, later, second) as desk:
        assert titles(desk, LedgerFilter(2031), descending=True) == ["丙", "乙", "甲"]


_KEYS: dict[str, Callable[[Activity], Any]] = {
    "Date": lambda each: each.held_on,
    "Kind": lambda each: list(ActivityKind).index(each.kind),
    "What was done": lambda each: reading_order(each.title) if each.title else None,
    "Amount": lambda each: each.amount,
}


@given(
    st.lists(
        st.builds(
            lambda kind, days, title, amount: f.activity(
                OF, kind, held_on=date(2031, 1, 1) + timedelta(days=days), title=title, amount=amount
            ),
            st.sampled_from(ActivityKind),
            st.integers(0, 3),
            st.sampled_from(("", "远", "海", "岸", "b")),
            st.none() | st.sampled_from((Decimal(5), Decimal("5.5"), Decimal(10), Decimal("1E9"))),
        ),
        max_size=8,
    ),
    st.sampled_from(list(_KEYS)),
    st.booleans(),
)
def test_any_list_is_in_order_and_the_empty_stand_last(found, column, descending):
    with emptied_store() as store:
        store.apply(f.proposal(OF, *found))
        headings = [str(each.text) for each in LEDGER_COLUMNS]
        ids = ledger.entry_ids(Desk(store), LedgerFilter(), headings.index(column), descending=descending)
        held = store.records(Activity, ids[:])
    keys = [_KEYS[column](held[each]) for each in ids]
    full = [key for key in keys if key is not None]
    assert keys[: len(full)] == full
    assert full == sorted(full, reverse=descending)
    assert len(keys) == len(found)


def test_sorting_by_chamber_and_by_how_many_take_part():
    one, two, none = (f.activity(OF, title=title) for title in ("一家", "两家", "无"))
    of = replace(one, chamber_id=OTHER.id), replace(two, chamber_id=CHAMBER.id), none
    joined = [f.participation(one, YUANFAN), f.participation(two, YUANFAN), f.participation(two, HAIMAO)]
    with a_desk(*of, *joined) as desk:
        assert titles(desk, LedgerFilter(2031), "Members") == ["一家", "两家", "无"]
        assert titles(desk, LedgerFilter(2031), "Members", descending=True) == ["两家", "一家", "无"]
        assert titles(desk, LedgerFilter(2031), "Chamber") == ["两家", "一家", "无"]  # 鹭 is read before 沙


# -- by days -------------------------------------------------------------------------------------------------


def test_an_entry_stands_on_each_of_its_days_also_those_of_the_month_before():
    long = f.activity(OF, title="训练营", held_on=date(2031, 2, 27), until=date(2031, 3, 2))
    short = f.activity(OF, title="走访", held_on=date(2031, 3, 2))
    with a_desk(long, short) as desk:
        month = ledger_month.month_of(desk, LedgerFilter(2031), 2031, 3)
        filtered = ledger_month.month_of(desk, LedgerFilter(2031, kind=ActivityKind.TALK), 2031, 3)
    assert month.first == date(2031, 2, 24)  # a Monday
    days = {day: [said(each.title) for each in entries] for day, entries in month.entries.items()}
    assert days == {
        date(2031, 2, 27): ["训练营"],
        date(2031, 2, 28): ["训练营"],
        date(2031, 3, 1): ["训练营"],
        date(2031, 3, 2): ["训练营", "走访"],
    }
    assert filtered.entries == {}


@given(st.dates(date(1, 2, 1), date(9998, 12, 1)), st.integers(-30, 30))
def test_a_month_s_sheet_holds_all_its_days_and_months_are_gone_through_one_by_one(day, months):
    first = ledger_month.first_shown(day.year, day.month)
    assert 0 <= (day - first).days < ledger_month.WEEKS * 7
    assert first.weekday() == 0 or first == date.min
    there = ledger_month.month_after(day, months)
    if 1 < there.year < 9999:
        assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
        assert there.day <= day.day


def test_an_end_that_was_mistyped_fills_no_thousand_days():
    with a_desk(f.activity(OF, held_on=date(2031, 3, 2), until=date(2931, 3, 2))) as desk:
        month = ledger_month.month_of(desk, LedgerFilter(), 2031, 3)
    assert date(2031, 3, 2) in month.entries


# -- entering ------------------------------------------------------------------------------------------------


def test_the_next_entry_begins_with_what_the_last_had():
    with a_desk() as desk:
        assert ledger.last_entry(desk) == LastEntry()
        ledger.keep_last(desk, LastEntry(ActivityKind.TALK, CHAMBER.id, "礼堂"))
        last = ledger.last_entry(desk)
        entry = ledger.new_entry(desk, OF, last, TODAY)
        assert (entry.kind, entry.chamber_id, entry.place, entry.held_on) == (
            ActivityKind.TALK,
            CHAMBER.id,
            "礼堂",
            TODAY,
        )
        assert not ledger.says_something(entry)
        assert ledger.says_something(replace(entry, people=3))
        theirs = f.federation("海岬县工商联")
        assert ledger.new_entry(desk, theirs, last, TODAY).chamber_id is None
        desk.apply(f.proposal(f.Delete(CHAMBER)))
        assert ledger.last_entry(desk) == LastEntry(ActivityKind.TALK, None, "礼堂")


@pytest.mark.parametrize("held", ["x", 3, {}, {"kind": "feast"}, {"kind": "talk", "chamber": "x"}])
def test_values_of_another_version_are_left_aside(held):
    with a_desk() as desk:
        desk.store.put_setting("ledger.last", held)
        assert ledger.last_entry(desk) == LastEntry()


def test_deleting_an_entry_takes_all_that_hangs_on_it_and_undo_brings_it_back():
    entry, other = f.activity(OF, title="走访"), f.activity(OF, title="留下")
    hanging = (
        f.participation(entry, YUANFAN),
        f.activity_item(entry, CAR),
        f.attachment(entry),
        f.participation(other, YUANFAN),
    )
    with a_desk(entry, other, *hanging) as desk:
        with desk.snapshot() as snapshot:
            proposal = removal(snapshot, [entry])
            assert removal(snapshot, []) is None
        assert str(proposal.title) == "Deleted ledger entry: 走访"
        desk.apply(proposal)
        with desk.snapshot() as snapshot:
            assert snapshot.where(Activity) == (other,)
            assert snapshot.where(Participation) == (hanging[3],)
            assert not snapshot.where(ActivityItem) + snapshot.where(Attachment)
        desk.apply(desk.undo().review.accepted)
        with desk.snapshot() as snapshot:
            assert set(snapshot.where(Participation)) == {hanging[0], hanging[3]}
            assert snapshot.where(Attachment) == (hanging[2],)
