"""Chambers' forms in LibreOffice: it keeps every value and every rule, and prints all that is told."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from moushi.compile.return_document import read_hidden
from moushi.desk.form_shelf import shipped_forms
from moushi.domain.return_book import HIDDEN_SHEET
from moushi.output.excel.return_form import return_xlsx
from output.excel.libreoffice import converted, office_in, values_of
from return_documents import SENDING, document

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return office_in(tmp_path_factory.mktemp("rendered"))


def made() -> bytes:
    return return_xlsx(document(shipped_forms()))


def texts(data: bytes) -> dict[str, list[list[object]]]:
    """The values of sheets without empty ends, which each program cuts elsewhere."""
    found = {}
    for name, rows in values_of(data).items():
        bare = [list(row) for row in rows]
        for row in bare:
            while row and row[-1] == "":
                row.pop()
        while bare and not bare[-1]:
            bare.pop()
        found[name] = bare
    return found


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_libreoffice_keeps_every_value_and_the_hidden_sheet(folder, kind):
    data = made()
    kept = converted(folder, data, kind)
    assert texts(kept) == texts(data)
    book = CalamineWorkbook.from_filelike(BytesIO(kept))
    hidden = read_hidden(book.get_sheet_by_name(HIDDEN_SHEET).to_python())
    assert hidden
    assert hidden.id == SENDING


def test_limits_drop_downs_locks_and_formats_are_understood(folder):
    ours, theirs = (load_workbook(BytesIO(data)) for data in (made(), converted(folder, made(), "xlsx")))
    for sheet in ours.worksheets[1:-1]:
        kept = theirs[sheet.title]
        assert kept.protection.sheet
        for cell in (cell for row in sheet.iter_rows(max_row=6) for cell in row):
            other, where = kept[cell.coordinate], (sheet.title, cell.coordinate)
            assert other.protection.locked == cell.protection.locked, where
            if not cell.protection.locked:
                assert other.number_format.replace("\\", "") == cell.number_format, where
            assert rules_at(kept, cell.coordinate) == rules_at(sheet, cell.coordinate), where


def rules_at(sheet, ref: str) -> list[tuple[str, str]]:
    """The limits of a cell, ends written alike."""
    return [
        (str(rule.type), str(rule.formula1).replace(", ", ","))
        for rule in sheet.data_validations.dataValidation
        if ref in rule.sqref and rule.type not in (None, "none")
    ]


def test_it_prints_with_all_that_is_told(folder):
    (folder / "form.pdf").write_bytes(converted(folder, made(), "pdf"))
    run = subprocess.run(["pdftotext", "-layout", folder / "form.pdf", "-"], check=True, capture_output=True)
    text = re.sub(r"\s", "", run.stdout.decode())
    for told in ("2031年3月填报表", "2031年3月25日（星期二）前", "禾小满", "鹭汀镇商会2031年3月", "第1页共"):
        assert told in text
    for form in shipped_forms():
        for table in form.tables:
            assert re.sub(r"\s", "", table.title) in text
    assert "_moushi" not in text
    assert str(SENDING) not in text


def test_no_row_is_lower_than_its_text(folder):
    """Told to fit each row to its text, LibreOffice makes none taller than ours."""
    data = made()
    flat = converted(folder, data, "fods")
    fitted = re.sub(
        rb"<style:table-row-properties[^>]*/>",
        b'<style:table-row-properties style:use-optimal-row-height="true"/>',
        flat,
    )
    ours = load_workbook(BytesIO(data))
    theirs = load_workbook(BytesIO(converted(folder, fitted, "xlsx", source="fods")))
    for name in ours.sheetnames[:-1]:
        for number in range(1, ours[name].max_row + 1):
            stated, needed = (book[name].row_dimensions[number].height for book in (ours, theirs))
            assert (needed or 0) <= stated, f"{name} row {number}"


def test_a_sheet_is_not_wider_than_paper_at_two_thirds():
    book = load_workbook(BytesIO(made()))
    for sheet in book.worksheets[:-1]:
        widths = [dimension.width for dimension in sheet.column_dimensions.values()]
        assert sum(widths) < 148 * 1.5, sheet.title
