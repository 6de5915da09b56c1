"""Progress sheets in LibreOffice: it keeps every value, and no row is lower than what stands in it."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from moushi.output.excel import progress_xlsx
from output.excel.libreoffice import converted, office_in, values_of
from output.excel.samples import sample_document

pytestmark = pytest.mark.acceptance

_ROW_STYLE = re.compile(rb"<style:table-row-properties[^>]*/>")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return office_in(tmp_path_factory.mktemp("rendered"))


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_libreoffice_keeps_every_value(folder, kind):
    data = progress_xlsx(sample_document())
    assert values_of(converted(folder, data, kind)) == values_of(data)


def test_it_prints_with_every_text_of_the_article(folder):
    (folder / "all.pdf").write_bytes(converted(folder, progress_xlsx(sample_document()), "pdf"))
    run = subprocess.run(["pdftotext", "-layout", folder / "all.pdf", "-"], check=True, capture_output=True)
    text = re.sub(r"\s", "", run.stdout.decode())
    document = sample_document()
    for said in (
        document.headline,
        *document.lead,
        *(theme.lead for s in document.sections for theme in s.themes),
    ):
        assert re.sub(r"\s", "", said) in text
    assert "第1页共" in text


def test_no_row_is_lower_than_its_text(folder):
    """Told to fit each row to its text, LibreOffice makes none taller than ours."""
    data = progress_xlsx(sample_document())
    flat = converted(folder, data, "fods")
    fitted = _ROW_STYLE.sub(b'<style:table-row-properties style:use-optimal-row-height="true"/>', flat)
    ours = load_workbook(BytesIO(data))
    theirs = load_workbook(BytesIO(converted(folder, fitted, "xlsx", source="fods")))
    for name in ours.sheetnames:
        for number in range(1, ours[name].max_row + 1):
            stated, needed = (book[name].row_dimensions[number].height for book in (ours, theirs))
            assert needed <= stated <= needed * 1.5 + 20, f"{name} row {number}"
