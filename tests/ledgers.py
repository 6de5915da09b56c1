"""A small county with chambers, members and a plan, for entries of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import factories as f
from moushi.desk.desk import Desk
from moushi.domain.record import Record
from moushi.errors import Message
from stores import fresh_store

OF = f.federation()
CHAMBER, OTHER = f.chamber(OF, "鹭汀镇商会"), f.chamber(OF, "沙浦镇商会")
YUANFAN, HAIMAO, CHAOSHENG = (f.member(OF, name) for name in ("远帆渔具有限公司", "海锚民宿", "潮生餐饮"))
TODAY = date(2031, 6, 1)
PLAN = f.plan(OF, 2031)
THEME = f.theme(PLAN, label="服务")
CAR, VISITS = (
    f.item(THEME, text, rank=rank) for text, rank in (("办好亲清直通车；", "1"), ("走访执委企业；", "2"))
)
COUNTY = (OF, CHAMBER, OTHER, YUANFAN, HAIMAO, CHAOSHENG, PLAN, THEME, CAR, VISITS)


@contextmanager
def a_desk(*records: Record) -> Iterator[Desk]:
    with fresh_store() as store:
        store.apply(f.proposal(*COUNTY, *records))
        yield Desk(store)


def said(cell: Any) -> str:
    return str(cell.render({}) if isinstance(cell, Message) else cell)
