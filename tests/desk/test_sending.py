"""Sending forms out: a file for each chamber, noted with what was prefilled; nobody's own file is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from openpyxl import load_workbook

import factories as make
from factories import proposal
from moushi.compile.return_document import read_hidden, sent_from_json
from moushi.desk.covering import covering_note
from moushi.desk.desk import Desk
from moushi.desk.office import Office, keep_office
from moushi.desk.sending import Sent, export_forms, recall
from moushi.desk.sending_wishes import choose_forms, chosen_forms, suggested_due
from moushi.domain.chamber_reports import asked_of
from moushi.domain.kinds import ReturnEvent
from moushi.domain.period import parse_period
from moushi.domain.records import Chamber
from moushi.domain.return_book import HIDDEN_SHEET
from moushi.domain.returns import ReturnLine, ReturnState, state_of
from moushi.errors import MoushiError
from moushi.store import open_store
from return_documents import PERIOD, RECORDS, REPORT, SHOWN
from return_forms import activities_form, all_forms, members_form, progress_form
from rosters import LUTING, OF, PHONES, TRADE
from stores import fresh_store

NOW = datetime(2031, 3, 10, 9, 30).astimezone()
TODAY = NOW.date()
LUTING_FILE, TRADE_FILE = "鹭汀镇商会 2031年3月 填报表.xlsx", "渔具行业商会 2031年3月 填报表.xlsx"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh_store() as store:
        store.apply(proposal(*RECORDS))
        yield Desk(store)


def send(desk: Desk, folder: Path, **more: object) -> Sent:
    given = {"forms": all_forms(), "now": NOW} | more
    return export_forms(desk, folder, 2031, "2031-03", **given)  # type: ignore[arg-type]


def state(desk: Desk, today: date = TODAY) -> ReturnState:
    lines = [line for line in desk.store.returns() if line.chamber_id == LUTING.id]
    return state_of(lines, (), today)


# -- what is written ---------------------------------------------------------------------------------------


def test_each_chamber_that_is_there_gets_a_file_of_its_own(desk, tmp_path):
    sent = send(desk, tmp_path / "新" / "表")
    assert [each.path.name for each in sent.files] == [LUTING_FILE, TRADE_FILE]
    assert {path.name for path in (tmp_path / "新" / "表").iterdir()} == {LUTING_FILE, TRADE_FILE}
    assert not sent.failures
    assert sent.due_on == date(2031, 3, 25)
    book = load_workbook(sent.files[0].path)
    hidden = read_hidden(book[HIDDEN_SHEET].iter_rows(values_only=True))
    assert hidden
    assert (hidden.id, hidden.chamber_id) == (sent.files[0].id, LUTING.id)


def test_the_cover_says_whom_to_ask_in_the_office(desk, tmp_path):
    keep_office(desk, Office("云屿县工商业联合会", "禾小满", "0580-7654321"))
    sent = send(desk, tmp_path, chambers=["鹭汀镇商会"])
    cells = [cell.value for row in load_workbook(sent.files[0].path).worksheets[0] for cell in row]
    assert "云屿县工商业联合会\n禾小满　0580-7654321" in cells


def test_the_journal_keeps_what_was_prefilled_and_the_return_is_sent(desk, tmp_path):
    assert state(desk) is ReturnState.NOT_SENT
    sent = send(desk, tmp_path, chambers=[LUTING.id], due_on=date(2031, 4, 2))
    (line,) = desk.store.returns(2031)
    assert (line.event, line.id, line.period) == (ReturnEvent.SENT, sent.files[0].id, "2031-03")
    assert (line.due_on, Path(line.file)) == (date(2031, 4, 2), sent.files[0].path.resolve())
    held = desk.store.sent_return(line.id)
    assert held
    tables = {each.key: each for each in sent_from_json(held[1])}
    assert tables["progress"].rows[1].values["value"] == str(REPORT.value)
    assert state(desk) is ReturnState.SENT
    assert state(desk, date(2031, 4, 3)) is ReturnState.OVERDUE


def test_the_journal_of_exports_says_that_personal_data_went_out_and_holds_none(desk, tmp_path):
    send(desk, tmp_path, chambers=["鹭汀镇商会"])
    (entry,) = desk.store.exports()
    held = desk.store.export(entry.id)
    assert held.what == "forms"
    assert held.document["phones"] is True
    assert held.document["forms"] == ["progress", "members", "chamber", "activities"]
    assert not [phone for phone in PHONES if phone in str(held)]


def test_sending_anew_reopens_the_return_and_replaces_the_untouched_file(desk, tmp_path):
    first = send(desk, tmp_path, chambers=["鹭汀镇商会"])
    again = send(desk, tmp_path, chambers=["鹭汀镇商会"])
    assert again.files[0].path == first.files[0].path
    assert again.files[0].id != first.files[0].id
    assert len(list(tmp_path.iterdir())) == 1
    assert len(desk.store.returns()) == 2


def test_a_file_in_which_somebody_has_typed_keeps_its_name(desk, tmp_path):
    first = send(desk, tmp_path, chambers=["鹭汀镇商会"]).files[0].path
    book = load_workbook(first)
    book["会员变更表"]["B6"] = "新来的会员"
    book.save(first)
    typed = first.read_bytes()
    second = send(desk, tmp_path, chambers=["鹭汀镇商会"]).files[0].path
    assert second.name == "鹭汀镇商会 2031年3月 填报表（2）.xlsx"
    assert first.read_bytes() == typed
    assert send(desk, tmp_path, chambers=["鹭汀镇商会"]).files[0].path == second  # that one is ours


def test_chambers_of_one_name_have_their_federation_before_it(desk, tmp_path):
    other = make.federation("北屿县工商联", short_name="北屿")
    desk.apply(proposal(other, make.chamber(other, "鹭汀镇商会")))
    names = [each.path.name for each in send(desk, tmp_path, chambers=["鹭汀镇商会"]).files]
    assert sorted(names) == [
        "北屿鹭汀镇商会 2031年3月 填报表.xlsx",
        "县工商联鹭汀镇商会 2031年3月 填报表.xlsx",
    ]


def test_a_chamber_whose_name_no_file_system_takes_gets_a_file_too(desk, tmp_path):
    desk.apply(proposal(make.chamber(OF, "水产/冷链:商会 ")))
    names = {each.path.name for each in send(desk, tmp_path).files}
    assert "水产冷链商会 2031年3月 填报表.xlsx" in names


def test_a_form_goes_to_those_whose_reports_a_measure_waits_for(desk, tmp_path):
    desk.apply(
        proposal(
            make.chamber(OF, "潮音镇商会", dissolved_on=date(2031, 3, 20)),
            make.chamber(OF, "新岛镇商会", founded_on=date(2031, 3, 20)),
            make.chamber(OF, "远礁镇商会", founded_on=date(2031, 4, 1)),
        )
    )
    sent = {each.chamber.name for each in send(desk, tmp_path).files}
    with desk.snapshot() as held:
        waited_for = {each.name for each in asked_of(SHOWN, held.where(Chamber), (), PERIOD)}
    assert sent == waited_for == {"鹭汀镇商会", "渔具行业商会", "新岛镇商会"}


# -- what cannot be ----------------------------------------------------------------------------------------


def test_an_unknown_chamber_is_refused_with_those_near_to_it(desk, tmp_path):
    with pytest.raises(MoushiError, match="Near to it are: 鹭汀镇商会"):
        send(desk, tmp_path, chambers=["鹭汀商会"])
    with pytest.raises(MoushiError, match="Chambers there are: 鹭汀镇商会、渔具行业商会"):
        send(desk, tmp_path, chambers=["Nowhere"])
    with pytest.raises(MoushiError, match="旧码头商会 is not there at the end of that period, or is no more"):
        send(desk, tmp_path, chambers=["旧码头商会"])
    assert desk.store.returns() == []


def test_without_a_live_chamber_nothing_can_be_sent(tmp_path):
    with fresh_store() as store, pytest.raises(MoushiError, match="no chamber to send forms to"):
        send(Desk(store), tmp_path, forms=[members_form()])


def test_a_period_of_another_year_and_a_year_without_a_plan_are_refused(desk, tmp_path):
    with pytest.raises(MoushiError, match="is not in 2030"):
        export_forms(desk, tmp_path, 2030, "2031-03", forms=[members_form()], now=NOW)
    with pytest.raises(MoushiError, match="no plan for 2030"):
        export_forms(desk, tmp_path, 2030, "2030-03", forms=all_forms(), now=NOW)
    assert export_forms(desk, tmp_path, 2030, "2030-Q1", forms=[members_form()], now=NOW).files


def test_nothing_is_sent_from_a_store_that_takes_no_note_of_it(desk, tmp_path):
    looking = Desk(open_store(desk.path, read_only=True))
    try:
        with pytest.raises(MoushiError, match="open for reading only"):
            send(looking, tmp_path)
    finally:
        looking.close()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_told(desk, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(MoushiError, match="cannot be made"):
        send(desk, tmp_path / "file" / "表")


def test_a_file_that_is_open_elsewhere_stays_and_is_not_noted_but_the_others_are(desk, tmp_path, monkeypatch):
    first = send(desk, tmp_path)
    before = first.files[0].path.read_bytes()
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == LUTING_FILE:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    sent = send(desk, tmp_path)
    assert [each.path.name for each in sent.files] == [TRADE_FILE]
    (fault,) = sent.failures
    assert f"{LUTING_FILE} cannot be replaced: it is open in another program" in str(fault)
    assert first.files[0].path.read_bytes() == before
    assert [line.chamber_id for line in desk.store.returns()].count(LUTING.id) == 1


def test_a_file_that_cannot_be_noted_is_as_if_it_had_not_been_written(desk, tmp_path, monkeypatch):
    first = send(desk, tmp_path, chambers=["鹭汀镇商会"]).files[0].path
    before = first.read_bytes()

    def fail(*_: object) -> None:
        raise MoushiError("The disk is full.")

    monkeypatch.setattr(desk.store, "record_returns", fail)
    sent = send(desk, tmp_path)
    assert not sent.files
    assert [str(each) for each in sent.failures] == ["The disk is full."] * 2
    assert first.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [LUTING_FILE]


def test_a_chamber_that_is_asked_nothing_is_told_and_gets_no_file(desk, tmp_path):
    other = make.federation("北屿县工商联")
    desk.apply(proposal(other, make.chamber(other, "北屿商会")))
    sent = send(desk, tmp_path, chambers=["北屿商会"], forms=[progress_form()])
    assert not sent.files
    assert [str(each) for each in sent.failures] == ["北屿商会: these forms ask it nothing."]


def test_sending_can_be_left_in_the_middle_and_what_is_done_stays(desk, tmp_path):
    class Cancelled(BaseException):
        pass

    def report(done: int, of: int) -> None:
        assert of == 2
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        send(desk, tmp_path, report=report)
    assert len(desk.store.returns()) == len(list(tmp_path.iterdir())) == 1


# -- settings ----------------------------------------------------------------------------------------------


def test_all_forms_go_out_until_some_are_chosen(desk):
    assert len(chosen_forms(desk)) == 4
    choose_forms(desk, ["members", "gone"])
    assert [form.name for form in chosen_forms(desk)] == ["members"]
    choose_forms(desk, ["gone"])
    assert len(chosen_forms(desk)) == 4
    choose_forms(desk, None)
    assert len(chosen_forms(desk)) == 4


def test_the_day_is_asked_as_last_time_and_never_too_soon(desk, tmp_path):
    today = NOW.date()
    assert suggested_due(desk, PERIOD, today) == date(2031, 3, 25)
    assert suggested_due(desk, PERIOD, date(2031, 6, 1)) == date(2031, 6, 8)
    send(desk, tmp_path, due_on=date(2031, 4, 5))
    assert suggested_due(desk, PERIOD, today) == date(2031, 4, 5)
    later = parse_period("2031-12")
    assert suggested_due(desk, later, today) == date(2032, 1, 5)
    send(desk, tmp_path, due_on=date(2031, 3, 31))
    assert suggested_due(desk, parse_period("2031-Q2"), today) == date(2031, 6, 30)


# -- recalling ---------------------------------------------------------------------------------------------


def test_what_was_sent_by_mistake_is_recalled_once(desk, tmp_path):
    sent = send(desk, tmp_path, chambers=["鹭汀镇商会"]).files[0]
    recall(desk, [sent.id], now=NOW)
    assert state(desk) is ReturnState.NOT_SENT
    assert sent.path.exists()
    with pytest.raises(MoushiError, match="recalled or sent anew already"):
        recall(desk, [sent.id], now=NOW)
    with pytest.raises(MoushiError, match="was not sent out"):
        recall(desk, [uuid4()], now=NOW)


def test_what_was_answered_cannot_be_recalled_and_then_nothing_is(desk, tmp_path):
    first, second = send(desk, tmp_path).files
    came = ReturnLine(
        first.id, NOW, "", ReturnEvent.RECEIVED, LUTING.id, "2031-03", file="回.xlsx", sha256="ab" * 32
    )
    desk.store.record_returns([(came, None)])
    with pytest.raises(MoushiError, match=r"回\.xlsx has come back upon it"):
        recall(desk, [second.id, first.id], now=NOW)
    assert not [line for line in desk.store.returns() if line.event is ReturnEvent.RECALLED]
    assert second.chamber == TRADE


# -- the covering note -------------------------------------------------------------------------------------


def test_the_covering_note_says_what_by_when_and_whom_to_ask(desk):
    keep_office(desk, Office("云屿县工商业联合会", "禾小满", "0580-7654321"))
    note = covering_note(desk, PERIOD, date(2031, 3, 25), all_forms(), today=date(2031, 3, 10))
    what = "要填的有：工作进展、会员变更、商会基本情况、活动登记。"
    how = "上次的内容已经填好，有变化的直接改，没有变化的不用动；怎么填，看表里第一页“填报说明”。"
    assert note.splitlines() == [
        "各商会：",
        "　　2031年3月填报表已经发出，请填好后于2031年3月25日（星期二）前发回。",
        f"　　{what}{how}",
        "　　表里有个人信息，只发给联系人，不要转发到群里。",
        "　　有不清楚的，请问：云屿县工商业联合会 禾小满 0580-7654321。",
        "云屿县工商业联合会",
        "2031年3月10日",
    ]


def test_the_note_to_one_chamber_names_it_and_only_what_is_known(desk):
    note = covering_note(
        desk,
        PERIOD,
        date(2031, 3, 25),
        [activities_form()],
        chamber="鹭汀镇商会",
        sender="云屿县工商联",
        today=date(2031, 3, 10),
    )
    assert note.startswith("鹭汀镇商会：\n")
    assert "请问" not in note
    assert "个人信息" not in note
    assert note.endswith("云屿县工商联\n2031年3月10日")


def test_no_temporary_file_is_left(desk, tmp_path):
    send(desk, tmp_path)
    assert not list(tmp_path.glob(".*"))
