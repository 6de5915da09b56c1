"""The form of one chamber: its fields, its terms, recognitions and posts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from moushi.desk import four_goods, terms
from moushi.desk.entering import entered, entered_whole
from moushi.desk.four_goods import Recognition
from moushi.domain.kinds import ChamberKind
from moushi.domain.record import field_of
from moushi.domain.records import Chamber, Township
from moushi.domain.terms import term_ends
from moushi.domain.uscc import uscc_advice
from moushi.errors import Message, MoushiError, say
from moushi.ui.cells import StateDelegate
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.chambers_page import Ui_ChambersPage
from moushi.ui.holder_edit import HolderDelegate
from moushi.ui.post_table import ChamberPosts
from moushi.ui.record_form import RecordForm, fill_choices, index_of, named_choices
from moushi.ui.register_page import EnterWalk, Labels, keep_tidy
from moushi.ui.term_tables import STATE_COLUMN, RatingsModel, TermsModel
from moushi.ui.workplace import Workplace

_EXTENDED = "term_extended_to"


class ChamberFields(RecordForm):
    """The fields of a chamber, which take no extension that the rules forbid."""

    def _keep(self, name: str, text: str, *, leaving: bool) -> bool:
        if name == _EXTENDED and (fault := self._forbidden(text)) is not None:
            self._blame(name, fault)
            return False
        return super()._keep(name, text, leaving=leaving)

    def _forbidden(self, text: str) -> Message | None:
        """Why the term cannot be extended to the day typed; None also for what is no day."""
        chamber, draft = self.record, self._drafts[_EXTENDED]
        if not isinstance(chamber, Chamber) or not draft.is_dirty or not text.strip():
            return None
        try:
            until = entered(field_of(Chamber, _EXTENDED), text, year=self._year())
        except MoushiError:
            return None  # which the field itself will say
        if not isinstance(until, date):
            return None
        try:
            terms.check_extension(chamber, until)
            if draft.visit is None:  # else it was typed in this very visit, and is being put right
                terms.check_only_extension(chamber, until)
        except MoushiError as fault:
            return fault.message
        return None


class ChamberForm(QObject):
    """The right half of the chambers page."""

    renewing = Signal()  # the person wants to enter a renewal
    extending = Signal()  # or an extension

    def __init__(self, workplace: Workplace, ui: Ui_ChambersPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._ui = ui
        self.fields = ChamberFields(
            workplace,
            Chamber,
            {
                "name": ui.name,
                "kind": ui.chamberKind,
                "township_id": ui.township,
                "uscc": ui.uscc,
                "secretary": ui.secretary,
                "term_number": ui.termNumber,
                "term_began_on": ui.termBeganOn,
                "term_years": ui.termYears,
                _EXTENDED: ui.termExtendedTo,
                "founded_on": ui.foundedOn,
                "dissolved_on": ui.dissolvedOn,
                "party_branch": ui.partyBranch,
                "full_time_staff": ui.fullTimeStaff,
                "rating_level": ui.ratingLevel,
                "rating_year": ui.ratingYear,
            },
            ui.fault,
            year=lambda: workplace.today().year,
            parent=self,
        )
        self.fields.shown.connect(lambda _: self._on_shown())
        self.fields.typed.connect(lambda name, _: self._advise_code() if name == "uscc" else None)
        self.posts = ChamberPosts(workplace, lambda: self.chamber)
        ui.posts.show_model(self.posts)
        ui.posts.setItemDelegate(HolderDelegate(ui.posts))
        self.terms = TermsModel(workplace, lambda: self.chamber)
        ui.terms.show_model(self.terms)
        ui.terms.setItemDelegateForColumn(STATE_COLUMN, StateDelegate(ui.terms))
        self.ratings = RatingsModel(workplace, lambda: self.chamber)
        ui.ratings.show_model(self.ratings)
        bar = FlowLayout(ui.termBar, 6)
        for button, asked in ((ui.renew, self.renewing), (ui.extend, self.extending)):
            bar.addWidget(button)
            button.clicked.connect(asked)
        EnterWalk(ui.form)
        self.recognising = _Recognising(workplace, ui, self)
        self._labels = Labels(ui.panel, ui.basicsFields, ui.termFields, ui.ratingFields)
        keep_tidy(ui.uscc)
        self._on_shown()

    @property
    def chamber(self) -> Chamber | None:
        """The chamber as it is kept; None when the form is empty."""
        record = self.fields.record
        return record if isinstance(record, Chamber) else None

    @property
    def stored(self) -> Chamber | None:
        """The chamber, if it is in the store already."""
        return None if self.fields.is_new else self.chamber

    def fill(self, townships: Iterable[Township]) -> None:
        """Offer the townships."""
        fill_choices(self._ui.township, named_choices(townships), self._workplace, empty="")
        if self.chamber:
            self._ui.township.setCurrentIndex(index_of(self._ui.township, self.chamber.township_id))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        fill_choices(self._ui.chamberKind, ChamberKind, self._workplace)
        self._labels.align()
        self._on_shown()

    def _on_shown(self) -> None:
        ui, chamber = self._ui, self.chamber
        ui.form.setVisible(chamber is not None)
        ui.empty.setVisible(chamber is None)
        is_stored = self.stored is not None
        for part in (ui.terms, ui.termBar, ui.ratingsTitle, ui.ratings, ui.postsTitle, ui.posts):
            part.setVisible(is_stored)
        self.recognising.follow(self.stored)
        may_write = self._workplace.may_write
        for button in (ui.renew, ui.extend):
            button.setEnabled(may_write)
        if chamber is not None:
            ui.termLine.setText("\n".join(map(self._words, self._term_words(chamber))))
        self._advise_code()
        if self._workplace.is_open:
            for model in (self.posts, self.terms, self.ratings):
                model.refresh()

    def _term_words(self, chamber: Chamber) -> Iterable[Message]:
        ends = term_ends(chamber)
        state = terms.term_state(chamber, self._workplace.today()).word
        yield say("Ends on {day}: {state}", day=ends.isoformat(), state=state) if ends else state
        advice = terms.term_advice(chamber)
        if advice:
            yield advice

    def _advise_code(self) -> None:
        advice = uscc_advice(self._ui.uscc.text())
        self._ui.usccAdvice.setText(escape(self._words(advice)) if advice else "")
        self._ui.usccAdvice.setVisible(advice is not None)


class _Recognising(QObject):
    """新认定: level and year in a line of their own, entered in one step."""

    def __init__(self, workplace: Workplace, ui: Ui_ChambersPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._chamber: Chamber | None = None
        self._line = (ui.newLevel, ui.newYear, ui.keepRecognition, ui.dropRecognition)
        bar = FlowLayout(ui.ratingBar, 6)
        for part in (ui.recognise, *self._line):
            bar.addWidget(part)
        ui.recognise.clicked.connect(self.begin)
        ui.keepRecognition.clicked.connect(self.keep)
        ui.dropRecognition.clicked.connect(self.drop)
        for part in self._line:
            part.installEventFilter(self)
        self._open(is_open=False)

    def follow(self, chamber: Chamber | None) -> None:
        """Be for another chamber; what was begun for the one before is dropped."""
        if (chamber.id if chamber else None) != (self._chamber.id if self._chamber else None):
            self._open(is_open=False)
        self._chamber = chamber
        self._ui.ratingBar.setVisible(chamber is not None)
        self._ui.recognise.setEnabled(self._workplace.may_write)

    def begin(self) -> None:
        """Ask for level and year; this year is the most likely one."""
        if self._chamber is None or not self._workplace.may_write:
            return
        self._ui.newLevel.clear()
        self._ui.newYear.setText(str(self._workplace.today().year))
        self._open(is_open=True)
        self._ui.newLevel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ui.panel.ensureWidgetVisible(self._ui.keepRecognition)

    def keep(self) -> None:
        """Enter it; what is missing or there already is said, and the line stays."""
        if self._chamber is None:
            return
        try:
            year = self._ui.newYear.text().strip()
            told = Recognition(self._ui.newLevel.text().strip(), entered_whole(year) if year else None)
            with self._workplace.desk.snapshot() as snapshot:
                proposal = four_goods.new_recognition(snapshot, self._chamber, told)
        except MoushiError as fault:
            self._say(fault.message)
            return
        if self._workplace.apply(proposal):
            self.drop()

    def drop(self) -> None:
        """Put the line away."""
        had_focus = any(part.hasFocus() for part in self._line)
        self._open(is_open=False)
        if had_focus:
            self._ui.recognise.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on and enters it, Esc puts the line away."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if watched is self._ui.newLevel:
            self._ui.newYear.setFocus(Qt.FocusReason.TabFocusReason)
        elif watched is self._ui.dropRecognition:
            self.drop()
        else:
            self.keep()
        return True

    def _open(self, *, is_open: bool) -> None:
        for part in self._line:
            part.setVisible(is_open)
        self._ui.recognise.setVisible(not is_open)
        self._say(None)

    def _say(self, fault: Message | None) -> None:
        self._ui.ratingFault.setText(self._workplace.words(fault) if fault else "")
        self._ui.ratingFault.setVisible(fault is not None)
