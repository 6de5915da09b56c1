"""Makes the guide's pictures of the window: it is driven over the sample, page by page, as a person would.

python docs/make_pictures.py [NAME…] (without names: all). The clock stands still, so that no picture depends
on the day on which it is made.

Over 400 lines: every picture of the window with what leads to it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "MOUSHI_LANG": "zh"}

from openpyxl import load_workbook
from pictures import save
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from moushi import paths
from moushi.app import STYLE
from moushi.changes.model import typed
from moushi.desk import layouts as presets
from moushi.desk import office, preferences
from moushi.desk.arranging import reword
from moushi.desk.articles import view
from moushi.desk.choosing import ArticleWish
from moushi.desk.desk import Desk
from moushi.desk.exporting import export_article
from moushi.desk.preferences import Appearance, Language, Preferences
from moushi.desk.sample import fill_sample
from moushi.desk.sending import export_forms
from moushi.domain.kinds import ArticleKind
from moushi.domain.record import Record
from moushi.domain.records import Activity, Article, Chamber, Member, PlanItem, federation_id
from moushi.store import open_store
from moushi.ui import appearance, translators
from moushi.ui.article_page import ArticlePage
from moushi.ui.history_page import HistoryPage
from moushi.ui.layouts_page import LayoutsPage
from moushi.ui.page import Page
from moushi.ui.progress_page import ProgressPage
from moushi.ui.progress_records import REST
from moushi.ui.review_page import ReviewPage
from moushi.ui.settings_page import SettingsPage
from moushi.ui.window import MainWindow

WIDTH, HEIGHT = 1366, 728  # a small laptop's screen without the bars of its desktop
PERSON = "禾小满"
COUNTY = "嵊泗县工商联"
NOW = datetime(2024, 7, 3, 9, 30).astimezone()
STEP = timedelta(minutes=4)

CHANGES = {  # what the changed page has otherwise, each on one line of the sample; one mark is half-width
    "全年开讲12场、听课300人次以上": "全年开讲15场、听课400人次以上",
    "岛、大事不出县。": "岛,大事不出县。",
    "上。推进“百企结百村”，新增结对企业10家": "上。推进“百企结百村”，新增结对企业12家",
}
LIST = """单位名称,统一社会信用代码,负责人,联系手机,规模(人),所在地,入会时间
嵊泗县枕潮民宿,92330922DEMA30028R,潮初静,0580-0000103,6,花鸟乡,2023.3.8
嵊泗县帆朵食品有限公司,91330922DEMA2009XD,帆知味,0580-0000104,43,枸杞乡,2020年3月30日
嵊泗县灯屿渔具行,,灯有光,0580-0000105,4,嵊山镇,2024/6/1
"""
FILLED: dict[str, dict[str, dict[str, object]]] = {  # what chambers type into their forms
    "菜园镇商会": {
        "工作进展": {"G4": 1, "I4": "党员企业家到码头上课一次，讲安全生产。", "G5": "26人"},
        "会员变动": {"G4": "0580-0000231"},
    },
    "洋山镇商会": {"工作进展": {"G4": 1, "I4": "在船厂车间上课一次。", "G5": 31}},
    "枸杞乡商会": {"工作进展": {"G4": 2, "G5": 40, "J4": "出海多，人难聚齐。"}},
    "嵊山镇商会": {
        "工作进展": {"G4": 1, "I4": "结合禁渔期安全教育上课一次。", "G5": "三四十人"},
        "会员变动": {"I4": 52},
    },
}
WORDING = "微党课开上渔船、开进车间，全年12场，请党员企业家讲政策、讲生意经；"


class Clock:
    """A clock that goes on a little each time it is read, up to the time of the pictures."""

    def __init__(self) -> None:
        self.at = NOW - 20 * STEP

    def __call__(self) -> datetime:
        """The time it is; never later than the pictures' own."""
        self.at = min(self.at + STEP, NOW - STEP)
        return self.at


@dataclass
class Tour:
    """A window on the sample store, and the folder in which everything of it lies."""

    app: QApplication
    folder: Path
    window: MainWindow
    desk: Desk
    crop: QRect | None = None

    def page(self, name: str, county: str | None = None) -> Page:
        """Turn to a page, of one federation or of all."""
        self.window.workplace.look(2024, federation_id(county) if county else None)
        page = self.window.show_page(name)
        self.rest()
        return page

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """A widget of the page in view, by its name in the form."""
        current = self.window.ui.pages.currentWidget()
        found = current.findChild(kind, name) if current else None
        assert found is not None, name
        return found

    def go_to(self, kind: type[Record], name: str) -> None:
        """Go to the record of that name, on its page."""
        with self.desk.snapshot() as snapshot:
            (record,) = snapshot.where(kind, name=name)
        self.window.workplace.reveal(kind, record.id)
        self.rest()

    def item(self, begins: str) -> PlanItem:
        """The item whose text begins so."""
        with self.desk.snapshot() as snapshot:
            (found,) = (item for item in snapshot.where(PlanItem) if item.text.startswith(begins))
        return found

    def rest(self) -> None:
        """Let everything that was begun come to its end."""
        jobs = self.window.workplace.jobs
        for _ in range(500):
            QTest.qWait(10)
            if not jobs.busy:
                break
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(60)  # a list that is read page by page, a search that rests first


