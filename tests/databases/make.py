"""Writes the real database of the present schema, once per released schema.

`PYTHONPATH=desktop:tests python tests/databases/make.py`; databases of older schemas stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import factories as f
from moushi.changes.model import typed
from moushi.domain.kinds import (
    ArticleKind,
    ChamberKind,
    CountRule,
    MeasureKind,
    MeasureSource,
    Role,
    StateOverride,
)
from moushi.domain.record import Record
from moushi.store import open_store
from moushi.store.schema import SCHEMA_HEAD

HERE = Path(__file__).parent


def _county() -> tuple[Record, ...]:
    """A county with a record of every kind, all ids fixed."""
    numbers = iter(range(1, 1000))

    def number() -> UUID:
        return UUID(int=next(numbers))

    of = f.federation(short_name="云屿", region_code="330999")
    town = f.township(of)
    club = f.chamber(
        of,
        id=number(),
        kind=ChamberKind.TRADE,
        township_id=town.id,
        founded_on=date(2020, 5, 4),
        term_number=2,
        party_branch=True,
    )
    who = f.person(id=number(), phone="13800001234")
    firm = f.member(of, id=number(), registered_capital=Decimal("500000.5"), joined_on=date(2021, 1, 8))
    brand = f.programme()
    plan = f.plan(of, slogan="同舟出海")
    theme = f.theme(plan, id=number())
    item = f.item(theme, id=number(), state_override=StateOverride.SUSPENDED, override_reason="等场地")
    shows = f.measure(item, id=number(), kind=MeasureKind.RATIO, base=Decimal(3))
    article = f.article(id=number(), kind=ArticleKind.PROGRESS, period="2031-Q1", lead="甲。\n乙。")
    return (
        of,
        town,
        club,
        who,
        firm,
        f.membership(firm, club, id=number()),
        f.post(who, of, id=number(), term_number=3),
        f.post(firm, club, id=number(), role=Role.VICE),
        brand,
        f.alias(brand, id=number()),
        plan,
        f.passage(plan, id=number(), speaker_name="禾小满"),
        theme,
        item,
        f.unit(item, id=number()),
        f.milestone(item, id=number(), due_on=date(2031, 6, 30)),
        f.item_programme(item, brand, id=number()),
        shows,
        f.sub_measure(shows, id=number()),
        f.progress(shows, id=number(), value=Decimal("1.5"), narrative="已办一场。"),
        article,
        f.section(article, plan, id=number(), target_mm=Decimal("210.5"), fit=True),
        f.article_item(article, item, id=number(), wording="另说一句。"),
        *_since_0003(number, of, club, firm, item),
        f.progress(shows, id=UUID(int=900), value=Decimal(2), chamber_id=club.id),
    )


def _since_0003(
    number: Callable[[], UUID], of: f.r.Federation, club: f.r.Chamber, firm: f.r.Member, item: f.r.PlanItem
) -> tuple[Record, ...]:
    young = f.member(of, "听潮网具行", id=number())
    counted = f.measure(
        item, "走访", id=number(), rank="2", source=MeasureSource.LEDGER, rule=CountRule.ACTIVITIES
    )
    part = f.sub_measure(counted, "回访", id=number(), rule=CountRule.ENTERPRISES)
    later = replace(item, id=number(), rank="2", text="再办一场渔具展。")
    visit = f.activity(of, id=number(), chamber_id=club.id, amount=Decimal(12000))
    return (
        young,
        f.chamber_term(club, id=number(), began_on=date(2021, 2, 28), ended_on=date(2026, 3, 2)),
        f.rating(club, id=number()),
        f.rating(firm, id=number(), name="清廉民企示范单位"),
        f.pairing(firm, young, id=number(), from_on=date(2030, 9, 1)),
        later,
        f.continuation(later, item, id=number()),
        counted,
        part,
        f.measure_chamber(counted, club, id=number()),
        f.part_progress(part, counted, id=number(), value=Decimal(1)),
        visit,
        f.participation(visit, firm, id=number()),
        f.activity_item(visit, item, id=number()),
        f.attachment(visit, id=number()),
    )


COUNTY = _county()

SINCE: dict[str, tuple[type[Record], dict[str, Any]]] = {
    "0002": (f.r.ArticleSection, {"target_lines": None, "target_mm": None, "fit": False}),
    "0004": (f.r.Progress, {"chamber_id": None}),
}
"""By schema, the fields that came with it, as records have them that were written before."""

SINCE_RECORDS = {
    "0003": COUNTY.index(next(r for r in COUNTY if getattr(r, "name", "") == "听潮网具行")),
    "0004": len(COUNTY) - 1,
}
"""By schema, from which of the county's records on they came with it."""


def county_of(schema: str) -> list[Record]:
    """The county as an older schema's database tells it."""
    later = [came for revision, came in SINCE.items() if revision > schema]
    there = min((first for revision, first in SINCE_RECORDS.items() if revision > schema), default=None)
    return [
        replace(
            record,
            **{name: value for kind, old in later if kind is type(record) for name, value in old.items()},
        )
        for record in COUNTY[:there]
    ]


def make() -> None:
    """Write `<schema>.moushi` beside this file: the county, an edit, its undo and an undone undo."""
    at = datetime(2031, 3, 1, 12, tzinfo=UTC)
    target = HERE / f"{SCHEMA_HEAD}.moushi"
    target.unlink(missing_ok=True)
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder, "county.moushi"), person="禾小满", clock=lambda: at)
        store.apply(f.proposal(*COUNTY, source="要点.docx"))
        theme = next(record for record in COUNTY if isinstance(record, f.r.Theme))
        store.apply(typed(type(theme), theme.id, "lead", theme.lead, "二是另起一行。"))
        undo = store.apply(store.undo().review.accepted)
        store.apply(store.undo(undo.id).review.accepted)
        store.apply(store.undo().review.accepted)
        store.apply(f.proposal(f.person("稻大暑", id=UUID(int=999))))
        store.record_export(UUID(int=998), "article", "稿.docx", "ab" * 32, document={"headline": "打算"})
        store.put_setting("columns", {"工作任务": "text"})
        store.backup_to(target)
        store.close()


if __name__ == "__main__":
    make()
