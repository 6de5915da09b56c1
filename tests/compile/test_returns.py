"""What goes out to a chamber: what is held, in the order of its tables, and nothing of other chambers."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

import factories as make
from moushi.compile.return_document import hidden_rows, read_hidden, sent_from_json, sent_to_json
from moushi.compile.return_rows import held_rows
from moushi.domain.chamber_reports import values_given
from moushi.domain.returns import FieldType, Rows
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from return_documents import LARGE, PERIOD, RECORDS, REPORT, SENDING, SHOWN, SOLD, TRAINING, VISITED, document
from return_forms import activities_form, chamber_form, members_form, progress_form
from rosters import LUTING, TRADE, YUANFAN


def test_each_table_has_what_is_held_by_its_printed_numbers():
    made = document()
    rows = {each.table.key: each.rows for each in made.tables}
    assert [row.record for row in rows["progress"]] == [SHOWN.id, SOLD.id, VISITED.id, LARGE.id]
    assert [row.number for row in rows["progress"]] == [1, 2, 3, 4]
    assert [row.record for row in rows["members"]] == [YUANFAN.id]
    assert [row.record for row in rows["chamber"]] == [LUTING.id]
    assert len(rows["officers"]) == 2
    assert [row.record for row in rows["activities"]] == [TRAINING.id]
    assert (made.chamber, made.federation) == ("鹭汀镇商会", "云屿县工商联")


def test_values_stand_as_the_records_hold_them_and_what_is_not_prefilled_stays_empty():
    (table,) = document([members_form()]).tables
    (row,) = table.rows
    assert row.values["phone"] == YUANFAN.phone
    assert row.values["kind"] == "enterprise"
    assert row.values["left"] is None
    card = document([chamber_form()]).tables[0]
    assert "rate" not in card.rows[0].values
    assert card.rows[0].values["township"] == "鹭汀镇"


def test_a_measure_is_asked_in_its_own_unit_and_money_as_an_amount():
    (table,) = document([progress_form()]).tables
    shown, sold = table.rows[:2]
    assert (shown.own["value"].type, shown.own["value"].unit) == (FieldType.DECIMAL, "场")
    assert (sold.own["value"].type, sold.own["value"].unit) == (FieldType.AMOUNT, "万元")
    assert sold.values["value"] == Decimal(123_456)  # yuan


def test_the_target_on_the_row_of_a_part_is_the_parts_own():
    (table,) = document([progress_form()]).tables
    assert [row.values["target"] for row in table.rows] == [SHOWN.target, SOLD.target, VISITED.target, None]
    told = replace(LARGE, target=Decimal(30))
    (table,) = document([progress_form()], records=(*RECORDS[: RECORDS.index(LARGE)], told)).tables
    assert table.rows[3].values["target"] == 30
    assert table.rows[3].own["target"].unit == "家"


def test_what_another_chamber_reported_is_neither_shown_nor_compared_with():
    theirs = make.chamber_progress(SHOWN, TRADE, value=99)
    (table,) = document([progress_form()], records=(*RECORDS, theirs)).tables
    assert table.rows[0].record == SHOWN.id
    assert table.rows[0].values["value"] is None
    held = held_rows(MemorySnapshot((*RECORDS, theirs)), Rows.PROGRESS, TRADE, PERIOD)
    assert [row.records.get("Progress") for row in held if row.id == SHOWN.id] == [theirs]


def test_a_table_without_rows_and_blanks_is_left_out_and_its_form_with_it():
    made = document([progress_form(), members_form()], records=(LUTING,))
    assert [form.name for form in made.forms] == ["members"]
    assert [each.table.key for each in made.tables] == ["members"]


def test_two_forms_with_tables_of_one_key_are_refused():
    other = replace(activities_form(), name="own", title="自己的活动表")
    with pytest.raises(MoushiError, match=r"“活动登记” and “自己的活动表” both have a table “activities”"):
        document([activities_form(), other])


def test_what_was_sent_and_the_hidden_sheet_read_back():
    made = document()
    kept = sent_from_json(json.loads(json.dumps(sent_to_json(made))))
    assert [(each.key, len(each.rows)) for each in kept] == [
        (each.table.key, len(each.rows)) for each in made.tables
    ]
    hidden = read_hidden(hidden_rows(made))
    assert hidden
    assert (hidden.id, hidden.chamber_id, hidden.period) == (SENDING, LUTING.id, made.period)
    assert hidden.rows["progress"][2] == SOLD.id


def test_a_hidden_sheet_of_another_format_or_without_its_mark_is_not_believed():
    (mark, _), *lines = hidden_rows(document())
    assert read_hidden([(mark, 1.0), *lines]) == read_hidden(hidden_rows(document()))
    assert read_hidden([(mark, "2"), *lines]) is None
    assert read_hidden(lines) is None


def test_two_reports_that_an_old_store_holds_for_a_period_are_still_read():
    twin = replace(REPORT, id=uuid4(), value=Decimal(9))
    (table,) = document([progress_form()], records=(*RECORDS, twin)).tables
    assert table.rows[1].values["value"] in (REPORT.value, twin.value)
    assert values_given([REPORT, twin]) in ({PERIOD: REPORT.value}, {PERIOD: twin.value})
