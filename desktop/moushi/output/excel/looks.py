"""What cells look like: a few named looks, quiet ones, in Chinese faces that every office has."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

SONG, HEI, KAI = "宋体", "黑体", "楷体"
_LINE = Side(style="thin", color="FFB0B0B0")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


@dataclass(frozen=True, slots=True)
class Look:
    """Face, size in points, colours as RRGGBB, place in the cell; `open`: typed in on a protected sheet."""

    face: str = SONG
    size: float = 10
    bold: bool = False
    ink: str = "000000"
    fill: str = ""
    align: str = "left"
    rise: str = "center"
    wraps: bool = True
    grid: bool = True
    open: bool = False


LOOKS = {
    "kicker": Look(face=KAI, size=14, align="center", grid=False),
    "headline": Look(size=20, bold=True, align="center", grid=False),
    "byline": Look(align="center", grid=False),
    "lead": Look(face=KAI, size=11, grid=False),
    "head": Look(face=HEI, fill="E7ECF2", align="center"),
    "federation": Look(face=HEI, size=14, align="center"),
    "slogan": Look(face=KAI, size=12, align="center"),
    "theme": Look(face=HEI, fill="F5F5F5"),
    "note": Look(grid=False),
    "text": Look(),
    "word": Look(align="center"),
    "figure": Look(align="right"),
    "total": Look(face=HEI, align="center", fill="F5F5F5"),
    "green": Look(ink="1E5631", fill="E3F1E1", align="center"),
    "blue": Look(ink="1F4E79", fill="DDEBF7", align="center"),
    "yellow": Look(ink="6B5000", fill="FFF2CC", align="center"),
    "red": Look(ink="8B1A1A", fill="F9DEDC", align="center"),
    "form title": Look(face=HEI, size=16, grid=False, wraps=False),
    "form note": Look(size=11, ink="444444", grid=False),
    "asked head": Look(face=HEI, size=11, fill="E7ECF2", align="center"),
    "shown head": Look(face=HEI, size=11, ink="595959", fill="EDEDED", align="center"),
    "asked text": Look(size=11, open=True),
    "asked word": Look(size=11, align="center", open=True),
    "asked figure": Look(size=11, align="right", open=True),
    "shown text": Look(size=11, ink="404040", fill="F5F5F5"),
    "shown word": Look(size=11, ink="404040", fill="F5F5F5", align="center"),
    "shown figure": Look(size=11, ink="404040", fill="F5F5F5", align="right"),
    "asked label": Look(face=HEI, size=12, fill="E7ECF2"),
    "shown label": Look(face=HEI, size=12, ink="595959", fill="EDEDED"),
    "asked value": Look(size=12, open=True),
    "shown value": Look(size=12, ink="404040", fill="F5F5F5"),
    "hint": Look(ink="595959", grid=False),
    "cover title": Look(face=HEI, size=20, grid=False),
    "cover name": Look(face=KAI, size=16, grid=False),
    "cover label": Look(face=HEI, size=14, ink="1F4E79", grid=False, rise="top"),
    "cover text": Look(size=14, grid=False, rise="top"),
}


class Looks:
    """The looks of one workbook as its style numbers, made when first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        """Register styles in `workbook`, which must have a sheet."""
        self._sheet = workbook.worksheets[0]
        self._numbers: dict[tuple[str, str, bool], int] = {}

    def number(self, name: str, number_format: str = "General", *, literal: bool = False) -> int:
        """The style number of a look; `literal` marks text that must never be taken for a formula."""
        key = (name, number_format, literal)
        if key not in self._numbers:
            self._numbers[key] = self._register(LOOKS[name], number_format, literal)
        return self._numbers[key]

    def _register(self, look: Look, number_format: str, literal: bool) -> int:
        cell = Cell(self._sheet, row=1, column=1)  # stands in no sheet; it only gathers a style
        cell.font = Font(name=look.face, size=look.size, bold=look.bold, color=f"FF{look.ink}")
        cell.alignment = Alignment(horizontal=look.align, vertical=look.rise, wrap_text=look.wraps)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
        if look.grid:
            cell.border = _GRID
        if look.open:
            cell.protection = Protection(locked=False)
        cell.number_format = number_format
        cell.quotePrefix = literal
        return cell.style_id
