"""Paragraphs of an article as WordprocessingML: named styles, words, and a hidden bookmark round each run."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from moushi.compile.documents import ArticleDocument, Paragraph, Ref, Run, RunRole, Section
from moushi.compile.marks import mark_name
from moushi.output.word.levels import heading_of
from moushi.output.word.markup import run_xml, style_id, twips
from moushi.output.word.styles import LEVELS
from moushi.typeset.layout import Layout

COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
_STYLES = dict.fromkeys(RunRole, "") | {RunRole.THEME_LEAD: style_id("theme_lead")}


def paragraph_xml(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a named style, with further properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def thin_paragraph(content: str = "") -> str:
    """A paragraph without words, one point high: a column break stands in it, or frames are tied to it.

    Word puts what follows a break in the same paragraph on a line of its own, without the first-line indent.
    """
    return paragraph_xml("ColumnBreak", content)


def separator() -> str:
    """The gap above a section, with a rule across the page if the layout has rules."""
    return paragraph_xml("Separator", "")


def column_rule(frame: str) -> str:
    """A rule between sections side by side, as high as its frame."""
    return paragraph_xml("ColumnRule", "", frame)


class ParagraphWriter:
    """Writes the paragraphs of one document; a bookmark stands only once in it."""

    def __init__(self, layout: Layout) -> None:
        """Take the layout, whose roles decide about the levels of official papers."""
        self._official = LEVELS[0] in layout.roles
        self._roles = layout.roles
        self._marks: set[str] = set()

    def title(self, document: ArticleDocument) -> list[str]:
        """Kicker, headline, byline and lead, as far as the article has them."""
        heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
        return [
            *(self.line(role, run) for role, run in heads if run),
            *(paragraph_xml("Lead", self._words(paragraph.runs)) for paragraph in document.lead),
        ]

    def heading(
        self, section: Section, frame: str = "", *, beside_pt: float = 0, room_pt: float = 0
    ) -> list[str]:
        """A section's heading and slogan, as far as it has them.

        In a frame if given, else with so much room to the right and, below the last, between it and the body.
        """
        heads = (("section_heading", section.heading), ("section_slogan", section.slogan))
        present = [(role, run) for role, run in heads if run]
        beside = f'<w:ind w:right="{twips(beside_pt)}"/>' if beside_pt else ""
        lines = [self.line(role, run, frame + beside) for role, run in present[:-1]]
        for role, run in present[-1:]:
            below = twips(self._roles[role].space_after_pt + room_pt)
            room = f'<w:spacing w:after="{below}"/>' if twips(room_pt) else ""
            lines.append(self.line(role, run, frame + room + beside))
        return lines

    def line(self, role: str, run: Run, properties: str = "") -> str:
        """A paragraph of one run in the style of its role."""
        return paragraph_xml(style_id(role), self._words((run,)), properties)

    def note(self, text: str) -> str:
        """A note on the manuscript, in a style of its own."""
        return paragraph_xml(style_id("copy_note"), run_xml(text))

    def body(self, paragraph: Paragraph, breaks: Collection[int] = ()) -> str:
        """A paragraph of a section; column breaks before the characters at `breaks`."""
        level, length = heading_of(paragraph) if self._official else (0, 0)
        role = LEVELS[level - 1] if level else ""
        if role not in self._roles:
            return paragraph_xml("Body", self._words(paragraph.runs, breaks))
        if length == len(paragraph.text):
            return paragraph_xml(style_id(role), self._words(paragraph.runs, breaks, length))
        words = self._words(paragraph.runs, breaks, length, f"{style_id(role)}Char")
        return paragraph_xml("Body", words)

    def _words(
        self,
        runs: Iterable[Run],
        breaks: Collection[int] = (),
        heading_length: int = 0,
        heading_style: str = "",
    ) -> str:
        """The runs' words; the first `heading_length` characters in a style of their own."""
        content: list[str] = []
        start = 0
        for run in runs:
            end = start + len(run.text)
            if breaks or start < heading_length < end:  # hardly ever
                words = _cut_run(run, start, breaks, heading_length, heading_style)
            else:
                words = run_xml(run.text, heading_style if end <= heading_length else _STYLES[run.role])
            content.append(self._marked(run.ref, words))
            start = end
        return "".join(content)

    def _marked(self, ref: Ref | None, words: str) -> str:
        if ref is None:
            return words
        name = mark_name(ref)
        if name in self._marks:
            return words
        number = str(len(self._marks))
        self._marks.add(name)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{number}"/>'


def _cut_run(run: Run, start: int, breaks: Collection[int], heading_length: int, heading_style: str) -> str:
    """A run that begins at `start` of its paragraph, cut where a column or the heading ends."""
    end = start + len(run.text)
    cuts = {start, end, *(cut for cut in (*breaks, heading_length) if start < cut < end)}
    words = ""
    for left, right in pairwise(sorted(cuts)):
        if left in breaks:
            words += COLUMN_BREAK
        style = heading_style if right <= heading_length else _STYLES[run.role]
        words += run_xml(run.text[left - start : right - start], style)
    return words
