"""Arranging an article: what is chosen, ordered and worded is what is printed, and no plan changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Insert, Proposal, applied, inverse
from moushi.compile.article import compile_article
from moushi.desk import arranging, articles
from moushi.domain.kinds import ArticleKind, Choice
from moushi.domain.rank import spread
from moushi.domain.record import Record
from moushi.domain.records import Article, ArticleItem, ArticleSection, Plan, PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError


def county(name: str, themes: int = 2, items: int = 3, year: int = 2031) -> list[Record]:
    of = make.federation(name)
    plan = make.plan(of, year)
    found: list[Record] = [of, plan, make.passage(plan, f"{name}开篇。", rank="01")]
    for number, rank in enumerate(spread(themes, "01"), 1):
        theme = make.theme(plan, f"{name}第{number}块。", rank=rank)
        found.append(theme)
        for n, key in enumerate(spread(items), 1):
            found.append(make.item(theme, f"{name}{number}之{n}；", rank=key))
    return found


@dataclass
class Bench:
    """Records in memory to which proposals are applied, each remembered for undo."""

    records: dict[UUID, Record]
    done: list[Proposal] = field(default_factory=list)

    @property
    def snapshot(self) -> MemorySnapshot:
        return MemorySnapshot(self.records.values())

    def apply(self, proposal: Proposal) -> Proposal:
        self.records = applied(self.records, proposal.edits)
        self.done.append(proposal)
        return proposal

    def undo_all(self) -> None:
        while self.done:
            self.records = applied(self.records, inverse(self.done.pop().edits))

    @property
    def article(self) -> Article:
        (found,) = self.snapshot.where(Article)
        return found

    @property
    def sections(self) -> tuple[articles.SectionView, ...]:
        view = articles.view(self.snapshot, self.article.id)
        assert view
        return view.sections

    def printed(self) -> list[list[str]]:
        """The printed items' words, for each section."""
        document = compile_article(self.snapshot, self.article)
        return [
            [run.text for paragraph in section.paragraphs for run in paragraph.runs if run.role == "item"]
            for section in document.sections
        ]


def bench(*counties: Iterable[Record], article: bool = True) -> Bench:
    made = Bench({r.id: r for records in counties for r in records})
    if article:
        plans = articles.year_plans(made.snapshot, 2031)
        made.apply(arranging.new_article(made.snapshot, 2031, ArticleKind.PLAN, plans))
        made.done.clear()
    return made


def plan_words(b: Bench) -> list[list[str]]:
    return [[item.text for item in section.items] for section in b.sections]


def test_a_new_article_prints_all_of_the_plans_in_their_order():
    b = bench(county("云屿县工商联"), county("鹤沙县工商联"))
    assert b.article.headline == "县、区工商联2031年工作计划"
    assert [s.federation for s in b.sections] == sorted(["云屿县工商联", "鹤沙县工商联"])
    assert all(len(words) == 6 for words in b.printed())


def test_a_new_article_of_one_federation_bears_its_name():
    assert bench(county("云屿县工商联")).article.headline == "云屿县工商联2031年工作计划"


def test_a_progress_article_begins_with_the_latest_month_reported():
    records = county("云屿县工商联")
    item = next(r for r in records if isinstance(r, PlanItem))
    b = bench([*records, make.progress(item, "2031-04", narrative="已办")], article=False)
    b.apply(arranging.new_article(b.snapshot, 2031, ArticleKind.PROGRESS, b.snapshot.where(Plan)))
    assert b.article.period == "2031-04"
    assert b.article.headline == "云屿县工商联2031年4月工作进展"
    assert [i.is_told for i in b.sections[0].items] == [True, False, False, False, False, False]


def test_leaving_an_item_out_lists_the_others_and_taking_it_back_needs_no_list():
    b = bench(county("云屿县工商联"))
    section = b.sections[0]
    second = section.items[1]
    b.apply(arranging.choose_items(b.snapshot, section.id, {second.id}, printed=False))
    assert second.text not in b.printed()[0]
    assert b.sections[0].choice is Choice.LISTED
    assert not b.sections[0].items[1].is_printed
    b.apply(arranging.choose_items(b.snapshot, section.id, {second.id}, printed=True))
    assert b.sections[0].choice is Choice.ALL
    assert b.snapshot.where(ArticleItem) == ()
    assert b.printed() == plan_words(b)


