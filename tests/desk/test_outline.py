"""The outline: federation ▸ passage or theme ▸ item, in the order of print."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import factories as f
from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert, Source
from moushi.desk import outline
from moushi.desk.outline import Node
from moushi.domain.kinds import Level, PassageKind
from moushi.domain.record import Record
from moushi.domain.records import Federation, Measure, Member, Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import say

COUNTY = f.federation("鹤沙县工商业联合会", short_name="鹤沙")
PLAN = f.plan(COUNTY, 2031, heading="鹤沙县工商联：", slogan="稳扎稳打开新局")
OPENING = f.passage(PLAN, "潮起鹤沙。", rank="A", kind=PassageKind.OPENING)
THEME = f.theme(PLAN, "着力把商会办到码头。", rank="C")
SPEECH = f.passage(PLAN, "主席说，要办实事。", rank="B", speaker_post="主席", speaker_name="禾小满")
FIRST = f.item(THEME, "走访三十家企业；", rank="1", due_on=date(2031, 6, 30), leader="卢一苇")
SECOND = f.item(THEME, "办一场灯会。", rank="2", begins_paragraph=True)
RECORDS: tuple[Record, ...] = (
    COUNTY,
    PLAN,
    THEME,
    SPEECH,
    OPENING,
    SECOND,
    FIRST,
    f.unit(FIRST, "会员科", rank="1"),
    f.milestone(FIRST, "拟名单", due_on=date(2031, 3, 5)),
)


def nodes(*records: Record, year: int = 2031, of: Federation | None = None) -> tuple[Node, ...]:
    return outline.outline(MemorySnapshot(records), year, of.id if of else None)


def test_the_outline_goes_from_federation_over_theme_to_item_in_printed_order() -> None:
    (node,) = nodes(*RECORDS)
    assert (node.kind, node.id, node.title) == (Plan, PLAN.id, "鹤沙县工商业联合会")
    assert [(part.kind, part.id, part.title) for part in node.children] == [
        (Passage, OPENING.id, "潮起鹤沙。"),
        (Passage, SPEECH.id, "主席说，要办实事。"),
        (Theme, THEME.id, "着力把商会办到码头。"),
    ]
    assert [(item.kind, item.id, item.title) for item in node.children[2].children] == [
        (PlanItem, FIRST.id, "走访三十家企业；"),
        (PlanItem, SECOND.id, "办一场灯会。"),
    ]


def test_a_short_title_stands_for_the_item_and_a_label_for_the_theme() -> None:
    theme = f.theme(PLAN, "很长的板块句。", label="强基")
    titled = f.item(theme, "很长的条目。", short_title="建商会")
    (node,) = nodes(COUNTY, PLAN, theme, titled)
    assert node.children[0].title == "强基"
    assert node.children[0].children[0].title == "建商会"


def test_a_part_without_words_is_there_all_the_same() -> None:
    theme = f.theme(PLAN, "")
    (node,) = nodes(COUNTY, PLAN, theme, f.item(theme, ""))
    assert node.children == (Node(Theme, theme.id, "", node.children[0].children),)
    assert [item.title for item in node.children[0].children] == [""]


def test_of_parts_at_the_same_place_passages_are_printed_first() -> None:
    theme = f.theme(PLAN, "板块。", rank="A", id=f.theme(PLAN).id)
    (node,) = nodes(COUNTY, PLAN, OPENING, theme)
    assert [part.kind for part in node.children] == [Passage, Theme]


def test_only_plans_of_the_year_and_of_the_federation_asked_for_are_shown() -> None:
    other = f.federation("白礁县工商联")
    records = (*RECORDS, other, f.plan(other, 2031), f.plan(COUNTY, 2030))
    assert [node.title for node in nodes(*records)] == ["白礁县工商联", "鹤沙县工商业联合会"]
    assert [node.title for node in nodes(*records, of=COUNTY)] == ["鹤沙县工商业联合会"]
    assert [node.children for node in nodes(*records, year=2030)] == [()]
    assert nodes(*records, year=2029) == ()
    assert nodes(COUNTY) == ()


def test_the_city_stands_before_its_counties_and_counties_by_region() -> None:
    city = f.federation("远洲市工商联", level=Level.CITY, region_code="339000")
    late = f.federation("甲县工商联", region_code="339022")
    early = f.federation("乙县工商联", region_code="339021")
    unnumbered = f.federation("丙县工商联")
    records = [record for of in (unnumbered, late, early, city) for record in (of, f.plan(of, 2031))]
    assert [node.title for node in nodes(*records)] == [city.name, early.name, late.name, unnumbered.name]


def change_of(*edits: Edit) -> ChangeSet:
    return ChangeSet(uuid4(), 1, datetime(2031, 1, 1, tzinfo=UTC), Source(""), say("Test"), edits)


def test_a_change_of_a_member_does_not_concern_the_outline_a_change_of_an_item_does() -> None:
    member, measure = f.member(COUNTY), f.measure(FIRST)
    assert not outline.concerns(change_of(Change(Member, member.id, "name", member.name, "新名")))
    assert not outline.concerns(change_of(Insert(measure), Change(Measure, measure.id, "unit", "场", "次")))
    assert outline.concerns(change_of(Insert(member), Change(PlanItem, FIRST.id, "text", FIRST.text, "改。")))
    assert outline.concerns(change_of(Delete(THEME)))
    assert outline.concerns(change_of(Change(Federation, COUNTY.id, "name", COUNTY.name, "鹤沙")))
