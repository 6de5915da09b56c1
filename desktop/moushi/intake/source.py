"""A file from outside: hostile until read. Its size, its kind by content, and its text by encoding."""

from __future__ import annotations

import codecs
import hashlib
import io
import zipfile
import zlib
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from moushi.errors import MoushiError, reason_of

MAX_TEXT_BYTES = 512 * 1024  # a newspaper page has 20 KB
MAX_LINES = 10_000
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 256 * 1024 * 1024
MAX_RATIO = 200
MAX_PARTS = 5_000
_CHUNK = 2**20
_ENCRYPTED = 0x1
_TABLES = (".xls", ".xlsx", ".et", ".ods", ".csv")
_OFFICE = (".docx", ".doc", ".wps", ".xlsx", ".xls", ".et", ".ods")
_WEB_PAGE = (b"<!doctype", b"<html", b"<?xml", b"<table")


class FileKind(StrEnum):
    """What a file is by its content."""

    TEXT = "text"
    WORD = "word"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's bytes and its name for people."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes in hex."""
        return hashlib.sha256(self.data).hexdigest()


class UnreadableError(MoushiError):
    """A file cannot be taken in; its message names the file, the fault and what to do."""


def read_source(path: Path) -> SourceFile:
    """The file's bytes; `UnreadableError` when it is missing, no file, too large or empty."""
    try:
        if not path.is_file():
            raise UnreadableError(
                "{file}: there is no such file. Check the name and the folder.", file=path.name
            )
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableError(
                "{file}: larger than {limit} MB, which no plan is. Check that it is the right file.",
                file=path.name,
                limit=MAX_FILE_BYTES // 2**20,
            )
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableError(
            "{file}: cannot be read ({fault}). Close it in other programs or copy it to this computer.",
            file=path.name,
            fault=reason_of(fault),
        ) from fault
    if not data.strip():
        raise UnreadableError("{file}: the file is empty. Ask the sender for it again.", file=path.name)
    return SourceFile(path.name, data)


def file_kind(source: SourceFile) -> FileKind:
    """The kind of file by its content; `UnreadableError` when it is none that can be taken in."""
    data = source.data
    if data.startswith(b"PK"):
        return _zip_kind(source)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "WordDocument".encode("utf-16-le") in data:
            raise UnreadableError(
                "{file}: an old .doc file. Open it in Word or WPS, save it as .docx and take that in.",
                file=source.name,
            )
        if "_VBA_PROJECT_CUR".encode("utf-16-le") in data:
            raise _holds_macros(source)
        if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
            return FileKind.WORKBOOK
        raise UnreadableError(
            "{file}: cannot be read, perhaps because it is locked with a password. Open it in Word, Excel or "
            "WPS, save it without one as .docx or .xlsx and take that in.",
            file=source.name,
        )
    if data.startswith(
        (
            b"%PDF",
            b"{\\rtf",
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"BM6",
            b"II*\0",
            b"MM\0*",
            b"RIFF",
        )
    ):
        raise UnreadableError(
            "{file}: a picture, PDF or RTF file, whose text cannot be taken in. "
            "Copy the text out of it and paste it into a .txt or .docx file.",
            file=source.name,
        )
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:9].lower().startswith(_WEB_PAGE):
        if source.name.lower().endswith(_TABLES):
            raise UnreadableError(
                "{file}: a web page that is only named as a workbook. Open it in Excel or WPS, save it as "
                ".xlsx and take that in.",
                file=source.name,
            )
        raise UnreadableError(
            "{file}: a web page. Open it, copy its text and paste it into a .txt or .docx file.",
            file=source.name,
        )
    from moushi.intake.delimited import is_delimited  # loads the words of lists

    return FileKind.WORKBOOK if is_delimited(source) else FileKind.TEXT


