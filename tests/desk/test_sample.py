"""The sample: it comes in like any page, reads back as it was, and every file of the demo opens."""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from moushi import paths
from moushi.changes.model import Severity
from moushi.compile.progress import compile_progress
from moushi.desk.choosing import ArticleWish
from moushi.desk.desk import Desk, open_for_work, open_to_look
from moushi.desk.exporting import compiled_article
from moushi.desk.keeping import examine
from moushi.desk.sample import STORE, make_demo
from moushi.desk.taking_in import Wish, propose_file
from moushi.domain.kinds import ArticleKind, ChamberKind, Colour, State
from moushi.domain.period import parse_period
from moushi.domain.records import (
    KINDS,
    Alias,
    Article,
    Chamber,
    Federation,
    ItemProgramme,
    Measure,
    Member,
    Person,
    Plan,
    PlanItem,
    Programme,
    Township,
)
from moushi.errors import MoushiError

NOW = datetime(2024, 7, 3, 9, 30, tzinfo=UTC)
SAMPLE = paths.resources() / "sample"
FILES = {
    STORE,
    "示例稿件-gongwen.docx",
    "示例稿件-manuscript.docx",
    "示例稿件-zhoushan-a4.docx",
    "示例稿件-zhoushan.docx",
    "示例版面.pdf",
    "示例版面.png",
    "示例稿件.txt",
    "示例进展稿件-2024-06.docx",
    "示例进展表-2024-06.xlsx",
}
FORMS = "示例填报表-2024-06"


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    """A demo folder, made once beside an empty home; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("sample") / "new" / "demo"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MOUSHI_HOME", str(folder.parents[1] / "home"))
        written = make_demo(folder, NOW)
        assert not paths.default_store().exists()
    forms = {each.path.name for each in written if each.path.parent.name == FORMS}
    assert {each.path.name for each in written} == FILES | forms
    assert len(forms) > 10
    return folder


@pytest.fixture
def copy(demo, tmp_path) -> Path:
    return Path(shutil.copytree(demo, tmp_path / "copy"))


@pytest.fixture
def desk(demo) -> Iterator[Desk]:
    with open_to_look(demo / STORE) as desk:
        yield desk


# -- the demo folder ---------------------------------------------------------------------------------------


def test_the_demo_holds_the_store_and_every_kind_of_output(demo):
    assert {path.name for path in demo.iterdir()} >= FILES
    assert all((demo / name).stat().st_size > 1000 for name in FILES)


def test_every_word_file_opens_with_the_headline_of_its_article(demo):
    for path in sorted(demo.glob("*.docx")):
        headline = "晒出半年账" if "进展" in path.name else "晒出新年“任务单”（上）"
        assert any(headline in p.text for p in Document(path).paragraphs), path.name


def test_the_progress_sheet_opens_with_both_counties_on_it(demo):
    workbook = load_workbook(demo / "示例进展表-2024-06.xlsx")
    cells = [str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row if cell.value]
    assert "嵊泗县工商联：" in "".join(cells)
    assert "普陀区工商联：" in "".join(cells)


def test_each_chamber_s_form_asks_what_the_plan_wants_of_chambers(demo):
    forms = sorted((demo / FORMS).iterdir())
    assert "菜园镇商会 2024年6月 填报表.xlsx" in {path.name for path in forms}
    asked = {"嵊泗": set(), "普陀": set()}
    for path in forms:
        sheet = load_workbook(path)["工作进展"]
        measures = {sheet.cell(row, 3).value for row in range(4, sheet.max_row + 1)} - {None}
        asked["嵊泗" if "微党课" in measures else "普陀"] |= measures
    assert asked == {"嵊泗": {"微党课", "听课"}, "普陀": {"走访会员企业", "发放加工费"}}


def test_a_form_that_comes_back_untouched_changes_nothing(desk, demo):
    for path in sorted((demo / FORMS).iterdir()):
        proposal = propose_file(desk, path, Wish(), date(2024, 7, 3))
        assert proposal.returned
        assert (proposal.edits, proposal.findings) == ((), ()), path.name


def test_the_demo_replaces_its_own_files_only(copy):
    (copy / "自己的稿件.docx").write_bytes(b"mine")
    (copy / "示例稿件.txt").write_bytes(b"old")
    (copy / FORMS / "菜园镇商会 2024年6月 填报表.xlsx").write_bytes(b"old")
    with open_for_work(copy / STORE) as desk:
        desk.apply(desk.undo().review.accepted)
    make_demo(copy, NOW)
    assert (copy / "自己的稿件.docx").read_bytes() == b"mine"
    assert "任务单" in (copy / "示例稿件.txt").read_text("utf-8")
    assert {path.read_bytes()[:2] for path in (copy / FORMS).iterdir()} == {b"PK"}
    with open_to_look(copy / STORE) as desk:
        assert not any(change.undone_by for change in desk.store.history())


def test_a_sample_store_that_is_open_elsewhere_is_left_alone(copy):
    with open_for_work(copy / STORE, "礁思源"), pytest.raises(MoushiError, match="礁思源"):
        make_demo(copy, NOW)


def test_a_file_of_that_name_which_is_no_store_is_left_alone(tmp_path):
    (tmp_path / STORE).write_text("notes")
    with pytest.raises(MoushiError):
        make_demo(tmp_path, NOW)
    assert (tmp_path / STORE).read_text() == "notes"


def test_the_doctor_has_nothing_to_say(copy):
    with open_for_work(copy / STORE) as desk:
        assert examine(desk) == []


# -- the page ----------------------------------------------------------------------------------------------


def test_the_page_taken_in_again_changes_nothing(desk):
    proposal = propose_file(desk, SAMPLE / "article.txt", Wish(), date(2024, 7, 3))
    assert proposal.edits == ()
    assert [finding.severity for finding in proposal.findings] == [Severity.HINT] * 2  # the jump lines


def test_the_composed_text_is_the_page_line_for_line(demo):
    page = [line for line in (SAMPLE / "article.txt").read_text("utf-8").splitlines() if line.strip()]
    title, *sections = (demo / "示例稿件.txt").read_text("utf-8").split("\n\n")
    (first, first_body), (second, second_body) = (
        (lines[:2], lines[2:]) for lines in (section.splitlines() for section in sections)
    )
    # on the page the headings stand below their bodies, the title block between the sections
    assert page[1:-1] == [*first_body, *first, *title.splitlines(), *second_body, *second]


def test_quoted_programmes_are_known_by_their_other_names(desk):
    with desk.snapshot() as snapshot:
        (by_alias,) = snapshot.where(Alias, name="浙商青蓝接力工程")
        served = {
            snapshot.get(PlanItem, link.item_id).text[:4]
            for link in snapshot.where(ItemProgramme, programme_id=by_alias.programme_id)
        }
        names = [programme.name for programme in snapshot.where(Programme)]
    assert served == {"深化“青", "实施“浙"}
    assert len(set(names)) == len(names)
    assert "浙商青蓝接力工程" not in names
    assert "岛上微党课" in names  # on no list; the page brought it


# -- the registers -----------------------------------------------------------------------------------------


def test_townships_are_complete_and_some_have_no_chamber(desk):
    with desk.snapshot() as snapshot:
        chambers = snapshot.where(Chamber, kind=ChamberKind.TOWNSHIP)
        with_chamber = {chamber.township_id for chamber in chambers}
        held = {
            federation.short_name: snapshot.where(Township, federation_id=federation.id)
            for federation in snapshot.where(Federation)
        }
    assert {name: len(townships) for name, townships in held.items()} == {
        "舟山市": 0,
        "嵊泗县": 7,
        "普陀区": 9,
    }
    without = {t.name for townships in held.values() for t in townships if t.id not in with_chamber}
    assert without == {"花鸟乡", "东极镇", "普陀山镇"}


def test_codes_have_the_right_check_digit_and_belong_to_nobody(desk):
    with desk.snapshot() as snapshot:
        codes = [each.uscc for kind in (Chamber, Member) for each in snapshot.where(kind) if each.uscc]
    assert len(codes) > 40
    for code in codes:
        assert code[8:12] == "DEMA"  # no registry gives letters there
        assert code[17] == check_digit(code), code


def check_digit(code: str) -> str:
    """GB 32100-2015: the weighted sum of 17 characters, subtracted from 31."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    total = sum(alphabet.index(char) * weight for char, weight in zip(code, weights, strict=False))
    return alphabet[(31 - total % 31) % 31]


