"""A small county's chamber with all that its forms ask, and the document that goes out to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

import factories as make
from moushi.compile.return_document import ReturnDocument
from moushi.compile.returns import compile_return
from moushi.domain.kinds import ActivityKind, MeasureKind, MeasureSource
from moushi.domain.period import parse_period
from moushi.domain.record import Record
from moushi.domain.returns import ReturnForm
from moushi.domain.snapshot import MemorySnapshot
from return_forms import all_forms
from rosters import COUNTY, LUTING, OF

PERIOD = parse_period("2031-03")
DUE = date(2031, 3, 25)
SENDING = UUID("00000000-0000-4000-8000-00000000beef")

PLAN = make.plan(OF)
THEME = make.theme(PLAN)
FAIRS = make.item(THEME, "办好四场“渔具下乡”展销；", rank="1")
VISITS = make.item(THEME, "走访会员企业一百家。", rank="2")
SHOWN = make.measure(FAIRS, "展销场次", unit="场", target=Decimal(4), source=MeasureSource.RETURNS, rank="1")
SOLD = make.measure(
    FAIRS,
    "销售额",
    kind=MeasureKind.AMOUNT,
    unit="万元",
    target=Decimal(2_000_000),
    source=MeasureSource.RETURNS,
    rank="2",
)
VISITED = make.measure(VISITS, "走访企业", unit="家", target=Decimal(100), source=MeasureSource.RETURNS)
LARGE = make.sub_measure(VISITED, "规上企业")
REPORT = make.progress(
    SOLD, "2031-03", chamber_id=LUTING.id, value=Decimal(123_456), narrative="=1+1 不是算式"
)
TRAINING = make.activity(
    OF,
    ActivityKind.TRAINING,
    title="网具修补培训",
    chamber_id=LUTING.id,
    held_on=date(2031, 3, 9),
    people=46,
    amount=Decimal("5000.5"),
)
RECORDS: tuple[Record, ...] = (
    *COUNTY,
    PLAN,
    THEME,
    FAIRS,
    VISITS,
    SHOWN,
    SOLD,
    VISITED,
    LARGE,
    REPORT,
    TRAINING,
)


def document(
    forms: Sequence[ReturnForm] | None = None, records: Sequence[Record] = RECORDS, **more: object
) -> ReturnDocument:
    """What 鹭汀镇商会 is sent for March."""
    given = {"due_on": DUE, "sending_id": SENDING, "sent_on": date(2031, 3, 10)} | more
    return compile_return(
        MemorySnapshot(records),
        all_forms() if forms is None else forms,
        LUTING,
        PERIOD,
        office="云屿县工商业联合会",
        contact="禾小满　0580-7654321",
        **given,  # type: ignore[arg-type]
    )
