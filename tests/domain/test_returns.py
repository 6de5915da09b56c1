"""How far a return is: the state follows what happened last, whatever the clock said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.kinds import ReturnEvent
from moushi.domain.period import parse_period
from moushi.domain.returns import (
    ReturnLine,
    ReturnState,
    course_of,
    in_order,
    state_of,
    usual_due,
)

BEGAN = datetime(2031, 6, 20, 8, tzinfo=UTC)
CHAMBER = UUID(int=7)
TODAY = date(2031, 6, 24)
SENT, CAME, BACK, RECALLED = (
    *(ReturnEvent.SENT, ReturnEvent.RECEIVED),
    *(ReturnEvent.MARKED, ReturnEvent.RECALLED),
)


def line(event: ReturnEvent, id_: UUID | None = None, **fields: object) -> ReturnLine:
    given = {"person": "禾小满", "chamber_id": CHAMBER, "period": "2031-06", "at": BEGAN}
    if event is SENT:
        given |= {"due_on": date(2031, 6, 25)}
    return ReturnLine(**{"id": id_ or uuid4(), "event": event, **given} | fields)  # type: ignore[arg-type]


def state(*lines: ReturnLine, taken_in: tuple[str, ...] = (), today: date = TODAY) -> ReturnState:
    return state_of(lines, taken_in, today)


A, B = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), ReturnState.NOT_SENT),
        ((line(SENT, A),), ReturnState.SENT),
        ((line(SENT, A), line(RECALLED, A)), ReturnState.NOT_SENT),
        ((line(SENT, A), line(CAME, A, sha256="f", edits=2)), ReturnState.RECEIVED),
        ((line(SENT, A), line(CAME, A, sha256="f", edits=2, errors=1)), ReturnState.TO_MEND),
        ((line(SENT, A), line(CAME, A, sha256="f")), ReturnState.TAKEN_IN),
        ((line(CAME, A, sha256="f", edits=1),), ReturnState.RECEIVED),
        ((line(SENT, A), line(CAME, A, sha256="f"), line(SENT, B)), ReturnState.SENT),
        (
            (line(SENT, A), line(CAME, A, sha256="f", errors=1, edits=1), line(CAME, A, sha256="g")),
            ReturnState.TAKEN_IN,
        ),
    ],
)
def test_the_state_follows_the_newest_event(lines, expected):
    assert state(*lines) is expected


def test_a_return_is_overdue_from_the_day_after_it_was_due():
    held = line(SENT)
    assert state(held, today=date(2031, 6, 25)) is ReturnState.SENT
    assert state(held, today=date(2031, 6, 26)) is ReturnState.OVERDUE


def test_what_came_is_not_overdue():
    held = (line(SENT, A), line(CAME, A, sha256="f", edits=1))
    assert state(*held, today=date(2032, 1, 1)) is ReturnState.RECEIVED


def test_undoing_a_file_sets_its_return_back_though_it_was_read_again_meanwhile():
    held = (
        line(SENT, A),
        line(CAME, A, sha256="f", edits=3),
        line(CAME, A, sha256="f", edits=0),  # the same file once more, when it was in force
    )
    assert state(*held, taken_in=("f",)) is ReturnState.TAKEN_IN
    assert state(*held) is ReturnState.RECEIVED


def test_recalling_a_second_sending_leaves_what_came_upon_the_first():
    held = (line(SENT, A), line(CAME, A, sha256="f", edits=1), line(SENT, B), line(RECALLED, B))
    assert state(*held, taken_in=("f",)) is ReturnState.TAKEN_IN
    assert state(*held[:3], line(RECALLED, A)) is ReturnState.SENT


def test_a_file_that_came_unasked_stays_when_a_sending_is_recalled():
    held = (line(CAME, A, sha256="f", edits=1), line(SENT, B), line(RECALLED, B))
    assert state(*held) is ReturnState.RECEIVED


def test_a_marked_copy_belongs_to_the_file_that_it_marks():
    held = (line(SENT, A), line(CAME, A, sha256="f", errors=1), line(BACK, A))
    assert course_of(held).marked is held[2]
    assert course_of((*held, line(CAME, A, sha256="g", errors=1))).marked is None


def test_nothing_comes_back_before_it_was_sent_whatever_the_clock_said():
    came = line(CAME, A, sha256="f", at=BEGAN - timedelta(days=400))
    sent = line(SENT, A)
    assert in_order([came, sent]) == (sent, came)
    assert state(came, sent) is ReturnState.TAKEN_IN


def test_a_marked_copy_is_awaited_still_when_its_file_was_taken_in_without_the_faulty_cells():
    held = (
        line(SENT, A),
        line(CAME, A, sha256="f", errors=1),
        line(BACK, A),
        line(CAME, A, sha256="f", errors=0, warnings=1),
    )
    assert course_of(held).marked is held[2]
    assert course_of((*held, line(CAME, A, sha256="g"))).marked is None


def test_a_marked_copy_is_told_after_the_file_that_it_marks_and_before_the_next():
    sent, came, back = line(SENT, A), line(CAME, A, sha256="f", errors=1), line(BACK, A)
    anew = line(CAME, A, sha256="g", errors=1)
    for held in ((back, sent, came), (sent, back, came), (back, came, sent)):
        assert in_order(held) == (sent, came, back)
        assert course_of(held).marked is back
    assert in_order((sent, back, came, anew)) in ((sent, came, back, anew), (sent, came, anew, back))
    assert in_order((sent, came, back, anew)) == (sent, came, back, anew)


events = st.lists(
    st.tuples(
        st.sampled_from(ReturnEvent),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(0, 2),
        st.sampled_from("fgh"),
    ),
    max_size=9,
)


def lines_of(drawn: list[tuple[ReturnEvent, int, int, int, str]]) -> list[ReturnLine]:
    """Events on three workbooks, of which each is sent but once."""
    found, sent = [], 0
    for event, of, errors, edits, file in drawn:
        if event is SENT:
            sent += 1
            found.append(line(SENT, UUID(int=sent)))
        elif event in (RECALLED, BACK):
            found.append(line(event, UUID(int=max(min(of, sent), 1))))
        else:
            found.append(line(CAME, UUID(int=min(of, sent) or 99), errors=errors, edits=edits, sha256=file))
    return found


@given(events, st.sets(st.sampled_from("fgh")), st.dates(date(2031, 6, 1), date(2031, 7, 31)))
def test_a_file_that_comes_last_decides(drawn, taken_in, today):
    newest = line(CAME, UUID(int=99), sha256="new", edits=1)
    held = lines_of(drawn)
    assert state_of([*held, newest], taken_in, today) is ReturnState.RECEIVED
    assert state_of([*held, newest], {*taken_in, "new"}, today) is ReturnState.TAKEN_IN


@given(events, st.sets(st.sampled_from("fgh")), st.dates(date(2031, 6, 1), date(2031, 7, 31)))
def test_sending_anew_reopens_and_its_recall_sets_back(drawn, taken_in, today):
    held = lines_of(drawn)
    before = state_of(held, taken_in, today)
    anew = line(SENT, UUID(int=77), due_on=None)
    assert state_of([*held, anew], taken_in, today) is ReturnState.SENT
    assert state_of([*held, anew, line(RECALLED, UUID(int=77))], taken_in, today) is before


@given(events, st.data())
def test_a_wrong_clock_changes_nothing(drawn, data):
    """A line that came upon a sending may stand anywhere before it: it is told after it."""
    held = lines_of(drawn)
    if not held:
        return
    moved = data.draw(st.integers(0, len(held) - 1))
    asked = held[moved]
    places = [n for n, each in enumerate(held) if each.event is SENT and each.id == asked.id]
    if asked.event is SENT or places != [moved - 1]:
        return
    shuffled = [*held[: moved - 1], asked, held[moved - 1], *held[moved + 1 :]]
    assert in_order(shuffled) == in_order(held)


@given(events)
def test_no_line_is_lost_in_ordering_and_ordering_twice_changes_nothing(drawn):
    held = lines_of(drawn)
    ordered = in_order(held)
    assert sorted(map(id, ordered)) == sorted(map(id, held))
    assert in_order(ordered) == ordered


@pytest.mark.parametrize(
    ("period", "due"),
    [("2031-06", date(2031, 6, 25)), ("2031-Q2", date(2031, 6, 25)), ("2031", date(2031, 12, 25))],
)
def test_a_return_is_commonly_due_on_the_25th_of_its_last_month(period, due):
    assert usual_due(parse_period(period)) == due
