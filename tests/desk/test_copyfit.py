"""Copyfitting: what is counted is what is set, and a line that is promised is saved."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Proposal, applied
from moushi.changes.rules import check
from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument, Paragraph, ParagraphRole, Ref, Run, RunRole, Section
from moushi.compile.setting import body_lines, set_article
from moushi.desk.arranging import set_fit, set_target
from moushi.desk.copyfit import Extent, Target, measure_up, paper_layout, without_last
from moushi.desk.copyfit_words import (
    advice,
    copy_note,
    depth_words,
    extent_words,
    parse_target,
    saving_words,
    section_words,
    target_words,
    verdict,
    whole_words,
)
from moushi.domain.records import Article, ArticleSection
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from moushi.typeset.lines import compose
from output.word.samples import layout_of, page

ZHOUSHAN = layout_of("zhoushan")
NEWSPAPERS = [layout_of("zhoushan"), layout_of("zhoushan-a4")]

texts = st.text(st.sampled_from("渔港海岛商会年度计划。，；“”（）——2024%Aa \u2060"), min_size=1, max_size=60)


@st.composite
def documents(draw: st.DrawFn) -> ArticleDocument:
    """Articles of up to three sections, each of paragraphs of several items."""
    numbers = iter(range(1, 10_000))
    sections = []
    for number in range(draw(st.integers(0, 3))):
        paragraphs = []
        for items in draw(st.lists(st.lists(texts, min_size=1, max_size=4), max_size=5)):
            runs = (
                Run(text, RunRole.ITEM, Ref("PlanItem", UUID(int=next(numbers)), "text")) for text in items
            )
            paragraphs.append(Paragraph(ParagraphRole.THEME, tuple(runs)))
        target = draw(st.none() | st.integers(1, 40))
        sections.append(
            Section(
                f"第{number}县工商联",
                UUID(int=1 << 90 | number),
                Run("甲县工商联："),
                None,
                tuple(paragraphs),
                target_lines=target,
                fit=target is not None and draw(st.booleans()),
            )
        )
    return replace(page(), sections=tuple(sections))


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(NEWSPAPERS))
def test_lines_rows_and_characters_are_those_of_the_page(document: ArticleDocument, layout) -> None:
    pages = set_article(document, layout)
    fit = measure_up(document, layout, pages.section_rows)
    assert fit == measure_up(document, layout)
    assert tuple(section.extent.lines for section in fit.sections) == pages.section_lines
    assert tuple(section.rows for section in fit.sections) == pages.section_rows
    assert fit.article.lines == sum(pages.section_lines)
    assert fit.article.lines == sum(line.role == "body" for sheet in pages.pages for line in sheet.lines)
    assert fit.article.characters == document.characters
    titles = (document.kicker, document.headline, document.byline, *document.lead)
    assert fit.article.characters == sum(s.extent.characters for s in fit.sections) + sum(
        len("".join(part.text.split()).replace("\u2060", "")) for part in titles
    )
    leading = layout.roles["body"].leading_pt * 25.4 / 72
    for section in fit.sections:
        assert section.extent.depth_mm == pytest.approx(section.rows * leading)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_items_share_the_lines_of_their_paragraph(document: ArticleDocument) -> None:
    fit = measure_up(document, ZHOUSHAN)
    for section in document.sections:
        for paragraph, lines in zip(section.paragraphs, body_lines(section, ZHOUSHAN), strict=True):
            ids = [run.ref.id for run in paragraph.runs]
            whole = fit.extent(ids)
            assert whole.lines == len(lines)
            own = [fit.extent([one]) for one in ids]
            assert sum(each.characters for each in own) == whole.characters
            assert len(lines) <= sum(each.lines for each in own) <= len(lines) + len(ids) - 1
            assert sum(each.share for each in own) == pytest.approx(whole.share)
            assert 0 <= whole.last_line <= 1


def test_words_that_are_not_printed_have_no_extent() -> None:
    assert measure_up(page(), ZHOUSHAN).extent([UUID(int=12345)]) is None


@settings(max_examples=100, deadline=None)
@given(documents())
def test_what_is_over_or_short_is_counted_again(document: ArticleDocument) -> None:
    fit = measure_up(document, ZHOUSHAN)
    for section, found in zip(document.sections, fit.sections, strict=True):
        lines = sum(map(len, body_lines(section, ZHOUSHAN)))
        if section.target_lines is None:
            assert found.against is None
            continue
        against = found.against
        assert against.over == lines - section.target_lines
        assert (against.characters == 0) is (against.over == 0)
        fitted = sum(map(len, body_lines(replace(section, fit=True), ZHOUSHAN)))
        assert against.reached == fitted
        assert abs(against.missed) <= abs(
            sum(map(len, body_lines(replace(section, fit=False), ZHOUSHAN))) - section.target_lines
        )


@settings(max_examples=200, deadline=None)
@given(documents())
def test_cutting_what_is_named_really_saves_the_line(document: ArticleDocument) -> None:
    fit = measure_up(document, ZHOUSHAN)
    for section, found in zip(document.sections, fit.sections, strict=True):
        if section.fit:
            continue
        for saving in found.savings:
            (paragraph,) = (p for p in section.paragraphs if any(r.ref == saving.ref for r in p.runs))
            shorter = without_last(paragraph.text, saving.cut)
            assert len(paragraph.text) - len(shorter) == saving.cut
            changed = tuple(
                Paragraph(p.role, (Run(shorter),)) if p is paragraph else p for p in section.paragraphs
            )
            before = sum(map(len, body_lines(section, ZHOUSHAN)))
            assert sum(map(len, body_lines(replace(section, paragraphs=changed), ZHOUSHAN))) == before - 1
            assert saving.ref == [run for run in paragraph.runs if run.text.strip()][-1].ref


def one_paragraph(*items: str, **target: object) -> ArticleDocument:
    runs = tuple(
        Run(text, RunRole.ITEM, Ref("PlanItem", UUID(int=number), "text"))
        for number, text in enumerate(items, 1)
    )
    only = (Paragraph(ParagraphRole.THEME, runs),)
    section = Section("云屿县工商联", UUID(int=9), None, None, only, **target)
    return replace(page(), kicker=None, headline=None, byline=None, lead=(), sections=(section,))


def replace_target(document: ArticleDocument, **target: object) -> ArticleDocument:
    (section,) = document.sections
    return replace(document, sections=(replace(section, **target),))


@pytest.mark.parametrize(("beyond", "left"), [("渔。", 1), ("渔港。", 2), ("渔港”……", 2)])
def test_a_last_line_of_one_or_two_characters_is_pointed_out(beyond: str, left: int) -> None:
    first = "海" * (19 + 21)  # two full lines
    document = one_paragraph(first[:30], first[30:] + beyond)
    (saving,) = measure_up(document, ZHOUSHAN).savings
    assert (saving.ref.id, saving.last, saving.left) == (UUID(int=2), beyond, left)
    assert saving.cut >= left
    text = first + beyond
    for fewer in range(saving.cut):
        assert len(compose(without_last(text, fewer), ZHOUSHAN.measure_em)) == 3
    assert str(saving_words(saving)) == f"Cut {saving.cut} at its end to save a line"


def test_a_last_line_of_three_characters_is_not() -> None:
    document = one_paragraph("海" * 40 + "渔港湾。")
    assert measure_up(document, ZHOUSHAN).savings == ()


def test_a_paragraph_of_one_line_is_not() -> None:
    assert measure_up(one_paragraph("好。"), ZHOUSHAN).savings == ()


def test_where_a_section_is_filled_by_its_setting_there_is_nothing_to_save() -> None:
    document = one_paragraph("海" * 208 + "渔。", target_lines=12, fit=True)
    assert measure_up(replace_target(document, fit=False), ZHOUSHAN).savings
    fit = measure_up(document, ZHOUSHAN)
    assert fit.sections[0].extent.lines == 12
    assert fit.savings == ()


@pytest.mark.parametrize(
    ("target", "fit", "says", "advises"),
    [
        (None, False, "None", "None"),
        (11, False, "just fills its 11 lines", "None"),
        (
            9,
            False,
            "2 over the 9 lines, about 40 characters",
            "Set closer it is still 2 over: cut words",
        ),
        (12, False, "1 short of the 12 lines, about 20 characters", "“Fill it” can reach the target"),
        (12, True, "set to fill 12 lines", "None"),
        (
            20,
            True,
            "8 short of the 20 lines, about 150 characters",
            "Set wider it is still 8 short: add words",
        ),
        (
            20,
            False,
            "9 short of the 20 lines, about 190 characters",
            "Set wider it is still 8 short: add words",
        ),
    ],
)
def test_a_section_is_told_against_its_target(target: int | None, fit: bool, says: str, advises: str) -> None:
    document = one_paragraph("海" * 208 + "渔港湾里。", target_lines=target, fit=fit)
    (section,) = measure_up(document, ZHOUSHAN).sections
    assert str(verdict(section)) == says
    assert advises in str(advice(section))


@pytest.mark.parametrize(
    ("target", "says"),
    [
        (None, "11 lines"),
        (9, "11 lines, 2 over"),
        (11, "11 lines, just full"),
        (12, "11 lines, 1 short"),
    ],
)
def test_a_section_is_told_in_few_words(target: int | None, says: str) -> None:
    document = one_paragraph("海" * 208 + "渔港湾里。", target_lines=target)
    (section,) = measure_up(document, ZHOUSHAN).sections
    assert str(section_words(section)) == says
    assert str(depth_words(section)) == "213 characters; columns 6 lines deep, 29 mm."


def test_an_items_room_is_told() -> None:
    fit = measure_up(one_paragraph("海" * 30, "渔" * 10 + "港。"), ZHOUSHAN)
    extent, saving = fit.extent([UUID(int=2)]), fit.savings[0]
    assert extent == Extent(
        12, 2, pytest.approx(11.5 / 21.75), pytest.approx(1.5 / 21.75), pytest.approx(9.525)
    )
    assert str(extent_words(extent)) == "12 ch. 2 lines"
    assert str(extent_words(extent, saving)) == "2 lines, last has 1"
    assert str(whole_words(extent)) == (
        "12 characters in 2 lines; together they fill 0.5 lines, 3 mm of a column."
    )


def test_a_manuscript_is_measured_by_the_newspapers_page() -> None:
    assert paper_layout(replace(page(), layout="manuscript")).name == "zhoushan"
    assert paper_layout(replace(page(), layout="")).name == "zhoushan"
    assert paper_layout(replace(page(), layout="zhoushan-a4")).name == "zhoushan-a4"


def test_the_note_for_the_manuscript_tells_the_page_and_each_section() -> None:
    first, second = page().sections
    document = replace(page(), sections=(replace(first, target_lines=24), second))
    fit = measure_up(document, ZHOUSHAN)
    lines = [section.extent.lines for section in fit.sections]
    over = lines[0] - 24
    assert copy_note(fit) == (
        f"全文{document.characters}字，按“{ZHOUSHAN.title}”正文排{sum(lines)}行。"
        f"云屿县工商联{lines[0]}行（目标24行，{'超' if over > 0 else '欠'}{abs(over)}行）；"
        f"白礁区工商联{lines[1]}行。"
    )


def test_a_depth_is_noted_with_the_lines_that_it_is() -> None:
    document = replace_target(one_paragraph("海" * 212), target_mm=Decimal("21.0"))
    rows = int(21 / (ZHOUSHAN.roles["body"].leading_pt * 25.4 / 72))
    assert f"云屿县工商联11行（目标21毫米，合{2 * rows}行，超{11 - 2 * rows}行）。" in copy_note(
        measure_up(document, ZHOUSHAN)
    )


# -- targets as typed and kept -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("", Target()),
        ("  ", Target()),
        ("60", Target(lines=60)),
        ("60行", Target(lines=60)),
        (" ６０ 行 ", Target(lines=60)),
        ("60 lines", Target(lines=60)),
        ("1 line", Target(lines=1)),
        ("210毫米", Target(mm=Decimal(210))),
        ("210mm", Target(mm=Decimal(210))),
        ("210.5 MM", Target(mm=Decimal("210.5"))),
        ("21厘米", Target(mm=Decimal(210))),
        ("21.5cm", Target(mm=Decimal(215))),
        ("２１０ｍｍ", Target(mm=Decimal(210))),
    ],
)
def test_a_target_is_read_as_a_person_types_it(typed: str, target: Target) -> None:
    assert parse_target(typed) == target


@pytest.mark.parametrize(
    "typed",
    ["行", "many", "-60", "60.5行", "60.5", "60 寸", "6e3", "60行行", "1" * 30, "60 70", "1,000"],
)
def test_what_is_no_target_is_refused_with_the_reason(typed: str) -> None:
    with pytest.raises(MoushiError, match=r"is no target\. Give a number of lines such as 60行"):
        parse_target(typed)


@given(
    st.builds(Target, lines=st.integers(1, 5000))
    | st.builds(Target, mm=st.decimals(1, 5000, places=1))
    | st.just(Target())
)
def test_a_target_that_is_shown_reads_as_itself(target: Target) -> None:
    shown = target_words(target)
    assert parse_target(str(shown) if shown else "") == target


def stored(**fields: object) -> tuple[MemorySnapshot, ArticleSection]:
    *records, place = f.planned_county()
    place = replace(place, **fields)
    return MemorySnapshot((*records, place)), place


def after(snapshot: MemorySnapshot, place: ArticleSection, proposal: Proposal) -> ArticleSection:
    changed = applied({place.id: place}, proposal.edits)
    check(proposal.edits, snapshot, changed)
    return changed[place.id]


def test_a_target_is_kept_with_the_articles_section_and_compiled() -> None:
    snapshot, place = stored(target_lines=60)
    held = after(snapshot, place, set_target(snapshot, place.id, None, Decimal("210.5")))
    assert (held.target_lines, held.target_mm) == (None, Decimal("210.5"))
    (article,) = snapshot.where(Article)
    (section,) = compile_article(snapshot, article).sections
    assert (section.target_lines, section.target_mm, section.fit) == (60, None, False)


def test_without_a_target_a_section_is_set_as_it_comes() -> None:
    snapshot, place = stored(target_lines=60, fit=True)
    held = after(snapshot, place, set_target(snapshot, place.id, None, None))
    assert (held.target_lines, held.target_mm, held.fit) == (None, None, False)
    assert after(snapshot, place, set_fit(snapshot, place.id, fit=False)).fit is False


def test_there_must_be_a_target_to_fill() -> None:
    snapshot, place = stored()
    with pytest.raises(MoushiError, match="no target to fill"):
        set_fit(snapshot, place.id, fit=True)


def test_the_same_target_again_changes_nothing() -> None:
    snapshot, place = stored(target_lines=60)
    assert set_target(snapshot, place.id, 60, None).edits == ()


def test_a_nonsensical_target_is_refused() -> None:
    snapshot, place = stored()
    with pytest.raises(MoushiError, match="cannot be set to 0 lines"):
        after(snapshot, place, set_target(snapshot, place.id, 0, None))
