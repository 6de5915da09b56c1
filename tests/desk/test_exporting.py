"""Exports at the desk: what is chosen, what is written, what the journal keeps."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime

import pytest

from county_page import ITEMS, page_text
from moushi.compile.documents_json import document_from_json
from moushi.desk.arranging import set_target
from moushi.desk.choosing import ArticleWish, choose_period
from moushi.desk.desk import open_for_work, open_to_look
from moushi.desk.exporting import export_article, export_progress
from moushi.desk.office import Office, keep_office
from moushi.desk.taking_in import Wish, propose_source
from moushi.domain.period import parse_period
from moushi.domain.records import ArticleSection
from moushi.errors import MoushiError
from moushi.intake.source import SourceFile
from output.word.reading import paragraphs, part, words

NOW = datetime(2024, 7, 1, 9, 0, tzinfo=UTC)
UPPER, LOWER = "海岛商会这样谋划新一年（上）", "海岛商会这样谋划新一年（下）"


def words_of(docx: bytes) -> list[str]:
    """The paragraphs of a .docx as they are printed."""
    return [words(paragraph) for paragraph in paragraphs(docx)]


def take_in(desk, text: str) -> None:
    desk.apply(propose_source(desk, SourceFile("page.txt", text.encode()), Wish(year=2024), date(2024, 1, 2)))


@pytest.fixture
def desk(tmp_path):
    with open_for_work(tmp_path / "plans.sqlite") as desk:
        take_in(desk, page_text(UPPER))
        yield desk


def test_the_journal_keeps_what_went_out(desk, tmp_path):
    out = tmp_path / "article.txt"
    assert export_article(desk, out, 2024, now=NOW).in_journal
    (entry,) = desk.store.exports()
    assert entry.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    document = document_from_json(desk.store.export(entry.id).document)
    assert document.headline.text == UPPER


def test_a_manuscript_s_foot_says_whom_to_ask_at_the_office(desk, tmp_path):
    out = tmp_path / "article.docx"
    for told, foot in (
        (Office("云屿县工商联"), ""),
        (Office("云屿县工商联", "苏晚舟", "0000-1234567"), "联系人：云屿县工商联 苏晚舟 0000-1234567"),
    ):
        keep_office(desk, told)
        export_article(desk, out, 2024, now=NOW)
        footer = words(part(out.read_bytes(), "word/footer1.xml"))
        assert foot in footer
        assert ("联系人" in footer) == bool(foot)


def test_a_manuscript_ends_with_its_measure_which_is_not_taken_in_again(desk, tmp_path):
    with desk.snapshot() as snapshot:
        (place,) = snapshot.where(ArticleSection)
        desk.apply(set_target(snapshot, place.id, 12, None))
    out = tmp_path / "article.docx"
    export_article(desk, out, 2024, now=NOW)
    (*_, note) = words_of(out.read_bytes())
    assert re.fullmatch(r"〔稿件附注〕全文\d+字，按“报纸版面.*”正文排\d+行。.*（目标12行，.*）。", note)
    proposal = propose_source(desk, SourceFile(out.name, out.read_bytes()), Wish(year=2024), date(2024, 1, 2))
    assert proposal.edits == ()
    assert not any("附注" in str(finding.message) for finding in proposal.findings)


def test_only_a_manuscript_has_a_note(desk, tmp_path):
    for layout in ("zhoushan", "zhoushan-a4", "gongwen"):
        out = tmp_path / "article.docx"
        export_article(desk, out, 2024, layout=layout, now=NOW)
        assert not any("附注" in text for text in words_of(out.read_bytes()))


def test_an_export_that_fails_leaves_the_old_file_and_no_entry(desk, tmp_path):
    out = tmp_path / "article.txt"
    out.write_text("last year's")
    with pytest.raises(MoushiError, match="broadsheet"):
        export_article(desk, out, 2024, layout="broadsheet", now=NOW)
    assert out.read_text() == "last year's"
    assert desk.store.exports() == []


def test_who_only_looks_exports_too_but_leaves_no_entry(desk, tmp_path):
    with open_to_look(desk.path) as second:
        assert second.read_only
        assert second.notices
        written = export_article(second, tmp_path / "article.txt", 2024, now=NOW)
    assert not written.in_journal
    assert (tmp_path / "article.txt").exists()


def test_a_store_that_takes_no_lock_can_still_be_read(desk, tmp_path):
    path = desk.path
    desk.close()
    path.with_name(path.name + ".lock").unlink(missing_ok=True)
    path.with_name(path.name + ".lock").mkdir()  # as on a medium that cannot be written
    with open_to_look(path) as reader:
        assert reader.read_only
        assert "reading only" in str(reader.notices[0])
        export_article(reader, tmp_path / "article.txt", 2024, now=NOW)
    assert UPPER in (tmp_path / "article.txt").read_text("utf-8")


def test_plans_without_an_article_carry_their_federations_names(tmp_path):
    with open_for_work(tmp_path / "two.sqlite") as desk:
        for name in ("望潮区工商联", "澄屿县工商联"):
            text = "聚焦堵点难点，让办事少跑一座岛。" + ITEMS[0] + ITEMS[1]
            wish = Wish(year=2024, federation=name)
            desk.apply(propose_source(desk, SourceFile("a", text.encode()), wish, date(2024, 1, 2)))
        export_article(desk, tmp_path / "all.txt", 2024, now=NOW)
    lines = (tmp_path / "all.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if line.endswith("：")] == ["望潮区工商联：", "澄屿县工商联："]


def test_an_article_is_named_by_part_or_by_the_beginning_of_its_id(desk, tmp_path):
    take_in(desk, page_text(LOWER))
    out = tmp_path / "article.txt"
    export_article(desk, out, 2024, wish=ArticleWish(part="下"), now=NOW)
    assert LOWER in out.read_text("utf-8")
    with pytest.raises(MoushiError) as several:
        export_article(desk, out, 2024, now=NOW)
    first_named = str(several.value).split("articles: ")[1]
    export_article(desk, out, 2024, wish=ArticleWish(article=first_named[:8]), now=NOW)
    assert UPPER in out.read_text("utf-8")
    with pytest.raises(MoushiError, match="is the one you name"):
        export_article(desk, out, 2024, wish=ArticleWish(part="中"), now=NOW)


def test_plans_without_an_article_are_compiled_all(tmp_path):
    with open_for_work(tmp_path / "plans.sqlite") as desk:
        for name in ("望潮区工商联", "澄屿县工商联"):
            text = "聚焦堵点难点，让办事少跑一座岛。" + ITEMS[0] + ITEMS[1]
            wish = Wish(year=2024, federation=name)
            desk.apply(propose_source(desk, SourceFile("a", text.encode()), wish, date(2024, 1, 2)))
        out = tmp_path / "all.txt"
        export_article(desk, out, 2024, now=NOW)
        assert out.read_text("utf-8").count("聚焦堵点难点") == 2
        export_article(desk, out, 2024, federations=["望潮区工商联"], now=NOW)
        assert out.read_text("utf-8").count("聚焦堵点难点") == 1
        with pytest.raises(MoushiError, match="望潮区工商联"):
            export_article(desk, out, 2024, federations=["南礁县工商联"], now=NOW)
        with pytest.raises(MoushiError, match="2025"):
            export_article(desk, out, 2025, now=NOW)


def test_a_progress_sheet_is_an_xlsx_and_a_period_lies_in_its_year(desk, tmp_path):
    with pytest.raises(MoushiError, match="xlsx"):
        export_progress(desk, tmp_path / "sheet.ods", 2024, now=NOW)
    with pytest.raises(MoushiError, match="2023-06"):
        export_progress(desk, tmp_path / "sheet.xlsx", 2024, period="2023-06", now=NOW)


def test_without_reports_the_period_is_the_year(desk):
    with desk.snapshot() as snapshot:
        assert choose_period(snapshot, (), 2024, None) == parse_period("2024")
