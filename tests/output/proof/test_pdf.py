"""The PDF holds to the composed page: its lines, its places, its words; and says what it is."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from moushi.compile.documents import Run
from moushi.errors import MoushiError
from moushi.output.proof import faces, mending
from moushi.output.text import article_text
from output.proof.proofs import article_of, printed, proof_of, set_in
from output.proof.reading import printed_lines, shown, without_space
from output.word.samples import NOW, PRESETS, layout_of, page
from typeset.newsprint import texts


def said(pdf: bytes) -> str:
    return without_space("".join(glyph.text for glyph in shown(pdf)))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("copies", [1, 12])
def test_what_is_copied_out_is_the_article_in_reading_order(preset, copies):
    document = page(copies)
    pdf, notices = proof_of(document, preset)
    assert not notices
    pages = set_in(document, layout_of(preset))
    lines = [line.text for sheet in pages.pages for line in sheet.lines]
    assert said(pdf) == without_space("".join(lines))
    extracted = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)
    assert without_space(extracted) == said(pdf)
    if len(pages.pages) == 1:
        assert said(pdf) == without_space("".join(printed(document)))


@pytest.mark.parametrize("preset", PRESETS)
def test_its_lines_are_those_of_the_text_file(preset):
    pdf, _ = proof_of(page(), preset)
    lines = [without_space(line.text) for line in printed_lines(pdf)]
    text = article_text(page(), layout_of(preset))
    assert lines == [without_space(line) for line in text.splitlines() if line]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_character_stands_where_the_page_has_it(preset):
    document, layout = page(3), layout_of(preset)
    pages = set_in(document, layout)
    lines = printed_lines(proof_of(document, layout)[0])
    places = [(sheet, line) for sheet, each in enumerate(pages.pages) for line in each.lines]
    for (sheet, line), seen in zip(places, lines, strict=True):
        assert seen.sheet == sheet
        assert without_space(seen.text) == without_space(line.text)
        wanted = [(g.text, line.x + g.x * line.size) for g in line.glyphs if "一" <= g.text <= "鿿"]
        found = [(g.text, g.x) for g in seen.glyphs if len(g.text) == 1 and "一" <= g.text <= "鿿"]
        assert [text for text, _ in found] == [text for text, _ in wanted]
        for (_, x), (_, place) in zip(found, wanted, strict=True):
            assert x == pytest.approx(place, abs=0.02)
        assert seen.glyphs[0].size == pytest.approx(line.size, abs=0.005)
        within(line, seen)


def one_column():
    """The newspaper's column by itself, so that no two lines stand at one height."""
    return replace(layout_of("zhoushan"), columns=1, section_columns=1)


def within(line, seen) -> None:
    """Positions grow, the last glyph ends within the measure; a mark's empty half may reach out."""
    xs = [glyph.left for glyph in seen.glyphs]
    assert all(after > before - 0.05 for before, after in pairwise(xs))
    assert xs[0] > line.x - 0.05
    last = max(line.glyphs, key=lambda glyph: glyph.x + glyph.advance)
    assert last.x + last.advance <= line.width / line.size + 1e-6
    assert xs[-1] < line.x + line.width + 0.05


@settings(max_examples=60)
@given(texts=st.lists(texts.filter(str.strip), min_size=1, max_size=4))
def test_nothing_is_lost_of_any_newspaper_text(texts):
    document, layout = article_of([texts]), one_column()
    pages = set_in(document, layout)
    pdf, _ = proof_of(document, layout)
    assert said(pdf) == without_space("".join(texts))
    lines = [line for sheet in pages.pages for line in sheet.lines if without_space(line.text)]
    seen = [line for line in printed_lines(pdf) if without_space(line.text)]
    for line, found in zip(lines, seen, strict=True):
        within(line, found)


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_nothing_is_lost_of_any_text_at_all(text):
    pdf, notices = proof_of(article_of([["渔港" + text]]))
    assert said(pdf) == without_space("渔港" + text)
    if any("\U00040000" <= ch <= "\U000dffff" for ch in text):  # not assigned: no face has it
        assert any("boxes" in str(notice) for notice in notices)


def test_each_of_two_characters_with_one_glyph_is_copied_as_itself():
    text = "一⼀工⼯山⼭一⼀" + "Ω\u2126" + "海\u2060岛\u200b港"
    assert said(proof_of(article_of([[text]]))[0]) == text


def test_characters_that_the_layouts_faces_lack_come_from_others_and_are_said():
    pdf, notices = proof_of(article_of([["渔港\U0010ff12船厂ก"]]))
    assert said(pdf) == "渔港\U0010ff12船厂ก"
    assert any("U+10FF12" in str(notice) and "boxes" in str(notice) for notice in notices)
    assert any("ก" in str(notice) for notice in notices)


def test_the_same_article_gives_the_same_bytes():
    assert proof_of(page()) == proof_of(page())


def test_a_themes_lead_stands_in_its_own_face():
    text = page().sections[0].paragraphs[1].runs[0].text
    pdf, _ = proof_of(page())
    face_by_text = {}
    for line in printed_lines(pdf):
        for glyph in line.glyphs:
            face_by_text.setdefault(line.text, set()).add(glyph.face)
    roles = layout_of("zhoushan").roles
    names = {faces.face_of(roles[name]) for name in ("body", "theme_lead")}
    begins = next(seen for line, seen in face_by_text.items() if line.startswith(text[:10]))
    assert len(begins) == 1 or len(names) == 1
    body = next(seen for line, seen in face_by_text.items() if line.startswith("云屿县工商联主席"))
    assert body != begins or len(names) == 1


