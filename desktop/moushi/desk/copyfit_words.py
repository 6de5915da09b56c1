"""Copyfitting in words: targets as typed, sections against them, lines to save, the manuscript's note."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from moushi.desk.copyfit import CopyFit, Extent, Saving, SectionFit, Target
from moushi.errors import Message, MoushiError, say

_UNITS = {"": "lines", "行": "lines", "line": "lines", "lines": "lines", "mm": "mm", "毫米": "mm"}
_UNITS |= {"cm": "cm", "厘米": "cm"}
_TARGET = re.compile(r"(\d+(?:\.\d+)?)\s*(\D*)")
_LONGEST = 20  # characters of what is typed as a target


def parse_target(text: str) -> Target:
    """A target as typed: 60, 60行, 210毫米, 210mm, 21厘米, 60 lines; nothing is no target.

    Raises:
        MoushiError: the text is no target.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if not plain:
        return Target()
    found = _TARGET.fullmatch(plain)
    unit = _UNITS.get(found[2].strip()) if found and len(plain) <= _LONGEST else None
    if found is None or unit is None or (unit == "lines" and "." in found[1]):
        raise MoushiError(
            "“{text}” is no target. Give a number of lines such as 60行 or a depth of the columns such as "
            "210毫米, or nothing.",
            text=text.strip(),
        )
    if unit == "lines":
        return Target(lines=int(found[1]))
    return Target(mm=Decimal(found[1]) * (10 if unit == "cm" else 1))


def target_words(target: Target) -> Message | None:
    """A target as it is shown and may be typed again; None where there is none."""
    if target.mm is not None:
        return say("{depth} mm", depth=_plain(target.mm))
    return say("{count} lines", count=target.lines) if target.lines is not None else None


def verdict(section: SectionFit) -> Message | None:
    """A section against its target in words; None without one."""
    against = section.against
    if against is None:
        return None
    if section.fit and not against.missed:
        return say("set to fill {target} lines", target=against.target)
    over = abs(against.over)
    if not against.over:
        return say("just fills its {target} lines", target=against.target)
    if against.over > 0:
        return say(
            "{over} over the {target} lines, about {characters} characters",
            over=over,
            target=against.target,
            characters=against.characters,
        )
    return say(
        "{under} short of the {target} lines, about {characters} characters",
        under=over,
        target=against.target,
        characters=against.characters,
    )


def advice(section: SectionFit) -> Message | None:
    """What setting a section to fill its target does or would do; None where there is nothing to say."""
    against = section.against
    if against is None or (not against.over and not section.fit):
        return None
    if not against.missed:
        return None if section.fit else say("“Fill it” can reach the target.")
    still = abs(against.missed)
    if against.missed > 0:
        return say("Set closer it is still {lines} over: cut words.", lines=still)
    return say("Set wider it is still {lines} short: add words.", lines=still)


def section_words(section: SectionFit) -> Message:
    """A section's lines, and against its target, in few words."""
    lines, against = section.extent.lines, section.against
    if against is None:
        return say("{lines} lines", lines=lines)
    if against.over > 0:
        return say("{lines} lines, {over} over", lines=lines, over=against.over)
    if against.over < 0:
        return say("{lines} lines, {under} short", lines=lines, under=-against.over)
    return say("{lines} lines, just full", lines=lines)


def extent_words(extent: Extent, saving: Saving | None = None) -> Message:
    """What words take, in few words; and what stands on their last line, if that is cheap to save."""
    if saving:
        return say("{lines} lines, last has {left}", lines=extent.lines, left=saving.left)
    return say("{characters} ch. {lines} lines", characters=extent.characters, lines=extent.lines)


def whole_words(extent: Extent) -> Message:
    """What words take, in full."""
    return say(
        "{characters} characters in {lines} lines; together they fill {share} lines, {depth} mm of a column.",
        characters=extent.characters,
        lines=extent.lines,
        share=f"{extent.share:.1f}",
        depth=f"{extent.share * extent.depth_mm / extent.lines:.0f}",
    )


def depth_words(section: SectionFit) -> Message:
    """How deep a section's columns are."""
    return say(
        "{characters} characters; columns {rows} lines deep, {depth} mm.",
        characters=section.extent.characters,
        rows=section.rows,
        depth=f"{section.extent.depth_mm:.0f}",
    )


def saving_words(saving: Saving) -> Message:
    """What to cut for a line."""
    return say("Cut {cut} at its end to save a line", cut=saving.cut)


def copy_note(fit: CopyFit) -> str:
    """An article's measure for the foot of its manuscript; the paper is Chinese.

    全文1234字，按“报纸版面”排126行。云屿县工商联63行（目标60行，超3行）；……
    """
    body = f"全文{fit.article.characters}字，按“{fit.layout.title}”正文排{fit.article.lines}行"
    told = "；".join(_section_note(section) for section in fit.sections)
    return f"{body}。{told}。" if told else f"{body}。"


def _section_note(section: SectionFit) -> str:
    words = f"{section.federation}{section.extent.lines}行"
    against = section.against
    if against is None:
        return words
    over = against.over
    state = f"超{over}行" if over > 0 else f"欠{-over}行" if over else "正好"
    mm = section.target.mm
    target = f"{against.target}行" if mm is None else f"{_plain(mm)}毫米，合{against.target}行"
    return f"{words}（目标{target}，{state}）"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
