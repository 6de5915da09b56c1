"""Files from outside are told apart by content, and refused with one clear line."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.intake.source import (
    MAX_TEXT_BYTES,
    FileKind,
    SourceFile,
    UnreadableError,
    decode_text,
    file_kind,
    read_source,
)

TEXT = "澄屿县工商联新一年打算：走访企业120家。"


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/"), data)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_whatever_encoding_it_came(encoding):
    source = SourceFile("plan.txt", TEXT.encode(encoding))
    assert file_kind(source) is FileKind.TEXT
    assert decode_text(source) == TEXT


@pytest.mark.parametrize("name", ["plan.docx", "任务表.XLSX", "table.xls", "table.et"])
@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x07\x80junk" * 200_000])
def test_junk_with_the_name_of_an_office_file_is_told_to_be_damaged(name, data):
    source = SourceFile(name, data)
    assert file_kind(source) is FileKind.TEXT
    with pytest.raises(UnreadableError, match="damaged, or no such file") as told:
        decode_text(source)
    assert "Excel" in str(told.value)
    assert ".txt" not in str(told.value)


def test_text_is_read_whatever_its_name_says():
    assert decode_text(SourceFile("plan.docx", TEXT.encode())) == TEXT


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_any_chinese_text_comes_back_from_gb18030_and_utf8(text):
    for encoding in ("utf-8", "gb18030"):
        data = text.encode(encoding)
        read = decode_text(SourceFile("a.txt", data))
        assert read == text or data.decode("utf-8", errors="ignore").encode() == data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        (b"%PDF-1.7 ...", "picture, PDF"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"PK\x03\x04 cut short", "cut short"),
        (packed(readme__txt=b"x"), "main part is missing"),
        (packed(word__document=bytes(40 * 2**20)), "far more"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".docx"),
    ],
)
def test_what_cannot_be_taken_in_is_said_in_one_line(data, says):
    with pytest.raises(UnreadableError, match=says) as refused:
        file_kind(SourceFile("plan.txt", data))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_that_holds_more_than_it_says_is_refused(method):
    whole, said = b" " * 5_000, b" " * 400
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        package.writestr("word/document.xml", whole)
        size = package.getinfo("word/document.xml").compress_size
    true = struct.pack("<LLL", zlib.crc32(whole), size, len(whole))
    lying = file.getvalue().replace(true, struct.pack("<LLL", zlib.crc32(said), size, len(said)))
    with pytest.raises(UnreadableError, match="far more"):
        file_kind(SourceFile("plan.docx", lying))
    assert file_kind(SourceFile("plan.docx", file.getvalue())) is FileKind.WORD


def test_macros_are_refused():
    data = packed(**{"word/document.xml": b"x", "word/vbaProject.bin": b"x"})
    with pytest.raises(UnreadableError, match="macros"):
        file_kind(SourceFile("plan.docx", data))


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\0" * 99, b"a" * (MAX_TEXT_BYTES + 1)],
    ids=["rubbish", "zeros", "long"],
)
def test_what_is_no_page_of_text_is_refused(data):
    with pytest.raises(UnreadableError):
        decode_text(SourceFile("plan.txt", data))


def test_a_missing_file_and_an_empty_one_are_told_apart(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n")
    for name, says in (("none.txt", "no such file"), ("empty.txt", "is empty")):
        with pytest.raises(UnreadableError, match=says):
            read_source(tmp_path / name)
