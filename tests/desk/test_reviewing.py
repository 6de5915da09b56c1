"""Reviewing at the desk: many files, choices, suggestions, conflicts, undos on which later changes stand.

Over 400 lines: one capability, with the files that it is tried on.
"""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factories as make
from county_page import HEADING, ITEMS, SLOGAN, THEMES, page_text
from moushi.changes.model import Change, Insert, Severity, typed
from moushi.desk import reviewing as room
from moushi.desk.accepting import apply
from moushi.desk.desk import Desk, open_for_work
from moushi.desk.places import place_words
from moushi.desk.reviewing import chosen, rejected, review_undo, take, take_again, with_mends
from moushi.desk.taking_in import Batch, Wish
from moushi.desk.under_review import State, names_owners, notes, records_in, years
from moushi.domain.records import Federation, Plan, PlanItem, Programme, Theme
from moushi.intake.source import SourceFile
from stores import emptied_store

TODAY = date(2031, 5, 4)
SAMPLE = Path(__file__).parents[1] / "samples" / "three-questions.txt"


@pytest.fixture
def desk(tmp_path):
    with open_for_work(tmp_path / "plans.sqlite", "苗可舟") as desk:
        yield desk


def quiet(*_: int) -> None:
    pass


def pasted(text: str, name: str = "pasted") -> SourceFile:
    return SourceFile(name, text.encode())


def one(desk, text, wish=None):
    (taken,) = take(desk, [pasted(text)], wish or Wish(year=2031), TODAY, quiet)
    return taken


def take_in(desk, taken):
    return apply(desk, Batch(desk), taken, TODAY)


def stored(desk, kind):
    with desk.snapshot() as snapshot:
        return snapshot.where(kind)


def items(desk):
    return [item.text for item in stored(desk, PlanItem)]


def find(taken, words):
    return next(group for group in records_in(taken.groups) if words in str(group.title))


def test_a_page_is_shown_whole_and_taken_in_as_shown(desk):
    taken = one(desk, page_text())
    assert taken.state is State.OPEN
    assert (taken.counts.changed, taken.counts.deleted) == (0, 0)
    assert taken.counts.new == len(taken.accepted.edits)
    done = take_in(desk, taken)
    assert done.state is State.TAKEN
    assert sorted(items(desk)) == sorted(ITEMS)
    assert desk.store.history()[0].id == done.change.id


def test_the_same_page_again_holds_nothing_new(desk):
    take_in(desk, one(desk, page_text()))
    again = one(desk, page_text())
    assert again.state is State.SAME
    assert "pasted" in str(notes(again)[0])


def test_the_page_changed_in_two_places_shows_just_these(desk):
    text = SAMPLE.read_text("utf-8")
    take_in(desk, one(desk, text))
    again = one(desk, text.replace("聘请15名", "聘请25名").replace("企业少填表", "企业少填些表"))
    assert (again.counts.new, again.counts.changed, again.counts.deleted) == (0, 2, 0)
    assert find(again, "聘请25名").line == 17


def test_a_rejected_edit_stays_out(desk):
    taken = one(desk, page_text())
    without = find(taken, ITEMS[0][:12])
    take_in(desk, chosen(taken, without.whole, take=False))
    assert sorted(items(desk)) == sorted(ITEMS[1:])


def test_rejecting_a_theme_rejects_its_items_and_taking_one_takes_the_theme(desk):
    taken = one(desk, page_text())
    theme = next(group for group in records_in(taken.groups) if group.kind.__name__ == "Theme")
    off = chosen(taken, theme.positions, take=False)
    assert set(theme.whole) <= off.review.rejected
    on = chosen(off, theme.children[0].positions, take=True)
    assert not set(theme.positions) & on.review.rejected


def half_width_page() -> str:
    """The page with one mark of half width in its first item."""
    page = page_text(measure=200)
    assert ITEMS[0] in page
    return page.replace(ITEMS[0], ITEMS[0].replace("，", ","))


def test_a_suggestion_is_shown_where_it_is_taken_and_applied_as_shown(desk):
    taken = one(desk, half_width_page())
    (number,) = [n for n, finding in enumerate(taken.findings) if finding.mend]
    touched = next(group for group in records_in(taken.groups) if number in group.findings)
    assert "," in str(touched.title)
    mended = with_mends(taken, [number])
    assert str(next(g for g in records_in(mended.groups) if g.id == touched.id).title) == ITEMS[0]
    take_in(desk, mended)
    assert sorted(items(desk)) == sorted(ITEMS)


