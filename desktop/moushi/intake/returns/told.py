"""What is told of a return beside its changes: many of a kind are one finding that has all places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from moushi.changes.model import Severity
from moushi.errors import Message, say
from moushi.intake.list_draft import ListDraft
from moushi.intake.returns.reading import ReadCell, ReadRow

_CELL = re.compile(r"([A-Z]+)(\d+)")
_MOST_TEXTS = 12
_LONGEST = 60


class Kind(Enum):
    """What is gathered of a table."""

    LOCKED = "locked"
    UNSURE = "unsure"
    BLANK = "blank"
    BACK = "back"
    AGAIN = "again"
    NOBODY = "nobody"


_WORDS: dict[Kind, tuple[Severity, Message, Message]] = {
    Kind.LOCKED: (
        Severity.WARNING,
        say("cells that are only shown were changed, which was left out"),
        say("If it is right, change it by hand."),
    ),
    Kind.UNSURE: (
        Severity.HINT,
        say("it is not known what they held when the form was sent, and the records hold other values"),
        say("Look at the old values before you take them."),
    ),
    Kind.BLANK: (
        Severity.HINT,
        say("empty cells, for which the records hold values; these stay"),
        say("If one is to be emptied, do it by hand."),
    ),
    Kind.BACK: (
        Severity.HINT,
        say("as they were sent out, though an earlier file of this return has changed them; that stays"),
        say("If the earlier file was wrong, undo it or change the values by hand."),
    ),
    Kind.AGAIN: (
        Severity.HINT,
        say("an earlier file of this return says something else there"),
        say("Take this file's values only if it is the later one."),
    ),
    Kind.NOBODY: (
        Severity.HINT,
        say("only who reports is named, so nothing is reported"),
        say("If nothing was done, the row stays empty."),
    ),
}


@dataclass
class Told:
    """What one table of a return tells beside its changes."""

    title: str
    gathered: dict[Kind, list[str]] = field(default_factory=lambda: defaultdict(list))
    made: dict[str, list[tuple[ReadCell, Message]]] = field(default_factory=lambda: defaultdict(list))
    kept_nowhere: dict[str, list[ReadCell]] = field(default_factory=lambda: defaultdict(list))
    hidden: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # names of the rows that did not come back
    missing_at: str = ""

    def look_at(self, row: ReadRow) -> None:
        """Note what a row as such tells."""
        if row.is_hidden:
            self.hidden.append(row.where)

    def say_all(self, draft: ListDraft) -> None:
        """Say what was gathered."""
        for kind, places in self.gathered.items():
            severity, words, action = _WORDS[kind]
            message = say("{what}: {places}", what=words, places=places_inshort(places))
            draft.tell(severity, places[0], message, action)
        for label, cells in self.made.items():
            first, made = cells[0]
            message = say("“{label}”: {made}", label=label, made=made)
            if len(cells) > 1:
                message = say(
                    "{first}; so were {count} more cells of the column: {places}",
                    first=message,
                    count=len(cells) - 1,
                    places=places_inshort([cell.where for cell, _ in cells[1:]]),
                )
            action = say("If that is wrong, reject the value.")
            draft.tell(Severity.HINT, first.where, message, action)
        for label, told in self.kept_nowhere.items():
            message = say(
                "“{label}” is kept nowhere: {texts}",
                label=label,
                texts=_texts(told),
            )
            draft.tell(Severity.HINT, told[0].where, message, say("If it matters, enter it by hand."))
        if self.hidden:
            message = say("Hidden rows were read too: {places}", places=places_inshort(self.hidden))
            action = say("If they are not meant, reject what they change.")
            draft.tell(Severity.HINT, self.hidden[0], message, action)
        if self.missing:
            message = say(
                "{title}: {count} rows that were sent did not come back; nothing is deleted: {names}",
                title=self.title,
                count=len(self.missing),
                names=short("、".join(name for name in self.missing if name)),
            )
            action = say("If one has left or ended, ask for its day, or enter that by hand.")
            draft.tell(Severity.WARNING, self.missing_at, message, action)


def _texts(cells: Sequence[ReadCell]) -> str:
    words = [f"{_bare(cell.where)} “{short(cell.shown)}”" for cell in cells[:_MOST_TEXTS]]
    rest = [cell.where for cell in cells[_MOST_TEXTS:]]
    return "、".join(words) + (f"…{places_inshort(rest)}" if rest else "")


def short(text: str) -> str:
    """A text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _bare(where: str) -> str:
    return where.rpartition("!")[2]


def places_inshort(places: Iterable[str]) -> str:
    """Cells of one sheet in few words: D5–D8、D11; those below each other are joined."""
    columns: dict[str, list[int]] = defaultdict(list)
    others = []
    for place in dict.fromkeys(places):
        found = _CELL.fullmatch(_bare(place))
        if found:
            columns[found[1]].append(int(found[2]))
        else:
            others.append(place)
    words = []
    for letters, numbers in columns.items():
        for first, last in _runs(sorted(numbers)):
            words.append(f"{letters}{first}" if first == last else f"{letters}{first}–{letters}{last}")
    return "、".join([*words, *others])


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
