"""The XML of an .ods workbook: how far its tables go, and what their cells have beside their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from moushi.intake.number_formats import PERCENT, telling_code
from moushi.intake.sheet_parts import LONGEST_NOTE
from moushi.intake.sheet_xml import MOST_CHARACTERS, MOST_ODD_CELLS, Extent, TooMuchError, parse

_UNSEEN = ("collapse", "filter")


@dataclass(slots=True)
class Table:
    """A table's extent and comments; cells of a telling format: row, column, how many, which code."""

    extent: Extent = field(default_factory=Extent)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    styled: list[tuple[int, int, int, int, int]] = field(default_factory=list)

    def formats(self) -> Mapping[int, bytearray]:
        """For each column a byte for each row: the number of the cell's code in `Tables.codes`."""
        found: dict[int, bytearray] = {}
        for row, column, rows, columns, code in self.styled:
            for each in range(column, min(column + columns, self.extent.columns)):
                cells = found.setdefault(each, bytearray(self.extent.rows))
                last = min(row + rows, self.extent.rows)
                cells[row:last] = bytes([code]) * (last - row)
        return found


class Tables:
    """The tables by their names, and the codes of number formats on which depends what is seen."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.codes = ["", PERCENT]
        self._numbers = {PERCENT: 1}
        self._code: list[str] | None = None  # of the number style that is being told
        self._name = ""
        self._data_styles: dict[str, str] = {}
        self._styles: dict[str, int] = {}
        self._defaults: list[tuple[int, int]] = []  # last column and code
        self._table = Table()
        self._depth = 0  # of tables: one within a cell is none of its own
        self._row = self._rows = self._column = self._columns = 0
        self._listed = 0  # columns told of so far
        self._characters = 0
        self._written = 0  # in the cell
        self._note: list[str] | None = None
        self._in_paragraph = False
        self._is_fault = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a tag."""
        match name:
            case "number-style" | "currency-style" | "percentage-style" | "number" | "style":
                self._style(name, attributes)
            case "table":
                self._depth += 1
                if self._depth == 1:
                    self._table = self.tables.setdefault(attributes.get("table:name", ""), Table())
                    self._row = self._rows = self._column = self._columns = self._listed = 0
                    self._defaults = []
            case _ if self._depth != 1:
                pass
            case "table-column":
                self._begin_column(attributes)
            case "table-row":
                self._begin_row(attributes)
            case "table-cell" | "covered-table-cell":
                self._begin_cell(attributes)
            case "annotation":
                self._note = []
            case "p":
                self._in_paragraph = True
                if self._note:
                    self._note.append("\n")

    def _begin_column(self, attributes: Mapping[str, str]) -> None:
        count = _repeated(attributes, "columns")
        if attributes.get("table:visibility") in _UNSEEN:
            last = min(self._listed + count, 16_384)
            self._table.extent.hidden_columns.update(range(self._listed, last))
        self._listed += count
        style = self._styles.get(attributes.get("table:default-cell-style-name", ""), 0)
        self._defaults.append((self._listed, style))

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row, self._rows = self._row + self._rows, _repeated(attributes, "rows")
        self._column = self._columns = 0
        if attributes.get("table:visibility") in _UNSEEN:
            self._table.extent.hide(self._row, self._rows)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column, self._columns = self._column + self._columns, _repeated(attributes, "columns")
        self._written = 0
        told = attributes.get("calcext:value-type") or attributes.get("office:value-type")
        self._is_fault = told == "error"
        if not told:
            return
        extent = self._table.extent
        extent.reach(self._row + self._rows, self._column + self._columns)
        code = 1 if told == "percentage" else 0
        if told in ("float", "currency"):
            name = attributes.get("table:style-name")
            code = self._styles.get(name, 0) if name else self._default()
        if code:
            self._table.styled.append((self._row, self._column, self._rows, self._columns, code))

    def _default(self) -> int:
        """The code of the cells of a column that name no style."""
        return next((code for last, code in self._defaults if self._column < last), 0)

    def _style(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "number":
            if self._code is not None:
                self._code.append("0")
            return
        if name != "style":
            self._code, self._name = [], attributes.get("style:name", "")
            return
        code = self._data_styles.get(attributes.get("style:data-style-name", ""))
        if code and code not in self._numbers and len(self.codes) < 255:
            self._numbers[code] = len(self.codes)
            self.codes.append(code)
        if code in self._numbers:
            self._styles[attributes.get("style:name", "")] = self._numbers[code]

    def text(self, text: str) -> None:
        """Take a text."""
        if self._code is not None:
            self._code.append('"' + text.replace('"', "") + '"' if text.strip("% ") else text)
        elif self._note is not None:
            if self._in_paragraph and sum(map(len, self._note)) < LONGEST_NOTE:
                self._note.append(text)
        elif self._depth:
            self._written += len(text)
            if self._is_fault:
                faults = self._table.extent.faults
                place = self._row, self._column
                faults[place] = (faults.get(place, "") + text.strip())[:20]

    def end(self, name: str) -> None:
        """Take the end of a tag."""
        match name:
            case "number-style" | "currency-style" | "percentage-style" if self._code is not None:
                if code := telling_code(-1, "".join(self._code)):
                    self._data_styles[self._name] = code
                self._code = None
            case "table":
                self._depth -= 1
            case "annotation":
                if self._note and (text := "".join(self._note).strip()):
                    self._table.notes[self._row, self._column] = text[:LONGEST_NOTE]
                self._note = None
                if len(self._table.notes) + len(self._table.extent.faults) > MOST_ODD_CELLS:
                    raise TooMuchError
            case "p":
                self._in_paragraph = False
            case "table-cell" | "covered-table-cell":
                within = self._row < self._table.extent.rows
                self._characters += self._written * self._columns * self._rows if within else 0
                if self._characters > MOST_CHARACTERS:
                    raise TooMuchError
            case _:
                pass


def tables_in(parts: Iterable[Iterable[bytes]]) -> Tables:
    """The tables of the styles and the content part; `TooMuchError`, or `ExpatError` when they are no XML."""
    tables = Tables()
    for chunks in parts:
        parse(chunks, tables.begin, tables.end, tables.text)
    return tables


def _repeated(attributes: Mapping[str, str], what: str) -> int:
    return max(1, int(attributes.get(f"table:number-{what}-repeated", 1)))
