"""A chamber's workbook as it is sent out, with invented rows, for tests of what comes back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from uuid import UUID, uuid5

from openpyxl import load_workbook
from tests.return_forms import all_forms

from moushi.compile.return_document import ReturnDocument, ReturnRow, ReturnTable
from moushi.domain.period import parse_period
from moushi.domain.record import Scalar
from moushi.domain.returns import ReturnForm, Rows
from moushi.intake.returns.reading import ReadReturn
from moushi.output.excel.return_form import return_xlsx

SPACE = UUID("6b0c1a52-53b5-4dd7-9a3b-8f2f64a30b11")
CHAMBER = "鹭汀镇商会"
PERIOD = "2031-03"

MEMBERS: Sequence[Mapping[str, Scalar]] = tuple(
    {
        "name": f"{name}有限公司",
        "kind": "enterprise",
        "uscc": code,
        "representative": person,
        "contact": person,
        "phone": f"1390580{place:04d}",
        "industry": industry,
        "staff": 10 + place,
        "capital": Decimal(500_000 * (place + 1)),
        "young": place % 2 == 0,
        "joined": date(2028, place + 1, 15),
    }
    for place, (name, code, person, industry) in enumerate(
        (
            ("鹭汀海味食品", "91330900MA2A1B2C34", "方海波", "水产加工"),
            ("鹭汀远洋船舶修造", "91330900MA2A1B2C47", "林一舟", "船舶修造"),
            ("鹭汀山海民宿", "91330900MA2A1B2C5A", "顾云帆", "民宿"),
            ("鹭汀蓝湾物流", "91330900MA2A1B2C6D", "沈望潮", "物流"),
            ("鹭汀金沙建材", "91330900MA2A1B2C7G", "邵石生", "建材"),
            ("鹭汀晨帆网具", "91330900MA2A1B2C8K", "戚晨", "网具"),
        )
    )
)
PROGRESS: Sequence[Mapping[str, Scalar]] = (
    {
        "item": "走访会员企业，收集问题并逐一回复。",
        "measure": "走访企业",
        "unit": "家",
        "target": Decimal(60),
    },
    {
        "item": "走访会员企业，收集问题并逐一回复。",
        "measure": "回复问题",
        "unit": "件",
        "target": Decimal(20),
    },
    {"item": "办好海味加工用工培训。", "measure": "培训人次", "unit": "人次", "target": Decimal(200)},
    {"item": "建好会员之家，每月开放两次。"},
)
CHAMBERS: Sequence[Mapping[str, Scalar]] = (
    {
        "name": CHAMBER,
        "township": "鹭汀镇",
        "founded": date(2012, 6, 18),
        "term": 3,
        "began": date(2028, 9, 1),
        "years": 5,
        "branch": True,
        "staff": 2,
        "secretary": "柳问渠",
    },
)
OFFICERS: Sequence[Mapping[str, Scalar]] = (
    {"role": "president", "person": "方海波", "member": "鹭汀海味食品有限公司", "from": date(2028, 9, 1)},
    {"role": "vice", "person": "林一舟", "member": "鹭汀远洋船舶修造有限公司", "from": date(2028, 9, 1)},
    {"role": "secretary_general", "person": "柳问渠", "from": date(2028, 9, 1)},
)
ACTIVITIES: Sequence[Mapping[str, Scalar]] = (
    {"held": date(2031, 3, 5), "kind": "visit", "title": "走访船舶修造企业", "people": 6},
    {"held": date(2031, 3, 12), "kind": "donation", "title": "向海岛学校捐书", "amount": Decimal(20_000)},
)
_ROWS = {
    "progress": PROGRESS,
    "members": MEMBERS,
    "chamber": CHAMBERS,
    "officers": OFFICERS,
    "activities": ACTIVITIES,
}


def record_of(table: str, number: int) -> UUID:
    """The record for which a number stood when the workbook was sent."""
    return uuid5(SPACE, f"{table} {number}")


def sent_document(forms: Sequence[ReturnForm] | None = None, **more: object) -> ReturnDocument:
    """What the chamber is sent."""
    tables = [
        ReturnTable(
            form.name,
            form.version,
            table,
            tuple(
                ReturnRow(number, record_of(table.key, number), values)
                for number, values in enumerate(_ROWS[table.key], 1)
            ),
        )
        for form in (forms or all_forms())
        for table in form.tables
    ]
    values: dict[str, object] = {
        "id": uuid5(SPACE, "workbook"),
        "chamber_id": uuid5(SPACE, CHAMBER),
        "chamber": CHAMBER,
        "federation": "岚海县工商联",
        "period": parse_period(PERIOD),
        "due_on": date(2031, 3, 25),
        "forms": tuple(forms or all_forms()),
        "tables": tuple(tables),
        "office": "岚海县工商联办公室",
        "contact": "0580-5550101",
    }
    return ReturnDocument(**(values | more))  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def sent_book() -> bytes:
    """The workbook of all forms as it is sent."""
    return return_xlsx(sent_document())


@lru_cache(maxsize=1)
def filled_book() -> bytes:
    """The workbook as a chamber's secretary fills it in."""
    book = load_workbook(io.BytesIO(sent_book()))
    for (name, place), value in TYPED.items():
        book[name][place] = value
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


TYPED: Mapping[tuple[str, str], str | int | float | date] = {
    ("工作进展表", "G4"): 12,
    ("工作进展表", "H4"): 30,
    ("工作进展表", "G5"): 8,
    ("工作进展表", "G6"): 55,
    ("工作进展表", "I6"): "办了两期，渔嫂来得多。",
    ("工作进展表", "I7"): "开放两次，来了四十人。",
    ("会员变更表", "F5"): "林小舟",
    ("会员变更表", "M9"): date(2031, 3, 10),
    ("会员变更表", "N9"): "外迁",
    ("会员变更表", "B10"): "鹭汀新航网络有限公司",
    ("会员变更表", "C10"): "企业",
    ("会员变更表", "I10"): 5,
    ("会员变更表", "J10"): 80,
    ("商会基本情况表", "C12"): "是",
    ("商会班子名单", "B7"): "副会长",
    ("商会班子名单", "C7"): "顾云帆",
    ("活动登记表", "B6"): date(2031, 3, 20),
    ("活动登记表", "C6"): "培训",
    ("活动登记表", "D6"): "海味加工用工培训",
    ("活动登记表", "F6"): 40,
    ("活动登记表", "G6"): 600,
}
"""What is typed into it, by sheet and cell."""

Values = Mapping[tuple[str, int | None, str], Scalar]


def values_of(read: ReadReturn) -> dict[tuple[str, int | None, str], Scalar]:
    """The values that are read, by table, number of the row and field; what is empty is not there."""
    return {
        (table.table.key, 1 if table.table.rows is Rows.CHAMBER else row.number, key): cell.value
        for table in read.tables
        for row in table.rows
        for key, cell in row.cells.items()
        if cell.value is not None
    }
