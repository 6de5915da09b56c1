"""A return under review is compared anew without being read anew, unless its file or the forms are others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.test_return_comparing import HELD, LUTING
from moushi.changes.model import Change
from moushi.desk import form_shelf, readings, reviewing
from moushi.desk.desk import Desk
from moushi.desk.taking_in import Wish
from moushi.domain.records import Member
from moushi.intake.returns import finding as return_finding
from return_files import TODAY, desk_with, filled, sent_out

TYPED = {("会员变动", 2, "联系电话"): "13700000001"}


@pytest.fixture
def desk(tmp_path):
    with desk_with(HELD, tmp_path) as desk:
        yield desk


@pytest.fixture
def form(desk, tmp_path):
    return sent_out(desk, tmp_path / "out", LUTING)


@pytest.fixture
def read(monkeypatch):
    """The names of the files that are read as returns."""
    names = []
    real = return_finding.read_return
    monkeypatch.setattr(
        return_finding, "read_return", lambda file, *rest: names.append(file.name) or real(file, *rest)
    )
    return names


def taken_from(desk: Desk, path):
    (taken,) = reviewing.take(desk, [path], Wish(), TODAY, lambda _done, _of: None)
    return taken


def phones(taken) -> list[object]:
    return [e.new for e in taken.base.edits if isinstance(e, Change) and e.field == "phone"]


def test_it_is_read_once_and_compared_with_what_is_held_by_then(desk, form, tmp_path, read):
    path = tmp_path / "回执.xlsx"
    path.write_bytes(filled(form, TYPED))
    first = taken_from(desk, path)
    again = reviewing.take_again(desk, first, Wish(), TODAY)
    assert read == ["回执.xlsx"]
    assert again.base.edits == first.base.edits
    assert again.base.findings == first.base.findings
    assert again.base.where == first.base.where
    (change,) = first.base.edits
    desk.apply(replace(first.base, edits=(replace(change, new="13711112222"),)))
    later = reviewing.take_again(desk, again, Wish(), TODAY)
    assert read == ["回执.xlsx"]
    assert [finding.sides.held for finding in later.findings if finding.sides] == ["13711112222"]
    assert later.base.edits == ()
    without = reviewing.take_again(desk, later, Wish(without_faulty=True), TODAY)
    assert read == ["回执.xlsx"]
    assert without.wish.without_faulty


def test_a_file_that_was_saved_meanwhile_is_read_anew(desk, form, tmp_path, read):
    path = tmp_path / "回执.xlsx"
    path.write_bytes(filled(form, TYPED))
    first = taken_from(desk, path)
    path.write_bytes(filled(form, {("会员变动", 2, "联系电话"): "13700000002"}))
    again = reviewing.take_again(desk, first, Wish(), TODAY)
    assert (phones(first), phones(again)) == (["13700000001"], ["13700000002"])
    assert len(read) == 2


def test_by_other_forms_it_is_read_anew(desk, form, tmp_path, read, monkeypatch):
    path = tmp_path / "回执.xlsx"
    path.write_bytes(filled(form, TYPED))
    first = taken_from(desk, path)
    forms = tuple(each for each in form_shelf.forms_of(desk) if each.name != "members")
    monkeypatch.setattr(form_shelf, "forms_of", lambda _desk: forms)
    again = reviewing.take_again(desk, first, Wish(), TODAY)
    assert len(read) == 2
    assert phones(again) == []
    assert any("members" in str(finding.message) for finding in again.findings)


def test_a_large_one_is_not_kept_in_memory(desk, form, tmp_path, read, monkeypatch):
    monkeypatch.setattr(readings, "MOST_ROWS", 2)
    path = tmp_path / "回执.xlsx"
    path.write_bytes(filled(form, TYPED))
    first = taken_from(desk, path)
    again = reviewing.take_again(desk, first, Wish(), TODAY)
    assert len(read) == 2
    assert again.base.edits == first.base.edits
    with desk.snapshot() as snapshot:
        assert snapshot.get(Member, again.base.edits[0].id)
