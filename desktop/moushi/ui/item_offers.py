"""The measures that an item's text suggests, as quiet lines under the text, each taken by its button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from moushi.errors import say
from moushi.ui.words import Words
from moushi.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from moushi.desk.suggesting import Offer

REST = 400
"""Milliseconds of rest after which what is being typed is looked at."""

_MOST = 5  # lines at once; more follow as these are taken


class ItemOffers(QWidget):
    """Lines of offers; `rested` asks for them anew when typing rests, `taken` brings one that is taken."""

    rested = Signal(str)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words = str
        self._offers: tuple[Offer, ...] = ()
        self._typed = ""
        self._lines: list[_OfferLine] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(lambda: self.rested.emit(self._typed))
        for number in range(_MOST):
            line = _OfferLine(self)
            line.button.clicked.connect(partial(self.take, number))
            layout.addWidget(line)
            self._lines.append(line)
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is offered now."""
        return self._offers

    @property
    def buttons(self) -> Sequence[QToolButton]:
        """The buttons, in order."""
        return [line.button for line in self._lines]

    def speak(self, words: Words) -> None:
        """Say it in the language of now."""
        self._words = words
        self.show_offers(self._offers)

    def follow(self, text: str) -> None:
        """Typing goes on: look at the text when it rests."""
        self._typed = text
        self._timer.start()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these in place of those before."""
        self._timer.stop()
        self._offers = tuple(offers)
        held = next((n for n, line in enumerate(self._lines) if line.button.hasFocus()), -1)
        for number, line in enumerate(self._lines):
            shown = number < len(self._offers)
            if shown:
                line.tell(self._words, self._offers[number])
            line.setVisible(shown)
        self.setVisible(bool(self._offers))
        if held >= 0 and self._offers:
            self._lines[min(held, len(self._offers) - 1)].button.setFocus()

    def take(self, number: int = 0, *_: object) -> None:
        """Take one of the offers."""
        if number < len(self._offers):
            self.taken.emit(self._offers[number])


class _OfferLine(QWidget):
    """An offer in words and the button that takes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.label: QLabel = WrappedLabel(self)
        self.label.setWordWrap(True)
        self.label.setProperty("quiet", True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QToolButton(self)
        self.button.setProperty("framed", True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, words: Words, offer: Offer) -> None:
        """Show an offer."""
        told = words(say("Suggested measure: {measure}", measure=offer.words))
        self.label.setText(told)
        self.label.setToolTip(words(say("From “{text}”", text=offer.text)))
        self.button.setText(words(say("Take")))
        self.button.setAccessibleName(words(say("Take {measure}", measure=offer.words)))
        self.button.setToolTip(self.label.toolTip())