# -- the pictures ------------------------------------------------------------------------------------------


def overview(tour: Tour) -> None:
    """What is due, late, unreported; how the plan stands by theme and by month."""
    tour.page("overview", COUNTY)


def ledger(tour: Tour) -> None:
    """The ledger, a dialogue open at the side."""
    tour.page("ledger", COUNTY)
    with tour.desk.snapshot() as snapshot:
        (entry,) = snapshot.where(Activity, title="海域使用权专场")
    tour.window.workplace.reveal(Activity, entry.id)


def plan(tour: Tour) -> None:
    """The plan page at an item, which is marked in the newspaper column."""
    tour.page("plan", COUNTY)
    tour.window.workplace.reveal(PlanItem, tour.item("开好6场").id)
    tour.find("outline").setFocus()


def chambers(tour: Tour) -> None:
    """The chambers with their terms' states, one open at the side."""
    tour.page("chambers")
    tour.go_to(Chamber, "洋山镇商会")


def members(tour: Tour) -> None:
    """The members, one open at the side."""
    tour.page("members", COUNTY)
    tour.go_to(Member, "嵊泗县汀禾贻贝养殖有限公司")


def article_title(tour: Tour) -> None:
    """The title block beside the article as printed."""
    _turn_article(tour, 0)
    tour.find("headline").setFocus()


def article_items(tour: Tour) -> None:
    """Sections and items, one worded for the paper."""
    page = _turn_article(tour, 1)
    article = _article(tour)
    with tour.desk.snapshot() as snapshot:
        shown = view(snapshot, article.id)
        assert shown is not None
        section = next(section for section in shown.sections if section.federation == COUNTY)
        item = section.items[0]
        proposal = reword(snapshot, section.id, item.id, WORDING)
    if proposal.edits:
        tour.desk.apply(proposal)
    tour.rest()
    page.items.select(item.id)
    tour.find("outline").setFocus()


def layouts(tour: Tour) -> None:
    """A layout of one's own, beside the article set in it."""
    _turn_article(tour, 0)
    name = presets.copy_layout(tour.desk, presets.NEWSPAPER, "报纸版面（试排）")
    page = tour.page("layouts")
    assert isinstance(page, LayoutsPage)
    page.edit(name, _article(tour).id)
    page.ui.tabs.setCurrentIndex(1)


def article_versions(tour: Tour) -> None:
    """What was sent, and what has changed since."""
    article = _article(tour)
    for name in ("送审稿.docx", "新年任务单（上）.docx"):
        wish = ArticleWish(str(article.id))
        export_article(tour.desk, tour.folder / name, 2024, wish=wish, audience="群岛日报", now=NOW)
    article_items(tour)
    _turn_article(tour, 2)


def _turn_article(tour: Tour, tab: int) -> ArticlePage:
    page = tour.page("article")
    assert isinstance(page, ArticlePage)
    page.reveal(Article, _article(tour).id)
    page.ui.tabs.setCurrentIndex(tab)
    tour.rest()
    return page


def _article(tour: Tour) -> Article:
    """The year's plan article."""
    with tour.desk.snapshot() as snapshot:
        (found,) = snapshot.where(Article, kind=ArticleKind.PLAN)
    return found


def progress(tour: Tour) -> None:
    """June's sheet, the details of a row open."""
    page = tour.page("progress", COUNTY)
    assert isinstance(page, ProgressPage)
    page.reveal(PlanItem, tour.item("办好4期").id)
    page.ui.table.setFocus()
    QTest.qWait(2 * REST)  # the records behind the row's number


def review(tour: Tour) -> None:
    """A changed newspaper page that is taken in, at an edit with a finding."""
    page = _take_in(tour)
    page.sheet.step_finding(1)
    tour.rest()
    page.sheet.step_finding(-1)  # back to the first with a suggestion, and to its edit


def _take_in(tour: Tour) -> ReviewPage:
    """Take the changed page in, up to its review."""
    tour.page("plan", COUNTY)
    text = (paths.resources() / "sample" / "article.txt").read_text("utf-8")
    for old, new in CHANGES.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file = tour.folder / "报纸第2版（改）.txt"
    file.write_text(text, "utf-8")
    tour.window.workplace.take_in([file])
    tour.rest()
    page = tour.window.show_page("review")
    assert isinstance(page, ReviewPage)
    return page


def returns(tour: Tour) -> None:
    """June's returns: some taken in, one to be mended, the others awaited."""
    page = _take_in_returns(tour)
    page.ui.takeInAll.click()
    tour.rest()
    tour.window.workplace.notices.clear()
    tour.page("returns", COUNTY)


