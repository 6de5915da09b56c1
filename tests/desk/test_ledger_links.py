"""What an entry is linked to: members taking part, plan items served, and what looks wrong in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import factories as f
from ledgers import (
    CAR,
    CHAMBER,
    COUNTY,
    HAIMAO,
    OF,
    OTHER,
    TODAY,
    VISITS,
    YUANFAN,
    a_desk,
    said,
)
from moushi.desk import ledger_links
from moushi.domain.kinds import ActivityKind, CountRule, MeasureKind, MeasureSource, Role
from moushi.domain.record import Record
from moushi.domain.records import Activity, ActivityItem, Participation
from moushi.domain.snapshot import MemorySnapshot

# -- links ---------------------------------------------------------------------------------------------------


def test_members_are_found_by_a_few_letters_and_those_who_left_say_so():
    gone = f.member(OF, "远航货栈", left_on=date(2030, 5, 1))
    with a_desk(gone) as desk:
        found = ledger_links.find_members(desk, "远")
        assert {choice.name for choice in found} == {"远帆渔具有限公司", "远航货栈"}
        hints = {choice.name: said(choice.hint) for choice in found}
        assert hints["远航货栈"] == "left on 2030-05-01"
        assert [choice.name for choice in ledger_links.find_members(desk, "yfyj")] == ["远帆渔具有限公司"]
        assert ledger_links.find_members(desk, " ") == []


def test_a_member_added_to_an_entry_begun_brings_it_into_the_store_in_one_step():
    entry = f.activity(OF)
    with a_desk() as desk:
        with desk.snapshot() as snapshot:
            proposal = ledger_links.taking_part(snapshot, entry, [YUANFAN, HAIMAO, YUANFAN])
        desk.apply(proposal)
        with desk.snapshot() as snapshot:
            assert snapshot.get(Activity, entry.id) == entry
            assert [member.name for _, member in ledger_links.participants(snapshot, entry)] == [
                "海锚民宿",
                "远帆渔具有限公司",
            ]
            assert ledger_links.taking_part(snapshot, entry, [YUANFAN]) is None
            (link, *_) = snapshot.where(Participation)
            out = ledger_links.not_taking_part(snapshot, [link.id])
            assert ledger_links.not_taking_part(snapshot, []) is None
        desk.apply(out)
        desk.apply(desk.undo().review.accepted)
        desk.apply(desk.undo().review.accepted)
        with desk.snapshot() as snapshot:
            assert snapshot.get(Activity, entry.id) is None


def measured(**fields: Any) -> Record:
    return f.measure(fields.pop("item", CAR), source=MeasureSource.LEDGER, **fields)


def test_items_whose_measures_count_the_kind_are_suggested():
    sessions = measured(rule=CountRule.ACTIVITIES, activity_kind=ActivityKind.DIALOGUE)
    visited = measured(item=VISITS, rule=CountRule.COMMITTEE_VISITED, kind=MeasureKind.RATIO)
    held = MemorySnapshot((*COUNTY, sessions, visited))
    dialogue, visit = (f.activity(OF, kind) for kind in (ActivityKind.DIALOGUE, ActivityKind.VISIT))
    assert ledger_links.suggested(held, dialogue) == [CAR]
    assert ledger_links.suggested(held, visit) == [VISITS]
    assert (
        ledger_links.suggested(held, replace(visit, held_on=date(2030, 1, 1))) == []
    )  # no plan of that year
    assert ledger_links.suggested(held, replace(visit, kind=ActivityKind.TALK)) == []
    linked = MemorySnapshot((*COUNTY, sessions, visited, f.activity_item(visit, VISITS)))
    assert ledger_links.suggested(linked, visit) == []


def test_what_only_one_kind_has_suggests_that_kind():
    for rule, kind in (
        (CountRule.CLOSED, ActivityKind.DIALOGUE),
        (CountRule.SETTLED, ActivityKind.MEDIATION),
        (CountRule.JOBS, ActivityKind.WORKSHOP),
        (CountRule.FEES, ActivityKind.LOAN),
        (CountRule.VILLAGES, ActivityKind.PAIRING),
    ):
        assert [each for each in ActivityKind if ledger_links.counts_kind(measured(rule=rule), each)] == [
            kind
        ]
    for rule in (CountRule.AMOUNT, CountRule.PEOPLE, CountRule.ACTIVITIES):
        assert not any(ledger_links.counts_kind(measured(rule=rule), each) for each in ActivityKind)


def test_an_item_is_found_by_its_words_and_served_once():
    entry = f.activity(OF, ActivityKind.DIALOGUE)
    another = f.item(f.theme(f.plan(OF, 2030)), "亲清旧事；")
    with a_desk(*_of_last_year(another)) as desk:
        found = ledger_links.find_items(desk, entry, "亲清")
        assert [(choice.name, choice.hint) for choice in found] == [("办好亲清直通车", "服务")]
        with desk.snapshot() as snapshot:
            proposal = ledger_links.serving(snapshot, entry, CAR)
        desk.apply(proposal)
        with desk.snapshot() as snapshot:
            assert [item for _, item in ledger_links.served(snapshot, entry)] == [CAR]
            assert ledger_links.serving(snapshot, entry, CAR) is None
            (link,) = snapshot.where(ActivityItem)
            out = ledger_links.not_serving(snapshot, [link.id])
        desk.apply(out)
        with desk.snapshot() as snapshot:
            assert ledger_links.served(snapshot, entry) == []


def _of_last_year(item: Any) -> tuple[Record, ...]:
    plan = f.plan(OF, 2030)
    theme = f.theme(plan, id=item.theme_id)
    return plan, theme, item


def test_an_entry_says_for_which_measures_it_counts():
    sessions = measured(rule=CountRule.ACTIVITIES, activity_kind=ActivityKind.DIALOGUE, name="场次")
    closed = f.sub_measure(sessions, name="办结", rule=CountRule.CLOSED)
    visited = measured(item=VISITS, rule=CountRule.COMMITTEE_VISITED, kind=MeasureKind.RATIO, name="走访")
    serving = measured(rule=CountRule.PEOPLE, serving_only=True, name="人次", rank="3")
    post = f.post(YUANFAN, OF, role=Role.EXECUTIVE_COMMITTEE)
    measures = (sessions, closed, visited, serving)
    dialogue = f.activity(OF, ActivityKind.DIALOGUE, title="第三期", closed=3, collected=4)
    visit = f.activity(OF, title="走访")

    def told(entry: Activity, *more: Record) -> list[str]:
        held = MemorySnapshot((*COUNTY, *measures, post, entry, *more))
        return [str(each).split("(")[0].strip() for each in ledger_links.counted_for(held, entry)]

    assert told(dialogue) == ["Counts for: 场次", "Counts for: 办结"]
    assert told(replace(dialogue, closed=None)) == ["Counts for: 场次"]
    assert told(visit) == []
    assert told(visit, f.participation(visit, YUANFAN)) == ["Counts for: 走访"]
    assert told(visit, f.participation(visit, HAIMAO)) == []  # of no committee
    talk = f.activity(OF, ActivityKind.TALK, title="宣讲", people=30)
    assert told(talk) == []
    assert told(talk, f.activity_item(talk, CAR)) == ["Counts for: 人次"]
    assert told(replace(dialogue, held_on=date(2030, 1, 1))) == []
    blank = f.activity(OF, ActivityKind.DIALOGUE)
    assert told(blank) == []


# -- what looks wrong ----------------------------------------------------------------------------------------


def advice(entry: Activity, *others: Record, year: int | None = 2031) -> list[str]:
    held = MemorySnapshot((*COUNTY, *others))
    return [str(each.message) for each in ledger_links.advice(held, entry, year, TODAY)]


def test_more_closed_than_collected_and_more_settled_than_taken_are_said():
    assert advice(f.activity(OF, ActivityKind.DIALOGUE, collected=3, closed=3)) == []
    assert advice(f.activity(OF, ActivityKind.DIALOGUE, closed=1)) == [
        "More problems are closed (1) than collected (None)."
    ]
    assert advice(f.activity(OF, ActivityKind.MEDIATION, cases=3, settled=5)) == [
        "More cases are settled (5) than taken (3)."
    ]


def test_days_out_of_place_and_counts_below_nothing_are_said():
    assert advice(f.activity(OF, held_on=date(2030, 3, 1))) == [
        "2030-03-01 is not in 2031, the year in view."
    ]
    assert advice(f.activity(OF, held_on=date(2030, 3, 1)), year=None) == []
    assert advice(f.activity(OF, held_on=date(2031, 6, 2))) == ["2031-06-02 is still to come."]
    assert advice(f.activity(OF, until=date(2031, 3, 1))) == ["It ends before it begins."]
    assert advice(f.activity(OF, ActivityKind.TALK, people=-3)) == [
        "A count or an amount is less than nothing."
    ]


def test_the_same_event_twice_is_said_and_other_events_of_the_day_are_not():
    there = f.activity(OF, title="走访", chamber_id=CHAMBER.id)
    again = f.activity(OF, title="访企", chamber_id=CHAMBER.id)
    (found,) = ledger_links.advice(MemorySnapshot((*COUNTY, there)), again, 2031, TODAY)
    assert (str(found.message), found.entry) == ("Perhaps entered already on that day: 走访", there.id)
    for other in (
        replace(again, chamber_id=OTHER.id),
        replace(again, kind=ActivityKind.TALK),
        replace(again, held_on=date(2031, 3, 13)),
        there,
    ):
        assert advice(other, there) == []
    at_one, at_other = f.participation(there, YUANFAN), f.participation(again, HAIMAO)
    assert advice(again, there, at_one) != []
    assert advice(again, there, at_one, at_other) == []  # another enterprise of the same chamber
    assert advice(again, there, at_one, at_other, f.participation(again, YUANFAN)) != []


def test_without_a_chamber_title_or_member_must_be_the_same():
    there = f.activity(OF, title="走访 远帆")
    assert advice(f.activity(OF, title="走访远帆"), there) != []
    assert advice(f.activity(OF, title="走访海锚"), there) == []
    assert advice(f.activity(OF), f.activity(OF)) == []
    again = f.activity(OF, title="访企")
    assert advice(again, there, f.participation(there, YUANFAN), f.participation(again, YUANFAN)) != []
