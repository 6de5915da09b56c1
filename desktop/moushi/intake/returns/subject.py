"""Whose return a workbook is and of which period, by its cover, its titles and its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from moushi.domain import return_book
from moushi.domain.period import Period
from moushi.domain.return_book import COVER_HEADINGS, COVER_SHEET
from moushi.domain.returns import FormTable, ReturnForm
from moushi.intake.asides import TITLE
from moushi.intake.list_subjects import chamber_in
from moushi.intake.values import plain
from moushi.intake.workbook import Sheet

_PERIOD_TITLE = re.compile("填报表")
_OWNER = re.compile(
    r"(?<![\u4e00-\u9fff])(?:填[报表]单位|报送单位|商会名称|商会|填报商会|单位名称)\s*(?:[(（][^)）]*[)）])?\s*[:：]\s*(.{2,40})"
)
_YEAR = r"(?P<year>(?:19|20|21)\d{2})年?度?"
_PERIOD = re.compile(
    rf"{_YEAR}[-.年]?(?:第?(?P<quarter>[一二三四1-4])季度?|[Qq](?P<q>[1-4])(?!\d)"
    rf"|(?P<month>1[0-2]|0?[1-9])月份?(?!\d*[日号底末前]))"
    rf"|(?P<whole>(?:19|20|21)\d{{2}})年(?:度|全年|填报|工作|会员|商会|活动|$)"
)
_UNCLOSED = re.compile(r"^.*[(（](?=[^)）]*$)")  # 会员变动（ of 会员变动（鹭汀镇商会　2031年3月）
_DAY = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?")
_LEGEND = re.compile(r"带\*的必须填|灰底的不用填|有变化的直接改")
_TRIM = re.compile(
    r"[\s　()（）【】\[\]“”\"《》:：、,，.。\-—_·]+|20\d\d年?|第?[一二三四1-4]季度|\d{1,2}月份?"
    r"|年度?|附件?\d*|填报单位|报送单位|填表单位|所属期|报告期|统计表|情况表|填报表|一览表|表格?|回执|工商联|工商业联合会"
)
_CHINESE = "一二三四"
_LONGEST_TITLE = 48


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a workbook outside of its tables."""

    sheet: str
    row: int
    column: int
    text: str


def lines_of(sheet: Sheet, rows: Iterable[int]) -> Iterator[Line]:
    """The texts in some rows of a sheet."""
    for row in rows:
        for column, value in enumerate(sheet.rows[row] if row < len(sheet.rows) else ()):
            if text := plain(value):
                yield Line(sheet.name, row, column, text)


def is_cover(sheet: Sheet) -> bool:
    """Whether a sheet is the cover of a form, by its own words."""
    texts = {plain(values[0]) for values in sheet.rows[:60] if values}
    words = sum(label in texts for label in COVER_HEADINGS)
    return words >= 2 or (COVER_SHEET in sheet.name and words >= 1)


def beside_cover(sheet: Sheet) -> Iterator[Line]:
    """What stands on a cover and is none of its own words."""
    label = ""
    for line in lines_of(sheet, range(2, len(sheet.rows))):
        bare = line.text.replace("\n", "")
        if line.text in COVER_HEADINGS:
            label = line.text
        elif line.column > 1 or (label and not _is_of_cover(label, bare)):
            yield line


def _is_of_cover(label: str, text: str) -> bool:
    match label:
        case return_book.WHAT:
            return text.startswith("“")
        case return_book.WHEN:
            return text[:1].isdigit()
        case return_book.HOW:
            return bool(re.match(r"\d+\. ", text))
        case _:
            return True


def period_in(text: str) -> Period | None:
    """The month, quarter or year that a text names; None when it names none, or a day."""
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    found = _PERIOD.search(_DAY.sub("|", folded))
    if found is None:
        return None
    if found["whole"]:
        return Period(int(found["whole"]), 1, 12)
    year = int(found["year"])
    if quarter := found["quarter"] or found["q"]:
        number = _CHINESE.index(quarter) + 1 if quarter in _CHINESE else int(quarter)
        return Period(year, number * 3 - 2, number * 3)
    return Period(year, int(found["month"]), int(found["month"]))


def chambers_told(lines: Iterable[Line]) -> list[str]:
    """The chambers that titles and covers name, each once."""
    found: list[str] = []
    for line in lines:
        owner = _OWNER.search(line.text)
        if owner and not re.search("[。；;，,]", owner[1]):
            found.append(chamber_in(owner[1]) or owner[1].strip())
        elif name := chamber_in(line.text):
            found.append(_UNCLOSED.sub("", name) or name)
    return list(dict.fromkeys(found))


def periods_told(lines: Iterable[Line]) -> list[Period]:
    """The periods that titles name, each once, those of the form's own titles first."""
    short = [line.text for line in lines if len(line.text) <= _LONGEST_TITLE]
    short.sort(key=lambda text: not _PERIOD_TITLE.search(text))
    return list(dict.fromkeys(period for text in short if (period := period_in(text))))


def file_words(name: str) -> Line:
    """The name of a file as a text."""
    return Line("", 0, 0, PurePath(name).stem)


def is_known_line(text: str, form: ReturnForm, table: FormTable, chamber: str) -> bool:
    """Whether a text above a table is its title, its help or the like, which need not be said."""
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    about = "".join(unicodedata.normalize("NFKC", table.help).split())
    if about and about in bare and len(bare) <= len(about) + 80:
        return True
    if _LEGEND.search(bare) and len(bare) <= 60:
        return True
    if len(bare) > _LONGEST_TITLE or re.search("[。；;!！?？]", bare):
        return False
    rest = bare
    for word in (chamber, table.title, *table.aliases, form.title):
        if word:
            rest = rest.replace("".join(unicodedata.normalize("NFKC", word).split()), "")
    return len(_TRIM.sub("", rest)) <= 2 or bool(TITLE.search(bare))


def names_table(text: str, form: ReturnForm, table: FormTable) -> float:
    """How surely a sheet's name or a title names a table: 1 by its title, less by another name; 0 not."""
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    if not bare:
        return 0.0
    title = "".join(table.title.split())
    if title in bare:
        return 1.0 if bare.startswith(title) or len(bare) <= len(title) + 20 else 0.9
    if form.title and "".join(form.title.split()) in bare and len(form.tables) == 1:
        return 0.8
    best = max((len(alias) for alias in table.aliases if alias in bare), default=0)
    return 0.3 + 0.3 * best / len(bare) if best > 1 else 0.0
