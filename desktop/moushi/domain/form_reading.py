"""Return forms read from small TOML files that a person may copy and adapt; `docs/forms.md` describes them.

A fault is told with its line, its key and the reason: a form that is not wholly right is not used at all.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, NoReturn, TypeGuard, TypeVar

from moushi.domain.form_rules import faults_of_field, faults_of_table, landings
from moushi.domain.return_book import NUMBER, SHEETS
from moushi.domain.returns import Earlier, FieldType, FormField, FormTable, ReturnForm, Rows
from moushi.domain.toml_places import Path, line_in, line_of, places
from moushi.errors import Message, MoushiError, say

_MOST_TABLES = 12
_MOST_FIELDS = 40
_MOST_CHOICES = 100
_MOST_ALIASES = 60
_MOST_BLANK = 2000
_MOST_VERSION = 999
_MOST_NUMBER = Decimal(10) ** 13
_LONGEST_CELL = 32_767  # of a cell of a workbook
_LONGEST_HELP = 255  # of what a workbook shows beside a cell
_LONGEST_ABOUT = 2000
_LONGEST_LABEL = 40
_LONGEST_SHEET = 31  # of a sheet's name
_WIDTHS = (2, 120)  # characters
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_UNFIT_SHEET = re.compile(r"[\[\]:*?/\\']")

_SYNTAX: Sequence[tuple[str, Message]] = (
    ("Expected '='", say("an equals sign is missing after the key")),
    ("Invalid value", say('what stands after the equals sign is no value: texts stand in quotes "…"')),
    ("Unterminated string", say("a closing quote is missing")),
    ("Expected '\"'", say("a closing quote is missing")),
    ("Illegal character", say("a closing quote is missing, or a sign stands here that cannot be in a text")),
    ("Unclosed array", say("a comma or the closing bracket ] is missing")),
    ("Unclosed inline table", say("a comma or the closing brace is missing")),
    ("Expected ']", say("the closing brackets of a table's heading are missing")),
    ("Expected newline", say("something stands after the value that does not belong there")),
    (
        "Invalid statement",
        say(
            "this line is neither a key with its value nor the heading of a table; a Chinese word before the "
            "equals sign stands in quotes"
        ),
    ),
    ("Cannot overwrite", say("this key stands here for the second time")),
    ("Duplicate inline", say("this key stands here for the second time")),
    ("Cannot declare", say("this table stands here for the second time; of several there is [[…]]")),
    ("Unescaped '\\'", say("a backslash in a text is written twice: \\\\")),
    ("Invalid date", say("this is no date")),
)


class FormError(MoushiError):
    """A form's file has a fault: on which line, at which key, and the reason."""

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return int(self.message.values["line"])

    @property
    def key(self) -> str:
        """The key, with the tables that it stands in: `table.field.type`; "" where the text is no TOML."""
        return str(self.message.values.get("key", ""))

    @property
    def reason(self) -> Message:
        """What is wrong: a clause that begins with "it" or a noun."""
        reason = self.message.values["reason"]
        assert isinstance(reason, Message)
        return reason


def folded(label: str) -> str:
    """A label by which it is compared: width of characters, spaces and capitals do not matter."""
    return "".join(unicodedata.normalize("NFKC", label).split()).casefold()


def parse_form(toml_text: str, name: str) -> ReturnForm:
    """Read a form from the text of its file; `FormError` when that has a fault."""
    text = toml_text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise _no_toml(name, text, fault) from fault
    return _form(_Reader(values, name, text), name)


def _no_toml(name: str, text: str, fault: Exception) -> FormError:
    told = str(fault)
    reason = next((reason for begins, reason in _SYNTAX if told.startswith(begins)), None)
    return FormError(
        "Form “{form}”, line {line}: {reason}. Correct the form's file and try again.",
        form=name,
        line=line_in(told, text) if isinstance(fault, tomllib.TOMLDecodeError) else 1,
        reason=reason or say("this is no valid TOML ({reason})", reason=told),
    )


# -- values of a table ---------------------------------------------------------------------------------------

_T = TypeVar("_T")


