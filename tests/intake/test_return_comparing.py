"""Returns compared with what was sent and what is held by now: only real changes, all else said.

Over 400 lines: one county and its rules, from a cell that is as it was sent to a renewal.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import factories as make
from moushi.changes.mending import mended
from moushi.changes.model import Change, Delete, Finding, Insert, Severity, applied
from moushi.changes.rules import check
from moushi.domain.kinds import ActivityKind, MemberKind, PlanState, Role
from moushi.domain.period import parse_period
from moushi.domain.records import (
    Activity,
    Chamber,
    ChamberTerm,
    Member,
    Membership,
    Participation,
    Person,
    Post,
    Progress,
)
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import say
from moushi.intake.returns.owner import ReturnWish
from moushi.intake.returns.reading import ReadCell
from return_documents import (
    FAIRS,
    LARGE,
    LUTING,
    OF,
    PERIOD,
    PLAN,
    RECORDS,
    REPORT,
    SHOWN,
    TRAINING,
    VISITED,
    document,
)
from returns import (
    came_back,
    changes,
    doubt,
    finding_of,
    inserted,
    proposed,
    told,
)
from rosters import LU, TRADE, YUANFAN

CODE, OTHER = "91350100M000100Y43", "91330921MA2A2QAB4N"
REEF = make.member(OF, "蓝礁养殖有限公司", uscc=CODE, phone="13900000055", legal_representative="季长川")
ISLE = make.member(OF, "云屿石斑鱼苗有限公司", phone="13900000066")
FAR = make.member(OF, "苇洲冷链有限公司", contact="童画", phone="0580-1111111")
SECRETARY = make.person("钟一舟", phone="13900000077")
PLACE = make.membership(REEF, LUTING, joined_on=date(2029, 2, 1))
HELD = (
    *RECORDS,
    REEF,
    ISLE,
    FAR,
    SECRETARY,
    PLACE,
    make.membership(ISLE, LUTING),
    make.membership(FAR, TRADE),
    make.post(SECRETARY, LUTING, role=Role.SECRETARY_GENERAL, from_on=date(2026, 5, 1), term_number=12),
    make.post(ISLE, LUTING, role=Role.COUNCIL, term_number=12),
)
SENT = document(records=HELD)
NUMBERS = {
    row.values["name"]: row.number for each in SENT.tables if each.table.key == "members" for row in each.rows
}
OFFICERS = {
    row.values["person"] or row.values["member"]: row.number
    for each in SENT.tables
    if each.table.key == "officers"
    for row in each.rows
}


def now(*others):
    """The records by now: those of then, some in another state."""
    records = {record.id: record for record in (*HELD, *others)}
    return MemorySnapshot(records.values())


def after(proposal, *held):
    """The records once the proposal is applied."""
    records = {record.id: record for record in (*HELD, *held)}
    return MemorySnapshot(applied(records, proposal.edits).values())


def with_mends(proposal, *held):
    """The records once the proposal is applied with all that its findings suggest."""
    records = {record.id: record for record in (*HELD, *held)}
    whole, taken = mended(proposal, range(len(proposal.findings)), ())
    assert taken == {n for n, each in enumerate(proposal.findings) if each.mend}
    return MemorySnapshot(applied(records, whole.edits).values())


def propose(typed=None, new=None, *, held=None, document=SENT, known=True, wish=None, **more):
    options = {name: more.pop(name) for name in ("brought", "is_asked", "without_faulty") if name in more}
    read = came_back(document, typed, new, **more)
    return proposed(read, document if known else None, held or now(), wish=wish or ReturnWish(), **options)


def members(**rows):
    return {"members": {NUMBERS[name]: values for name, values in rows.items()}}


def reef(**values):
    return {"members": {NUMBERS[REEF.name]: values}}


# -- the three values ----------------------------------------------------------------------------------------


def test_what_comes_back_as_it_went_out_changes_nothing():
    proposal = propose()
    assert proposal.edits == ()
    assert proposal.findings == ()
    assert proposal.returned.chamber_id == LUTING.id
    assert (proposal.returned.period, proposal.returned.id) == ("2031-03", SENT.id)


def test_a_value_typed_over_is_one_edit_that_knows_its_cell():
    proposal = propose(reef(phone="13700000001"))
    assert proposal.edits == (Change(Member, REEF.id, "phone", "13900000055", "13700000001"),)
    assert proposal.where[REEF.id, "phone"].startswith("会员变更表!G")
    assert not proposal.findings


def test_width_and_blanks_are_no_change():
    assert not propose(reef(name="蓝礁养殖　有限公司", phone="139 0000 0055")).edits


def test_a_stale_form_undoes_nothing():
    held = now(replace(REEF, phone="13611112222"))
    proposal = propose(held=held)
    assert proposal.edits == ()
    assert proposal.findings == ()


def test_what_is_held_already_is_no_change():
    held = now(replace(REEF, phone="13700000001"))
    assert propose(reef(phone="13700000001"), held=held).edits == ()


def test_a_value_changed_on_both_sides_is_shown_with_its_three_values_and_left():
    held = now(replace(REEF, phone="13611112222"))
    proposal = propose(reef(phone="13700000001"), held=held)
    assert proposal.edits == ()
    (found,) = proposal.findings
    assert found.severity is Severity.WARNING
    assert (found.sides.sent, found.sides.returned, found.sides.held) == (
        "13900000055",
        "13700000001",
        "13611112222",
    )
    assert found.mend == (Change(Member, REEF.id, "phone", "13611112222", "13700000001"),)


def test_a_value_that_is_gone_stays_unless_a_person_empties_it():
    proposal = propose(reef(phone=None))
    assert proposal.edits == ()
    (found,) = proposal.findings
    assert found.severity is Severity.WARNING
    assert found.mend == (Change(Member, REEF.id, "phone", "13900000055", None),)


def test_a_required_value_that_is_gone_is_an_error():
    proposal = propose(reef(name=None))
    assert proposal.has_errors
    assert "会员名称" in told(proposal, Severity.ERROR)[0]


def test_a_value_typed_where_nothing_was_sent_meets_what_the_office_typed_meanwhile():
    held = now(replace(REEF, industry="水产养殖"))
    proposal = propose(reef(industry="育苗"), held=held)
    assert proposal.edits == ()
    assert proposal.findings[0].sides.sent in (None, "")


def test_without_knowing_what_was_sent_what_differs_is_an_edit_and_said():
    proposal = propose(reef(phone="13700000001", industry="育苗"), known=False)
    assert changes(proposal) == {
        ("Member", "phone"): ("13900000055", "13700000001"),
        ("Member", "industry"): ("", "育苗"),
    }
    assert any("not known what this form was sent with" in text for text in told(proposal, Severity.WARNING))
    hint = finding_of(proposal, "not known what they held")
    assert hint.severity is Severity.HINT
    assert hint.message.values["places"].startswith("G")  # of the phone alone: there was no industry


def test_without_knowing_what_was_sent_nothing_is_emptied():
    proposal = propose(reef(phone=None), known=False)
    assert proposal.edits == ()
    assert finding_of(proposal, "empty cells").severity is Severity.HINT


def test_a_chamber_may_correct_what_its_own_earlier_file_brought():
    held = now(replace(REEF, phone="13700000001"))
    brought = {(REEF.id, "phone"): frozenset({"13700000001"})}
    proposal = propose(reef(phone="13700000002"), held=held, brought=brought)
    assert changes(proposal) == {("Member", "phone"): ("13700000001", "13700000002")}
    (finding,) = proposal.findings
    assert finding.severity is Severity.HINT
    assert "an earlier file of this return says something else" in finding.message.render()


def test_a_file_that_has_not_what_an_earlier_one_brought_takes_nothing_back():
    held = now(replace(REEF, phone="13700000001"))
    brought = {(REEF.id, "phone"): frozenset({"13700000001"})}
    proposal = propose(reef(industry="育苗"), held=held, brought=brought)
    assert changes(proposal) == {("Member", "industry"): ("", "育苗")}
    assert finding_of(proposal, "an earlier file").severity is Severity.HINT


# -- doubtful cells ------------------------------------------------------------------------------------------


def test_what_cannot_be_read_is_an_error_and_a_likely_value_a_suggestion():
    proposal = propose(reef(joined=doubt("二月三十"), staff=doubt("约30", 30)))
    assert proposal.edits == ()
    error, warning = sorted(proposal.findings, key=lambda each: each.severity)
    assert (error.severity, warning.severity) == (Severity.ERROR, Severity.WARNING)
    assert all(each.advice == each.action for each in proposal.findings)
    assert warning.mend == (Change(Member, REEF.id, "staff", None, 30),)


def test_without_faulty_cells_the_rest_is_taken():
    typed = reef(joined=doubt("二月三十"), phone="13700000001")
    assert propose(typed).has_errors
    proposal = propose(typed, without_faulty=True)
    assert not proposal.has_errors
    assert changes(proposal) == {("Member", "phone"): ("13900000055", "13700000001")}
    assert any("二月三十" in text for text in told(proposal, Severity.WARNING))


def test_a_table_of_a_form_that_is_not_known_is_left_out_with_the_faulty_cells():
    unknown = Finding(Severity.ERROR, "1:1", say("{count} errors", count=1), say("Tick at least one form."))
    assert propose(reef(phone="13700000001"), findings=(unknown,)).has_errors
    proposal = propose(reef(phone="13700000001"), findings=(unknown,), without_faulty=True)
    assert not proposal.has_errors
    assert proposal.findings[0].message == unknown.message


def test_a_fault_that_was_printed_into_the_form_is_not_the_chambers():
    typed = {"members": {NUMBERS[YUANFAN.name]: {"uscc": doubt(YUANFAN.uscc, YUANFAN.uscc)}}}
    assert propose(typed).findings == ()


def test_a_new_members_doubtful_value_can_be_put_into_it():
    proposal = propose(
        new={"members": [{"name": "潮生网具有限公司", "kind": "enterprise", "staff": doubt("约30", 30)}]}
    )
    held = with_mends(proposal)
    (member,) = [each for each in held.where(Member) if each.name == "潮生网具有限公司"]
    assert member.staff == 30


# -- rows ----------------------------------------------------------------------------------------------------


def test_rows_may_come_back_in_any_order():
    proposal = propose(reef(phone="13700000001"), order=lambda rows: rows[::-1])
    assert changes(proposal) == {("Member", "phone"): ("13900000055", "13700000001")}


def test_numbers_that_were_given_anew_do_not_mix_rows_up():
    def sorted_and_numbered(rows):
        turned = rows[::-1]
        return [
            replace(row, number=other.number, record=other.record)
            for row, other in zip(turned, rows, strict=True)
        ]

    proposal = propose(reef(phone="13700000001"), order=sorted_and_numbered)
    assert changes(proposal) == {("Member", "phone"): ("13900000055", "13700000001")}
    assert proposal.edits[0].id == REEF.id


def test_a_row_that_is_gone_deletes_nothing_and_is_said():
    proposal = propose(gone={"members": [NUMBERS[REEF.name]]})
    assert proposal.edits == ()
    (found,) = proposal.findings
    assert found.severity is Severity.WARNING
    assert REEF.name in found.message.render()


def test_a_row_that_was_cleared_counts_as_gone():
    emptied = dict.fromkeys(
        each.key for t in SENT.tables if t.table.key == "members" for each in t.table.fields
    )
    proposal = propose(reef(**emptied))
    assert proposal.edits == ()
    assert not proposal.has_errors
    assert REEF.name in told(proposal)[0]


def test_two_rows_about_one_member_are_told_and_the_first_stands():
    proposal = propose(
        reef(phone="13700000001"),
        {"members": [{"name": REEF.name, "kind": "enterprise", "uscc": CODE, "phone": "13700000002"}]},
    )
    assert changes(proposal) == {("Member", "phone"): ("13900000055", "13700000001")}
    assert finding_of(proposal, "same member as").severity is Severity.WARNING
    assert finding_of(proposal, "the first was kept").mend


def test_comments_hidden_rows_and_values_that_were_made_are_said():
    read = came_back(SENT, reef(phone="13700000001"))
    tables = []
    for table in read.tables:
        rows = []
        for row in table.rows:
            if table.table.key == "members" and row.number == NUMBERS[REEF.name]:
                cells = dict(row.cells)
                cells["phone"] = replace(cells["phone"], note="新号码", made=say("made of it"))
                rows.append(replace(row, cells=cells, is_hidden=True))
            else:
                rows.append(row)
        tables.append(replace(table, rows=tuple(rows)))
    proposal = proposed(replace(read, tables=tuple(tables)), SENT, now())
    assert {each.severity for each in proposal.findings} == {Severity.HINT}
    assert any("新号码" in text for text in told(proposal))
    assert any("Hidden rows" in text for text in told(proposal))
    assert any("made of it" in text for text in told(proposal))


def test_a_cell_that_is_only_shown_changes_nothing_and_is_said():
    proposal = propose({"chamber": {1: {"name": "鹭汀镇总商会", "township": "沙浦镇"}}})
    assert proposal.edits == ()
    assert finding_of(proposal, "only shown").severity is Severity.WARNING


def test_what_is_kept_nowhere_is_said():
    proposal = propose({"chamber": {1: {"wish": "想多办几场培训", "rate": Decimal("0.85")}}})
    assert proposal.edits == ()
    assert any("想多办几场培训" in text for text in told(proposal, Severity.HINT))


def test_a_table_that_did_not_come_back_is_said():
    read = came_back(SENT)
    proposal = proposed(replace(read, tables=read.tables[1:], is_by_content=True), SENT, now())
    assert finding_of(proposal, "did not come back").severity is Severity.WARNING


# -- whose it is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"chamber": TRADE.name}, "is written in it"),
        ({"several": ("鹭汀镇商会 2031-03", "蓝礁镇商会 2031-03")}, "several returns"),
        ({"chamber_id": make.chamber(OF).id}, "a chamber that is not here"),
        ({"chamber_id": None, "chamber": "蜃楼镇商会"}, "not among the chambers"),
        ({"chamber_id": None, "chamber": ""}, "does not say of which chamber"),
        ({"period": None}, "does not say of which period"),
    ],
)
@pytest.mark.parametrize("without_faulty", [False, True])
def test_what_is_another_chambers_or_nobodys_is_refused(more, words, without_faulty):
    proposal = propose(reef(phone="13700000001"), **more, without_faulty=without_faulty)
    assert proposal.edits == ()
    assert words in told(proposal, Severity.ERROR)[0]


@pytest.mark.parametrize("wish", [ReturnWish(year=2030), ReturnWish(period=parse_period("2031-02"))])
def test_another_years_or_periods_form_is_refused(wish):
    proposal = propose(reef(phone="13700000001"), wish=wish)
    assert proposal.edits == ()
    assert proposal.has_errors


def test_a_period_that_nobody_was_asked_about_is_refused_unless_it_is_named():
    typed = reef(phone="13700000001")
    assert propose(typed, is_by_content=True, is_asked=False).has_errors
    named = propose(typed, is_by_content=True, is_asked=False, wish=ReturnWish(period=PERIOD))
    assert changes(named) == {("Member", "phone"): ("13900000055", "13700000001")}


def test_without_its_hidden_sheet_a_form_is_known_by_its_words_and_numbers():
    proposal = propose(reef(name="蓝礁水产有限公司"), is_by_content=True)
    assert changes(proposal) == {("Member", "name"): (REEF.name, "蓝礁水产有限公司")}


# -- members -------------------------------------------------------------------------------------------------


def test_a_new_member_joins_the_chamber_and_its_township():
    values = {
        "name": "潮生渔业专业合作社",
        "uscc": OTHER,
        "phone": "13700000009",
        "capital": Decimal(5_000_000),
        "joined": date(2031, 3, 8),
    }
    proposal = propose(new={"members": [values | {"kind": "enterprise"}]})
    (member,) = inserted(proposal, Member)
    (place,) = inserted(proposal, Membership)
    assert (member.name, member.kind, member.township_id) == (
        "潮生渔业专业合作社",
        MemberKind.ENTERPRISE,
        LU.id,
    )
    assert (member.uscc, member.registered_capital) == (OTHER, Decimal(5_000_000))
    assert (place.member_id, place.chamber_id, place.joined_on) == (member.id, LUTING.id, date(2031, 3, 8))
    assert not proposal.has_errors


def test_a_member_known_elsewhere_joins_and_what_differs_is_only_offered():
    row = {"name": FAR.name, "kind": "enterprise", "phone": "0580-2222222", "industry": "冷链"}
    proposal = propose(new={"members": [row]})
    (place,) = inserted(proposal, Membership)
    assert (place.member_id, place.chamber_id) == (FAR.id, LUTING.id)
    assert len(proposal.edits) == 1
    phone = finding_of(proposal, "0580-2222222")
    assert phone.sides is not None
    held = with_mends(proposal)
    assert held.get(Member, FAR.id).industry == "冷链"


def test_the_same_file_again_proposes_nothing():
    typed = {
        **reef(phone="13700000001", left=date(2031, 3, 20), reason="外迁"),
        "progress": {1: {"value": Decimal(2), "narrative": "办了两场"}},
        "chamber": {1: {"staff": 3, "term": 13, "began": date(2031, 3, 18)}},
        "officers": {OFFICERS["钟一舟"]: {"to": date(2031, 3, 18)}},
    }
    new = {
        "members": [
            {"name": "潮生渔业专业合作社", "kind": "enterprise", "uscc": OTHER},
            {"name": FAR.name, "kind": "enterprise", "phone": "0580-2222222"},
        ],
        "officers": [{"role": "president", "person": "穆归帆", "from": date(2031, 3, 18)}],
        "activities": [
            {
                "held": date(2031, 3, 11),
                "kind": "visit",
                "title": "走访养殖户",
                "members": f"{REEF.name}、无名社",
            }
        ],
    }
    first = propose(typed, new)
    assert not first.has_errors
    assert len(first.edits) > 10
    again = propose(typed, new, held=after(first))
    assert again.edits == ()
    assert not again.has_errors


def test_who_leaves_its_only_chamber_leaves_the_federation_and_is_kept_a_year():
    proposal = propose(reef(left=date(2031, 3, 20), reason="外迁"))
    assert changes(proposal) == {
        ("Membership", "left_on"): (None, date(2031, 3, 20)),
        ("Member", "left_on"): (None, date(2031, 3, 20)),
        ("Member", "left_reason"): ("", "外迁"),
        ("Member", "retain_until"): (None, date(2032, 3, 20)),
    }


def test_who_is_in_another_chamber_stays_a_member():
    typed = {"members": {NUMBERS[YUANFAN.name]: {"left": date(2031, 3, 20), "reason": "不便参加"}}}
    proposal = propose(typed)
    assert changes(proposal) == {("Membership", "left_on"): (None, date(2031, 3, 20))}
    assert any("不便参加" in text for text in told(proposal, Severity.HINT))


def test_the_posts_of_who_leaves_are_asked_about():
    typed = {"members": {NUMBERS[ISLE.name]: {"left": date(2031, 3, 20)}}}
    held = with_mends(propose(typed))
    (post,) = held.where(Post, member_id=ISLE.id)
    assert post.to_on == date(2031, 3, 20)


def test_a_member_is_renamed_by_its_code():
    proposal = propose(
        None,
        {"members": [{"name": "海蓝水产集团", "kind": "enterprise", "uscc": CODE}]},
        gone={"members": [NUMBERS[REEF.name]]},
    )
    assert changes(proposal) == {("Member", "name"): (REEF.name, "海蓝水产集团")}
    assert not inserted(proposal, Member)


def test_one_written_over_another_is_new_unless_a_person_says_otherwise():
    typed = reef(
        name="潮生网具有限公司", uscc=OTHER, representative="穆归帆", phone="13700000003", joined=None
    )
    proposal = propose(typed)
    (member,) = inserted(proposal, Member)
    assert member.name == "潮生网具有限公司"
    assert not changes(proposal)
    suggestion = finding_of(proposal, "stood in this row")
    assert any(isinstance(edit, Delete) for edit in suggestion.mend)
    whole, taken = mended(proposal, [proposal.findings.index(suggestion)])
    assert len(taken) == 1
    assert any(isinstance(edit, Change) and edit.new == "潮生网具有限公司" for edit in whole.edits)


def test_a_code_that_is_another_members_is_left_out():
    typed = {"members": {NUMBERS[ISLE.name]: {"uscc": CODE}}}
    proposal = propose(typed)
    assert proposal.edits == ()
    assert finding_of(proposal, "that of another member").severity is Severity.WARNING


def test_a_member_no_longer_of_the_chamber_is_left_alone():
    held = MemorySnapshot(each for each in HELD if each.id != PLACE.id)
    assert propose(held=held).findings == ()
    proposal = propose(reef(phone="13700000001"), held=held)
    assert proposal.edits == ()
    assert finding_of(proposal, "no longer one of this chamber").severity is Severity.WARNING


def test_one_who_is_no_member_cannot_leave():
    row = {"name": "潮生网具有限公司", "kind": "enterprise", "left": date(2031, 3, 2)}
    proposal = propose(new={"members": [row]})
    assert proposal.edits == ()
    assert finding_of(proposal, "cannot leave")


# -- the chamber and its officers ----------------------------------------------------------------------------


def test_the_card_changes_the_chamber_but_never_its_name():
    proposal = propose({"chamber": {1: {"staff": 3, "branch": None, "name": "新名商会"}}})
    assert changes(proposal) == {("Chamber", "full_time_staff"): (2, 3)}
    assert finding_of(proposal, "emptied").mend == (Change(Chamber, LUTING.id, "party_branch", True, False),)


def test_a_renewal_closes_the_term():
    proposal = propose({"chamber": {1: {"term": 13, "began": date(2031, 3, 18)}}})
    (term,) = inserted(proposal, ChamberTerm)
    assert (term.number, term.began_on, term.ended_on, term.years) == (
        12,
        date(2026, 5, 1),
        date(2031, 3, 18),
        5,
    )
    assert changes(proposal)["Chamber", "term_number"] == (12, 13)
    assert changes(proposal)["Chamber", "term_began_on"] == (date(2026, 5, 1), date(2031, 3, 18))
    again = finding_of(proposal, "stand as before")
    held = with_mends(proposal)
    posts = [post for post in held.where(Post, chamber_id=LUTING.id) if post.term_number == 13]
    assert len(posts) == 4
    assert {post.from_on for post in posts} == {date(2031, 3, 18)}
    assert len(again.mend) == 8


def test_the_officers_of_a_renewal_have_their_posts_in_the_new_term():
    day = date(2031, 3, 18)
    proposal = propose(
        {
            "chamber": {1: {"term": 13, "began": day}},
            "officers": {OFFICERS["钟一舟"]: {"from": day}},
        },
        {"officers": [{"role": "president", "person": "穆归帆", "phone": "13700000008"}]},
        gone={"officers": [OFFICERS[YUANFAN.name]]},
    )
    posts = inserted(proposal, Post)
    assert {(post.role, post.term_number, post.from_on) for post in posts} == {
        (Role.SECRETARY_GENERAL, 13, day),
        (Role.PRESIDENT, 13, day),
    }
    (newcomer,) = inserted(proposal, Person)
    assert (newcomer.name, newcomer.phone) == ("穆归帆", "13700000008")
    ended = [edit for edit in proposal.edits if isinstance(edit, Change) and edit.kind is Post]
    assert [(edit.field, edit.new) for edit in ended] == [("to_on", day)]
    assert YUANFAN.name in finding_of(proposal, "not in the list").message.render()


def test_a_higher_term_without_its_day_is_only_offered():
    proposal = propose({"chamber": {1: {"term": 13}}})
    assert proposal.edits == ()
    assert finding_of(proposal, "no later day").mend == (Change(Chamber, LUTING.id, "term_number", 12, 13),)


def test_a_post_ends_on_the_day_that_is_given():
    proposal = propose({"officers": {OFFICERS["钟一舟"]: {"to": date(2031, 3, 5)}}})
    assert changes(proposal) == {("Post", "to_on"): (None, date(2031, 3, 5))}


def test_another_name_in_an_officers_row_is_a_new_post_and_ends_nothing():
    day = date(2031, 3, 5)
    proposal = propose(
        {"officers": {OFFICERS["钟一舟"]: {"person": "穆归帆", "phone": "13700000008", "from": day}}}
    )
    (person,) = inserted(proposal, Person)
    (post,) = inserted(proposal, Post)
    assert (person.name, post.role, post.from_on, post.term_number) == (
        "穆归帆",
        Role.SECRETARY_GENERAL,
        day,
        12,
    )
    assert not changes(proposal)
    assert finding_of(proposal, "stood in this row").mend[0].new == day


def test_an_officers_enterprise_holds_the_post_where_it_is_a_member():
    row = {"role": "vice", "person": "季长川", "member": REEF.name, "from": date(2031, 3, 1)}
    proposal = propose(new={"officers": [row]})
    (post,) = inserted(proposal, Post)
    assert (post.member_id, post.role) == (REEF.id, Role.VICE)
    assert not inserted(proposal, Person)
    assert not propose(new={"officers": [row]}, held=after(proposal)).edits


def test_an_officers_row_that_is_gone_ends_nothing():
    proposal = propose(gone={"officers": [OFFICERS["钟一舟"]]})
    assert proposal.edits == ()
    assert "钟一舟" in told(proposal)[0]


# -- activities ----------------------------------------------------------------------------------------------


def test_a_new_activity_with_those_who_took_part():
    row = {
        "held": date(2031, 3, 11),
        "kind": "visit",
        "title": "走访养殖户",
        "members": f"{REEF.name}、无名社",
        "people": 6,
    }
    proposal = propose(new={"activities": [row]})
    (activity,) = inserted(proposal, Activity)
    (part,) = inserted(proposal, Participation)
    assert (activity.kind, activity.chamber_id, activity.people) == (ActivityKind.VISIT, LUTING.id, None)
    assert part.member_id == REEF.id
    assert any("无名社" in text for text in told(proposal, Severity.WARNING))
    assert finding_of(proposal, "is not counted")


def test_an_activity_outside_the_period_is_an_error():
    proposal = propose(new={"activities": [{"held": date(2030, 3, 11), "kind": "visit", "title": "走访"}]})
    assert proposal.edits == ()
    assert proposal.has_errors


def test_an_activity_that_is_another_chambers_by_now_is_left_as_it_is():
    moved = replace(TRAINING, chamber_id=TRADE.id)
    proposal = propose({"activities": {1: {"people": 99}}}, held=now(moved))
    assert proposal.edits == ()
    assert finding_of(proposal, "no longer held").mend == ()


def test_an_activity_written_twice_is_taken_once():
    row = {"held": date(2031, 3, 11), "kind": "visit", "title": "走访养殖户"}
    again = {"held": TRAINING.held_on, "kind": "training", "title": TRAINING.title, "people": 46}
    proposal = propose(new={"activities": [row, row, again]})
    assert len(inserted(proposal, Activity)) == 1
    assert not changes(proposal)


def test_a_member_no_longer_named_stays_unless_a_person_says_so():
    part = make.participation(TRAINING, REEF)
    records = (*HELD, part)
    sent_out = document(records=records)
    proposal = propose(
        {"activities": {1: {"members": ISLE.name}}}, document=sent_out, held=MemorySnapshot(records)
    )
    (joins,) = inserted(proposal, Participation)
    assert joins.member_id == ISLE.id
    assert finding_of(proposal, "no longer named").mend == (Delete(part),)


# -- progress ------------------------------------------------------------------------------------------------


def test_a_report_is_the_chambers_own():
    proposal = propose({"progress": {1: {"value": Decimal(2), "narrative": "办了两场"}}})
    (report,) = inserted(proposal, Progress)
    assert (report.item_id, report.measure_id, report.part_id) == (FAIRS.id, SHOWN.id, None)
    assert (report.chamber_id, report.period, report.value) == (LUTING.id, "2031-03", Decimal(2))
    assert report.narrative == "办了两场"


def test_a_part_of_a_measure_is_reported_with_it():
    (report,) = inserted(propose({"progress": {4: {"value": Decimal(7)}}}), Progress)
    assert (report.measure_id, report.part_id) == (VISITED.id, LARGE.id)


def test_a_report_that_is_held_is_changed():
    proposal = propose({"progress": {2: {"value": Decimal(130_000)}}})
    assert proposal.edits == (Change(Progress, REPORT.id, "value", Decimal(123_456), Decimal(130_000)),)


def test_zero_is_a_report_and_nothing_is_none():
    assert inserted(propose({"progress": {1: {"value": Decimal(0)}}}), Progress)[0].value == 0
    assert propose({"progress": {1: {"value": None}}}).edits == ()


def test_a_sum_that_is_not_that_of_the_chambers_reports_is_said():
    earlier = make.progress(SHOWN, "2031-02", chamber_id=LUTING.id, value=Decimal(1))
    typed = {"progress": {1: {"value": Decimal(2), "cumulative": Decimal(5)}}}
    found = finding_of(propose(typed, held=now(earlier)), "add up to")
    assert (found.severity, found.message.values["sum"]) == (Severity.WARNING, "3")
    typed["progress"][1]["cumulative"] = Decimal(3)
    assert not propose(typed, held=now(earlier)).findings


def test_a_sum_alone_that_does_not_tell_the_period_is_said():
    typed = {"progress": {1: {"cumulative": Decimal(9)}}}
    found = finding_of(propose(typed), "in all is filled in")
    assert (found.severity, found.message.values["cumulative"]) == (Severity.WARNING, "9")
    earlier = [
        make.progress(SHOWN, f"2031-0{month}", chamber_id=LUTING.id, value=Decimal(1)) for month in (1, 2)
    ]
    assert not propose(typed, held=now(*earlier)).findings


def test_a_row_of_which_only_likely_values_are_known_becomes_one_report():
    proposal = propose(
        {"progress": {1: {"value": doubt("约2", Decimal(2)), "cumulative": doubt("约3", Decimal(3))}}}
    )
    assert proposal.edits == ()
    whole, _ = mended(proposal, [0, 1])
    (insert,) = whole.edits
    assert isinstance(insert, Insert)
    assert (insert.record.value, insert.record.cumulative) == (2, 3)


@pytest.mark.parametrize("order", [lambda rows: rows, lambda rows: rows[::-1]])
def test_two_rows_about_the_same_never_become_two_reports(order):
    row = next(each for each in SENT.tables if each.table.key == "progress").rows[0]
    twin = {**row.values, "value": Decimal(3)}
    proposal = propose(
        {"progress": {1: {"value": doubt("约2", Decimal(2))}}}, new={"progress": [twin]}, order=order
    )
    mends = [n for n, each in enumerate(proposal.findings) if each.mend]
    assert mends
    whole, _ = mended(proposal, mends)
    held = MemorySnapshot(applied({}, whole.edits).values())
    (report,) = held.where(Progress, chamber_id=LUTING.id)
    assert report.value in (2, 3)
    check(whole.edits, now(), {each.id: each for each in held.where(Progress)})


def test_what_was_not_asked_is_left_out_and_said():
    proposal = propose(new={"progress": [{"item": "自办渔歌会", "value": Decimal(1)}]})
    assert proposal.edits == ()
    assert "自办渔歌会" in told(proposal, Severity.WARNING)[0]


def test_a_closed_plan_takes_no_reports():
    held = now(replace(PLAN, state=PlanState.CLOSED))
    proposal = propose({"progress": {1: {"value": Decimal(2)}}}, held=held)
    assert proposal.edits == ()
    assert proposal.has_errors
    assert propose(held=held).findings == ()


def test_amounts_are_read_in_the_unit_of_their_measure():
    cell = ReadCell("", 12.5, "12.5", Decimal("12.5"))
    proposal = propose({"progress": {2: {"value": cell}}})
    assert changes(proposal) == {("Progress", "value"): (Decimal(123_456), Decimal(125_000))}
