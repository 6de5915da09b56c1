"""A .docx as a package of XML parts: parsed without entities or network, namespaces of both dialects as one.

Names are written with the usual prefixes (`w:p`), whether the file is Transitional or Strict OOXML
(ISO/IEC 29500-1 and -4).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from moushi.intake.source import SourceFile, UnreadableError

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "custom",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "custom",
}
_MAIN = tuple(uri for uri, prefix in _PREFIXES.items() if prefix == "w")
_OFF = frozenset({"0", "false", "off"})


@lru_cache(maxsize=1024)
def _short(tag: str) -> str:
    uri, _, name = tag.rpartition("}")
    prefix = _PREFIXES.get(uri.removeprefix("{"), "")
    return f"{prefix}:{name}" if prefix else name


def name_of(element: etree._Element) -> str:
    """The element's name with the usual prefix; without one in a namespace that is not of interest."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str = "val") -> str | None:
    """The element's attribute of that local name in the main namespace, or None."""
    for uri in _MAIN:
        value = element.get(f"{{{uri}}}{name}")
        if value is not None:
            return str(value)
    return None


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number; None when it, or the element, is missing or no number."""
    value = attribute(element, name) if element is not None else None
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of prefixed names, or None."""
    for name in path:
        element = next(children(element, name), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The direct children of that prefixed name."""
    if element is not None:
        yield from (inner for inner in element if name_of(inner) == name)


def is_on(element: etree._Element | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return element is not None and attribute(element) not in _OFF


class Package:
    """The parts of a .docx; each is parsed when asked for."""

    def __init__(self, source: SourceFile) -> None:
        """Open the package; `UnreadableError` when it is no whole zip."""
        self._file = source.name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, OSError, ValueError) as fault:
            raise self._damaged() from fault

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, or None when there is none; `UnreadableError` when it is damaged."""
        try:
            data = self._zip.read(name)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as fault:
            raise self._damaged() from fault
        except RuntimeError as fault:  # how zipfile says that a part is encrypted
            raise UnreadableError(
                "{file}: is locked with a password. Save it without one and take it in again.",
                file=self._file,
            ) from fault
        return self._parsed(data)

    def needed_part(self, name: str) -> etree._Element:
        """The root of a part without which nothing can be read."""
        root = self.part(name)
        if root is None:
            raise self._damaged()
        return root

    def properties(self) -> dict[str, str]:
        """The custom properties by name, as text."""
        root = self.part("docProps/custom.xml")
        found: dict[str, str] = {}
        for held in children(root, "custom:property"):
            found[str(held.get("name", ""))] = "".join(map(str, held.itertext())).strip()
        return found

    def _parsed(self, data: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise self._damaged() from fault
        if root.getroottree().docinfo.internalDTD is not None:  # no office program writes one
            raise self._damaged()
        return root

    def _damaged(self) -> UnreadableError:
        return UnreadableError(
            "{file}: the file is damaged or cut short. Ask the sender for it again.", file=self._file
        )