def _is_table(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_tables(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(map(_is_table, value))


def _is_flag(value: object) -> TypeGuard[bool]:
    return isinstance(value, bool)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> TypeGuard[int | Decimal]:
    if _is_whole(value):
        return abs(value) <= _MOST_NUMBER
    return isinstance(value, Decimal) and value.is_finite() and abs(value) <= _MOST_NUMBER


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(map(_is_text, value))


class _Reader:
    """A table of the file: takes values out, checks them, and tells the line of whatever is wrong."""

    def __init__(self, values: Mapping[str, Any], form: str, text: str, path: Path = ()) -> None:
        self._values, self._known = dict(values), list[str]()
        self._form, self._text, self._path = form, text, path

    def fault(self, key: str, reason: Message) -> NoReturn:
        """Refuse the form because of a key of this table, which may be missing."""
        path = (*self._path, *key.split("."))
        raise FormError(
            "Form “{form}”, line {line}, key {key}: {reason}. Correct the form's file and try again.",
            form=self._form,
            line=line_of(places(self._text), path),
            key=".".join(str(part) for part in path if isinstance(part, str)),
            reason=reason,
        )

    def _take(self, key: str, accept: Callable[[object], TypeGuard[_T]], reason: Message) -> _T | None:
        self._known.append(key)
        value = self._values.pop(key, None)
        if value is None:
            return None
        if not accept(value):
            self.fault(key, reason)
        return value

    def tables(self, key: str, most: int, least: int = 0) -> tuple[_Reader, ...]:
        reason = say("it must be tables, each with the heading [[{key}]]", key=".".join(self._names(key)))
        found = self._take(key, _is_tables, reason) or []
        if not least <= len(found) <= most:
            self.fault(key, say("there must be {least} to {most} of them", least=least, most=most))
        return tuple(
            _Reader(each, self._form, self._text, (*self._path, key, number))
            for number, each in enumerate(found)
        )

    def _names(self, key: str) -> list[str]:
        return [*(part for part in self._path if isinstance(part, str)), key]

    def text(self, key: str, longest: int, *, default: str | None = None, lines: bool = False) -> str:
        reason = say("it must be a text of no more than {most} characters in quotes", most=longest)
        value = self._take(key, _is_text, reason)
        if value is None:
            if default is None:
                self.fault(key, say("it is missing"))
            return default
        value = value.strip()
        if len(value) > longest or not (value.replace("\n", "") if lines else value).isprintable():
            self.fault(key, reason)
        if not value and default is None:
            self.fault(key, say("it is empty"))
        return value

    def identifier(self, key: str) -> str:
        value = self.text(key, _LONGEST_LABEL)
        if not _KEY.fullmatch(value):
            self.fault(key, say("it must be small Latin letters, digits and _, a letter first"))
        return value

    def texts(self, key: str, most: int, longest: int = _LONGEST_LABEL) -> tuple[str, ...]:
        reason = say('it must be a list of texts: ["…", "…"]')
        return self._checked(key, self._take(key, _is_texts, reason) or [], most, longest)

    def _checked(self, key: str, given: Iterable[str], most: int, longest: int) -> tuple[str, ...]:
        found = tuple(each.strip() for each in given)
        if len(found) > most:
            self.fault(key, say("there must be no more than {most} of them", most=most))
        for each in found:
            if not each or len(each) > longest or not each.isprintable():
                self.fault(
                    key,
                    say("“{text}” must be a text of 1 to {most} characters", text=each[:50], most=longest),
                )
        return found

    def pairs(self, key: str, most: int) -> Mapping[str, str]:
        """Texts to texts; a list stands for words that are kept as they are."""
        value = self._values.get(key)
        if isinstance(value, list):
            words = self.texts(key, most)
            if len(set(words)) < len(words):
                self.fault(key, say("a word stands there twice"))
            return {word: word for word in words}
        reason = say("it must be a list of texts, or a table of texts")
        table = self._take(key, _is_table, reason) or {}
        if not _is_texts(list(table.values())):
            self.fault(key, reason)
        keys = self._checked(key, table, most, 2 * _LONGEST_LABEL)
        kept = self._checked(key, table.values(), most, _LONGEST_LABEL)
        return dict(zip(keys, kept, strict=True))

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._take(key, _is_flag, say("it must be true or false"))
        return default if value is None else value

    def number(self, key: str) -> Decimal | None:
        reason = say("it must be a number, and no larger than {most}", most=f"{_MOST_NUMBER:,}")
        value = self._take(key, _is_number, reason)
        return None if value is None else Decimal(value)

    def whole(self, key: str, least: int, most: int) -> int | None:
        reason = say("it must be a whole number from {least} to {most}", least=least, most=most)
        value = self._take(key, _is_whole, reason)
        if value is not None and not least <= value <= most:
            self.fault(key, reason)
        return value

    def one_of(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        value = self.text(key, 2 * _LONGEST_LABEL, default=default)
        if value != default and value not in known:
            if near := get_close_matches(value, known, 1):
                self.fault(key, say("“{value}” is not known (is “{near}” meant?)", value=value, near=near[0]))
            reason = say(
                "“{value}” is not known; it must be one of {choices}", value=value, choices="、".join(known)
            )
            self.fault(key, reason)
        return value

    def finish(self) -> None:
        """Refuse what is left: a key that nobody reads is most likely a slip of the pen."""
        for key in self._values:
            if near := get_close_matches(key, self._known, 1):
                self.fault(key, say("this key is not known (is “{near}” meant?)", near=near[0]))
            self.fault(key, say("this key is not known; known are {known}", known=", ".join(self._known)))


# -- form, tables, fields ------------------------------------------------------------------------------------


def _form(reader: _Reader, name: str) -> ReturnForm:
    title = reader.text("title", _LONGEST_LABEL)
    version = reader.whole("version", 1, _MOST_VERSION)
    if version is None:
        reader.fault("version", say("it is missing"))
    about = reader.text("about", _LONGEST_ABOUT, default="", lines=True)
    tables: list[FormTable] = []
    for each in reader.tables("table", _MOST_TABLES, 1):
        table = _table(each)
        if any(table.key == other.key for other in tables):
            each.fault("key", say("another table has this key"))
        if any(folded(table.title) == folded(other.title) for other in tables):
            each.fault("title", say("another table has this title, and each sheet needs one of its own"))
        tables.append(table)
    earlier = _earlier(reader, version, tables)
    reader.finish()
    return ReturnForm(name, version, title, tuple(tables), about, earlier)


def _table(reader: _Reader) -> FormTable:
    key = reader.identifier("key")
    title = reader.text("title", _LONGEST_SHEET)
    if _UNFIT_SHEET.search(title) or folded(title) in map(folded, SHEETS):
        reader.fault("title", say("no sheet can have this name: take another one, without [ ] : * ? / \\ '"))
    rows = Rows(reader.one_of("rows", [each.value for each in Rows]))
    aliases = reader.texts("aliases", _MOST_ALIASES)
    blank = reader.whole("blank", 0, _MOST_BLANK) or 0
    explained = reader.text("help", _LONGEST_ABOUT, default="", lines=True)
    readers = reader.tables("field", _MOST_FIELDS, 1)
    fields = [_field(each, rows) for each in readers]
    _check_apart(readers, fields)
    reader.finish()
    table = FormTable(key, title, rows, tuple(fields), aliases, blank, explained)
    for fault in faults_of_table(table):
        reader.fault(fault.key, fault.reason)
    return table


def _check_apart(readers: Sequence[_Reader], fields: Sequence[FormField]) -> None:
    """No two fields may be taken for one another, by key, by label or by where they land."""
    names = {folded(NUMBER): ("", NUMBER)}  # to the key and the label of the field
    keys: dict[str, str] = {}
    lands: dict[str, str] = {}
    for reader, field in zip(readers, fields, strict=True):
        if field.key in keys:
            reader.fault("key", say("the field “{other}” has this key too", other=keys[field.key]))
        keys[field.key] = field.label
        if field.lands and field.lands in lands:
            reader.fault("lands", say("the field “{other}” lands there too", other=lands[field.lands]))
        lands[field.lands] = field.label
        for key, name in (("label", field.label), *(("aliases", alias) for alias in field.aliases)):
            owner, other = names.setdefault(folded(name), (field.key, field.label))
            if owner != field.key:
                reader.fault(
                    key, say("“{name}” is a name of the field “{other}” too", name=name, other=other)
                )


def _field(reader: _Reader, rows: Rows) -> FormField:
    lands = reader.one_of("lands", landings(rows), "")
    field = FormField(
        key=reader.identifier("key"),
        label=reader.text("label", _LONGEST_LABEL),
        type=FieldType(reader.one_of("type", [each.value for each in FieldType])),
        lands=lands,
        aliases=reader.texts("aliases", _MOST_ALIASES),
        unit=reader.text("unit", _LONGEST_LABEL, default=""),
        is_required=reader.flag("required", default=False),
        least=reader.number("least"),
        most=reader.number("most"),
        longest=reader.whole("longest", 1, _LONGEST_CELL),
        choices=reader.pairs("choices", _MOST_CHOICES),
        help=reader.text("help", _LONGEST_HELP, default="", lines=True),
        is_prefilled=reader.flag("prefilled", default=bool(lands)),
        is_locked=reader.flag("locked", default=False),
        width=reader.whole("width", *_WIDTHS),
    )
    reader.finish()
    for fault in faults_of_field(field, rows):
        reader.fault(fault.key, fault.reason)
    return field


def _earlier(reader: _Reader, version: int, tables: Sequence[FormTable]) -> tuple[Earlier, ...]:
    """The older versions; labels of then stand as `table:label`."""
    found: list[Earlier] = []
    for each in reader.tables("earlier", _MOST_VERSION):
        then = each.whole("version", 1, _MOST_VERSION)
        if then is None or then >= version or any(then == other.version for other in found):
            each.fault("version", say("it must be a version before {version}, each once", version=version))
        renamed = each.pairs("renamed", _MOST_FIELDS * _MOST_TABLES)
        for label, key in renamed.items():
            table = _table_of(each, "renamed", label, tables)
            if table.field(key) is None:
                near = get_close_matches(key, [field.key for field in table.fields], 1)
                each.fault(
                    "renamed",
                    say("“{value}” is not known (is “{near}” meant?)", value=key, near=near[0])
                    if near
                    else say("the table “{table}” has no field {key}", table=table.key, key=key),
                )
        dropped = each.texts("dropped", _MOST_FIELDS * _MOST_TABLES, 2 * _LONGEST_LABEL)
        for label in dropped:
            _table_of(each, "dropped", label, tables)
        each.finish()
        found.append(Earlier(then, renamed, dropped))
    return tuple(found)


def _table_of(reader: _Reader, key: str, label: str, tables: Sequence[FormTable]) -> FormTable:
    table_key, mark, name = label.partition(":")
    table = next((table for table in tables if table.key == table_key and mark and name.strip()), None)
    if table is None:
        reader.fault(key, say("“{label}” must be the key of a table, a colon and a label", label=label))
    return table
