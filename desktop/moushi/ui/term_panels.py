"""Renewal and extension of a chamber's term: each a panel in place of the page, carried out by one button."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from moushi.desk import renewal, terms
from moushi.desk.entering import entered_date, entered_whole
from moushi.desk.renewal import Congress
from moushi.desk.renewal_draft import RenewalDraft, drop_draft, keep_draft, kept_draft
from moushi.domain.records import Chamber
from moushi.domain.terms import term_ends
from moushi.errors import Message, MoushiError, say
from moushi.ui.cells import settle_cell
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.renewal_extension import Ui_RenewalExtension
from moushi.ui.generated.renewal_panel import Ui_RenewalPanel
from moushi.ui.holder_edit import HolderDelegate
from moushi.ui.record_form import mark
from moushi.ui.register_page import EnterWalk
from moushi.ui.term_officers import OfficersModel
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Proposal

_REST = 400  # milliseconds after the last keystroke before what was typed is looked at


class _Form(Protocol):
    """What both forms have."""

    title: QLabel
    before: QLabel
    advice: QLabel
    fault: QLabel
    fields: QWidget
    act: QPushButton
    cancel: QPushButton

    def retranslateUi(self, widget: QWidget) -> None: ...


class _FieldError(Exception):
    """What was typed in a field cannot be read."""

    def __init__(self, field: QLineEdit, message: Message) -> None:
        super().__init__(str(message))
        self.field = field
        self.message = message


class TermPanel(QWidget):
    """One chamber's panel; nothing of it is in the store before its button is pressed."""

    done = Signal(object)  # the `ChangeSet` that was carried out
    left = Signal()  # Cancel or Esc

    form: _Form
    first: QLineEdit

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        self.chamber: Chamber | None = None
        self.is_touched = False
        self._is_filling = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self.hide()

    def _bind(self, *fields: QLineEdit) -> None:
        """Wire what the form of either panel has."""
        flow = FlowLayout(self.form.fields)
        for part in self.form.fields.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            flow.addWidget(part)
        for field in fields:
            field.textEdited.connect(lambda _: self._touch())
            field.editingFinished.connect(self._look)
        self.form.act.clicked.connect(self.carry_out)
        self.form.cancel.clicked.connect(self.left)
        self.form.advice.hide()
        self.form.fault.hide()

    # -- what the page asks --------------------------------------------------------------------------------

    def begin(self, chamber: Chamber) -> None:
        """Propose what is most likely for a chamber."""
        self.chamber = chamber
        self.is_touched = False
        self._is_filling = True
        self._fill(chamber)
        self._is_filling = False
        self._say()
        self._look()

    def enter(self) -> None:
        """Take the keyboard."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    def follow(self) -> bool:
        """Something has changed in the store; False when the chamber is no longer there."""
        if self.chamber is None:
            return True
        with self._workplace.desk.snapshot() as snapshot:
            self.chamber = snapshot.get(Chamber, self.chamber.id)
        if self.chamber is None:
            return False
        self._say()
        self._look()
        return True

    def carry_out(self) -> None:
        """Carry out what was told, in one step; what cannot be is said, and the panel stays."""
        if self.chamber is None or not self._workplace.may_write or not settle_cell():
            return
        try:
            proposal = self._proposal(self.chamber)
        except _FieldError as fault:
            self._blame(fault.message, fault.field)
            fault.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        except MoushiError as fault:
            self._blame(fault.message)
            return
        change = self._workplace.apply(proposal)
        if change is not None:
            self.is_touched = False
            self.forget()
            self.done.emit(change)

    def put_aside(self) -> None:
        """Keep what was told, to go on with it later."""

    def forget(self) -> None:
        """Keep nothing of what was told."""

    # -- what each panel does ------------------------------------------------------------------------------

    def _fill(self, chamber: Chamber) -> None:
        """Write what is proposed."""
        raise NotImplementedError

    def _proposal(self, chamber: Chamber) -> Proposal:
        """What was told, as a proposal; `_FieldError` or `MoushiError` when it is none."""
        raise NotImplementedError

    def _title(self, chamber: Chamber) -> Message:
        """What the panel is for."""
        raise NotImplementedError

    def _advice(self, chamber: Chamber) -> tuple[Message, ...]:
        """What to look at in what was told so far; `MoushiError` when that cannot be."""
        raise NotImplementedError

    # -- what both do --------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)
            self._say()
            self._look()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _touch(self) -> None:
        if not self._is_filling:
            self.is_touched = True
            self._rest.start()

    def _say(self) -> None:
        if self.chamber is None:
            return
        self.form.title.setText(self._words(self._title(self.chamber)))
        self.form.before.setText(self._words(_before(self.chamber, self._workplace.today())))

    def _look(self) -> None:
        """Say what to look at in what was told so far; a field that cannot be read yet says nothing."""
        self._rest.stop()
        if self.chamber is None or not self._workplace.is_open:
            return
        self._blame(None)
        told: tuple[Message, ...] = ()
        try:
            told = self._advice(self.chamber)
        except _FieldError as fault:
            if not fault.field.hasFocus():
                self._blame(fault.message, fault.field)
        except MoushiError as fault:
            self._blame(fault.message)
        self.form.advice.setText("\n".join(map(self._words, told)))
        self.form.advice.setVisible(bool(told))

    def _blame(self, fault: Message | None, field: QLineEdit | None = None) -> None:
        text = self._words(fault) if fault else ""
        for each in self.form.fields.findChildren(QLineEdit):
            mark(each, text if each is field else "")
        self.form.fault.setText(text)
        self.form.fault.setVisible(bool(text))

    def _day(self, field: QLineEdit) -> date:
        if not field.text().strip():
            raise _FieldError(field, say("Enter the day, for example 2024-6-30."))
        try:
            return entered_date(field.text(), self._workplace.today().year)
        except MoushiError as fault:
            raise _FieldError(field, fault.message) from fault


class RenewalPanel(TermPanel):
    """换届: the day of the congress, the new term, and its officers."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.form = self.ui = Ui_RenewalPanel()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = self.ui.day
        self.officers = OfficersModel(workplace)
        self.ui.officers.show_model(self.officers)
        self.ui.officers.setItemDelegate(HolderDelegate(self.ui.officers))
        self.officers.altered.connect(self._on_altered)
        for changed in (self.officers.rowsInserted, self.officers.rowsRemoved, self.officers.modelReset):
            changed.connect(self._give_room)
        self._are_chosen = False  # officers were ticked, typed or moved
        self._bind(self.ui.day, self.ui.number, self.ui.years)
        walk = EnterWalk(self.ui.fields, last=self.ui.years)
        walk.ended.connect(lambda: self.ui.officers.setFocus(Qt.FocusReason.TabFocusReason))

    def begin(self, chamber: Chamber) -> None:
        """Propose the next term from today, with the officers in office; or go on with what was left."""
        self._are_chosen = False
        super().begin(chamber)
        draft = kept_draft(self._workplace.desk, chamber)
        if draft is not None:
            self._go_on(chamber, draft)

    def put_aside(self) -> None:
        """Keep what was told until the chamber's renewal is gone on with."""
        settle_cell()
        self._keep()

    def forget(self) -> None:
        """Drop what is kept for when the program ends before the renewal is carried out."""
        chamber = self.chamber
        if chamber is not None and self._workplace.may_write:
            self._workplace.guarded(lambda: drop_draft(self._workplace.desk, chamber.id))

    def _begin_anew(self, chamber: Chamber) -> None:
        """Propose the renewal anew, without what was left."""
        if self.isVisible() and self.chamber is not None and self.chamber.id == chamber.id:
            self.forget()
            self.begin(self.chamber)
            self.enter()

    def _go_on(self, chamber: Chamber, draft: RenewalDraft) -> None:
        self.ui.day.setText(draft.day)
        self.ui.number.setText(draft.number)
        self.ui.years.setText(draft.years)
        self.officers.go_on(chamber, draft.lines)
        self._are_chosen = self.is_touched = True
        self._look()
        self._workplace.tell(
            say("{name}: as it was left before the renewal was carried out.", name=chamber.name),
            (say("Start Anew"), lambda: self._begin_anew(chamber)),
        )

    def _keep(self) -> None:
        """Keep what was told so far, in case the program ends."""
        if self.chamber is None or not self.is_touched or not self._workplace.may_write:
            return
        ui = self.ui
        draft = RenewalDraft(
            self.chamber.id, ui.day.text(), ui.number.text(), ui.years.text(), self.officers.lines
        )
        self._workplace.guarded(lambda: keep_draft(self._workplace.desk, draft))

    def _look(self) -> None:
        super()._look()
        self._keep()

    def _fill(self, chamber: Chamber) -> None:
        day = self._workplace.today()
        with self._workplace.desk.snapshot() as snapshot:
            told = renewal.next_congress(snapshot, chamber, day)
        self.ui.day.setText(day.isoformat())
        self.ui.number.setText(_shown(told.number))
        self.ui.years.setText(_shown(told.years))
        self.officers.begin(chamber, told.officers)

    def _title(self, chamber: Chamber) -> Message:
        return say("Renewal: {name}", name=chamber.name)

    def _told(self) -> Congress:
        return Congress(
            self._day(self.ui.day),
            _whole(self.ui.number),
            _whole(self.ui.years),
            self.officers.officers,
        )

    def _advice(self, chamber: Chamber) -> tuple[Message, ...]:
        told = self._told()
        with self._workplace.desk.snapshot() as snapshot:
            if not self._are_chosen:  # those in office on another day may be others
                officers = renewal.next_congress(snapshot, chamber, told.day).officers
                if officers != told.officers:
                    self.officers.begin(chamber, officers)
                    told = self._told()
            renewal.check_congress(snapshot, chamber, told)
            return renewal.renewal_advice(snapshot, chamber, told, self._workplace.today())

    def _proposal(self, chamber: Chamber) -> Proposal:
        with self._workplace.desk.snapshot() as snapshot:
            return renewal.renewal(snapshot, chamber, self._told())

    def _give_room(self) -> None:
        """The officers take the height that there is, as far as they need it."""
        table = self.ui.officers
        rows = self.officers.rowCount() * table.verticalHeader().defaultSectionSize()
        whole = table.horizontalHeader().sizeHint().height() + rows + 2 * table.frameWidth()
        table.setMaximumHeight(max(whole, table.sizeHint().height()))

    def _on_altered(self) -> None:
        self._are_chosen = self.is_touched = True
        self._look()


