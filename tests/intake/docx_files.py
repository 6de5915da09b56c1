"""Word files for tests, built from raw WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from moushi.intake.source import SourceFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="1" w:author="a"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="2" w:author="a">{run(text)}</w:ins>'


def marked(name: str, content: str, number: int = 0) -> str:
    """Content in a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; text that is no markup becomes a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def in_list(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph of an automatic list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, numbering)


def level(position: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of an automatic list."""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_id: int, overrides: str = "") -> str:
    """An instance of an abstract list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def docx(
    *paragraphs: str,
    numbering: str = "",
    styles: str = "",
    comments: int = 0,
    notes: int = 0,
    properties: dict[str, str] | None = None,
    strict: bool = False,
    name: str = "plan.docx",
) -> SourceFile:
    """A .docx with these paragraphs and parts."""
    comment = '<w:comment w:id="{}"><w:p><w:r><w:t>看看</w:t></w:r></w:p></w:comment>'
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>'
    parts = {"word/document.xml": f"<w:document {SPACES}><w:body>{''.join(paragraphs)}</w:body></w:document>"}
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {SPACES}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {SPACES}>{styles}</w:styles>"
    if comments:
        inner = "".join(comment.format(n) for n in range(comments))
        parts["word/comments.xml"] = f"<w:comments {SPACES}>{inner}</w:comments>"
    if notes:
        separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        inner = separator + "".join(note.format(n) for n in range(notes))
        parts["word/footnotes.xml"] = f"<w:footnotes {SPACES}>{inner}</w:footnotes>"
    if properties:
        inner = "".join(
            f"<property name={quoteattr(key)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for key, value in properties.items()
        )
        parts["docProps/custom.xml"] = _CUSTOM.format(inner)
    if strict:
        parts = {part: xml.replace(W, STRICT) for part, xml in parts.items()}
    return zipped(parts, name)


def zipped(parts: dict[str, str], name: str = "plan.docx") -> SourceFile:
    """Parts as a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in parts.items():
            package.writestr(part, xml)
    return SourceFile(name, buffer.getvalue())