def test_a_suggestion_taken_back_leaves_the_text_as_it_came(desk):
    taken = one(desk, half_width_page())
    (number,) = [n for n, finding in enumerate(taken.findings) if finding.mend]
    back = with_mends(with_mends(taken, [number]), [])
    assert back.accepted == taken.accepted
    assert back.groups == taken.groups


def test_a_suggestion_that_restores_the_record_leaves_nothing_to_apply(desk):
    take_in(desk, one(desk, page_text()))
    taken = one(desk, half_width_page())
    assert taken.counts.changed == 1
    mended = with_mends(taken, range(len(taken.findings)))
    assert mended.accepted.edits == ()
    assert not mended.can_apply
    assert mended.counts.changed == 0


def test_a_bad_file_does_not_stop_the_others(desk, tmp_path):
    (tmp_path / "一.txt").write_text(page_text())
    (tmp_path / "二.docx").write_bytes(b"PK\x03\x04 cut short")
    (tmp_path / "三.txt").write_text(SAMPLE.read_text("utf-8"))
    steps = []
    found = take(
        desk,
        [tmp_path / name for name in ("一.txt", "二.docx", "三.txt", "没有.txt")],
        Wish(),
        TODAY,
        lambda done, of: steps.append((done, of)),
    )
    assert [each.state for each in found] == [State.OPEN, State.UNREADABLE, State.OPEN, State.UNREADABLE]
    assert "二.docx" in str(notes(found[1])[0])
    assert list(dict.fromkeys(steps)) == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_bug_in_reading_one_file_is_told_and_logged_and_the_others_are_read(
    desk, tmp_path, monkeypatch, caplog
):
    def broken(at: Desk, file: SourceFile, *rest: object) -> object:
        if file.name == "坏":
            raise ZeroDivisionError
        return real(at, file, *rest)

    real = room.propose_kind
    monkeypatch.setattr(room, "propose_kind", broken)
    found = take(desk, [pasted(page_text(), "坏"), pasted(page_text() + "\n", "好")], Wish(), TODAY, quiet)
    assert [each.state for each in found] == [State.UNREADABLE, State.OPEN]
    assert "ZeroDivisionError" in str(found[0].error)
    assert "unexpected fault" in caplog.text


def test_reading_can_be_cancelled_between_files(desk):
    class Cancelled(BaseException):
        pass

    def cancel(done: int, _of: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        take(desk, [pasted(page_text()), pasted("x")], Wish(), TODAY, cancel)
    assert desk.store.history() == []


def test_reading_one_long_table_can_be_cancelled_at_every_step_of_it(desk, monkeypatch):
    """Its rows, the comparison with the records and the grouping of the edits, not only between files."""
    monkeypatch.setattr("moushi.desk.stepping._PACE", 0)
    rows = 40
    table = task_table(rows)
    steps = 0

    class Cancelled(BaseException):
        pass

    def count(_done: int, _of: int) -> None:
        nonlocal steps
        steps += 1

    (taken,) = take(desk, [table], Wish(year=2031), TODAY, count)
    assert taken.state is State.OPEN
    reading, comparing, grouping = rows, rows, rows
    assert steps > reading + comparing + grouping
    for last in range(2, steps, 20):
        left = iter(range(last))

        def cancel(done: int, _of: int, left=left) -> None:
            if done == 0 and next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            take(desk, [table], Wish(year=2031), TODAY, cancel)
        with pytest.raises(Cancelled):
            take_again(desk, taken, Wish(year=2032), TODAY, cancel)
    assert desk.store.history() == []


def task_table(rows: int) -> SourceFile:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["类别", "工作任务", "责任单位"])
    for number in range(rows):
        sheet.append(["走访服务", f"走访企业{number}家。", "会员部"])
    file = io.BytesIO()
    book.save(file)
    return SourceFile("任务表.xlsx", file.getvalue())


def test_the_files_of_a_folder_are_taken_but_not_what_office_programs_leave_there(desk, tmp_path):
    folder = tmp_path / "来稿"
    (folder / "更早").mkdir(parents=True)
    for name in ("乙.txt", "甲.TXT", "~$甲.docx", ".隐.txt", "照片.jpg", "更早/丙.txt"):
        (folder / name).write_text(page_text(name))
    found = take(desk, [folder], Wish(), TODAY, quiet)
    assert sorted(each.name for each in found) == ["乙.txt", "甲.TXT"]


