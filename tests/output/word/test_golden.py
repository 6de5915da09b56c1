"""Every part of every preset's file as it was reviewed."""

from __future__ import annotations

import pytest

from output.word.reading import parts_of, pretty
from output.word.samples import PRESETS, docx_of, page


@pytest.mark.parametrize("preset", PRESETS)
def test_the_parts_are_as_reviewed(preset: str, golden) -> None:
    note = "全文900字，按“报纸版面”正文排45行。云屿县工商联24行（目标20行，超4行）；白礁区工商联21行。"
    found = parts_of(docx_of(page(), preset, contact="苏晚舟 0000-1234567", note=note))
    golden(f"word/{preset}", {name.replace("/", "."): pretty(xml) for name, xml in found.items()})