def test_a_move_is_one_edit_once_the_items_are_listed():
    b = bench(county("云屿县工商联", themes=1, items=5))
    section = b.sections[0]
    b.apply(arranging.move_item(b.snapshot, section.id, section.items[0].id, 3))
    again = arranging.move_item(b.snapshot, section.id, section.items[4].id, 0)
    assert len(again.edits) == 1
    b.apply(again)
    assert [text[-2] for text in b.printed()[0]] == list("52341")


def test_a_wording_stays_when_the_list_is_given_up():
    b = bench(county("云屿县工商联"))
    section = b.sections[0]
    b.apply(arranging.reword(b.snapshot, section.id, section.items[0].id, "另一种说法；"))
    assert b.sections[0].choice is Choice.ALL
    b.apply(arranging.choose_items(b.snapshot, section.id, {section.items[2].id}, printed=False))
    b.apply(arranging.choose_items(b.snapshot, section.id, {section.items[2].id}, printed=True))
    assert b.sections[0].choice is Choice.ALL
    assert b.printed()[0][0] == "另一种说法；"
    b.apply(arranging.reword(b.snapshot, section.id, section.items[0].id, None))
    assert b.snapshot.where(ArticleItem) == ()


@pytest.mark.parametrize("text", ["", "  ", None, "云屿县工商联1之1；"])
def test_no_words_or_the_plans_own_are_no_wording(text):
    b = bench(county("云屿县工商联"))
    section = b.sections[0]
    b.apply(arranging.reword(b.snapshot, section.id, section.items[0].id, "另一种说法；"))
    b.apply(arranging.reword(b.snapshot, section.id, section.items[0].id, text))
    assert b.sections[0].items[0].wording is None
    assert b.printed() == plan_words(b)


def test_the_entry_of_an_item_is_its_own_or_a_fresh_one():
    b = bench(county("云屿县工商联"))
    section = b.sections[0]
    fresh = arranging.entry_for(b.snapshot, section.id, section.items[0].id)
    assert b.snapshot.get(ArticleItem, fresh.id) is None
    b.apply(make.proposal(Insert(fresh)))
    assert arranging.entry_for(b.snapshot, section.id, section.items[0].id) == fresh


def test_sections_come_and_go_and_a_plan_has_one_only():
    b = bench(county("云屿县工商联"), county("鹤沙县工商联"))
    first, second = b.sections
    b.apply(arranging.choose_items(b.snapshot, first.id, {first.items[0].id}, printed=False))
    assert arranging.add_section(b.snapshot, b.article.id, first.plan_id).edits == ()
    b.apply(arranging.remove_section(b.snapshot, first.id))
    assert [s.id for s in b.sections] == [second.id]
    assert b.snapshot.where(ArticleItem) == ()
    view = articles.view(b.snapshot, b.article.id)
    assert [name for _, name in view.free] == [first.federation]
    b.apply(arranging.add_section(b.snapshot, b.article.id, first.plan_id))
    assert [s.federation for s in b.sections] == [second.federation, first.federation]
    b.apply(arranging.move_section(b.snapshot, b.sections[1].id, 0))
    assert [s.federation for s in b.sections] == [first.federation, second.federation]


def test_a_deleted_article_leaves_the_plans_and_comes_back_by_undo():
    b = bench(county("云屿县工商联"))
    before = dict(b.records)
    b.apply(arranging.delete_article(b.snapshot, b.article.id))
    assert not any(isinstance(r, Article | ArticleSection | ArticleItem) for r in b.records.values())
    assert len(b.snapshot.where(PlanItem)) == 6
    b.undo_all()
    assert b.records == before


def test_what_is_gone_meanwhile_is_said():
    b = bench(county("云屿县工商联"))
    section = b.sections[0].id
    b.apply(arranging.delete_article(b.snapshot, b.article.id))
    with pytest.raises(MoushiError, match="no longer there"):
        arranging.move_section(b.snapshot, section, 0)


# -- whatever is done, the paper prints what was chosen ----------------------------------------------------

Order = dict[UUID, list[UUID]]  # the printed items of each theme


@dataclass
class Expected:
    """What each section should print, kept beside the records in the plainest way."""

    whole: dict[UUID, Order]
    order: dict[UUID, Order]
    words: dict[UUID, str]
    sections: list[UUID]

    def printed(self) -> list[list[str]]:
        return [
            [self.words[item] for items in self.order[section].values() for item in items]
            for section in self.sections
        ]