def test_a_face_without_a_bold_cut_is_made_bolder_and_its_words_are_there_once(monkeypatch):
    light, _ = proof_of(page())
    monkeypatch.setattr(faces, "has_bold", lambda _family: False)
    stroked, _ = proof_of(page())
    assert said(stroked) == said(light)
    commands = PdfReader(BytesIO(stroked)).pages[0].get_contents().get_data()
    assert commands.count(b"\nS\n") > commands.count(b" Tj") / 50  # the headline's outlines


def test_the_interpunct_stands_in_the_middle_and_a_dash_is_one_stroke():
    (_, line) = printed_lines(proof_of(article_of([["岛", "海岛——港·湾"]]), one_column())[0])
    dash = next(glyph for glyph in line.glyphs if glyph.text == "——")
    dot = next(glyph for glyph in line.glyphs if glyph.text == "·")
    island, port, bay = (next(g for g in line.glyphs if g.text == ch) for ch in "岛港湾")
    assert dash.x + dash.width / 2 == pytest.approx((island.x + 9 + port.x) / 2, abs=0.1)
    assert dot.x + dot.width / 2 == pytest.approx((port.x + 9 + bay.x) / 2, abs=0.1)


def test_bookmarks_lead_to_headline_sections_and_themes():
    document = page(12)
    pdf, _ = proof_of(document, "zhoushan-a4")
    reader = PdfReader(BytesIO(pdf))
    lines = printed_lines(pdf)
    found = [*walked(reader, reader.outline)]
    leads = [
        run.text
        for section in document.sections
        for paragraph in section.paragraphs
        for run in paragraph.runs
        if run.role == "theme_lead"
    ]
    assert [title for depth, title, *_ in found if depth == 0] == [document.headline.text]
    assert [title for depth, title, *_ in found if depth == 1] == [
        f"{section.heading.text} {section.slogan.text}" for section in document.sections
    ]
    assert [title for depth, title, *_ in found if depth == 2] == leads
    assert len({sheet for *_, sheet, _ in found}) > 2
    for _, title, sheet, top in found:
        begins = [line for line in lines if line.text and line.sheet == sheet and line.text[:6] == title[:6]]
        assert any(0 < line.y - top < 40 for line in begins), title


def walked(reader, items, depth=0):
    for item in items:
        if isinstance(item, list):
            yield from walked(reader, item, depth + 1)
        else:
            sheet = reader.get_destination_page_number(item)
            height = float(reader.pages[sheet].mediabox.height)
            yield depth, item.title, sheet, height - float(item.top)


def test_the_file_says_what_it_is():
    reader = PdfReader(BytesIO(proof_of(page())[0]))
    told = reader.metadata
    assert (told.title, told.author) == (page().headline.text, "记者 田一苇 通讯员 苏晚舟")
    assert (told.subject, told.creator) == (page().kicker.text, "Moushi")
    assert told.creation_date == told.modification_date == NOW
    assert reader.root_object["/Lang"] == "zh-CN"
    assert reader.xmp_metadata.dc_title == {"x-default": page().headline.text}
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((1190.55, 841.89), abs=0.01)


def test_what_xml_cannot_hold_is_left_out_of_the_properties_only():
    headline = "岛<&>\x01港"
    document = replace(page(), headline=Run(headline, ref=page().headline.ref))
    reader = PdfReader(BytesIO(proof_of(document)[0]))
    assert reader.xmp_metadata.dc_title == {"x-default": "岛<&>港"}
    assert headline in "".join(glyph.text for glyph in shown(proof_of(document)[0]))


def test_rules_stand_between_sections():
    commands = PdfReader(BytesIO(proof_of(page())[0])).pages[0].get_contents().get_data()
    assert commands.count(b" l\nS\n") == 2


def test_without_a_chinese_face_a_person_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(faces, "face_of", lambda _role: "")
    with pytest.raises(MoushiError, match="fonts-noto-cjk"):
        proof_of(page())


def test_faces_that_may_not_be_embedded_are_known_by_missing_words():
    raw = []
    real = mending.mended

    def caught(pdf, *rest):
        raw.append(pdf)
        return real(pdf, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("moushi.output.proof.pdf.mended", caught)
        proof_of(article_of([["渔港"]]))
    about = mending.Properties("", "", "", NOW, 1190.55, 841.89)
    for wrong in ([("渔", 0)], [("渔", 0), ("港", 0), ("船", 0)]):
        with pytest.raises(MoushiError, match="another face"):
            mending.mended(raw[0], [wrong], [], about)


def test_progress_is_told_and_may_end_the_work():
    document, layout = page(12), layout_of("zhoushan-a4")
    pages = set_in(document, layout)
    steps = []
    from moushi.output.proof.pdf import article_pdf

    article_pdf(document, pages, now=NOW, report=lambda *step: steps.append(step))
    assert [done for done, _ in steps] == [*range(2 * len(pages.pages))]

    class Cancelled(BaseException):
        pass

    def cancel(done, _of):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        article_pdf(document, pages, now=NOW, report=cancel)


def test_a_proof_is_made_off_the_windows_thread_too():
    made = []
    thread = Thread(target=lambda: made.append(proof_of(page(2))))
    thread.start()
    thread.join()
    assert made == [proof_of(page(2))]
