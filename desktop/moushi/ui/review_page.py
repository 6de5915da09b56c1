"""The review page: what files, pasted texts and undos would change, taken or rejected edit by edit.

Over 400 lines: it joins the list of things, their sheets and the taking in into one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox

from moushi.changes.model import ChangeSet
from moushi.changes.undo import UndoReview
from moushi.desk import accepting, reviewing, under_review
from moushi.desk.desk import Desk
from moushi.desk.taking_in import Batch, Wish
from moushi.desk.under_review import State, Taken
from moushi.errors import Message, MoushiError, say
from moushi.intake.source import FileKind, SourceFile
from moushi.ui.generated.review_page import Ui_ReviewPage
from moushi.ui.jobs import Report
from moushi.ui.marked_copies import write_marked
from moushi.ui.page import Page, command, separator
from moushi.ui.review_files import STATES, FileList, findings_summary, summary
from moushi.ui.review_sheet import ReviewSheet
from moushi.ui.workplace import Workplace, nothing, rendered

_SHARES = (3, 8, 9)  # of the width: files, edits, old and new

_Pairs = Sequence[tuple[Taken, Taken]]
"""Things as they were and as they are now."""


class ReviewPage(Page):
    """`wanted` asks for the page to be shown, `finished` for the way back to where the person was.

    `columns_wanted` asks what the columns of the list in view hold.
    """

    wanted = Signal()
    finished = Signal()
    columns_wanted = Signal(object)  # Taken
    _applied = Signal(object, object)  # desk, pairs; from whatever thread

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._items: list[Taken] = []
        self._current = -1
        self._desk: Desk | None = None
        self._asked: tuple[object, Wish] | None = None
        self._outdated: list[Taken] = []  # read before other files of the batch came in
        self._under_way: Sequence[Taken] = ()  # being applied
        self.ui = Ui_ReviewPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.files = FileList(self.ui, self.words, self)
        self.things = self.files.model
        self.sheet = ReviewSheet(self.ui, workplace, self)
        self._texts: dict[QAction, Message] = {}
        self._commands = self._make_commands()
        self._wire()
        self.retranslate()

    @property
    def has_open(self) -> bool:
        """Whether anything is still offered here."""
        return bool(self._items)

    def take_in(self, paths: Sequence[Path | SourceFile], wish: Wish = Wish()) -> None:
        """Read files, the files of folders and pasted texts, and show what they would change."""
        self._read(tuple(paths), wish)

    def show_file(self, sha256: str) -> bool:
        """Show the file of that SHA-256; False when it is not under review."""
        place = self._place_of(sha256)
        if place is None:
            return False
        self._current = place
        self._show_all()
        return True

    def source_of(self, sha256: str) -> Path | SourceFile | None:
        """The file of that SHA-256, as long as it is under review."""
        place = self._place_of(sha256)
        return None if place is None else self._items[place].source

    def _place_of(self, sha256: str) -> int | None:
        held = [taken.base.source.sha256 if taken.base else None for taken in self._items]
        return held.index(sha256) if sha256 in held else None

    def let_go(self) -> Sequence[Taken]:
        """Put away what belongs to a store that is no longer open; the answer is what still waited."""
        left, self._items, self._current = self._items, [], -1
        self._show_all()
        return [taken for taken in left if taken.is_open and not taken.is_undo]

    def review_undo(self, undo: UndoReview) -> None:
        """Show an undo on which later changes stand."""
        desk = self.workplace.desk
        self.workplace.run(
            say("Preparing the undo"),
            lambda _report: [reviewing.review_undo(desk, undo)],
            lambda found: self._offer(desk, found),
        )

    def refresh(self) -> None:
        """Drop what belongs to a store that is no longer open."""
        if self._desk is not self.workplace.desk:
            self._desk = self.workplace.desk
            self._items, self._current = [], -1
            self.sheet.locked = False
        self._show_all()

    def follow(self, _change: ChangeSet) -> None:
        """What is offered stays; whether it still fits is seen when it is taken in."""

    def commands(self) -> Sequence[QAction]:
        """Taking, rejecting, suggestions, places, the way back."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text in self._texts.items():
            action.setText(self.words(text))
        self.sheet.retranslate()
        self._show_all()

    def changeEvent(self, event: QEvent) -> None:
        """Write old and new again in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "sheet"):
            self.sheet.recolour()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be brief where there is little room."""
        super().resizeEvent(event)
        self.sheet.fit(self.size())

    # -- reading -----------------------------------------------------------------------------------------

    def _read(self, sources: Sequence[Path | SourceFile], wish: Wish = Wish()) -> None:
        """Read and offer files; of chambers' returns among them it is noted that they came, faulty or not."""
        desk, now = self.workplace.desk, self.workplace.now()

        def work(report: Report) -> Sequence[Taken]:
            from moushi.desk.receiving import receive  # loads the readers

            found = reviewing.take(desk, sources, wish, now.date(), report)
            receive(desk, [taken.base for taken in found if taken.base], now)
            return found

        what = say("Reading files: {count}", count=len(sources))
        self.workplace.run(what, work, lambda found: self._offer(desk, found))

    def _offer(self, desk: Desk, found: Sequence[Taken]) -> None:
        """Show what was read; of one thing alone that leaves nothing to decide, a notice says all."""
        if not found or not self._is_at(desk):
            return
        if self._desk is not desk:
            self._desk, self._items = desk, []
        again = [taken.source for taken in found if taken.source is not None]
        self._items = [held for held in self._items if held.source is None or held.source not in again]
        alone = found[0] if len(found) == 1 and not self._items else None
        if alone and alone.error:
            self.workplace.tell(alone.error)
        elif alone and alone.state is State.SAME and not alone.findings:
            self.workplace.tell(under_review.nothing_new(alone))
        else:
            first = len(self._items)
            self._items += found
            self._current = next((n for n in range(first, len(self._items)) if self._items[n].is_open), first)
            self._show_all()
            self.wanted.emit()
            return
        self._show_all()

    def _wish(self) -> None:
        """Read the thing anew for another year or federation."""
        taken = self._taken
        if taken is None or not taken.can_wish or self.sheet.locked:
            return
        text = self.ui.federation.currentText().strip()
        federation = None if text in ("", self.ui.federation.itemText(0)) else text
        wish = replace(taken.wish, year=self.ui.year.currentData(), federation=federation)
        if wish == taken.wish or self._asked == (taken.source, wish):
            return
        self._asked = (taken.source, wish)  # leaving the field asks a second time
        self._read_again(say("Reading {file}", file=taken.name), [taken], wish)

    def _read_again(self, what: Message, things: Sequence[Taken], wish: Wish | None = None) -> None:
        """Read things anew; what a person has chosen in one meanwhile is kept, unless the wish is another."""
        desk, today = self.workplace.desk, self.workplace.today()

        def work(report: Report) -> _Pairs:
            return [
                (each, reviewing.take_again(desk, each, wish or each.wish, today, report)) for each in things
            ]

        def done(pairs: _Pairs) -> None:
            self._asked = None
            if wish:
                pairs = [(self._now(before), after) for before, after in pairs]
            self._replace([pair for pair in pairs if not _holds(self._under_way, pair[0])])
            self._show_all()

        self.workplace.run(what, work, done)

    def _leave_faulty(self) -> None:
        """Read a return anew without the cells that are faulty, so that the rest can be taken in."""
        taken = self._taken
        if taken and taken.can_leave_faulty and not self.sheet.locked:
            wish = replace(taken.wish, without_faulty=True)
            self._read_again(say("Reading {file}", file=taken.name), [taken], wish)

    def _mark(self) -> None:
        """Write the chamber's own file with what is to be mended marked in it."""
        taken = self._taken
        if taken is None or not taken.can_mark:
            return
        desk = self.workplace.desk
        write_marked(self, self.workplace, taken.name, partial(reviewing.mark, desk, taken))

    def _now(self, before: Taken) -> Taken:
        """A thing as it stands by now."""
        return next((held for held in self._items if held.source is before.source), before)

    # -- applying ----------------------------------------------------------------------------------------

    def _take_in_current(self) -> None:
        if self.ui.takeIn.isEnabled() and self._taken:
            self._apply([self._taken])

    def _take_in_all(self) -> None:
        if self.ui.takeInAll.isEnabled():
            self._apply([taken for taken in self._items if taken.can_apply and taken.is_clean])

    def _apply(self, things: Sequence[Taken]) -> None:
        desk, today = self.workplace.desk, self.workplace.today()

        def work(report: Report) -> None:
            batch = Batch(desk)
            done: list[tuple[Taken, Taken]] = []
            try:
                for number, taken in enumerate(things):
                    report(number, len(things))
                    try:
                        done.append((taken, accepting.apply(desk, batch, taken, today)))
                    except MoushiError as fault:
                        done.append((taken, replace(taken, note=fault.message)))
            finally:  # also when it is cancelled: the files before are taken in
                self._applied.emit(desk, done)

        self._under_way = things
        self.sheet.locked = True
        self._show_buttons()
        self.workplace.run(say("Taking in files: {count}", count=len(things)), work, nothing)

    def _after_applying(self, desk: Desk, done: _Pairs) -> None:
        self._under_way = ()
        self.sheet.locked = False
        if not self._is_at(desk):
            return
        self._replace(done)
        changes = [(now.title, now.change) for _, now in done if now.change]
        if changes:
            self._tell(changes, sum(under_review.left_to_look_at(now) for _, now in done if now.change))
            self._outdated = [
                each for each in self._items if each.can_apply and each.source and not each.note
            ]
        self._go_on()

    def _tell(self, changes: Sequence[tuple[str | Message, ChangeSet]], warnings: int) -> None:
        count = sum(change.edit_count or len(change.edits) for _, change in changes)
        name, change = changes[0]
        if change.undoes:
            self.workplace.tell(say("Done: {title}", title=name))
            return
        text = say("Taken in from {file}; edits: {count}", count=count, file=name)
        if len(changes) > 1:
            text = say("Taken in from {files} files; edits: {count}", count=count, files=len(changes))
            if warnings:
                text = say(
                    "{taken}; warnings that nobody has looked at: {warnings}", taken=text, warnings=warnings
                )
        ids = [str(change.id) for _, change in reversed(changes)]
        self.workplace.tell(text, (say("Undo"), lambda: self._undo(ids)))

    def _undo(self, ids: Sequence[str]) -> None:
        """Take changes back, the newest first, as long as nothing later stands in the way."""
        for change in ids:
            undo = self.workplace.guarded(partial(self.workplace.desk.undo, change))
            self.workplace.take_back(undo)
            if undo is None or not undo.applies_at_once:
                return

    # -- going on ----------------------------------------------------------------------------------------

    @property
    def _taken(self) -> Taken | None:
        return self._items[self._current] if 0 <= self._current < len(self._items) else None

    def _is_at(self, desk: Desk) -> bool:
        """Whether a desk is the one in use still."""
        return self.workplace.is_open and self.workplace.desk is desk

    def _replace(self, pairs: _Pairs) -> None:
        for before, after in pairs:
            self._items = [after if held is before else held for held in self._items]

    def _keep_choice(self) -> None:
        if self.sheet.taken and self._taken:
            self._items[self._current] = self.sheet.taken
            self.files.show(self._items, self._current)
            self._show_buttons()

    def _choose_thing(self, row: int) -> None:
        if 0 <= row < len(self._items) and row != self._current:
            self._current = row
            self._show_thing()

    def _reject(self) -> None:
        if self._taken and self.ui.reject.isEnabled():
            self._items[self._current] = reviewing.rejected(self._taken)
            self._go_on()

    def _go_on(self) -> None:
        """Turn to what is still to be decided; when there is nothing any more, go back."""
        taken = self._taken
        if taken and not taken.is_settled:
            self._show_all()
            return
        order = [*range(self._current + 1, len(self._items)), *range(self._current + 1)]
        following = next((n for n in order if not self._items[n].is_settled), None)
        self._current = -1 if following is None else following
        if following is None:
            self._items = []
        self._show_all()
        if following is None:
            self.finished.emit()
        else:
            self.ui.tree.setFocus()

    def _ask_columns(self) -> None:
        if self._taken and self._taken.kind is FileKind.WORKBOOK and not self.sheet.locked:
            self.columns_wanted.emit(self._taken)

    def _leave(self) -> None:
        """Back to where the person was; what is not decided stays."""
        self.finished.emit()

    def _close(self) -> None:
        """Put away what is left, with a way to have it back."""
        left, current = self._items, self._current
        self._items, self._current = [], -1
        self._show_all()
        names = [taken.title for taken in left if taken.is_open]
        if names:
            desk = self.workplace.desk
            text = say("Not taken in: {file}", file=names[0])
            if len(names) > 1:
                text = say("Files not taken in: {count}", count=len(names))
            self.workplace.tell(text, (say("Show Again"), lambda: self._restore(desk, left, current)))
        self.finished.emit()

    def _restore(self, desk: Desk, left: list[Taken], current: int) -> None:
        if self._is_at(desk) and not any(each in self._items for each in left):
            self._current = len(self._items) + current
            self._items = [*self._items, *left]
            self._show_all()
            self.wanted.emit()

    # -- showing -----------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self.files.show(self._items, self._current)
        self._show_thing()

    def _show_thing(self) -> None:
        taken = self._taken
        if taken and _holds(self._outdated, taken):  # compared with what has come in when it is looked at
            self._outdated = [each for each in self._outdated if each is not taken]
            self._read_again(say("Reading {file}", file=taken.name), [taken])
        self.sheet.show(taken)
        self._show_wish()
        self._show_buttons()

    def _show_wish(self) -> None:
        ui, taken = self.ui, self._taken
        can_wish = bool(taken and taken.can_wish)
        for widget in (ui.year, ui.yearLabel, ui.federation, ui.federationLabel):
            widget.setVisible(can_wish)
        if taken is None or not can_wish or not self.workplace.is_open:
            return
        wish, scope = taken.wish, self.workplace.scope
        years = {*scope.years, *under_review.years(taken), *([wish.year] if wish.year else [])}
        as_said = (self.words(say("by the file")), None)
        _fill(ui.year, [as_said, *((str(year), year) for year in sorted(years, reverse=True))], wish.year)
        names = [holder.name for holder in scope.federations]
        names += [wish.federation] if wish.federation and wish.federation not in names else []
        _fill(ui.federation, [as_said, *((name, name) for name in names)], wish.federation)
        several = under_review.names_owners(taken)
        ui.federation.setEnabled(not several)
        why = self.words(say("The file names several federations itself.")) if several else ""
        ui.federation.setToolTip(why)

    def _show_buttons(self) -> None:
        ui, taken = self.ui, self._taken
        can_write = self.workplace.may_write and not self.sheet.locked
        count = len(taken.accepted.edits) if taken and taken.accepted else 0
        is_undo = bool(taken and taken.is_undo)
        text = say("Undo &It ({count})", count=count) if is_undo else say("Take &In ({count})", count=count)
        ui.takeIn.setText(self.words(text))
        ui.takeIn.setAccessibleName(ui.takeIn.text().replace("&", ""))
        ui.takeIn.setEnabled(bool(can_write and taken and taken.can_apply))
        several = len(self._items) > 1
        clean = sum(1 for each in self._items if each.can_apply and each.is_clean)
        ui.takeInAll.setVisible(several)
        ui.takeInAll.setEnabled(can_write and clean > 0)
        ui.takeInAll.setText(self.words(say("Take In All C&lean Files ({count})", count=clean)))
        ui.leaveFaulty.setVisible(bool(taken and taken.can_leave_faulty))
        ui.leaveFaulty.setEnabled(not self.sheet.locked)
        ui.markedCopy.setVisible(bool(taken and taken.can_mark))
        ui.reject.setVisible(several)
        ui.reject.setEnabled(bool(taken and not taken.is_settled and not self.sheet.locked))
        ui.close.setEnabled(not self.sheet.locked)
        ui.heading.put(
            f"{rendered(self.words, taken.title)} · {self.words(STATES[taken.state])}"
            if taken
            else self.words(say("There is nothing to review."))
        )
        held = taken if taken and taken.review else None
        ui.counted.put(f"{self.words(summary(held))} · {findings_summary(held, self.words)}" if held else "")

    # -- laying out --------------------------------------------------------------------------------------

    def _wire(self) -> None:
        ui = self.ui
        self.first = ui.tree
        for position, share in enumerate(_SHARES):
            ui.splitter.setStretchFactor(position, share)
        ui.things.selectionModel().currentChanged.connect(lambda index: self._choose_thing(index.row()))
        ui.year.activated.connect(lambda _index: self._wish())
        ui.federation.activated.connect(lambda _index: self._wish())
        line = ui.federation.lineEdit()
        if line:
            line.editingFinished.connect(self._wish)
        ui.takeIn.clicked.connect(lambda _checked: self._take_in_current())
        ui.takeInAll.clicked.connect(lambda _checked: self._take_in_all())
        ui.reject.clicked.connect(lambda _checked: self._reject())
        ui.close.clicked.connect(lambda _checked: self._close())
        ui.leaveFaulty.clicked.connect(lambda _checked: self._leave_faulty())
        ui.markedCopy.clicked.connect(lambda _checked: self._mark())
        self.sheet.changed.connect(self._keep_choice)
        self._applied.connect(self._after_applying)
        enter = QShortcut(QKeySequence("Ctrl+Enter"), self)  # the one of the number pad
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        enter.activated.connect(self._take_in_current)

    def _make_commands(self) -> list[QAction]:
        sheet = self.sheet
        made: list[QAction] = []
        for text, key, act in (
            (say("&Take In"), "Ctrl+Return", self._take_in_current),
            (say("Take In All C&lean Files"), "Ctrl+Shift+Return", self._take_in_all),
            (None, "", nothing),
            (say("&Accept All Edits"), "Ctrl+Shift+A", partial(sheet.choose_all, take=True)),
            (say("&Reject All Edits"), "Ctrl+Shift+R", partial(sheet.choose_all, take=False)),
            (say("Take All Su&ggestions"), "Ctrl+Shift+G", sheet.take_all_mends),
            (None, "", nothing),
            (say("&Next Finding"), "F8", partial(sheet.step_finding, 1)),
            (say("Pre&vious Finding"), "Shift+F8", partial(sheet.step_finding, -1)),
            (say("Go to the &Place"), "F4", sheet.go_to_place),
            (say("&Show the Record"), "Shift+F4", sheet.show_record),
            (say("&Open the File"), "", sheet.open_file),
            (say("&Columns of the List…"), "F6", self._ask_columns),
            (say("&Without These Cells"), "", self._leave_faulty),
            (say("Mar&ked Copy…"), "Ctrl+M", self._mark),
            (None, "", nothing),
            (say("&Back"), "Esc", self._leave),
        ):
            if text is None:
                made.append(separator(self))
                continue
            action = command(self, key)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self._texts[action] = text
            made.append(action)
        return made


def _holds(things: Sequence[Taken], one: Taken) -> bool:
    """Whether it is one of these, not only like one: what is chosen in it makes it another."""
    return any(each is one for each in things)


def _fill(box: QComboBox, choices: Sequence[tuple[str, object]], chosen: object) -> None:
    """Offer choices without telling anybody."""
    with QSignalBlocker(box):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
