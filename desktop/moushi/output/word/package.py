"""The .docx package: parts, relations, properties; the same parts give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart

from moushi.output.word.markup import escaped

_COMPRESSION = 3  # takes half the time of the usual 6; marks, being random, hardly get smaller with either
_LONGEST_PROPERTY = 255  # characters, by Word's own limit
_OWN_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


@dataclass(frozen=True, slots=True)
class Parts:
    """The XML of a document's parts; footers in the order of their relations, rId1 first."""

    document: str
    styles: str
    settings: str
    fonts: str
    theme: str
    footers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; `made_at` in UTC."""

    title: str
    author: str
    made_at: datetime
    custom: Mapping[str, str]


def packed(parts: Parts, properties: Properties) -> bytes:
    """The bytes of the .docx."""
    package = OpcPackage()
    main = _part("/word/document.xml", CT.WML_DOCUMENT_MAIN, parts.document)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    package.relate_to(_core(package, properties), RT.CORE_PROPERTIES)
    if properties.custom:
        custom = _custom_xml(properties.custom)
        part = _part("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, custom)
        package.relate_to(part, RT.CUSTOM_PROPERTIES)
    for number, footer in enumerate(parts.footers, 1):
        main.relate_to(_part(f"/word/footer{number}.xml", CT.WML_FOOTER, footer), RT.FOOTER)
    for name, kind, relation, xml in (
        ("styles", CT.WML_STYLES, RT.STYLES, parts.styles),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, parts.settings),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, parts.fonts),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, parts.theme),
    ):
        main.relate_to(_part(f"/word/{name}.xml", kind, xml), relation)
    return _zipped(package, properties.made_at)


def _part(name: str, kind: str, xml: str) -> Part:
    return Part(PackURI(name), kind, xml.encode("utf-8"))


def _core(package: OpcPackage, properties: Properties) -> Part:
    part: CorePropertiesPart = CorePropertiesPart.default(package)
    core = part.core_properties
    core.title = properties.title[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = properties.author[:_LONGEST_PROPERTY]
    core.language = "zh-CN"
    core.created = core.modified = properties.made_at
    return part


def _custom_xml(values: Mapping[str, str]) -> str:
    properties = "".join(
        f'<property fmtid="{_OWN_PROPERTIES}" pid="{number}" name="{escaped(name)}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)  # 0 and 1 are reserved
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}">{properties}</Properties>'
    )


def _zipped(package: OpcPackage, made_at: datetime) -> bytes:
    """The package as a zip file whose entries all bear the same time, unlike python-docx's own writer's."""
    members: dict[str, bytes | str] = {}
    overrides = []
    for part in package.iter_parts():
        members[part.partname.membername] = part.blob
        overrides.append(f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>')
        if len(part.rels):
            members[part.partname.rels_uri.membername] = part.rels.xml
    members = {
        "[Content_Types].xml": (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<Types xmlns="{_CONTENT_TYPES}"><Default Extension="rels"'
            f' ContentType="{CT.OPC_RELATIONSHIPS}"/><Default Extension="xml" ContentType="{CT.XML}"/>'
            f"{''.join(overrides)}</Types>"
        ),
        PACKAGE_URI.rels_uri.membername: package.rels.xml,
        **members,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            entry = ZipInfo(name, made_at.timetuple()[:6])
            archive.writestr(entry, content, ZIP_DEFLATED, _COMPRESSION)
    return buffer.getvalue()
