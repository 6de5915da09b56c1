"""Compiled documents: neutral, frozen, complete. A writer turns one into a file and asks nobody anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from moushi.domain.kinds import ArticleKind, Colour, Direction, MeasureKind, MeasureSource, State

PROGRESS_SHEETS = ("进展表", "汇总", "明细")
"""The names of a progress workbook's sheets, by which it is known again."""
PROGRESS_COLUMNS = ("进展情况", "状态")
"""Columns that every table of progress has, and no table of tasks."""

COPY_NOTE = "〔稿件附注〕"
"""What the note at the foot of a manuscript begins with, by which it is known to be no part of the text."""

_UNPRINTED = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


def counted(text: str) -> int:
    """How many characters a text has as newspapers count them: no white space, no aids to line breaking."""
    return len("".join(text.split()).translate(_UNPRINTED))


@dataclass(frozen=True, slots=True)
class Ref:
    """Which field of which record printed words come from; `index` counts paragraphs within the field."""

    record: str
    id: UUID
    field: str
    index: int = 0


class RunRole(StrEnum):
    """What a run of words is within its paragraph."""

    PLAIN = "plain"
    THEME_LEAD = "theme_lead"
    ITEM = "item"


class ParagraphRole(StrEnum):
    """What a paragraph is within its section or article."""

    LEAD = "lead"
    OPENING = "opening"
    SPEECH = "speech"
    OTHER = "other"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that come from one field of one record, exactly as they are printed."""

    text: str
    role: RunRole = RunRole.PLAIN
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its runs joined are its text."""

    role: ParagraphRole
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """A federation's part of an article: heading and slogan (either may be missing) and its body.

    Its target is the room that its body is to fill, in lines or in millimetres of column depth; with `fit` it
    is set to fill that.
    """

    federation: str
    plan_id: UUID
    heading: Run | None
    slogan: Run | None
    paragraphs: tuple[Paragraph, ...]
    target_lines: int | None = None
    target_mm: Decimal | None = None
    fit: bool = False


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """An article ready to be set: title block, lead, sections in order."""

    year: int
    kind: ArticleKind
    article_id: UUID | None
    kicker: Run | None
    headline: Run | None
    byline: Run | None
    lead: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    part: str = ""
    layout: str = ""
    audience: str = ""

    @property
    def characters(self) -> int:
        """Characters of the whole article without white space, as newspapers count them."""
        title = (run.text for run in (self.kicker, self.headline, self.byline) if run)
        heads = (run.text for s in self.sections for run in (s.heading, s.slogan) if run)
        body = (p.text for p in (*self.lead, *(p for s in self.sections for p in s.paragraphs)))
        return counted("".join((*title, *heads, *body)))


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One item, or one measure of an item, in a period.

    Rows of one item share its `number`. Amounts in yuan; of a ratio, the number to be reached is the target;
    `rate` and `gap` (序时差) are fractions of 1, to three decimals; None means unknown, never zero. A 已完成
    in yellow came after its due date; `reason` says why a state was set by hand. `counted` is the source from
    which a measure counts itself; `returned` says on how many chambers' returns its value or its words
    stand, and what is missing of them.
    """

    item_id: UUID
    number: int
    theme: str
    title: str
    text: str
    measure: str = ""
    parts: tuple[str, ...] = ()
    kind: MeasureKind | None = None
    direction: Direction = Direction.AT_LEAST
    target: Decimal | None = None
    unit: str = ""
    leader: str = ""
    responsible: str = ""
    lead_unit: str = ""
    cooperating_units: str = ""
    due_on: date | None = None
    milestones: tuple[str, ...] = ()
    narratives: tuple[str, ...] = ()
    value: Decimal | None = None
    cumulative: Decimal | None = None
    rate: Decimal | None = None
    gap: Decimal | None = None
    state: State = State.UNREPORTED
    colour: Colour = Colour.NONE
    reason: str = ""
    problems: str = ""
    next_steps: str = ""
    evidence: str = ""
    counted: MeasureSource | None = None
    returned: str = ""


@dataclass(frozen=True, slots=True)
class ProgressTheme:
    """A theme's lead sentence and its rows."""

    lead: str
    label: str
    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True, slots=True)
class ProgressSection:
    """A federation's rows under its heading and slogan."""

    federation: str
    heading: str
    slogan: str
    themes: tuple[ProgressTheme, ...]


@dataclass(frozen=True, slots=True)
class ProgressDocument:
    """A progress sheet in the article's order, as of the period's last day.

    `schedule` is 序时进度, the share of the year's months that have passed by then.
    """

    year: int
    period: str
    as_of: date
    kicker: str
    headline: str
    byline: str
    lead: tuple[str, ...]
    reporting_unit: str
    made_on: date
    schedule: Decimal
    sections: tuple[ProgressSection, ...]
