"""Edits: applied in turn, taken back in opposite order, refused when they do not fit, written as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import (
    Change,
    ConflictError,
    Delete,
    Finding,
    Insert,
    Severity,
    applied,
    changes_between,
    edit_from_json,
    edit_to_json,
    finding_to_json,
    inverse,
    typed,
)
from moushi.domain.records import Federation, Member, Plan
from moushi.errors import say


@settings(max_examples=40)
@given(st.data())
def test_edits_and_their_inverse_leave_everything_as_it_was(data: st.DataObject) -> None:
    county = data.draw(f.counties(most=1))
    there = {record.id: record for record in county}
    edits = data.draw(f.proposals(county)).edits
    assert applied(applied(there, edits), inverse(edits)) == there
    assert inverse(inverse(edits)) == edits


@settings(max_examples=40)
@given(st.data())
def test_every_edit_comes_back_from_json(data: st.DataObject) -> None:
    for edit in data.draw(f.proposals(data.draw(f.counties(most=1)))).edits:
        assert edit_from_json(json.loads(json.dumps(edit_to_json(edit)))) == edit


def test_json_has_the_shape_that_scripts_rely_on() -> None:
    of = f.federation()
    change = edit_to_json(Change(Federation, of.id, "short_name", "云", "云屿"))
    assert change == {
        "record": "Federation",
        "id": str(of.id),
        "op": "change",
        "field": "short_name",
        "old": "云",
        "new": "云屿",
    }
    inserted, deleted = edit_to_json(Insert(of)), edit_to_json(Delete(of))
    assert (inserted["op"], inserted["field"], inserted["old"], inserted["new"]["name"]) == (
        "insert",
        None,
        None,
        of.name,
    )
    assert (deleted["op"], deleted["field"], deleted["old"]["name"], deleted["new"]) == (
        "delete",
        None,
        of.name,
        None,
    )


@pytest.mark.parametrize(
    "wrong", [{"op": "replace"}, {"record": "Planet"}, {"field": "colour"}, {"new": 3}, {"field": None}]
)
def test_json_that_is_no_edit_is_refused(wrong: dict[str, object]) -> None:
    line = edit_to_json(Change(Federation, f.federation().id, "short_name", "云", "云屿"))
    with pytest.raises((KeyError, ValueError)):
        edit_from_json(line | wrong)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Insert(f.federation()), "is there already"),
        (Delete(f.programme()), "is no longer there"),
        (Delete(f.federation(short_name="别的")), "has changed since"),
        (Change(Federation, f.federation().id, "short_name", "旧", "新"), "expected “旧”, found “云屿”"),
        (Change(Federation, f.programme().id, "short_name", "", "新"), "is no longer there"),
        (Change(Plan, f.federation().id, "heading", "", "新"), "has changed since"),
    ],
)
def test_an_edit_that_does_not_fit_is_refused_and_says_why(edit: f.Edit, words: str) -> None:
    of = f.federation(short_name="云屿")
    with pytest.raises(ConflictError, match=words) as refused:
        applied({of.id: of}, [Insert(f.person()), edit])
    assert [conflict.edit for conflict in refused.value.conflicts] == [edit]


def test_all_conflicts_are_named_not_only_the_first() -> None:
    with pytest.raises(ConflictError, match="2 conflicts") as refused:
        applied({}, [Delete(f.federation()), Delete(f.programme())])
    assert len(refused.value.conflicts) == 2


def test_what_differs_between_two_records_becomes_one_edit_a_field() -> None:
    old = f.member(f.federation(), staff=3)
    new = replace(old, staff=None, registered_capital=Decimal(5))
    edits = changes_between(old, new)
    assert [(edit.field, edit.old, edit.new) for edit in edits] == [
        ("staff", 3, None),
        ("registered_capital", None, Decimal(5)),
    ]
    assert applied({old.id: old}, edits) == {old.id: new}
    assert changes_between(old, old) == ()


def test_a_typed_change_is_a_proposal_of_one_edit() -> None:
    made = typed(Member, f.person().id, "name", "甲", "乙", "禾小满")
    assert len(made.edits) == 1
    assert made.source.person == "禾小满"
    assert not made.has_errors


def test_only_an_error_forbids_applying() -> None:
    words = (say("Half-width mark"), say("Mend it"))
    hint, error = (Finding(grave, "Sheet!B7", *words) for grave in (Severity.HINT, Severity.ERROR))
    assert not f.proposal(findings=(hint,)).has_errors
    assert f.proposal(findings=(hint, error)).has_errors
    assert finding_to_json(error, {"Mend it": "请改"}) == {
        "severity": "error",
        "where": "Sheet!B7",
        "message": "Half-width mark",
        "action": "请改",
    }
