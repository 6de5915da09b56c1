"""The columns of lists: where a header is, of what kind the list is, what each column holds, how surely."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from moushi.domain.cell_names import column_letters
from moushi.intake.grid import Grid
from moushi.intake.labels import folded
from moushi.intake.list_content import ORGANISATION, contradicts, looks_like
from moushi.intake.list_meanings import ListKind, Meaning
from moushi.intake.list_words import KEYS, could_head, could_head_loosely, hinted, is_set_aside, named

_SEARCHED = 30  # rows among which a header of unusual names is looked for
_SAMPLED = 100  # rows of a column that are looked at
_LEAST_NAMED = 2
_LONGEST_NAME = 30
_MANY_DIGITS = 5  # no column's name has as many


class Confidence(StrEnum):
    """How surely it is known what a column holds."""

    CHOSEN = "chosen"  # a person has said so
    NAMED = "named"  # its name says so
    HINTED = "hinted"  # a word of its name says so
    GUESSED = "guessed"  # its values look like it
    DOUBTED = "doubted"  # its name says so, but its values do not look like it
    NEEDLESS = "needless"  # the work does not need it: identity-card numbers and the like
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where it is (from 0), its name, the key by which it is known again, what it holds."""

    place: int
    name: str
    key: str
    meaning: Meaning = Meaning.UNREAD
    confidence: Confidence = Confidence.UNKNOWN

    @property
    def label(self) -> str:
        """What a person calls it: its name, without one its letters."""
        return self.name or column_letters(self.place)


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header in the rows `first` to `last` of a sheet (-1: it has none), and its columns."""

    kind: ListKind
    columns: tuple[Column, ...]
    first: int
    last: int
    mark: str = ""  # of a table without names: its first row

    @property
    def fingerprint(self) -> str:
        """By what a header is known again wherever its columns stand; without names by the first row."""
        keys = sorted(column.key for column in self.columns if column.name)
        return hashlib.sha256(("\n".join(keys) or self.mark).encode()).hexdigest()[:16]

    @property
    def places(self) -> Mapping[Meaning, int]:
        """Where the columns are, by what they hold."""
        return {c.meaning: c.place for c in reversed(self.columns) if c.meaning is not Meaning.UNREAD}

    @property
    def is_whole(self) -> bool:
        """Whether it has a column by which its rows are known."""
        return any(meaning in self.places for meaning in KEYS[self.kind])

    @property
    def is_chosen(self) -> bool:
        """Whether a person has said what its columns hold."""
        return any(column.confidence is Confidence.CHOSEN for column in self.columns)

    def chosen(self, layout: Layout) -> Header:
        """With what a person has said of its columns; a column that was not there then keeps what it is."""
        columns = tuple(
            replace(column, meaning=layout.columns[column.key], confidence=Confidence.CHOSEN)
            if column.key in layout.columns
            else column
            for column in self.columns
        )
        return replace(self, kind=layout.kind, columns=columns)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a person has said of a header: the kind of list, and what its columns hold, by their keys."""

    kind: ListKind
    columns: Mapping[str, Meaning]


Layouts = Mapping[str, Layout]
"""What was said of headers before, by their fingerprints."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What stands in a header by column: the group above and the name below it, either may be empty."""

    first: int
    last: int
    names: Mapping[int, tuple[str, str]]


