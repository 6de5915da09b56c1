"""Where the tables of a form begin on a sheet: headers by the words of the form's fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from moushi.domain.cell_names import column_letters
from moushi.intake.grid import Grid
from moushi.intake.returns.labels import Name, Words, is_number, name_of, unit_in, without_unit

_MOST_TRIED = 2_000  # rows of a sheet that have names of columns
_MOST_NAMED = 200  # columns of a header
_SEARCHED = 30  # rows among which a header of changed names is looked for
_LONGEST = 60  # characters of a column's name
_LONGEST_GROUP = 16
_SAYS = re.compile("[:：。；，]")  # 单位：万元, 填报日期：… are no groups
_MANY_DIGITS = 9  # no column's name has as many
_LEAST = 3  # columns by which a header is known, that of the numbers among them
_LABEL, _OTHER, _LIKE, _NUMBER = 2.0, 1.5, 1.0, 0.5
_UNKNOWN = -0.25


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column: the group, may be empty, and the name."""

    place: int
    group: str
    name: str

    @property
    def label(self) -> str:
        """What a person calls the column; without a name by its letters."""
        return " ".join(f"{self.group} {self.name}".split()) or column_letters(self.place)

    @property
    def names(self) -> tuple[Name, ...]:
        """The names by which it may be known, the fullest first."""
        own = name_of(self.name)
        return (name_of(self.group + self.name), own) if self.group and self.name else (own,)


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the field it holds; its heading tells the `unit`; `is_like` when its name is only like."""

    place: int
    key: str
    heading: Heading
    unit: str = ""
    is_like: bool = False


@dataclass(slots=True)
class Match:
    """How the columns of a header fit the words of a table.

    `twice` are headings of one field, of which it is not said here which counts; `doubtful` fit several.
    """

    words: Words
    columns: list[Column] = field(default_factory=list)
    twice: dict[str, list[Column]] = field(default_factory=dict)
    doubtful: list[Heading] = field(default_factory=list)
    dropped: list[Heading] = field(default_factory=list)
    unknown: list[Heading] = field(default_factory=list)
    score: float = 0.0
    labels: int = 0

    @property
    def keys(self) -> set[str]:
        """The fields that have a column, if perhaps more than one."""
        return {column.key for column in self.columns} | self.twice.keys()


@dataclass(frozen=True, slots=True)
class Header:
    """A header in the rows `first` to `last`, its column of running numbers, and how it fits each table."""

    first: int
    last: int
    number: int | None
    headings: tuple[Heading, ...]
    matches: tuple[Match, ...]


class Finder:
    """Finds the headers of known tables."""

    def __init__(self, words: Sequence[Words]) -> None:
        """Take the words of all tables."""
        self._words = words
        self._known = {name for each in words for name, _ in each.names}
        self._met: dict[str, bool] = {}

    def headers(self, grid: Grid, rows: Sequence[Sequence[object]], *, is_named: bool = True) -> list[Header]:
        """The headers on a sheet from above; of a sheet that `is_named` for a table, one of changed names."""
        found: list[Header] = []
        row = tried = 0
        number: int | None = None
        while row < len(rows) and tried < _MOST_TRIED:
            values = rows[row]
            if number is not None and number < len(values) and isinstance(values[number], float | int):
                row += 1  # a row of data
                continue
            is_tried = self._hits(values)
            tried += is_tried
            header = self._at(grid, row) if is_tried else None
            if header is not None:
                found.append(header)
                row, number = header.last, header.number
            row += 1
        if not found and is_named:
            loosely = (self._at(grid, row, loosely=True) for row in range(min(_SEARCHED, len(rows))))
            found = [header for header in loosely if header][:1]
        return found

    def _hits(self, values: Sequence[object]) -> bool:
        """Whether a row has the names of at least two columns."""
        count = 0
        for value in values:
            if type(value) is str and value and self._is_known(value):
                count += 1
                if count > 1:
                    return True
        return False

    def _is_known(self, text: str) -> bool:
        known = self._met.get(text)
        if known is None:
            if len(text) > _LONGEST or (text.isascii() and text.strip("NOno. ")):
                return False
            name = name_of(text)
            known = name.whole in self._known or name.bare in self._known or is_number(text)
            known = known or without_unit(name.bare) in self._known
            self._met[text] = known
        return known

    def _at(self, grid: Grid, row: int, *, loosely: bool = False) -> Header | None:
        """The header that begins in a row, or in the row above where groups stand."""
        own = grid.own(row)
        if not 2 <= len(own) <= _MOST_NAMED or sum(map(_is_value, own.values())) * 2 > len(own):
            return None
        top, bottom = row, row
        if row + 1 < grid.height and self._has_second(grid, row):
            bottom = row + 1
        elif row > 0 and self._has_groups(grid, row):
            top = row - 1
        headings = tuple(_headings(grid, top, bottom))
        number = next(
            (h.place for h in headings if is_number(h.name) and h.name),
            None,
        )
        least = 0 if loosely else _LEAST - (number is not None)
        matches = [match_of(words, headings, number, least) for words in self._words]
        best = [match for match in matches if match and _is_enough(match, headings, number, loosely=loosely)]
        if not best:
            return None
        return Header(top, bottom, number, headings, tuple(sorted(best, key=lambda m: -m.score)))

    def _has_second(self, grid: Grid, row: int) -> bool:
        """Whether the row below has names under the groups of a row."""
        lower = grid.own(row + 1)
        if not lower or any(map(_is_value, lower.values())):
            return False
        if not all(_is_under(grid, row, column, lower) for column in lower):
            return False
        return any(
            self._is_known(text) or self._is_known(grid.text(row, column) + text)
            for column, text in lower.items()
        )

    def _has_groups(self, grid: Grid, row: int) -> bool:
        """Whether the row above has groups of the columns of a row, and is no title."""
        upper, own = grid.own(row - 1), grid.own(row)
        if not upper or any(len(text) > _LONGEST_GROUP or _SAYS.search(text) for text in upper.values()):
            return False
        if len(upper) == 1 and next(iter(upper)) <= min(own):
            return False  # a title or a line above the table
        over = [column for column in upper if column in own]
        return bool(over) and all(
            grid.span(row - 1, column) > 1 or (column + 1 in own and not grid.text(row - 1, column + 1))
            for column in over
        )


def _is_value(text: str) -> bool:
    return len(text) > _LONGEST or sum(map(str.isdigit, text)) >= _MANY_DIGITS


def _is_under(grid: Grid, row: int, column: int, lower: Mapping[int, str]) -> bool:
    """Whether a cell of the lower row stands below a group in `row`: a merged or wide one, or none."""
    text = grid.text(row, column)
    if not text:
        return True
    is_wide = grid.span(row, column) > 1
    return is_wide or (column + 1 in lower and not grid.text(row, column + 1))


def _headings(grid: Grid, top: int, bottom: int) -> Iterator[Heading]:
    upper = [grid.text(top, column) for column in range(grid.width)]
    if top == bottom:
        own = grid.own(top)
        for column, text in enumerate(upper):
            is_merged_on = column not in own and bool(text)  # a name over two columns names the first one
            yield Heading(column, "", "" if is_merged_on else text)
        return
    lower = grid.own(bottom)
    group = ""
    for column, text in enumerate(upper):
        below = lower.get(column, "")
        if text:
            group = text
        elif not below or (column and grid.span(top, column - 1) > 1):
            group = ""
        yield Heading(column, group if below else "", below or (text if column in grid.own(top) else ""))


def match_of(words: Words, headings: Sequence[Heading], number: int | None, least: int) -> Match | None:
    """How headings fit the words of a table: names as they are first, then likeness among what is left.

    None where fewer than `least` names are as they are, or all where the table has not as many.
    """
    match = Match(words)
    found: dict[str, list[tuple[bool, Heading, Name]]] = {}
    rest: list[Heading] = []
    for heading in headings:
        if heading.place == number or not heading.name:
            continue
        known = next(((key, name) for name in heading.names if (key := words.key(name))), None)
        if known is not None:
            whole = words.is_whole(known[1], known[0])
            found.setdefault(known[0], []).append((whole, heading, known[1]))
        elif any(name.whole in words.dropped for name in heading.names):
            match.dropped.append(heading)
        else:
            rest.append(heading)
    if len(found) < min(least, len(words.table.fields)):
        return None
    for key, headed in found.items():
        first = [each for each in headed if each[0]] or headed
        labelled = [each for each in first if words.is_label(each[2])]
        first = labelled if len(labelled) == 1 and len(first) > 1 else first
        columns = [Column(h.place, key, h, unit_in(name, words)) for _, h, name in first]
        if len(columns) == 1:
            match.columns += columns
        else:
            match.twice[key] = columns
        rest += [each[1] for each in headed if each not in first]
        is_label = any(words.is_label(each[2]) for each in first)
        match.labels += is_label
        match.score += _LABEL if is_label else _OTHER
    _match_rest(match, rest, set(found))
    match.columns.sort(key=lambda column: column.place)
    match.score += _NUMBER * (number is not None)
    match.score += _UNKNOWN * (len(match.unknown) + len(match.doubtful))
    match.score += _UNKNOWN * sum(
        field.is_required and field.key not in match.keys for field in words.table.fields
    )
    return match


def _match_rest(match: Match, rest: Sequence[Heading], taken: set[str]) -> None:
    """Give headings of changed names the fields they are like, each field once; what is doubtful is kept."""
    claims: dict[str, list[tuple[Heading, Name]]] = {}
    for heading in rest:
        name = heading.names[0]
        key, is_doubtful = match.words.alike(name)
        if key is None and len(heading.names) > 1:
            name = heading.names[1]
            key, is_doubtful = match.words.alike(name)
        if is_doubtful and key is not None:
            match.doubtful.append(heading)
        elif key is None or key in taken:
            match.unknown.append(heading)
        else:
            claims.setdefault(key, []).append((heading, name))
    for key, claimed in claims.items():
        if len(claimed) > 1:
            match.doubtful += [heading for heading, _ in claimed]
            continue
        heading, name = claimed[0]
        match.columns.append(Column(heading.place, key, heading, unit_in(name, match.words), is_like=True))
        match.score += _LIKE


def _is_enough(match: Match, headings: Sequence[Heading], number: int | None, *, loosely: bool) -> bool:
    """Whether so many columns are known that the row is a header of the table."""
    sure = sum(not column.is_like for column in match.columns) + len(match.twice)
    known = len(match.keys) if loosely else sure
    fields = len(match.words.table.fields)
    named = sum(bool(heading.name) for heading in headings) - (number is not None)
    if known + (number is not None) < min(_LEAST, fields + 1) or not known:
        return False
    if loosely:
        return known >= 0.6 * fields and 2 * known >= named
    return 3 * known >= named or 2 * known >= fields
