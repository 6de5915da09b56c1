"""The panel that sends forms out: to which chambers, which forms, by when, into which folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidgetItem, QWidget

from moushi.desk import form_shelf, preferences
from moushi.desk.articles import period_words
from moushi.desk.entering import entered_date
from moushi.desk.form_shelf import FormOnShelf
from moushi.desk.returns import Return
from moushi.desk.sending import Sent, export_forms
from moushi.desk.sending_wishes import choose_forms, chosen_forms, suggested_due
from moushi.domain.lasting import is_asked
from moushi.domain.period import Period
from moushi.domain.returns import ReturnState
from moushi.errors import Message, MoushiError, say
from moushi.ui.generated.returns_sending import Ui_ReturnsSending
from moushi.ui.opening import open_folder
from moushi.ui.returns_text import embolden
from moushi.ui.workplace import Workplace

_MOST_ROWS = 6  # of the list of forms that are seen at once
_AIR = 6  # logical pixels in that list
_NAME = Qt.ItemDataRole.UserRole


class ReturnsSending(QDialog):
    """Asks what to send out and where to; it is freed when closed.

    `returns` are those of the period in view, `chosen` those selected on the page. `sent` is called with
    what was written, `noted` once nothing more is written to the journal, cancelled or not, from whatever
    thread.
    """

    def __init__(
        self,
        workplace: Workplace,
        period: Period,
        returns: Sequence[Return],
        chosen: Sequence[Return],
        parent: QWidget,
        *,
        sent: Callable[[Sent, Path], None],
        noted: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace = workplace
        self._period = period
        self._returns = [each for each in returns if is_asked(each.chamber, period, workplace.today())]
        self._chosen = [each for each in self._returns if each in chosen]
        self._sent, self._noted = sent, noted
        self._forms: Mapping[str, FormOnShelf] = {}
        self.ui = ui = Ui_ReturnsSending()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._fill()
        ui.due.setText(suggested_due(workplace.desk, period, workplace.today()).isoformat())
        ui.folder.setText(str(preferences.export_folder() / f"{period_words(period)}填报表"))
        ui.chambers.currentIndexChanged.connect(lambda _: self._follow())
        ui.due.textEdited.connect(lambda _: self._blame(None))
        ui.folder.textEdited.connect(lambda _: self._blame(None))
        ui.forms.currentItemChanged.connect(lambda *_: self._tell_form())
        ui.forms.itemChanged.connect(lambda _: self._blame(None))
        ui.copyForm.clicked.connect(self._copy_form)
        ui.formsFolder.clicked.connect(self._open_forms)
        ui.choose.clicked.connect(self._choose_folder)
        ui.send.clicked.connect(self._send)
        ui.close.clicked.connect(self.reject)
        embolden(ui.send)
        self._blame(None)
        self._follow()
        self.resize(self.size().boundedTo(parent.screen().availableSize() * 0.9))
        self.open()
        ui.chambers.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language; own forms are read again when the person comes back to them."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            self._fill()
            self._follow()
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._forms:
            self._fill_forms()
        super().changeEvent(event)

    # -- what is offered -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        words = self._workplace.words
        self.ui.period.setText(period_words(self._period))
        unsent = [each for each in self._returns if each.state is ReturnState.NOT_SENT]
        groups = [
            (say("All chambers ({count})", count=len(self._returns)), self._returns),
            (say("Not sent out yet ({count})", count=len(unsent)), unsent),
            (say("Selected ({count})", count=len(self._chosen)), self._chosen),
        ]
        offered = [(text, group) for text, group in groups if group]
        box = self.ui.chambers
        with QSignalBlocker(box):
            held = box.currentIndex()
            box.clear()
            for text, group in offered:
                box.addItem(words(text), [each.chamber.id for each in group])
            box.setCurrentIndex(held if held >= 0 else self._usual(len(unsent), len(offered)))
        self._fill_forms()

    def _usual(self, unsent: int, offered: int) -> int:
        """The group to begin with: several selected ones, else those not sent yet where some were."""
        if len(self._chosen) > 1 or not unsent:
            return offered - 1 if self._chosen else 0
        return 1 if unsent < len(self._returns) else 0

    def _fill_forms(self) -> None:
        """Offer the forms, those that went last time ticked; faulty ones with what is wrong."""
        desk, words, box = self._workplace.desk, self._workplace.words, self.ui.forms
        if not desk.read_only:
            self._workplace.guarded(lambda: form_shelf.exchange_forms(desk))
        ticked = self._ticked() if box.count() else [form.name for form in chosen_forms(desk)]
        row = max(box.currentRow(), 0)
        self._forms = {form.name: form for form in form_shelf.forms_on_shelf(desk)}
        with QSignalBlocker(box):
            box.clear()
            for form in self._forms.values():
                item = QListWidgetItem(words(_called(form)))
                item.setData(_NAME, form.name)
                can = form.form is not None
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags)
                is_on = can and form.name in ticked
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
                box.addItem(item)
            box.setCurrentRow(min(row, box.count() - 1))
        rows = min(box.count(), _MOST_ROWS)
        box.setFixedHeight(rows * box.sizeHintForRow(0) + 2 * box.frameWidth() + _AIR)
        self._tell_form()

    def _tell_form(self) -> None:
        """Say what the form in question asks, or what is wrong with its file."""
        form, words = self._form(), self._workplace.words
        fault = form.fault if form else None
        about = form.form.about if form and form.form else ""
        self.ui.aboutForm.setText(words(fault) if fault else about)
        self.ui.aboutForm.setProperty("fault", bool(fault))
        self.ui.aboutForm.style().unpolish(self.ui.aboutForm)
        self.ui.aboutForm.style().polish(self.ui.aboutForm)
        self.ui.fields.setRowVisible(self.ui.aboutForm, bool(fault or about))
        self.ui.copyForm.setEnabled(bool(form and form.form) and self._workplace.may_write)

    def _form(self) -> FormOnShelf | None:
        item = self.ui.forms.currentItem()
        return self._forms.get(item.data(_NAME)) if item else None

    def _follow(self) -> None:
        """Say what sending anew does, where it would."""
        ids = self._asked()
        again = [
            each
            for each in self._returns
            if each.chamber.id in ids and each.state is not ReturnState.NOT_SENT
        ]
        many = say(
            "{count} of these chambers were sent this period already. Sending anew reopens their returns; "
            "what came in stays as it is.",
            count=len(again),
        )
        one = say(
            "{chamber} was sent this period already. Sending anew reopens its return; what came in stays as "
            "it is.",
            chamber=again[0].chamber.name if again else "",
        )
        told = one if len(again) == 1 else many
        self.ui.anew.setText(self._workplace.words(told))
        self.ui.fields.setRowVisible(self.ui.anew, bool(again))

    # -- forms ---------------------------------------------------------------------------------------------

    def _copy_form(self) -> None:
        """Copy the form in question and open the folder where the copy can be changed."""
        form, desk, words = self._form(), self._workplace.desk, self._workplace.words
        if form is None:
            return
        held = {each.title for each in self._forms.values()}
        title, number = words(say("{title} (copy)", title=form.title)), 1
        while title in held:
            number += 1
            title = words(say("{title} (copy {number})", title=form.title, number=number))
        name = self._workplace.guarded(lambda: form_shelf.copy_form(desk, form.name, title))
        if name is None:
            return
        self._fill_forms()
        self.ui.forms.setCurrentRow(list(self._forms).index(name))
        self._workplace.tell(
            say(
                "Copied to {file}. Change it in a text editor; it is used as it stands there.",
                file=f"{name}.toml",
            )
        )

    def _open_forms(self) -> None:
        folder = form_shelf.forms_folder(self._workplace.desk.path)
        if folder.is_dir():
            open_folder(self._workplace, folder)
        else:
            self._blame(say("There are no own forms yet. Copy one first."))

    # -- sending -------------------------------------------------------------------------------------------

    def _asked(self) -> list[UUID]:
        return list(self.ui.chambers.currentData() or ())

    def _ticked(self) -> list[str]:
        box = self.ui.forms
        items = [box.item(row) for row in range(box.count())]
        return [item.data(_NAME) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _choose_folder(self) -> None:
        title = self._workplace.words(say("Folder for the Files"))
        chosen = QFileDialog.getExistingDirectory(self, title, str(_nearest(Path(self.ui.folder.text()))))
        if chosen:
            self.ui.folder.setText(chosen)
            self._blame(None)

    def _send(self) -> None:
        """Write the workbooks while the window goes on; the panel closes."""
        ui, workplace = self.ui, self._workplace
        names, chambers = self._ticked(), self._asked()
        try:
            due = self._due()
            folder = self._folder()
            if not names:
                ui.forms.setFocus(Qt.FocusReason.OtherFocusReason)
                raise MoushiError("Tick at least one form.")
        except MoushiError as fault:
            self._blame(fault.message)
            return
        desk, period, now, done, noted = (
            workplace.desk,
            self._period,
            workplace.now(),
            self._sent,
            self._noted,
        )
        workplace.guarded(lambda: choose_forms(desk, names))

        def write(report: Callable[[int, int], None]) -> Sent:
            try:
                return export_forms(
                    desk,
                    folder,
                    period.year,
                    str(period),
                    chambers=chambers,
                    due_on=due,
                    forms=[form_shelf.load_form(desk, name) for name in names],
                    now=now,
                    report=report,
                )
            finally:
                noted()

        self.accept()
        what = say("Writing forms for {count} chambers…", count=len(chambers))
        workplace.run(what, write, lambda made: done(made, folder))

    def _due(self) -> date:
        text = self.ui.due.text()
        try:
            if not text.strip():
                raise MoushiError("Say by which day the forms are asked back, such as 2024-6-25.")
            due = entered_date(text, self._workplace.today().year)
            if due < self._workplace.today():
                raise MoushiError("{day} is past. Name a day from today on.", day=due.isoformat())
        except MoushiError:
            self.ui.due.setFocus(Qt.FocusReason.OtherFocusReason)
            raise
        return due

    def _folder(self) -> Path:
        folder = Path(self.ui.folder.text().strip())
        if not folder.is_absolute():
            self.ui.folder.setFocus(Qt.FocusReason.OtherFocusReason)
            raise MoushiError("Choose the folder in which the files are to be.")
        return folder

    def _blame(self, fault: Message | None) -> None:
        self.ui.fault.setText(self._workplace.words(fault) if fault else "")
        self.ui.fields.setRowVisible(self.ui.fault, fault is not None)
        if fault:
            self.ui.scroll.ensureWidgetVisible(self.ui.fault)


def _called(form: FormOnShelf) -> Message:
    """What a form is called in the list; of a faulty one that it is, and what goes out in its place."""
    if form.fault and form.form:
        return say("{title}: its file has a fault; it goes out as it was before", title=form.title)
    if form.fault:
        return say("{title}: its file has a fault", title=form.title)
    return say("{title} (own)", title=form.title) if form.own else say("{title}", title=form.title)


def _nearest(folder: Path) -> Path:
    """The folder itself or the nearest above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())
