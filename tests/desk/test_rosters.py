"""Rosters from the desk: written whole, named well, and noted in the journal when personal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from factories import proposal
from moushi.compile.roster_chambers import DUE, OVERDUE
from moushi.compile.roster_document import Grouping, RosterKind
from moushi.compile.roster_words import ACTIVITY_KINDS, CHAMBER_KINDS, MEMBER_KINDS
from moushi.desk import language, terms
from moushi.desk.desk import Desk
from moushi.desk.office import Office, keep_office
from moushi.desk.preferences import Language
from moushi.desk.register import MemberFilter, Standing
from moushi.desk.rosters import export_roster, file_name, listed_members, roster
from moushi.domain.words import choice_word
from moushi.errors import MoushiError
from moushi.store import open_store
from rosters import COUNTY, GROUP, LEFT, OF, PHONES, SHA, TODAY, choice
from stores import fresh_store

NOW = datetime(2031, 4, 2, 9, 30).astimezone()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh_store() as store:
        store.apply(proposal(*COUNTY))
        yield Desk(store)


def test_the_office_s_heading_stands_above(desk):
    keep_office(desk, Office("云屿县工商业联合会（总商会）"))
    assert roster(desk, choice(), today=TODAY).office == "云屿县工商业联合会（总商会）"


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_each_ending_is_written_in_its_way(desk, tmp_path, ending):
    out = tmp_path / f"名册{ending}"
    assert export_roster(desk, choice(), out, now=NOW).in_journal
    assert out.read_bytes()[:2] == b"PK"


def test_another_ending_is_refused(desk, tmp_path):
    with pytest.raises(MoushiError, match=r"名册\.pdf: lists are written as \.docx and \.xlsx"):
        export_roster(desk, choice(), tmp_path / "名册.pdf", now=NOW)


def test_the_journal_says_what_personal_data_was_included_and_holds_none_itself(desk, tmp_path):
    out = tmp_path / "名册.xlsx"
    export_roster(desk, choice(RosterKind.MEMBERS, phones=True), out, now=NOW)
    (entry,) = desk.store.exports()
    held = desk.store.export(entry.id)
    assert (entry.what, entry.path) == ("roster", str(out.resolve()))
    assert held.document == {
        "roster": "members",
        "title": "云屿县工商联会员名册",
        "as_of": "2031-03-31",
        "rows": 3,
        "phones": True,
        "birth_years": False,
    }
    assert not [phone for phone in PHONES if phone in str(held)]


def test_nothing_personal_leaves_a_store_that_takes_no_note_of_it(desk, tmp_path):
    looking = Desk(open_store(desk.path, read_only=True))
    try:
        with pytest.raises(MoushiError, match="cannot be noted"):
            export_roster(looking, choice(phones=True), tmp_path / "名册.docx", now=NOW)
        assert not list(tmp_path.iterdir())
        assert not export_roster(looking, choice(), tmp_path / "名册.docx", now=NOW).in_journal
    finally:
        looking.close()


def test_a_file_that_cannot_be_written_leaves_the_old_one(desk, tmp_path):
    with pytest.raises(MoushiError, match="does not exist"):
        export_roster(desk, choice(), tmp_path / "无" / "名册.docx", now=NOW)
    assert desk.store.exports() == []


def test_files_are_named_by_list_and_day(desk):
    assert file_name(desk, choice()) == "云屿县工商联执委名册（2031-03-31）"
    assert file_name(desk, choice(RosterKind.LEDGER)) == "云屿县工商联2031年工作台账（2031-03-31）"


def test_the_filters_of_the_members_page_narrow_the_list(desk):
    assert listed_members(desk, MemberFilter(OF.id)) is None
    wanted = MemberFilter(OF.id, township=SHA.id)
    assert listed_members(desk, wanted) == {GROUP.id}
    assert listed_members(desk, MemberFilter(OF.id, text="退会", standing=Standing.CURRENT)) == {LEFT.id}
    narrowed = choice(RosterKind.MEMBERS, members=listed_members(desk, wanted), grouping=Grouping.NONE)
    assert roster(desk, narrowed, today=TODAY).count == 1


def test_the_old_file_stays_where_the_new_one_fails(desk, tmp_path: Path):
    out = tmp_path / "名册.docx"
    out.write_bytes(b"old")
    with pytest.raises(MoushiError, match="nothing to list"):
        export_roster(desk, choice(RosterKind.COMMITTEE, federations=()), out, now=NOW)
    assert out.read_bytes() == b"old"


@pytest.mark.parametrize("words", [ACTIVITY_KINDS, CHAMBER_KINDS, MEMBER_KINDS])
def test_lists_use_the_screen_s_own_words(words):
    known = language.translations(Language.CHINESE)
    assert {choice: choice_word(choice).render(known) for choice in words} == dict(words)


def test_terms_stand_in_lists_in_the_screen_s_own_words():
    known = language.translations(Language.CHINESE)
    assert [state.word.render(known) for state in (terms.OVERDUE, terms.DUE)] == [OVERDUE, DUE]
