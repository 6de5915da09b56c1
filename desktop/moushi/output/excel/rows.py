"""Rows of a sheet as XML, written without a cell object each: those cost ten times as much as the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from moushi.domain.numbers import full_day, plain
from moushi.errors import MoushiError
from moushi.output.excel.looks import Looks

Value = str | int | Decimal | date | None
LONGEST = 32_767
"""The most characters that a cell of an Excel file can hold."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A; _x005F_ is its own `_`
_FORMULA_LIKE = tuple("=+-@＝＋－＠")
_EPOCH = date(1899, 12, 30)


class Cell(NamedTuple):
    """A value with the name of its look and its number format; a tuple, since there are very many."""

    value: Value
    look: str
    number_format: str = "General"

    @property
    def printed(self) -> str:
        """About what is seen of it, at its widest."""
        value, number_format = self.value, self.number_format
        if isinstance(value, str):
            return value if number_format == "General" else value + number_format.strip('@"')
        if value is None:
            return ""
        if isinstance(value, date):
            return full_day(value) if "yyyy" in number_format else full_day(value)[5:]
        if "%" in number_format:
            return f"{value:+.1%}" if "+" in number_format else f"{value:.1%}"
        return plain(Decimal(value)) + ("≤" if "≤" in number_format else "")


class Rows:
    """The rows of one sheet, from the first; a text that no file can hold is refused with its place."""

    def __init__(self, sheet: str, looks: Looks) -> None:
        """Begin an empty sheet of that name."""
        self.sheet = sheet
        self.count = 0
        self.columns = 1
        self.merged: list[str] = []
        self._looks = looks
        self._written: list[str] = []
        self._letters: list[str] = []

    def add(self, cells: Iterable[Cell], height: float, *, grows: bool = False) -> None:
        """The next row; its height in points, which is its least one where it `grows` as it is typed in."""
        self.count += 1
        number = self.count
        style = self._looks.number
        fixed = "" if grows else ' customHeight="1"'
        out = [f'<row r="{number}" ht="{height:g}"{fixed}>']
        for column, (value, look, number_format) in enumerate(cells):
            if column == len(self._letters):
                self._letters.append(get_column_letter(column + 1))
            ref = f"{self._letters[column]}{number}"
            if value is None or value == "":
                out.append(f'<c r="{ref}" s="{style(look, number_format)}"/>')
            elif isinstance(value, str):
                literal = value.startswith(_FORMULA_LIKE)
                out.append(
                    f'<c r="{ref}" s="{style(look, number_format, literal=literal)}" t="inlineStr">'
                    f'<is><t xml:space="preserve">{self._text(value, ref)}</t></is></c>'
                )
            else:
                out.append(f'<c r="{ref}" s="{style(look, number_format)}"><v>{_number(value)}</v></c>')
        out.append("</row>")
        self._written.append("".join(out))
        self.columns = max(self.columns, len(self._letters))

    def add_across(self, text: str, look: str, columns: int, height: float) -> None:
        """The next row: one text across all columns."""
        self.add([Cell(text, look), *([Cell(None, look)] * (columns - 1))], height)
        if columns > 1:
            self.merged.append(f"A{self.count}:{self._letters[columns - 1]}{self.count}")

    @property
    def used(self) -> str:
        """The range that the rows take up, so that no program has to guess it."""
        return f"A1:{get_column_letter(self.columns)}{max(self.count, 1)}"

    def pieces(self) -> Iterable[str]:
        """The `row` elements."""
        return self._written

    def taken(self) -> str:
        """The `row` elements added since they were last taken, which are then no longer kept."""
        written = "".join(self._written)
        self._written.clear()
        return written

    def merges_to_xml(self) -> str:
        """The `mergeCells` element; empty without merged cells."""
        if not self.merged:
            return ""
        refs = "".join(f'<mergeCell ref="{ref}"/>' for ref in self.merged)
        return f'<mergeCells count="{len(self.merged)}">{refs}</mergeCells>'

    def _text(self, text: str, ref: str) -> str:
        found = _FORBIDDEN.search(text)
        if found:
            raise MoushiError(
                "{sheet}!{cell}: the text holds the control character U+{code} after “{before}”, which no "
                "Excel file can hold. Delete that character where the text was entered, then export again.",
                sheet=self.sheet,
                cell=ref,
                code=f"{ord(found[0]):04X}",
                before=text[max(found.start() - 20, 0) : found.start()],
            )
        if len(text) > LONGEST:
            raise MoushiError(
                "{sheet}!{cell}: the text that begins “{beginning}” has {count} characters; a cell of an "
                "Excel file holds at most {most}. Shorten it where it was entered, then export again.",
                sheet=self.sheet,
                cell=ref,
                beginning=text[:20],
                count=len(text),
                most=LONGEST,
            )
        return escape(_ESCAPE_LIKE.sub("_x005F_", text.replace("\r\n", "\n").replace("\r", "\n")))


def _number(value: Decimal | date | int) -> str:
    if isinstance(value, date):
        return str((value - _EPOCH).days)
    return str(value) if isinstance(value, int) else plain(value)
