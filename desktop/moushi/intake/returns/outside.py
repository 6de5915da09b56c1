"""What a workbook holds beside a form's tables: nothing of it is left unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from moushi.changes.model import Finding, Severity
from moushi.domain.cell_names import column_letters
from moushi.domain.return_book import without_marks
from moushi.errors import say
from moushi.intake.returns.cards import Card
from moushi.intake.returns.labels import money_above
from moushi.intake.returns.parts import Page, Part
from moushi.intake.returns.placing import Found
from moushi.intake.returns.subject import beside_cover, is_known_line
from moushi.intake.workbook import Sheet

_SHOWN_TEXTS = 3


def tell_outside(
    pages: Sequence[Page],
    covers: Sequence[Sheet],
    read: Sequence[Found],
    unread: Sequence[Found],
    chamber: str,
) -> list[Finding]:
    """Say what stands outside of tables and what is hidden; the findings on covers are given back."""
    for page in pages:
        own = [found for found in read if found.page is page]
        others = [found for found in unread if found.page is page]
        if own:
            _tell_texts(page, [*own, *others], chamber)
            _tell_hidden(page, own)
        elif not others:
            _tell_sheet(page)
        _tell_notes(page, own)
    return [finding for cover in covers for finding in _on_cover(cover)]


def _tell_texts(page: Page, found: Sequence[Found], chamber: str) -> None:
    covered = set().union(*(each.covered for each in found))
    covered |= {cell[0] for each in found if isinstance(each, Card) for cell in each.spoken}
    tables = [(each.words.form, each.words.table) for each in found]
    for row in range(len(page.sheet.rows)):
        if row in covered:
            continue
        texts = {
            column: text
            for column, text in page.grid.own(row).items()
            if not money_above(text) and not any(is_known_line(text, *table, chamber) for table in tables)
        }
        if texts:
            message = say(
                "“{text}” stands outside of the table and was left out.", text=" ".join(texts.values())
            )
            page.hint(row, min(texts), message, say("If it matters, enter it by hand."))


def _tell_hidden(page: Page, found: Sequence[Found]) -> None:
    sheet = page.sheet
    if sheet.is_hidden:
        message = say("The sheet “{name}” is hidden; it was read too.", name=sheet.name)
        page.hint(0, 0, message, say("If it is an old one, reject its edits."))
    places = sorted(
        {
            place
            for part in found
            if isinstance(part, Part)
            for place in part.fields
            if place in sheet.hidden_columns and next(part.filled(place), None)
        }
    )
    if places:
        names = "、".join(column_letters(place) for place in places)
        message = say("Hidden columns were read too: {names}.", names=names)
        page.hint(0, places[0], message, say("If they are not wanted, reject their edits."))


def _tell_sheet(page: Page) -> None:
    rows = range(len(page.sheet.rows))
    texts = [(row, column, text) for row in rows for column, text in page.grid.own(row).items()]
    if texts:
        some = "；".join(text for *_, text in texts[:_SHOWN_TEXTS]) + (
            "…" if len(texts) > _SHOWN_TEXTS else ""
        )
        message = say(
            "The sheet “{name}” holds no table of the form and was left out: {texts}",
            name=page.sheet.name,
            texts=some,
        )
        action = say("If it holds something to take in, copy that into the form's own sheet.")
        page.hint(texts[0][0], texts[0][1], message, action)


def _tell_notes(page: Page, found: Sequence[Found]) -> None:
    """Say the comments that are on no cell that is read."""
    if not page.sheet.notes:
        return
    read: set[tuple[int, int]] = set()
    for each in found:
        if isinstance(each, Card):
            read |= each.spoken
        else:
            read |= {(row, place) for row in each.rows for place in each.fields}
    for (row, column), text in page.sheet.notes.items():
        if (row, column) not in read:
            _note(page.findings, page.sheet, row, column, text)


def _note(findings: list[Finding], sheet: Sheet, row: int, column: int, text: str) -> None:
    text = without_marks(text)
    if not text:
        return
    message = say("Comment: {text}", text=text)
    action = say("Read what the chamber says; nothing of it is taken in.")
    findings.append(Finding(Severity.HINT, sheet.where(row, column), message, action))


def _on_cover(cover: Sheet) -> list[Finding]:
    findings: list[Finding] = []
    for line in beside_cover(cover):
        message = say("“{text}” stands on the cover and was left out.", text=line.text)
        action = say("Read what the chamber says; nothing of it is taken in.")
        findings.append(Finding(Severity.HINT, cover.where(line.row, line.column), message, action))
    for (row, column), text in cover.notes.items():
        _note(findings, cover, row, column, text)
    return findings