class ExtensionPanel(TermPanel):
    """延期换届: the day to which the running term is extended."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.form = self.ui = Ui_RenewalExtension()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = self.ui.until
        self._bind(self.ui.until)
        EnterWalk(self.ui.fields, last=self.ui.until).ended.connect(self.carry_out)

    def _fill(self, chamber: Chamber) -> None:
        latest = terms.latest_extension(chamber)
        self.ui.until.setText(latest.isoformat() if latest else "")

    def _title(self, chamber: Chamber) -> Message:
        return say("Extension: {name}", name=chamber.name)

    def _advice(self, chamber: Chamber) -> tuple[Message, ...]:
        latest = terms.latest_extension(chamber)
        self._proposal(chamber)
        return (say("A term is extended once, by a year at most: here to {latest}.", latest=latest),)

    def _proposal(self, chamber: Chamber) -> Proposal:
        terms.check_extendable(chamber)  # whatever day is typed
        return terms.extension(chamber, self._day(self.ui.until))


def _before(chamber: Chamber, today: date) -> Message:
    """The running term in words."""
    state = terms.term_state(chamber, today).word
    number = _shown(chamber.term_number) or "?"
    if chamber.term_began_on is None:
        return say("Running term: number {number}; {state}", number=number, state=state)
    ends = term_ends(chamber)
    return say(
        "Running term: number {number}, from {began} to {ends}; {state}",
        number=number,
        began=chamber.term_began_on,
        ends=ends or "?",
        state=state,
    )


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _whole(field: QLineEdit) -> int | None:
    """The whole number typed in a field; None for nothing."""
    if not field.text().strip():
        return None
    try:
        return entered_whole(field.text())
    except MoushiError as fault:
        raise _FieldError(field, fault.message) from fault
