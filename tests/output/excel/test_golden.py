"""Every sheet of the sample as it was reviewed."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from moushi.output.excel import progress_xlsx
from output.excel.reading import chart_xml, dump
from output.excel.samples import sample_document


def test_the_sheets_are_as_reviewed(golden) -> None:
    data = progress_xlsx(sample_document())
    table, summary, flat = map(dump, load_workbook(BytesIO(data)).worksheets)
    golden(
        "excel", {"table.txt": table, "summary.txt": summary, "flat.txt": flat, "chart.xml": chart_xml(data)}
    )
