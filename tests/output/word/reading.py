"""Word files taken apart, as tests look at them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(docx: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts_of(docx)[name])


def body(docx: bytes) -> etree._Element:
    return part(docx, "word/document.xml")[0]


def paragraphs(docx: bytes) -> list[etree._Element]:
    return body(docx).findall(f"{W}p")


def style_of(paragraph: etree._Element) -> str:
    return attribute(paragraph, "pPr/pStyle", "val")


def attribute(element: etree._Element, path: str, name: str) -> str:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{W}{name}", "")


def words(element: etree._Element) -> str:
    """The text as typed: breaks of a line as line feeds, of a column as ⏎."""
    return "".join(_words(element))


def _words(element: etree._Element) -> Iterator[str]:
    for piece in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if piece.tag == f"{W}t":
            yield piece.text or ""
        elif piece.tag == f"{W}tab":
            yield "\t"
        else:
            yield "⏎" if piece.get(f"{W}type") == "column" else "\n"


def bookmarks(docx: bytes) -> dict[str, str]:
    """The words inside each bookmark, by its name."""
    found: dict[str, str] = {}
    for paragraph in paragraphs(docx):
        names: dict[str, str] = {}
        for child in paragraph:
            if child.tag == f"{W}bookmarkStart":
                names[child.get(f"{W}id")] = child.get(f"{W}name")
                assert child.get(f"{W}name") not in found, "a bookmark stands twice"
            elif child.tag == f"{W}bookmarkEnd":
                found.setdefault(names.pop(child.get(f"{W}id")), "")
            elif child.tag == f"{W}r":
                for name in names.values():
                    found[name] = found.get(name, "") + words(child)
        assert not names, "a bookmark is left open"
    return found


def section_properties(docx: bytes) -> list[etree._Element]:
    return list(body(docx).iter(f"{W}sectPr"))


def pretty(xml: bytes) -> str:
    """XML as people read and compare it."""
    tree = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(tree, pretty_print=True, encoding="unicode")
