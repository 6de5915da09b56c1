"""Paragraph styles of a .docx: shown name, outline level and list, each through the styles it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from moushi.intake.docx_numbering import ListNumber, Numbering
from moushi.intake.docx_package import Package, attribute, child, children, is_on, number

_BODY_LEVEL = 9  # outlineLvl of body text
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)


class Styles:
    """What paragraph properties come to, direct ones first, then those of the styles."""

    def __init__(self, package: Package) -> None:
        """Read `styles.xml` and `numbering.xml`; either may be missing."""
        self._by_id: dict[str, etree._Element] = {}
        self._default = ""
        for style in children(package.part("word/styles.xml"), "w:style"):
            style_id = attribute(style, "styleId") or ""
            self._by_id[style_id] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                self._default = style_id
        self._numbering = Numbering(package.part("word/numbering.xml"), self._list_of)

    def style_of(self, properties: etree._Element | None) -> str:
        """The id of the paragraph's style."""
        style = child(properties, "w:pStyle")
        return (attribute(style) or self._default) if style is not None else self._default

    def name(self, style_id: str) -> str:
        """The style's name as shown; the id where the file has no such style."""
        style = child(self._by_id.get(style_id), "w:name")
        return (attribute(style) or style_id) if style is not None else style_id

    def outline_level(self, properties: etree._Element | None) -> int | None:
        """The outline level from 1, or None for body text."""
        style_id = self.style_of(properties)
        for held in (properties, *(child(style, "w:pPr") for _, style in self._chain(style_id))):
            level = number(child(held, "w:outlineLvl"))
            if level is not None:
                return level + 1 if 0 <= level < _BODY_LEVEL else None
        found = _HEADING.fullmatch(self.name(style_id))
        return int(found[1]) if found else None

    def is_bold(self, properties: etree._Element | None) -> bool:
        """Whether the paragraph's style prints bold."""
        for _, style in self._chain(self.style_of(properties)):
            bold = child(style, "w:rPr", "w:b")
            if bold is not None:
                return is_on(bold)
        return False

    def count(self, properties: etree._Element | None) -> ListNumber | None:
        """Count the paragraph in its list; None when it is in none."""
        style_id = self.style_of(properties)
        direct = child(properties, "w:numPr")
        level = number(child(direct, "w:ilvl"))
        held = child(direct, "w:numId")
        list_id = attribute(held) if held is not None else None
        if list_id is None:
            list_id, style_level = self._list_of_style(style_id)
            level = style_level if level is None else level
        return self._numbering.next(list_id, level or 0) if list_id else None

    def _list_of_style(self, style_id: str) -> tuple[str | None, int | None]:
        """The list and level that a paragraph style brings; a level's own link to the style comes first."""
        for holder, style in self._chain(style_id):
            properties = child(style, "w:pPr", "w:numPr")
            held = child(properties, "w:numId")
            if held is not None and (list_id := attribute(held)):
                linked = self._numbering.level_of_style(list_id, holder)
                return list_id, number(child(properties, "w:ilvl")) if linked is None else linked
        return None, None

    def _list_of(self, style_id: str) -> str | None:
        """The list that a list style names."""
        held = child(self._by_id.get(style_id), "w:pPr", "w:numPr", "w:numId")
        return attribute(held) if held is not None else None

    def _chain(self, style_id: str) -> Iterator[tuple[str, etree._Element]]:
        """The style and those it is based on, each once."""
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style_id, style
            based_on = child(style, "w:basedOn")
            style_id = (attribute(based_on) or "") if based_on is not None else ""
