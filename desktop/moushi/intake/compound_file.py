"""A stream of an OLE compound file (.xls, .et), by its name; one whose tables loop or lie is damaged.

[MS-CFB] 2.2 to 2.6.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from struct import error as StructError  # noqa: N812 - an exception
from struct import iter_unpack, unpack_from

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFF_FFFA  # from here on numbers of sectors are none
_ENTRY = 128
_CUTOFF = 4096  # bytes; shorter streams lie in small sectors


@dataclass(frozen=True, slots=True)
class Stream:
    """The bytes of a stream, and where in the file they lie: places and lengths in order."""

    data: bytes
    pieces: Sequence[tuple[int, int]]

    def patched(self, file: bytes, patches: Iterable[tuple[int, bytes]]) -> bytes:
        """The file with other bytes at places of the stream."""
        begins = [0, *accumulate(length for _, length in self.pieces)]
        made = bytearray(file)
        for place, new in patches:
            for at, byte in enumerate(new, place):
                piece = bisect_right(begins, at) - 1
                made[self.pieces[piece][0] + at - begins[piece]] = byte
        return bytes(made)


def stream_in(data: bytes, *names: str) -> Stream | None:
    """The first stream that has one of the names; None when there is none.

    `ValueError` when the tables are such that who believes them comes to no end, or wants all memory.
    """
    try:
        return _Compound(data).stream(names)
    except (StructError, IndexError) as fault:
        raise ValueError from fault


class _Compound:
    def __init__(self, data: bytes) -> None:
        if not data.startswith(SIGNATURE):
            raise ValueError
        self._data = data
        big, small = unpack_from("<HH", data, 30)
        if not 7 <= big <= 16 or not 2 <= small <= 12:
            raise ValueError
        self._size, self._small_size = 1 << big, 1 << small
        count, self._first, _, self._cutoff, first_small, smalls, first_list, lists = unpack_from(
            "<8I", data, 44
        )
        if max(count, smalls, lists) > len(data) // self._size or self._cutoff != _CUTOFF:
            raise ValueError
        tables = list(unpack_from("<109I", data, 76))
        for _ in range(min(lists, len(data) // self._size + 1)):
            if first_list >= _END:
                break
            *more, first_list = (each for (each,) in iter_unpack("<I", self._sector(first_list)))
            tables += more
        else:
            if first_list < _END:
                raise ValueError  # more lists than it says: they may go round
        fat = b"".join(self._sector(number) for number in tables if number < _END)
        self._fat = [each for (each,) in iter_unpack("<I", fat)]
        self._small_fat = [each for (each,) in iter_unpack("<I", self._chain(first_small))]

    def stream(self, names: tuple[str, ...]) -> Stream | None:
        """The first stream of one of the names."""
        directory = self._chain(self._first)
        wanted = {name.lower(): rank for rank, name in enumerate(names)}
        root: list[tuple[int, int]] | None = None
        found: dict[int, tuple[int, int]] = {}
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[at : at + _ENTRY]
            length = unpack_from("<H", entry, 64)[0]
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = unpack_from("<II", entry, 116)
            if entry[66] and size > len(self._data):
                raise ValueError  # whoever makes room for it runs out of memory
            if entry[66] == 5 and root is None:
                root = self._pieces(start)
            elif entry[66] == 2 and name.lower() in wanted:
                found.setdefault(wanted[name.lower()], (start, size))
        if not found:
            return None
        start, size = found[min(found)]
        pieces = self._pieces(start) if size >= self._cutoff else self._small_pieces(root or [], start)
        held = b"".join(self._data[at : at + length] for at, length in pieces)
        return Stream(held[:size], pieces)

    def _pieces(self, first: int) -> list[tuple[int, int]]:
        return [((number + 1) * self._size, self._size) for number in _links(self._fat, first)]

    def _small_pieces(self, root: Sequence[tuple[int, int]], first: int) -> list[tuple[int, int]]:
        """Where the small sectors of a chain lie: within those of the root."""
        each = self._size // self._small_size
        found = []
        for number in _links(self._small_fat, first):
            sector, part = divmod(number, each)
            found.append((root[sector][0] + part * self._small_size, self._small_size))
        return found

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._data[begin : begin + self._size].ljust(self._size, b"\0")

    def _chain(self, first: int) -> bytes:
        size = self._size
        return b"".join(
            self._data[(number + 1) * size : (number + 2) * size] for number in _links(self._fat, first)
        )


def _links(table: list[int], first: int) -> list[int]:
    """The numbers of a chain; `ValueError` when it comes round to itself."""
    found: list[int] = []
    met = bytearray(len(table))
    while first < len(table):
        if met[first]:
            raise ValueError
        met[first] = 1
        found.append(first)
        first = table[first]
    return found
