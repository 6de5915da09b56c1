"""A dressed application, Chinese and light, and windows that are closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from moushi.changes.model import Insert, Proposal, Source
from moushi.desk import language
from moushi.desk.desk import Desk
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.domain.record import Record
from moushi.errors import Message, say
from moushi.store import open_store
from moushi.ui import appearance, translators
from moushi.ui.jobs import Jobs
from moushi.ui.notices import Notices
from moushi.ui.page import Page
from moushi.ui.window import MainWindow
from moushi.ui.workplace import Opener, Workplace
from stores import fresh_store
from ui.plans import county

ShowWindow = Callable[..., MainWindow]
MakeDesk = Callable[..., Desk]
WorkAt = Callable[..., Workplace]
PageOf = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform, not ours, has this to say of every window with a least size."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    before = qapp.font(), qapp.palette(), qapp.style().objectName()
    translators.speak(qapp, Language.CHINESE)
    appearance.dress(qapp, Appearance.LIGHT)
    yield qapp
    translators.speak(qapp, Language.ENGLISH)
    font, palette, style = before
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[MakeDesk]:
    """Makes desks on stores of their own that hold some records; read-only: a second opener's."""
    with ExitStack() as stack:

        def made(
            records: Iterable[Record] = (), notices: Sequence[Message] = (), *, read_only: bool = False
        ) -> Desk:
            folder = tmp_path / f"store-{uuid4().hex[:6]}"
            folder.mkdir()
            store = stack.enter_context(fresh_store(folder))
            if inserts := tuple(map(Insert, records)):
                store.apply(Proposal(Source("test"), say("Test"), inserts))
            if read_only:
                store = open_store(store.path, read_only=True)
            desk = Desk(store, notices)
            stack.callback(desk.close)
            return desk

        yield made


@pytest.fixture
def workplace(app: QApplication) -> Iterator[WorkAt]:
    """Makes the workplace of a desk, as the window would, in Chinese unless said otherwise."""
    made: list[Workplace] = []

    def work_at(
        desk: Desk,
        year: int | None = None,
        federation: UUID | None = None,
        speak: Language = Language.CHINESE,
    ) -> Workplace:
        def words(message: Message) -> str:
            return message.render(language.translations(speak))

        translators.speak(app, speak)
        host = QWidget()
        place = Workplace(words, Notices(QVBoxLayout(host), words), Jobs(words, host))
        host.show()
        place.host = host  # type: ignore[attr-defined]  # keeps the notices alive
        place.open(desk)
        if year is not None or federation is not None:
            place.look(year, federation)
        made.append(place)
        return place

    yield work_at
    for place in made:
        place.jobs.finish()
        place.close()
        place.host.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page_of(make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot) -> Iterator[PageOf]:
    """Shows a page by itself on a desk that holds some records, as large as on a small laptop."""
    shown: list[Page] = []

    def page_on(
        kind: Callable[[Workplace], Page],
        records: Iterable[Record] = (),
        *,
        desk: Desk | None = None,
        year: int | None = 2031,
        federation: UUID | None = None,
        speak: Language = Language.CHINESE,
    ) -> Page:
        page = kind(workplace(desk or make_desk(records), year, federation, speak))
        page.resize(1240, 640)
        page.show()
        page.enter()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        shown.append(page)
        return page

    yield page_on
    for page in shown:
        if isValid(page):
            page.settle()
            page.close()
            page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def show(app: QApplication, make_desk: MakeDesk, qtbot: QtBot) -> Iterator[ShowWindow]:
    """Shows a window on records, on a desk or by an opener of desks, and opens its store."""
    windows: list[MainWindow] = []

    def shown(
        on: Iterable[Record] | Desk | Opener | None = None, language: Language = Language.CHINESE
    ) -> MainWindow:
        opened = on if on is None or callable(on) or isinstance(on, Desk) else make_desk(on)
        desk = make_desk(county()) if opened is None else opened
        opener = (lambda _: desk) if isinstance(desk, Desk) else desk
        translators.speak(app, language)
        window = MainWindow(app, opener, Preferences(language, Appearance.LIGHT))
        window.furnish()
        windows.append(window)
        window.resize(1240, 680)
        window.show()
        window.open_store(desk.path if isinstance(desk, Desk) else Path("county.sqlite"))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield shown
    for window in windows:
        if isValid(window):
            window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
