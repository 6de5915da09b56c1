"""A printed page taken in and proofed breaks its lines where the paper broke them, in PDF and text alike."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from intake.pages import make_page
from moushi.desk.choosing import ArticleWish
from moushi.desk.desk import open_for_work
from moushi.desk.exporting import compiled_article, export_article
from moushi.desk.taking_in import Wish, propose_source
from moushi.intake.source import SourceFile, decode_text, read_source
from output.proof.proofs import proof_of
from output.proof.reading import printed_lines, without_space
from output.word.samples import layout_of

NOW = datetime(2024, 7, 1, 9, 0, tzinfo=UTC)
SAMPLES = Path(__file__).parents[2] / "samples"


def lines_of(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := without_space(each))]


def take_in(desk, source: SourceFile) -> None:
    desk.apply(propose_source(desk, source, Wish(year=2024), date(2024, 1, 2)))


@pytest.mark.parametrize("seed", range(6))
def test_a_pages_lines_come_out_as_they_went_in(seed, tmp_path):
    page = make_page(
        seed,
        measure=21.75,
        sections=1 + seed % 3,
        lead_measure=77.14,
        order="before",
        blanks="none",
        kicker="迎潮而上 聚力前行",
    )
    with open_for_work(tmp_path / "plans.sqlite") as desk:
        take_in(desk, SourceFile("page.txt", page.text().encode()))
        written = [
            export_article(desk, tmp_path / name, 2024, layout="zhoushan", now=NOW)
            for name in ("page.pdf", "page.txt")
        ]
    assert [each.path.suffix for each in written] == [".pdf", ".txt"]
    printed = lines_of(page.text())
    assert lines_of((tmp_path / "page.txt").read_text("utf-8")) == printed
    assert [
        without_space(line.text) for line in printed_lines((tmp_path / "page.pdf").read_bytes())
    ] == printed


@pytest.mark.parametrize(("name", "measure"), [("three-questions", 18.25), ("tide-table", 26.0)])
def test_the_samples_columns_break_as_printed(name, measure, tmp_path):
    source = read_source(SAMPLES / f"{name}.txt")
    said = tomllib.loads((SAMPLES / f"{name}.toml").read_text("utf-8"))
    with open_for_work(tmp_path / "plans.sqlite") as desk:
        take_in(desk, source)
        with desk.snapshot() as snapshot:
            document = compiled_article(snapshot, 2024, ArticleWish())
    layout = layout_of("zhoushan")
    pdf, _ = proof_of(document, replace(layout, measure_em=measure, columns=2))
    body = [line for line in printed_lines(pdf) if abs(line.glyphs[-1].size - 9) < 0.01]
    printed = set(lines_of(decode_text(source)))
    assert len(body) >= sum(len(section["paragraphs"]) for section in said["sections"])
    assert [line.text for line in body if without_space(line.text) not in printed] == []
