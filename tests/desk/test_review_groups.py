"""Edits by record, in a person's order and words."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Delete, changes_between
from moushi.desk.places import Places
from moushi.desk.review_context import context_of
from moushi.desk.review_groups import Op, groups
from moushi.desk.under_review import records_in
from moushi.domain.kinds import MeasureKind
from moushi.domain.snapshot import MemorySnapshot


def grouped(records, *edits):
    proposal = f.proposal(*edits)
    return groups(proposal, context_of(proposal.edits, MemorySnapshot(records)), Places())


def titles(some, depth=0):
    found = []
    for group in some:
        found.append("  " * depth + str(group.title))
        found += titles(group.children, depth + 1)
    return found


def rows(group):
    return [(str(row.label), str(row.old), str(row.new)) for row in group.rows]


def test_a_plan_is_read_from_its_themes_to_its_items_whatever_order_the_edits_have():
    county = f.planned_county(themes=2, items=2)
    told = titles(grouped((), *reversed(county)))
    assert told[:8] == [
        "云屿县工商联",
        "2031 云屿县工商联",
        "  新的一年，云屿商会人从头出发。",
        "  第1件事。",
        "    做好1之1；",
        "    做好1之2；",
        "  第2件事。",
        "    做好2之1；",
    ]


def test_a_new_item_has_its_units_and_milestones_beneath_it_and_told_with_it():
    item = f.item(f.theme(f.plan(f.federation())))
    new = (item, f.unit(item, "会员部"), f.unit(item, "宣教部", rank="2"), f.milestone(item))
    (group,) = grouped((), *new)
    assert titles(group.children) == ["会员部", "宣教部", "定下场地"]
    assert rows(group) == [
        ("text", "", "办两场渔具展。"),
        ("unit of an item", "", "会员部"),
        ("unit of an item", "", "宣教部"),
        ("milestone", "", "定下场地"),
    ]
    assert group.whole == (0, 1, 2, 3)


def test_a_changed_item_shows_under_plan_and_theme_that_stay_as_they_are():
    county = f.planned_county(themes=1, items=1)
    item = county[4]
    (plan,) = grouped(county, Change(type(item), item.id, "text", item.text, "做得更好；"))
    assert plan.op is None
    (theme,) = plan.children
    assert theme.op is None
    (changed,) = theme.children
    assert (changed.op, changed.positions, str(changed.title)) == (Op.CHANGED, (0,), "做得更好；")
    assert rows(changed) == [("text", "做好1之1；", "做得更好；")]
    assert changed.rows[0].is_text


def test_several_fields_of_one_record_are_lines_of_their_own():
    county = f.planned_county(themes=1, items=1)
    item = county[4]
    changes = (
        Change(type(item), item.id, "text", item.text, "做得更好；"),
        Change(type(item), item.id, "leader", "", "舟行远"),
    )
    (plan,) = grouped(county, *changes)
    changed = plan.children[0].children[0]
    assert titles(changed.children) == ["text: 做得更好；", "leader in charge: 舟行远"]
    assert [leaf.positions for leaf in changed.children] == [(0,), (1,)]


def test_a_moved_item_is_said_to_be_moved_and_no_key_is_shown():
    county = f.planned_county(themes=2, items=1)
    item, other = county[4], county[5]
    (plan,) = grouped(
        county,
        Change(type(item), item.id, "theme_id", item.theme_id, other.id),
        Change(type(item), item.id, "rank", item.rank, "7"),
    )
    (theme,) = plan.children
    moved = theme.children[0]
    assert theme.id == other.id
    assert moved.op is Op.MOVED
    assert rows(moved) == [("theme", "第1件事。", "第2件事。"), ("position", "", "moved to another place")]


def test_choices_amounts_and_flags_are_said_in_words():
    item = f.item(f.theme(f.plan(f.federation())), begins_paragraph=True)
    amount = f.measure(item, "助学金", kind=MeasureKind.AMOUNT, unit="元", target=Decimal(500_000))
    (group,) = grouped((), item, amount)
    assert ("begins a paragraph", "", "yes") in rows(group)
    told = rows(group.children[0])
    assert ("kind", "", "amount") in told
    assert ("target", "", "50万") in told


def test_a_chamber_s_report_is_told_by_the_chamber():
    of = f.federation()
    item = f.item(f.theme(f.plan(of)))
    shows, chamber = f.measure(item), f.chamber(of, "菜园镇商会")
    reports = (
        f.chamber_progress(shows, chamber, "2031-05", value=Decimal(2)),
        f.progress(shows, "2031-06", value=Decimal(3)),
    )
    told = titles(grouped((of, item, shows, chamber), *reports))
    assert [title.strip() for title in told if "展会" in title and "2031" in title] == [
        "菜园镇商会：2031-05 2场 展会",
        "2031-06 3场 展会",
    ]


def test_a_reported_zero_is_said():
    of = f.federation()
    item = f.item(f.theme(f.plan(of)))
    shows, chamber = f.measure(item), f.chamber(of, "菜园镇商会")
    (report,) = (
        group
        for top in grouped((of, item, shows, chamber), f.chamber_progress(shows, chamber, "2031-05", value=0))
        for group in records_in([top])
        if group.op
    )
    assert report.title == "菜园镇商会：2031-05 0场 展会"
    assert ("this period", "", "0") in rows(report)


def test_a_deleted_item_stands_where_it_was():
    county = f.planned_county(themes=1, items=3)
    gone = county[5]
    (plan,) = grouped(county, Delete(gone))
    (deleted,) = plan.children[0].children
    assert (deleted.op, str(deleted.title)) == (Op.DELETED, "做好1之2；")
    assert rows(deleted) == [("text", "做好1之2；", "")]


@settings(max_examples=40)
@given(st.data())
def test_every_edit_is_in_just_one_group(data):
    county = data.draw(f.counties(most=2))
    proposal = data.draw(f.proposals(county, most=10))
    told = groups(proposal, context_of(proposal.edits, MemorySnapshot(county)), Places())
    positions = sorted(n for group in told for n in group.whole)
    assert positions == list(range(len(proposal.edits)))


def test_what_differs_is_all_that_is_shown_of_a_changed_member():
    of = f.federation()
    member = f.member(of)
    new = f.member(of, id=member.id, contact="舟行远", name="远帆渔具厂")
    (federation,) = grouped((of, member), *changes_between(member, new))
    (group,) = federation.children
    assert rows(group) == [("name", "远帆渔具有限公司", "远帆渔具厂"), ("contact", "", "舟行远")]


def test_an_activity_is_known_by_its_name_rather_than_its_notes():
    of = f.federation()
    visit = f.activity(of, title="走访三家民宿", narrative="帮忙对接了冷库")
    assert "走访三家民宿" in {title.strip() for title in titles(grouped((of,), visit))}
