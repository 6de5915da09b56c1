"""Editing a layout preset: its values as a person reads and types them, each checked with all the others.

A `LayoutDraft` holds the text of the file; what is typed is kept when the whole is a layout with it. What
cannot be kept as yet waits: a fifth column and narrower columns are possible only together.

Over 400 lines: all that can be edited of a layout is listed here, once.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from moushi.errors import Message, MoushiError, say
from moushi.typeset.layout import (
    OPTIONAL_ROLES,
    SECTION_ROLES,
    TITLE_ROLES,
    Layout,
    LayoutError,
    parse_layout,
)

Value = str | float | bool | list[str]

_NAMES = (
    *("八号", "七号", "小六", "六号", "小五", "五号", "小四", "四号"),
    *("小三", "三号", "小二", "二号", "小一", "一号", "小初", "初号"),
)
_POINTS = (5, 5.5, 6.5, 7.5, 9, 10.5, 12, 14, 15, 16, 18, 22, 24, 26, 36, 42)
SIZES = dict(zip(_NAMES, _POINTS, strict=True))
"""The names of sizes, and how many points each is."""

PAPERS = {"A4": (210, 297), "A3": (297, 420)}
"""Sheets by their names, upright, in millimetres."""

SECTION_WORDS = {
    "side-by-side": say("side by side"),
    "stacked": say("one below the other"),
    "flow": say("in one flow, without columns"),
}
ALIGN_WORDS = {
    "left": say("to the left"),
    "center": say("centred"),
    "right": say("to the right"),
    "justify": say("flush on both sides"),
}
ROLE_WORDS = {
    "kicker": say("kicker"),
    "headline": say("headline"),
    "byline": say("byline"),
    "lead": say("lead"),
    "section_heading": say("section heading"),
    "section_slogan": say("section slogan"),
    "body": say("body text"),
    "theme_lead": say("theme sentence"),
    "level1": say("heading, level 1"),
    "level2": say("heading, level 2"),
    "level3": say("heading, level 3"),
    "footer": say("page footer"),
}

_SEPARATORS = re.compile(r"[、，,;；\n]+")
_NUMBER = re.compile(r"([+-]?\d+(?:\.\d*)?|\.\d+)\s*(?:mm|毫米|pt|磅|点|em|字|栏|倍|×|x)?", re.IGNORECASE)


class Kind(StrEnum):
    """What is typed in a field."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    SIZE = "size"
    FACES = "faces"
    COLOUR = "colour"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a layout: its key (of a role's values without the role), its name, how it is typed.

    An optional one that is left blank is taken out of the file; the layout then has what is usual.
    """

    key: str
    label: Message
    kind: Kind
    optional: bool = False


SHEET_FIELDS = (
    Field("title", say("name of the layout"), Kind.TEXT),
    Field("page.width_mm", say("width of the sheet"), Kind.NUMBER),
    Field("page.height_mm", say("height of the sheet"), Kind.NUMBER),
    Field("page.top_mm", say("margin above"), Kind.NUMBER),
    Field("page.bottom_mm", say("margin below"), Kind.NUMBER),
    Field("page.left_mm", say("margin at the left"), Kind.NUMBER),
    Field("page.right_mm", say("margin at the right"), Kind.NUMBER),
    Field("columns", say("columns"), Kind.WHOLE),
    Field("measure_em", say("width of a column"), Kind.NUMBER),
    Field("gutter_em", say("gap between columns"), Kind.NUMBER, optional=True),
    Field("section_columns", say("columns to a section"), Kind.WHOLE),
    Field("sections", say("sections stand"), Kind.CHOICE),
    Field("rule_pt", say("rules between sections"), Kind.NUMBER, optional=True),
    Field("leading", say("distance of lines"), Kind.NUMBER),
    Field("character_pitch_pt", say("distance of characters"), Kind.NUMBER, optional=True),
)
ROLE_FIELDS = (
    Field("east_asian", say("Chinese faces"), Kind.FACES),
    Field("western", say("face of letters and digits"), Kind.TEXT, optional=True),
    Field("size_pt", say("size"), Kind.SIZE),
    Field("bold", say("bold"), Kind.FLAG),
    Field("colour", say("colour"), Kind.COLOUR, optional=True),
    Field("align", say("alignment"), Kind.CHOICE),
    Field("leading_pt", say("distance of lines"), Kind.NUMBER, optional=True),
    Field("space_before_pt", say("space above"), Kind.NUMBER, optional=True),
    Field("space_after_pt", say("space below"), Kind.NUMBER, optional=True),
    Field("first_indent_em", say("indent of the first line"), Kind.NUMBER, optional=True),
)
_ROLE_ONLY = {"style_name": say("name of the style in Word"), "outline": say("level in Word's outline")}


# -- values of a file --------------------------------------------------------------------------------------


def with_values(text: str, values: Mapping[str, Value | None]) -> str:
    """The text of a layout file with some values changed, None taken out; all else of it stays as it is.

    Keys name the tables that they stand in: `roles.body.size_pt`. `MoushiError` when the file is written in a
    way in which that cannot be done.
    """
    wanted = tomllib.loads(text)
    try:
        document = tomlkit.parse(text)
        for key, value in values.items():
            _put(wanted, key, value)
            _put(document, key, value)
        changed = tomlkit.dumps(document)
        if tomllib.loads(changed) == wanted:
            return changed
    except (TOMLKitError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as fault:
        raise _unwritable(values) from fault
    raise _unwritable(values)


def _unwritable(values: Iterable[str]) -> MoushiError:
    return MoushiError(
        "{keys} cannot be changed in this file without changing more of it. Change the file by hand.",
        keys="、".join(values),
    )


def _put(table: Any, key: str, value: Value | None) -> None:
    *path, last = key.split(".")
    for name in path:
        table = table[name]
    if value is None:
        table.pop(last, None)
    elif (
        last not in table
        or table[last] != value
        or isinstance(value, bool) is not isinstance(table[last], bool)
    ):
        table[last] = value


def value_at(values: Mapping[str, Any], key: str) -> Any:
    """The value of a key as the file has it, None where it has none."""
    found: Any = values
    for name in key.split("."):
        if not isinstance(found, Mapping) or name not in found:
            return None
        found = found[name]
    return found


# -- values as a person reads and types them ---------------------------------------------------------------


def plain(number: float) -> str:
    """A number without zeros that say nothing."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def size_name(points: float) -> str:
    """The name of a size (五号), "" when it has none."""
    return next((name for name, size in SIZES.items() if abs(size - points) < 0.01), "")


def shown(value: Any) -> str:
    """A value as it stands in its field."""
    match value:
        case None:
            return ""
        case list():
            return "、".join(map(str, value))
        case bool() | str():
            return str(value)
        case _:
            return plain(value)


def entered(field: Field, text: str) -> Value | None:
    """The value that a text names; None for a blank one that may be left out. `MoushiError`: write it so."""
    bare = unicodedata.normalize("NFKC", text).strip()
    if field.kind is Kind.TEXT:
        bare = " ".join(text.split())
    if not bare and field.optional:
        return None
    match field.kind:
        case Kind.NUMBER | Kind.SIZE | Kind.WHOLE:
            return _number(field, bare)
        case Kind.FACES:
            faces = [" ".join(face.split()) for face in _SEPARATORS.split(text)]
            return list(dict.fromkeys(filter(None, faces)))
        case Kind.COLOUR:
            return bare.upper() if bare.startswith("#") else f"#{bare.upper()}"
        case Kind.FLAG:
            return bare == str(True)
        case _:
            return bare


def _number(field: Field, text: str) -> float:
    named = SIZES.get(text.removesuffix("字")) if field.kind is Kind.SIZE else None
    if named is not None:
        return named
    found = _NUMBER.fullmatch(text)
    if not found:
        if field.kind is Kind.SIZE:
            raise MoushiError("Write the size in points, such as 10.5, or by its name, such as 五号.")
        if field.kind is Kind.WHOLE:
            raise MoushiError("Write a whole number, such as 4.")
        raise MoushiError("Write a number, such as 21.75.")
    number = float(found[1])
    return int(number) if number.is_integer() else number


# -- the draft ---------------------------------------------------------------------------------------------


def key_of(field: Field, role: str = "") -> str:
    """The key of a field in the file; a role's field needs the role."""
    return f"roles.{role}.{field.key}" if role else field.key


class LayoutDraft:
    """A layout that is being changed: its text, what was typed and cannot be kept yet, and the way back."""

    def __init__(self, text: str, name: str) -> None:
        """Take the text of a layout; `MoushiError` when it is none."""
        self.name = name
        self._take(text, parse_layout(text, name))
        self._before: list[str] = []
        self.waiting: dict[str, tuple[Field, str, Message]] = {}

    @property
    def roles(self) -> tuple[str, ...]:
        """The parts that the layout says something of, in reading order."""
        names = (*TITLE_ROLES, *OPTIONAL_ROLES[:3], *SECTION_ROLES, *OPTIONAL_ROLES[3:])
        return tuple(name for name in names if name in self.layout.roles)

    @property
    def can_undo(self) -> bool:
        """Whether something was changed since the draft was begun."""
        return bool(self._before)

    def text_of(self, field: Field, role: str = "") -> str:
        """What stands in a field: what was typed and waits, else what is kept."""
        key = key_of(field, role)
        return self.waiting[key][1] if key in self.waiting else shown(self._shown_value(field, role))

    def fault_of(self, field: Field, role: str = "") -> Message | None:
        """Why what was typed in a field is not kept."""
        waits = self.waiting.get(key_of(field, role))
        return waits[2] if waits else None

    def usual(self, field: Field, role: str = "") -> str:
        """What an optional field has when it is left blank."""
        layout = self.layout
        match field.key:
            case "leading_pt":
                return plain(layout.roles[role].size_pt * layout.leading)
            case "character_pitch_pt":
                return plain(layout.roles["body"].size_pt)
            case "western":
                return "Times New Roman"
            case "colour":
                return "#000000"
            case _:
                return "0"

    def check(self, field: Field, text: str, role: str = "") -> tuple[Layout, Message | None]:
        """The layout with a text in a field, as if it were kept; or as it is, and why the text cannot be."""
        try:
            _, layout, _ = self._tried(key_of(field, role), field, text)
        except MoushiError as fault:
            return self.layout, self._reason(fault, key_of(field, role))
        return layout, None

    def enter(self, field: Field, text: str, role: str = "") -> Message | None:
        """Keep what was typed in a field; the reason when it has to wait, and None when it is kept."""
        key = key_of(field, role)
        if text == shown(self._shown_value(field, role)):
            self.waiting.pop(key, None)
            return None
        try:
            changed, layout, done = self._tried(key, field, text)
        except MoushiError as fault:
            reason = self._reason(fault, key)
            self.waiting[key] = (field, text, reason)
            return reason
        for each in done:
            self.waiting.pop(each, None)
        self._put(changed, layout)
        self._try_waiting()
        return None

    def put(self, values: Mapping[str, Value | None]) -> Message | None:
        """Change several values at once; the reason when that cannot be, and then nothing is changed."""
        try:
            changed = with_values(self.text, values)
            layout = parse_layout(changed, self.name)
        except MoushiError as fault:
            return self._reason(fault, next(iter(values), ""))
        self._put(changed, layout)
        self._try_waiting()
        return None

    def replace(self, text: str) -> None:
        """Take another text; what was before can be brought back."""
        self.waiting.clear()
        self._put(text, parse_layout(text, self.name))

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self.waiting.clear()
            text = self._before.pop()
            self._take(text, parse_layout(text, self.name))

    def _take(self, text: str, layout: Layout) -> None:
        self.text, self.layout, self._values = text, layout, tomllib.loads(text.removeprefix("\ufeff"))

    def _put(self, text: str, layout: Layout) -> None:
        if text != self.text:
            self._before.append(self.text)
            self._take(text, layout)

    def _shown_value(self, field: Field, role: str) -> Any:
        key = key_of(field, role)
        value = value_at(self._values, key)
        if value is None and field.kind is Kind.FLAG:
            return False
        if value is None and field.key == "align":
            return "justify"
        return value

    def _changes(self, key: str, field: Field, text: str) -> dict[str, Value | None]:
        """A value, and those that have to go with it."""
        value = entered(field, text)
        changes = {key: value}
        if key == "roles.body.size_pt":  # the theme sentence stands in the body's lines
            changes["roles.theme_lead.size_pt"] = value
        return changes

    def _tried(self, key: str, field: Field, text: str) -> tuple[str, Layout, set[str]]:
        """Text and layout with a value by itself, or else with all that waits; and which keys that keeps."""
        own = self._changes(key, field, text)
        changed = with_values(self.text, own)
        try:
            return changed, parse_layout(changed, self.name), {key}
        except MoushiError:
            others = {k: each for k, each in self.waiting.items() if k != key}
            together: dict[str, Value | None] = {}
            for k, (waiting, typed, _) in others.items():
                try:
                    together |= self._changes(k, waiting, typed)
                except MoushiError:
                    continue
            if not together:
                raise
            changed = with_values(self.text, together | own)
            try:
                return changed, parse_layout(changed, self.name), {key, *others}
            except MoushiError:
                pass
            raise

    def _try_waiting(self) -> None:
        """Keep what waits, as far as it can be kept now."""
        for key, (field, text, _) in list(self.waiting.items()):
            try:
                changed, layout, _ = self._tried(key, field, text)
            except MoushiError as fault:
                self.waiting[key] = (field, text, self._reason(fault, key))
            else:
                del self.waiting[key]
                self._put(changed, layout)

    def _reason(self, fault: MoushiError, key: str) -> Message:
        """Why a value cannot be kept, with the name of the other value that stands in its way."""
        if not isinstance(fault, LayoutError):
            return fault.message
        if fault.key == key:
            return fault.reason
        return say("{field}: {reason}", field=label_of(fault.key), reason=fault.reason)


def label_of(key: str) -> Message:
    """The name of a key for a person."""
    for field in SHEET_FIELDS:
        if field.key == key:
            return field.label
    _, _, rest = key.partition("roles.")
    role, _, name = rest.partition(".")
    labels = {field.key: field.label for field in ROLE_FIELDS} | _ROLE_ONLY
    if role in ROLE_WORDS and name in labels:
        return say("{role}, {field}", role=ROLE_WORDS[role], field=labels[name])
    return say("{key}", key=key)


def paper_of(layout: Layout) -> tuple[str, bool]:
    """The name of the sheet, "" for another one, and whether it lies wide."""
    page = layout.page
    short, long = sorted((page.width_mm, page.height_mm))
    name = next((name for name, size in PAPERS.items() if (short, long) == size), "")
    return name, page.width_mm > page.height_mm


def sheet_values(layout: Layout, paper: str, *, wide: bool) -> dict[str, Value | None]:
    """Width and height of a sheet: of a named one, else of the present one turned."""
    short, long = PAPERS.get(paper) or sorted((layout.page.width_mm, layout.page.height_mm))
    width, height = (long, short) if wide else (short, long)
    return {"page.width_mm": _bare(width), "page.height_mm": _bare(height)}


def _bare(number: float) -> float:
    return int(number) if float(number).is_integer() else number
