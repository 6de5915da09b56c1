"""Hostile and broken workbooks are refused in one clear line, and leave the store as it was.

What they cost at most is measured in processes of their own by `tests/bench/test_hostile_workbooks.py`.
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from intake.hostile import HARMLESS, HOSTILE
from intake.lists import names, taken
from intake.workbooks import packed, parts_of, workbook, worksheet
from moushi.cli import main
from moushi.intake.compound_file import stream_in
from moushi.intake.sheet_parts import longest_text
from moushi.intake.sheet_xml import TooMuchError
from moushi.intake.source import SourceFile, UnreadableError
from moushi.intake.workbook import sheets_as_seen


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("county") / "plans.sqlite"


def dump(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as held:
        return list(held.iterdump())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_and_the_store_stays(
    name, store, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MOUSHI_LANG", "en")
    main(lambda _: None, ["--store", str(store), "history"])
    before = dump(store)
    make, says = HOSTILE[name]
    file = tmp_path / name
    file.write_bytes(make())
    assert main(lambda _: None, ["--store", str(store), "import", str(file), "--yes"]) == 1
    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert name in line
    assert says in line
    assert dump(store) == before


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_hostile_is_read(name):
    assert names(taken(HARMLESS[name](), name=name)) == ["远帆渔具有限公司"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-A1", "@SUM(A1)", "=HYPERLINK(&quot;http://a&quot;)"])
def test_texts_that_begin_like_formulas_stay_texts(text):
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    sheet = next(sheets_as_seen(SourceFile("表.xlsx", workbook(rows))))
    assert sheet.rows == [[text.replace("&quot;", '"')]]


def test_links_to_other_workbooks_are_not_followed_and_their_last_value_is_read():
    parts = parts_of('<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c></row>')
    parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    sheet = next(sheets_as_seen(SourceFile("表.xlsx", packed(parts))))
    assert sheet.rows == [[5.0]]


def test_more_shared_texts_than_cells_are_too_much():
    with pytest.raises(TooMuchError):
        longest_text([b"<si><t>a</t></si>" * 100_000] * 31)
    assert longest_text([b"<si><t>ab</t></si><si><t>", b"abcdefgh</t></si>"]) == len("<si><t>abcdefgh</t>")


def test_merged_ranges_that_lie_side_by_side_are_read():
    merged = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 100))
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 100))
    sheet = worksheet(rows, foot=f"<mergeCells>{merged}</mergeCells>")
    assert len(next(sheets_as_seen(SourceFile("表.xlsx", workbook(sheet)))).merged) == 99


def test_a_stream_is_found_in_a_compound_file_by_any_of_its_names():
    data = (Path(__file__).with_name("seen.xls")).read_bytes()
    stream = stream_in(data, "Book", "workbook")
    assert stream is not None
    assert stream.data.startswith(b"\x09\x08")
    assert stream_in(data, "nothing") is None


def test_an_old_sheet_that_claims_to_be_larger_than_it_is_is_read_without_room_for_its_claim():
    data = bytearray(Path(__file__).with_name("seen.xls").read_bytes())
    claim = struct.pack("<HH", 0x200, 14)
    at = data.index(claim)
    struct.pack_into("<IIHH", data, at + 4, 0, 0xFFFF_FFFF, 0, 0xFFFF)
    rows = next(sheets_as_seen(SourceFile("表.xls", bytes(data)))).rows
    whole = next(sheets_as_seen(SourceFile("表.xls", Path(__file__).with_name("seen.xls").read_bytes()))).rows
    assert rows == whole


@pytest.mark.parametrize("place", [44, 64, 72])
def test_an_old_file_whose_tables_claim_more_than_it_holds_is_told_to_be_damaged(place):
    data = bytearray(Path(__file__).with_name("seen.xls").read_bytes())
    struct.pack_into("<I", data, place, 0x7FFF_FFFF)
    with pytest.raises(UnreadableError, match="damaged"):
        list(sheets_as_seen(SourceFile("表.xls", bytes(data))))


def test_an_old_file_that_claims_billions_of_shared_texts_is_told_to_be_damaged():
    data = bytearray(Path(__file__).with_name("seen.xls").read_bytes())
    at = next(
        at
        for at in range(512, len(data) - 12, 2)
        if data[at : at + 2] == b"\xfc\x00"
        and struct.unpack_from("<II", data, at + 4)[1] < 100
        and 8 < struct.unpack_from("<H", data, at + 2)[0] < 2_000
    )
    struct.pack_into("<I", data, at + 8, 0x7FFF_FFFF)
    with pytest.raises(UnreadableError, match="damaged"):
        list(sheets_as_seen(SourceFile("表.xls", bytes(data))))
