"""What can be done with a thing under review follows from what it is and how it stands."""

from __future__ import annotations

import pytest

import factories as make
from moushi.changes.model import Insert, Proposal, Returned, Source
from moushi.desk.under_review import State, Taken
from moushi.errors import say
from moushi.intake.source import FileKind

OF = make.federation()
CHAMBER = make.chamber(OF)
EDIT = Insert(make.member(OF))


def taken(state, edits, returned):
    title = say("Took in {file}", file="回执.xlsx")
    base = Proposal(Source("回执.xlsx"), title, edits, (), returned=returned)
    return Taken("回执.xlsx", state, kind=FileKind.WORKBOOK, base=base)


@pytest.mark.parametrize(
    ("state", "edits", "returned", "can"),
    [
        (State.ERRORS, (EDIT,), Returned(CHAMBER.id, "2031-03"), True),
        (State.ERRORS, (), Returned(CHAMBER.id, "2031-03"), False),  # nothing would be left
        (State.ERRORS, (EDIT,), None, False),
        (State.OPEN, (EDIT,), Returned(CHAMBER.id, "2031-03"), False),
    ],
)
def test_faulty_cells_can_be_left_out_of_a_return_of_which_something_remains(state, edits, returned, can):
    assert taken(state, edits, returned).can_leave_faulty is can
