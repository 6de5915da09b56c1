"""Rules that every proposal obeys, whatever brought it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Delete, Edit, Insert, RefusedError, applied
from moushi.changes.rules import check
from moushi.domain.kinds import PlanState
from moushi.domain.record import Record
from moushi.domain.records import Federation, Plan, Post, SubMeasure, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.domain.words import field_word, kind_word


def obey(records: list[Record], *edits: Edit) -> None:
    """Check edits of some records, as applying does."""
    touched = {record.id: record for record in records if record.id in {edit.id for edit in edits}}
    check(edits, MemorySnapshot(records), applied(touched, edits))


@settings(max_examples=40)
@given(st.data())
def test_what_the_factories_draw_breaks_no_rule(data: st.DataObject) -> None:
    county = data.draw(f.counties(most=1))
    obey([], *map(Insert, county))
    obey(list(county), *data.draw(f.proposals(county)).edits)


def test_a_chamber_reports_on_the_plan_of_its_own_federation() -> None:
    own, other = f.federation(), f.federation("雾屿县工商联")
    plan = f.plan(own)
    theme = f.theme(plan)
    item = f.item(theme)
    here, there = f.chamber(own), f.chamber(other, "雾屿商会")
    held: list[Record] = [own, other, plan, theme, item, here, there]
    obey(held, Insert(f.chamber_progress(item, here)))
    with pytest.raises(RefusedError, match="雾屿商会"):
        obey(held, Insert(f.chamber_progress(item, there)))
    own_report = f.progress(item)
    with pytest.raises(RefusedError):
        obey([*held, own_report], Change(type(own_report), own_report.id, "chamber_id", None, there.id))


class TestOnceForAPeriod:
    OF = f.federation()
    PLAN = f.plan(OF)
    THEME = f.theme(PLAN)
    ITEM = f.item(THEME)
    MEASURE = f.measure(ITEM)
    PART = f.sub_measure(MEASURE)
    HERE, THERE = f.chamber(OF, "东镇商会"), f.chamber(OF, "西镇商会")
    TOLD = f.chamber_progress(MEASURE, HERE)
    COUNTY = (OF, PLAN, THEME, ITEM, MEASURE, PART, HERE, THERE)

    def test_a_chamber_reports_once_on_a_subject_for_a_period(self) -> None:
        again = Insert(f.chamber_progress(self.MEASURE, self.HERE))
        with pytest.raises(RefusedError, match="东镇商会 has reported on this for 2031-03 already"):
            obey([*self.COUNTY, self.TOLD], again)
        with pytest.raises(RefusedError, match="already"):
            obey([*self.COUNTY], Insert(self.TOLD), again)

    def test_others_other_subjects_other_periods_and_the_office_report_beside_it(self) -> None:
        beside = [
            f.chamber_progress(self.MEASURE, self.THERE),
            f.chamber_progress(self.MEASURE, self.HERE, "2031-Q1"),
            f.chamber_progress(self.ITEM, self.HERE),
            f.part_progress(self.PART, self.MEASURE, chamber_id=self.HERE.id),
            f.progress(self.MEASURE),
            f.progress(self.MEASURE),
        ]
        obey([*self.COUNTY, self.TOLD], *map(Insert, beside))

    def test_one_in_the_place_of_another_is_none_too_many(self) -> None:
        obey([*self.COUNTY, self.TOLD], Delete(self.TOLD), Insert(replace(self.TOLD, id=uuid4())))
        moved = Change(type(self.TOLD), self.TOLD.id, "period", "2031-03", "2031-04")
        obey([*self.COUNTY, self.TOLD], moved, Insert(replace(self.TOLD, id=uuid4())))

    def test_a_report_does_not_move_onto_another(self) -> None:
        april = f.chamber_progress(self.MEASURE, self.HERE, "2031-04")
        with pytest.raises(RefusedError, match="already"):
            obey(
                [*self.COUNTY, self.TOLD, april],
                Change(type(april), april.id, "period", "2031-04", "2031-03"),
            )

    def test_where_two_are_held_already_each_can_be_edited_and_deleted(self) -> None:
        twin = replace(self.TOLD, id=uuid4())
        held: list[Record] = [*self.COUNTY, self.TOLD, twin]
        obey(held, Change(type(twin), twin.id, "narrative", "", "已办一场"))
        obey(held, Delete(twin))


FIRM = f.member(f.federation())
TOLD = f.progress(f.item(f.theme(f.plan(f.federation()))))


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        (FIRM, "name", None),
        (FIRM, "name", 3),
        (FIRM, "name", "a\0b"),
        (FIRM, "name", "a\ud800b"),
        (FIRM, "kind", "enterprise"),
        (FIRM, "staff", True),
        (FIRM, "staff", 2**31),
        (FIRM, "staff", "3"),
        (FIRM, "new_generation", 1),
        (FIRM, "registered_capital", 1.5),
        (FIRM, "registered_capital", Decimal("NaN")),
        (FIRM, "registered_capital", Decimal("Infinity")),
        (FIRM, "registered_capital", Decimal("1E+100000")),
        (FIRM, "registered_capital", Decimal("1E-100000")),
        (FIRM, "joined_on", datetime(2031, 3, 1, tzinfo=UTC)),
        (FIRM, "joined_on", "2031-03-01"),
        (FIRM, "federation_id", "x"),
        (FIRM, "id", f.person().id),
        (TOLD, "period", "May"),
        (TOLD, "period", "2031-03 "),
        (f.article(), "period", ""),
        (f.theme(f.plan(f.federation())), "rank", "a-b"),
        (f.theme(f.plan(f.federation())), "rank", "10"),
    ],
)
def test_a_value_that_its_field_cannot_hold_is_refused_by_name(
    record: Record, field: str, value: object
) -> None:
    change = Change(type(record), record.id, field, getattr(record, field), value)
    refusal = f"{kind_word(type(record))}: {re.escape(str(field_word(type(record), field)))} cannot hold"
    with pytest.raises(RefusedError, match=refusal):
        obey([record], change)
    if field != "id":
        with pytest.raises(RefusedError, match=refusal):
            obey([], Insert(replace(record, **{field: value})))


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        (FIRM, "staff", None),
        (FIRM, "staff", 0),
        (FIRM, "registered_capital", Decimal("123456789012345678.90")),
        (FIRM, "registered_capital", Decimal("-0")),
        (FIRM, "joined_on", date(2031, 3, 1)),
        (FIRM, "name", "一\n二\t“三”"),
        (TOLD, "period", "2031-Q1"),
        (f.article(), "period", None),
    ],
)
def test_a_value_that_fits_is_let_through(record: Record, field: str, value: object) -> None:
    obey([record], Change(type(record), record.id, field, getattr(record, field), value))


OF = f.federation()
CLOSED = f.plan(OF, 2030, state=PlanState.CLOSED)
OPEN = f.plan(OF, 2031)
THEME, OPEN_THEME = f.theme(CLOSED), f.theme(OPEN)
ITEM, OPEN_ITEM = f.item(THEME), f.item(OPEN_THEME)
MEASURE = f.measure(ITEM)
PART = f.sub_measure(MEASURE)
ALL: list[Record] = [OF, CLOSED, OPEN, THEME, OPEN_THEME, ITEM, OPEN_ITEM, MEASURE, PART]


@pytest.mark.parametrize(
    "edit",
    [
        Change(Plan, CLOSED.id, "slogan", "", "新"),
        Delete(CLOSED),
        Insert(f.theme(CLOSED)),
        Insert(f.passage(CLOSED)),
        Change(Theme, THEME.id, "lead", THEME.lead, "新"),
        Insert(f.unit(ITEM)),
        Insert(f.milestone(ITEM)),
        Insert(f.progress(MEASURE)),
        Insert(f.item_programme(ITEM, f.programme())),
        Change(SubMeasure, PART.id, "name", PART.name, "新"),
        Insert(f.sub_measure(MEASURE)),
        Change(Theme, OPEN_THEME.id, "plan_id", OPEN.id, CLOSED.id),
        Change(Theme, THEME.id, "plan_id", CLOSED.id, OPEN.id),
        Change(type(ITEM), OPEN_ITEM.id, "theme_id", OPEN_THEME.id, THEME.id),
    ],
    ids=lambda edit: f"{type(edit).__name__}-{edit.kind.__name__}",
)
def test_a_closed_plan_refuses_every_edit_of_its_parts(edit: Edit) -> None:
    with pytest.raises(RefusedError, match=r"2030 .* is closed"):
        obey(ALL, edit)


def test_a_closed_plan_may_be_opened_and_printed() -> None:
    obey(ALL, Change(Plan, CLOSED.id, "state", PlanState.CLOSED, PlanState.DRAFT))
    article = f.article()
    obey([*ALL, article], Insert(f.section(article, CLOSED)), Insert(f.article_item(article, ITEM)))
    obey(ALL, Change(Theme, OPEN_THEME.id, "lead", OPEN_THEME.lead, "新"))


def test_a_plan_may_come_in_closed_with_all_its_parts() -> None:
    obey([OF], Insert(CLOSED), Insert(THEME), Insert(ITEM))


@pytest.mark.parametrize("ends", [{}, {"person_id": FIRM.id}, {"federation_id": OF.id}])
def test_a_post_needs_one_holder_and_one_body(ends: dict[str, object]) -> None:
    nobody = replace(f.post(f.person(), OF), person_id=None, federation_id=None)
    with pytest.raises(RefusedError, match="one person or member in one federation or chamber"):
        obey([], Insert(replace(nobody, **ends)))


def test_a_post_has_not_two_holders() -> None:
    post = f.post(f.person(), OF)
    with pytest.raises(RefusedError, match="one person or member"):
        obey([post], Change(Post, post.id, "member_id", None, FIRM.id))


def test_no_federation_stands_above_itself() -> None:
    city = f.federation("海州市工商联")
    county = f.federation(parent_id=city.id)
    obey([city, county], Change(Federation, county.id, "parent_id", city.id, None))
    for above in (county, city):
        with pytest.raises(RefusedError, match="海州市工商联 cannot stand above itself"):
            obey([city, county], Change(Federation, city.id, "parent_id", None, above.id))


PLACE = f.section(f.article(), f.plan(f.federation()))


@pytest.mark.parametrize("lines", [0, -3, 5001, 2**31 - 1])
def test_no_section_is_set_to_a_nonsensical_number_of_lines(lines: int) -> None:
    with pytest.raises(RefusedError, match=f"cannot be set to {lines} lines. Give a number from 1 to 5000"):
        obey([PLACE], Change(type(PLACE), PLACE.id, "target_lines", None, lines))
    with pytest.raises(RefusedError, match="lines"):
        obey([], Insert(replace(PLACE, target_lines=lines)))


@pytest.mark.parametrize("depth", ["0", "-210", "0.5", "5000.1", "1E+30"])
def test_no_section_is_set_to_a_nonsensical_depth(depth: str) -> None:
    with pytest.raises(RefusedError, match=r"mm deep. Give a depth from 1 to 5000 mm"):
        obey([PLACE], Change(type(PLACE), PLACE.id, "target_mm", None, Decimal(depth)))


def test_a_section_has_one_target() -> None:
    held = replace(PLACE, target_lines=60)
    with pytest.raises(RefusedError, match="one target, in lines or in millimetres"):
        obey([held], Change(type(held), held.id, "target_mm", None, Decimal(210)))
    obey(
        [held],
        Change(type(held), held.id, "target_lines", 60, None),
        Change(type(held), held.id, "target_mm", None, Decimal("210.5")),
    )