def test_a_folder_without_such_files_is_told(desk, tmp_path):
    (taken,) = take(desk, [tmp_path], Wish(), TODAY, quiet)
    assert taken.state is State.UNREADABLE
    assert tmp_path.name in str(taken.error)


def test_the_same_file_twice_is_told_under_its_second_name(desk):
    first, second = take(
        desk, [pasted(page_text(), "一"), pasted(page_text(), "一（副本）")], Wish(), TODAY, quiet
    )
    assert first.state is State.OPEN
    assert second.state is State.SAME
    assert second.is_settled
    assert "一（副本）" in str(second.error)


def test_two_files_that_bring_the_same_federations_and_programmes_are_both_taken_in(desk):
    theme = "着力优化服务，做强企业信心。推动银企对接常态化，开设“老板夜校”12期。"
    wishes = [Wish(year=year, federation="望潮区工商联") for year in (2031, 2032)]
    first, second = (one(desk, theme, wish) for wish in wishes)
    batch = Batch(desk)
    assert [apply(desk, batch, each, TODAY).state for each in (first, second)] == [State.TAKEN] * 2
    assert len(stored(desk, Federation)) == len(stored(desk, Programme)) == 1
    assert sorted(plan.year for plan in stored(desk, Plan)) == [2031, 2032]
    assert len(desk.store.backups()) == 1


def test_two_files_of_one_plan_do_not_double_it(desk):
    texts = [page_text(f"2031年，海岛商会这样谋划（{part}）") for part in "上下"]
    first, second = take(desk, [pasted(t, str(n)) for n, t in enumerate(texts)], Wish(), TODAY, quiet)
    batch = Batch(desk)
    apply(desk, batch, first, TODAY)
    anew = apply(desk, batch, second, TODAY)
    assert anew.state is State.OPEN
    assert "changed since" in str(notes(anew)[0])
    assert apply(desk, batch, anew, TODAY).state is State.TAKEN
    assert sorted(items(desk)) == sorted(ITEMS)


def of_plan(*themes: str) -> str:
    """A typed page of one county's themes."""
    return "\n".join([HEADING, SLOGAN, *themes])


OTHER = "聚力党建引领，汇聚奋进合力。举办“海上课堂”8期，覆盖会员600人次；"


def themes(desk):
    return [theme.lead for theme in stored(desk, Theme)]


def test_two_wordings_of_a_paper_do_not_double_a_plan_that_is_there_already(desk):
    take_in(desk, one(desk, of_plan(OTHER)))
    texts = [of_plan(*THEMES), of_plan(*THEMES).replace("12场", "20场")]
    first, second = take(
        desk, [pasted(t, str(n)) for n, t in enumerate(texts)], Wish(year=2031), TODAY, quiet
    )
    batch = Batch(desk)
    assert apply(desk, batch, first, TODAY).state is State.TAKEN
    anew = apply(desk, batch, second, TODAY)
    assert anew.state is State.OPEN
    assert "changed since" in str(notes(anew)[0])
    assert (anew.counts.new, anew.counts.changed) == (0, 1)
    assert apply(desk, batch, anew, TODAY).state is State.TAKEN
    assert len(themes(desk)) == len(set(themes(desk)))
    assert len(items(desk)) == len(set(items(desk)))


def test_files_of_one_plan_that_say_nothing_alike_come_one_after_the_other(desk):
    take_in(desk, one(desk, of_plan(OTHER)))
    texts = [of_plan(theme) for theme in THEMES]
    read = take(desk, [pasted(t, str(n)) for n, t in enumerate(texts)], Wish(year=2031), TODAY, quiet)
    without = find(read[1], ITEMS[3][:12])
    read[1] = chosen(read[1], without.whole, take=False)
    batch = Batch(desk)
    assert [apply(desk, batch, each, TODAY).state for each in read] == [State.TAKEN] * 2
    assert ITEMS[3] not in items(desk)
    assert sorted(items(desk))[-3:] == sorted(ITEMS[:3])
    ranks = [theme.rank for theme in stored(desk, Theme)]
    assert len(ranks) == len(set(ranks)) == 3


def test_edits_that_already_stand_are_no_conflict(desk):
    taken = one(desk, page_text())
    programmes = [e for e in taken.base.edits if isinstance(e, Insert) and e.kind in (Federation, Programme)]
    assert programmes
    desk.apply(make.proposal(*programmes))
    done = take_in(desk, taken)
    assert done.state is State.TAKEN
    assert len(done.change.edits) == len(taken.base.edits) - len(programmes)


