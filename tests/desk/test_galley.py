"""The galley: every word of an article in its place, leading back to what it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moushi.compile.documents import ArticleDocument, Paragraph, ParagraphRole, Ref, Run, RunRole, Section
from moushi.desk.galley import Galley, compose_galley, compose_strip
from moushi.domain.kinds import ArticleKind
from moushi.output.text import article_text
from moushi.typeset.setting import SetLine
from output.word.samples import PRESETS, layout_of, page
from typeset.newsprint import texts

LAYOUTS = {preset: layout_of(preset) for preset in PRESETS}
ZHOUSHAN = LAYOUTS["zhoushan"]

OPENING = "（《〈「『【〔“‘"

# -- any article -------------------------------------------------------------------------------------------

words = st.sampled_from(["渔", "办实事；", "“远帆”", "2031年", "a b", "——", "🇨🇳"]) | texts.filter(bool)


@st.composite
def runs(draw: st.DrawFn, role: RunRole = RunRole.PLAIN) -> Run:
    field = draw(st.sampled_from(["text", "lead"]))
    return Run(draw(words), role, Ref("PlanItem", UUID(int=draw(st.integers(1, 2**60))), field))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    first = draw(runs(draw(st.sampled_from([RunRole.THEME_LEAD, RunRole.PLAIN]))))
    return Paragraph(ParagraphRole.THEME, (first, *draw(st.lists(runs(RunRole.ITEM), max_size=3))))


@st.composite
def documents(draw: st.DrawFn) -> ArticleDocument:
    head = st.none() | runs()
    sections = [
        Section("云屿", uuid4(), draw(head), draw(head), tuple(draw(st.lists(paragraphs(), max_size=3))))
        for _ in range(draw(st.integers(0, 4)))
    ]
    lead = tuple(Paragraph(ParagraphRole.LEAD, (run,)) for run in draw(st.lists(runs(), max_size=2)))
    heads = (draw(head), draw(head), draw(head))
    return ArticleDocument(2031, ArticleKind.PLAN, None, *heads, lead, tuple(sections))


layouts = st.sampled_from(list(LAYOUTS.values()))

# -- what should stand there -------------------------------------------------------------------------------


def in_titles(document: ArticleDocument) -> Iterator[tuple[str, Sequence[Run]]]:
    heads = (("kicker", document.kicker), ("headline", document.headline), ("byline", document.byline))
    yield from ((role, (run,)) for role, run in heads if run)
    yield from (("lead", paragraph.runs) for paragraph in document.lead)


def in_section(section: Section) -> Iterator[tuple[str, Sequence[Run]]]:
    for role, run in (("section_heading", section.heading), ("section_slogan", section.slogan)):
        if run:
            yield role, (run,)
    yield from (("body", paragraph.runs) for paragraph in section.paragraphs)


def in_all(document: ArticleDocument) -> Iterator[tuple[str, Sequence[Run]]]:
    yield from in_titles(document)
    for section in document.sections:
        yield from in_section(section)


def paragraphs_of(lines: Sequence[SetLine]) -> list[list[SetLine]]:
    """The lines of each paragraph; one ends with its line that says so."""
    found: list[list[SetLine]] = [[]]
    for line in lines:
        found[-1].append(line)
        if line.last:
            found.append([])
    assert found.pop() == []
    return found


def check_words(galley: Galley, expected: Sequence[tuple[str, Sequence[Run]]]) -> None:
    set_ones = paragraphs_of(galley.lines)
    assert [({line.role for line in lines}, "".join(line.text for line in lines)) for lines in set_ones] == [
        ({role}, "".join(run.text for run in of)) for role, of in expected
    ]
    for lines, (_, of) in zip(set_ones, expected, strict=True):
        check_refs(lines, of)


def check_refs(lines: Sequence[SetLine], of: Sequence[Run]) -> None:
    """Every character leads to the run that it is from, at its middle; also before and after the line."""
    owners = [run for run in of for _ in run.text]
    at = 0
    for line in lines:
        assert "".join(glyph.text for glyph in line.glyphs) == line.text
        assert line.mark_at(-1.0) == owners[at].ref
        for glyph, then in zip(line.glyphs, (*line.glyphs[1:], None), strict=True):
            opens = glyph.text[:1] in OPENING  # its ink is at the right of its em
            ink = glyph.x + (1 - glyph.advance if opens else 0) + glyph.advance / 2
            if glyph.advance > 0 and not (opens and (then is None or then.text[:1] in OPENING)):
                assert line.mark_at(ink * line.size) == owners[at].ref
            at += len(glyph.text)
        assert line.mark_at(line.width * 2) == owners[at - 1].ref
        assert "".join(line.text[part.start : part.end] for part in line.parts) == line.text


def check_places(galley: Galley) -> None:
    """No line stands on another or off the paper; the text of each is within its box."""
    for line in galley.lines:
        assert line.x >= galley.left - 0.01
        assert line.x + line.width <= galley.left + galley.width + 0.01
        assert line.y >= 0
        assert line.y + line.height <= galley.height + 0.01
        assert all(glyph.x >= -0.51 for glyph in line.glyphs)  # a bracket's blank may hang out
        ends = [(glyph.x + glyph.advance) * line.size for glyph in line.glyphs]
        assert max(ends, default=0.0) <= line.width + 0.01
    columns: dict[float, list[SetLine]] = defaultdict(list)
    for line in galley.lines:
        columns[round(line.x, 3)].append(line)
    for lines in columns.values():
        for above, below in pairwise(sorted(lines, key=lambda line: line.y)):
            assert above.y + above.height <= below.y + 0.01


@settings(max_examples=60)
@given(documents(), layouts)
def test_every_word_stands_there_once_in_its_role_and_leads_to_its_record(document, layout) -> None:
    galley = compose_galley(document, layout)
    check_words(galley, list(in_all(document)))
    check_places(galley)
    assert galley.characters == document.characters


@settings(max_examples=60)
@given(documents(), layouts)
def test_a_strip_holds_the_sections_one_under_the_other(document, layout) -> None:
    strip = compose_strip(document, layout)
    check_words(strip, [each for section in document.sections for each in in_section(section)])
    check_places(strip)
    assert {line.x for line in strip.lines} <= {0.0}
    assert [line.y for line in strip.lines] == sorted(line.y for line in strip.lines)


@settings(max_examples=60)
@given(documents(), layouts)
def test_lines_break_as_in_the_text_that_is_written_to_a_file(document, layout) -> None:
    galley = compose_galley(document, layout)
    body = iter([line.text for line in galley.lines if line.role == "body"])
    read = [run.text for run in (document.kicker, document.headline, document.byline) if run]
    read += [line.text for line in galley.lines if line.role == "lead"]
    for section, count in zip(document.sections, galley.section_lines, strict=True):
        read += ["", *(run.text for run in (section.heading, section.slogan) if run)]
        read += [next(body) for _ in range(count)]
    assert next(body, None) is None
    assert article_text(document, layout).split("\n")[:-1] == read


@settings(max_examples=60)
@given(documents(), layouts)
def test_the_columns_of_a_section_are_of_one_length_within_a_line(document, layout) -> None:
    galley = compose_galley(document, layout)
    body = iter([line for line in galley.lines if line.role == "body"])
    assert len(galley.section_lines) == len(document.sections)
    for count in galley.section_lines:
        lines = [next(body) for _ in range(count)]
        for sheet in galley.sheets:
            columns: dict[float, list[float]] = defaultdict(list)
            for line in lines:
                if sheet.y <= line.y < sheet.y + sheet.height:
                    columns[line.x].append(line.y)
            lengths = [len(column) for column in columns.values()]
            lengths += [0] * (layout.section_columns - len(lengths))
            assert max(lengths) - min(lengths) <= 1
            assert len({min(column) for column in columns.values()}) <= 1  # all begin at one height
            assert list(columns) == sorted(columns)  # read from left to right
    assert next(body, None) is None


# -- the page as a person sees it --------------------------------------------------------------------------


def text_of(galley: Galley, role: str) -> str:
    return "".join(line.text for line in galley.lines if line.role == role)


@pytest.mark.parametrize("preset", PRESETS)
def test_in_every_preset_the_page_is_whole(preset: str) -> None:
    document, layout = page(), LAYOUTS[preset]
    galley = compose_galley(document, layout)
    check_words(galley, list(in_all(document)))
    check_places(galley)
    assert galley.width == pytest.approx(layout.width_pt(layout.columns))
    assert all(line.height for line in galley.lines)


def test_sections_stand_side_by_side_where_the_layout_says_so() -> None:
    galley = compose_galley(page(), ZHOUSHAN)
    headings = [line for line in galley.lines if line.role == "section_heading"]
    assert ZHOUSHAN.sections == "side-by-side"
    assert len({line.y for line in headings}) < len(headings)
    stacked = compose_strip(page(), ZHOUSHAN)
    headings = [line for line in stacked.lines if line.role == "section_heading"]
    assert len({line.y for line in headings}) == len(headings)


def test_the_lines_of_a_record_are_found() -> None:
    galley = compose_galley(page(), ZHOUSHAN)
    paragraph = page().sections[0].paragraphs[-1]
    run = paragraph.runs[-1]
    assert run.ref is not None
    lines = galley.lines_of(run.ref.id)
    joined = "".join(galley.lines[number].text for number in lines)
    assert run.text in joined
    assert galley.lines_of(run.ref.id, run.ref.field) == lines
    assert galley.lines_of(run.ref.id, "no such field") == []
    assert galley.lines_of(uuid4()) == []


def test_a_short_centred_line_stands_in_the_middle() -> None:
    galley = compose_galley(page(), ZHOUSHAN)
    for line in galley.lines:
        if ZHOUSHAN.roles[line.role].align == "center" and line.last:
            left = line.glyphs[0].x
            right = line.width / line.size - (line.glyphs[-1].x + line.glyphs[-1].advance)
            assert left == pytest.approx(right, abs=0.01) or left == 0
