"""The bits of WordprocessingML that several parts are made of: text, lengths, namespaces."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from moushi.compile.documents import ArticleDocument
from moushi.errors import MoushiError
from moushi.typeset.layout import POINTS_PER_MM

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\r\n\t]')
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_TEXT = '<w:t xml:space="preserve">'
_BREAK, _TAB = f"</w:t><w:br/>{_TEXT}", f"</w:t><w:tab/>{_TEXT}"


def escaped(text: str) -> str:
    """Text as it may stand in an XML element or attribute."""
    return text.translate(_ESCAPES)


def run_xml(text: str, style: str = "") -> str:
    """A run of words, line feeds as breaks and tabs as tabs, in a character style if one is given."""
    words = escaped(text).replace("\n", _BREAK).replace("\t", _TAB) if _SPECIAL.search(text) else text
    if style:
        return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{_TEXT}{words}</w:t></w:r>'
    return f"<w:r>{_TEXT}{words}</w:t></w:r>"


def style_id(role: str) -> str:
    """The id of a role's style: `section_heading` is `SectionHeading`."""
    return role.title().replace("_", "")


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def twips_up(points: float) -> int:
    """Points in twentieths, rounded up, so that a measure never loses its last character."""
    return math.ceil(points * 20 - 1e-6)


def mm_twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return twips(millimetres * POINTS_PER_MM)


def check_text(document: ArticleDocument, others: Iterable[str] = ()) -> None:
    """`MoushiError` for the first text that holds a character which XML, hence Word, cannot."""
    heads = (document.kicker, document.headline, document.byline)
    in_sections = (run for s in document.sections for run in (s.heading, s.slogan))
    paragraphs = (*document.lead, *(p for s in document.sections for p in s.paragraphs))
    runs = (*heads, *in_sections, *(run for paragraph in paragraphs for run in paragraph.runs))
    check_texts([*(run.text for run in runs if run), *others])


def check_texts(texts: Sequence[str]) -> None:
    """`MoushiError` for the first of texts that holds a character which XML, hence Word, cannot."""
    if not _FORBIDDEN.search("".join(texts)):  # one look at all is ten times faster than one at each
        return
    for text in texts:
        found = _FORBIDDEN.search(text)
        if found:
            before, after = text[: found.start()][-12:], text[found.end() :][:12]
            raise MoushiError(
                "The text “{before}▯{after}” holds a control character (U+{code}, shown as ▯) that Word "
                "cannot keep. Delete it there and export again.",
                before=_FORBIDDEN.sub("▯", before),
                after=_FORBIDDEN.sub("▯", after),
                code=f"{ord(found[0]):04X}",
            )
