"""The parts of a workbook's file (ISO/IEC 29500-2), changed one by one: all others stay byte for byte.

Transitional and Strict files and any prefixes: elements are found by their local names, new ones get the
namespace of their part's root. XML is read without entities and network.
"""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError  # noqa: N812 — an exception, whatever it is called there

from lxml import etree

from moushi.errors import MoushiError
from moushi.output.excel.names import storable

CONTENT_TYPES = "[Content_Types].xml"
_MOST_BYTES = 256 * 2**20  # unpacked, of all parts; `intake` has let in no more
_MOST_XML = 96 * 2**20
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_UNIX = 3


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" of a comment or an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The direct children of that local name."""
    if element is not None:
        yield from (inner for inner in element if local(inner) == name)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first direct child of that local name."""
    return next(children(element, name), None)


def made(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """A new element in the namespace of another one, not put anywhere yet."""
    return etree.Element(etree.QName(etree.QName(parent).namespace, name), attributes)


def put(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """A new last child in its parent's namespace."""
    element = made(parent, name, **attributes)
    if text is not None:
        element.text = storable(text)
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    parent.append(element)
    return element


def put_in_order(parent: etree._Element, element: etree._Element, after: frozenset[str]) -> None:
    """Put an element before the first child whose name is one of those that come after it."""
    place = next((n for n, inner in enumerate(parent) if local(inner) in after), len(parent))
    parent.insert(place, element)


def relation_id(element: etree._Element, name: str = "id") -> str | None:
    """The attribute that names a relation (`r:id`), in either dialect."""
    for key, value in element.attrib.items():
        if str(key).endswith(f"/relationships}}{name}"):
            return str(value)
    return None


