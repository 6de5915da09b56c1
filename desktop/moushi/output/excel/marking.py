"""A chamber's own workbook given back with what is to be mended: coloured cells, comments, a list of it all.

Only the parts that must change are changed, by editing their XML; all others are as they were, byte for byte.
Marks of an earlier time are taken off first, so that marking a file again leaves only what still holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from moushi.changes.model import Severity
from moushi.domain.cell_names import Place, cell_name
from moushi.domain.return_book import MARKS_SHEET, TO_CHECK, TO_MEND
from moushi.errors import MoushiError
from moushi.output.excel.fitting import units
from moushi.output.excel.mark_cells import SheetCells
from moushi.output.excel.mark_comments import Note, SheetComments
from moushi.output.excel.mark_styles import MarkStyles
from moushi.output.excel.names import sheet_name
from moushi.output.excel.parts import (
    CONTENT_TYPES,
    Package,
    child,
    children,
    local,
    made,
    put,
    put_in_order,
    relation_id,
)

RED, YELLOW = "FFC7CD", "FFEB9D"
"""The colours of what must be mended and of what is to be looked at; their last digits are ours alone."""

_COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: YELLOW}
_WORDS = {Severity.ERROR: TO_MEND, Severity.WARNING: TO_CHECK, Severity.HINT: TO_CHECK}
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SELECTED = re.compile(rb"""(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said of a cell, by its sheet's name, its row and column from 0; None: of the whole file.

    What is `grave` as an error must be mended, all else is to be looked at.
    """

    sheet: str
    row: int | None
    column: int | None
    grave: Severity
    text: str

    @property
    def place(self) -> Place | None:
        """Its cell, if it has one."""
        return None if self.row is None or self.column is None else (self.row, self.column)


def is_xlsx(data: bytes) -> bool:
    """Whether a file is a workbook whose parts can be edited: .xlsx, without macros, of either dialect."""
    try:
        package = Package(data)
        book = package.workbook
        types = package.root(CONTENT_TYPES)
        kind = next((each.get("ContentType") for each in types if _is_of(each, book)), None)
        return local(package.root(book)) == "workbook" and kind in (None, _BOOK)
    except MoushiError:
        return False


def _is_of(override: etree._Element, part: str) -> bool:
    return (override.get("PartName") or "").lstrip("/").casefold() == part.casefold()


def marked_copy(data: bytes, marks: Sequence[Mark]) -> bytes:
    """The workbook (.xlsx) with marks; `MoushiError` when it cannot be marked."""
    package = Package(data)
    styles = MarkStyles(package, frozenset(_COLOURS.values()))
    sheets = _sheets(package)
    listing = _listing(package, sheets)
    was_marked = styles.has_marks()
    by_sheet: dict[str, list[Mark]] = {}
    for mark in marks:
        by_sheet.setdefault(_folded(mark.sheet), []).append(mark)
    for number, (name, part) in enumerate(sheets.items(), 1):
        if part != listing:
            _mark_sheet(package, part, number, by_sheet.get(_folded(name), []), styles, was_marked=was_marked)
    _list(package, sheets, listing, marks, styles)
    styles.keep()
    return package.packed()


def _folded(name: str) -> str:
    return name.strip().casefold()


def _sheets(package: Package) -> dict[str, str]:
    """The worksheets: their names to their parts."""
    book = package.workbook
    found = {}
    for sheet in children(child(package.root(book), "sheets"), "sheet"):
        part = package.target(book, relation_id(sheet))
        if part is not None and package.has(part) and local(package.root(part)) == "worksheet":
            found[sheet.get("name") or ""] = part
    return found


def _mark_sheet(
    package: Package,
    part: str,
    number: int,
    marks: Sequence[Mark],
    styles: MarkStyles,
    *,
    was_marked: bool,
) -> None:
    comments = SheetComments(package, part, number)
    placed = [(mark, mark.place) for mark in marks if mark.place is not None]
    comments.take_off()
    if not placed and not was_marked:
        return
    cells = SheetCells(package.root(part))
    is_changed = cells.take_off(styles) if was_marked else False
    if placed:
        anchors = cells.anchors()
        said: dict[Place, list[Mark]] = {}
        for mark, place in placed:
            said.setdefault(anchors.get(place, place), []).append(mark)
        gravest = {place: RED if any(_is_grave(m) for m in held) else YELLOW for place, held in said.items()}
        cells.mark(gravest, styles)
        comments.put_on(Note(place, [_words(mark) for mark in held]) for place, held in sorted(said.items()))
        is_changed = True
    if is_changed:
        package.keep(part)


def _is_grave(mark: Mark) -> bool:
    return mark.grave is Severity.ERROR


def _words(mark: Mark) -> str:
    return _WORDS[mark.grave] + mark.text


# -- the list ------------------------------------------------------------------------------------------------


def _listing(package: Package, sheets: dict[str, str]) -> str | None:
    """The part of the list that an earlier marking has added."""
    for name, part in sheets.items():
        if name.startswith(MARKS_SHEET) and _first_text(package, part) == MARKS_SHEET:
            return part
    return None


def _first_text(package: Package, part: str) -> str:
    """The text in a sheet's first cell; programs move it into the shared texts when they save."""
    cell = next((each for each in package.root(part).iter() if local(each) == "c"), None)
    if cell is None:
        return ""
    value = child(cell, "v")
    number = (value.text if value is not None else "") or ""
    shared = package.related(package.workbook, "sharedStrings")
    if cell.get("t") == "s" and number.isdecimal() and shared is not None and package.has(shared):
        items = list(children(package.root(shared), "si"))[int(number) : int(number) + 1]
    else:
        items = [cell]
    return "".join(each.text or "" for item in items for each in item.iter() if local(each) == "t")


def _list(
    package: Package, sheets: dict[str, str], listing: str | None, marks: Sequence[Mark], styles: MarkStyles
) -> None:
    """Write the list of marks on a sheet of its own, after the others, and have the file open there."""
    book = package.workbook
    held = child(package.root(book), "sheets")
    assert held is not None
    if listing is None:
        if not marks:
            return
        listing = package.free("xl/worksheets/moushi{}.xml")
        package.write(listing, b"")
        package.typed(listing, _SHEET)
        relation = package.relate(book, listing, "worksheet")
        ids = [int(each.get("sheetId") or 0) for each in held]
        sheet = put(held, "sheet")
        sheet.set("name", sheet_name(MARKS_SHEET, sheets))
        sheet.set("sheetId", str(max(ids, default=0) + 1))
        sheet.set(etree.QName(package.dialect, "id"), relation)
    package.write(listing, _listed(package, sheets, marks, styles))
    _open_at(package, held, listing)
    package.keep(book)


def _open_at(package: Package, held: etree._Element, listing: str) -> None:
    """Have the file open on the list; no other sheet stays selected, or one would type into both."""
    book = package.workbook
    root = package.root(book)
    parts = [package.target(book, relation_id(each)) for each in children(held, "sheet")]
    views = child(root, "bookViews")
    if views is None:
        views = made(root, "bookViews")
        put_in_order(root, views, frozenset({"sheets"}))
    view = child(views, "workbookView")
    if view is None:
        view = put(views, "workbookView")
    view.set("activeTab", str(parts.index(listing)))
    for part in parts:
        if part is None or part == listing or not package.has(part):
            continue
        data = package.read(part)
        alone = _SELECTED.sub(rb"\1", data)
        if alone != data:
            package.replace(part, alone)


def _listed(package: Package, sheets: dict[str, str], marks: Sequence[Mark], styles: MarkStyles) -> bytes:
    """The sheet of the list: where, and what; places lead to their cells."""
    space = etree.QName(package.root(package.workbook)).namespace
    root = etree.fromstring(f'<worksheet xmlns="{space}"/>')
    view = put(put(root, "sheetViews"), "sheetView", showGridLines="0", tabSelected="1", workbookViewId="0")
    put(view, "selection", activeCell="A1", sqref="A1")
    put(root, "sheetFormatPr", defaultRowHeight="18")
    columns = put(root, "cols")
    put(columns, "col", min="1", max="1", width="22", customWidth="1")
    put(columns, "col", min="2", max="2", width="52", customWidth="1")
    data = put(root, "sheetData")
    bold, plain = styles.written("黑体", 14, bold=True), styles.written("宋体", 12)
    red, yellow = styles.written("宋体", 12, fill=RED), styles.written("宋体", 12, fill=YELLOW)
    grave = sum(_is_grave(mark) for mark in marks)
    links = []
    ordered = sorted(marks, key=lambda mark: not _is_grave(mark))
    lines = [(MARKS_SHEET, _told(len(marks), grave), bold, plain)]
    lines += [(_where(mark), _words(mark), red if _is_grave(mark) else yellow, plain) for mark in ordered]
    named = {_folded(name): name for name in sheets}
    for number, (first, second, look, other) in enumerate(lines, 1):
        height = max(-(-units(first) // 20), -(-units(second) // 50), 1) * 17 + 5
        row = put(data, "row", r=str(number), ht=str(height), customHeight="1")
        for column, text, style in (("A", first, look), ("B", second, other)):
            cell = put(row, "c", r=f"{column}{number}", s=str(style), t="inlineStr")
            put(put(cell, "is"), "t", text)
        mark = ordered[number - 2] if number > 1 else None
        if mark and mark.place and (name := named.get(_folded(mark.sheet))):
            quoted = name.replace("'", "''")
            links.append((f"A{number}", f"'{quoted}'!{cell_name(mark.place)}"))
    if links:
        held = put(root, "hyperlinks")
        for ref, target in links:
            put(held, "hyperlink", ref=ref, location=target, display=target)
    put(root, "pageMargins", left="0.5", right="0.5", top="0.6", bottom="0.6", header="0.3", footer="0.3")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _told(number: int, grave: int) -> str:
    if not number:
        return "没有要修改的地方。"
    parts = [f"红色 {grave} 处请修改"] if grave else []
    parts += [f"黄色 {number - grave} 处请核对"] if number > grave else []
    return "，".join(parts) + "，改好后把这个文件发回，其他地方不用动。点左边的位置就到那一格。"


def _where(mark: Mark) -> str:
    if mark.place:
        return f"{mark.sheet} {cell_name(mark.place)}"
    return mark.sheet or "整个文件"
