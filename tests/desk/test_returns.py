"""The board of a year's returns: chambers by periods, what is missing, what is written to whom."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

import factories as make
from moushi.changes.model import Insert, Proposal, Source
from moushi.desk import returns
from moushi.desk.desk import Desk
from moushi.desk.office import Office
from moushi.desk.return_reminders import reminder, reminder_to, to_remind
from moushi.desk.returns import Totals, Wanted, board_of, default_period, todo_words
from moushi.domain.kinds import ReturnEvent
from moushi.domain.period import Period, parse_period
from moushi.domain.records import Chamber
from moushi.domain.returns import ReturnLine, ReturnState
from moushi.errors import MoushiError, say
from stores import fresh_store

OF = make.federation()
REEF = make.chamber(OF, "白礁镇商会")
TIDE = make.chamber(OF, "潮音镇商会")
EGRET = make.chamber(OF, "鹭汀镇商会")
CHAMBERS = (REEF, TIDE, EGRET)
JUNE = parse_period("2031-06")
TODAY = date(2031, 6, 28)
AT = datetime(2031, 6, 20, 8, tzinfo=UTC)
OFFICE = Office("云屿县工商联", "禾小满", "0580-0000001")

SENT, CAME = ReturnEvent.SENT, ReturnEvent.RECEIVED


def line(event: ReturnEvent, chamber: Chamber, id_: UUID, **fields: object) -> ReturnLine:
    given = {"person": "", "period": "2031-06", "at": AT}
    if event is SENT:
        given |= {"due_on": date(2031, 6, 25), "file": f"/out/{chamber.name}.xlsx"}
    return ReturnLine(
        **{"id": id_, "event": event, "chamber_id": chamber.id, **given} | fields  # type: ignore[arg-type]
    )


def sent(chamber: Chamber, **fields: object) -> ReturnLine:
    return line(SENT, chamber, uuid4(), **fields)


def came(upon: ReturnLine, chamber: Chamber, **fields: object) -> ReturnLine:
    return line(CAME, chamber, upon.id, period=upon.period, **{"file": "报表.xlsx", "sha256": "f"} | fields)


def board(*lines: ReturnLine, taken_in: tuple[str, ...] = (), today: date = TODAY, chambers=CHAMBERS):
    return board_of(chambers, lines, taken_in, 2031, today)


def states(held, period: Period = JUNE) -> dict[str, ReturnState]:
    return {each.chamber.name: each.state for each in held.of(period)}


def test_each_chamber_stands_once_with_how_far_its_return_is():
    to_tide = sent(TIDE)
    held = board(sent(REEF), to_tide, came(to_tide, TIDE, edits=3))
    assert states(held) == {
        "白礁镇商会": ReturnState.OVERDUE,
        "潮音镇商会": ReturnState.RECEIVED,
        "鹭汀镇商会": ReturnState.NOT_SENT,
    }
    assert held.totals(JUNE) == Totals(sent=2, came=1, to_mend=0, missing=1, overdue=1)


def test_totals_count_what_came_and_what_is_to_be_mended():
    on = [sent(each) for each in CHAMBERS]
    held = board(
        *on,
        came(on[0], REEF, sha256="a", edits=1),
        came(on[1], TIDE, sha256="b", errors=2),
        taken_in=("a",),
    )
    assert held.totals(JUNE) == Totals(sent=3, came=2, to_mend=1, missing=1, overdue=1)
    assert [each.chamber for each in held.of(JUNE) if each.passes(Wanted.MISSING)] == [EGRET]
    assert [each.chamber for each in held.of(JUNE) if each.passes(Wanted.OPEN)] == [TIDE, EGRET]
    assert [each.chamber for each in held.of(JUNE) if each.passes(ReturnState.TAKEN_IN)] == [REEF]


def test_the_periods_are_those_that_were_sent_and_the_one_called_for_in_the_years_order():
    held = board(
        sent(REEF, period="2031-Q1"),
        sent(REEF, period="2031-03"),
        sent(REEF, period="2031"),
        sent(REEF, period="2030-12"),
        sent(REEF, period="of a newer program"),
    )
    assert list(map(str, held.periods)) == ["2031-03", "2031-Q1", "2031-06", "2031"]


@pytest.mark.parametrize(
    ("sent_for", "expected"),
    [
        ((), "2031-06"),
        (("2031-06", "2031-Q2"), "2031-06"),
        (("2031-Q2",), "2031-Q2"),
        (("2031-05", "2031-Q3"), "2031-05"),
        (("2031-07",), "2031-06"),
    ],
)
def test_the_page_begins_with_the_month_called_for_or_the_newest_that_was_sent(sent_for, expected):
    held = board(*(sent(REEF, period=period) for period in sent_for))
    assert str(default_period(held)) == expected


def test_chambers_that_are_not_there_in_a_period_are_not_asked_but_what_they_sent_stays():
    gone = make.chamber(OF, "旧港商会", dissolved_on=date(2031, 3, 1))
    new = make.chamber(OF, "新岛商会", founded_on=date(2031, 8, 1))
    held = board(sent(gone, period="2031-02"), chambers=(gone, new))
    assert states(held, parse_period("2031-02")) == {"旧港商会": ReturnState.OVERDUE}
    assert states(held) == {}


def test_sending_anew_reopens_a_period_and_the_earlier_lines_stay():
    first = sent(REEF)
    held = board(first, came(first, REEF), sent(REEF, at=AT + timedelta(days=1)))
    (found, *_) = held.of(JUNE)
    assert (found.state, [line.event for line in found.lines]) == (ReturnState.OVERDUE, [SENT, CAME, SENT])


def test_a_clock_that_was_wrong_breaks_nothing():
    upon = sent(REEF)
    early = came(upon, REEF, at=AT - timedelta(days=900), edits=1)
    held = board(early, upon, taken_in=("f",))
    assert states(held)["白礁镇商会"] is ReturnState.TAKEN_IN


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        ((), TODAY, []),
        ((sent(REEF),), date(2031, 6, 25), ["due today"]),
        ((sent(REEF),), date(2031, 6, 24), ["1 day left"]),
        ((sent(REEF),), TODAY, ["3 days over"]),
        ((sent(REEF, due_on=None),), TODAY, []),
    ],
)
def test_what_is_to_be_done_is_said_in_words(lines, today, expected):
    (found, *_) = board(*lines, today=today).of(JUNE)
    assert list(map(str, todo_words(found))) == expected


def test_faults_and_warnings_of_the_file_are_counted():
    upon = sent(REEF)
    back = line(ReturnEvent.MARKED, REEF, upon.id)
    (found, *_) = board(upon, came(upon, REEF, errors=2, warnings=1), back).of(JUNE)
    words = list(map(str, todo_words(found)))
    assert words == ["2 faults to mend", "1 thing to look at", "marked copy sent back"]


def test_a_marked_copy_is_still_told_of_when_the_rest_of_its_file_was_taken_in():
    upon = sent(REEF)
    back = line(ReturnEvent.MARKED, REEF, upon.id)
    faulty, rest = came(upon, REEF, errors=1), came(upon, REEF, warnings=1)
    (found, *_) = board(upon, faulty, back, rest).of(JUNE)
    assert list(map(str, todo_words(found))) == ["1 thing to look at", "marked copy sent back"]


# -- reminders ---------------------------------------------------------------------------------------------


def reminded(*lines: ReturnLine, today: date = TODAY) -> str:
    held = board(*lines, today=today)
    return reminder(to_remind(held, JUNE), JUNE, OFFICE)


def test_one_text_reminds_all_by_what_is_asked_of_them():
    to_egret = sent(EGRET)
    text = reminded(
        sent(REEF), sent(TIDE, due_on=date(2031, 7, 1)), to_egret, came(to_egret, EGRET, errors=2)
    )
    assert text == (
        "各商会：\n"
        "2031年6月填报表还有下列各会要办，请抓紧。\n"
        "一、逾期未报（应于6月25日前报送，已逾期3天）：\n"
        "　　白礁镇商会。\n"
        "二、尚未报送（请于7月1日前报送，还有3天）：\n"
        "　　潮音镇商会。\n"
        "三、已经报送，要按改正件改正后再报：\n"
        "　　鹭汀镇商会（2处）。\n"
        "已经报送的请忽略。有疑问请与禾小满（0580-0000001）联系。\n"
        "云屿县工商联\n"
        "2031年6月28日\n"
    )


def test_nothing_is_written_where_nothing_is_missing():
    upon = sent(REEF)
    assert reminded(upon, came(upon, REEF)) == ""
    assert all(reminder_to(each, OFFICE) == "" for each in board().of(JUNE))


def test_a_text_to_one_chamber_says_what_is_asked_of_it():
    (overdue, *_) = board(sent(REEF)).of(JUNE)
    assert reminder_to(overdue, OFFICE) == (
        "白礁镇商会：\n"
        "2031年6月填报表应于6月25日前报送，已逾期3天，我们还没有收到。请尽快填好发回；已经报送的请忽略。"
        "有疑问请与禾小满（0580-0000001）联系。\n"
        "云屿县工商联\n"
        "2031年6月28日\n"
    )
    upon = sent(REEF, due_on=date(2031, 6, 28))
    (mending, *_) = board(upon, came(upon, REEF, errors=1)).of(JUNE)
    assert "其中有1处要改正" in reminder_to(mending, Office())
    assert "今天内发回" in reminder_to(mending, Office())
    assert "有疑问请与我们联系。" in reminder_to(mending, Office())


def test_a_due_day_of_another_year_is_written_with_it():
    (held, *_) = board(sent(REEF, due_on=date(2030, 12, 25))).of(JUNE)
    assert "应于2030年12月25日前报送" in reminder_to(held, OFFICE)


def test_more_days_than_there_are_numbers_are_all_told():
    many = [make.chamber(OF, f"第{n:02}商会") for n in range(13)]
    lines = [sent(each, due_on=date(2031, 6, 1) + timedelta(days=n)) for n, each in enumerate(many)]
    held = board(*lines, chambers=tuple(many))
    text = reminder(to_remind(held, JUNE), JUNE, OFFICE)
    assert all(each.name in text for each in many)


# -- on a store --------------------------------------------------------------------------------------------


@pytest.fixture
def desk():
    with fresh_store() as store:
        store.apply(make.proposal(OF, *CHAMBERS))
        yield Desk(store)


def take_in(desk: Desk, upon: ReturnLine, chamber: Chamber, sha256: str, **fields: object) -> None:
    change = make.member(OF, f"社{sha256}")
    source = Source(f"{sha256}.xlsx", sha256, "")
    desk.apply(Proposal(source, say("Took in {file}", file=source.name), (Insert(change),)))
    desk.store.record_returns([(came(upon, chamber, sha256=sha256, edits=1, **fields), None)])


def test_a_whole_file_is_undone_and_its_return_set_back_and_had_again_by_redo(desk):
    upon = sent(REEF)
    desk.store.record_returns([(upon, None)])
    take_in(desk, upon, REEF, "ab" * 32)

    def state() -> ReturnState:
        return states(returns.read(desk, [OF.id], 2031, TODAY))["白礁镇商会"]

    assert state() is ReturnState.TAKEN_IN
    undo = returns.undo_file(desk, "ab" * 32)
    desk.apply(undo.review.accepted)
    assert state() is ReturnState.RECEIVED
    with pytest.raises(MoushiError, match="nothing to undo"):
        returns.undo_file(desk, "ab" * 32)
    desk.apply(desk.redo().review.accepted)
    assert state() is ReturnState.TAKEN_IN


def test_only_chambers_of_the_federations_in_view_are_read(desk):
    other = make.federation("鹤沙县工商联")
    theirs = make.chamber(other, "鹤沙镇商会")
    desk.apply(make.proposal(other, theirs))
    desk.store.record_returns([(sent(theirs), None), (sent(REEF), None)])
    found = returns.read(desk, [OF.id], 2031, TODAY)
    assert theirs not in found.chambers
    assert len(returns.read(desk, [OF.id, other.id], 2031, TODAY).chambers) == 4


def test_the_folder_of_the_newest_file_sent_out_is_known():
    held = board(sent(REEF, file="/old/a.xlsx"), sent(TIDE, file="/new/b.xlsx", at=AT + timedelta(days=1)))
    assert returns.folder_of(held.of(JUNE)) == Path("/new")
    assert returns.folder_of(board(sent(REEF, file="a.xlsx")).of(JUNE)) is None