def _zip_kind(source: SourceFile) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            entries = package.infolist()
            _refuse_bombs(source, entries)
            _refuse_liars(source, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as fault:
        raise UnreadableError(
            "{file}: the file is damaged or cut short. Ask the sender for it again.", file=source.name
        ) from fault
    names = {entry.filename for entry in entries}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _holds_macros(source)
    if "word/document.xml" in names:
        return FileKind.WORD
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names:
        return FileKind.WORKBOOK
    raise UnreadableError(
        "{file}: no Word document and no workbook, or its main part is missing. Ask the sender for it again.",
        file=source.name,
    )


def _holds_macros(source: SourceFile) -> UnreadableError:
    return UnreadableError(
        "{file}: holds macros and was not opened. Save it as .docx or .xlsx without macros.", file=source.name
    )


def _refuse_bombs(source: SourceFile, entries: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    bomb = any(
        entry.file_size > 2**20 and entry.file_size > MAX_RATIO * entry.compress_size for entry in entries
    )
    if bomb or unpacked > MAX_UNPACKED_BYTES or len(entries) > MAX_PARTS:
        raise _bomb(source)


def _refuse_liars(source: SourceFile, package: zipfile.ZipFile) -> None:
    """Unpack each part once, to see that it ends where it says: readers unpack into memory what there is."""
    for entry in package.infolist():
        if entry.flag_bits & _ENCRYPTED:
            continue  # its reader says so
        longer = copy(entry)
        longer.file_size += 1
        del longer.CRC  # whether the part is whole is for its reader to see
        with package.open(longer) as part:
            size = sum(map(len, iter(lambda: part.read(_CHUNK), b"")))
        if size > entry.file_size:
            raise _bomb(source)


def _bomb(source: SourceFile) -> UnreadableError:
    return UnreadableError(
        "{file}: unpacks to far more than a document holds, and was not opened. Do not trust its sender.",
        file=source.name,
    )


def decode_text(source: SourceFile) -> str:
    """The text of a .txt file in UTF-8, UTF-16 with BOM or GB18030; `UnreadableError` when it is no text."""
    is_long = len(source.data) > MAX_TEXT_BYTES
    text = None if is_long else decoded(source.data)
    is_text = text is not None and not looks_binary(text)
    if not is_text and source.name.lower().endswith(_OFFICE):
        raise UnreadableError(
            "{file}: the file is damaged, or no such file as its name says. If it opens in Excel, Word or "
            "WPS, save it anew there and take that in; else ask the sender for it again.",
            file=source.name,
        )
    if is_long:
        raise UnreadableError(
            "{file}: longer than {limit} KB of text, which no page is. Check that it is the right file.",
            file=source.name,
            limit=MAX_TEXT_BYTES // 2**10,
        )
    if text is None or not is_text:
        raise UnreadableError(
            "{file}: not readable as text. Save it as a .txt file (UTF-8 or GB18030) or as .docx.",
            file=source.name,
        )
    if len(text.splitlines()) > MAX_LINES:
        raise UnreadableError(
            "{file}: more than {limit} lines of text, which no page has. Check that it is the right file.",
            file=source.name,
            limit=MAX_LINES,
        )
    return text


def decoded(data: bytes) -> str | None:
    """The text in UTF-8, UTF-16 with BOM or GB18030; None when it is none of these."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data.startswith(codecs.BOM_UTF8):
        encodings = ["utf-8-sig"]
    else:
        encodings = ["utf-8", "gb18030"]  # GB18030 decodes almost anything, so UTF-8 comes first
    for encoding in encodings:
        try:
            return data.decode(encoding).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
        except UnicodeDecodeError:
            continue
    return None


def looks_binary(text: str) -> bool:
    """Whether a text has so many strange characters that it is none."""
    sample = text[:100_000]
    strange = sum(
        1 for char in sample if (char < " " and char not in "\t\n\r\f\v") or "\x7f" <= char < "\xa0"
    )
    private = sum(1 for char in sample if "\ue000" <= char <= "\uf8ff" or char == "\ufffd")
    return "\0" in sample or strange * 200 > len(sample) or private * 10 > len(sample)
