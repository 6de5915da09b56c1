"""The returns of a period as lines, and those of a year as a matrix of chambers and periods."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from moushi.desk.returns import COLOURS, STATE_WORDS, Board, Return, Totals, todo_words
from moushi.domain.kinds import Colour, ReturnEvent
from moushi.domain.period import Period
from moushi.domain.reading import reading_order
from moushi.domain.records import Chamber
from moushi.domain.returns import ReturnLine, ReturnState
from moushi.errors import Message, say
from moushi.ui.cells import COLOUR_ROLE, TEXT, Index, brush
from moushi.ui.words import Words

NAME, OWNER, STATE, SENT, DUE, CAME, FILE, TODO = range(8)

HEADS: Mapping[int, Message] = {
    NAME: say("Chamber"),
    OWNER: say("Federation"),
    STATE: say("State"),
    SENT: say("Sent out"),
    DUE: say("Due on"),
    CAME: say("Received"),
    FILE: say("File"),
    TODO: say("Still to be done"),
}

_URGENT = (
    *(ReturnState.OVERDUE, ReturnState.TO_MEND, ReturnState.RECEIVED),
    *(ReturnState.SENT, ReturnState.TAKEN_IN, ReturnState.NOT_SENT),
)
"""States in the order in which they are seen to."""

_EARLIEST = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Seen:
    """How a person sees a board: in which words, at what time and place, whose chambers."""

    words: Words
    now: datetime
    owners: Mapping[UUID, str] = field(default_factory=dict)

    def day(self, at: datetime | None) -> str:
        """The day of an instant, where the person is."""
        if at is None:
            return ""
        here = at.astimezone(self.now.tzinfo)
        return f"{here:%m-%d}" if here.year == self.now.year else f"{here:%Y-%m-%d}"

    def todo(self, each: Return) -> str:
        """What is still to be done about a return."""
        return " · ".join(map(self.words, todo_words(each)))

    def story(self, each: Return) -> str:
        """What happened to a return until now."""
        return " · ".join(self.words(self._event(line)) for line in each.lines)

    def _event(self, line: ReturnLine) -> Message:
        day = self.day(line.at)
        match line.event:
            case ReturnEvent.SENT if line.due_on:
                return say("{day} sent out, due {due}", day=day, due=f"{line.due_on:%m-%d}")
            case ReturnEvent.SENT:
                return say("{day} sent out", day=day)
            case ReturnEvent.RECALLED:
                return say("{day} recalled", day=day)
            case ReturnEvent.RECEIVED:
                return say("{day} received {file}", day=day, file=base_name(line.file))
            case ReturnEvent.MARKED:
                return say("{day} marked copy sent back", day=day)

    def owner(self, chamber: Chamber) -> str:
        """Whose chamber it is."""
        return self.owners.get(chamber.federation_id, "")


class ReturnsModel(QAbstractTableModel):
    """A line for each chamber's return of one period; sorted as it was asked for last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self._lines: list[Return] = []
        self._sorting = (NAME, Qt.SortOrder.AscendingOrder)

    @property
    def lines(self) -> Sequence[Return]:
        """The returns that are shown, in order."""
        return self._lines

    def show(self, seen: Seen, lines: Sequence[Return]) -> None:
        """Show these returns."""
        self.beginResetModel()
        self._seen, self._lines = seen, list(lines)
        self._arrange()
        self.endResetModel()

    def line(self, index: Index) -> Return | None:
        """The return on a line."""
        return self._lines[index.row()] if index.isValid() else None

    def place(self, chamber: UUID | None) -> int:
        """Where a chamber's return stands; -1 where it does not."""
        return next((n for n, each in enumerate(self._lines) if each.chamber.id == chamber), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines in the order of a column."""
        self._sorting = column, order
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._lines[index.row()].chamber.id for index in held]
        self._arrange()
        places = {each.chamber.id: row for row, each in enumerate(self._lines)}
        moved = [self.index(places[each], index.column()) for each, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each chamber."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Chamber, state, days, file, what is to be done."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' heads."""
        if orientation != Qt.Orientation.Horizontal or self._seen is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._seen.words(HEADS[section])
        return TEXT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        each = self.line(index)
        tell = _LINE_SAYS.get(role)
        return tell(self, each, index.column()) if tell and each and self._seen else None

    def _spoken(self, each: Return, column: int) -> str:
        assert self._seen is not None
        return f"{self._seen.words(HEADS[column])}: {self._text(each, column)}"

    def _ink(self, each: Return, column: int) -> Any:
        return _quiet(each.state) if column == STATE else None

    def _colour(self, each: Return, column: int) -> Colour | None:
        return COLOURS[each.state] if column == STATE else None

    def _text(self, each: Return, column: int) -> str:
        seen, course = self._seen, each.course
        assert seen is not None
        tell: Mapping[int, Callable[[], str]] = {
            NAME: lambda: each.chamber.name,
            STATE: lambda: seen.words(STATE_WORDS[each.state]),
            SENT: lambda: seen.day(course.sent.at if course.sent else None),
            DUE: lambda: _day(each, seen),
            CAME: lambda: seen.day(course.came.at if course.came else None),
            FILE: lambda: base_name(course.came.file) if course.came else "",
            TODO: lambda: seen.todo(each),
            OWNER: lambda: seen.owner(each.chamber),
        }
        return tell[column]()

    def _arrange(self) -> None:
        column, order = self._sorting
        self._lines.sort(key=lambda each: reading_order(each.chamber.name))
        if column != NAME or order == Qt.SortOrder.DescendingOrder:
            self._lines.sort(
                key=lambda each: self._key(each, column), reverse=order == Qt.SortOrder.DescendingOrder
            )

    def _key(self, each: Return, column: int) -> Any:
        sent, came = each.course.sent, each.course.came
        match column:
            case _ if column == STATE:
                return _URGENT.index(each.state)
            case _ if column == SENT:
                return sent.at.isoformat() if sent else _EARLIEST
            case _ if column == DUE:
                return each.due_on.isoformat() if each.due_on else _EARLIEST
            case _ if column == CAME:
                return came.at.isoformat() if came else _EARLIEST
            case _:
                return reading_order(self._text(each, column))


_LINE_SAYS: Mapping[int, Callable[[ReturnsModel, Return, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: ReturnsModel._text,  # noqa: SLF001 - what the model itself says, by role
    Qt.ItemDataRole.ToolTipRole: ReturnsModel._text,  # noqa: SLF001
    Qt.ItemDataRole.AccessibleTextRole: ReturnsModel._spoken,  # noqa: SLF001
    Qt.ItemDataRole.ForegroundRole: ReturnsModel._ink,  # noqa: SLF001
    COLOUR_ROLE: ReturnsModel._colour,  # noqa: SLF001
}


class MatrixModel(QAbstractTableModel):
    """Chambers down, a year's periods across, in each cell how far the return is.

    The heads stay in view where the table scrolls: they tell the chambers, and how many returns of a period
    came of how many that were sent out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self._board: Board | None = None
        self._chambers: tuple[Chamber, ...] = ()
        self._totals: list[Totals] = []

    @property
    def chambers(self) -> Sequence[Chamber]:
        """The chambers that are shown, in order."""
        return self._chambers

    def show(self, seen: Seen, board: Board, chambers: Sequence[Chamber]) -> None:
        """Show these chambers of a board."""
        self.beginResetModel()
        self._seen, self._board, self._chambers = seen, board, tuple(chambers)
        self._totals = [board.totals(period) for period in board.periods]
        self.endResetModel()

    def chamber(self, index: Index) -> Chamber | None:
        """The chamber of a line."""
        return self._chambers[index.row()] if index.isValid() else None

    def period(self, index: Index) -> Period | None:
        """The period of a column."""
        return self._board.periods[index.column()] if self._board and index.isValid() else None

    def index_of(self, chamber: UUID | None, period: Period) -> QModelIndex:
        """The cell of a chamber (None: the first) and a period."""
        if self._board is None or period not in self._board.periods:
            return QModelIndex()
        row = next((n for n, each in enumerate(self._chambers) if each.id == chamber), 0)
        return self.index(row, self._board.periods.index(period))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each chamber."""
        return 0 if parent.isValid() else len(self._chambers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Its periods."""
        return 0 if parent.isValid() or self._board is None else len(self._board.periods)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Chambers by their names, periods with how many of their returns came."""
        if self._seen is None or self._board is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TEXT
        if orientation == Qt.Orientation.Vertical:
            is_told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self._chambers[section].name if is_told else None
        words, totals = self._seen.words, self._totals[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                label = period_label(words, self._board.periods[section])
                return f"{label}\n{totals.came}/{totals.sent}" if totals.sent or totals.came else label
            case Qt.ItemDataRole.ToolTipRole:
                return words(totals_words(totals))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows: a state in a word, with its colour."""
        tell = _CELL_SAYS.get(role)
        each = self._return(index) if tell else None
        return tell(self, each) if tell and each and self._seen else None

    def rows_to_copy(self, indexes: Sequence[QModelIndex]) -> list[list[str]]:
        """The cells with their heads, row by row, as they are copied."""
        assert self._seen is not None
        rows, columns = (sorted({part(index) for index in indexes}) for part in (_row_of, _column_of))
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        head = [self._seen.words(HEADS[NAME])]
        head += [str(self.headerData(column, across)).partition("\n")[0] for column in columns]
        return [
            head,
            *(
                [str(self.headerData(row, down)), *(str(self.index(row, c).data()) for c in columns)]
                for row in rows
            ),
        ]

    def _return(self, index: Index) -> Return | None:
        chamber, period = self.chamber(index), self.period(index)
        return self._board.one(chamber, period) if self._board and chamber and period else None

    def _text(self, each: Return) -> str:
        assert self._seen is not None
        return self._seen.words(STATE_WORDS[each.state])

    def _told(self, each: Return) -> str:
        """A cell in full: with what is still to be done."""
        assert self._seen is not None
        return " · ".join(filter(None, (self._text(each), self._seen.todo(each))))

    def _spoken(self, each: Return) -> str:
        assert self._seen is not None
        return f"{each.chamber.name}, {period_label(self._seen.words, each.period)}: {self._told(each)}"

    def _ink(self, each: Return) -> Any:
        return _quiet(each.state)

    def _colour(self, each: Return) -> Colour | None:
        return COLOURS[each.state]


_CELL_SAYS: Mapping[int, Callable[[MatrixModel, Return], Any]] = {
    Qt.ItemDataRole.DisplayRole: MatrixModel._text,  # noqa: SLF001 - what the model itself says, by role
    Qt.ItemDataRole.ToolTipRole: MatrixModel._told,  # noqa: SLF001
    Qt.ItemDataRole.AccessibleTextRole: MatrixModel._spoken,  # noqa: SLF001
    Qt.ItemDataRole.ForegroundRole: MatrixModel._ink,  # noqa: SLF001
    COLOUR_ROLE: MatrixModel._colour,  # noqa: SLF001
}


def _row_of(index: QModelIndex) -> int:
    return index.row()


def _column_of(index: QModelIndex) -> int:
    return index.column()


def totals_words(totals: Totals) -> Message:
    """How many returns of a period are how far."""
    return say(
        "Sent out {sent} · received {came} · to be mended {mend} · overdue {overdue}",
        sent=totals.sent,
        came=totals.came,
        mend=totals.to_mend,
        overdue=totals.overdue,
    )


def _day(each: Return, seen: Seen) -> str:
    if each.due_on is None:
        return ""
    return f"{each.due_on:%m-%d}" if each.due_on.year == seen.now.year else each.due_on.isoformat()


def _quiet(state: ReturnState) -> Any:
    return brush(QPalette.ColorRole.PlaceholderText) if state is ReturnState.NOT_SENT else None


def base_name(file: str) -> str:
    """A file's name without its folder, whatever system it was on."""
    return file.replace("\\", "/").rpartition("/")[2]


def period_label(words: Words, period: Period) -> str:
    """A period of the year in view in a few characters: a month, a quarter, the year."""
    match period.last - period.first:
        case 0:
            return QLocale().standaloneMonthName(period.first, QLocale.FormatType.ShortFormat)
        case 2:
            return words(say("Q{quarter}", quarter=period.last // 3))
        case _:
            return words(say("whole year"))
