"""Rows of progress in a return: what is a report of the chamber, and what is none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from moushi.changes.model import Severity
from moushi.domain.records import Progress
from moushi.domain.returns import FieldType, FormField
from moushi.domain.snapshot import MemorySnapshot
from return_documents import RECORDS, document
from return_forms import progress_form
from returns import came_back, finding_of, inserted, proposed


def signed_form():
    """The form of progress that also asks who reports."""
    form = progress_form()
    (table,) = form.tables
    by = FormField("by", "填报人", FieldType.TEXT, "Progress.reported_by")
    return replace(form, tables=(replace(table, fields=(*table.fields, by)),))


SENT = document([signed_form()])


def propose(**typed):
    read = came_back(SENT, {"progress": {1: typed}})
    return proposed(read, SENT, MemorySnapshot(RECORDS))


def test_a_row_that_only_names_who_reports_is_no_report_and_that_is_said():
    proposal = propose(by="童画")
    assert proposal.edits == ()
    assert finding_of(proposal, "only who reports is named").severity is Severity.HINT


def test_who_reports_goes_along_with_what_is_reported():
    (report,) = inserted(propose(by="童画", value=Decimal(0)), Progress)
    assert (report.reported_by, report.value) == ("童画", Decimal(0))
