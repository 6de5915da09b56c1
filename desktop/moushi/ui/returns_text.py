"""The panel with texts to paste into a chat, for all chambers and for each: reminders, covering notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from moushi.errors import Message, say
from moushi.ui.generated.returns_text import Ui_ReturnsText
from moushi.ui.opening import open_folder
from moushi.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Texts:
    """What the panel shows: its title, the text for all, those for each chamber by its name.

    `lead` are lines above, such as what was written and what was not; `folder` is where the files lie.
    """

    title: Message
    for_all: str
    for_each: Mapping[str, str]
    lead: Sequence[Message] = ()
    folder: Path | None = None


class ReturnsText(QDialog):
    """Shows texts to copy; what a person changes in one is copied as it stands. It is freed when closed."""

    def __init__(self, workplace: Workplace, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace = workplace
        self._texts = texts
        self.ui = ui = Ui_ReturnsText()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._say()
        embolden(ui.copy)
        ui.lead.setVisible(bool(texts.lead))
        ui.folder.setVisible(texts.folder is not None)
        ui.to.currentIndexChanged.connect(lambda _: self._show())
        ui.copy.clicked.connect(self._copy)
        ui.folder.clicked.connect(self._open_folder)
        ui.close.clicked.connect(self.reject)
        self._show()
        self.resize(self.size().boundedTo(parent.screen().availableSize() * 0.9))
        self.open()
        ui.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language; the texts themselves are Chinese."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        words, texts, box = self._workplace.words, self._texts, self.ui.to
        self.setWindowTitle(words(texts.title))
        self.ui.lead.setText("\n".join(map(words, texts.lead)))
        held = max(box.currentIndex(), 0)
        with QSignalBlocker(box):
            box.clear()
            box.addItem(words(say("All of them ({count})", count=len(texts.for_each))), texts.for_all)
            for name, text in texts.for_each.items():
                box.addItem(name, text)
            box.setCurrentIndex(held)

    def _show(self) -> None:
        self.ui.text.setPlainText(self.ui.to.currentData() or "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.ui.text.toPlainText())
        name = self.ui.to.currentText()
        self._workplace.tell(say("Copied for {name}. Paste it into the chat.", name=name))

    def _open_folder(self) -> None:
        if self._texts.folder:
            open_folder(self._workplace, self._texts.folder)


def embolden(button: QPushButton) -> None:
    """Give a default button the bold face that the style writes it in, so that it is wide enough for that."""
    font = button.font()
    font.setBold(True)
    button.setFont(font)
