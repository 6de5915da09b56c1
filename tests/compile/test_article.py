"""What an article prints: the plans' own words, in order, once; or what was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from county import counting
from moushi.compile.article import compile_article, compile_plans
from moushi.compile.documents import ArticleDocument, ParagraphRole, RunRole, Section
from moushi.domain.kinds import ArticleKind, Choice, CountRule, Direction, MeasureKind, PassageKind
from moushi.domain.rank import spread
from moushi.domain.record import Record
from moushi.domain.records import KINDS, Article, ArticleItem, Plan, PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError


def compiled(*records: Record) -> ArticleDocument:
    snapshot = MemorySnapshot(records)
    (article,) = snapshot.where(Article)
    return compile_article(snapshot, article)


def paragraphs(section: Section) -> list[str]:
    return [paragraph.text for paragraph in section.paragraphs]


def county() -> tuple[Record, ...]:
    """Two themes of three items each between two passages, and an article of them."""
    of = make.federation()
    plan = make.plan(of, heading="云屿县工商联：", slogan="托起海上云屿")
    first = make.theme(plan, "一是建商会。", rank="2")
    second = make.theme(plan, "二是办实事。", rank="4")
    texts = [("甲；", "乙；", "丙。"), ("丁；", "戊；", "己。")]
    items = [
        make.item(theme, text, rank=rank)
        for theme, of_theme in zip((first, second), texts, strict=True)
        for text, rank in zip(of_theme, "123", strict=True)
    ]
    article = make.article(kicker="迎潮而上", byline="□记者 田一苇", lead="潮平岸阔。\n风正帆悬。")
    return (
        of,
        plan,
        make.passage(plan, "县情。", rank="1"),
        make.passage(plan, "会长表示，要实干。", rank="3", kind=PassageKind.SPEECH),
        first,
        second,
        *items,
        article,
        make.section(article, plan),
    )


def found(records: tuple[Record, ...], kind: type[Record], text: str = "") -> Record:
    return next(r for r in records if isinstance(r, kind) and text in (getattr(r, "text", ""), ""))


def test_passages_and_themes_stand_in_their_shared_order() -> None:
    document = compiled(*county())
    (section,) = document.sections
    assert section.federation == "云屿县工商联"
    assert (section.heading.text, section.slogan.text) == ("云屿县工商联：", "托起海上云屿")
    assert paragraphs(section) == [
        "县情。",
        "一是建商会。甲；乙；丙。",
        "会长表示，要实干。",
        "二是办实事。丁；戊；己。",
    ]
    roles = [paragraph.role for paragraph in section.paragraphs]
    assert roles == [ParagraphRole.OPENING, ParagraphRole.THEME, ParagraphRole.SPEECH, ParagraphRole.THEME]
    assert [run.role for run in section.paragraphs[1].runs] == [RunRole.THEME_LEAD, *[RunRole.ITEM] * 3]


def test_the_title_block_is_the_articles_and_what_is_empty_is_missing() -> None:
    document = compiled(*county())
    assert document.kicker.text == "迎潮而上"
    assert [paragraph.text for paragraph in document.lead] == ["潮平岸阔。", "风正帆悬。"]
    bare = compiled(make.article(headline=""))
    assert (bare.kicker, bare.headline, bare.byline, bare.lead, bare.sections) == (None, None, None, (), ())


def test_every_run_says_which_field_its_words_come_from() -> None:
    records = county()
    by_id = {record.id: record for record in records}
    document = compiled(*records)
    runs = [document.kicker, document.headline, document.byline]
    runs += [run for paragraph in document.lead for run in paragraph.runs]
    for section in document.sections:
        runs += [section.heading, section.slogan, *(r for p in section.paragraphs for r in p.runs)]
    for run in runs:
        record = by_id[run.ref.id]
        assert type(record) is KINDS[run.ref.record]
        assert run.text == getattr(record, run.ref.field).split("\n")[run.ref.index]


def test_an_item_that_begins_a_paragraph_does_so_unless_nothing_stands_before_it() -> None:
    records = county()
    second = found(records, PlanItem, "乙；")
    document = compiled(*records, replace(second, begins_paragraph=True))
    assert paragraphs(document.sections[0])[1:3] == ["一是建商会。甲；", "乙；丙。"]
    plan = found(records, Plan)
    bare = make.theme(plan, "", rank="9")
    only = make.item(bare, "庚。", begins_paragraph=True)
    assert paragraphs(compiled(*records, bare, only).sections[0])[-1] == "庚。"


def test_an_article_rewords_an_item_without_touching_the_plan() -> None:
    records = county()
    article = found(records, Article)
    reworded = make.article_item(article, found(records, PlanItem, "戊；"), wording="换个说法；")
    plain = make.article_item(article, found(records, PlanItem, "甲；"))
    document = compiled(*records, reworded, plain)
    assert paragraphs(document.sections[0])[3] == "二是办实事。丁；换个说法；己。"
    assert document.sections[0].paragraphs[3].runs[2].ref.record == "ArticleItem"
    assert paragraphs(document.sections[0])[1] == "一是建商会。甲；乙；丙。"


def test_a_section_of_listed_items_prints_just_these_in_the_articles_order() -> None:
    records = county()
    article, plan = found(records, Article), found(records, Plan)
    listed = [
        make.article_item(article, found(records, PlanItem, text), rank=rank)
        for text, rank in (("丙。", "1"), ("甲；", "2"))
    ]
    section = replace(make.section(article, plan), choice=Choice.LISTED)
    kept = [record for record in records if type(record).__name__ != "ArticleSection"]
    document = compiled(*kept, section, *listed)
    # the second theme has items but none is chosen
    assert paragraphs(document.sections[0]) == ["县情。", "一是建商会。丙。甲；", "会长表示，要实干。"]


def test_a_theme_without_items_is_its_lead_sentence() -> None:
    records = county()
    alone = make.theme(found(records, Plan), "三是收好尾。", rank="9")
    assert paragraphs(compiled(*records, alone).sections[0])[-1] == "三是收好尾。"


def test_plans_without_an_article_are_compiled_by_federation_or_as_given() -> None:
    federations = [make.federation(name) for name in ("乙县工商联", "丙县工商联", "甲县工商联")]
    plans = [make.plan(of, 2031) for of in federations]
    snapshot = MemorySnapshot([*federations, *plans, make.plan(federations[0], 2030)])
    every = compile_plans(snapshot, (), 2031)
    assert [section.federation for section in every.sections] == sorted(of.name for of in federations)
    assert (every.kicker, every.headline, every.lead, every.article_id) == (None, None, (), None)
    given_order = compile_plans(snapshot, plans[:2], 2031)
    assert [section.federation for section in given_order.sections] == ["乙县工商联", "丙县工商联"]


def test_a_year_without_plans_is_an_error_that_names_it() -> None:
    with pytest.raises(MoushiError, match="2031"):
        compile_plans(MemorySnapshot(), (), 2031)


@st.composite
def plans(draw: st.DrawFn) -> tuple[tuple[Record, ...], str]:
    """A plan of numbered words in any shape, and its words in the order of the shared ranks."""
    of = make.federation()
    plan = make.plan(of, heading="", slogan="")
    records: list[Record] = [of, plan]
    words: list[str] = []

    def word() -> str:
        words.append(f"《{len(words)}》")
        return words[-1]

    for rank in spread(draw(st.integers(0, 6))):
        if draw(st.booleans()):
            text = (draw(st.booleans()) and word()) or ""
            kind = draw(st.sampled_from(PassageKind))
            records.append(make.passage(plan, text, rank=rank, kind=kind))
            continue
        theme = make.theme(plan, (draw(st.booleans()) and word()) or "", rank=rank)
        records.append(theme)
        for key in spread(draw(st.integers(0, 4))):
            begins = draw(st.booleans())
            records.append(make.item(theme, word(), rank=key, begins_paragraph=begins))
    return tuple(draw(st.permutations(records))), "".join(words)


@given(plans())
def test_every_printed_word_of_a_plan_appears_once_and_in_order(
    drawn: tuple[tuple[Record, ...], str],
) -> None:
    records, words = drawn
    article = make.article()
    plan = found(records, Plan)
    snapshot = MemorySnapshot([*records, article, make.section(article, plan)])
    for document in (compile_article(snapshot, article), compile_plans(snapshot, (), 2031)):
        (section,) = document.sections
        assert "".join(paragraphs(section)) == words
        assert all(paragraph.runs for paragraph in section.paragraphs)
        assert all(run.text for paragraph in section.paragraphs for run in paragraph.runs)


# -- articles that tell progress ---------------------------------------------------------------------------


def reporting(*reports: Record, period: str | None = "2031-03") -> tuple[Record, ...]:
    records = [
        replace(record, kind=ArticleKind.PROGRESS, period=period) if isinstance(record, Article) else record
        for record in county()
    ]
    return (*records, *reports)


def test_a_progress_article_tells_what_was_reported_for_its_period_in_the_plans_order() -> None:
    records = reporting()
    first, last = found(records, PlanItem, "甲；"), found(records, PlanItem, "丙。")
    document = compiled(
        *records,
        make.progress(last, narrative="丙已办成。"),
        make.progress(first, narrative=" 甲开了头 "),
        make.progress(first, period="2031-02", narrative="二月的旧话。"),
        make.progress(found(records, PlanItem, "戊；"), problems="缺钱", narrative=""),
    )
    (section,) = document.sections
    assert paragraphs(section) == ["一是建商会。甲开了头。丙已办成。"]
    assert section.paragraphs[0].runs[1].ref.record == "Progress"


@pytest.mark.parametrize(
    ("measure", "value", "told"),
    [
        ({"name": "走访企业", "unit": "家", "target": Decimal(20)}, "12", "走访企业累计12家，完成率60%。"),
        ({"name": "走访", "unit": "家", "target": None}, "12", "走访累计12家。"),
        ({"name": "", "unit": "家", "target": Decimal(1000)}, "999.9", "累计999.9家，完成率99.9%。"),
        (
            {"name": "授信", "unit": "元", "kind": MeasureKind.AMOUNT, "target": Decimal(240000000)},
            "120000000",
            "授信累计1.2亿元，完成率50%。",
        ),
        (
            {"name": "走访", "unit": "家", "kind": MeasureKind.RATIO, "target": None, "base": Decimal(40)},
            "30",
            "走访累计30家，完成率75%。",
        ),
        (
            {"name": "满意率", "unit": "", "kind": MeasureKind.RATIO, "target": None},
            "0.985",
            "满意率达98.5%。",
        ),
        (
            {"name": "得分", "unit": "分", "kind": MeasureKind.AVERAGE, "target": Decimal(90)},
            "81",
            "得分达81分，完成率90%。",
        ),
        (
            {"name": "公用支出", "unit": "", "direction": Direction.AT_MOST, "kind": MeasureKind.AMOUNT},
            "8000",
            "公用支出累计8000元。",
        ),
        ({"name": "换届", "kind": MeasureKind.MILESTONE}, "1", ""),
    ],
)
def test_a_measures_value_is_told_in_words(measure: dict[str, object], value: str, told: str) -> None:
    records = reporting()
    item = found(records, PlanItem, "甲；")
    counted = make.measure(item, **measure)
    report = make.progress(counted, value=Decimal(value), narrative="办了。")
    document = compiled(*records, counted, report)
    assert paragraphs(document.sections[0]) == [f"一是建商会。办了。{told}"]


def test_figures_add_up_over_the_year_until_the_period_and_not_beyond() -> None:
    records = reporting()
    item = found(records, PlanItem, "甲；")
    counted = make.measure(item, "展会", unit="场", target=Decimal(10))
    reports = [
        make.progress(counted, period=f"2031-0{month}", value=Decimal(month)) for month in (1, 2, 3, 4)
    ]
    document = compiled(*records, counted, *reports)
    assert paragraphs(document.sections[0]) == ["一是建商会。展会累计6场，完成率60%。"]


def test_a_measure_that_counts_itself_is_told_without_a_report_once_it_counts_something() -> None:
    records = reporting()
    item, of = found(records, PlanItem, "甲；"), found(records, make.r.Federation)
    talks = counting(item, CountRule.ACTIVITIES, name="宣讲", unit="场", target=Decimal(10))
    typed = make.progress(talks, value=Decimal(7), narrative="讲到了码头。")
    held = [make.activity(of, held_on=date(2031, month, 2)) for month in (1, 2, 3, 4)]
    told = [compiled(*records, talks, *held), compiled(*records, talks, typed, *held)]
    assert [paragraphs(each.sections[0]) for each in told] == [
        ["一是建商会。宣讲累计3场，完成率30%。"],
        ["一是建商会。讲到了码头。宣讲累计3场，完成率30%。"],
    ]
    assert told[0].sections[0].paragraphs[0].runs[1].ref.record == "Measure"
    with pytest.raises(MoushiError, match="Nothing was reported"):
        compiled(*records, talks, held[-1])


def test_the_articles_own_wording_stands_even_without_a_report() -> None:
    records = reporting()
    entry = ArticleItem(
        id=make.uuid4(),
        article_id=found(records, Article).id,
        item_id=found(records, PlanItem, "丁；").id,
        rank="1",
        wording="丁事正在路上。",
    )
    assert paragraphs(compiled(*records, entry).sections[0]) == ["二是办实事。丁事正在路上。"]


def test_a_federation_that_reported_nothing_has_no_section() -> None:
    records = reporting()
    silent = make.federation("白礁区工商联")
    its_plan = make.plan(silent)
    article = found(records, Article)
    more = [silent, its_plan, make.passage(its_plan), make.section(article, its_plan, rank="0")]
    report = make.progress(found(records, PlanItem, "甲；"), narrative="办成了。")
    assert [s.federation for s in compiled(*records, *more, report).sections] == ["云屿县工商联"]


def test_nothing_reported_at_all_is_an_error_that_names_the_period() -> None:
    with pytest.raises(MoushiError, match="Nothing was reported for 2031-03"):
        compiled(*reporting())


def test_a_progress_article_without_a_period_is_an_error() -> None:
    with pytest.raises(MoushiError, match="names no period"):
        compiled(*reporting(period=None))


def test_two_plans_keep_their_words_apart() -> None:
    records = county()
    other = make.federation("白礁区工商联")
    plan = make.plan(other)
    theme = make.theme(plan, "白礁之一。")
    article = found(records, Article)
    document = compiled(
        *records, other, plan, theme, make.item(theme, "白礁之事。"), make.section(article, plan, rank="0")
    )
    assert [section.federation for section in document.sections] == ["白礁区工商联", "云屿县工商联"]
    assert paragraphs(document.sections[0]) == ["白礁之一。白礁之事。"]
