"""The cells of a worksheet's XML: found by row and column, made where they are missing, styled anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from moushi.domain.cell_names import Place, cell_name, cell_named
from moushi.output.excel.mark_styles import MarkStyles
from moushi.output.excel.parts import child, children, local, made


@dataclass(slots=True)
class _Row:
    """A row as it stands in the XML; `cells` are listed when they are asked for."""

    element: etree._Element
    cells: dict[int, etree._Element] = field(default_factory=dict)

    def read(self) -> None:
        """List its cells; one without a name follows the one before it."""
        column = -1
        for cell in children(self.element, "c"):
            place = cell_named(cell.get("r") or "")
            column = place[1] if place else column + 1
            self.cells[column] = cell


class SheetCells:
    """The cells of one sheet."""

    def __init__(self, sheet: etree._Element) -> None:
        """Take a worksheet's root."""
        self._sheet = sheet
        data = child(sheet, "sheetData")
        self._data = data if data is not None else etree.SubElement(sheet, made(sheet, "sheetData").tag)
        self._rows: dict[int, _Row] = {}
        number = 0
        for row in children(self._data, "row"):
            named = row.get("r") or ""
            number = int(named) if named.isdecimal() else number + 1
            self._rows[number - 1] = _Row(row)

    def anchors(self) -> Mapping[Place, Place]:
        """Cells that are merged into others, each to the one that shows; only ranges of bounded size."""
        found: dict[Place, Place] = {}
        for merge in children(child(self._sheet, "mergeCells"), "mergeCell"):
            first, _, last = (merge.get("ref") or "").partition(":")
            top, bottom = cell_named(first), cell_named(last)
            if top is None or bottom is None or (bottom[0] - top[0]) * (bottom[1] - top[1]) > 100_000:
                continue
            for row in range(top[0], bottom[0] + 1):
                for column in range(top[1], bottom[1] + 1):
                    found[row, column] = top
        return found

    def take_off(self, styles: MarkStyles) -> bool:
        """Give all cells the styles that they had before they were marked; whether any was marked."""
        changed = False
        for row in self._rows.values():
            for cell in children(row.element, "c"):
                style = _number(cell.get("s"))
                bare = styles.bare(style)
                if bare != style:
                    cell.set("s", str(bare))
                    changed = True
        return changed

    def mark(self, colours: Mapping[Place, str], styles: MarkStyles) -> None:
        """Fill cells with colours."""
        for place in sorted(colours):
            cell = self._cell(place)
            cell.set("s", str(styles.marked(_number(cell.get("s")), colours[place])))

    def _cell(self, place: Place) -> etree._Element:
        row = self._row(place[0])
        if not row.cells:
            row.read()
        if place[1] in row.cells:
            return row.cells[place[1]]
        cell = made(self._sheet, "c", r=cell_name(place))
        style = row.element.get("s") if row.element.get("customFormat") in ("1", "true") else None
        cell.set("s", style or self._style_of_column(place[1]))
        _put_by_number(row.element, cell, place[1], row.cells)
        row.cells[place[1]] = cell
        if "spans" in row.element.attrib:
            del row.element.attrib["spans"]  # a hint, which may be wrong now
        return cell

    def _row(self, number: int) -> _Row:
        if number not in self._rows:
            element = made(self._sheet, "row", r=str(number + 1))
            _put_by_number(self._data, element, number, {n: row.element for n, row in self._rows.items()})
            self._rows[number] = _Row(element)
        return self._rows[number]

    def _style_of_column(self, column: int) -> str:
        for each in children(child(self._sheet, "cols"), "col"):
            if _number(each.get("min")) <= column + 1 <= _number(each.get("max")):
                return each.get("style") or "0"
        return "0"


def _put_by_number(
    parent: etree._Element, element: etree._Element, number: int, held: Mapping[int, etree._Element]
) -> None:
    after = min((other for other in held if other > number), default=None)
    if after is None:
        extra = next((inner for inner in parent if local(inner) == "extLst"), None)
        parent.append(element) if extra is None else extra.addprevious(element)
    else:
        held[after].addprevious(element)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
