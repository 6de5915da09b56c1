"""Long work off the window's thread: a strip at the bottom says what is done, how far, and can cancel it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from moushi.errors import Message, say

T = TypeVar("T")

Report = Callable[[int, int], None]
"""Called with (steps done, steps in all; 0 in all when that is not known); ends cancelled work."""

_SHOWN_AFTER = 500  # milliseconds; shorter work shows nothing


class _Cancelled(BaseException):
    """Ends the work of a job that a person cancelled; not an error."""


class _Job(QObject):
    """One piece of work and how it ends, told on the thread of the window."""

    stepped = Signal(object, int, int)  # the job itself: what is told late must not pass for another's
    ended = Signal(object, object, object)  # the job, its result, its fault

    def __init__(
        self,
        what: Message,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.what = what
        self.done = done
        self.failed = failed
        self.cancelled = False

    def report(self, steps: int, of: int) -> None:
        """Tell how far the work is; leave it when it was cancelled."""
        if self.cancelled:
            raise _Cancelled
        self.stepped.emit(self, steps, of)


class _Run(QRunnable):
    def __init__(self, job: _Job, work: Callable[[Report], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        """Do the work on a thread of the pool."""
        result: object = None
        fault: BaseException | None = None
        try:
            result = self._work(self._job.report)
        except BaseException as raised:  # told on the window's thread, where it is reported
            fault = raised
        self._job.ended.emit(self._job, result, fault)


class Jobs(QFrame):
    """The strip at the bottom of the window; jobs run one after the other, in the order of asking."""

    def __init__(self, words: Callable[[Message], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs")
        self._words = words
        self._waiting: list[tuple[_Job, Callable[[Report], object]]] = []
        self._current: _Job | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(240)
        self._cancel = QPushButton()
        self._cancel.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self._delay = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._delay.timeout.connect(self._show_current)
        self.hide()
        self._write()

    @property
    def busy(self) -> bool:
        """Whether anything is being done or waits to be."""
        return self._current is not None

    def start(
        self,
        what: Message,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do a piece of work after those that were asked for before."""
        self._waiting.append((_Job(what, done, failed), work))
        if self._current is None:
            self._next()

    def cancel(self) -> None:
        """Ask the work that is being done to end; nothing of it is kept."""
        if self._current:
            self._current.cancelled = True
            self._cancel.setEnabled(False)

    def finish(self) -> None:
        """Cancel all and wait for the work under way: before the store is let go."""
        self._waiting.clear()
        self.cancel()
        self._pool.waitForDone()
        self._current = None
        self._delay.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _next(self) -> None:
        if not self._waiting:
            self._current = None
            self._delay.stop()
            self.hide()
            return
        job, work = self._waiting.pop(0)
        self._current = job
        job.stepped.connect(self._step)
        job.ended.connect(self._end)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._write()
        if not self.isVisible():
            self._delay.start()
        self._pool.start(_Run(job, work))

    def _step(self, job: _Job, steps: int, of: int) -> None:
        if job is self._current:
            self._bar.setRange(0, of)
            self._bar.setValue(steps)

    def _end(self, job: _Job, result: object, fault: BaseException | None) -> None:
        if job is not self._current:
            return  # the window has finished all work meanwhile
        self._next()
        if job.cancelled:
            return
        if fault is None:
            job.done(result)
        else:
            job.failed(fault)

    def _show_current(self) -> None:
        self.setVisible(self._current is not None)

    def _write(self) -> None:
        text = self._words(self._current.what) if self._current else ""
        self._text.setText(text)
        self._bar.setAccessibleName(text or self._words(say("Progress of the work")))
        self._cancel.setText(self._words(say("Cancel")))
        self._cancel.setAccessibleName(self._words(say("Cancel this work")))