class Package:
    """A workbook's file as parts by their names; what is put here is written in place of what was."""

    def __init__(self, data: bytes) -> None:
        """Open a file; `MoushiError` when it is no package or unpacks to too much."""
        try:
            self._zip = ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except (BadZipFile, OSError, ValueError, NotImplementedError) as fault:
            raise _damaged() from fault
        if sum(info.file_size for info in infos) > _MOST_BYTES or any(info.flag_bits & 1 for info in infos):
            raise _damaged()
        self._infos = {_folded(info.filename): info for info in infos}
        self._order = infos
        self._changed: dict[str, bytes] = {}
        self._added: dict[str, tuple[str, bytes]] = {}
        self._trees: dict[str, etree._Element] = {}

    # -- parts -------------------------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return _folded(name) in self._infos or _folded(name) in self._added

    def read(self, name: str) -> bytes:
        """The bytes of a part as they are now."""
        key = _folded(name)
        if key in self._changed:
            return self._changed[key]
        if key in self._added:
            return self._added[key][1]
        info = self._infos.get(key)
        if info is None or info.file_size > _MOST_XML:
            raise _damaged()
        try:
            with self._zip.open(info) as part:
                data = part.read(info.file_size + 1)
        except (BadZipFile, OSError, EOFError, DeflateError, NotImplementedError, RuntimeError) as fault:
            raise _damaged() from fault
        return data

    def write(self, name: str, data: bytes) -> None:
        """Put bytes in place of a part, or as a new one."""
        key = _folded(name)
        if key in self._infos:
            self._changed[key] = data
        else:
            self._added[key] = (name, data)

    def replace(self, name: str, data: bytes) -> None:
        """Put bytes in place of a part whose XML was perhaps read already, but not changed."""
        self._trees.pop(_folded(name), None)
        self.write(name, data)

    def root(self, name: str) -> etree._Element:
        """The root of a part's XML; `keep` writes what is changed in it."""
        key = _folded(name)
        if key not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            try:
                tree = etree.fromstring(self.read(name), parser)
            except (etree.XMLSyntaxError, ValueError) as fault:
                raise _damaged() from fault
            if tree.getroottree().docinfo.internalDTD is not None:
                raise _damaged()
            self._trees[key] = tree
        return self._trees[key]

    def keep(self, name: str) -> None:
        """Write the changed XML of a part."""
        tree = self._trees[_folded(name)].getroottree()
        is_alone = tree.docinfo.standalone is not False
        self.write(name, etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=is_alone))

    def free(self, pattern: str) -> str:
        """A name of a part that is not taken: the pattern with the first number that is free."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    # -- relations ---------------------------------------------------------------------------------------

    def related(self, name: str, kind: str) -> str | None:
        """The part to which another (or the package: "") has a relation of a kind: `styles`, `comments`."""
        found = self._relations(name)
        return next((_target(name, each) for each in found if _kind(each) == kind and _is_inside(each)), None)

    def target(self, name: str, relation: str | None) -> str | None:
        """The part that a relation's id names."""
        for each in self._relations(name):
            if each.get("Id") == relation and _is_inside(each):
                return _target(name, each)
        return None

    def _relations(self, name: str) -> list[etree._Element]:
        place = _relations_of(name)
        return list(children(self.root(place), "Relationship")) if self.has(place) else []

    def relate(self, name: str, part: str, kind: str) -> str:
        """Add a relation to a part; returns its id."""
        place = _relations_of(name)
        if not self.has(place):
            self.write(place, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        root = self.root(place)
        known = {each.get("Id") for each in root}
        number = 1
        while f"rId{number}" in known:
            number += 1
        put(root, "Relationship", Id=f"rId{number}", Type=f"{self.dialect}/{kind}", Target=f"/{part}")
        self.keep(place)
        return f"rId{number}"

    @property
    def workbook(self) -> str:
        """The part of the workbook itself; `MoushiError` when there is none."""
        found = self.related("", "officeDocument")
        if found is None or not self.has(found):
            raise _damaged()
        return found

    @property
    def dialect(self) -> str:
        """The namespace of relations: Transitional's or Strict's."""
        for each in self._relations(""):
            if _kind(each) == "officeDocument":
                return str(each.get("Type")).rpartition("/")[0]
        return _TRANSITIONAL

    def typed(self, part: str, content_type: str) -> None:
        """Say what a new part holds."""
        root = self.root(CONTENT_TYPES)
        for old in list(children(root, "Override")):
            if _folded(old.get("PartName") or "") == _folded(part):
                root.remove(old)
        put(root, "Override", PartName=f"/{part}", ContentType=content_type)
        self.keep(CONTENT_TYPES)

    def typed_by_ending(self, ending: str, content_type: str) -> None:
        """Say what parts of an ending hold, unless that is said."""
        root = self.root(CONTENT_TYPES)
        if all((each.get("Extension") or "").casefold() != ending for each in children(root, "Default")):
            root.insert(0, made(root, "Default", Extension=ending, ContentType=content_type))
            self.keep(CONTENT_TYPES)

    # -- written again -----------------------------------------------------------------------------------

    def packed(self) -> bytes:
        """The file with its changed and added parts, all others as they were."""
        target = BytesIO()
        try:
            with ZipFile(target, "w", ZIP_DEFLATED) as out:
                for old in self._order:
                    if self._infos[_folded(old.filename)] is not old:
                        continue  # the last of several of a name counts
                    info = ZipInfo(old.filename, old.date_time)
                    info.compress_type, info.external_attr = old.compress_type, old.external_attr
                    info.create_system = old.create_system
                    changed = self._changed.get(_folded(old.filename))
                    if changed is not None:
                        out.writestr(info, changed)
                        continue
                    with self._zip.open(old) as part, out.open(info, "w") as copy:
                        shutil.copyfileobj(part, copy)
                for name, data in self._added.values():
                    info = ZipInfo(name)
                    info.compress_type, info.create_system = ZIP_DEFLATED, _UNIX
                    out.writestr(info, data)
        except (BadZipFile, OSError, EOFError, DeflateError, NotImplementedError, RuntimeError) as fault:
            raise _damaged() from fault
        return target.getvalue()


def _damaged() -> MoushiError:
    return MoushiError(
        "The workbook cannot be marked: it is damaged, locked or too large. Send the list of what is to be "
        "mended instead."
    )


def _folded(name: str) -> str:
    """Names of parts do not differ by capitals; some programs write a backslash between folders."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _kind(relation: etree._Element) -> str:
    return str(relation.get("Type")).rpartition("/")[2]


def _is_inside(relation: etree._Element) -> bool:
    return relation.get("TargetMode") != "External"


def _target(name: str, relation: etree._Element) -> str:
    target = str(relation.get("Target")).replace("\\", "/")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
