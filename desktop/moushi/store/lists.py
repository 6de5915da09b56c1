"""The lists asked for last and what is searched in, kept in memory while they hold.

What 100,000 members are found by takes about 40 MB; in a county's 5,000, two.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Lock
from uuid import UUID

from sqlalchemy import Connection, Text, func, literal, select, type_coerce

from moushi.changes.model import ChangeSet
from moushi.domain.record import Record
from moushi.store.listing import Ids, Listing, listing
from moushi.store.schema import DERIVED_SEARCH, HISTORY_CHANGE
from moushi.store.searching import Word, words_of
from moushi.store.snapshot import chunks

_LISTS_KEPT = 4  # of 100,000 ids each takes 9 MB
_FEW = 400  # found: these are put in order by the database; of more, the whole list is gone through
_END = "\0"  # which no text of a record holds


class Searched:
    """The texts and sounds of one kind's records by their ids: looked for here ten times as fast."""

    def __init__(self, connection: Connection, kind: type[Record]) -> None:
        """Read them all, as three long texts: row by row it takes three times as long."""
        held = DERIVED_SEARCH.c
        columns = (type_coerce(held.record_id, Text), held.text, held.sound)
        rows = select(*columns).where(held.kind == kind.__name__).subquery()
        joined = (func.group_concat(column, literal(_END)) for column in rows.c)
        ids, texts, sounds = connection.execute(select(*joined)).one()
        self.kind = kind
        self._ids: list[str] = ids.split(_END) if ids else []
        self._texts: list[str] = texts.split(_END) if ids else []
        self._sounds: list[str] = sounds.split(_END) if ids else []
        self._places: dict[str, int] | None = None

    def holding(self, words: Sequence[Word]) -> list[str]:
        """The ids of the records whose text or sound holds every word."""
        found: Iterable[tuple[str, str, str]] = zip(self._ids, self._texts, self._sounds, strict=True)
        *others, last = words
        for word in others:
            found = _that_hold(found, word)
        return [held for held, _, _ in _that_hold(found, last)]

    def take(self, connection: Connection, ids: Sequence[str]) -> None:
        """Read some records' texts anew."""
        held = DERIVED_SEARCH.c
        if self._places is None:
            self._places = {held_id: place for place, held_id in enumerate(self._ids)}
        read: dict[str, tuple[str, str]] = {}
        as_text = type_coerce(held.record_id, Text)
        for some in chunks(ids):
            statement = select(as_text, held.text, held.sound).where(held.kind == self.kind.__name__)
            rows = connection.execute(statement.where(held.record_id.in_([UUID(each) for each in some])))
            read.update({row[0]: (row[1], row[2]) for row in rows})
        for each in ids:
            text, sound = read.get(each, ("", ""))
            place = self._places.get(each)
            if place is not None:
                self._texts[place], self._sounds[place] = text, sound
            elif each in read:
                self._places[each] = len(self._ids)
                self._ids.append(each)
                self._texts.append(text)
                self._sounds.append(sound)


_Held = Iterable[tuple[str, str, str]]


def _that_hold(found: _Held, word: Word) -> _Held:
    """Those whose text holds a word, or whose sound a part that it stands for; gone through once."""
    text = word.text
    match word.sounds:
        case ():
            return [each for each in found if text in each[1]]
        case (part,):
            return [each for each in found if text in each[1] or part in each[2]]
        case (part, other):
            return [each for each in found if text in each[1] or part in each[2] or other in each[2]]
        case parts:
            return [each for each in found if text in each[1] or any(part in each[2] for part in parts)]


class Lists:
    """The lists asked for last, kept while nothing changes: turning back or searching then costs little."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: OrderedDict[object, Ids] = OrderedDict()
        self._searched: dict[type[Record], Searched] = {}
        self._touched: dict[type[Record], dict[str, None]] = {}
        self._state: object = None
        self._followed: object = None  # the state that the last change of this store itself made
        self._lock = Lock()

    def forget(self) -> None:
        """Keep no list: something has changed."""
        with self._lock:
            self._clear()

    def follow(self, change: ChangeSet) -> None:
        """Keep no list, since this store has changed; what is searched in takes the change in when asked."""
        with self._lock:
            self._kept.clear()
            for edit in change.edits if self._searched else ():
                self._touched.setdefault(edit.kind, {})[edit.id.hex] = None
            self._followed = (change.number, change.at, change.edit_count)

    def listing(self, connection: Connection, wanted: Listing) -> Ids:
        """As the function of that name; where words are in many, in the order of the list without them."""
        if wanted.spelled or wanted.limit is not None or wanted.among is not None:
            return listing(connection, wanted)
        words = words_of(wanted.text)
        with self._lock:
            self._catch_up(connection)
            whole = replace(wanted, text="")
            if not words:
                return self._whole(connection, whole)
            found = self._in(connection, wanted.kind).holding(words)
            if len(found) <= _FEW:
                return listing(connection, replace(whole, among=tuple(map(UUID, found))))
            return self._whole(connection, whole).among(set(found))

    def _catch_up(self, connection: Connection) -> None:
        """Let go of what does not fit the state read: another program's change, or an earlier one."""
        state = _state(connection)
        is_followed = state == self._followed
        if not is_followed and (state != self._state or self._touched):
            self._clear()
            self._followed = None
        self._state = state

    def _clear(self) -> None:
        self._kept.clear()
        self._searched.clear()
        self._touched.clear()

    def _in(self, connection: Connection, kind: type[Record]) -> Searched:
        touched = self._touched.pop(kind, {})
        if kind not in self._searched:
            self._searched[kind] = Searched(connection, kind)
        elif touched:
            self._searched[kind].take(connection, list(touched))
        return self._searched[kind]

    def _whole(self, connection: Connection, wanted: Listing) -> Ids:
        key = (
            wanted.kind,
            wanted.order,
            frozenset(wanted.equal.items()),
            frozenset(wanted.filled.items()),
            tuple((through, frozenset(values.items())) for through, values in wanted.linked),
        )
        if key not in self._kept:
            self._kept[key] = listing(connection, wanted)
            if len(self._kept) > _LISTS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _state(connection: Connection) -> object:
    """Another after every change, also one that another program made."""
    held = HISTORY_CHANGE.c
    newest = select(held.number, held.at, held.edit_count).order_by(held.number.desc()).limit(1)
    return connection.execute(newest).first()
