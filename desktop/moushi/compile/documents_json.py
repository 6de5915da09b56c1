"""Compiled articles as JSON, so that the journal of exports keeps what went out."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from moushi.compile.documents import ArticleDocument


def document_to_json(document: ArticleDocument) -> str:
    """The document as one JSON object; ids as text, fields by their names."""
    return json.dumps(
        dataclasses.asdict(document), default=str, ensure_ascii=False, check_circular=False, allow_nan=False
    )


def document_from_json(text: str) -> ArticleDocument:
    """The inverse of `document_to_json`; a field that the text lacks takes its default.

    `ValueError`, `TypeError` or `KeyError` when the text holds no such document.
    """
    document: ArticleDocument = _loaded(ArticleDocument, json.loads(text))
    return document


def _loaded(held: Any, value: Any) -> Any:
    """A JSON value as the type that a field is declared with."""
    if isinstance(held, types.UnionType):
        (present,) = (choice for choice in typing.get_args(held) if choice is not types.NoneType)
        return None if value is None else _loaded(present, value)
    if typing.get_origin(held) is tuple:
        return tuple(_loaded(typing.get_args(held)[0], part) for part in value)
    if dataclasses.is_dataclass(held) and isinstance(held, type):
        hints = _hints(held)
        return held(**{name: _loaded(hints[name], part) for name, part in dict(value).items()})
    if issubclass(held, StrEnum | UUID):
        return held(value)
    if held is Decimal:
        return _number(value)
    if type(value) is not held:
        raise TypeError(f"{value!r} is not {held.__name__}")
    return value


def _number(value: Any) -> Decimal:
    """An exact number that was written as text."""
    try:
        return Decimal(value)
    except ArithmeticError as fault:
        raise ValueError(f"{value!r} is not a number") from fault


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