def test_people_have_surnames_that_nobody_has(desk):
    with desk.snapshot() as snapshot:
        names = {person.name for person in snapshot.where(Person)}
        for member in snapshot.where(Member):
            names |= {member.legal_representative, member.contact}
        names |= {chamber.secretary for chamber in snapshot.where(Chamber)}
        for item in snapshot.where(PlanItem):
            names |= {item.leader, item.responsible}
        for article in snapshot.where(Article):
            names |= set(re.findall(r"[\u4e00-\u9fff]{3}(?= |$)", article.byline)) - {"通讯员"}
    names.discard("")
    assert len(names) > 60
    assert {name[0] for name in names} <= set("汀澜帆屿礁潮汐岬渚桅橹舷埠碇锚舵篷湾滩岙")


def test_no_words_come_from_the_printed_page():
    """`printed-page.sha256` holds the page's runs of nine characters as hashes, programme names left out."""
    prints = Path(__file__).parents[1] / "samples" / "printed-page.sha256"
    printed = set(prints.read_text().split())
    for path in SAMPLE.iterdir():
        text = re.sub(r"\s", "", path.read_text("utf-8"))
        text = re.sub("“[^”]{2,24}”", " ", text)
        pieces = re.findall(r"[\u4e00-\u9fff]{9,}", text)
        runs = {piece[n : n + 9] for piece in pieces for n in range(len(piece) - 8)}
        taken = [run for run in runs if hashlib.sha256(run.encode()).hexdigest()[:8] in printed]
        assert taken == [], path.name


