"""Layout presets: page, columns and faces of an article, read from small TOML files that a person may copy.

Lengths are millimetres (page), points (type) and em of the body size (columns), as their names say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NoReturn, TypeGuard, TypeVar

from moushi.errors import Message, MoushiError, say

POINTS_PER_MM = 72 / 25.4

SECTIONS = ("side-by-side", "stacked", "flow")
ALIGNMENTS = ("left", "center", "right", "justify")
TITLE_ROLES = ("kicker", "headline", "byline", "lead")
SECTION_ROLES = ("section_heading", "section_slogan", "body", "theme_lead")
OPTIONAL_ROLES = ("level1", "level2", "level3", "footer")
_MOST_COLUMNS = 12
_FAR = 10_000  # no length of a page is longer, in any unit
_A0 = (841, 1189)  # mm, the largest sheet
_MOST_SIZE = 200  # pt: headlines of a broadsheet have 100
_MOST_LEADING = 5  # sizes of type
_MOST_SPACE = 500  # pt
_MOST_EM = 200
_MOST_GUTTER = 20  # em
_MOST_INDENT = 20  # em
_MOST_RULE = 5  # pt
_MOST_TEXT = 60  # characters of a title, a style's or a face's name
_MOST_FACES = 30


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet and its margins, in millimetres."""

    width_mm: float
    height_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float
    left_mm: float

    @property
    def text_width_pt(self) -> float:
        """The width between the margins in points."""
        return (self.width_mm - self.left_mm - self.right_mm) * POINTS_PER_MM

    @property
    def text_height_pt(self) -> float:
        """The height between the margins in points."""
        return (self.height_mm - self.top_mm - self.bottom_mm) * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Role:
    """How one part of an article is set.

    `east_asian` are the Chinese faces, the first that is installed counts; `outline` is the heading level 1
    to 9 or None; `first_indent_em` is in em of this role's size; `colour` is `#RRGGBB`.
    """

    name: str
    style_name: str
    east_asian: tuple[str, ...]
    western: str
    size_pt: float
    bold: bool
    colour: str
    align: str
    leading_pt: float
    space_before_pt: float
    space_after_pt: float
    first_indent_em: float
    outline: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The page of an article: sheet, columns, and a role for each of its parts.

    `section_columns` is how many columns a section spans; `sections` are set `side-by-side`, `stacked` (each
    under the one before, in as many columns) or in one `flow`. `leading` is the distance of lines in sizes of
    type. `character_pitch_pt` is what an em of the body measures across the page: its size, unless a grid
    sets it closer. `rule_pt` is the weight of the rules between sections, 0 for none.
    """

    name: str
    title: str
    page: Page
    columns: int
    measure_em: float
    gutter_em: float
    section_columns: int
    sections: str
    leading: float
    character_pitch_pt: float
    rule_pt: float
    roles: Mapping[str, Role]

    def width_em(self, columns: int, role: str = "body") -> float:
        """The width of so many columns with the gutters between them, in em of a role's size."""
        width = columns * self.measure_em + (columns - 1) * self.gutter_em
        return width * self.roles["body"].size_pt / self.roles[role].size_pt

    def width_pt(self, columns: int) -> float:
        """The width of so many columns with the gutters between them, in points."""
        return self.width_em(columns) * self.character_pitch_pt

    @property
    def first_indent_em(self) -> float:
        """The indent of a body paragraph's first line in em."""
        return self.roles["body"].first_indent_em

    @property
    def lead_measure_em(self) -> float:
        """The measure of the lead, which runs across all columns, in em of its own size."""
        return self.width_em(self.columns, "lead")


class LayoutError(MoushiError):
    """A key of a layout is missing, unknown or wrong."""

    @property
    def key(self) -> str:
        """The key, with the tables that it stands in: `roles.body.size_pt`."""
        return str(self.message.values["key"])

    @property
    def reason(self) -> Message:
        """What is wrong with it: a clause that begins with "it" or a noun."""
        reason = self.message.values["reason"]
        assert isinstance(reason, Message)
        return reason


_T = TypeVar("_T")


