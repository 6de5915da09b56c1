"""Workbooks made part by part, as other programs write them or as somebody hostile would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    """A part of relations: kinds and targets, with the ids r1, r2 and so on."""
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def parts_of(
    *sheets: str,
    formats: Iterable[str | int] = (),
    shared: Iterable[str] = (),
    strict: bool = False,
) -> dict[str, str | bytes]:
    """The parts of a workbook; a sheet is its rows' XML, or its whole XML.

    `formats` are number formats: the style 1 has the first of them. `shared` are `<si>` elements' contents.
    """
    main, office = (STRICT, STRICT_OFFICE) if strict else (MAIN, OFFICE)
    names = "".join(
        f'<sheet name="表{number}" sheetId="{number}" r:id="r{number}"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            *(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/styles.xml": styles(formats, main),
    }
    for number, sheet in enumerate(sheets, 1):
        whole = sheet if "<worksheet" in sheet or ":worksheet" in sheet else worksheet(sheet, main=main)
        parts[f"xl/worksheets/sheet{number}.xml"] = whole
    if listed := "".join(f"<si>{text}</si>" for text in shared):
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{listed}</sst>'
    return parts


def worksheet(rows: str, head: str = "", foot: str = "", main: str = MAIN) -> str:
    """A sheet's XML."""
    return f'<worksheet xmlns="{main}">{head}<sheetData>{rows}</sheetData>{foot}</worksheet>'


def styles(formats: Iterable[str | int] = (), main: str = MAIN) -> str:
    """A styles part: style 0 is General, 1 has the first format, a code or a built-in number."""
    codes, cells = "", '<xf numFmtId="0"/>'
    for number, code in enumerate(formats, 164):
        if isinstance(code, int):
            cells += f'<xf numFmtId="{code}"/>'
            continue
        escaped = code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        codes += f'<numFmt numFmtId="{number}" formatCode="{escaped}"/>'
        cells += f'<xf numFmtId="{number}"/>'
    return (
        f'<styleSheet xmlns="{main}"><numFmts>{codes}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>'
    )


def workbook(*sheets: str, formats: Iterable[str | int] = (), shared: Iterable[str] = ()) -> bytes:
    """A workbook of sheets."""
    return packed(parts_of(*sheets, formats=formats, shared=shared))


def ods(rows: str, before: str = "") -> bytes:
    """An OpenDocument sheet."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"{before}<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="表">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": "<manifest/>",
        }
    )
