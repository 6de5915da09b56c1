"""The form of one member: advice while it is typed, its small lists, entering one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel

from moushi.desk import register
from moushi.desk.duplicates import duplicates
from moushi.desk.register import LastValues
from moushi.domain.kinds import MemberKind
from moushi.domain.records import Chamber, Federation, Member, Membership, Township
from moushi.domain.uscc import misfit, prefix_words, uscc_advice
from moushi.errors import say
from moushi.ui.generated.members_page import Ui_MembersPage
from moushi.ui.holder_edit import HolderDelegate
from moushi.ui.member_lists import Memberships, Pairs, Recognitions
from moushi.ui.post_table import MemberPosts
from moushi.ui.record_form import RecordForm, fill_choices, named_choices
from moushi.ui.register_page import EnterWalk, Labels, keep_tidy
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Edit
    from moushi.domain.record import Record

_REST = 150  # milliseconds after the last keystroke before duplicates are looked for


class MemberForm(QObject):
    """The right half of the members page."""

    asked = Signal(object)  # the id of a member to go to
    ended = Signal()  # Enter in the last field, while members are entered one after another

    def __init__(self, workplace: Workplace, ui: Ui_MembersPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._ui = ui
        self._entering: UUID | None = None  # the member that is being entered anew
        self._last: LastValues | None = None  # what the next new one begins with
        self._shown: UUID | None = None
        self.record_form = RecordForm(
            workplace,
            Member,
            {
                "name": ui.name,
                "kind": ui.memberKind,
                "uscc": ui.uscc,
                "legal_representative": ui.legalRepresentative,
                "contact": ui.contact,
                "phone": ui.phone,
                "township_id": ui.memberTownship,
                "industry": ui.industry,
                "staff": ui.staff,
                "registered_capital": ui.registeredCapital,
                "joined_on": ui.joinedOn,
                "new_generation": ui.newGeneration,
                "birth_year": ui.birthYear,
                "left_on": ui.leftOn,
                "left_reason": ui.leftReason,
                "retain_until": ui.retainUntil,
            },
            ui.fault,
            year=lambda: workplace.today().year,
            along=register.on_leaving,
            inserting=self._enrol,
            parent=self,
        )
        self.memberships = Memberships(workplace, lambda: self.member, ui.memberships)
        self.posts = MemberPosts(workplace, lambda: self.member)
        self.pairs = Pairs(workplace, lambda: self.member, ui.pairs)
        self.ratings = Recognitions(workplace, lambda: self.member, ui.ratings)
        ui.memberships.show_model(self.memberships)
        ui.posts.show_model(self.posts)
        ui.pairs.show_model(self.pairs)
        ui.pairs.setItemDelegate(HolderDelegate(ui.pairs))
        ui.ratings.show_model(self.ratings)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._advise_name)
        self.record_form.shown.connect(lambda _: self._on_shown())
        self.record_form.typed.connect(self._on_typed)
        ui.nameAdvice.linkActivated.connect(lambda link: self.asked.emit(UUID(link)))
        ui.phoneShow.toggled.connect(self._show_phone)
        ui.phone.installEventFilter(self)
        forms = (ui.basicsFields, ui.placeFields, ui.membershipFields, ui.leavingFields)
        self._labels = Labels(ui.panel, *forms)
        keep_tidy(ui.uscc)
        ui.memberKind.currentIndexChanged.connect(lambda _: self._advise_code())
        walk = EnterWalk(ui.form, last=ui.birthYear)
        walk.ended.connect(self._end)
        self._on_shown()

    @property
    def member(self) -> Member | None:
        """The member as it is kept; None when the form is empty."""
        record = self.record_form.record
        return record if isinstance(record, Member) else None

    @property
    def is_entering(self) -> bool:
        """Whether a new member is being entered, be it in the store already or not."""
        return self.member is not None and self.member.id == self._entering

    def give_up(self) -> Member | None:
        """Drop the new member that is being entered; the member where it is in the store already."""
        if not self.is_entering:
            return None
        if self.record_form.is_new:
            self._ui.name.clear()  # without a name it is none
            return None
        return self.member

    def show(self, member: Member | None) -> None:
        """Show a member in place of the one before, of which everything typed is kept."""
        self.settle()
        self._entering = None
        self.record_form.show(member)

    def begin(self, federation: Federation) -> bool:
        """Begin a new member with what the last one most likely has in common with it.

        False when something typed before cannot be kept as it stands; that is then said in the form.
        """
        if not self.settle():
            return False
        self._last = self._last or register.last_values(self._workplace.desk)
        member = register.new_member(federation, self._last)
        self._entering = member.id
        self.record_form.begin(member)
        self._ui.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def settle(self) -> bool:
        """Keep what was typed, and what the next new member may begin with; False when it cannot be kept."""
        is_kept = self.record_form.settle()
        self._remember()
        return is_kept

    def forget(self) -> None:
        """Another store: what was remembered of the one before does not go for it."""
        self._last = None

    def fill(self, townships: Iterable[Township]) -> None:
        """Offer the townships."""
        box, member = self._ui.memberTownship, self.member
        fill_choices(box, named_choices(townships), self._workplace, empty="")
        if member:
            box.setCurrentIndex(max(box.findData(member.township_id), 0))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        ui = self._ui
        fill_choices(ui.memberKind, MemberKind, self._workplace)
        self._labels.align()
        ui.entering.setText(self._words(_ENTERING))
        self._advise_code()
        self._advise_leaving()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number that was typed is masked again when its field is left."""
        if watched is self._ui.phone and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._show_phone)
        return False

    def _on_shown(self) -> None:
        ui, member = self._ui, self.member
        is_entering = self.is_entering
        ui.form.setVisible(member is not None)
        ui.empty.setVisible(member is None)
        ui.entering.setVisible(is_entering)
        ui.lists.setVisible(member is not None and not self.record_form.is_new)
        ui.leaving.setVisible(member is not None and not is_entering)
        if self._shown != (member.id if member else None):
            self._shown = member.id if member else None
            ui.phoneShow.setChecked(False)
            ui.panel.verticalScrollBar().setValue(0)
            _say_in(ui.nameAdvice, "")
            self._advise_code()
        self._advise_leaving()
        if not ui.phone.hasFocus():
            self._show_phone()
        if self._workplace.is_open:
            for shown in (self.memberships, self.posts, self.pairs, self.ratings):
                shown.refresh()

    # -- what is told while typing -------------------------------------------------------------------------

    def _on_typed(self, name: str, _text: str) -> None:
        if name == "uscc":
            self._advise_code()
        if name in ("name", "uscc"):
            self._rest.start()

    def _advise_code(self) -> None:
        code, kind = self._ui.uscc.text(), self._ui.memberKind.currentData()
        told = (prefix_words(code), misfit(code, MemberKind(kind)) if kind else None, uscc_advice(code))
        _say_in(self._ui.usccAdvice, "<br>".join(escape(self._words(each)) for each in told if each))

    def _advise_leaving(self) -> None:
        """Say where a member left before joining: how long it is kept follows from that day."""
        member, told = self.member, ""
        if member and member.joined_on and member.left_on and member.left_on < member.joined_on:
            told = self._words(
                say("Left before joining ({joined}). Check both days.", joined=member.joined_on)
            )
        _say_in(self._ui.leavingAdvice, told)

    def _advise_name(self) -> None:
        """Say under the name which members it may be already; a link goes there."""
        ui, member = self._ui, self.member
        if member is None or not self._workplace.is_open:
            return
        found = duplicates(self._workplace.desk, ui.name.text(), ui.uscc.text(), member.id)
        links = "、".join(
            f'<a href="{each.id}">{escape(each.name)}</a>（{escape(self._words(each.reason))}）'
            for each in found
        )
        text = escape(self._words(say("Perhaps there already: {links}", links="\0"))).replace("\0", links)
        _say_in(ui.nameAdvice, text if found else "")

    def _show_phone(self) -> None:
        """A number is masked until it is asked for; one that is being typed is not."""
        ui = self._ui
        is_typed = ui.phone.hasFocus() or self.is_entering
        may_mask = bool(ui.phone.text()) and not is_typed
        is_masked = may_mask and not ui.phoneShow.isChecked()
        ui.phoneMasked.setText(register.masked(ui.phone.text()))
        ui.phoneMasked.setVisible(is_masked)
        ui.phone.setVisible(not is_masked)
        ui.phoneShow.setVisible(may_mask)

    # -- entering one after another ------------------------------------------------------------------------

    def _end(self) -> None:
        if self._entering is not None:
            self.ended.emit()
        else:
            self._ui.birthYear.focusNextChild()

    def _remember(self) -> None:
        """Keep what the member just entered has in common with the next, also for tomorrow."""
        member = self.member
        if member is None or not self.is_entering or self.record_form.is_new:
            return
        with self._workplace.desk.snapshot() as snapshot:
            memberships = snapshot.where(Membership, member_id=member.id)
        last = LastValues.of(member, memberships[0].chamber_id if memberships else None)
        if last != self._last:
            self._last = last
            self._workplace.guarded(lambda: register.keep_last(self._workplace.desk, last))

    def _enrol(self, record: Record) -> Sequence[Edit]:
        """A new member is of the chamber that the last one was of."""
        last = self._last
        if not isinstance(record, Member) or last is None or last.chamber_id is None:
            return ()
        with self._workplace.desk.snapshot() as snapshot:
            chamber = snapshot.get(Chamber, last.chamber_id)
        if chamber is None or chamber.federation_id != record.federation_id:
            return ()
        return register.enrolment(record, chamber.id)


_ENTERING = say(
    "New member. Kind, township, industry, chamber and joining date are as for the last one. "
    "Enter: next field; Ctrl+Enter: next member."
)


def _say_in(label: QLabel, text: str) -> None:
    """Say something in a line that is there only then."""
    label.setText(text)
    label.setVisible(bool(text))
