"""A return's rows at a glance: what is as it was sent is what reading each cell says, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moushi.domain.returns import FieldType, FormField
from moushi.intake.grid import Grid
from moushi.intake.returns.cells import RowCells, TableCells
from moushi.intake.returns.columns import DECODERS
from moushi.intake.workbook import Sheet

CHOICES = {"民营": "private", "国有": "state"}
FIELDS = [
    FormField(
        key=each.value, label=each.value, type=each, choices=CHOICES if each is FieldType.CHOICE else {}
    )
    for each in FieldType
]
DECODE = {field.key: DECODERS.get(field.type) for field in FIELDS}
VALUES = st.sampled_from(
    [
        *("", " ", "甲", "12", "12.5", "无", "是", "否", "民营", "private", "50%", "2031-03", "2031-03-05"),
        *("13800000000", 0, 1, 12, 0.5, 12.0, 12.5, True, False, date(2031, 3, 5), 2031.3),
    ]
)
SENT = st.sampled_from(
    [
        *(None, "", False, True, 0, 1, 12, "12", "12.5", "0.5", "50", "甲", "无", "private"),
        *("2031-03-05", "2031-03", "13800000000", "是"),
    ]
)


def table(rows: list[list[Any]], **told: Any) -> TableCells:
    sheet = Sheet("会员", rows, (), **told)
    return TableCells(sheet, Grid(sheet), enumerate(FIELDS), 2031)


def is_as_sent(cells: RowCells, key: str, raw: Any) -> bool:
    """What a glance stands for: the cell is read, and its value is what was sent."""
    cell, decode = cells[key], DECODE[key]
    if cell.doubt is not None:
        return False
    if cell.value == raw or (cell.value is None and not cell.shown and (raw == "" or raw is False)):
        return True
    is_something = raw not in (None, "") and cell.value is not None
    return is_something and decode is not None and decode(raw) == cell.value


@settings(max_examples=200)
@given(st.data())
def test_a_glance_sees_what_reading_each_cell_says(data: st.DataObject) -> None:
    width = data.draw(st.integers(1, len(FIELDS)))
    rows = data.draw(st.lists(st.lists(VALUES, min_size=width, max_size=width), min_size=1, max_size=6))
    rows = [row[: data.draw(st.integers(0, width))] if data.draw(st.booleans()) else row for row in rows]
    sent: list[Mapping[str, Any]] = []
    for _ in rows:
        sent.append({})
        for field in FIELDS:
            raw = data.draw(SENT)
            if DECODE[field.key] and raw not in (None, ""):
                raw = (
                    "2031-03-05"
                    if field.type is FieldType.DATE
                    else data.draw(st.sampled_from(["12", "0.5"]))
                )
            elif raw is True and field.type is not FieldType.ANSWER:
                raw = "是"
            elif type(raw) is int and field.type is not FieldType.WHOLE:
                raw = str(raw)
            sent[-1] = {**sent[-1], field.key: raw}
    cells = table(rows)
    for number, unlike in enumerate(cells.unlike(range(len(rows)), sent, DECODE)):
        assert unlike is not None
        row = RowCells(cells, number)
        for place, field in enumerate(FIELDS):
            raw = sent[number][field.key]
            value = rows[number][place] if place < len(rows[number]) else ""
            if type(value) is str and value == raw and field.key not in unlike:
                continue  # what stands there letter by letter as it was sent needs no reading
            if value == " " and field.key in unlike:
                continue  # blanks are looked at
            assert (field.key in unlike) != is_as_sent(row, field.key, raw), (field.key, value, raw)


def test_numbers_with_a_telling_format_are_read_before_they_are_as_sent() -> None:
    whole = next(n for n, field in enumerate(FIELDS) if field.type is FieldType.WHOLE)
    line: list[Any] = [""] * len(FIELDS)
    line[whole] = 12
    sent = {FIELDS[whole].key: 12}
    assert table([line]).unlike([0], [sent], DECODE) == [()]
    formats = {whole: bytearray([1])}
    in_thousands = table([line], formats=formats, codes=("", '0"千"'))
    assert in_thousands.unlike([0], [sent], DECODE) == [(FIELDS[whole].key,)]


@pytest.mark.parametrize(
    "told",
    [
        {"notes": {(1, 2): "请核对"}},
        {"unreckoned": frozenset({(1, 2)})},
        {"merged": ((0, 1, 1, 1),)},
    ],
)
def test_a_glance_is_not_enough_where_something_odd_is_beside_the_row(told: dict[str, Any]) -> None:
    rows = [["甲"] + [""] * (len(FIELDS) - 1) for _ in range(3)]
    sheet = Sheet("会员", rows, told.pop("merged", ()), **told)
    cells = TableCells(sheet, Grid(sheet), enumerate(FIELDS), 2031)
    sent = [{FIELDS[0].key: "甲"}] * 4
    first, second, third, beyond = cells.unlike([0, 1, 2, 3], sent, DECODE)
    assert second is None
    assert third == ()
    assert beyond is None  # a row that the sheet does not have
    assert first == (None if sheet.merged else ())
