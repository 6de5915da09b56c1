"""Renewals that were begun: kept as they were left, without what is gone since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import factories as make
from moushi.changes.model import Delete
from moushi.desk.desk import Desk
from moushi.desk.renewal import Officer
from moushi.desk.renewal_draft import Line, RenewalDraft, drop_draft, keep_draft, kept_draft
from moushi.domain.kinds import Role
from stores import fresh_store

OF = make.federation()
LUTING = make.chamber(OF)
YUANFAN = make.member(OF)
SECRETARY = make.person("林听潮")
DRAFT = RenewalDraft(
    LUTING.id,
    "2031-5-3",
    "四",
    "",
    (
        Line(Officer(YUANFAN.name, Role.PRESIDENT, YUANFAN), was_in_office=True),
        Line(Officer(SECRETARY.name, Role.VICE, SECRETARY), is_kept=False, was_in_office=True),
        Line(Officer("禾小满", Role.COUNCIL)),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF, LUTING, YUANFAN, SECRETARY))
        yield Desk(store)


def test_a_draft_comes_back_as_it_was_typed_for_its_chamber_only(desk: Desk) -> None:
    keep_draft(desk, DRAFT)
    assert kept_draft(desk, LUTING) == DRAFT
    assert kept_draft(desk, make.chamber(OF)) is None
    drop_draft(desk, LUTING.id)
    assert kept_draft(desk, LUTING) is None


def test_each_chamber_has_a_draft_of_its_own(desk: Desk) -> None:
    other = make.chamber(OF, "渔具商会")
    theirs = RenewalDraft(other.id, "2031-6-1", "2", "5")
    keep_draft(desk, DRAFT)
    keep_draft(desk, theirs)
    assert (kept_draft(desk, LUTING), kept_draft(desk, other)) == (DRAFT, theirs)
    drop_draft(desk, LUTING.id)
    assert (kept_draft(desk, LUTING), kept_draft(desk, other)) == (None, theirs)


def test_the_one_draft_of_an_earlier_version_is_read(desk: Desk) -> None:
    told = {"chamber": str(LUTING.id), "day": "2031-5-3", "number": "4", "years": "", "officers": []}
    desk.store.put_setting("renewal.draft", told)
    assert kept_draft(desk, LUTING) == RenewalDraft(LUTING.id, "2031-5-3", "4", "")


def test_of_members_only_their_ids_are_kept_so_that_one_deleted_is_gone(desk: Desk) -> None:
    keep_draft(desk, DRAFT)
    assert YUANFAN.name not in str(desk.store.setting("renewal.draft"))
    desk.apply(make.proposal(Delete(YUANFAN)))
    found = kept_draft(desk, LUTING)
    assert found is not None
    assert [line.officer.name for line in found.lines] == ["林听潮", "禾小满"]


@pytest.mark.parametrize("officers", [None, [{}], [{"id": "x", "name": "", "role": "vice"}], 7])
def test_a_draft_of_another_version_is_none(desk: Desk, officers: object) -> None:
    told = {"chamber": str(LUTING.id), "day": "", "number": "", "years": "", "officers": officers}
    desk.store.put_setting("renewal.draft", told)
    assert kept_draft(desk, LUTING) is None
