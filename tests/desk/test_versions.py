"""Versions that went out, and what an article's words differ in since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

import factories as make
from county_page import page_text
from moushi.changes.model import typed
from moushi.compile.article import compile_article
from moushi.desk import arranging, articles, versions
from moushi.desk.choosing import ArticleWish
from moushi.desk.desk import open_for_work
from moushi.desk.exporting import export_article, file_name, whole_text
from moushi.desk.taking_in import Wish, propose_source
from moushi.desk.versions import Difference
from moushi.domain.kinds import ArticleKind
from moushi.domain.records import Article, Plan, PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from moushi.intake.source import SourceFile

NOW = datetime(2024, 11, 20, 9, 0, tzinfo=UTC)
HEADLINE = "海岛商会这样谋划新一年（上）"


@pytest.fixture
def desk(tmp_path):
    with open_for_work(tmp_path / "plans.sqlite", "禾小满") as desk:
        source = SourceFile("page.txt", page_text(HEADLINE).encode())
        desk.apply(propose_source(desk, source, Wish(year=2024), date(2024, 1, 2)))
        yield desk


def the_article(desk) -> Article:
    with desk.snapshot() as snapshot:
        (found,) = snapshot.where(Article)
    return found


def since(desk, version_id) -> list[tuple[str, str, str]]:
    sent = versions.sent_document(desk, version_id)
    with desk.snapshot() as snapshot:
        found = versions.changes_since(snapshot, sent)
    return [(change.difference.value, change.old, change.new) for change in found]


def change(desk, record, name, new) -> None:
    desk.apply(typed(type(record), record.id, name, getattr(record, name), new))


def items(desk) -> tuple[PlanItem, ...]:
    with desk.snapshot() as snapshot:
        view = articles.view(snapshot, the_article(desk).id)
        return tuple(snapshot.get(PlanItem, item.id) for s in view.sections for item in s.items)


# -- what was sent -----------------------------------------------------------------------------------------


def test_versions_say_what_went_to_whom_and_when_newest_first(desk, tmp_path):
    article = the_article(desk)
    change(desk, article, "audience", "群岛日报")
    wish = ArticleWish(str(article.id))
    export_article(desk, tmp_path / "first.docx", 2024, wish=wish, now=NOW)
    export_article(desk, tmp_path / "second.txt", 2024, wish=wish, audience="市委办", now=NOW)
    second, first = versions.versions(desk, article.id)
    assert (first.path.name, first.audience, first.layout) == ("first.docx", "群岛日报", "manuscript")
    assert (second.path.name, second.audience, second.layout) == ("second.txt", "市委办", "zhoushan")
    assert first.person == "禾小满"


def test_an_article_never_sent_has_no_versions_nor_those_of_others(desk, tmp_path):
    export_article(desk, tmp_path / "first.docx", 2024, now=NOW)
    assert versions.versions(desk, make.article().id) == ()


def test_changes_since_a_version_name_old_and_new_words(desk, tmp_path):
    export_article(desk, tmp_path / "first.docx", 2024, now=NOW)
    (version,) = versions.versions(desk, the_article(desk).id)
    assert since(desk, version.id) == []
    item = items(desk)[0]
    change(desk, item, "text", "另写一句；")
    change(desk, the_article(desk), "byline", "")
    old_byline = versions.sent_document(desk, version.id).byline.text
    assert since(desk, version.id) == [
        ("removed", old_byline, ""),
        ("changed", item.text, "另写一句；"),
    ]


def test_a_wording_for_the_paper_is_a_change_of_the_item_also_when_it_is_taken_back(desk, tmp_path):
    article, item = the_article(desk), items(desk)[1]
    with desk.snapshot() as snapshot:
        section = articles.view(snapshot, article.id).section_of(item.id)
        desk.apply(arranging.reword(snapshot, section.id, item.id, item.text[:-1] + "！"))
    export_article(desk, tmp_path / "first.docx", 2024, now=NOW)
    (version,) = versions.versions(desk, article.id)
    assert since(desk, version.id) == []
    with desk.snapshot() as snapshot:
        desk.apply(arranging.reword(snapshot, section.id, item.id, None))
    assert [kind for kind, _, _ in since(desk, version.id)] == ["changed"]


def test_a_version_without_its_text_and_a_deleted_article_are_said(desk, tmp_path):
    export_article(desk, tmp_path / "first.docx", 2024, now=NOW)
    (version,) = versions.versions(desk, the_article(desk).id)
    sent = versions.sent_document(desk, version.id)
    with desk.snapshot() as snapshot:
        desk.apply(arranging.delete_article(snapshot, the_article(desk).id))
    with desk.snapshot() as snapshot, pytest.raises(MoushiError, match="was deleted"):
        versions.changes_since(snapshot, sent)
    with pytest.raises(MoushiError, match="not kept"):
        versions.sent_document(desk, make.article().id)


# -- differences of two states -----------------------------------------------------------------------------


def state(records, **title):
    snapshot = MemorySnapshot(records)
    (article,) = snapshot.where(Article)
    return compile_article(snapshot, replace(article, **title))


def kinds(old, new) -> list[Difference]:
    return [change.difference for change in versions.differences(old, new)]


def test_a_paragraph_put_into_the_lead_is_the_only_change():
    records = make.planned_county()
    old = state(records, lead="甲段。\n乙段。")
    assert [
        (c.difference, c.new)
        for c in versions.differences(old, state(records, lead="甲段。\n新段。\n乙段。"))
    ] == [(Difference.ADDED, "新段。")]
    assert kinds(old, state(records, lead="甲段。\n乙段，改过。")) == [Difference.CHANGED]


def test_a_moved_item_is_one_change():
    records = make.planned_county(themes=1, items=3)
    ranks = {r.id: r.rank for r in records if isinstance(r, PlanItem)}
    first = next(iter(ranks))
    moved = [make.with_field(r, "rank", "zz") if r.id == first else r for r in records]
    assert kinds(state(records), state(moved)) == [Difference.MOVED]


def test_sections_come_go_and_move_as_wholes():
    records = list(make.planned_county())
    other = make.federation("鹤沙县工商联")
    plan = make.plan(other)
    article = next(r for r in records if isinstance(r, Article))
    section = make.section(article, plan, rank="2")
    more = [*records, other, plan, make.passage(plan, "鹤沙开篇。"), section]
    (added,) = versions.differences(state(records), state(more))
    assert (added.difference, str(added.where)) == (Difference.ADDED, "Section 鹤沙县工商联")
    assert "鹤沙开篇。" in added.new
    assert kinds(state(more), state(records)) == [Difference.REMOVED]
    front = [make.with_field(r, "rank", "01") if r.id == section.id else r for r in more]
    assert kinds(state(more), state(front)) == [Difference.MOVED]


def test_the_same_words_in_other_paragraphs_are_a_change():
    records = make.planned_county(themes=1)
    second = [r for r in records if isinstance(r, PlanItem)][1]
    split = [make.with_field(r, "begins_paragraph", True) if r.id == second.id else r for r in records]
    assert kinds(state(records), state(split)) == [Difference.DIVIDED]


@given(make.counties(3))
def test_no_article_differs_from_itself(records):
    snapshot = MemorySnapshot(records)
    for article in snapshot.where(Article, kind=ArticleKind.PLAN):
        document = compile_article(snapshot, article)
        assert versions.differences(document, document) == ()


# -- names and text ----------------------------------------------------------------------------------------


def test_files_are_named_by_what_when_and_part():
    first, second = (make.plan(make.federation(name)) for name in ("云屿县工商联", "鹤沙县工商联"))
    article = make.article(2024, part="上")
    sections = make.section(article, first), make.section(article, second)
    snapshot = MemorySnapshot([first, second, article, *sections])
    assert file_name(snapshot, article) == "2024年工作计划（上）-稿件"
    progress = replace(article, kind=ArticleKind.PROGRESS, period="2024-Q2")
    assert file_name(snapshot, progress) == "2024年二季度工作进展（上）-稿件"
    assert file_name(snapshot, replace(progress, period=None, part="")) == "2024年工作进展-稿件"


def test_a_file_of_one_federation_bears_its_name_without_signs_no_folder_takes():
    of = make.federation("云屿/县:工商联")
    plan, article = make.plan(of), make.article()
    snapshot = MemorySnapshot([of, plan, article, make.section(article, plan)])
    assert file_name(snapshot, article) == "云屿县工商联2031年工作计划-稿件"


def test_the_whole_text_has_a_line_for_each_paragraph_and_a_gap_between_sections():
    records = make.planned_county(themes=1, items=2)
    plan = next(r for r in records if isinstance(r, Plan))
    records = [make.with_field(r, "slogan", "稳步向前") if r.id == plan.id else r for r in records]
    text = whole_text(state(records, kicker="引题", lead="甲段。\n乙段。"))
    assert text.split("\n") == [
        *("引题", "海岛商会新年打算", "", "甲段。", "乙段。", ""),
        *("云屿县工商联", "稳步向前", "新的一年，云屿商会人从头出发。", "第1件事。做好1之1；做好1之2；", ""),
    ]
