"""Workbooks written part by part, as other programs than openpyxl write them."""

from __future__ import annotations

import zipfile
from io import BytesIO

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"

ROWS = (
    '<P:row r="1" spans="1:3"><P:c r="A1" t="s"><P:v>0</P:v></P:c><P:c r="B1" t="s"><P:v>1</P:v></P:c>'
    "</P:row>"
    '<P:row r="3" s="1" customFormat="1"><P:c r="A3" s="1"><P:v>7</P:v></P:c><P:c r="D3"><P:f>A3*2</P:f>'
    "<P:v>14</P:v></P:c></P:row>"
)
STYLES = (
    '<P:numFmts count="1"><P:numFmt numFmtId="176" formatCode="0&quot;家&quot;"/></P:numFmts>'
    '<P:fonts count="1"><P:font><P:sz val="11"/><P:name val="宋体"/></P:font></P:fonts>'
    '<P:fills count="3"><P:fill><P:patternFill patternType="none"/></P:fill><P:fill>'
    '<P:patternFill patternType="gray125"/></P:fill><P:fill><P:patternFill patternType="solid">'
    '<P:fgColor theme="4" tint="0.5"/><P:bgColor indexed="64"/></P:patternFill></P:fill></P:fills>'
    '<P:borders count="1"><P:border/></P:borders>'
    '<P:cellStyleXfs count="1"><P:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></P:cellStyleXfs>'
    '<P:cellXfs count="2"><P:xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<P:xf numFmtId="176" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/></P:cellXfs>'
    '<P:cellStyles count="1"><P:cellStyle name="常规" xfId="0" builtinId="0"/></P:cellStyles>'
    '<P:dxfs count="0"/>'
)


def raw_book(
    *,
    prefix: str = "",
    strict: bool = False,
    styles: str | None = STYLES,
    rows: str = ROWS,
    after: str = "",
    sheet_parts: dict[str, str] | None = None,
    links: str = "",
    views: str = '<P:bookViews><P:workbookView activeTab="0"/></P:bookViews>',
    name: str = "会员变动",
) -> bytes:
    """A workbook of two sheets; `after` stands below the rows, `links` are relations of the first sheet."""
    space, relations = (_STRICT, _STRICT_LINKS) if strict else (_MAIN, _LINKS)
    declared = f'xmlns{":" + prefix if prefix else ""}="{space}" xmlns:r="{relations}"'
    types = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>
<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_CONTENT}.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{_CONTENT}.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="{_CONTENT}.sharedStrings+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{_CONTENT}.styles+xml"/></Types>"""
    book_links = "".join(
        f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            [
                ("worksheet", "worksheets/sheet1.xml"),
                ("worksheet", "/xl/worksheets/sheet2.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                *([("styles", "styles.xml")] if styles else []),
            ],
            1,
        )
    )
    related = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'{related}<Relationship Id="x" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"<P:workbook {declared}>{views}<P:sheets>"
        f'<P:sheet name="{name}" sheetId="3" r:id="rId1"/><P:sheet name="别的" sheetId="7" r:id="rId2"/>'
        "</P:sheets><P:definedNames><P:definedName name=\"区\">'会员变动'!$A$1</P:definedName>"
        "</P:definedNames></P:workbook>",
        "xl/_rels/workbook.xml.rels": f"{related}{book_links}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<P:worksheet {declared}><P:dimension ref="A1:A1"/><P:sheetViews>'
        '<P:sheetView tabSelected="1" workbookViewId="0"/></P:sheetViews><P:cols><P:col min="5" max="6" '
        f'width="9" style="1"/></P:cols><P:sheetData>{rows}</P:sheetData>'
        f'<P:sheetProtection sheet="1"/>{after}</P:worksheet>',
        "xl/worksheets/sheet2.xml": f"<P:worksheet {declared}><P:sheetData/></P:worksheet>",
        "xl/sharedStrings.xml": f"<P:sst {declared}><P:si><P:t>会员名称</P:t></P:si>"
        "<P:si><P:t>员工数</P:t></P:si></P:sst>",
        "docProps/custom.bin": "\x00\x01 anything",
    }
    if styles:
        parts["xl/styles.xml"] = f"<P:styleSheet {declared}>{styles}</P:styleSheet>"
    if links:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
            f"{related}{links.replace('R:', relations + '/')}</Relationships>"
        )
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name_of, text in (parts | (sheet_parts or {})).items():
            own = text.replace("<P:", f"<{prefix}:" if prefix else "<").replace(
                "</P:", f"</{prefix}:" if prefix else "</"
            )
            book.writestr(name_of, own.replace("DECLARED", declared))
    return target.getvalue()


COMMENTS = (
    "<P:comments DECLARED><P:authors><P:author>李某</P:author><P:author>tc={1}</P:author></P:authors>"
    '<P:commentList><P:comment ref="A3" authorId="0"><P:text><P:t>去年的数</P:t></P:text></P:comment>'
    '<P:comment ref="D3" authorId="1"><P:text><P:r><P:t>[Threaded comment] 问一下</P:t></P:r></P:text>'
    "</P:comment>"
    "</P:commentList></P:comments>"
)
DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
    '<v:shapetype id="_x0000_t202"></v:shapetype>'
    '<v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><font>x<br></font></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>'
    '<v:shape id="_x0000_s1026" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row>'
    "<x:Column>3</x:Column></x:ClientData></v:shape></xml>"
)


def commented_book(**more: object) -> bytes:
    """One in which somebody has left a comment on A3 and a thread on D3."""
    return raw_book(
        after='<P:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>'
        '<P:legacyDrawing r:id="rId9"/>',
        links='<Relationship Id="rId8" Type="R:comments" Target="../comments1.xml"/>'
        '<Relationship Id="rId9" Type="R:vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>',
        sheet_parts={"xl/comments1.xml": COMMENTS, "xl/drawings/vmlDrawing1.vml": DRAWING},
        **more,  # type: ignore[arg-type]
    )


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file by their names."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        assert book.testzip() is None
        return {info.filename: book.read(info) for info in book.infolist()}
