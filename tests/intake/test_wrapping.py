"""Paragraphs come back out of hard-wrapped lines."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from intake.newspaper_words import Words
from intake.pages import wrapped
from moushi.intake.lines import read_lines
from moushi.intake.wrapping import UNWRAPPED, Stretch, infer_column, paragraphs, seams_of

seeds = st.integers(0, 10**6)
measures = st.integers(64, 112).map(lambda quarters: quarters / 4)


def written(seed: int, count: int) -> list[str]:
    """Paragraphs of three sentences and more, the first short, as themes are."""
    words = Words(Random(seed))
    return [
        words.lead_sentence() + words.sentence("；", (2, 4)) + words.sentence("。", (2, 4))
        for _ in range(count)
    ]


def read(text: str) -> tuple[float, list[str]]:
    lines, _ = read_lines(text)
    seams = seams_of(lines)
    column = infer_column([Stretch(lines, seams, after_title=False)])
    return column.measure, [paragraph.text for paragraph in paragraphs(lines, seams, column)]


@given(seeds, measures)
def test_the_measure_is_found_within_half_an_em(seed, measure):
    lines = [line for text in written(seed, 12) for line in wrapped(text, measure)]
    found, _ = read("\n".join(lines))
    assert abs(found - measure) <= 0.5


@given(seeds, measures)
def test_kept_indents_and_blank_lines_tell_every_paragraph(seed, measure):
    texts = written(seed, 8)
    pieces = [wrapped(text, measure) for text in texts]
    indented = "\n".join("\u3000\u3000" + "\n".join(lines) for lines in pieces)
    assert read(indented)[1] == texts
    assert read("\n\n".join("\n".join(lines) for lines in pieces))[1] == texts


@given(seeds)
def test_unwrapped_text_has_a_paragraph_on_each_line(seed):
    texts = written(seed, 6)
    assert read("\n".join(texts)) == (UNWRAPPED, texts)


@given(seeds, measures)
def test_a_paragraph_tells_the_place_of_each_of_its_words(seed, measure):
    lines = [line for text in written(seed, 3) for line in wrapped(text, measure)]
    kept, _ = read_lines("\n".join(lines))
    seams = seams_of(kept)
    column = infer_column([Stretch(kept, seams, after_title=False)])
    for paragraph in paragraphs(kept, seams, column):
        for offset, char in enumerate(paragraph.text):
            line, place = map(int, paragraph.where(offset).split(":"))
            assert lines[line - 1][place - 1] == char
