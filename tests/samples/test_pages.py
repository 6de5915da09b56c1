"""Invented pages with real pages' quirks read as what they say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from moushi.intake.page import read_text_page
from moushi.intake.reading import ReadPage, ReadPassage, ReadTheme
from moushi.intake.source import decode_text, read_source

FOLDER = Path(__file__).parent
PAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_was_written(name):
    page = read_text_page(decode_text(read_source(FOLDER / f"{name}.txt")))
    assert said(page) == tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def said(page: ReadPage) -> dict[str, Any]:
    return {
        "kicker": page.kicker,
        "headline": page.headline,
        "byline": page.byline,
        "part": page.part,
        "lead": page.lead.splitlines(),
        "sections": [
            {
                "federation": section.federation,
                "slogan": section.slogan,
                "paragraphs": list(paragraphs(section.blocks)),
            }
            for section in page.sections
        ],
    }


def paragraphs(blocks: Iterable[ReadPassage | ReadTheme]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, ReadPassage):
            yield block.text
            continue
        text = block.lead
        for item in block.items:
            if item.begins_paragraph and text:
                yield text
                text = ""
            text += item.text
        yield text
