"""Which row of a return is which known one: by what identifies it, then by the number printed in it.

Rows may come back sorted, with others between them, or with some gone. The printed number tells twins apart,
and finds a row whose name was changed; alone it proves nothing, since people number anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from moushi.intake.returns.reading import ReadRow

Key = tuple[str, object]
"""By what a row is known: which sort of key, and its value; one of the sort WEAK only bears a number out."""

WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the record that it is about; None for a new one.

    `twin` is an earlier row about the same. `by_number` when only the printed number says so. `several` are
    those that it may be, when it is not known which.
    """

    row: ReadRow
    record: UUID | None = None
    twin: ReadRow | None = None
    by_number: bool = False
    several: tuple[UUID, ...] = ()


def match_rows(
    rows: Sequence[ReadRow],
    sent: Container[UUID],
    known: Callable[[], Mapping[UUID, Iterable[Key]]],
    keys_of: Callable[[ReadRow], Sequence[Key]],
    is_plainly: Callable[[ReadRow], bool] = lambda _row: False,
    differ: Callable[[ReadRow, UUID], bool] = lambda _row, _record: False,
) -> list[Match]:
    """What each row is about, in the rows' order.

    `is_plainly` says at a glance that a row is what its number says, of those `sent`. Where that is not so of
    all rows, `known` is asked for the records with the keys under which each is known, `keys_of` for those of
    a row, the strongest sort first; `differ` says that a row cannot be a record, whatever else is alike.
    """
    work = _Matching(known, keys_of, differ)
    left = [row for row in rows if not (row.record in sent and is_plainly(row) and work.claim(row))]
    if left:
        work.rest(left)
    return [work.found.get(id(row)) or Match(row) for row in rows]


class _Matching:
    def __init__(
        self,
        known: Callable[[], Mapping[UUID, Iterable[Key]]],
        keys_of: Callable[[ReadRow], Sequence[Key]],
        differ: Callable[[ReadRow, UUID], bool],
    ) -> None:
        self._known = known
        self._keys_of = keys_of
        self._differ = differ
        self._claimed: dict[UUID, ReadRow] = {}
        self.found: dict[int, Match] = {}

    def claim(self, row: ReadRow, record: UUID | None = None, *, by_number: bool = False) -> bool:
        """Have a row be about a record, its own by number if none is named; False when another is that."""
        number = record or row.record
        if number is None or number in self._claimed:
            return False
        self._claimed[number] = row
        self.found[id(row)] = Match(row, number, by_number=by_number)
        return True

    def rest(self, rows: Sequence[ReadRow]) -> None:
        """Find what the rows are about that are not plainly what their numbers say."""
        index: dict[Key, list[UUID]] = defaultdict(list)
        own: dict[UUID, set[Key]] = {}
        for number, known in self._known().items():
            own[number] = set(known)
            for key in own[number]:
                index[key].append(number)
        keys = {id(row): self._keys_of(row) for row in rows}
        for row in rows:  # number and a key agree
            if row.record in own and not own[row.record].isdisjoint(keys[id(row)]):
                self.claim(row)
        sorts = list(dict.fromkeys(sort for some in keys.values() for sort, _ in some if sort != WEAK))
        for sort in sorts:
            for row in rows:
                if id(row) not in self.found:
                    self._by_key(row, [key for key in keys[id(row)] if key[0] == sort], keys, index, own)
        for row in rows:
            if id(row) not in self.found and row.record in own:
                self.claim(row, by_number=True)

    def _by_key(
        self,
        row: ReadRow,
        of_sort: Sequence[Key],
        keys: Mapping[int, Sequence[Key]],
        index: Mapping[Key, Sequence[UUID]],
        own: Mapping[UUID, set[Key]],
    ) -> None:
        found = dict.fromkeys(number for key in of_sort for number in index.get(key, ()))
        candidates = [number for number in found if not self._differ(row, number)]
        free = [number for number in candidates if number not in self._claimed]
        if len(free) > 1:
            agreeing = [len(own[number].intersection(keys[id(row)])) for number in free]
            best = [n for n, count in zip(free, agreeing, strict=True) if count == max(agreeing)]
            free = best if len(best) == 1 else free
        if len(free) == 1:
            self.claim(row, free[0])
        elif free:
            self.found[id(row)] = Match(row, several=tuple(free))
        elif candidates:
            twin = self._claimed[candidates[0]]
            self.found[id(row)] = Match(row, candidates[0], twin=twin)
