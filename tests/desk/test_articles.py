"""The articles of a year, and what stands in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

from hypothesis import given

import factories as make
from county import counting
from moushi.changes.model import Change, ChangeSet, Insert, Source
from moushi.compile.article import compile_article
from moushi.desk import articles
from moushi.domain.kinds import ArticleKind, Choice, CountRule
from moushi.domain.period import parse_period
from moushi.domain.record import fields_of
from moushi.domain.records import Article, PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import say


def test_articles_are_told_apart_by_headline_part_and_period():
    held = [
        make.article(headline="新年打算", part="下"),
        make.article(headline="新年打算（上）", part="上"),
        make.article(headline="半年进展", kind=ArticleKind.PROGRESS, period="2031-06"),
        make.article(headline=""),
        make.article(2030, headline="旧年"),
    ]
    labels = [str(entry.label) for entry in articles.articles(MemorySnapshot(held), 2031)]
    assert labels == ["plan article", "新年打算（上）", "新年打算 (下)", "半年进展 · 2031-06"]


def test_an_item_left_out_is_shown_after_its_neighbour_of_the_plan():
    records = make.planned_county(themes=1, items=4)
    article = next(r for r in records if isinstance(r, Article))
    first, second, third, fourth = (r for r in records if isinstance(r, PlanItem))
    entries = [make.article_item(article, fourth, rank="1"), make.article_item(article, second, rank="2")]
    section = next(r for r in records if type(r).__name__ == "ArticleSection")
    listed = make.section(article, next(r for r in records if type(r).__name__ == "Plan"), id=section.id)
    snapshot = MemorySnapshot([*records, *entries, make.with_field(listed, "choice", Choice.LISTED)])
    view = articles.view(snapshot, article.id)
    (theme,) = view.sections[0].themes
    assert [item.id for item in theme.items] == [first.id, fourth.id, second.id, third.id]
    assert [item.id for item in theme.printed] == [fourth.id, second.id]
    assert view.item(third.id) == theme.items[3]
    assert view.section_of(third.id) == view.sections[0]
    assert view.item(article.id) is view.section_of(article.id) is None


def test_what_stands_in_the_editors_is_compiled_from_an_excerpt():
    records = make.planned_county()
    other = make.federation("鹤沙县工商联")
    snapshot = MemorySnapshot([*records, other, make.plan(other)])
    (article,) = snapshot.where(Article)
    excerpt = articles.excerpt(snapshot, article.id)
    assert articles.drafted(excerpt, article, {}) == compile_article(snapshot, article)
    draft = make.article_item(article, snapshot.where(PlanItem)[0], wording="草稿；")
    texts = {"headline": " 新题\n目 ", "lead": "甲。\n乙。"}
    document = articles.drafted(excerpt, article, texts, draft)
    assert "草稿；" in "".join(paragraph.text for paragraph in document.sections[0].paragraphs)
    assert document.headline.text == "新题目"
    assert [paragraph.text for paragraph in document.lead] == ["甲。", "乙。"]


@given(make.counties(3))
def test_an_excerpt_answers_as_a_snapshot_does(records):
    snapshot, excerpt = MemorySnapshot(records), articles.Excerpt(records)
    for record in records:
        kind = type(record)
        assert excerpt.where(kind) == snapshot.where(kind)
        for spec in fields_of(kind):
            equal = {spec.name: getattr(record, spec.name)}
            assert excerpt.where(kind, **equal) == snapshot.where(kind, **equal)
            both = equal | {"id": record.id}
            assert excerpt.where(kind, **both) == excerpt.with_draft(record).where(kind, **both) == (record,)
        assert excerpt.find(record.id) == excerpt.get(kind, record.id) == record


def test_a_progress_article_takes_what_was_reported_with_it():
    records = make.planned_county()
    article = next(r for r in records if isinstance(r, Article))
    item = next(r for r in records if isinstance(r, PlanItem))
    report = make.progress(item, "2031-04", narrative="已办两场")
    telling = replace(article, kind=ArticleKind.PROGRESS, period="2031-04")
    snapshot = MemorySnapshot([*records, report, telling])
    document = articles.drafted(articles.excerpt(snapshot, article.id), telling, {})
    assert document.sections[0].paragraphs[0].text.endswith("已办两场。")


def test_a_progress_article_takes_what_was_counted_with_it_and_follows_what_counts():
    records = make.planned_county()
    article = next(r for r in records if isinstance(r, Article))
    of, item = records[0], next(r for r in records if isinstance(r, PlanItem))
    talks, held = counting(item, CountRule.ACTIVITIES, name="宣讲", unit="场"), make.activity(of)
    telling = replace(article, kind=ArticleKind.PROGRESS, period="2031-04")
    snapshot = MemorySnapshot([*records, talks, held, telling])
    document = articles.drafted(articles.excerpt(snapshot, article.id), telling, {})
    assert "宣讲累计1场" in document.sections[0].paragraphs[0].text
    reported = MemorySnapshot([*records, make.progress(item, "2031-04"), telling])
    views = [articles.view(each, article.id) for each in (snapshot, reported)]
    assert views[0].item(item.id) == views[1].item(item.id)
    assert articles.concerns(_change(Insert(held)))
    assert articles.concerns(_change(Change(type(held), held.id, "held_on", held.held_on, date(2031, 4, 1))))
    assert not articles.concerns(_change(Change(type(held), held.id, "title", "", "新题")))


def _change(*edits):
    return ChangeSet(uuid4(), 1, datetime(2031, 1, 1, tzinfo=UTC), Source(""), say("Test"), edits)


def test_periods_in_words():
    words = [articles.period_words(parse_period(text)) for text in ("2031-06", "2031-Q2", "2031")]
    assert words == ["2031年6月", "2031年二季度", "2031年"]


def test_an_article_that_is_gone_has_no_view():
    assert articles.view(MemorySnapshot(), make.article().id) is None
