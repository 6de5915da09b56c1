"""A task table (任务分解表) by its column names: one row, one plan item.

Titles above the header, two-row headers, merged cells, group rows, totals and notes are told apart; what has
no place in a plan item becomes a finding that keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from moushi.changes.model import Finding, Severity
from moushi.compile.documents import PROGRESS_COLUMNS, PROGRESS_SHEETS
from moushi.domain.cell_names import column_letters
from moushi.errors import Message, say
from moushi.intake.grid import Grid
from moushi.intake.labels import (
    Told,
    federation_in,
    federation_of,
    names_federations,
    told_by,
    units_of,
    year_in,
)
from moushi.intake.reading import ReadItem, ReadPage, ReadSection, ReadTheme
from moushi.intake.source import SourceFile, UnreadableError
from moushi.intake.values import plain, read_date, read_milestones
from moushi.intake.workbook import Sheet, all_sheets, visible_sheets

_TASKS = {Told.TASK, Told.STEPS}
_SEARCHED = 30  # rows in which a header is looked for
_TOTAL = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计)\s*[:：]?.{0,20}")
_NOTE = re.compile(
    r"(?:注|备注|说明|填表说明|填报说明|填表人|填报人|制表人?|审核人?|联系人|联系电话|[单位主要]*负责人签?字?)"
    r"\s*\d*\s*[:：].*|[※★*].*",
    re.DOTALL,
)
_STEPS = re.compile("[\n①-⑳]")
_GROUP_NUMBER = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:部分|章|节|[、．.:：])|[（(][一二三四五六七八九十]+[）)])[、：:]?\s*"
)
_NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]+[）)]?[、.．]?")


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the columns are; `names` are those of the others, `row` and `last` its first and last row.

    `owner` is the column that may name the federation of each row.
    """

    columns: Mapping[Told, int]
    names: Mapping[int, str]
    row: int
    last: int
    owner: int | None


