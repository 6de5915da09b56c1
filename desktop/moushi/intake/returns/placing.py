"""Which stretches of a workbook are which of a form's tables, and which of several copies counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moushi.changes.model import Severity
from moushi.compile.return_document import Hidden
from moushi.domain.returns import Rows
from moushi.errors import say
from moushi.intake.asides import TITLE
from moushi.intake.returns.cards import Card, find_card
from moushi.intake.returns.headers import Finder, Header, Match
from moushi.intake.returns.labels import Words, money_above
from moushi.intake.returns.parts import Page, Part
from moushi.intake.returns.rows import number_of
from moushi.intake.returns.subject import is_known_line, names_table

_TITLE_ROWS = 6
_LONGEST_TITLE = 60
_TITLED = 3.0  # what a title weighs, in columns
_SURELY = 0.8
_MOST = 0.6  # of the labels, by which a table is known without the hidden sheet

Found = Part | Card


def cards_of(page: Page, words: Sequence[Words]) -> list[Card]:
    """The cards on a page, of each table the version that fits best; one where tables share the lines."""
    best: dict[tuple[str, str], Card] = {}
    for each in words:
        card = find_card(page, each) if each.table.rows is Rows.CHAMBER else None
        held = best.get(card.key) if card else None
        if card and (held is None or len(card.labels) > len(held.labels)):
            best[card.key] = card
    cards = sorted(best.values(), key=lambda card: -len(card.labels))
    kept: list[Card] = []
    for card in cards:
        if all(card.last < other.first or card.first > other.last for other in kept):
            kept.append(card)
    return kept


def parts_of(page: Page, finder: Finder, cards: Sequence[Card], *, is_named: bool) -> list[Part]:
    """The tables on a page that have a header, those whose header stands in a card left out.

    `is_named` when the workbook is known to be a return, or the sheet is named for one of its tables.
    """
    headers = [
        header
        for header in finder.headers(page.grid, page.sheet.rows, is_named=is_named)
        if not any(card.first <= header.last and header.first <= card.last for card in cards)
    ]
    parts: list[Part] = []
    begins = [_title_begin(page, header, number, headers) for number, header in enumerate(headers)]
    for number, header in enumerate(headers):
        end = begins[number + 1] if number + 1 < len(headers) else page.grid.height
        for card in cards:
            if header.last < card.first < end:
                end = _above(page, card.first, header.last, card.words)
        titles = tuple(
            text for row in range(begins[number], header.first) for text in page.grid.own(row).values()
        )
        previous = parts[-1] if parts else None
        if previous and previous.header.headings == header.headings and set(titles) <= set(previous.titles):
            previous.ranges.append((header.last + 1, end))
            previous.heads.append((header.first, header.last))
            continue
        money = next((unit for text in titles if (unit := money_above(text))), "")
        part = Part(page, header, begins[number], [(header.last + 1, end)], titles, money=money)
        part.heads.append((header.first, header.last))
        parts.append(part)
    return parts


def _title_begin(page: Page, header: Header, number: int, headers: Sequence[Header]) -> int:
    """Where the lines above a header begin that belong to it."""
    if not number:
        return 0
    return _above(page, header.first, headers[number - 1].last, header.matches[0].words)


def _above(page: Page, first: int, last: int, words: Words) -> int:
    """Where the titles above a row begin, below a row that is another's."""
    grid, row, met = page.grid, first, 0
    while row - 1 > last and met < _TITLE_ROWS:
        own = grid.own(row - 1)
        if own:
            (column, text), *others = own.items()
            is_known = is_known_line(text, words.form, words.table, "")
            stands_apart = (
                is_known or grid.span(row - 1, column) > 1 or TITLE.search(text) or money_above(text)
            )
            if others or (len(text) > _LONGEST_TITLE and not is_known) or not stands_apart:
                break
            met += 1
        row -= 1
    return row


def place(parts: Sequence[Part], cards: Sequence[Card], hidden: Hidden | None) -> None:
    """Say of each part which table it is: by its columns and by its title or its sheet's name."""
    taken: set[tuple[str, str]] = {card.key for card in cards}
    for card in cards:
        card.named = _named(card.words, card.page.sheet.name, _card_titles(card))
    for part in parts:
        ranked = [(_weight(part, match, hidden, taken), match) for match in part.header.matches]
        part.match = max(ranked, key=lambda each: each[0])[1]
        part.named = _named(part.match.words, part.page.sheet.name, part.titles)
        taken.add(part.key)


def _card_titles(card: Card) -> list[str]:
    rows = range(max(0, card.first - _TITLE_ROWS), card.first)
    return [text for row in rows for text in card.page.grid.own(row).values()]


