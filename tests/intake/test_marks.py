"""Half-width marks among Chinese text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.intake.marks import half_width_marks, with_full_width_marks


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("走访企业,建好驿站;", "走访企业，建好驿站；"),
        ("澄屿县工商联(总商会):", "澄屿县工商联（总商会）："),
        ("怎么干?就这么干!", "怎么干？就这么干！"),
        ("共1,200家,增长3.5%", "共1,200家，增长3.5%"),
        ("用好App(含AI)", "用好App(含AI)".replace("(", "（").replace(")", "）")),
        ("见www.haidao.example:8080", "见www.haidao.example:8080"),
    ],
)
def test_only_marks_beside_chinese_are_mended(text, mended):
    assert with_full_width_marks(text) == mended


@given(st.text(alphabet="海岛，。“”（）,;:?!().1Ab ", max_size=60))
def test_what_is_mended_is_what_was_found_and_needs_no_more(text):
    mended = with_full_width_marks(text)
    changed = [place for place, pair in enumerate(zip(text, mended, strict=True)) if pair[0] != pair[1]]
    assert changed == half_width_marks(text)
