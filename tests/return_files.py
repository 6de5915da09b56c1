"""Forms as files: sent out of a store, filled in as a person or WPS would, taken in again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import factories as make
from moushi.changes.model import Proposal
from moushi.desk.desk import Desk
from moushi.desk.sending import export_forms
from moushi.desk.taking_in import Wish, propose_source
from moushi.domain.record import Record
from moushi.domain.records import Chamber
from moushi.intake.source import SourceFile
from stores import fresh_store

NOW, TODAY = datetime(2031, 3, 10, 9, tzinfo=UTC), date(2031, 3, 20)

Fill = Mapping[tuple[str, int, str], object]
"""What is typed: by the sheet, the printed number (of a card: 0) and the label."""


@contextmanager
def desk_with(records: tuple[Record, ...], folder: Path) -> Iterator[Desk]:
    """A desk at a store with these records."""
    with fresh_store(folder) as store:
        store.apply(make.proposal(*records))
        yield Desk(store)


def sent_out(desk: Desk, folder: Path, chamber: Chamber, period: str = "2031-03") -> bytes:
    """The workbook that a chamber is sent."""
    sent = export_forms(desk, folder, int(period[:4]), period, chambers=[chamber.id], now=NOW)
    assert not sent.failures
    return sent.files[0].path.read_bytes()


def taken(desk: Desk, data: bytes, name: str = "回表.xlsx", wish: Wish | None = None) -> Proposal:
    """What taking in a workbook would change."""
    return propose_source(desk, SourceFile(name, data), wish or Wish(), TODAY)


def edited(data: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """A workbook saved by openpyxl after an edit."""
    book = load_workbook(io.BytesIO(data))
    edit(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def filled(data: bytes, fill: Fill) -> bytes:
    """A workbook with cells typed over."""

    def edit(book: Workbook) -> None:
        for (sheet, number, label), value in fill.items():
            place_of(book[sheet], number, label).value = value

    return edited(data, edit)


def place_of(sheet: Worksheet, number: int, label: str):
    """The cell of a label in the row of a printed number; of a card the one beside the label."""
    if number == 0:
        (row,) = [row for row in range(1, sheet.max_row + 1) if _bare(sheet.cell(row, 2).value) == label]
        return sheet.cell(row, 3)
    head = next(row for row in range(1, 12) if sheet.cell(row, 1).value == "序号")
    (column,) = [cell.column for cell in sheet[head] if _bare(cell.value) == label]
    row = next(row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, 1).value == number)
    return sheet.cell(row, column)


def _bare(value: object) -> str:
    return re.sub(r"\s*（.*", "", str(value or "").lstrip("*"), flags=re.DOTALL).strip()


# -- as WPS leaves them --------------------------------------------------------------------------------------


def by_parts(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """A workbook with its XML parts changed as texts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xml"):
                part = change(name, part.decode()).encode()
            new.writestr(name, part)
    return file.getvalue()


def used_range_of_one_cell(name: str, text: str) -> str:
    """Every sheet claims to hold A1 alone."""
    if not name.startswith("xl/worksheets/"):
        return text
    if "<dimension" in text:
        return re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"', text)
    return re.sub(
        r"(<worksheet[^>]*>(?:<sheetPr.*?(?:/>|</sheetPr>))?)", r'\1<dimension ref="A1:A1"/>', text, count=1
    )


def odd_shared_strings(name: str, text: str) -> str:
    """Shared strings in several runs, with phonetics, counts that are wrong."""
    if name != "xl/sharedStrings.xml":
        return text
    text = re.sub(r'count="\d+" uniqueCount="\d+"', 'count="1" uniqueCount="1"', text)

    def runs(found: re.Match[str]) -> str:
        words = found[1]
        middle = len(words) // 2
        if "&" in words or middle == 0:
            return f'<si><t xml:space="preserve">{words}</t><phoneticPr fontId="1"/></si>'
        return (
            f'<si><r><t xml:space="preserve">{words[:middle]}</t></r><r><rPr><b/></rPr>'
            f'<t xml:space="preserve">{words[middle:]}</t></r><rPh sb="0" eb="1"><t>dú</t></rPh></si>'
        )

    return re.sub(r"<si><t(?: [^>]*)?>([^<]*)</t></si>", runs, text)


def styles_dropped(name: str, text: str) -> str:
    """No cell has a style of its own: days are bare numbers then."""
    if not name.startswith("xl/worksheets/"):
        return text
    return re.sub(r'(<(?:c|row)\b[^>]*?) s="\d+"', r"\1", text)
