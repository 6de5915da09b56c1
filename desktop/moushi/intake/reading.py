"""What was read from a file, before it is compared with the records: a page of sections, themes and items.

Every reader (newspaper text, official paper, task table) ends in a `ReadPage`; `proposing` alone turns one
into a proposal. Texts are verbatim; `where` is `line:column` or `Sheet!B7`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moushi.changes.model import Finding
from moushi.domain.kinds import PassageKind


@dataclass(frozen=True, slots=True)
class ReadItem:
    """A plan item as read; what the file does not tell stays empty."""

    text: str
    where: str
    begins_paragraph: bool = False
    short_title: str = ""
    units: tuple[str, ...] = ()
    responsible: str = ""
    leader: str = ""
    due_on: date | None = None
    milestones: tuple[tuple[str, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTheme:
    """A theme as read: lead sentence (possibly empty), short label (possibly empty), items."""

    lead: str
    where: str
    items: tuple[ReadItem, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A paragraph that is no theme; of a speech also the speaker."""

    kind: PassageKind
    text: str
    where: str
    speaker_unit: str = ""
    speaker_post: str = ""
    speaker_name: str = ""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """One federation's part; `federation` is empty when the file does not tell whose plan it is."""

    federation: str
    where: str
    heading: str = ""
    slogan: str = ""
    blocks: tuple[ReadPassage | ReadTheme, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A whole file as read; `lead` has its paragraphs one per line, `year` is what the text itself says."""

    sections: tuple[ReadSection, ...]
    kicker: str = ""
    headline: str = ""
    byline: str = ""
    lead: str = ""
    part: str = ""
    year: int | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_article(self) -> bool:
        """Whether it has a title block or lead, so that it is an article and not a bare plan."""
        return any((self.kicker, self.headline, self.byline, self.lead))
