"""Fifty chambers' returns as they come back: a county, its forms sent out, each filled in as a person would.

Every file has typed changes, but one that is returned as it went out; two hold values that the records have
changed since to others (conflicts), three a value that cannot be read (errors).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import factories as make
from moushi.changes.model import Change
from moushi.desk.desk import Desk
from moushi.desk.sending import SentFile, export_forms
from moushi.domain import records as r
from moushi.domain.kinds import MeasureSource
from moushi.domain.record import Record

YEAR, PERIOD = 2031, "2031-03"
CONFLICTS, ERRORS, UNCHANGED = (7, 23), (4, 19, 38), 11
"""Which of the files, by their order, have what."""

_SURNAMES, _GIVEN = "禾稻麦粟菽黍稷桑柘榆", "安宁和顺平康乐远清朗"
_PLACES, _TRADES = "鹭汀礁桅帆屿潮岬湾埠", ("水产", "渔具", "民宿", "船舶", "物流", "建材", "食品")
_HEADER = 3  # the row of the headings in each table's sheet


@dataclass
class Fifty:
    """The files as they came back, and what was typed into them: (record id, field) to the new value."""

    desk: Desk
    federation: r.Federation
    chambers: tuple[r.Chamber, ...]
    paths: list[Path] = field(default_factory=list)
    typed: dict[str, dict[tuple[UUID, str], object]] = field(default_factory=dict)  # by file name
    reports: dict[str, int] = field(default_factory=dict)  # 本期 by file name


def county(chambers: int, members: int) -> tuple[r.Federation, tuple[r.Chamber, ...], list[Record]]:
    """A federation whose plan asks its chambers for one measure, each with so many members."""
    rng = random.Random(6)
    of = make.federation()
    plan = make.plan(of, year=YEAR)
    theme = make.theme(plan)
    item = make.item(theme, text="各商会办好惠企宣讲，全年不少于200场；")
    measure = make.measure(item, "宣讲", source=MeasureSource.RETURNS, unit="场", target=Decimal(200))
    held: list[Record] = [of, plan, theme, item, measure]
    clubs = []
    for number in range(chambers):
        town = make.township(of, f"{_PLACES[number % 10]}{_PLACES[number // 10]}镇")
        club = make.chamber(of, f"{town.name}商会", township_id=town.id)
        held += [town, club]
        clubs.append(club)
        for which in range(members):
            brand = f"{_PLACES[which % 10]}{_PLACES[which // 10 % 10]}{which}"
            name = f"{town.name}{brand}{rng.choice(_TRADES)}有限公司"
            firm = make.member(
                of,
                name,
                contact=rng.choice(_SURNAMES) + rng.choice(_GIVEN),
                phone=f"138{number:04}{which:04}",
                staff=rng.randrange(3, 300),
            )
            held += [firm, make.membership(firm, club)]
    return of, tuple(clubs), held


def fifty_returns(desk: Desk, folder: Path, now: datetime, chambers: int = 50, members: int = 200) -> Fifty:
    """Make the county in an empty store, send its forms out, fill them in, and change what conflicts."""
    of, clubs, held = county(chambers, members)
    desk.apply(make.proposal(*held))
    sent = export_forms(desk, folder, YEAR, PERIOD, now=now)
    assert not sent.failures
    made = Fifty(desk, of, clubs)
    later: list[Change] = []
    for number, file in enumerate(sent.files):
        made.paths.append(file.path)
        later += _filled(made, number, file)
    desk.apply(replace(make.proposal(), edits=tuple(later)))
    return made


def _filled(made: Fifty, number: int, file: SentFile) -> Sequence[Change]:
    """Type into one file; the answer is what the office changes in the records meanwhile."""
    if number == UNCHANGED:
        return ()
    workbook = load_workbook(file.path)
    progress, members = workbook["工作进展"], workbook["会员变动"]
    typed: dict[tuple[UUID, str], object] = {}
    progress.cell(_HEADER + 1, _column(progress, "本期完成")).value = number % 4 + 1
    made.reports[file.path.name] = number % 4 + 1
    later: list[Change] = []
    firms = _firms(made.desk)
    for row in range(_HEADER + 1, _HEADER + 4):
        firm = firms[str(members.cell(row, _column(members, "会员名称")).value)]
        phone = f"139{number:04}{row:04}"
        members.cell(row, _column(members, "联系电话")).value = phone
        if row == _HEADER + 1 and number in CONFLICTS:
            later.append(Change(r.Member, firm.id, "phone", firm.phone, f"137{number:04}{row:04}"))
        else:
            typed[firm.id, "phone"] = phone
    if number in ERRORS:
        members.cell(_HEADER + 5, _column(members, "员工数")).value = "二三十人上下"
    workbook.save(file.path)
    made.typed[file.path.name] = typed
    return later


def _firms(desk: Desk) -> dict[str, r.Member]:
    with desk.snapshot() as snapshot:
        return {firm.name: firm for firm in snapshot.where(r.Member)}


def _column(sheet: Worksheet, label: str) -> int:
    """The column under a heading that begins with these words, marks of what is required left out."""
    for cell in sheet[_HEADER]:
        if str(cell.value or "").lstrip("*").startswith(label):
            return int(cell.column)
    raise AssertionError(f"no column {label} in {sheet.title}")
