"""The history page: all changes, newest first, and what each of them did; undo and redo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, QTimer, QUrl
from PySide6.QtGui import QAction, QPalette

from moushi.changes.model import ChangeSet
from moushi.desk import past
from moushi.desk.past import HAPPENING_WORDS, KIND_WORDS, STANDING_WORDS, Detail, Kind, Line, Part, Standing
from moushi.errors import say
from moushi.ui.diff_text import marked, plain
from moushi.ui.generated.history_page import Ui_HistoryPage
from moushi.ui.history_model import HistoryDelegate, HistoryModel
from moushi.ui.page import Page, command, separator
from moushi.ui.workplace import Workplace, rendered

_SHARES = (2, 3)  # of the width: the list, what a change did
_REST = 250  # milliseconds without a keystroke, then it is searched
_LONGEST = 36  # characters of a name that is a text
_PARTS = 100  # records told at first, more when asked for


class HistoryPage(Page):
    """Everything that was changed, to look up and to take back."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._detail: Detail | None = None
        self._most = _PARTS
        self.ui = Ui_HistoryPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.model = HistoryModel(self.words, workplace.now, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._wire()
        self.retranslate()
        self._show_detail()

    def refresh(self) -> None:
        """List the changes of the store anew; the chosen one stays chosen, as far as it is read."""
        held = self._detail.entry.id if self._detail else None
        self._list()
        found = self.model.find(held)
        self._stand_on(found if found.isValid() else self.model.index(0))

    def follow(self, _change: ChangeSet) -> None:
        """Show a new change at the top."""
        self._list()
        self._stand_on(self.model.index(0))

    def show_change(self, change: UUID) -> bool:
        """Go to a change, whatever was searched for before; False when it is not there."""
        with QSignalBlocker(self.ui.text), QSignalBlocker(self.ui.kind):
            self.ui.text.clear()
            self.ui.kind.setCurrentIndex(0)
        self._list()
        while not (found := self.model.find(change)).isValid() and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        if found.isValid():
            self._stand_on(found)
        return found.isValid()

    def commands(self) -> Sequence[QAction]:
        """Taking back, going to the record, searching."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        ui = self.ui
        with QSignalBlocker(ui.kind):
            held = ui.kind.currentIndex()
            ui.kind.clear()
            for kind, word in KIND_WORDS.items():
                ui.kind.addItem(self.words(word), kind)
            ui.kind.setCurrentIndex(max(held, 0))
        self.look_up.setText(self.words(say("&Find in the History")))
        self.take_back.setText(self.words(say("Undo &This Change")))
        self.go_to.setText(self.words(say("&Go to Record")))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language, or in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.workplace.is_open:
            self._show_detail()

    def _lay_out(self) -> None:
        ui = self.ui
        ui.changes.setModel(self.model)
        ui.changes.setItemDelegate(HistoryDelegate(ui.changes))
        for position, share in enumerate(_SHARES):
            ui.splitter.setStretchFactor(position, share)
        ui.reading.document().setDocumentMargin(12)
        self.first = ui.changes

    def _wire(self) -> None:
        ui = self.ui
        self.look_up = command(self, "Ctrl+F")
        self.take_back = command(self, "Ctrl+T")
        self.go_to = command(self, "Ctrl+G")
        self._commands = (self.look_up, separator(self), self.take_back, self.go_to)
        self.look_up.triggered.connect(self._find)
        self.take_back.triggered.connect(self._take_back)
        self.go_to.triggered.connect(self._go_to)
        self._rest.timeout.connect(self._search)
        ui.text.textChanged.connect(lambda _: self._rest.start())
        ui.text.returnPressed.connect(self._search)
        ui.kind.activated.connect(lambda _: self._search())
        ui.changes.selectionModel().currentChanged.connect(lambda now, _: self._choose(now))
        ui.changes.activated.connect(lambda _: self._go_to())
        ui.reading.anchorClicked.connect(self._follow_link)
        ui.undo.clicked.connect(self.workplace.undo)
        ui.redo.clicked.connect(self.workplace.redo)
        ui.takeBack.clicked.connect(self._take_back)
        ui.goTo.clicked.connect(self._go_to)

    def _find(self) -> None:
        self.ui.text.setFocus()
        self.ui.text.selectAll()

    def _search(self) -> None:
        self._rest.stop()
        if self.workplace.is_open:
            self.refresh()

    def _list(self) -> None:
        desk = self.workplace.desk
        kind = Kind(self.ui.kind.currentData() or Kind.ALL)  # Qt hands a plain text back
        self.model.show(desk, past.Wanted(kind, self.ui.text.text()))

    def _stand_on(self, index: QModelIndex) -> None:
        """Choose a line, whatever keys are held down, and show what its change did."""
        line = self.ui.changes.selectionModel()
        is_other = line.currentIndex() != index
        line.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not is_other:  # then nobody was told
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        self._most = _PARTS
        self._read(index)

    def _read(self, index: QModelIndex) -> None:
        """Show what the change on a line did."""
        entry = self.model.entry(index)
        self._detail = None
        if entry:
            desk, most = self.workplace.desk, self._most
            self._detail = self.workplace.guarded(lambda: past.detail(desk, entry.id, most))
        self._show_detail()

    def _show_detail(self) -> None:
        held = self._detail
        standing = held.entry.standing if held else None
        writes = self.workplace.may_write
        can = bool(held and writes and standing is not Standing.UNDONE)
        for control in (self.take_back, self.ui.takeBack):
            control.setEnabled(can)
        there = bool(held and any(part.is_there for part in held.parts))
        for control in (self.go_to, self.ui.goTo):
            control.setEnabled(there)
        self.ui.undo.setEnabled(writes and self._has(self._undoable))
        self.ui.redo.setEnabled(writes and self._has(self._redoable))
        self.ui.reading.document().setDefaultStyleSheet(self._style())
        self.ui.reading.setHtml("".join(self._html(held)) if held else self._nothing())

    def _undoable(self) -> object:
        return self.workplace.desk.store.undo_candidate()

    def _redoable(self) -> object:
        return self.workplace.desk.store.redo_candidate()

    @staticmethod
    def _has(candidate: object) -> bool:
        return callable(candidate) and candidate() is not None

    # -- what a change did, as rich text -----------------------------------------------------------------

    def _nothing(self) -> str:
        if self.ui.text.text().strip() or self.ui.kind.currentIndex() > 0:
            text = say("No change fits. Search for other words, or show all changes.")
        else:
            text = say("Nothing has been changed yet. What you type and take in will be listed here.")
        return f'<p class="quiet">{escape(self.words(text))}</p>'

    def _html(self, detail: Detail) -> Iterator[str]:
        entry = detail.entry
        state = self.words(STANDING_WORDS[entry.standing])
        yield f"<h3>{escape(self.words(entry.title))}</h3>"
        line = f"{self.model.second_line(entry)} · {state}"
        yield f'<p class="quiet">{escape(line)}</p>'
        for number, part in enumerate(detail.parts):
            yield self._part(number, part)
        if detail.left:
            more = self.words(say("Show the other {count} edits", count=detail.left))
            yield f'<p><a href="more:">{escape(more)}</a></p>'

    def _part(self, number: int, part: Part) -> str:
        kind = f"{self.words(HAPPENING_WORDS[part.happening])} · {self.words(part.word)}"
        name = plain(_elided(part.name) or self.words(say("(without a name)")))
        if part.is_there:
            name = f'<a href="record:{number}">{name}</a>'
        rows = "".join(map(self._row, part.lines))
        table = f'<table cellspacing="0" cellpadding="2">{rows}</table>' if rows else ""
        return f'<p class="part"><span class="quiet">{escape(kind)}</span><br>{name}</p>{table}'

    def _row(self, line: Line) -> str:
        label = self.words(line.field)
        label = label[:1].upper() + label[1:]
        old, new = rendered(self.words, line.old), rendered(self.words, line.new)
        if old and new:
            gone, come = marked(old, new, self.palette())
            value = f"{gone}<br>{come}"
        elif old:
            value = f'<span class="quiet gone">{plain(old)}</span>'
        else:
            value = plain(new)
        return f'<tr><td class="quiet label">{escape(label)}</td><td>{value}</td></tr>'

    def _style(self) -> str:
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        return f"""
            h3 {{ margin: 0 0 2px 0; }}
            p {{ margin: 0 0 6px 0; }}
            .part {{ margin: 10px 0 2px 0; }}
            .quiet {{ color: {quiet}; }}
            .gone {{ text-decoration: line-through; }}
            .label {{ padding-right: 10px; white-space: nowrap; }}
        """

    # -- what can be done --------------------------------------------------------------------------------

    def _follow_link(self, link: QUrl) -> None:
        if link.scheme() == "more":
            self._most *= 10
            self._read(self.ui.changes.currentIndex())
        elif self._detail:
            self._go(self._detail.parts[int(link.path())])

    def _go_to(self) -> None:
        """Go to the record whose link has the keyboard, else to the first that is still there."""
        if self._detail is None:
            return
        scheme, _, number = self.ui.reading.textCursor().charFormat().anchorHref().partition(":")
        parts = self._detail.parts
        chosen = parts[int(number)] if scheme == "record" and self.ui.reading.hasFocus() else None
        target = chosen or next((part for part in parts if part.is_there), None)
        if target:
            self._go(target)

    def _go(self, part: Part) -> None:
        self.workplace.reveal(part.kind, part.id)

    def _take_back(self) -> None:
        """Take the chosen change back; with many later changes finding what stands on it takes a while."""
        if self._detail is None or not self.take_back.isEnabled():
            return
        desk, change = self.workplace.desk, str(self._detail.entry.id)
        self.workplace.run(
            say("Preparing the undo"), lambda _report: desk.undo(change), self.workplace.take_back
        )


def _elided(name: str) -> str:
    """A name on one line; the whole text of a long one stands in its field."""
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