def headers_in(grid: Grid, title: str = "", kept: Layouts = MappingProxyType({})) -> list[Header]:
    """The headers on a sheet from above; one without names where only the values tell of a list.

    `title` is what is known of the sheet's subject where the columns fit several kinds of list.
    """
    found: list[_Names] = []
    row = 0
    while row < grid.height:
        names = _names_at(grid, row, could_head)
        if names:
            found.append(names)
        row = names.last + 1 if names else row + 1
    if not found:
        looked_at = range(min(_SEARCHED, grid.height))
        loosely = (_names_at(grid, row, could_head_loosely) for row in looked_at)
        found = [names for names in loosely if names][:1]
    if not found and kept:
        any_row = (_names_at(grid, row, bool) for row in range(min(_SEARCHED, grid.height)))
        found = [names for names in any_row if names and _bare(names).fingerprint in kept][:1]
    headers: list[Header] = []
    for number, names in enumerate(found):
        end = found[number + 1].first if number + 1 < len(found) else grid.height
        values = _Values(grid, names.last + 1, end)
        if header := _told(names, values, title, kept):
            headers.append(header)
    if not found and (bare := _without_names(grid)):
        layout = kept.get(bare.fingerprint)
        headers.append(bare.chosen(layout) if layout else bare)
    return headers


class _Values:
    """The first values of a table's columns."""

    def __init__(self, grid: Grid, begin: int, end: int) -> None:
        self._grid = grid
        self._rows = range(begin, min(end, begin + _SAMPLED))

    def of(self, column: int) -> list[object]:
        return [self._grid.value(row, column) for row in self._rows]


def _names_at(grid: Grid, row: int, heads: Callable[[Sequence[str]], bool]) -> _Names | None:
    """The names of columns that stand in a row, and in the one below where groups stand above them."""
    own = grid.own(row)
    if len(own) < _LEAST_NAMED or any(map(_is_value, own.values())):
        return None
    upper = {column: grid.text(row, column) for column in range(grid.width)}
    lower = grid.own(row + 1) if row + 1 < grid.height else {}
    has_groups = (
        bool(lower)
        and not any(map(_is_value, lower.values()))
        and all(_is_under_group(grid, row, column, upper) for column in lower)
    )
    both = [lower[c] if has_groups and c in lower else upper[c] for c in upper]
    if heads(list(own.values())):
        second = has_groups and heads([*own.values(), *lower.values()])
    else:
        above = all(grid.span(row, column) > 1 for column in own)  # else it is a line above the table
        second = has_groups and heads(both) and (above or not heads(list(lower.values())))
        if not second:
            return None
    names: dict[int, tuple[str, str]] = {}
    group = ""
    for column, text in upper.items():
        ends_before = column > 0 and not text and grid.span(row, column - 1) > 1
        group = text or ("" if ends_before else group if second and column in lower else "")
        below = lower.get(column, "") if second else ""
        names[column] = (group, below) if below else ("", text)
    return _Names(row, row + second, names)


def _is_value(text: str) -> bool:
    return len(text) > _LONGEST_NAME or sum(map(str.isdigit, text)) >= _MANY_DIGITS


def _is_under_group(grid: Grid, row: int, column: int, upper: Mapping[int, str]) -> bool:
    """Whether a cell of the second row stands below a group: a merged cell, or an empty one beside a name."""
    if not upper[column]:
        return any(upper[c] for c in range(column))
    is_merged = grid.span(row, column) > 1
    next_is_empty = column + 1 < grid.width and not upper[column + 1]
    return is_merged or next_is_empty


def _told(names: _Names, values: _Values, title: str, kept: Layouts) -> Header | None:
    """The header with what its columns hold, of the kind of list that most of them tell of."""
    bare = _bare(names)
    if layout := kept.get(bare.fingerprint):
        return _meant(replace(bare, kind=layout.kind), names, values).chosen(layout)
    tried = [_meant(replace(bare, kind=kind), names, values) for kind in ListKind]
    whole = [header for header in tried if header.is_whole]
    return max(whole, key=lambda header: _weight(header, title), default=None)


def _bare(names: _Names) -> Header:
    """A header of which nothing is known but its names."""
    return Header(ListKind.MEMBERS, tuple(_keyed(names)), names.first, names.last)


def unknown_header(grid: Grid) -> Header | None:
    """The first row that may be a header, of which a person is to say what it holds; None without any."""
    rows = range(min(_SEARCHED, grid.height))
    names = next((names for row in rows if (names := _names_at(grid, row, bool))), None)
    return _bare(names) if names else None


