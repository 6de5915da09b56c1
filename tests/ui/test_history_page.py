"""The history page as a person uses it: looking up, searching, going to records, undo and redo."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import factories as f
from moushi.changes.model import Delete, Insert, Proposal, Source, typed
from moushi.desk.preferences import Language
from moushi.domain.record import Record
from moushi.domain.records import Chamber, PlanItem
from moushi.errors import say
from moushi.ui.history_model import QUIET_ROLE, STATE_ROLE
from moushi.ui.history_page import HistoryPage
from moushi.ui.notices import Notice

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier

OF = f.federation()
CHAMBER = f.chamber(OF)
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME, "办两场渔具展，请镇上商会都来。")
COUNTY: tuple[Record, ...] = (OF, CHAMBER, PLAN, THEME, ITEM)


@pytest.fixture
def desk(make_desk):
    desk = make_desk()
    desk.store.person = "禾小满"
    title = say("Took in {file}", file="要点.docx")
    desk.apply(Proposal(Source("要点.docx", "ab" * 32), title, tuple(map(Insert, COUNTY))))
    return desk


def retype(desk, record: Record, field: str, new: object):
    return desk.apply(typed(type(record), record.id, field, getattr(record, field), new))


def titles(page: HistoryPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def states(page: HistoryPage) -> list[str]:
    return [page.model.index(row).data(STATE_ROLE) for row in range(page.model.rowCount())]


def read(page: HistoryPage) -> str:
    return page.ui.reading.toPlainText()


def notices(page: HistoryPage) -> list[str]:
    return [notice.accessibleName() for notice in page.workplace.host.findChildren(Notice)]


def settled(page: HistoryPage, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.workplace.jobs.busy)


def test_changes_stand_newest_first_with_when_who_source_and_state(page_of, desk):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk)
    assert titles(page) == ["修改商会的秘书长：鹭汀镇商会", "导入 要点.docx"]
    assert states(page) == ["有效", "有效"]
    second = page.model.index(1).data(QUIET_ROLE)
    assert second.startswith("今天 ")
    assert second.endswith(" · 禾小满 · 5处改动")


def test_a_record_that_the_title_names_is_not_named_twice(page_of, desk):
    title = say("Deleted {record}: {name}", record=say("chamber"), name=CHAMBER.name)
    desk.apply(Proposal(Source(""), title, (Delete(CHAMBER),)))
    page = page_of(HistoryPage, desk=desk)
    assert titles(page)[0].count("鹭汀镇商会") == 1


def test_the_newest_change_is_chosen_and_told_with_old_and_new(page_of, desk):
    retype(desk, ITEM, "text", "办三场渔具展，请镇上商会都来。")
    page = page_of(HistoryPage, desk=desk)
    assert "修改 · 工作条目" in read(page)
    assert "办两场渔具展，请镇上商会都来。" in read(page)
    assert "办三场渔具展，请镇上商会都来。" in read(page)
    html = page.ui.reading.toHtml()
    assert "line-through" in html.split(">两</span>")[0].rsplit("<span", 1)[1]
    assert "underline" in html.split(">三</span>")[0].rsplit("<span", 1)[1]


def test_arrow_keys_walk_the_list_and_the_text_follows(page_of, desk, qtbot):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk)
    page.ui.changes.setFocus()
    qtbot.keyClick(page.ui.changes, Key.Key_Down)
    assert "新增 · 商会" in read(page)
    assert "一是把商会办实。" in read(page)


def test_tab_goes_from_search_over_the_list_to_the_links_and_buttons(page_of, desk, qtbot):
    page = page_of(HistoryPage, desk=desk)
    ui = page.ui
    ui.text.setFocus()
    met = []
    for _ in range(14):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        met.append(QApplication.focusWidget())
    order = [widget for n, widget in enumerate(met) if widget not in met[:n]]
    assert order[:4] == [ui.kind, ui.changes, ui.undo, ui.reading]
    assert [ui.takeBack, ui.goTo] == order[4:6]


def test_a_search_narrows_the_list_as_one_types(page_of, desk, qtbot):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk)
    qtbot.keyClick(page, Key.Key_F, CTRL)
    assert QApplication.focusWidget() is page.ui.text
    page.ui.text.insert("舷如一")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert titles(page) == ["修改商会的秘书长：鹭汀镇商会"]
    page.ui.text.setText("找不到的词")
    qtbot.keyClick(page.ui.text, Key.Key_Return)
    assert titles(page) == []
    assert "没有符合的改动" in read(page)
    page.ui.text.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_files_typed_changes_and_undos_are_filtered_with_the_keyboard(page_of, desk, qtbot):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk)
    page.ui.kind.setFocus()
    qtbot.keyClick(page.ui.kind, Key.Key_Down)
    assert titles(page) == ["导入 要点.docx"]
    qtbot.keyClick(page.ui.kind, Key.Key_Down)
    assert titles(page) == ["修改商会的秘书长：鹭汀镇商会"]
    qtbot.keyClick(page.ui.kind, Key.Key_Down)
    assert titles(page) == []


def test_the_newest_is_undone_and_redone_by_buttons(page_of, desk, qtbot):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk)
    assert not page.ui.redo.isEnabled()
    qtbot.mouseClick(page.ui.undo, Left)
    assert states(page) == ["撤销", "已撤销", "有效"]
    assert titles(page)[0].startswith("撤销：修改商会的秘书长")
    qtbot.mouseClick(page.ui.redo, Left)
    assert states(page) == ["撤销", "已撤销", "有效", "有效"]
    with desk.snapshot() as snapshot:
        assert snapshot.get(Chamber, CHAMBER.id).secretary == "舷如一"


def test_an_earlier_change_that_nothing_stands_on_is_taken_back_at_once(page_of, desk, qtbot):
    retype(desk, CHAMBER, "secretary", "舷如一")
    retype(desk, ITEM, "leader", "桅定远")
    page = page_of(HistoryPage, desk=desk)
    page.ui.changes.setFocus()
    qtbot.keyClick(page.ui.changes, Key.Key_Down)
    qtbot.keyClick(page.ui.changes, Key.Key_T, CTRL)
    settled(page, qtbot)
    with desk.snapshot() as snapshot:
        assert snapshot.get(Chamber, CHAMBER.id).secretary == ""
        assert snapshot.get(PlanItem, ITEM.id).leader == "桅定远"
    assert any("撤销" in text for text in notices(page))


def test_a_change_on_which_later_ones_stand_is_asked_to_be_reviewed(page_of, desk, qtbot):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk)
    page.ui.changes.setCurrentIndex(page.model.index(1))
    with qtbot.waitSignal(page.workplace.undo_asked) as asked:
        qtbot.mouseClick(page.ui.takeBack, Left)
    assert [change.number for change in asked.args[0].because_of] == [2]
    assert states(page) == ["有效", "有效"]


def test_what_is_undone_cannot_be_taken_back_again(page_of, desk):
    retype(desk, CHAMBER, "secretary", "舷如一")
    desk.apply(desk.undo().review.accepted)
    page = page_of(HistoryPage, desk=desk)
    assert page.ui.takeBack.isEnabled()  # the undo itself
    page.ui.changes.setCurrentIndex(page.model.index(1))
    assert not page.ui.takeBack.isEnabled()


def test_a_person_goes_to_the_record_by_button_enter_key_and_link(page_of, desk, qtbot):
    retype(desk, ITEM, "leader", "桅定远")
    page = page_of(HistoryPage, desk=desk)
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        qtbot.mouseClick(page.ui.goTo, Left)
    assert asked.args == [PlanItem, ITEM.id]
    page.ui.changes.setFocus()
    with qtbot.waitSignal(page.workplace.reveal_asked):
        qtbot.keyClick(page.ui.changes, Key.Key_Return)
    page.ui.changes.setCurrentIndex(page.model.index(1))
    page.ui.reading.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.ui.reading, Key.Key_Tab)
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        qtbot.keyClick(page.ui.reading, Key.Key_Return)
    assert asked.args == [Chamber, CHAMBER.id]
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        qtbot.keyClick(page.ui.reading, Key.Key_G, CTRL)
    assert asked.args == [Chamber, CHAMBER.id]


def test_a_record_that_is_gone_has_a_name_but_no_way_to_it(page_of, desk):
    retype(desk, CHAMBER, "secretary", "舷如一")
    with desk.snapshot() as snapshot:
        desk.apply(f.proposal(Delete(snapshot.get(Chamber, CHAMBER.id)), source=""))
    page = page_of(HistoryPage, desk=desk)
    page.ui.changes.setCurrentIndex(page.model.index(1))
    assert "鹭汀镇商会" in read(page)
    assert "href" not in page.ui.reading.toHtml()
    assert not page.ui.goTo.isEnabled()


def test_a_change_made_meanwhile_comes_on_top(page_of, desk):
    page = page_of(HistoryPage, desk=desk)
    retype(desk, CHAMBER, "secretary", "舷如一")
    assert titles(page)[0] == "修改商会的秘书长：鹭汀镇商会"
    assert "舷如一" in read(page)


def test_of_a_large_change_more_is_shown_when_asked(page_of, desk):
    desk.apply(f.proposal(*(f.person(f"第{n}人") for n in range(130)), source=""))
    page = page_of(HistoryPage, desk=desk)
    assert "显示其余 30 处" in read(page)
    page.ui.reading.anchorClicked.emit(QUrl("more:"))
    assert "第129人" in read(page)
    assert "显示其余" not in read(page)


def test_a_store_for_reading_only_lists_but_takes_nothing_back(page_of, make_desk):
    page = page_of(HistoryPage, desk=make_desk(COUNTY, read_only=True))
    assert page.model.rowCount() == 1
    for button in (page.ui.undo, page.ui.redo, page.ui.takeBack):
        assert not button.isEnabled()
    assert page.ui.goTo.isEnabled()


def test_an_empty_store_says_that_nothing_was_changed(page_of):
    page = page_of(HistoryPage)
    assert "还没有改动" in read(page)
    assert not page.ui.undo.isEnabled()


def test_it_speaks_english_too(page_of, desk):
    retype(desk, CHAMBER, "secretary", "舷如一")
    page = page_of(HistoryPage, desk=desk, speak=Language.ENGLISH)
    assert titles(page) == ["Changed secretary of chamber: 鹭汀镇商会", "Took in 要点.docx"]
    assert page.ui.kind.currentText() == "All changes"
    assert [action.text() for action in page.commands() if not action.isSeparator()] == [
        "&Find in the History",
        "Undo &This Change",
        "&Go to Record",
    ]


def test_a_screen_reader_hears_both_lines_and_the_state(page_of, desk):
    page = page_of(HistoryPage, desk=desk)
    told = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("导入 要点.docx\n今天 ")
    assert told.endswith("有效")


def test_ten_thousand_changes_are_listed_at_once_and_reached_to_the_end(page_of, desk, qtbot):
    from moushi.store.applying import apply_proposal

    store, now = desk.store, desk.store.change(desk.store.history()[0].id).at
    with store.database.write() as connection:
        text = ITEM.text
        for number in range(2_000):
            proposal = typed(PlanItem, ITEM.id, "text", text, f"第{number}次改；")
            apply_proposal(connection, proposal, now, "禾小满")
            text = f"第{number}次改；"
    began = time.perf_counter()
    page = page_of(HistoryPage, desk=desk)
    assert time.perf_counter() - began < 5  # a machine under load; 0.1 s on a quiet one
    assert page.model.rowCount() == 200
    while page.model.canFetchMore(page.model.index(-1)):
        page.ui.changes.scrollToBottom()
        QTest.qWait(1)
    assert page.model.rowCount() == 2_001
    assert titles(page)[-1] == "导入 要点.docx"
