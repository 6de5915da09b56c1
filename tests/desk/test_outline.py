from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import factories as make
from moushi.changes.model import Change, ChangeSet, Edit, Insert, Source
from moushi.desk import language, outline
from moushi.desk.outline import Node, Reading
from moushi.domain.kinds import Level, PassageKind
from moushi.domain.record import Record
from moushi.domain.records import Member, Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import say

COUNTY = make.federation("鹤沙县工商业联合会", short_name="鹤沙")
PLAN = make.plan(COUNTY, 2031, heading="鹤沙县工商联：", slogan="稳扎稳打开新局")
OPENING = make.passage(PLAN, "潮起鹤沙。", rank="A", kind=PassageKind.OPENING)
THEME = make.theme(PLAN, "着力把商会办到码头。", rank="C")
SPEECH = make.passage(PLAN, "主席说，要办实事。", rank="B", speaker_post="主席", speaker_name="禾小满")
FIRST = make.item(THEME, "走访三十家企业；", rank="1", due_on=date(2031, 6, 30), leader="卢一苇")
SECOND = make.item(THEME, "办一场灯会。", rank="2", begins_paragraph=True)
RECORDS: tuple[Record, ...] = (
    COUNTY,
    PLAN,
    THEME,
    SPEECH,
    OPENING,
    SECOND,
    FIRST,
    make.unit(FIRST, "会员科", rank="1"),
    make.unit(FIRST, "办公室", rank="2"),
    make.unit(FIRST, "各商会", rank="3"),
    make.milestone(FIRST, "拟名单", due_on=date(2031, 3, 5)),
)


def read(node: Node, *more: Record) -> Reading:
    found = outline.reading(MemorySnapshot((*RECORDS, *more)), node)
    assert found is not None
    return found


def facts(reading: Reading) -> dict[str, list[str]]:
    return {fact.label.render(): [str(value) for value in fact.values] for fact in reading.facts}


def test_the_outline_goes_from_federation_over_theme_to_item_in_printed_order():
    (node,) = outline.outline(MemorySnapshot(RECORDS), 2031)
    assert (node.kind, node.title) == (Plan, "鹤沙县工商业联合会")
    assert [(part.kind, part.title) for part in node.children] == [
        (Passage, "潮起鹤沙。"),
        (Passage, "主席说，要办实事。"),
        (Theme, "着力把商会办到码头。"),
    ]
    assert [item.title for item in node.children[2].children] == ["走访三十家企业；", "办一场灯会。"]


def test_a_short_title_stands_for_the_item_and_a_label_for_the_theme():
    theme = make.theme(PLAN, "很长的板块句。", label="强基")
    titled = make.item(theme, "很长的条目。", short_title="建商会")
    (node,) = outline.outline(MemorySnapshot((COUNTY, PLAN, theme, titled)), 2031)
    assert node.children[0].title == "强基"
    assert node.children[0].children[0].title == "建商会"


def test_an_item_is_read_with_its_theme_its_units_and_its_dates():
    reading = read(Node(PlanItem, FIRST.id, ""))
    assert reading.trail == ("2031", "鹤沙县工商业联合会")
    assert reading.paragraphs == ("走访三十家企业；",)
    assert facts(reading) == {
        "theme": ["着力把商会办到码头。"],
        "lead unit": ["会员科"],
        "cooperating units": ["办公室", "各商会"],
        "leader in charge": ["卢一苇"],
        "due date": ["2031-06-30"],
        "milestones": ["拟名单 (2031-03-05)"],
    }


def test_dates_are_written_the_chinese_way_in_chinese():
    fact = next(fact for fact in read(Node(PlanItem, FIRST.id, "")).facts if fact.label == say("due date"))
    assert [value.render(language.translations("zh_CN")) for value in fact.values] == ["2031年6月30日"]


def test_a_theme_is_read_as_printed_with_the_paragraphs_its_items_begin():
    assert read(Node(Theme, THEME.id, "")).paragraphs == (
        "着力把商会办到码头。走访三十家企业；",
        "办一场灯会。",
    )


def test_a_theme_without_a_lead_begins_with_its_first_item_even_if_that_begins_a_paragraph():
    theme = make.theme(PLAN, "", rank="D")
    item = make.item(theme, "修两条船。", begins_paragraph=True)
    assert read(Node(Theme, theme.id, ""), theme, item).paragraphs == ("修两条船。",)


def test_a_theme_with_nothing_in_it_reads_as_nothing():
    theme = make.theme(PLAN, "", rank="D")
    assert read(Node(Theme, theme.id, ""), theme).paragraphs == ()


def test_a_plan_is_read_whole_under_its_heading():
    reading = read(Node(Plan, PLAN.id, ""))
    assert reading.headings == ("鹤沙县工商联：", "稳扎稳打开新局")
    assert reading.paragraphs == (
        "潮起鹤沙。",
        "主席说，要办实事。",
        "着力把商会办到码头。走访三十家企业；",
        "办一场灯会。",
    )
    assert facts(reading) == {"state": ["draft"]}


def test_a_speech_is_read_with_its_speaker():
    assert facts(read(Node(Passage, SPEECH.id, ""))) == {
        "speaker's post": ["主席"],
        "speaker's name": ["禾小满"],
    }


def test_what_is_gone_cannot_be_read():
    assert outline.reading(MemorySnapshot(RECORDS), Node(PlanItem, uuid4(), "")) is None


def test_a_first_look_shows_the_newest_year_and_all_federations():
    older = make.plan(COUNTY, 2030)
    shown = outline.view(MemorySnapshot((*RECORDS, older)))
    assert (shown.years, shown.year) == ((2031, 2030), 2031)
    assert shown.choices == (None, COUNTY.id)
    assert shown.federation is None


def test_a_federation_without_a_plan_in_the_chosen_year_gives_way_to_all():
    other = make.federation("白礁县工商联")
    snapshot = MemorySnapshot((*RECORDS, other, make.plan(other, 2030)))
    assert [node.title for node in outline.view(snapshot, 2031, COUNTY.id).nodes] == ["鹤沙县工商业联合会"]
    assert outline.view(snapshot, 2030, COUNTY.id).federation is None
    assert outline.view(snapshot, 2029, COUNTY.id).year == 2031


def test_nothing_is_shown_of_a_store_without_plans():
    assert outline.view(MemorySnapshot((COUNTY,))) == outline.View()


def test_the_city_stands_before_its_counties_and_counties_by_region():
    city = make.federation("远洲市工商联", level=Level.CITY, region_code="339000")
    late = make.federation("甲县工商联", region_code="339022")
    early = make.federation("乙县工商联", region_code="339021")
    unnumbered = make.federation("丙县工商联")
    snapshot = MemorySnapshot(
        record for of in (unnumbered, late, early, city) for record in (of, make.plan(of, 2031))
    )
    assert outline.federations(snapshot, 2031) == (city, early, late, unnumbered)


def change_of(*edits: Edit) -> ChangeSet:
    return ChangeSet(uuid4(), 1, datetime(2031, 1, 1, tzinfo=UTC), Source(""), say("Test"), edits)


def test_a_change_of_a_member_does_not_concern_the_outline_a_change_of_an_item_does():
    member = make.member(COUNTY)
    assert not outline.concerns(change_of(Change(Member, member.id, "name", member.name, "新名")))
    assert outline.concerns(change_of(Insert(member), Change(PlanItem, FIRST.id, "text", FIRST.text, "改。")))
