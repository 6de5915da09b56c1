"""Title block, lead and headings are found wherever they stand and however they are set."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from intake.newspaper_words import Words
from intake.pages import Page, filled, make_page
from moushi.intake.page import read_text_page
from moushi.intake.reading import ReadPage

SEEDS = [0, 1, 2, 4, 5, 6, 7, 8]  # the lead of 3 has two readings: a sentence ends just where a line is full


def title_and_headings(page: ReadPage) -> tuple[object, ...]:
    headings = [(section.federation, section.heading, section.slogan) for section in page.sections]
    return page.kicker, page.headline, page.byline, page.lead.splitlines(), headings


def printed(page: Page) -> tuple[object, ...]:
    headings = [(section.unit, section.heading, section.slogan) for section in page.sections]
    return page.kicker, "\n".join(page.headline), page.byline, page.lead, headings


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("heading", ["colon", "bare", "plain", "joined", "sign", "boxed", "bar"])
def test_headings_of_every_form(seed, heading):
    page = make_page(seed, measure=20.75, sections=2, heading=heading, lead_measure=77.14)
    assert title_and_headings(read_text_page(page.text())) == printed(page)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("order", ["before", "after", "last"])
@pytest.mark.parametrize("title_at", [0, 2, 4])
def test_title_block_and_headings_in_any_order(seed, order, title_at):
    page = make_page(seed, measure=24.25, sections=2, order=order, title_at=title_at, lead_measure=77.14)
    assert title_and_headings(read_text_page(page.text())) == printed(page)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "setting",
    [
        {"blanks": "paragraphs"},
        {"blanks": "some"},
        {"indents": True},
        {"byline": ""},
        {"kicker": "", "byline": ""},
        {"measure": float("inf"), "lead_measure": float("inf")},
    ],
)
def test_text_layers_of_every_kind(seed, setting):
    page = make_page(seed, **({"measure": 18.25, "sections": 2, "lead_measure": 77.14} | setting))
    assert title_and_headings(read_text_page(page.text())) == printed(page)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_date_line_stays_in_the_lead(seed):
    page = make_page(seed, measure=21.75, sections=1, byline="", lead_measure=77.14)
    line = Words(Random(seed)).dateline()
    page = replace(page, lead=[line + page.lead[0], *page.lead[1:]])
    assert title_and_headings(read_text_page(page.text())) == printed(page)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_credit_is_the_byline_if_there_is_no_other(seed):
    page = make_page(seed, measure=21.75, sections=2, byline="", lead_measure=77.14)
    page = replace(page, credit=Words(Random(seed)).credit())
    assert read_text_page(page.text()).byline == page.credit


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slogan_of_two_lines(seed):
    page = make_page(seed, measure=21.75, sections=2, lead_measure=77.14)
    slogan = "在融入长三角一体化大局中 彰显工商联担当作为"
    sections = [replace(section, slogan=slogan, split_slogan=True) for section in page.sections]
    page = replace(page, sections=sections)
    assert title_and_headings(read_text_page(page.text())) == printed(page)


@pytest.mark.parametrize("seed", SEEDS)
def test_paragraphs_that_end_on_full_lines(seed):
    page = filled(make_page(seed, measure=22.25, sections=2, lead_measure=77.14))
    read = read_text_page(page.text())
    assert title_and_headings(read) == printed(page)
    assert [len(section.blocks) for section in read.sections] == [len(s.blocks) for s in page.sections]
