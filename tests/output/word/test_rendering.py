"""Word files as LibreOffice shows them: it opens each, on so many pages, with every character of the article.

LibreOffice breaks lines by rules of its own; what is judged here is that nothing is missing, cut or covered.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from shutil import which

import pytest

from moushi.compile.documents import ArticleDocument
from moushi.compile.setting import set_article
from moushi.typeset.layout import POINTS_PER_MM
from moushi.typeset.pages import SetPage
from output.word.samples import PRESETS, docx_of, layout_of, page

pytestmark = pytest.mark.acceptance

PAGES = {"manuscript": 3, "zhoushan-a4": 1, "zhoushan": 1, "gongwen": 3}
LONGER = ("zhoushan-2", "zhoushan-3", "zhoushan-7", "zhoushan-a4-2", "zhoushan-a4-3", "zhoushan-a4-7")
"""Newspapers with so many copies of each theme: of one sheet to three."""
FOOT = 28  # points from a newspaper's lower edge: there only its footer stands
FOOTERS = re.compile(r"全文\d+字|第\d+页共\d+页|—\d+—")
NOTE = "全文900字，按“报纸版面”正文排45行。"
NOTED = f"〔稿件附注〕{NOTE}"
FACES = {"黑体": "Noto Sans CJK SC"}  # of those that a free system has; the others look like Song


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory) -> dict[str, Path]:
    """Each preset's file as PDF, with free faces in place of those that its styles name."""
    assert which("soffice"), "make acceptance installs LibreOffice"
    folder = tmp_path_factory.mktemp("rendered")
    for preset in PRESETS:
        (folder / f"{preset}.docx").write_bytes(docx_of(page(), preset, note=NOTE))
    for name in LONGER:
        preset, _, copies = name.rpartition("-")
        (folder / f"{name}.docx").write_bytes(docx_of(page(int(copies)), preset))
    (folder / "fonts.conf").write_text(substitutes(), "utf-8")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *(folder / f"{name}.docx" for name in (*PRESETS, *LONGER)),
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: folder / f"{name}.pdf" for name in (*PRESETS, *LONGER)}


def substitutes() -> str:
    named = {role.east_asian[0] for preset in PRESETS for role in layout_of(preset).roles.values()}
    aliases = "".join(
        f'<alias binding="same"><family>{face}</family><prefer><family>'
        f"{FACES.get(face, 'Noto Serif CJK SC')}</family></prefer></alias>"
        for face in sorted(named)
    )
    return f"<fontconfig><include>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>"


def extracted(pdf: Path, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, pdf, "-"], check=True, capture_output=True, timeout=60, encoding="utf-8"
    ).stdout


def printed(document: ArticleDocument) -> Iterator[str]:
    yield from (run.text for run in (document.kicker, document.headline, document.byline))
    yield from (paragraph.text for paragraph in document.lead)
    for section in document.sections:
        yield from (section.heading.text, section.slogan.text)
        yield from (paragraph.text for paragraph in section.paragraphs)


def without_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("preset", PRESETS)
def test_it_takes_as_many_pages_as_it_should(preset: str, pdfs: dict[str, Path]) -> None:
    assert extracted(pdfs[preset]).count("\f") == PAGES[preset]


@pytest.mark.parametrize("preset", PRESETS)
def test_its_text_is_the_articles(preset: str, pdfs: dict[str, Path]) -> None:
    text = without_space(extracted(pdfs[preset], "-raw"))
    assert text.count(NOTED) == (preset == "manuscript")
    text = FOOTERS.sub("", text.replace(NOTED, ""))
    for part in printed(page()):
        assert without_space(part) in text
    assert len(text) == sum(len(without_space(part)) for part in printed(page()))


