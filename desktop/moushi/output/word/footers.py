"""Footers: page numbers, and for a manuscript its length and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable

from moushi.compile.documents import ArticleDocument
from moushi.output.word.markup import W, run_xml, twips
from moushi.output.word.paragraphs import paragraph_xml
from moushi.output.word.styles import LEVELS, footer_role, is_manuscript
from moushi.typeset.layout import Layout

PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
PAGES = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def footers_xml(document: ArticleDocument, layout: Layout, contact: str) -> dict[str, str]:
    """Footer parts by their type.

    Official papers: the number between dashes, one character from the outer edge (GB/T 9704-2012 §7.5).
    Others: page and pages; a manuscript also its characters and, if given, the contact.
    """
    if LEVELS[0] in layout.roles:
        return {"default": _outer(layout, "right"), "even": _outer(layout, "left")}
    notes = []
    if is_manuscript(layout):
        notes.append(f"全文{document.characters}字")
        if contact:
            notes.append(f"联系人：{contact}")
    words = "".join(run_xml(f"{note}\u3000") for note in notes)
    return {"default": footer_xml([words, run_xml("第"), PAGE, run_xml("页 共"), PAGES, run_xml("页")])}


def _outer(layout: Layout, side: str) -> str:
    one = twips(footer_role(layout).size_pt)
    indent = f'<w:ind w:{side}Chars="100" w:{side}="{one}"/><w:jc w:val="{side}"/>'
    return footer_xml([run_xml("— "), PAGE, run_xml(" —")], indent)


def footer_xml(content: Iterable[str], properties: str = "") -> str:
    """A footer part of one paragraph."""
    paragraph = paragraph_xml("Footer", "".join(content), properties)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="{W}">{paragraph}</w:ftr>'
    )
