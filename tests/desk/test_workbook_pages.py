"""A workbook under review is looked at as its own program shows it, with what was noticed in its cells."""

from __future__ import annotations

from intake.workbooks import workbook
from moushi.changes.model import Finding, Proposal, Severity, Source
from moushi.desk.under_review import State, Taken
from moushi.desk.workbook_pages import workbook_pages
from moushi.errors import say
from moushi.intake.source import FileKind, SourceFile

ROW = (
    '<row r="2"><c r="A2" s="1"><v>0.85</v></c><c r="B2"><v>0.85</v></c><c r="C2" s="2"><v>2000</v></c></row>'
)
NO_DAY = say("“{text}” names no day.", text="3月")
NO_NUMBER = say("“{text}” is no number.", text="3月")


def taken(*findings, kind=FileKind.WORKBOOK):
    source = SourceFile("回执.xlsx", workbook(ROW, formats=("0%", '0"万元"')))
    proposal = Proposal(Source(source.name), say("Took in {file}", file=source.name), (), findings)
    return Taken(source.name, State.OPEN, source=source, kind=kind, base=proposal)


def test_numbers_are_seen_as_their_formats_show_them():
    (page,) = workbook_pages(taken()).values()
    assert list(page.rows[1]) == ["85%", "0.85", "2000万元"]
    assert page.width == 3


def test_the_worst_of_a_cell_is_what_it_is_coloured_by():
    (name,) = workbook_pages(taken())
    found = (
        Finding(Severity.HINT, f"{name}!B2", NO_DAY, NO_DAY),
        Finding(Severity.ERROR, f"{name}!B2", NO_NUMBER, NO_NUMBER),
        Finding(Severity.WARNING, "1:1", NO_DAY, NO_DAY),
    )
    (remark,) = workbook_pages(taken(*found))[name].remarks.items()
    assert remark[0] == (1, 1)
    assert (remark[1].severity, remark[1].messages) == (Severity.ERROR, (NO_DAY, NO_NUMBER))


def test_what_is_no_workbook_has_no_sheets():
    assert workbook_pages(taken(kind=FileKind.TEXT)) == {}