def _named(words: Words, sheet: str, titles: Sequence[str]) -> float:
    told = max((names_table(title, words.form, words.table) for title in titles), default=0.0)
    return max(told, names_table(sheet, words.form, words.table))


def _weight(
    part: Part, match: Match, hidden: Hidden | None, taken: set[tuple[str, str]]
) -> tuple[float, bool]:
    words = match.words
    titled = max((names_table(title, words.form, words.table) for title in part.titles), default=0.0)
    sheet = part.page.sheet.name
    named = names_table(sheet, words.form, words.table)
    if hidden and hidden.titles.get(words.table.key) == sheet:
        named = 1.0
    evidence = titled + (0.5 if titled else 1.0) * named
    is_sent = hidden is not None and words.table.key in hidden.rows and words.form.name in hidden.forms
    return match.score + _TITLED * evidence + 0.5 * is_sent, (words.form.name, words.table.key) not in taken


def is_return(parts: Sequence[Part], cards: Sequence[Card], *, has_cover: bool) -> bool:
    """Whether tables without a hidden sheet are those of a form, and no list or table of another kind."""
    if has_cover and (parts or cards):
        return True
    for part in parts:
        fields = part.words.table.fields
        required = {each.key for each in fields if each.is_required}
        enough = part.found.labels >= max(_MOST * len(fields), 2) and required <= part.found.keys
        if enough and part.named >= _SURELY:
            return True
    return any(
        card.named >= _SURELY and len(card.labels) >= _MOST * len(card.words.table.fields) for card in cards
    )


# -- copies --------------------------------------------------------------------------------------------------


def chosen(
    parts: Sequence[Part], cards: Sequence[Card], hidden: Hidden | None
) -> Iterator[tuple[Found, ...]]:
    """For each table the parts that count, in the order of the forms; of copies one, the others said."""
    groups: dict[tuple[str, str], list[tuple[Found, ...]]] = {}
    for card in cards:
        groups.setdefault(card.key, []).append((card,))
    for part in parts:
        held = groups.setdefault(part.key, [])
        last = held[-1][-1] if held else None
        goes_on = isinstance(last, Part) and last.page is part.page and not part.titles
        if goes_on:
            held[-1] = (*held[-1], part)
        else:
            held.append((part,))
    for key, several in groups.items():
        yield _one_of(several, hidden.titles.get(key[1], "") if hidden else "")


def _one_of(several: Sequence[tuple[Found, ...]], title: str) -> tuple[Found, ...]:
    """The one of several copies that counts; all where each goes on from the one before."""
    if len(several) == 1:
        return several[0]
    ranked = sorted(
        several,
        key=lambda found: (
            found[0].page.sheet.is_hidden,
            -_filled(found),
            found[0].page.sheet.name != title,
            found[0].page.index,
        ),
    )
    best = ranked[0]
    name = best[0].words.table.title
    if _go_on(several):
        for found in several[1:]:
            message = say("The table “{table}” goes on here; both were read.", table=name)
            action = say("If these rows are old ones, reject what they bring.")
            found[0].page.hint(found[0].top, 0, message, action)
        return tuple(each for found in several for each in found)
    for found in several:
        if found is best:
            continue
        is_same = _texts(found) == _texts(best)
        message = say(
            "The table “{table}” is here once more; the one on the sheet “{sheet}” was read.",
            table=name,
            sheet=best[0].page.sheet.name,
        )
        action = say("If this one is right, delete the other and take the file in again.")
        severity = Severity.HINT if is_same else Severity.WARNING
        found[0].page.tell(severity, found[0].top, 0, message, action)
    return best


def _texts(several: Sequence[Found]) -> list[tuple[str, ...]]:
    texts = []
    for found in several:
        texts += [tuple(own.values()) for row in found.rows if (own := found.page.grid.own(row))]
    return texts


def _filled(several: Sequence[Found]) -> int:
    return sum(map(len, _texts(several)))


def _go_on(several: Sequence[Sequence[Found]]) -> bool:
    """Whether tables have no number and no name in common, so that they are one in several pieces."""
    numbers: set[int] = set()
    names: set[str] = set()
    for found in several:
        part = found[0]
        if not isinstance(part, Part) or part.header.number is None or part.page.sheet.is_hidden:
            return False
        rows = _identified(part, part.header.number)
        if not rows or numbers & rows.keys() or names & set(rows.values()):
            return False
        numbers |= rows.keys()
        names |= set(rows.values())
    return True


def _identified(part: Part, number: int) -> Mapping[int, str]:
    """The numbers of the rows that hold something, each with what stands first in its row."""
    found = {}
    for row in part.rows:
        own = part.page.grid.own(row)
        counted = number_of(own.pop(number, ""))
        if counted is not None and own:
            found[counted] = next(iter(own.values()))
    return found