def _is_table(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _FAR


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_flag(value: object) -> TypeGuard[bool]:
    return isinstance(value, bool)


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable() and len(value) <= _MOST_TEXT


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(map(_is_text, value))


class _Table:
    """A table of the file: takes values out, checks them, and names the key of whatever is wrong."""

    def __init__(self, values: Mapping[str, Any], layout: str, path: str = "") -> None:
        self._values, self._layout, self._path = dict(values), layout, path

    def fault(self, key: str, reason: Message) -> NoReturn:
        raise LayoutError(
            "Layout “{layout}”, key {key}: {reason}. Correct the layout file and try again.",
            layout=self._layout,
            key=self._path + key,
            reason=reason,
        )

    def _take(
        self, key: str, accept: Callable[[object], TypeGuard[_T]], reason: Message, default: _T | None = None
    ) -> _T:
        value = self._values.pop(key, default)
        if value is None:
            self.fault(key, say("it is missing"))
        if not accept(value):
            self.fault(key, reason)
        return value

    def table(self, key: str) -> _Table:
        return _Table(
            self._take(key, _is_table, say("it must be a table")), self._layout, f"{self._path}{key}."
        )

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        reason = say("it must be a number from {least} to {most}", least=_plain(least), most=_plain(most))
        value = float(self._take(key, _is_number, reason, default))
        if not least <= value <= most:
            self.fault(key, reason)
        return value

    def whole(self, key: str, most: int) -> int:
        reason = say("it must be a whole number from 1 to {most}", most=most)
        value = self._take(key, _is_whole, reason)
        if not 1 <= value <= most:
            self.fault(key, reason)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        return self._take(
            key, _is_text, say("it must be a text of 1 to {most} characters", most=_MOST_TEXT), default
        )

    def texts(self, key: str) -> tuple[str, ...]:
        held = tuple(self._take(key, _is_texts, say("it must be a list of texts")))
        if not 1 <= len(held) <= _MOST_FACES:
            self.fault(key, say("it must name at least one face and no more than {most}", most=_MOST_FACES))
        return held

    def choice(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        reason = say("it must be one of {choices}", choices=", ".join(choices))
        value = self._take(key, _is_text, reason, default)
        if value not in choices:
            self.fault(key, reason)
        return value

    def flag(self, key: str) -> bool:
        return self._take(key, _is_flag, say("it must be true or false"), default=False)

    def colour(self, key: str) -> str:
        reason = say("it must be a colour such as #C00000")
        value = self._take(key, _is_text, reason, "#000000")
        if not re.fullmatch("#[0-9A-Fa-f]{6}", value):
            self.fault(key, reason)
        return value

    def has(self, key: str) -> bool:
        return key in self._values

    def finish(self) -> None:
        """Refuse what is left: a key that nobody reads is most likely a slip of the pen."""
        for key in self._values:
            self.fault(key, say("this key is not known"))


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _page(table: _Table) -> Page:
    short, long = _A0
    page = Page(
        width_mm=table.number("width_mm", 10, long),
        height_mm=table.number("height_mm", 10, long),
        top_mm=table.number("top_mm", 0, long),
        right_mm=table.number("right_mm", 0, long),
        bottom_mm=table.number("bottom_mm", 0, long),
        left_mm=table.number("left_mm", 0, long),
    )
    if min(page.width_mm, page.height_mm) > short:
        table.fault(
            "width_mm" if page.width_mm > page.height_mm else "height_mm",
            say("the sheet is larger than A0 ({short} × {long} mm)", short=short, long=long),
        )
    if page.left_mm + page.right_mm >= page.width_mm:
        table.fault(
            "left_mm", say("left and right margin leave nothing of {width} mm", width=_plain(page.width_mm))
        )
    if page.top_mm + page.bottom_mm >= page.height_mm:
        table.fault(
            "top_mm", say("top and bottom margin leave nothing of {height} mm", height=_plain(page.height_mm))
        )
    table.finish()
    return page


def _role(table: _Table, name: str, leading: float) -> Role:
    size = table.number("size_pt", 1, _MOST_SIZE)
    role = Role(
        name=name,
        style_name=table.text("style_name"),
        east_asian=table.texts("east_asian"),
        western=table.text("western", "Times New Roman"),
        size_pt=size,
        bold=table.flag("bold"),
        colour=table.colour("colour"),
        align=table.choice("align", ALIGNMENTS, "justify"),
        leading_pt=table.number("leading_pt", 0, _FAR, size * leading),
        space_before_pt=table.number("space_before_pt", 0, _MOST_SPACE, 0),
        space_after_pt=table.number("space_after_pt", 0, _MOST_SPACE, 0),
        first_indent_em=table.number("first_indent_em", 0, _MOST_INDENT, 0),
        outline=table.whole("outline", 9) if table.has("outline") else None,
    )
    if role.leading_pt < size:
        table.fault(
            "leading_pt", say("lines closer than their size of {size} pt cover each other", size=_plain(size))
        )
    if role.leading_pt > size * _MOST_LEADING:
        table.fault(
            "leading_pt",
            say(
                "lines of {size} pt are no more than {most} pt apart",
                size=_plain(size),
                most=_plain(size * _MOST_LEADING),
            ),
        )
    table.finish()
    return role


def _roles(table: _Table, leading: float) -> Mapping[str, Role]:
    names = [*TITLE_ROLES, *SECTION_ROLES, *filter(table.has, OPTIONAL_ROLES)]
    roles = {name: _role(table.table(name), name, leading) for name in names}
    table.finish()
    if roles["theme_lead"].size_pt != roles["body"].size_pt:
        table.fault("theme_lead.size_pt", say("it must equal that of the body, whose lines it stands in"))
    return MappingProxyType(roles)


def parse_layout(toml_text: str, name: str) -> Layout:
    """Read a layout from the text of its file.

    Raises:
        MoushiError: the text is no TOML, or a key is missing, unknown or wrong; the error names it.
    """
    try:
        values = tomllib.loads(toml_text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise MoushiError(
            "Layout “{layout}” is no valid TOML: {reason}. Correct the layout file and try again.",
            layout=name,
            reason=str(error),
        ) from error
    table = _Table(values, name)
    columns = table.whole("columns", _MOST_COLUMNS)
    leading = table.number("leading", 1, _MOST_LEADING)
    roles = _roles(table.table("roles"), leading)
    size = roles["body"].size_pt
    layout = Layout(
        name=name,
        title=table.text("title"),
        page=_page(table.table("page")),
        columns=columns,
        measure_em=table.number("measure_em", 4, _MOST_EM),
        gutter_em=table.number("gutter_em", 0, _MOST_GUTTER, 0),
        section_columns=table.whole("section_columns", columns),
        sections=table.choice("sections", SECTIONS),
        leading=leading,
        character_pitch_pt=table.number("character_pitch_pt", size * 0.8, size * 2, size),
        rule_pt=table.number("rule_pt", 0, _MOST_RULE, 0),
        roles=roles,
    )
    table.finish()
    _check_columns(table, layout)
    _check_roles(table, layout)
    return layout


def _check_columns(table: _Table, layout: Layout) -> None:
    """Columns must go into the page, and sections into the columns."""
    wide, room = layout.width_pt(layout.columns), layout.page.text_width_pt
    if wide > room:
        reason = say(
            "the columns are {wide} pt wide, the page has room for {room} pt",
            wide=f"{wide:.1f}",
            room=f"{room:.1f}",
        )
        table.fault("measure_em", reason)
    if layout.columns % layout.section_columns:
        table.fault(
            "section_columns",
            say("{columns} columns cannot be shared out in this way", columns=layout.columns),
        )
    if layout.sections == "flow" and layout.columns > 1:
        table.fault("sections", say("text in one flow has one column, not {columns}", columns=layout.columns))


def _check_roles(table: _Table, layout: Layout) -> None:
    """Every part must have room for its lines, and for two characters in each after its indent."""
    height = layout.page.text_height_pt
    if layout.roles["body"].leading_pt > height:
        table.fault("page.height_mm", say("it leaves no room for a line between the margins"))
    for name, role in layout.roles.items():
        if role.leading_pt > height:
            table.fault(
                f"roles.{name}.size_pt", say("its lines are higher than the page between the margins")
            )
        columns = 1 if name in ("body", "theme_lead") else layout.columns
        columns = layout.section_columns if name in ("section_heading", "section_slogan") else columns
        width = layout.width_em(columns, name)
        if width < 2:
            table.fault(f"roles.{name}.size_pt", say("two characters of this size do not fit in a line"))
        if role.first_indent_em > width - 2:
            table.fault(f"roles.{name}.first_indent_em", say("it leaves no room in the column"))
