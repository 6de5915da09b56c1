"""Progress sheets read back, and written down as text for golden files."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from moushi.compile.documents import ProgressDocument
from moushi.output.excel import progress_xlsx


def book_of(document: ProgressDocument) -> Workbook:
    return load_workbook(BytesIO(progress_xlsx(document)))


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def head_row(sheet: Worksheet) -> int:
    """The number of the row that is repeated on every page."""
    return int(str(sheet.print_title_rows).strip("$").partition(":")[0])


def cells_under(sheet: Worksheet, head: str) -> list:
    """The cells of the column with that head, below it."""
    top = head_row(sheet)
    (column,) = (cell.column for cell in sheet[top] if cell.value == head)
    return [sheet.cell(row, column) for row in range(top + 1, sheet.max_row + 1)]


def heads(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in sheet[head_row(sheet)]]


def dump(sheet: Worksheet) -> str:
    """What a sheet says and how it looks and prints, one cell a line."""
    setup = sheet.page_setup
    fit = sheet.sheet_properties.pageSetUpPr.fitToPage
    columns = sorted(sheet.column_dimensions.items(), key=lambda found: (len(found[0]), found[0]))
    merged = sorted(map(str, sheet.merged_cells.ranges), key=lambda ref: (len(ref), ref))
    lines = [
        f"# {sheet.title} {sheet.dimensions}",
        f"frozen {sheet.freeze_panes} filter {sheet.auto_filter.ref} repeated {sheet.print_title_rows}",
        f"paper {setup.paperSize} {setup.orientation} fit {fit} {setup.fitToWidth}×{setup.fitToHeight}",
        f"footer {sheet.oddFooter.center.text}",
        "widths " + " ".join(f"{name}={each.width:g}" for name, each in columns),
        "merged " + " ".join(merged),
    ]
    for row in sheet.iter_rows():
        lines.append(f"row {row[0].row} height {sheet.row_dimensions[row[0].row].height:g}")
        lines += [_dumped(cell) for cell in row if cell.value is not None]
    return "\n".join(lines) + "\n"


def _dumped(cell: Cell) -> str:
    font, fill = cell.font, cell.fill.fgColor.rgb if cell.fill.fill_type else ""
    look = [font.name, f"{font.sz:g}", "bold" if font.b else "", cell.alignment.horizontal, fill]
    said = f"  {cell.coordinate} {cell.data_type} {cell.value!r} [{cell.number_format}] "
    return said + " ".join(filter(None, look))


def chart_xml(data: bytes) -> str:
    root = ElementTree.fromstring(parts_of(data)["xl/charts/chart1.xml"])
    ElementTree.indent(root)
    return ElementTree.tostring(root, "unicode") + "\n"