def test_records_changed_meanwhile_are_compared_anew_and_that_is_said(desk):
    take_in(desk, one(desk, page_text()))
    taken = one(desk, half_width_page())
    (edit,) = taken.accepted.edits
    assert isinstance(edit, Change)
    desk.apply(typed(PlanItem, edit.id, "text", edit.old, "另有一句。"))
    anew = take_in(desk, taken)
    assert anew.state is State.OPEN
    assert "changed since" in str(notes(anew)[0])
    assert take_in(desk, anew).state is State.TAKEN


def test_another_year_and_federation_are_read_anew(desk):
    text = "聚焦堵点难点，让办事少跑一座岛。" + "".join(ITEMS[:2])
    taken = one(desk, text, Wish())
    assert "above" in str(next(f for f in taken.findings if f.severity is Severity.WARNING).action)
    again = take_again(desk, taken, Wish(year=2024, federation="望潮区工商联"), TODAY)
    assert years(again) == {2024}
    assert not names_owners(again)
    take_in(desk, again)
    assert [plan.year for plan in stored(desk, Plan)] == [2024]


def test_nothing_of_a_file_with_errors_is_taken(desk):
    taken = one(desk, "2031年，海岛商会这样谋划")
    assert taken.state is State.ERRORS
    assert "errors" in str(notes(taken)[0])
    assert chosen(taken, [0], take=True) == with_mends(taken, [0]) == take_in(desk, taken) == taken
    assert desk.store.history() == []


def test_what_is_put_aside_is_not_taken(desk):
    taken = rejected(one(desk, page_text()))
    assert take_in(desk, taken) == taken
    assert taken.is_settled


def test_an_undo_shows_what_later_changes_stand_on_and_cannot_take_that_back(desk):
    done = take_in(desk, one(desk, page_text()))
    item = stored(desk, PlanItem)[0]
    desk.apply(typed(PlanItem, item.id, "text", item.text, "后来改过。"))
    taken = review_undo(desk, desk.undo(str(done.change.id)))
    assert taken.is_undo
    assert "Later changes" in str(notes(taken)[0])
    everything = chosen(taken, range(len(taken.base.edits)), take=True)
    assert everything.review.rejected == taken.review.rejected
    assert take_in(desk, taken).state is State.TAKEN
    assert items(desk) == ["后来改过。"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_whatever_is_chosen_and_mended_is_applied_as_it_was_shown(data):
    with emptied_store() as store:
        desk = Desk(store)
        text = SAMPLE.read_text("utf-8")
        if data.draw(st.booleans()):
            desk.apply(one(desk, text).base)
        marks = data.draw(st.sets(st.sampled_from("，；：")))
        for mark in marks:
            text = text.replace(mark, {"，": ",", "；": ";", "：": ":"}[mark], 12)
        (taken,) = take(desk, [pasted(text.replace("15名", "25名"))], Wish(year=2031), TODAY, quiet)
        count = len(taken.base.edits) if taken.base else 0
        for _ in range(data.draw(st.integers(0, 5))):
            if count and data.draw(st.booleans()):
                positions = data.draw(st.sets(st.integers(0, count - 1), max_size=4))
                taken = chosen(taken, positions, take=data.draw(st.booleans()))
            elif taken.findings:
                every = range(len(taken.findings))
                taken = with_mends(taken, data.draw(st.sets(st.sampled_from(every))))
        if not taken.can_apply:
            return
        shown = {
            group.id: str(row.new)
            for group in records_in(taken.groups)
            for row in group.rows
            if group.kind is PlanItem and str(row.label) == "text" and row.new
            if not set(group.whole) & taken.review.rejected
        }
        desk.apply(taken.accepted)
        with desk.snapshot() as snapshot:
            for record_id, words in shown.items():
                assert snapshot.get(PlanItem, record_id).text == words


def test_the_paragraphs_of_a_document_are_its_lines(desk, tmp_path):
    document = Document()
    for text in (HEADING, "", THEMES[0], THEMES[1].replace("，", ",", 1)):
        document.add_paragraph(text)
    document.save(tmp_path / "计划.docx")
    (taken,) = take(desk, [tmp_path / "计划.docx"], Wish(year=2031), TODAY, quiet)
    assert taken.text.lines[2] == THEMES[0]
    assert find(taken, ITEMS[1]).line == 3
    (number,) = [n for n, finding in enumerate(taken.findings) if finding.mend]
    assert str(place_words(taken.findings[number].where, taken.kind)) == "paragraph 4"