def lines_of(pdf: Path) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right and bottom in points, and the words, of every line on the first page."""
    boxes = re.findall(
        r'<line xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</line>',
        extracted(pdf, "-bbox-layout", "-l", "1"),
        re.DOTALL,
    )
    return [(*map(float, box[:4]), without_space(unescape(re.sub("<.*?>", "", box[4])))) for box in boxes]


def test_newspaper_headings_stand_over_their_own_columns(pdfs: dict[str, Path]) -> None:
    layout = layout_of("zhoushan")
    left = layout.page.left_mm * 72 / 25.4
    lines = lines_of(pdfs["zhoushan"])
    for number, section in enumerate(page().sections):
        begins = left + number * (layout.width_pt(2) + layout.character_pitch_pt)
        for run in (section.heading, section.slogan):
            (box,) = (box for box in lines if box[4] == without_space(run.text))
            assert begins - 1 <= box[0] < box[2] <= begins + layout.width_pt(2) + 1
            below = [b for b in lines if b[1] > box[1] and begins - 1 <= b[0] < begins + layout.width_pt(2)]
            assert below, "the heading has its body under it"


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_lines_overlap(preset: str, pdfs: dict[str, Path]) -> None:
    lines = [box for box in lines_of(pdfs[preset]) if box[4]]
    for n, (left, top, right, bottom, words) in enumerate(lines):
        for other_left, other_top, other_right, other_bottom, other in lines[n + 1 :]:
            wide = min(right, other_right) - max(left, other_left)
            # the boxes of faces are taller than their characters; the middles of lines must stand apart
            apart = abs((top + bottom) - (other_top + other_bottom)) / 2
            assert wide < 10 or apart > 8, f"{words} / {other}"


@pytest.mark.parametrize("name", LONGER)
def test_a_newspaper_has_the_composed_ones_pages_and_on_each_its_columns(
    name: str, pdfs: dict[str, Path]
) -> None:
    preset, _, copies = name.rpartition("-")
    sheets = set_article(page(int(copies)), layout_of(preset)).pages
    assert extracted(pdfs[name]).count("\f") == len(sheets)
    for number, sheet in enumerate(sheets, 1):
        assert columns_of(pdfs[name], preset, number).keys() == composed_columns(sheet, preset).keys()


@pytest.mark.parametrize("name", ["zhoushan", "zhoushan-2", "zhoushan-3"])
def test_newspaper_columns_are_those_of_the_composed_page(name: str, pdfs: dict[str, Path]) -> None:
    copies = int(name.partition("-")[2] or 1)
    (sheet,) = set_article(page(copies), layout_of("zhoushan")).pages
    composed = composed_columns(sheet, "zhoushan")
    for column, lines in columns_of(pdfs[name], "zhoushan").items():
        assert without_space("".join(lines)) == without_space("".join(composed[column]))
        # LibreOffice squeezes no marks, so what has many of them grows longer; Word squeezes them
        assert -1 <= len(lines) - len(composed[column]) <= 2 + len(composed[column]) // 10


def columns_of(pdf: Path, preset: str, number: int = 1) -> dict[int, list[str]]:
    """The body's lines in each column of a page: no titles and lead, headings and footers."""
    sections = [run.text for each in page().sections for run in (each.heading, each.slogan)]
    titles = [page().kicker.text, page().headline.text, page().byline.text]
    others = without_space(" ".join([*titles, *(each.text for each in page().lead), *sections]))
    lines: dict[tuple[int, float], list[tuple[float, str]]] = {}
    words = re.findall(
        r'<word xMin="(.+?)" yMin="(.+?)" xMax=".+?" yMax="(.+?)">(.*?)</word>',
        extracted(pdf, "-bbox", "-f", str(number), "-l", str(number)),
    )
    half_line = layout_of(preset).roles["body"].leading_pt / 2
    foot = layout_of(preset).page.height_mm * POINTS_PER_MM - FOOT
    for left, top, bottom, text in words:
        column, middle = column_at(float(left), preset), (float(top) + float(bottom)) / 2
        if middle > foot:
            continue
        near = [y for at, y in lines if at == column and abs(y - middle) < half_line]
        lines.setdefault((column, near[0] if near else middle), []).append((float(left), unescape(text)))
    columns: dict[int, list[str]] = {}
    for (column, _), parts in sorted(lines.items()):
        text = without_space("".join(part for _, part in sorted(parts)))
        if text not in others:
            columns.setdefault(column, []).append(text)
    return columns


def composed_columns(sheet: SetPage, preset: str) -> dict[int, list[str]]:
    columns: dict[int, list[str]] = {}
    for line in sheet.lines:
        if line.role == "body":
            columns.setdefault(column_at(line.x, preset), []).append(line.text)
    return columns


def column_at(x: float, preset: str) -> int:
    """The column of something that begins so far from the sheet's left edge."""
    layout = layout_of(preset)
    step = layout.width_pt(1) + layout.gutter_em * layout.character_pitch_pt
    return int((x - layout.page.left_mm * POINTS_PER_MM + 1) // step)
