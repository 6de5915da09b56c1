"""Limits, drop-downs and input help of a chamber's form, as the data validation of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from moushi.domain.numbers import plain, shifted
from moushi.domain.return_book import HIDDEN_SHEET
from moushi.domain.returns import FieldType, FormField
from moushi.output.excel import return_words as words

_LONGEST_PROMPT, _LONGEST_TITLE, _LONGEST_LIST = 240, 30, 250
_GREATEST = Decimal(10**12)  # Excel wants two ends for a whole number
_NEWEST = date(2199, 12, 31)
_OLDEST = date(1900, 3, 1)
_EPOCH = date(1899, 12, 30)
_LEAST_PHONE, _LONGEST_PHONE = 7, 40
_USCC = 18


class Lists:
    """Choices too long for a rule: lines of the hidden sheet, to which the rules then point."""

    def __init__(self, lines: int) -> None:
        """Begin below so many lines of the hidden sheet."""
        self._above = lines
        self.rows: list[tuple[str, ...]] = []

    def source(self, choices: Sequence[str]) -> str:
        """What a list's rule names as its choices."""
        joined = ",".join(choices)
        if len(joined) <= _LONGEST_LIST and not any("," in word or '"' in word for word in choices):
            return f'"{joined}"'
        line = ("choices", *choices)
        if line not in self.rows:
            self.rows.append(line)
        number = self._above + self.rows.index(line) + 1
        last = get_column_letter(len(line))
        return f"{quote_sheetname(HIDDEN_SHEET)}!$B${number}:${last}${number}"


def rule_of(field: FormField, cells: Iterable[str], lists: Lists) -> DataValidation | None:
    """The rule of a field for ranges of cells; None where anything goes and nothing is to be said."""
    rule = _limits(field, lists)
    prompt = words.help_of(field)
    if rule is None:
        if not prompt:
            return None
        rule = DataValidation()
    else:
        rule.showErrorMessage = True
        rule.errorTitle = words.WRONG
        rule.error = words.fault_of(field, *ends_of(field))[:_LONGEST_PROMPT]
    if prompt:
        rule.showInputMessage = True
        rule.promptTitle = field.label[:_LONGEST_TITLE]
        rule.prompt = prompt[:_LONGEST_PROMPT]
    rule.allowBlank = True
    for ref in cells:
        rule.add(ref)
    return rule


def ends_of(field: FormField) -> tuple[Decimal | None, Decimal | None]:
    """The limits of a number as its cell holds it: shares as fractions of 1."""
    if field.type is not FieldType.SHARE or field.unit != "%":
        return field.least, field.most
    least, most = (None if end is None else shifted(end, -2) for end in (field.least, field.most))
    return least, most


def _limits(field: FormField, lists: Lists) -> DataValidation | None:
    match field.type:
        case FieldType.CHOICE | FieldType.ANSWER:
            choices = list(field.choices) or [words.YES, words.NO]
            return DataValidation(type="list", formula1=lists.source(choices))
        case FieldType.TEXT if field.longest is None:
            return None
        case FieldType.PERIOD:
            return None
        case _:
            kind, low, high = _ends_in_cells(field)
            rule = DataValidation(type=kind, operator="between", formula1=low, formula2=high)
            if field.type is FieldType.PHONE:
                rule.errorStyle = "warning"  # extensions and second numbers may be right
            return rule


_Kind = Literal["whole", "decimal", "date", "textLength"]


def _ends_in_cells(field: FormField) -> tuple[_Kind, str, str]:
    """The kind of limit and its two ends, as Excel takes them."""
    match field.type:
        case FieldType.DATE:
            return "date", str((_OLDEST - _EPOCH).days), str((_NEWEST - _EPOCH).days)
        case FieldType.USCC:
            return "textLength", str(_USCC), str(_USCC)
        case FieldType.PHONE:
            return "textLength", str(_LEAST_PHONE), str(_LONGEST_PHONE)
        case FieldType.TEXT:
            return "textLength", "0", str(field.longest)
    least, most = ends_of(field)
    low, high = plain(-_GREATEST if least is None else least), plain(_GREATEST if most is None else most)
    return "whole" if field.type is FieldType.WHOLE else "decimal", low, high