@dataclass(slots=True)
class _Table:
    """What is read of a sheet while it is read: title, items by owner and category, what to fill down."""

    grid: Grid
    federation: str = ""
    year: int | None = None
    items: dict[tuple[str, str], list[ReadItem]] = field(default_factory=dict)
    places: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    beside: dict[str, list[str]] = field(default_factory=dict)
    owner: str = ""
    category: str = ""
    task: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Where the present items belong: their federation (empty: the title's) and category."""
        return self.owner, self.category

    def hint(self, row: int, column: int, message: Message, action: Message) -> None:
        self.findings.append(Finding(Severity.HINT, self.grid.where(row, column), message, action))

    def begin(self, where: str) -> list[ReadItem]:
        """The items of the present category, which begins here if it is new."""
        self.places.setdefault(self.key, where)
        return self.items.setdefault(self.key, [])

    @property
    def themes(self) -> Iterator[tuple[str, ReadTheme]]:
        """The categories as themes, in order, each with the federation that a column names."""
        for (owner, lead), items in self.items.items():
            label = _GROUP_NUMBER.sub("", lead, count=1)
            yield owner, ReadTheme(lead, self.places[owner, lead], tuple(items), label)


def task_columns(grid: Grid) -> frozenset[Told]:
    """What the columns of a task table on a sheet hold; empty when there is none."""
    header = _find_header(grid)
    return frozenset(header.columns) if header else frozenset()


def is_task_table(source: SourceFile) -> bool:
    """Whether a visible sheet has a task table's header; `UnreadableError` when the file cannot be read."""
    return any(_find_header(Grid(sheet)) for sheet in visible_sheets(source))


def read_task_table(
    source: SourceFile, step: Callable[[], None] = lambda: None, sheets: Iterable[Sheet] | None = None
) -> ReadPage:
    """The task tables of all visible sheets, a section for each federation that a title or a column names.

    `step` is called at each row and ends the reading when it raises; `sheets` are those of the file, where
    they are read already. `UnreadableError` when the file cannot
    be read, no sheet has such a table, or it is a progress sheet.
    """
    tables: list[_Table] = []
    findings: list[Finding] = []
    of_progress: set[str] = set()
    tells_progress = False
    for sheet in all_sheets(source) if sheets is None else sheets:
        if sheet.is_hidden:
            continue
        if sheet.name in PROGRESS_SHEETS:
            of_progress.add(sheet.name)
            tells_progress |= any(set(PROGRESS_COLUMNS) <= set(map(plain, row)) for row in sheet.rows)
        table = _read_sheet(sheet, step)
        if table is not None:
            tables.append(table)
            findings += table.findings
        elif any(any(row) for row in sheet.rows):
            message = say("The sheet has no columns of a task table and was left out.")
            action = say("If it holds tasks, name its columns as in the other sheets.")
            findings.append(Finding(Severity.HINT, sheet.where(0, 0), message, action))
    if tells_progress and len(of_progress) == len(PROGRESS_SHEETS):
        raise UnreadableError(
            "{file}: a progress sheet written by Moushi, no task table. Enter progress in the program; what "
            "can be taken in is the Word article that was exported and edited.",
            file=source.name,
        )
    if not tables:
        raise UnreadableError(
            "{file}: no sheet has the columns of a task table. Name them 类别, 工作任务, 具体举措, 责任单位, "
            "完成时限 or the like and take it in again.",
            file=source.name,
        )
    sections: dict[str, ReadSection] = {}
    for table in tables:
        titled = table.federation or next(iter(sections), "")
        if not table.items:
            sections.setdefault(titled, ReadSection(titled, table.grid.where(0, 0)))
        for owner, theme in table.themes:
            name = owner or titled
            held = sections.get(name, ReadSection(name, theme.where if owner else table.grid.where(0, 0)))
            sections[name] = replace(held, blocks=(*held.blocks, theme))
    year = next((table.year for table in tables if table.year), None)
    return ReadPage(tuple(sections.values()), year=year, findings=tuple(findings))


def _read_sheet(sheet: Sheet, step: Callable[[], None]) -> _Table | None:
    grid = Grid(sheet)
    header = _find_header(grid)
    if header is None:
        return None
    table = _Table(grid)
    _read_title(table, header.row)
    row = header.last + 1
    while row < grid.height:
        step()
        cells = grid.own(row)
        another = _header_at(grid, row) if any(map(told_by, cells.values())) else None
        if another is not None:
            header = another
            row = another.last
            table.task = ""
        elif cells or grid.unreckoned(row):
            _read_row(table, header, row, cells)
        row += 1
    for column, values in table.beside.items():
        where, _, name = column.partition(" ")
        message = say(
            "The column “{column}” has no place in a plan and was left out: {values}",
            column=name,
            values="；".join(values),
        )
        action = say("Enter in the plan what is needed of it, targets as measures.")
        table.findings.append(Finding(Severity.HINT, where, message, action))
    return table


def _find_header(grid: Grid) -> _Header | None:
    rows = range(min(_SEARCHED, grid.height))
    return next((header for row in rows if (header := _header_at(grid, row))), None)


def _header_at(grid: Grid, row: int) -> _Header | None:
    """The header that begins in a row, with a second row under its merged groups if it has one."""
    upper = {column: grid.text(row, column) for column in range(grid.width)}
    first = {column: told for column, text in upper.items() if (told := told_by(text))}
    if len(first) < 2 and not _TASKS & set(first.values()):
        return None
    lower = grid.own(row + 1)
    second: dict[int, Told] = {}
    if all(_under_group(grid, row, column, upper) for column in lower):
        second = {column: told for column, text in lower.items() if (told := told_by(text))}
    columns: dict[Told, int] = {}
    for column, told in sorted((first | second).items()):
        if told is Told.TASK and told in columns and upper[column] != upper[columns[told]]:
            columns.setdefault(Told.STEPS, column)
        columns.setdefault(told, column)
    if len(columns) < 2 or not columns.keys() & _TASKS:
        return None
    last = row + 1 if second else row
    known = set(columns.values())
    names = {c: (lower.get(c) if second else "") or text for c, text in upper.items() if c not in known}
    owner = next((c for c, name in names.items() if names_federations(name)), None)
    return _Header(columns, names, row, last, owner)


def _under_group(grid: Grid, row: int, column: int, upper: Mapping[int, str]) -> bool:
    """Whether a header's cell stands over several columns, of which this is one."""
    left = next((c for c in range(column, -1, -1) if upper[c]), None)
    return left is not None and (told_by(upper[left]) is None or grid.span(row, column) > 1)


def _read_title(table: _Table, end: int) -> None:
    """Federation and year from what stands above the header, else from the sheet's name."""
    for row in range(end):
        _tell_unreckoned(table, row)
        for column, text in table.grid.own(row).items():
            federation, year = federation_in(text), year_in(text)
            table.federation = table.federation or federation
            table.year = table.year or year
            if not federation and not year:
                message = say("“{text}” stands above the table and was left out.", text=text)
                table.hint(row, column, message, say("If it belongs to the plan, enter it there."))
    table.federation = table.federation or federation_in(table.grid.name)
    table.year = table.year or year_in(table.grid.name)


def _read_row(table: _Table, header: _Header, row: int, cells: Mapping[int, str]) -> None:
    """A row under the header: an item, a group, a total, a note, or nothing but its number."""
    if any(_TOTAL.fullmatch(text) for text in list(cells.values())[:1]):
        return
    _tell_unreckoned(table, row, header)
    before = table.owner
    if header.owner is not None and (named := table.grid.text(row, header.owner)):
        owner = federation_of(named)
        if owner or len(cells) > 1:  # else it may be a group or a note
            table.owner = owner
        cells = {column: text for column, text in cells.items() if not owner or column != header.owner}
    if not cells:
        return
    (column, text), *others = cells.items()
    if not others and _NOTE.fullmatch(text):
        message = say("“{text}” stands under the table and was left out.", text=text)
        table.hint(row, column, message, say("If it belongs to the plan, enter it there."))
    elif group := _group(header, row, cells, table.grid):
        table.category, table.task = group, ""
        table.begin(table.grid.where(row, column))
    else:
        _read_item(table, header, row, cells, moved=table.owner != before)


def _tell_unreckoned(table: _Table, row: int, header: _Header | None = None) -> None:
    """A warning for each formula of a row whose result was not saved, except in the column of numbers."""
    number = header.columns.get(Told.NUMBER) if header else None
    for column in table.grid.unreckoned(row):
        if column != number:
            message = say("The cell holds a formula without its result, so it was read as empty.")
            action = say(
                "Open the file in Excel or WPS, save it and take it in again, or type the text into the cell."
            )
            table.findings.append(Finding(Severity.WARNING, table.grid.where(row, column), message, action))


def _group(header: _Header, row: int, cells: Mapping[int, str], grid: Grid) -> str:
    """The name of a group that a row is the heading of; empty when it is none."""
    filled = list(cells.items())
    columns = header.columns
    if len(filled) == 2 and filled[0][0] == columns.get(Told.NUMBER) and _NUMERAL.fullmatch(filled[0][1]):
        del filled[0]  # 一 | 思想政治引领
        return filled[0][1] if filled[0][0] in (columns.get(Told.TASK), columns.get(Told.CATEGORY)) else ""
    (column, text), *others = filled
    if others or text.isdigit():
        return ""
    content = {place for told, place in columns.items() if told not in (Told.NUMBER, Told.CATEGORY)}
    return text if grid.span(row, column) > 2 or column not in content else ""


def _read_item(table: _Table, header: _Header, row: int, cells: Mapping[int, str], *, moved: bool) -> None:
    grid, columns = table.grid, header.columns
    told = {name: grid.text(row, column) for name, column in columns.items()}
    unknown = {name for name, column in columns.items() if grid.is_unreckoned(row, column)}
    if Told.CATEGORY in unknown:
        table.category = ""
    for column, text in cells.items():
        if column not in columns.values():
            place = grid.where(header.last, column)
            name = f"{place} {header.names.get(column) or column_letters(column)}"
            table.beside.setdefault(name, []).append(f"{grid.where(row, column)} {text}")
    category = _one_line(told.get(Told.CATEGORY, "")) or table.category
    if category != table.category:
        table.category, table.task = category, ""
    task, steps = _one_line(told.get(Told.TASK, "")), _one_line(told.get(Told.STEPS, ""))
    if _TASKS & unknown:
        table.task = ""
    if not task and not steps:
        _read_rest(table, header, row, joins=not _TASKS & unknown)
        return
    table.task = task or table.task
    column = columns[Told.STEPS] if steps else columns[Told.TASK]
    if grid.origin(row, column)[0] < row and not moved:  # the words of the row above, merged with this one
        _read_rest(table, header, row, joins=True)
        return
    due_on, milestones = _read_due(table, header, row, told)
    item = ReadItem(
        text=steps or task,
        where=grid.where(row, column),
        begins_paragraph=True,
        short_title=table.task if steps else "",
        units=units_of(told),
        responsible=_one_line(told.get(Told.PERSON, "")),
        leader=_one_line(told.get(Told.LEADER, "")),
        due_on=due_on,
        milestones=milestones,
    )
    table.begin(item.where).append(item)


def _read_due(
    table: _Table, header: _Header, row: int, told: Mapping[Told, str]
) -> tuple[date | None, tuple[tuple[str, date | None], ...]]:
    """The due date and the steps; several steps in the due column count as steps, the last day as due."""
    milestones = read_milestones(told.get(Told.MILESTONES, ""), table.year)
    column = header.columns.get(Told.DUE)
    if column is None:
        return None, milestones
    steps = read_milestones(told[Told.DUE], table.year) if _STEPS.search(told[Told.DUE]) else ()
    if len(steps) > 1 and any(day for _, day in steps):
        return max(day for _, day in steps if day), (*milestones, *steps)
    due_on, finding = read_date(table.grid.value(row, column), table.year, table.grid.where(row, column))
    table.findings += [finding] if finding else []
    return due_on, milestones


def _read_rest(table: _Table, header: _Header, row: int, *, joins: bool) -> None:
    """A row without words of its own for a task: its units join the item above, the rest is a finding."""
    own = table.grid.own(row)
    kept = {name: own[column] for name, column in header.columns.items() if column in own}
    items = table.items.get(table.key)
    if items and joins:
        units = tuple(dict.fromkeys((*items[-1].units, *units_of(kept))))
        items[-1] = replace(items[-1], units=units)
        for name in (Told.LEAD_UNIT, Told.UNIT, Told.SUPPORT):
            kept.pop(name, None)
    for name in (Told.NUMBER, Told.CATEGORY):
        kept.pop(name, None)
    for name, text in kept.items():
        message = say("“{text}” stands in a row without a task and was left out.", text=text)
        action = say("Enter it in the plan with the item that it belongs to.")
        where = table.grid.where(row, header.columns[name])
        table.findings.append(Finding(Severity.WARNING, where, message, action))


def _one_line(text: str) -> str:
    """A cell's words without its line breaks."""
    return re.sub(r"\s*\n\s*", "", text).strip()
