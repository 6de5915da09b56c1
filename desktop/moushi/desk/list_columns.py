"""Columns of lists for a person to look at before they are read: what each is taken for, kept by header.

What was said of a header is kept in the store, so that the next file of that kind needs no question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from moushi.desk.desk import Desk
from moushi.desk.form_shelf import forms_of
from moushi.desk.reviewing import Report, files_in
from moushi.desk.stepping import Step, on_and_on, paced
from moushi.domain.cell_names import column_letters
from moushi.errors import Message, say
from moushi.intake.grid import Grid
from moushi.intake.list_columns import Column, Confidence, Header, Layout, Layouts, unknown_header
from moushi.intake.list_content import IDENTITY
from moushi.intake.list_meanings import LIST_WORDS, MEANING_WORDS, ListKind, Meaning
from moushi.intake.list_table import sheets_with_headers
from moushi.intake.list_words import KEYS, MEANINGS, hinted, is_set_aside, named
from moushi.intake.returns.finding import is_marked, read_return
from moushi.intake.source import FileKind, SourceFile, UnreadableError, file_kind, read_source
from moushi.intake.tables import holds_tasks
from moushi.intake.workbook import Sheet, read_workbook

__all__ = [
    "CONFIDENCE_WORDS",
    "LIST_WORDS",
    "MEANINGS",
    "MEANING_WORDS",
    "Confidence",
    "ListKind",
    "Meaning",
    "Question",
    "answered",
    "fault_of",
    "kept_layouts",
    "letters",
    "of_kind",
    "questions",
    "questions_again",
    "remember",
    "unread",
    "without",
]

_KEPT = "lists.columns"
_MOST_KEPT = 200
_SAMPLES = 4
_SAMPLED = 50  # rows
_FIRST_ROWS = 12
_VEIL = "•••"  # for what is not needed, such as identity-card numbers

CONFIDENCE_WORDS: Mapping[Confidence, Message] = {
    Confidence.CHOSEN: say("chosen"),
    Confidence.NAMED: say("by its name"),
    Confidence.HINTED: say("likely, by its name"),
    Confidence.GUESSED: say("guess, by its values"),
    Confidence.DOUBTED: say("doubtful: values differ"),
    Confidence.NEEDLESS: say("not needed"),
    Confidence.UNKNOWN: say("unknown"),
}
"""How surely a column is known, in words."""


@dataclass(frozen=True, slots=True)
class Question:
    """One table of which a person is to say what its columns hold.

    `samples` are some values of each column, `rows` the first rows of the sheet as they stand, from its
    `first_row` (from 0), as wide as the header.
    """

    source: Path | SourceFile
    file: str
    sheet: str
    header: Header
    samples: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int

    @property
    def kind(self) -> ListKind:
        """What its rows are taken for."""
        return self.header.kind


def questions(
    desk: Desk, sources: Iterable[Path | SourceFile], report: Report = lambda _done, _of: None
) -> list[Question]:
    """The tables of lists whose columns nobody has looked at; unreadable files are left to the review.

    `report` is called at each file and ends the work when it raises.
    """
    kept = kept_layouts(desk)
    found: list[Question] = []
    met: set[str] = set()
    for source in _files(sources):
        report(0, 0)
        with suppress(UnreadableError):
            file = read_source(source) if isinstance(source, Path) else source
            if file_kind(file) is FileKind.WORKBOOK:
                step = paced(partial(report, 0, 0))
                found += _questions_of(desk, source, file, kept, met, step=step)
    return found


def _files(sources: Iterable[Path | SourceFile]) -> Iterator[Path | SourceFile]:
    for source in sources:
        if isinstance(source, Path) and source.is_dir():
            with suppress(OSError):
                yield from files_in(source)
        else:
            yield source


def without(sources: Iterable[Path | SourceFile], out: Path | SourceFile) -> tuple[Path | SourceFile, ...]:
    """What was taken in together, but for one file; a folder that holds it becomes its other files."""
    return tuple(
        each
        for source in sources
        for each in (_files([source]) if isinstance(out, Path) and source == out.parent else [source])
        if each != out
    )


def questions_again(desk: Desk, source: Path | SourceFile) -> list[Question]:
    """All tables of a file, with what was said of their columns before; `UnreadableError` as it says."""
    file = read_source(source) if isinstance(source, Path) else source
    if file_kind(file) is not FileKind.WORKBOOK:
        return []
    return _questions_of(desk, source, file, kept_layouts(desk), set(), again=True)


def _questions_of(
    desk: Desk,
    source: Path | SourceFile,
    file: SourceFile,
    kept: Layouts,
    met: set[str],
    *,
    again: bool = False,
    step: Step = on_and_on,
) -> list[Question]:
    workbook = read_workbook(file)
    sheets: Sequence[tuple[Sheet, Sequence[Header]]] = list(sheets_with_headers(workbook.kept, kept))
    if holds_tasks(sheets) or any(is_marked(sheet) for sheet, _ in sheets):
        return []
    if not any(headers for _, headers in sheets):
        sheets = [
            (sheet, [header])
            for sheet, _ in sheets
            if not sheet.is_hidden and (header := unknown_header(Grid(sheet)))
        ][:1]
    asked: list[tuple[Sheet, Header]] = []
    here: set[str] = set()
    for sheet, headers in sheets:
        for header in headers:
            if header.fingerprint not in met | here and (again or not header.is_chosen):
                asked.append((sheet, header))
            here.add(header.fingerprint)
    if asked and read_return(file, forms_of(desk), step, workbook.seen) is not None:
        return []  # one whose hidden sheet is lost is no list either
    met |= here
    return [_question(source, file, sheet, Grid(sheet), header) for sheet, header in asked]


def _question(
    source: Path | SourceFile, file: SourceFile, sheet: Sheet, grid: Grid, header: Header
) -> Question:
    below = range(header.last + 1, min(grid.height, header.last + 1 + _SAMPLED))
    texts = [[text for row in below if (text := grid.text(row, column.place))] for column in header.columns]
    veiled = [
        is_set_aside(column.name) or any(map(IDENTITY.fullmatch, found))
        for column, found in zip(header.columns, texts, strict=True)
    ]
    samples = tuple(
        (_VEIL,) * bool(found) if is_veiled else tuple(dict.fromkeys(found))[:_SAMPLES]
        for found, is_veiled in zip(texts, veiled, strict=True)
    )
    first = max(header.first, 0)
    rows = tuple(
        tuple(
            _VEIL if is_veiled and row > header.last and text else text
            for column, is_veiled in zip(header.columns, veiled, strict=True)
            for text in (grid.text(row, column.place),)
        )
        for row in range(first, min(grid.height, first + _FIRST_ROWS))
    )
    return Question(source, file.name, sheet.name, header, samples, rows, first)


def answered(question: Question, kind: ListKind, meanings: Sequence[Meaning]) -> Question:
    """The question with what a person says of the kind of list and of each column."""
    columns = tuple(
        replace(column, meaning=meaning)
        for column, meaning in zip(question.header.columns, meanings, strict=True)
    )
    return replace(question, header=replace(question.header, kind=kind, columns=columns))


def of_kind(question: Question, kind: ListKind) -> Question:
    """The same table as a list of another kind: what its columns hold then, by their names."""
    taken: set[Meaning] = set()
    meanings: list[Meaning] = []
    for column in question.header.columns:
        kept = column.meaning if column.meaning in MEANINGS[kind] else None
        meaning = named(kind, column.name) or kept or hinted(kind, column.name) or Meaning.UNREAD
        meaning = Meaning.UNREAD if meaning in taken else meaning
        meanings.append(meaning)
        taken |= {meaning} - {Meaning.UNREAD}
    return answered(question, kind, meanings)


def fault_of(question: Question) -> Message | None:
    """What keeps the table from being read so; None when nothing does."""
    said = [column.meaning for column in question.header.columns if column.meaning is not Meaning.UNREAD]
    twice = next((meaning for n, meaning in enumerate(said) if meaning in said[:n]), None)
    if twice is not None:
        return say(
            "Two columns are “{meaning}”. Only one can be: choose another for one of them.",
            meaning=_word(twice),
        )
    keys = KEYS[question.kind]
    if not set(keys) & set(said):
        return say("Say which column is “{meaning}”: the rows are known by it.", meaning=_word(keys[0]))
    return None


def unread(question: Question) -> tuple[str, ...]:
    """The columns with values that stay unread."""
    return tuple(
        column.label
        for column, samples in zip(question.header.columns, question.samples, strict=True)
        if column.meaning is Meaning.UNREAD and samples
    )


def letters(column: Column) -> str:
    """A column's letters."""
    return column_letters(column.place)


def _word(meaning: Meaning) -> Message:
    return MEANING_WORDS[meaning]


# -- remembering -------------------------------------------------------------------------------------------


def remember(desk: Desk, answers: Iterable[Question]) -> None:
    """Keep what a person has said; `MoushiError` when the store takes nothing."""
    held = _stored(desk)
    for question in answers:
        header = question.header
        held.pop(header.fingerprint, None)  # the newest stands last
        held[header.fingerprint] = {
            "kind": header.kind.value,
            "columns": {column.key: column.meaning.value for column in header.columns},
        }
    desk.store.put_setting(_KEPT, dict(list(held.items())[-_MOST_KEPT:]))


def kept_layouts(desk: Desk) -> Layouts:
    """What was said of headers; what another version wrote otherwise is left out."""
    found: dict[str, Layout] = {}
    for fingerprint, held in _stored(desk).items():
        with suppress(KeyError, ValueError, TypeError, AttributeError):
            columns = {str(key): Meaning(meaning) for key, meaning in held["columns"].items()}
            found[fingerprint] = Layout(ListKind(held["kind"]), columns)
    return found


def _stored(desk: Desk) -> dict[str, Any]:
    held = desk.store.setting(_KEPT)
    return dict(held) if isinstance(held, dict) else {}