def expected_of(b: Bench) -> Expected:
    whole = {s.id: {theme.id: [item.id for item in theme.items] for theme in s.themes} for s in b.sections}
    copy = {s: {t: list(items) for t, items in order.items()} for s, order in whole.items()}
    return Expected(
        whole, copy, {i.id: i.text for s in b.sections for i in s.items}, [s.id for s in b.sections]
    )


def choose(draw: st.DrawFn, b: Bench, e: Expected) -> None:
    section = draw(st.sampled_from(e.sections))
    every = [item for items in e.whole[section].values() for item in items]
    picked = set(draw(st.lists(st.sampled_from(every), max_size=4)))
    printed = draw(st.booleans())
    shown = {s.id: s for s in b.sections}[section]
    b.apply(arranging.choose_items(b.snapshot, section, picked, printed=printed))
    for theme in shown.themes:
        held = set(e.order[section][theme.id])
        wanted = (held | picked) if printed else (held - picked)
        e.order[section][theme.id] = [item.id for item in theme.items if item.id in wanted]
        if not printed:
            e.words |= {i.id: i.text for i in theme.items if i.id in picked}


def move(draw: st.DrawFn, b: Bench, e: Expected) -> None:
    section = draw(st.sampled_from(e.sections))
    theme = draw(st.sampled_from(list(e.order[section])))
    order = e.order[section][theme]
    if order:
        item, to = draw(st.sampled_from(order)), draw(st.integers(0, len(order)))
        b.apply(arranging.move_item(b.snapshot, section, item, to))
        order.remove(item)
        order.insert(to, item)


def move_a_section(draw: st.DrawFn, b: Bench, e: Expected) -> None:
    section, to = draw(st.sampled_from(e.sections)), draw(st.integers(0, len(e.sections)))
    b.apply(arranging.move_section(b.snapshot, section, to))
    e.sections.remove(section)
    e.sections.insert(to, section)


def word(draw: st.DrawFn, b: Bench, e: Expected) -> None:
    section = draw(st.sampled_from(e.sections))
    order = [item for items in e.order[section].values() for item in items]
    if order:
        item = draw(st.sampled_from(order))
        text = draw(st.sampled_from(["甲；", "乙。", None]))
        b.apply(arranging.reword(b.snapshot, section, item, text))
        plan_item = b.snapshot.get(PlanItem, item)
        assert plan_item
        e.words[item] = text or plan_item.text


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_paper_prints_what_was_chosen_in_that_order_and_wording_and_undo_restores_all(data):
    b = bench(county("云屿县工商联", items=3), county("鹤沙县工商联", themes=1, items=4))
    e = expected_of(b)
    before = dict(b.records)
    for way in data.draw(st.lists(st.sampled_from([choose, move, move_a_section, word]), max_size=10)):
        way(data.draw, b, e)
        assert b.printed() == e.printed()
    ours = Article | ArticleSection | ArticleItem
    assert {r for r in b.records.values() if not isinstance(r, ours)} == {
        r for r in before.values() if not isinstance(r, ours)
    }
    for section in b.sections:
        in_plan_order = e.order[section.id] == e.whole[section.id]
        assert (section.choice is Choice.ALL) == in_plan_order
        if in_plan_order:  # nothing is kept that is not needed
            entries = [i for i in b.snapshot.where(ArticleItem) if i.item_id in {x.id for x in section.items}]
            assert all(entry.wording is not None for entry in entries)
    b.undo_all()
    assert b.records == before


@settings(max_examples=40, deadline=None)
@given(make.counties(3), st.data())
def test_any_articles_can_be_viewed_and_arranged(records, data):
    b = Bench({r.id: r for r in records})
    for article in b.snapshot.where(Article):
        view = articles.view(b.snapshot, article.id)
        for section in view.sections:
            chosen = {i.id for i in section.items if data.draw(st.booleans())}
            b.apply(arranging.choose_items(b.snapshot, section.id, chosen, printed=True))
            b.apply(arranging.choose_items(b.snapshot, section.id, chosen, printed=False))
            shown = next(s for s in articles.view(b.snapshot, article.id).sections if s.id == section.id)
            assert not any(i.is_printed for i in shown.items if i.id in chosen)