def _weight(header: Header, title: str) -> tuple[float, bool]:
    sure = {Confidence.NAMED: 2.0, Confidence.HINTED: 1.0, Confidence.DOUBTED: 0.5, Confidence.GUESSED: 0.5}
    weight = sum(sure.get(column.confidence, 0) for column in header.columns)
    return weight, bool(re.search(_TITLES[header.kind], title))


def _keyed(names: _Names) -> Iterator[Column]:
    met: dict[str, int] = {}
    for place, (group, name) in names.names.items():
        label = f"{group} {name}".strip()
        key = folded(label) or f"({column_letters(place)})"
        met[key] = met.get(key, 0) + 1
        yield Column(place, label, key if met[key] == 1 else f"{key}#{met[key]}")


def _meant(header: Header, names: _Names, values: _Values) -> Header:
    """What the columns hold in a list of the header's kind: by name, by a word of it, by their values."""
    kind = header.kind
    found: dict[int, tuple[Meaning, Confidence]] = {}
    taken: set[Meaning] = set()

    def take(place: int, meaning: Meaning | None, confidence: Confidence) -> None:
        if place in found or meaning in (None, Meaning.UNREAD) or meaning in taken:
            return
        if confidence is not Confidence.GUESSED and contradicts(meaning, values.of(place)):
            confidence = Confidence.DOUBTED
        found[place] = meaning, confidence
        taken.update(_ALIKE.get(meaning, (meaning,)))

    for place, (group, name) in names.names.items():
        take(place, named(kind, group + name), Confidence.NAMED)
    for place, (_group, name) in names.names.items():
        take(place, named(kind, name), Confidence.NAMED)
    for place, (group, name) in names.names.items():
        take(place, hinted(kind, group + name), Confidence.HINTED)
    for column in header.columns:
        if column.place not in found and not is_set_aside(column.name):
            take(column.place, looks_like(kind, values.of(column.place)), Confidence.GUESSED)
    columns = tuple(
        replace(column, meaning=found[column.place][0], confidence=found[column.place][1])
        if column.place in found
        else replace(column, confidence=Confidence.NEEDLESS)
        if is_set_aside(column.name)
        else column
        for column in header.columns
    )
    return replace(header, columns=columns)


def _without_names(grid: Grid) -> Header | None:
    """A table whose values alone tell of members; the row above them may hold unusual names."""
    first = next((row for row in range(grid.height) if len(grid.own(row)) >= _LEAST_NAMED), None)
    if first is None:
        return None
    own = grid.own(first)
    for names in (
        _Names(first, first, {column: ("", own.get(column, "")) for column in range(grid.width)}),
        _Names(-1, first - 1, dict.fromkeys(range(grid.width), ("", ""))),
    ):
        header = _meant(_bare(names), names, _Values(grid, names.last + 1, grid.height))
        place = header.places.get(Meaning.NAME)
        if place is not None and not (names.first >= 0 and ORGANISATION.search(own.get(place, ""))):
            return header if names.first >= 0 else replace(header, mark="\t".join(own.values()))
    return None


_TITLES: Mapping[ListKind, str] = {
    ListKind.MEMBERS: "名册|名单|花名册|通讯录|会员",
    ListKind.CHAMBERS: "商会.*(?:情况|一览|名录|统计|台账)",
    ListKind.LEDGER: "台账|记录|走访|登记",
}
"""Words of a title that tell of what kind a list is, where the columns do not."""

_ALIKE = {
    Meaning.CAPITAL: (Meaning.CAPITAL, Meaning.CAPITAL_WAN),
    Meaning.CAPITAL_WAN: (Meaning.CAPITAL, Meaning.CAPITAL_WAN),
    Meaning.AMOUNT: (Meaning.AMOUNT, Meaning.AMOUNT_WAN),
    Meaning.AMOUNT_WAN: (Meaning.AMOUNT, Meaning.AMOUNT_WAN),
}
"""Meanings of which a table has one only."""
