"""The parts of a .docx that are nearly the same in every file."""

from __future__ import annotations

from string import Template

from moushi.output.word.markup import escaped
from moushi.paths import resources
from moushi.typeset.characters import NO_LINE_END, NO_LINE_START


def template(name: str) -> str:
    """A part as it lies in the resources."""
    return (resources() / "templates" / "word" / name).read_text("utf-8")


def settings_xml(*, even: bool = False) -> str:
    """`word/settings.xml`; `even`: even pages have footers of their own."""
    return Template(template("settings.xml")).substitute(
        even_footers="<w:evenAndOddHeaders/>" if even else "",
        no_line_end=escaped("".join(sorted(NO_LINE_END))),
        no_line_start=escaped("".join(sorted(NO_LINE_START))),
    )
