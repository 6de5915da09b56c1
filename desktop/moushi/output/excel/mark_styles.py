"""The colours of marks: a cell's style with a fill laid over it, and that taken off again.

What the cell was filled with stands in the fill's second colour, which a solid fill does not show.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from moushi.output.excel.parts import Package, child, children, local, made, put, put_in_order

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
_LAST = ("tableStyles", "colors", "extLst")
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_EMPTY = (
    '<styleSheet xmlns="{space}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class MarkStyles:
    """The styles of a workbook, to which those of marked cells are added as they are needed."""

    def __init__(self, package: Package, colours: frozenset[str]) -> None:
        """Find the styles, or make them; `colours` (RRGGBB) are those of marks."""
        self._package, self._colours = package, colours
        book = package.workbook
        part = package.related(book, "styles")
        if part is None or not package.has(part):
            usual = "xl/styles.xml"  # where some programs look, whatever the relation says
            part = package.free("xl/styles{}.xml") if package.has(usual) else usual
            space = etree.QName(package.root(book)).namespace or ""
            package.write(part, _EMPTY.format(space=space).encode())
            package.relate(book, part, "styles")
            package.typed(part, _CONTENT)
        self._part = part
        self._root = package.root(part)
        self._fills = self._list("fills")
        while len(self._fills) < 2:  # the first two are reserved
            pattern = ("none", "gray125")[len(self._fills)]
            put(put(self._fills, "fill"), "patternFill", patternType=pattern)
        self._xfs = self._list("cellXfs")
        if not len(self._xfs):
            put(self._xfs, "xf", numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
        self._marked: dict[tuple[int, str], int] = {}
        self._bare: dict[int, int] = {}
        self._is_changed = False

    def _list(self, name: str) -> etree._Element:
        found = child(self._root, name)
        if found is None:
            found = made(self._root, name)
            put_in_order(self._root, found, frozenset((*_ORDER[_ORDER.index(name) + 1 :], *_LAST)))
        return found

    def marked(self, style: int, colour: str) -> int:
        """The style that is another one filled with a colour."""
        key = (style, colour)
        if key not in self._marked:
            xf = self._xf(style)
            fill = put(self._fills, "fill")
            pattern = put(fill, "patternFill", patternType="solid")
            put(pattern, "fgColor", rgb=f"FF{colour}")
            under = self._solid(xf)
            if under is None:
                put(pattern, "bgColor", indexed="64")
            else:
                put(pattern, "bgColor", **{str(name): str(value) for name, value in under.attrib.items()})
            self._marked[key] = self._add(xf, len(self._fills) - 1)
        return self._marked[key]

    def bare(self, style: int) -> int:
        """The style without the fill of a mark, if it has one; else itself."""
        if style not in self._bare:
            self._bare[style] = self._without(style)
        return self._bare[style]

    def _without(self, style: int) -> int:
        xf = self._xf(style)
        colour = self._solid(xf)
        if colour is None or (colour.get("rgb") or "")[-6:].upper() not in self._colours:
            return style
        under = child(colour.getparent(), "bgColor")
        if under is None or under.get("indexed") in ("64", "65") or not under.attrib:
            return self._add(xf, 0)
        if (under.get("rgb") or "")[
            -6:
        ].upper() in self._colours:  # some programs write the first colour twice
            return self._add(xf, 0)
        pattern = put(put(self._fills, "fill"), "patternFill", patternType="solid")
        put(pattern, "fgColor", **{str(name): str(value) for name, value in under.attrib.items()})
        put(pattern, "bgColor", indexed="64")
        return self._add(xf, len(self._fills) - 1)

    def has_marks(self) -> bool:
        """Whether the workbook has been marked before."""
        for fill in children(self._fills, "fill"):
            colour = child(child(fill, "patternFill"), "fgColor")
            if colour is not None and (colour.get("rgb") or "")[-6:].upper() in self._colours:
                return True
        return False

    def written(self, face: str, size: float, *, bold: bool = False, fill: str = "") -> int:
        """A style for the sheet that lists what is to be mended: wrapped, at the top of its cell."""
        fonts = self._list("fonts")
        font = put(fonts, "font")
        if bold:
            put(font, "b")
        put(font, "sz", val=f"{size:g}")
        put(font, "name", val=face)
        put(font, "charset", val="134")
        number = 0
        if fill:
            pattern = put(put(self._fills, "fill"), "patternFill", patternType="solid")
            put(pattern, "fgColor", rgb=f"FF{fill}")
            put(pattern, "bgColor", indexed="64")
            number = len(self._fills) - 1
        xf = put(self._xfs, "xf", numFmtId="0", fontId=str(len(fonts) - 1), fillId=str(number), borderId="0")
        xf.attrib.update({"xfId": "0", "applyFont": "1", "applyFill": "1", "applyAlignment": "1"})
        put(xf, "alignment", vertical="top", wrapText="1")
        self._is_changed = True
        return len(self._xfs) - 1

    def keep(self) -> None:
        """Write the styles, if any was added."""
        if not self._is_changed:
            return
        for name in ("fonts", "fills", "cellXfs"):
            found = child(self._root, name)
            if found is not None:
                found.set("count", str(len(found)))
        self._package.keep(self._part)

    def _xf(self, style: int) -> etree._Element:
        held = [xf for xf in self._xfs if local(xf) == "xf"]
        return held[style] if 0 <= style < len(held) else held[0]

    def _solid(self, xf: etree._Element) -> etree._Element | None:
        """The colour with which a style fills the whole cell, if it does."""
        number = xf.get("fillId") or "0"
        fills = list(children(self._fills, "fill"))
        if not number.isdecimal() or int(number) >= len(fills):
            return None
        pattern = child(fills[int(number)], "patternFill")
        if pattern is None or pattern.get("patternType") != "solid":
            return None
        return child(pattern, "fgColor")

    def _add(self, xf: etree._Element, fill: int) -> int:
        copy = deepcopy(xf)
        copy.set("fillId", str(fill))
        copy.set("applyFill", "1")
        self._xfs.append(copy)
        self._is_changed = True
        return sum(local(each) == "xf" for each in self._xfs) - 1
