"""Forms out, filled in, back in: just what was typed, nothing else, however the file was saved."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from intake.test_return_comparing import FAR, HELD, ISLE, LUTING, OTHER, REEF
from moushi import cli
from moushi.changes.model import Change, Insert, Severity
from moushi.desk import accepting, reviewing
from moushi.desk.receiving import receive
from moushi.desk.taking_in import Batch, Wish
from moushi.desk.under_review import State
from moushi.domain.kinds import ReturnEvent
from moushi.domain.period import parse_period
from moushi.domain.records import Activity, Chamber, Member, Membership, Progress
from moushi.domain.returns import ReturnState, state_of
from return_files import (
    NOW,
    TODAY,
    by_parts,
    desk_with,
    edited,
    filled,
    odd_shared_strings,
    sent_out,
    styles_dropped,
    taken,
    used_range_of_one_cell,
)
from rosters import TRADE

FILL = {
    ("工作进展", 1, "本期完成"): 2,
    ("工作进展", 1, "进展情况"): "办了两场，来了三百人。",
    ("工作进展", 2, "本期完成"): 13.5,
    ("商会基本情况", 0, "专职工作人员"): 3,
    ("会员变动", 2, "联系电话"): "13700000001",
    ("会员变动", 2, "员工数"): 46,
    ("会员变动", 3, "注册资本"): 800,
    ("会员变动", 4, "会员名称"): "潮生渔业专业合作社",
    ("会员变动", 4, "统一社会信用代码"): OTHER,
    ("会员变动", 4, "入会日期"): date(2031, 3, 8),
    ("活动台账", 1, "活动地点"): "鹭汀码头",
    ("活动台账", 2, "活动类型"): "走访",
    ("活动台账", 2, "活动日期"): date(2031, 3, 11),
    ("活动台账", 2, "活动名称"): "走访养殖户",
}


@pytest.fixture
def desk(tmp_path):
    with desk_with(HELD, tmp_path) as desk:
        yield desk


@pytest.fixture
def form(desk, tmp_path):
    return sent_out(desk, tmp_path / "out", LUTING)


def typed(proposal):
    """What a proposal would change, in few words."""
    assert not [each.message.render() for each in proposal.findings if each.severity is Severity.ERROR]
    found = set()
    for edit in proposal.edits:
        match edit:
            case Change(kind, _, name, _, new):
                found.add((kind.__name__, name, new))
            case Insert(Progress() as new):
                found.add(("Progress", new.value, new.narrative))
            case Insert(Member() as new):
                found.add(("Member", new.name, new.uscc))
            case Insert(Membership() as new):
                found.add(("Membership", new.joined_on))
            case Insert(Activity() as new):
                found.add(("Activity", new.kind, new.held_on, new.title))
    assert len(found) == len(proposal.edits)
    return found


EXPECTED = {
    ("Progress", Decimal(2), "办了两场，来了三百人。"),
    ("Progress", "value", Decimal(135_000)),
    ("Chamber", "full_time_staff", 3),
    ("Member", "phone", "13700000001"),
    ("Member", "staff", 46),
    ("Member", "registered_capital", Decimal(8_000_000)),
    ("Member", "潮生渔业专业合作社", OTHER),
    ("Membership", date(2031, 3, 8)),
    ("Activity", "place", "鹭汀码头"),
    ("Activity", "visit", date(2031, 3, 11), "走访养殖户"),
}


def test_a_form_as_it_was_sent_changes_nothing(desk, form):
    proposal = taken(desk, form)
    assert proposal.edits == ()
    assert proposal.findings == ()


def test_just_what_was_typed(desk, form):
    proposal = taken(desk, filled(form, FILL))
    assert typed(proposal) == EXPECTED
    assert not [each for each in proposal.findings if each.severity is not Severity.HINT]


@pytest.mark.parametrize("change", [used_range_of_one_cell, odd_shared_strings, styles_dropped])
def test_just_what_was_typed_as_wps_saves_it(desk, form, change):
    for data in (form, edited(form, lambda _book: None)):
        assert taken(desk, by_parts(data, change)).edits == ()
    assert typed(taken(desk, by_parts(filled(form, FILL), change))) == EXPECTED


def test_it_is_known_without_its_hidden_sheet_too(desk, form):
    data = edited(filled(form, FILL), lambda book: book.remove(book["_moushi"]))
    proposal = taken(desk, data)
    assert typed(proposal) == EXPECTED
    assert proposal.returned.id is not None


def test_taken_in_again_it_proposes_nothing_and_a_correction_only_what_is_new(desk, form):
    data = filled(form, FILL)
    desk.apply(taken(desk, data))
    assert taken(desk, data).edits == ()
    receive(desk, [taken(desk, data)], NOW)
    mended = filled(data, {("工作进展", 1, "本期完成"): 3, ("会员变动", 2, "员工数"): 48})
    proposal = taken(desk, mended)
    assert typed(proposal) == {("Progress", "value", Decimal(3)), ("Member", "staff", 48)}
    assert not [each for each in proposal.findings if each.sides]
    told = [each.message.render() for each in proposal.findings]
    assert sum("an earlier file of this return says something else" in text for text in told) == 2


def test_a_file_taken_in_again_does_not_take_back_its_correction(desk, form):
    first = filled(form, FILL)
    second = filled(form, FILL | {("会员变动", 2, "员工数"): 48})
    for data in (first, second):
        proposal = taken(desk, data)
        desk.apply(proposal)
        receive(desk, [proposal], NOW)
    again = taken(desk, first)
    assert again.edits == ()
    (conflict,) = [each for each in again.findings if each.sides]
    assert (conflict.sides.returned, conflict.sides.held) == (46, 48)
    assert taken(desk, second).edits == ()


def test_a_post_that_would_have_ended_before_it_began_does_not_end(desk, form):
    proposal = taken(desk, filled(form, {("班子成员", 1, "卸任日期"): date(2001, 1, 1)}))
    assert proposal.edits == ()
    (finding,) = [each for each in proposal.findings if "before it began" in each.message.render()]
    assert finding.severity is Severity.ERROR


def test_a_correction_does_not_undo_what_the_office_changed_since(desk, form):
    desk.apply(taken(desk, filled(form, FILL)))
    receive(desk, [taken(desk, filled(form, FILL))], NOW)
    with desk.snapshot() as snapshot:
        member = snapshot.get(Member, REEF.id)
    from moushi.changes.model import typed as change_of

    desk.apply(change_of(Member, REEF.id, "staff", member.staff, 50))
    proposal = taken(desk, filled(form, FILL | {("会员变动", 2, "员工数"): 48}))
    assert proposal.edits == ()
    (conflict,) = [each for each in proposal.findings if each.sides]
    assert (conflict.sides.returned, conflict.sides.held) == (48, 50)


def test_a_form_sent_by_another_computer_is_compared_with_what_is_held(desk, form, tmp_path):
    (tmp_path / "b").mkdir()
    with desk_with(HELD, tmp_path / "b") as other:
        proposal = taken(other, filled(form, FILL))
        assert typed(proposal) == EXPECTED
        assert any("another computer" in each.message.render() for each in proposal.findings)


def test_a_form_of_a_period_that_was_never_sent_is_refused(desk, form):
    def later(book):
        for row in book["_moushi"].iter_rows():
            if row[0].value == "period":
                row[1].value = "2031-04"

    proposal = taken(desk, edited(filled(form, FILL), later))
    assert proposal.edits == ()
    assert proposal.has_errors
    assert taken(desk, filled(form, FILL), wish=Wish(period=parse_period("2031-02"))).has_errors


def test_an_error_waits_for_mending_unless_it_is_left_out(desk, form):
    data = filled(form, FILL | {("会员变动", 3, "入会日期"): "二月三十日"})
    assert taken(desk, data).has_errors
    proposal = taken(desk, data, wish=Wish(without_faulty=True))
    assert typed(proposal) == EXPECTED


# -- the journal ---------------------------------------------------------------------------------------------


def state(desk):
    lines = [line for line in desk.store.returns() if line.chamber_id == LUTING.id]
    files = desk.store.files_in_force([line.sha256 for line in lines if line.sha256])
    return state_of(lines, files, TODAY)


def received(desk):
    return [line for line in desk.store.returns() if line.event is ReturnEvent.RECEIVED]


def test_what_is_accepted_in_the_window_has_come(desk, form, tmp_path):
    path = tmp_path / "来.xlsx"
    path.write_bytes(filled(form, FILL))
    (thing,) = reviewing.take(desk, [path], Wish(), TODAY, lambda _done, _of: None)
    assert state(desk) is ReturnState.SENT
    receive(desk, [thing.base], NOW)
    assert state(desk) is ReturnState.RECEIVED
    after = accepting.apply(desk, Batch(desk), thing, TODAY)
    assert after.state is State.TAKEN
    assert state(desk) is ReturnState.TAKEN_IN
    (line,) = received(desk)
    assert (line.edits, line.errors, line.file) == (len(EXPECTED), 0, "来.xlsx")
    desk.apply(desk.undo().review.accepted)
    assert state(desk) is ReturnState.RECEIVED


def test_files_are_imported_one_by_one_and_noted_once(desk, form, tmp_path, capsys):
    good, bad, junk = tmp_path / "甲.xlsx", tmp_path / "乙.xlsx", tmp_path / "丙.xlsx"
    other = sent_out(desk, tmp_path / "out", TRADE)
    store = desk.path
    desk.close()
    good.write_bytes(filled(form, FILL))
    bad.write_bytes(filled(other, {("会员变动", 1, "入会日期"): "二月三十日"}))
    junk.write_bytes(b"PK\x03\x04 broken")
    run = ["--store", str(store), "import", str(bad), str(junk), str(good)]
    assert cli.main(lambda _path: 0, [*run, "--dry-run"]) == 1
    assert cli.main(lambda _path: 0, [*run, "--yes", "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    assert [line["applied"] for line in lines] == [False, False, True]
    assert cli.main(lambda _path: 0, [*run, "--yes"]) == 1
    from moushi.desk.desk import open_to_look

    with open_to_look(store, "") as again:
        assert {(line.file, line.errors) for line in received(again)} == {("甲.xlsx", 0), ("乙.xlsx", 1)}
        assert len(received(again)) == 2
        assert state(again) is ReturnState.TAKEN_IN


def test_a_batch_reads_the_journal_once_and_notes_each_file_once(desk, form, tmp_path, monkeypatch):
    other = filled(sent_out(desk, tmp_path / "out", TRADE), FILL)
    faulty = filled(form, FILL | {("会员变动", 3, "入会日期"): "二月三十日"})
    read = []
    returns = desk.store.returns
    monkeypatch.setattr(desk.store, "returns", lambda *year: read.append(year) or returns(*year))
    asked = [(faulty, Wish()), (faulty, Wish(without_faulty=True)), (other, Wish())]
    proposals = [taken(desk, data, wish=wish) for data, wish in asked for _ in range(2)]
    read.clear()
    batch = Batch(desk)
    for minute, proposal in enumerate(proposals):
        batch.receive(proposal, NOW + timedelta(minutes=minute))
    assert len(read) == 1
    lines = {line.at: line for line in received(desk)}
    assert sorted(lines) == [NOW + timedelta(minutes=minute) for minute in (0, 2, 4)]
    assert [lines[at].errors > 0 for at in sorted(lines)][:2] == [True, False]


def test_nothing_is_noted_of_what_is_only_looked_at_or_refused(desk, form):
    receive(desk, [taken(desk, filled(form, FILL), wish=Wish(year=2030))], NOW)
    assert received(desk) == []


def test_a_file_that_is_taken_in_without_its_faults_is_noted_anew(desk, form):
    data = filled(form, FILL | {("会员变动", 3, "入会日期"): "二月三十日"})
    receive(desk, [taken(desk, data)], NOW)
    receive(desk, [taken(desk, data)], NOW)
    assert state(desk) is ReturnState.TO_MEND
    assert len(received(desk)) == 1
    without = taken(desk, data, wish=Wish(without_faulty=True))
    desk.apply(without)
    receive(desk, [without], NOW + timedelta(hours=1))
    assert state(desk) is ReturnState.TAKEN_IN


def test_what_hangs_together_is_where_it_was_said(desk, form):
    proposal = taken(desk, filled(form, FILL))
    for edit in proposal.edits:
        name = edit.field if isinstance(edit, Change) else None
        assert "!" in proposal.where[edit.id, name]
    assert {Chamber, Member} <= {edit.kind for edit in proposal.edits}
    assert FAR.id not in {edit.id for edit in proposal.edits}
    assert ISLE.id not in {edit.id for edit in proposal.edits}
