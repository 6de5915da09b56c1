"""Printing: every line of the article stands on a sheet, within its columns, and comes out as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QToolBar

import factories as make
from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument
from moushi.desk.layouts import load_layout
from moushi.desk.preferences import Language
from moushi.domain.rank import spread
from moushi.domain.records import Article
from moushi.domain.snapshot import MemorySnapshot
from moushi.typeset.layout import POINTS_PER_MM
from moushi.ui import printing, translators


def article(themes: int, items: int) -> ArticleDocument:
    of = make.federation()
    plan = make.plan(of, slogan="稳步向前开新局")
    records = [of, plan, make.passage(plan, rank="01")]
    for number, rank in enumerate(spread(themes, "01"), 1):
        theme = make.theme(plan, f"以实干立本，办好第{number}件事。", rank=rank)
        records.append(theme)
        records += [
            make.item(theme, f"推进{number}之{n}：走访会员企业40家，办“远帆”渔具展2场；", rank=key)
            for n, key in enumerate(spread(items), 1)
        ]
    head = make.article(
        kicker="真抓实干", byline="■本报记者 禾小满", lead="潮起海岛。" * 30 + "\n" + "万象更新。" * 9
    )
    records += [head, make.section(head, plan)]
    snapshot = MemorySnapshot(records)
    (found,) = snapshot.where(Article)
    return compile_article(snapshot, found)


@pytest.mark.parametrize(("themes", "items"), [(1, 1), (2, 3), (12, 25)])
def test_every_character_stands_once_and_in_order_within_the_page(app, themes, items):
    document = article(themes, items)
    pages = printing.sheets(document).pages
    text = "".join(line.text for page in pages for line in page.lines)
    assert "".join(text.split()) == "".join(
        part.text.replace(" ", "")
        for part in (
            *(run for run in (document.kicker, document.headline, document.byline) if run),
            *document.lead,
            *(run for s in document.sections for run in (s.heading, s.slogan) if run),
            *(paragraph for s in document.sections for paragraph in s.paragraphs),
        )
    )
    page = load_layout(printing.LAYOUT).page
    bottom = (page.height_mm - page.bottom_mm) * POINTS_PER_MM
    for line in (line for sheet in pages for line in sheet.lines):
        assert page.top_mm * POINTS_PER_MM - 1e-6 <= line.y <= bottom - line.height + 1e-6
        assert page.left_mm * POINTS_PER_MM - 1e-6 <= line.x
        assert line.x + line.width <= (page.width_mm - page.right_mm) * POINTS_PER_MM + 1e-6


def test_a_long_article_takes_more_sheets_with_level_columns(app):
    pages = printing.sheets(article(12, 25)).pages
    assert len(pages) > 2
    for page in pages[1:-1]:
        lefts = [line.x for line in page.lines]
        counts = {x: lefts.count(x) for x in set(lefts)}
        assert len(counts) == 2
        assert len(set(counts.values())) == 1


def test_it_comes_out_as_a_file_of_as_many_sheets(app, tmp_path: Path):
    printer = printing.printer_for()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "article.pdf"))
    document = article(12, 25)
    count = printing.paint(document, printer)
    written = (tmp_path / "article.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") == count == len(printing.sheets(document).pages)
    assert len(written) > 20_000


@pytest.mark.parametrize("language", Language)
def test_the_preview_shows_the_article_and_how_to_print_it(app, qtbot, language):
    translators.speak(app, language)
    dialog = printing.Preview(article(1, 2), "新年打算", str, None)
    qtbot.addWidget(dialog)
    dialog.resize(600, 320)
    dialog.show()
    assert "新年打算" in dialog.windowTitle()
    (bar,) = dialog.findChildren(QToolBar)
    shown = [action.text() for action in bar.actions() if action.isVisible() and action.text()]
    assert shown[-1] == QCoreApplication.translate("QPrintPreviewDialog", "Print")
    assert len(shown) < 12
    QCoreApplication.processEvents()
    assert bar.widgetForAction(bar.actions()[-1]).isVisible()
    dialog.close()
