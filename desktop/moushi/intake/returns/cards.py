"""A form's table of one row, set as labels with the values beside or below them, wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from moushi.changes.model import Severity
from moushi.domain.returns import FormField
from moushi.errors import say
from moushi.intake.returns.cells import TableCells
from moushi.intake.returns.labels import Name, Words, in_unit, name_of, unit_in
from moushi.intake.returns.parts import Page
from moushi.intake.returns.reading import ReadCell, ReadRow
from moushi.intake.returns.rows import number_of

_LONGEST = 40
_GAP = 6  # rows between two labels of one card
_SEARCHED = 3_000  # rows among which a card is looked for
_HEADS = re.compile(
    "(?:填[写报]|现有|最新|更新|核对)?(?:内容|情况|信息|数据)|填[写报]|变更后(?:内容|情况|信息)?|数值|值"
)
_HELPS = re.compile("(?:填[写报])?(?:说明|要求|帮助|提示)|备注")
_ITEMS = re.compile("项目|填报项目|内容项|指标|事项|名目")
_KNOWN_HELP = re.compile("只填|填百分|填月份|按年-月-日|从.{0,4}选|18位|例如|留空|不用填|用不着")


@dataclass(frozen=True, slots=True)
class _Label:
    row: int
    column: int
    key: str
    name: Name
    is_like: bool = False


@dataclass(slots=True)
class Card:
    """The labels of a card on a page, and where its values stand."""

    page: Page
    words: Words
    labels: list[_Label]
    twice: list[_Label] = field(default_factory=list)
    head: int | None = None  # the row that names its columns
    value_place: int | None = None
    help_place: int | None = None
    named: float = 0.0
    spoken: set[tuple[int, int]] = field(default_factory=set)  # cells that are read or said

    @property
    def key(self) -> tuple[str, str]:
        """The form and the table."""
        return self.words.form.name, self.words.table.key

    @property
    def first(self) -> int:
        """Its first row."""
        rows = [label.row for label in self.labels]
        return min(rows) if self.head is None else min(self.head, *rows)

    @property
    def last(self) -> int:
        """Its last row."""
        return max(label.row for label in self.labels)

    @property
    def top(self) -> int:
        """Its first row, as a `Part` has one."""
        return self.first

    @property
    def rows(self) -> range:
        """All its rows."""
        return range(self.first, self.last + 1)

    @property
    def covered(self) -> set[int]:
        """The same, as a `Part` has them."""
        return set(self.rows)


def find_card(page: Page, words: Words) -> Card | None:
    """The card of a table on a page; None where fewer than half of its labels are found together."""
    found = list(_labels(page, words))
    least = max(2, (len(words.table.fields) + 1) // 2)
    best: list[_Label] = []
    for cluster in _clusters(found):
        if len({label.key for label in cluster}) > len({label.key for label in best}):
            best = cluster
    keys = {label.key for label in best}
    rows = {label.row for label in best}
    if len(keys) < least or len(rows) * 3 < len(keys):
        return None
    columns = Counter(label.column for label in best)
    main = [label for label in best if columns[label.column] > 1 or len(columns) == len(best)]
    by_key: dict[str, list[_Label]] = {}
    for label in main:
        by_key.setdefault(label.key, []).append(label)
    card = Card(page, words, [])
    for labels in by_key.values():
        proper = [label for label in labels if words.is_label(label.name)]
        if len(labels) == 1 or len(proper) == 1:
            card.labels += labels if len(labels) == 1 else proper
        else:
            card.twice += labels
    card.labels.sort(key=lambda label: (label.row, label.column))
    if len(card.labels) < 2:
        return None
    _head(card)
    _changed(card)
    return card


def _labels(page: Page, words: Words) -> Iterator[_Label]:
    met: dict[str, str | None] = {}
    for row, values in enumerate(page.sheet.rows[:_SEARCHED]):
        for column, value in enumerate(values):
            if type(value) is str and value and len(value) <= _LONGEST and not value.isascii():
                if value not in met:
                    met[value] = words.key(name_of(value))
                if key := met[value]:
                    yield _Label(row, column, key, name_of(value))


def _clusters(labels: Sequence[_Label]) -> Iterator[list[_Label]]:
    """Labels that stand near each other."""
    cluster: list[_Label] = []
    for label in labels:
        if cluster and label.row - cluster[-1].row > _GAP:
            yield cluster
            cluster = []
        cluster.append(label)
    if cluster:
        yield cluster


def _head(card: Card) -> None:
    """The row above the labels that says where to type."""
    top, grid = card.labels[0].row, card.page.grid
    for row in range(top - 1, max(-1, top - 4), -1):
        own = grid.own(row)
        names = {column: name_of(text).bare for column, text in own.items()}
        values = [column for column, name in names.items() if _HEADS.fullmatch(name)]
        items = [column for column, name in names.items() if _ITEMS.fullmatch(name)]
        if items or (values and len(own) > 1):
            card.head = row
            card.value_place = values[0] if len(values) == 1 else None
            helps = [column for column, name in names.items() if _HELPS.fullmatch(name)]
            card.help_place = helps[0] if helps else None
            return
        if own:
            return


def _changed(card: Card) -> None:
    """Labels of changed names: in the same column, like a field that has none yet."""
    taken = {label.key for label in [*card.labels, *card.twice]}
    columns = {label.column for label in card.labels}
    places = {(label.row, label.column) for label in [*card.labels, *card.twice]}
    claims: dict[str, list[_Label]] = {}
    for row in range(card.first, card.last + 1):
        for column, text in card.page.grid.own(row).items():
            if column not in columns or (row, column) in places or row == card.head or len(text) > _LONGEST:
                continue
            name = name_of(text)
            key, is_doubtful = card.words.alike(name)
            if key and not is_doubtful and key not in taken:
                claims.setdefault(key, []).append(_Label(row, column, key, name, is_like=True))
    card.labels += [claimed[0] for claimed in claims.values() if len(claimed) == 1]
    card.labels.sort(key=lambda label: (label.row, label.column))


def read_card(card: Card, known: Mapping[int, UUID], year: int | None) -> tuple[ReadRow, tuple[str, ...]]:
    """The one row of a card, and the fields of which it has no label; says what else stands in it."""
    grid, sheet = card.page.grid, card.page.sheet
    cells: dict[str, ReadCell] = {}
    spoken = card.spoken
    is_below = _is_below(card)
    for label in card.labels:
        asked = card.words.table.field(label.key)
        if asked is None:
            continue
        spoken.add((label.row, label.column))
        read = _in_its_unit(card, label, asked)
        row, column = _place(card, label, is_below=is_below)
        spoken.add((row, column))
        if read is not None:
            cells[label.key] = TableCells(sheet, grid, [(column, read)], year).cell(row, label.key)
            if label.is_like:
                message = say(
                    "“{name}” was taken as {meaning}, by a word of it.",
                    name=grid.text(label.row, label.column),
                    meaning=asked.label,
                )
                action = say("If that is wrong, give it its name back.")
                card.page.tell(Severity.WARNING, label.row, label.column, message, action)
    for label in card.twice:
        spoken.add((label.row, label.column))
        message = say(
            "“{name}” stands here more than once, so it was not read.",
            name=grid.text(label.row, label.column),
        )
        action = say("Leave it once, with what is right, and take the file in again.")
        card.page.tell(Severity.WARNING, label.row, label.column, message, action)
    _tell_rest(card)
    missing = tuple(each.key for each in card.words.table.fields if each.key not in cells)
    absent = [
        each.label
        for each in card.words.table.fields
        if each.key in missing and each.key not in {label.key for label in [*card.labels, *card.twice]}
    ]
    if absent and card.words.version == card.words.form.version:
        message = say(
            "Lines of the form are not there: {names}. What they hold stays as it is.",
            names="、".join(absent),
        )
        action = say("If one was renamed, give it its name back and take the file in again.")
        card.page.hint(card.first, 0, message, action)
    number, record = next(iter(known.items()), (None, None))
    first = card.labels[0]
    is_hidden = any(label.row in sheet.hidden_rows for label in card.labels)
    return ReadRow(grid.where(first.row, first.column), number, record, cells, is_hidden), missing


def _in_its_unit(card: Card, label: _Label, asked: FormField) -> FormField | None:
    unit = unit_in(label.name, card.words)
    read = in_unit(asked, unit)
    if read is None:
        message = say(
            "“{name}” asks in {unit}, the form in {other}, so it was not read.",
            name=card.page.grid.text(label.row, label.column),
            unit=unit,
            other=asked.unit or "—",
        )
        action = say("Type the number in the form's unit, name it so and take the file in again.")
        card.page.tell(Severity.WARNING, label.row, label.column, message, action)
    return read


def _is_below(card: Card) -> bool:
    """Whether the values stand below the labels: nothing is beside any of them."""
    grid = card.page.grid
    if card.value_place is not None:
        return False
    places = {(label.row, label.column) for label in card.labels}
    beside = below = 0
    for label in card.labels:
        right = label.column + grid.span(label.row, label.column)
        if (label.row, right) not in places and right < grid.width and grid.text(label.row, right):
            beside += 1
        under = label.row + 1
        if (under, label.column) not in places and under < grid.height:
            below += bool(grid.text(under, label.column))
    return below > beside


def _place(card: Card, label: _Label, *, is_below: bool) -> tuple[int, int]:
    """Where the value of a label stands: below it, or beside it past columns that are all empty."""
    grid = card.page.grid
    if is_below:
        row = label.row + 1
        while grid.origin(row, label.column) == (label.row, label.column) and row < grid.height:
            row += 1
        return row, label.column
    if card.value_place is not None and label.column < card.value_place:
        return grid.origin(label.row, card.value_place)[0], card.value_place
    column = label.column + grid.span(label.row, label.column)
    others = {each.column for each in card.labels}
    rows = [each.row for each in card.labels if each.column == label.column]
    start = column
    while column < grid.width and column not in others and column != card.help_place:
        if any(grid.text(row, column) for row in rows):
            return label.row, column
        column += 1
    return label.row, start


def _tell_rest(card: Card) -> None:
    """Say what stands among the labels and is neither a value nor the form's own help."""
    page, grid = card.page, card.page.grid
    helps = {each.help for each in card.words.table.fields if each.help}
    leftmost = min(label.column for label in card.labels)
    for row in range(card.first, card.last + 1):
        if row == card.head:
            continue
        rest = {
            column: text
            for column, text in grid.own(row).items()
            if (row, column) not in card.spoken
            and not any(each in text for each in helps)
            and not _KNOWN_HELP.search(text)
            and not (number_of(text) is not None and column < leftmost)
        }
        if rest:
            text = " ".join(rest.values())
            message = say("“{text}” stands beside the form's lines and was left out.", text=text)
            page.hint(row, min(rest), message, say("If it matters, enter it by hand."))