# -- the items ---------------------------------------------------------------------------------------------


def test_about_two_thirds_of_the_items_and_more_are_measured(desk):
    with desk.snapshot() as snapshot:
        items = snapshot.where(PlanItem)
        measured = {measure.item_id for measure in snapshot.where(Measure)}
    assert len(items) == 31
    assert len(measured) / len(items) > 2 / 3


def test_june_shows_every_state_that_a_year_in_its_middle_can_have(desk):
    with desk.snapshot() as snapshot:
        plans = snapshot.where(Plan, year=2024)
        sheet = compile_progress(snapshot, plans, parse_period("2024-06"), today=date(2024, 7, 3))
    rows = [row for section in sheet.sections for theme in section.themes for row in theme.rows]
    assert {row.state for row in rows} == set(State) - {State.CANCELLED}
    assert {row.colour for row in rows} == set(Colour)
    assert all(row.reason for row in rows if row.state is State.SUSPENDED)
    assert all(row.title and row.lead_unit and row.leader and row.responsible for row in rows)


def test_the_sums_in_the_text_are_those_of_the_plans(desk):
    """The speakers name how many items there are."""
    with desk.snapshot() as snapshot:
        document = compiled_article(snapshot, 2024, ArticleWish(part="上"))
    for section in document.sections:
        items = sum(run.ref.record == "PlanItem" for p in section.paragraphs for run in p.runs)
        assert f"{items}项" in "".join(p.text for p in section.paragraphs)


def test_the_progress_article_tells_june_in_the_plan_articles_order(desk):
    with desk.snapshot() as snapshot:
        (article,) = snapshot.where(Article, kind=ArticleKind.PROGRESS)
        document = compiled_article(snapshot, 2024, ArticleWish(str(article.id)))
    assert [section.federation for section in document.sections] == ["嵊泗县工商联", "普陀区工商联"]
    text = "".join(p.text for section in document.sections for p in section.paragraphs)
    assert "第6堂“岛上微党课”开到嵊山渔港" in text
    assert "微党课累计6场，完成率50%" in text
    assert "专职秘书已配到4名，还差2名" in text  # in the article's own wording
    assert "互助资金会" not in text  # suspended, nothing reported


def test_everything_came_in_by_proposals_that_can_be_taken_back(copy):
    with open_for_work(copy / STORE) as desk:
        while desk.store.undo_candidate():
            desk.apply(desk.undo().review.accepted)
        with desk.snapshot() as snapshot:
            assert not any(snapshot.where(kind) for kind in KINDS.values())


def test_the_files_say_what_their_keys_mean():
    for name in ("register.toml", "items.toml"):
        text = (SAMPLE / name).read_text("utf-8")
        head = re.match(r"(?:#.*\n)+", text)
        assert head
        for key in tomllib.loads(text):
            assert key in head[0] or key == "year", key
