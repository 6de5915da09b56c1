"""A chamber's return of 10,000 rows taken in, review included, beside calamine only reading it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from python_calamine import CalamineWorkbook

import factories as make
from bench.conftest import Beside, Budgets
from moushi.compile.returns import compile_return
from moushi.desk import reviewing
from moushi.desk.desk import Desk
from moushi.desk.form_shelf import shipped_forms
from moushi.desk.sending import export_forms
from moushi.desk.taking_in import Wish
from moushi.desk.under_review import State
from moushi.domain.period import parse_period
from moushi.domain.record import Record, with_field
from moushi.domain.records import Chamber, Member
from moushi.domain.snapshot import Overlay
from moushi.intake.source import SourceFile
from moushi.output.excel.return_form import return_xlsx
from stores import fresh_store

pytestmark = pytest.mark.bench

ROWS, EVERY = 10_000, 20
"""Members of the chamber, and of how many one has another telephone number in what comes back."""

PERIOD = "2031-03"
SENT, READ = datetime(2031, 3, 20, 9, tzinfo=UTC), date(2031, 3, 26)
OF = make.federation()
CLUB = make.chamber(OF)


def members() -> Iterator[Record]:
    """The chamber's members, every field filled in that a form asks for."""
    for number in range(ROWS):
        firm = make.member(
            OF,
            f"屿{number:05}渔具有限公司",
            legal_representative="禾小满",
            contact="稻大暑",
            phone=f"138{number:08}",
            industry="水产加工",
            staff=number % 300,
        )
        yield from (firm, make.membership(firm, CLUB, joined_on=date(2028, 5, 6)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF, CLUB, *members()))
        yield Desk(store)


def returned(desk: Desk, folder: Path) -> SourceFile:
    """What was sent out as it comes back with some telephone numbers changed."""
    (form,) = (form for form in shipped_forms() if form.name == "members")
    (sent,) = export_forms(desk, folder, 2031, PERIOD, forms=[form], now=SENT).files
    with desk.snapshot() as snapshot:
        firms = snapshot.where(Member)[::EVERY]
        changed = Overlay(
            snapshot, [with_field(each, "phone", f"139{each.phone or ''}"[:11]) for each in firms]
        )
        (club,) = snapshot.where(Chamber)
        document = compile_return(
            changed,
            [form],
            club,
            parse_period(PERIOD),
            due_on=READ,
            office="",
            contact="",
            sending_id=sent.id,
            sent_on=SENT.date(),
        )
    return SourceFile(f"{uuid4()}.xlsx", return_xlsx(document))


def test_taking_in_a_return(desk: Desk, beside: Beside, budgets: Budgets, tmp_path: Path) -> None:
    source = returned(desk, tmp_path / "out")

    def take() -> None:
        (taken,) = reviewing.take(desk, [source], Wish(), READ, lambda _done, _of: None)
        assert taken.state is State.OPEN
        assert taken.counts.changed == ROWS // EVERY

    def read() -> None:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()

    ours, bare = beside(take, read, rounds=5)
    budgets.against(f"take in a return of {ROWS:,} rows", ours, "calamine only reading it", bare, 6)