def returns_review(tour: Tour) -> None:
    """Returns under review, at one that has a faulty cell."""
    page = _take_in_returns(tour)
    row = next(row for row in range(page.things.rowCount()) if "嵊山镇" in page.things.index(row).data())
    page.ui.things.setCurrentIndex(page.things.index(row))
    page.ui.goTo.click()


def _take_in_returns(tour: Tour) -> ReviewPage:
    """Send June's forms out, have some filled in, and take them in, up to their review."""
    folder = tour.folder / "填报表"
    sent = export_forms(tour.desk, folder, 2024, "2024-06", now=NOW - timedelta(days=14))
    for file in sent.files:
        if file.chamber.name in FILLED:
            _fill_in(file.path, FILLED[file.chamber.name])
        else:
            file.path.unlink()
    tour.page("returns", COUNTY)
    tour.window.workplace.take_in([folder])
    tour.rest()
    page = tour.window.show_page("review")
    assert isinstance(page, ReviewPage)
    return page


def _fill_in(path: Path, cells: Mapping[str, Mapping[str, object]]) -> None:
    """Type into a chamber's workbook."""
    workbook = load_workbook(path)
    for sheet, values in cells.items():
        for place, value in values.items():
            workbook[sheet][place].value = value
    workbook.save(path)


def columns(tour: Tour) -> None:
    """What the columns of a list of members are, asked before its review."""
    tour.page("members", COUNTY)
    file = tour.folder / "会员名单.csv"
    file.write_text(LIST, "utf-8")
    tour.window.workplace.take_in([file])
    tour.rest()


def history(tour: Tour) -> None:
    """The history: a page taken in and taken back, then something typed; the page taken in is chosen."""
    page = _take_in(tour)
    page.ui.takeIn.click()
    tour.rest()
    tour.window.workplace.undo()
    item = tour.item("开设“岛上微党课”")
    tour.desk.apply(typed(PlanItem, item.id, "responsible", item.responsible, "帆晚照、渚清和"))
    tour.window.workplace.notices.clear()
    shown = tour.page("history")
    assert isinstance(shown, HistoryPage)
    QTest.keyClick(shown.ui.changes, Qt.Key.Key_Down)
    QTest.keyClick(shown.ui.changes, Qt.Key.Key_Down)


def settings(tour: Tour) -> None:
    """The upper part of the settings: below stand this machine's folders."""
    office.keep_office(tour.desk, office.Office(COUNTY, PERSON, "0580-0000100"))
    page = tour.page("settings")
    assert isinstance(page, SettingsPage)
    bottom = page.ui.storeHeading.mapTo(tour.window, page.ui.storeHeading.rect().topLeft()).y()
    tour.crop = QRect(0, 0, WIDTH, bottom - 8)


def dark(tour: Tour) -> None:
    """The plan in dark colours."""
    tour.window.colour(Appearance.DARK)
    plan(tour)


def first_start(tour: Tour) -> None:
    """A county chosen at the first start."""
    county = tour.find("county", QComboBox)
    assert isinstance(county, QComboBox)
    county.setFocus()
    county.setCurrentText("嵊泗县")
    tour.rest()


PICTURES: dict[str, Callable[[Tour], None]] = {
    "overview": overview,
    "ledger": ledger,
    "plan": plan,
    "chambers": chambers,
    "members": members,
    "article-title": article_title,
    "article-items": article_items,
    "article-versions": article_versions,
    "layouts": layouts,
    "progress": progress,
    "review": review,
    "columns": columns,
    "returns": returns,
    "returns-review": returns_review,
    "history": history,
    "settings": settings,
    "first-start": first_start,
    "dark": dark,
}


# -- taking them -------------------------------------------------------------------------------------------


def main(names: list[str]) -> int:
    """Take the pictures of these names, each in a window and on a store of its own."""
    app = QApplication(["moushi", *STYLE])
    app.setCursorFlashTime(0)  # the caret always stands
    translators.speak(app, Language.CHINESE)
    for name in names or PICTURES:
        with tour_of(app, empty=name == "first-start") as tour:
            PICTURES[name](tour)
            tour.rest()
            save(tour.window.grab(tour.crop or QRect(0, 0, WIDTH, HEIGHT)).toImage(), name)
    return 0


@contextmanager
def tour_of(app: QApplication, *, empty: bool) -> Iterator[Tour]:
    """A window in light colours on the sample, or on a store in which nothing is yet."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOUSHI_HOME"] = folder
        preferred = Preferences(Language.CHINESE, Appearance.LIGHT, PERSON)
        preferences.save(preferred)
        clock = Clock()

        def opened(path: Path) -> Desk:
            desk = Desk(open_store(path, person=PERSON, clock=clock))
            if not empty:
                fill_sample(desk, NOW)
            return desk

        appearance.dress(app, Appearance.LIGHT)
        window = MainWindow(app, opened, preferred)
        window.furnish()
        window.workplace.now = lambda: NOW  # type: ignore[method-assign]  # the clock stands still
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.open_store(Path(folder, "moushi.sqlite"))
        window.activateWindow()
        tour = Tour(app, Path(folder), window, window.workplace.desk)
        tour.rest()
        yield tour
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
