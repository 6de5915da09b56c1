"""Long work: off the window's thread, one piece after the other; it says how far it is, can be cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from moushi.errors import Message, MoushiError, say
from moushi.ui.jobs import Jobs, Report
from ui.windows import settle

WAIT = 40
READING, WRITING = say("Reading {name}…", name="a.docx"), say("Writing {name}…", name="b.docx")


@pytest.fixture
def jobs(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    monkeypatch.setattr("moushi.ui.jobs._SHOWN_AFTER", WAIT)
    window = QWidget()
    strip = Jobs(Message.render, window)
    QVBoxLayout(window).addWidget(strip)
    window.show()
    yield strip
    strip.finish()
    window.close()
    window.deleteLater()
    settle()


class Work:
    """Work that goes on until it is let go, and tells how far it is at each knock."""

    def __init__(self, result: object = "done", fault: BaseException | None = None) -> None:
        self.result, self.fault = result, fault
        self.begun, self.ended, self._gate = threading.Event(), threading.Event(), threading.Event()
        self.thread: threading.Thread | None = None
        self.ends_early = False
        self.steps = 0

    def __call__(self, report: Report) -> object:
        self.thread = threading.current_thread()
        self.begun.set()
        try:
            while not self._gate.wait(0.005):
                self.steps += 1
                report(self.steps, 0)
            if self.fault:
                raise self.fault
            return self.result
        except BaseException as ending:
            self.ends_early = ending is not self.fault
            raise
        finally:
            self.ended.set()

    def let_go(self) -> None:
        self._gate.set()


class Told:
    """What the window hears of how work ends."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.faults: list[BaseException] = []
        self.threads: set[threading.Thread] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.current_thread())

    def failed(self, fault: BaseException) -> None:
        self.faults.append(fault)
        self.threads.add(threading.current_thread())


def start(jobs: Jobs, work: Callable[[Report], object], what: Message = READING) -> Told:
    told = Told()
    jobs.start(what, work, told.done, told.failed)
    return told


def text(jobs: Jobs) -> str:
    return jobs.findChild(QLabel).text()


def test_the_result_comes_back_on_the_window_s_thread(jobs: Jobs, qtbot: QtBot) -> None:
    work = Work()
    told = start(jobs, work)
    assert jobs.busy
    work.let_go()
    qtbot.waitUntil(lambda: told.results == ["done"])
    assert told.faults == []
    assert told.threads == {threading.main_thread()}
    assert work.thread is not threading.main_thread()
    assert not jobs.busy


@pytest.mark.parametrize("fault", [MoushiError("Not there."), ZeroDivisionError("a bug")])
def test_a_fault_is_told_known_or_not_and_work_goes_on_afterwards(
    jobs: Jobs, qtbot: QtBot, fault: BaseException
) -> None:
    work = Work(fault=fault)
    told = start(jobs, work)
    work.let_go()
    qtbot.waitUntil(lambda: told.faults == [fault])
    assert told.results == []
    assert told.threads == {threading.main_thread()}
    after = start(jobs, lambda _: 7)
    qtbot.waitUntil(lambda: after.results == [7])


def test_the_strip_appears_only_when_work_takes_its_time_and_goes_with_it(jobs: Jobs, qtbot: QtBot) -> None:
    short = start(jobs, lambda _: 1)
    qtbot.waitUntil(lambda: short.results == [1])
    qtbot.wait(2 * WAIT)
    assert not jobs.isVisible()
    work = Work()
    told = start(jobs, work)
    assert not jobs.isVisible()
    qtbot.waitUntil(jobs.isVisible)
    assert text(jobs) == "Reading a.docx…"
    work.let_go()
    qtbot.waitUntil(lambda: told.results == ["done"])
    assert not jobs.isVisible()


def test_half_a_second_is_the_time() -> None:
    from moushi.ui import jobs as module

    assert module._SHOWN_AFTER == 500


def test_the_bar_says_how_far_the_work_is(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()

    def work(report: Report) -> None:
        report(3, 10)
        gate.wait(5)

    told = start(jobs, work)
    bar = jobs.findChild(QProgressBar)
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 10))
    assert bar.accessibleName() == "Reading a.docx…"
    gate.set()
    qtbot.waitUntil(lambda: told.results == [None])


def test_cancelled_work_ends_and_nothing_is_heard_of_it(jobs: Jobs, qtbot: QtBot) -> None:
    work = Work()
    told = start(jobs, work)
    qtbot.waitUntil(jobs.isVisible)
    button = jobs.findChild(QPushButton)
    assert button.text() == "Cancel"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isEnabled()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert work.ends_early
    assert (told.results, told.faults) == ([], [])
    assert not jobs.isVisible()


def test_work_waits_for_the_work_before_it_and_one_cancelled_does_not_end_the_next(
    jobs: Jobs, qtbot: QtBot
) -> None:
    first, second = Work("first"), Work("second")
    told_first, told_second = start(jobs, first), start(jobs, second, WRITING)
    assert first.begun.wait(5)
    assert not second.begun.is_set()
    qtbot.waitUntil(jobs.isVisible)
    jobs.cancel()
    qtbot.waitUntil(second.begun.is_set)
    assert text(jobs) == "Writing b.docx…"
    assert jobs.findChild(QPushButton).isEnabled()
    second.let_go()
    qtbot.waitUntil(lambda: told_second.results == ["second"])
    assert (told_first.results, told_first.faults) == ([], [])


def test_work_may_be_begun_when_other_work_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    told = Told()
    jobs.start(
        READING,
        lambda _: 1,
        lambda _: jobs.start(WRITING, lambda _: 2, told.done, told.failed),
        told.failed,
    )
    qtbot.waitUntil(lambda: told.results == [2])
    assert not jobs.busy


def test_finishing_cancels_all_waits_and_nothing_is_heard_afterwards(jobs: Jobs, qtbot: QtBot) -> None:
    first, second = Work(), Work()
    told = [start(jobs, work) for work in (first, second)]
    assert first.begun.wait(5)
    jobs.finish()
    assert first.ended.is_set()
    assert first.ends_early
    assert not second.begun.is_set()
    assert not jobs.busy
    assert not jobs.isVisible()
    settle()
    qtbot.wait(2 * WAIT)
    assert [(each.results, each.faults) for each in told] == [([], [])] * 2
    after = start(jobs, lambda _: 7)
    qtbot.waitUntil(lambda: after.results == [7])


def test_work_that_just_ended_when_all_is_finished_is_not_taken_for_the_next(
    jobs: Jobs, qtbot: QtBot
) -> None:
    first = Work("first")
    told = start(jobs, first)
    first.let_go()
    assert first.ended.wait(5)
    jobs.finish()
    work = Work("second")
    after = start(jobs, work)
    settle()
    assert jobs.busy
    assert told.results == []
    work.let_go()
    qtbot.waitUntil(lambda: after.results == ["second"])
    assert told.results == []


def test_many_pieces_of_work_end_in_the_order_of_asking(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(50):
        jobs.start(READING, lambda _, n=number: n, order.append, order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))
