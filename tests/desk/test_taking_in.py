"""Taking in files at the desk: which year, how many backups, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from county_page import ITEMS, page_text
from moushi.changes.model import Severity
from moushi.desk.desk import open_for_work
from moushi.desk.taking_in import Batch, Wish, propose_file, propose_source
from moushi.domain.period import parse_period
from moushi.domain.records import Federation, Plan, PlanItem
from moushi.intake.source import SourceFile, UnreadableError

TODAY = date(2031, 5, 4)


@pytest.fixture
def desk(tmp_path):
    with open_for_work(tmp_path / "plans.sqlite", "苗可舟") as desk:
        yield desk


def years(proposal) -> set[int]:
    return {edit.record.year for edit in proposal.edits if edit.kind is Plan}


def pasted(text: str) -> SourceFile:
    return SourceFile("pasted", text.encode())


@pytest.mark.parametrize(
    ("text", "wish", "year"),
    [
        (page_text(), Wish(year=2022), 2022),
        (page_text(), Wish(period=parse_period("2023-06")), 2023),
        (page_text("2026年，海岛商会这样谋划（上）"), Wish(), 2026),
        (page_text("2026年，海岛商会这样谋划（上）"), Wish(year=2022), 2022),
    ],
)
def test_the_year_is_what_the_person_says_else_what_the_text_says(desk, text, wish, year):
    proposal = propose_source(desk, pasted(text), wish, TODAY)
    assert years(proposal) == {year}
    assert not [finding for finding in proposal.findings if finding.severity is Severity.WARNING]


def test_a_year_that_nobody_says_is_assumed_and_said(desk):
    proposal = propose_source(desk, pasted(page_text()), Wish(), TODAY)
    assert years(proposal) == {2031}
    assert "2031" in str(proposal.findings[0].message)


def test_a_year_that_nobody_says_is_that_of_the_only_plans(desk):
    desk.apply(propose_source(desk, pasted(page_text()), Wish(year=2027), TODAY))
    assert propose_source(desk, pasted(page_text()), Wish(), TODAY).edits == ()


def test_a_text_that_names_no_federation_goes_to_the_one_named(desk):
    text = "聚焦堵点难点，让办事少跑一座岛。" + "".join(ITEMS[:2])
    proposal = propose_source(desk, pasted(text), Wish(year=2024, federation="望潮区工商联"), TODAY)
    assert [edit.record.name for edit in proposal.edits if edit.kind is Federation] == ["望潮区工商联"]
    assert [edit.record.text for edit in proposal.edits if edit.kind is PlanItem] == ITEMS[:2]


def test_a_pasted_paper_belongs_to_the_federation_and_year_of_its_title(desk):
    themes = "一、思想引领\n1.办两期渔港夜校。\n2.请船老大讲课。\n二、商会建设\n1.完成换届。"
    text = f"云屿县工商联2031年工作要点\n{themes}"
    desk.apply(propose_source(desk, pasted(text), Wish(), TODAY))
    with desk.snapshot() as snapshot:
        assert [federation.name for federation in snapshot.where(Federation)] == ["云屿县工商联"]
        assert [plan.year for plan in snapshot.where(Plan)] == [2031]
        texts = sorted(item.text for item in snapshot.where(PlanItem))
    assert texts == ["1.办两期渔港夜校。", "1.完成换届。", "2.请船老大讲课。"]


def test_a_batch_of_files_makes_one_backup(desk):
    batch = Batch(desk)
    for headline in ("海岛商会的打算（上）", "海岛商会的打算（中）", "海岛商会的打算（下）"):
        batch.apply(propose_source(desk, pasted(page_text(headline)), Wish(year=2024), TODAY))
    assert len(desk.store.backups()) == 1
    assert len(desk.store.history()) == 3


def test_nothing_is_applied_when_the_backup_cannot_be_made(desk, tmp_path):
    (tmp_path / "plans-backups").write_text("a file stands where the folder should be")
    with pytest.raises(Exception, match="backup"):
        Batch(desk).apply(propose_source(desk, pasted(page_text()), Wish(year=2024), TODAY))
    assert desk.store.history() == []
    (tmp_path / "plans-backups").unlink()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n ",
        b"\x89PNG\r\n\x1a\n" + bytes(99),
        b"PK\x03\x04 cut short",
        b"\0\1\2" * 99,
        bytes(3 * 2**20),
    ],
    ids=["empty", "blank", "picture", "truncated zip", "rubbish", "zeros"],
)
def test_a_bad_file_gets_one_clear_line(desk, tmp_path, data):
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        propose_file(desk, path, Wish(year=2024), TODAY)
    assert "plan.txt" in str(refused.value)
    assert "\n" not in str(refused.value)
