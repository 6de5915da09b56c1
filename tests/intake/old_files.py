"""Workbooks of Excel 97 made record by record: BIFF streams in OLE files."""

from __future__ import annotations

import struct
from collections.abc import Mapping

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOF = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)


def biff(*records: tuple[int, bytes]) -> bytes:
    """Records of an .xls stream."""
    return b"".join(
        struct.pack("<HH", kind, len(piece)) + piece
        for kind, body in records
        for kind, piece in _continued(kind, body)
    )


def _continued(kind: int, body: bytes) -> list[tuple[int, bytes]]:
    if len(body) <= 8_000:
        return [(kind, body)]
    pieces = [body[: 7_999 + 8_000 % 2]]
    rest = body[len(pieces[0]) :]
    return [(kind, pieces[0])] + [(0x3C, b"\1" + rest[at : at + 8_000]) for at in range(0, len(rest), 8_000)]


def xls_book(cells: bytes, *more: tuple[int, bytes]) -> bytes:
    """A stream of one sheet."""

    def whole(place: int) -> bytes:
        sheet = struct.pack("<IBBBB", place, 0, 0, 2, 0) + b"S1"
        xf = (0xE0, bytes(20))
        return biff((0x809, BOF), xf, (0x85, sheet), *more, (0x0A, b""))

    head = whole(len(whole(0)))
    bof = biff((0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)))
    return (head + bof + cells + biff((0x0A, b""))).ljust(5_000, b"\0")


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file of streams of at least 4,096 bytes each."""
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), 0xFFFFFFFE])
        return first

    def entry(name: str, kind: int, start: int, size: int, child: int, right: int) -> bytes:
        told = name.encode("utf-16-le").ljust(64, b"\0")
        head = struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, right, child)
        return told + head + bytes(36) + struct.pack("<IQ", start, size)

    places = [(name, put(data), len(data)) for name, data in streams.items()]
    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1, 0xFFFFFFFF)
    for number, (name, start, size) in enumerate(places, 1):
        next_one = number + 1 if number < len(places) else 0xFFFFFFFF
        directory += entry(name, 2, start, size, 0xFFFFFFFF, next_one)
    first_directory = put(directory)
    count = 0
    while (len(fat) + count) > count * 128:
        count += 1
    first_fat = len(sectors)
    fat += [0xFFFFFFFD] * count
    told = struct.pack(f"<{len(fat)}I", *fat).ljust(count * 512, b"\xff")
    told_first = (0, count, first_directory, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head = SIGNATURE + bytes(16) + struct.pack("<5H6xIII4xIIIII", 0x3E, 3, 0xFFFE, 9, 6, *told_first)
    assert count <= 109
    head += struct.pack("<109I", *range(first_fat, first_fat + count), *[0xFFFFFFFF] * (109 - count))
    return head + b"".join(sectors) + told
