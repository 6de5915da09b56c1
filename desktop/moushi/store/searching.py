"""Search: the text of each record by which it is found, and its sound; type-ahead over all kinds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Connection, case, func, literal, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from moushi.domain.record import Record, fields_of
from moushi.domain.records import KINDS, normal_name
from moushi.domain.sounds import BETWEEN, sought
from moushi.store.pinyin import sound_of
from moushi.store.schema import DERIVED_SEARCH

_NOT_SEARCHED = frozenset({"rank", "phone", "layout", "period", "sha256"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found by its text, and that text as it is compared (fields one per line)."""

    kind: type[Record]
    id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked for: as it is typed, and the parts of a sound that it may stand for."""

    text: str
    sounds: tuple[str, ...] = ()


def words_of(text: str) -> tuple[Word, ...]:
    """The words of what a person looks for; Latin letters before or after Chinese are words of their own."""
    return tuple(Word(word, sought(word)) for typed in text.split() for word in _parted(normal_name(typed)))


def _parted(word: str) -> Iterator[str]:
    begin = 0
    for at in range(1, len(word)):
        before, char = word[at - 1], word[at]
        if (before.isascii() and before.isalpha()) != (char.isascii() and char.isalpha()) and not (
            before.isascii() and char.isascii()
        ):
            yield word[begin:at]
            begin = at
    if word[begin:]:
        yield word[begin:]


def search_row(record: Record) -> dict[str, Any] | None:
    """The row by which a record is found; None when it holds no text."""
    texts = (
        normal_name(getattr(record, spec.name) or "")
        for spec in fields_of(type(record))
        if spec.type is str and spec.name not in _NOT_SEARCHED
    )
    text = "\n".join(filter(None, texts))
    row = {"kind": type(record).__name__, "record_id": record.id, "text": text}
    return {**row, "sound": sound_of(record)} if text else None


def search(
    connection: Connection, text: str, kinds: Collection[type[Record]] = (), limit: int = 50
) -> tuple[Hit, ...]:
    """The records whose text or sound holds every word of `text`; those that begin with it come first."""
    words = words_of(text)
    if not words:
        return ()
    held = DERIVED_SEARCH.c
    statement = select(held.kind, held.record_id, held.text).where(*map(holds, words))
    if kinds:  # the function keeps SQLite from walking the table by its key, row by random row
        kind = func.coalesce(held.kind, literal(""))
        statement = statement.where(kind.in_([kind.__name__ for kind in kinds]))
    begins = case((_begins(words[0]), 0), else_=1)
    statement = statement.order_by(begins, func.length(held.text), held.text, held.record_id).limit(limit)
    return tuple(Hit(KINDS[row.kind], row.record_id, row.text) for row in connection.execute(statement))


def holds(word: Word) -> ColumnElement[bool]:
    """Whether a row's text or sound holds a word."""
    held = DERIVED_SEARCH.c
    return or_(contains(held.text, word.text), *(contains(held.sound, part) for part in word.sounds))


def _begins(word: Word) -> ColumnElement[bool]:
    """Whether a row's text, or the sound of its name, begins with a word."""
    held = DERIVED_SEARCH.c
    initials = [func.substr(held.sound, 1, len(part)) == part for part in word.sounds]
    full = [contains(held.sound, f"{BETWEEN}{part}") for part in word.sounds]
    return or_(func.substr(held.text, 1, len(word.text)) == word.text, *initials, *full)


class contains(GenericFunction[bool]):  # noqa: N801 - the name of a function of SQL
    """Whether a text holds another one, letter by letter: SQLite's `instr`, PostgreSQL's `strpos`."""

    type = Boolean()
    inherit_cache = True


@compiles(contains)
def _contains(element: contains, compiler: SQLCompiler, **options: Any) -> str:
    return f"(instr({compiler.process(element.clauses, **options)}) > 0)"


@compiles(contains, "postgresql")
def _contains_postgresql(element: contains, compiler: SQLCompiler, **options: Any) -> str:
    return f"(strpos({compiler.process(element.clauses, **options)}) > 0)"
