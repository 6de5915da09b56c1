"""The panel with what is written to chambers whose returns are missing: one text for all, one for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from moushi.desk.office import office
from moushi.desk.return_reminders import reminder, reminder_to
from moushi.desk.returns import Return
from moushi.domain.period import Period
from moushi.errors import say
from moushi.ui.generated.returns_text import Ui_ReturnsText
from moushi.ui.workplace import Workplace


class ReturnsText(QDialog):
    """Shows texts to copy; what a person changes in one is copied as it stands. It is freed when closed."""

    def __init__(
        self, workplace: Workplace, returns: Sequence[Return], period: Period, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace = workplace
        told = office(workplace.desk)
        self._texts: Mapping[str, str] = {
            each.chamber.name: text for each in returns if (text := reminder_to(each, told))
        }
        self._for_all = reminder(returns, period, told)
        self.ui = ui = Ui_ReturnsText()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._fill()
        ui.to.currentIndexChanged.connect(lambda _: self._show())
        ui.copy.clicked.connect(self._copy)
        ui.close.clicked.connect(self.reject)
        self._show()
        self.resize(self.size().boundedTo(parent.screen().availableSize() * 0.9))
        self.open()
        ui.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language; the text itself is Chinese."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            place = self.ui.to.currentIndex()
            self._fill()
            self.ui.to.setCurrentIndex(place)
        super().changeEvent(event)

    def _fill(self) -> None:
        box, words = self.ui.to, self._workplace.words
        before = box.blockSignals(True)
        box.clear()
        box.addItem(words(say("All of them ({count})", count=len(self._texts))), self._for_all)
        for name, text in self._texts.items():
            box.addItem(name, text)
        box.blockSignals(before)

    def _show(self) -> None:
        self.ui.text.setPlainText(self.ui.to.currentData() or "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.ui.text.toPlainText())
        self._workplace.tell(say("Copied for {name}. Paste it into the chat.", name=self.ui.to.currentText()))
        if self.ui.to.currentIndex() == 0:
            self.accept()
