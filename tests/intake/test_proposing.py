"""A page becomes a proposal of just what differs from the records."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

import county_page
from county_page import ITEMS, page_text
from intake.pages import make_page
from moushi.changes.model import Change, Delete, Insert, Severity, Source, applied
from moushi.domain.record import Record, fields_of, pointers
from moushi.domain.records import (
    Article,
    ArticleSection,
    Federation,
    ItemProgramme,
    Passage,
    Plan,
    PlanItem,
    Programme,
    Theme,
    programme_id,
)
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.owners import UNKNOWN_FEDERATION
from moushi.intake.page import read_text_page
from moushi.intake.proposing import propose

SOURCE = Source("page.txt")


def proposed(text: str, records: list[Record] = [], federation: str | None = None, year: int = 2024):  # noqa: B006 (never changed)
    return propose(read_text_page(text), MemorySnapshot(records), SOURCE, year=year, federation=federation)


def after(text: str, records: list[Record] = [], **said) -> list[Record]:  # noqa: B006 (never changed)
    held = {record.id: record for record in records}
    return list(applied(held, proposed(text, records, **said).edits).values())


def of(kind: type[Record], records: list[Record]) -> list[Record]:
    return [record for record in records if isinstance(record, kind)]


FIRST = after(page_text())


def test_a_page_becomes_plan_and_article():
    (federation,) = of(Federation, FIRST)
    (plan,) = of(Plan, FIRST)
    (article,) = of(Article, FIRST)
    (speech,) = of(Passage, FIRST)
    assert federation.name == "澄屿县工商联"
    assert (plan.heading, plan.slogan, plan.year) == (county_page.HEADING, county_page.SLOGAN, 2024)
    assert (article.kicker, article.part, article.lead) == (county_page.KICKER, "上", county_page.LEAD)
    assert (speech.speaker_unit, speech.speaker_post, speech.speaker_name) == (
        "澄屿县工商联",
        "主席",
        "乔望帆",
    )
    assert [item.text for item in of(PlanItem, FIRST)] == ITEMS
    assert {programme.name for programme in of(Programme, FIRST)} == {"蓝海共富工坊", "政企早茶会"}


@given(st.integers(0, 10**6), st.sampled_from([16.25, 18.75, 21.75, 25.25, 27.75]), st.integers(1, 3))
def test_any_page_taken_in_twice_proposes_nothing_the_second_time(seed, measure, sections):
    text = make_page(seed, measure=measure, sections=sections).text()
    first = after(text)
    ids = {record.id for record in first}
    assert all(pointers(record) <= ids for record in first)
    assert proposed(text, first).edits == ()


def test_one_changed_sentence_is_one_change():
    changed = page_text().replace("不少于120家", "不少于150家")
    (edit,) = proposed(changed, FIRST).edits
    assert isinstance(edit, Change)
    assert (edit.kind, edit.field) == (PlanItem, "text")
    assert edit.new == ITEMS[0].replace("120", "150")


def test_one_added_sentence_is_one_insert_between_its_neighbours(monkeypatch):
    new = "组织渔业企业外出参展；"
    monkeypatch.setattr(
        county_page,
        "THEMES",
        [county_page.THEMES[0].replace(ITEMS[1], new + ITEMS[1]), *county_page.THEMES[1:]],
    )
    (edit,) = proposed(county_page.page_text(), FIRST).edits
    assert isinstance(edit, Insert)
    ranks = {item.text: item.rank for item in of(PlanItem, FIRST)}
    assert edit.record.text == new
    assert ranks[ITEMS[0]] < edit.record.rank < ranks[ITEMS[1]]


def test_one_missing_sentence_is_one_delete(monkeypatch):
    monkeypatch.setattr(
        county_page, "THEMES", [county_page.THEMES[0], county_page.THEMES[1].replace(ITEMS[3], "")]
    )
    edits = proposed(county_page.page_text(), FIRST).edits
    assert [type(edit) for edit in edits] == [Delete]
    assert edits[0].record.text == ITEMS[3]


def test_a_sentence_moved_to_another_theme_only_moves(monkeypatch):
    moved = [county_page.THEMES[0].replace(ITEMS[0], ""), county_page.THEMES[1] + ITEMS[0]]
    monkeypatch.setattr(county_page, "THEMES", moved)
    edits = proposed(county_page.page_text(), FIRST).edits
    assert {edit.field for edit in edits} <= {"theme_id", "rank"}


def test_a_theme_moved_to_the_front_only_moves(monkeypatch):
    monkeypatch.setattr(county_page, "THEMES", county_page.THEMES[::-1])
    edits = proposed(county_page.page_text(), FIRST).edits
    assert [(edit.kind, edit.field) for edit in edits] == [(Theme, "rank")]


def test_a_theme_that_loses_most_of_its_words_stays_the_theme(monkeypatch):
    lead = county_page.THEMES[0].split("。")[0] + "。"
    monkeypatch.setattr(county_page, "THEMES", [lead + ITEMS[1], *county_page.THEMES[1:]])
    edits = proposed(county_page.page_text(), FIRST).edits
    assert {(type(edit), edit.kind) for edit in edits} == {(Delete, PlanItem)}


def test_two_headings_of_one_county_are_one_plan_and_both_are_kept():
    twice = page_text() + county_page.HEADING + "\n" + "再添一把火再上一层楼\n" + "推动银企对接落地见效。" * 3
    records = after(twice)
    assert len(of(Plan, records)) == 1
    kept = "".join(passage.text for passage in of(Passage, records))
    assert county_page.HEADING in kept or "再添一把火再上一层楼" in kept
    assert proposed(twice, records).edits == ()


def test_a_programme_is_known_before_the_sentence_that_quotes_it():
    text = "擦亮一块牌子。推动潮声议事厅进企业；" + "用好“潮声议事厅”。"
    records = after(text, federation="澄屿县工商联")
    links = [record for record in records if isinstance(record, ItemProgramme)]
    assert len(links) == 2
    assert proposed(text, records, federation="澄屿县工商联").edits == ()


def test_a_text_that_shares_little_with_the_plan_takes_nothing_away():
    strange = "新的打算在路上。" + "组织渔业企业外出参展；" + "把账款清收做到底。"
    proposal = proposed(strange, FIRST, federation="澄屿县工商联")
    assert all(isinstance(edit, Insert) for edit in proposal.edits)
    assert [finding.severity for finding in proposal.findings] == [Severity.WARNING]
    both = list(applied({record.id: record for record in FIRST}, proposal.edits).values())
    themes = sorted(of(Theme, both), key=lambda theme: theme.rank)
    assert themes[-1].lead == "新的打算在路上。"


def test_a_plan_without_an_owner_goes_to_the_only_federation_and_says_so():
    strange = "新的打算在路上。" + "组织渔业企业外出参展；" + "把账款清收做到底。"
    assert {f.name for f in of(Federation, after(strange))} == {UNKNOWN_FEDERATION}
    proposal = proposed(strange, FIRST, year=2025)
    assert "澄屿县工商联" in str(proposal.findings[0].message)
    assert not [edit for edit in proposal.edits if edit.kind is Federation]


def test_another_county_leaves_the_first_plan_alone_and_shares_the_article():
    other = page_text().replace("澄屿", "望潮").replace("乔望帆", "阮听涛")
    both = after(other, FIRST)
    assert {record for record in FIRST if not isinstance(record, Article)} <= set(both)
    assert {plan.heading for plan in of(Plan, both)} == {"澄屿县工商联：", "望潮县工商联："}


def test_parts_of_a_series_are_articles_of_their_own():
    both = after(page_text("海岛商会这样谋划新一年（下）"), FIRST)
    assert {article.part for article in of(Article, both)} == {"上", "下"}
    assert len(of(ArticleSection, both)) == 2
    assert len(of(PlanItem, both)) == len(ITEMS)


def test_an_alias_in_the_records_is_no_new_programme():
    from factories import alias, programme

    known = programme("共富工坊", id=programme_id("共富工坊"))
    records = after(page_text(), [known, alias(known, "蓝海共富工坊")])
    assert {p.name for p in of(Programme, records)} == {"共富工坊", "政企早茶会"}


@given(st.integers(0, 10**6))
def test_half_width_marks_are_offered_for_mending_and_only_these(seed):
    random = Random(seed)
    text = "".join(
        {"，": ",", "；": ";"}.get(char, char) if random.random() < 0.3 else char
        for char in county_page.THEMES[0]
    )
    proposal = proposed(text, federation="澄屿县工商联")
    records = applied({}, proposal.edits)
    mends = [edit for finding in proposal.findings for edit in finding.mend]
    mended = applied(records, mends)
    printed = "".join(
        getattr(record, spec.name)
        for record in mended.values()
        if isinstance(record, Theme | PlanItem | Passage)
        for spec in fields_of(type(record))
        if spec.name in ("lead", "text")
    )
    assert "," not in printed
    assert ";" not in printed
    assert sorted(printed) == sorted(county_page.THEMES[0])


def test_a_title_alone_is_no_plan():
    proposal = proposed("扬帆起航 只争朝夕")
    assert proposal.has_errors
    assert proposal.edits == ()
