"""The lists asked for last and what is searched in, kept in memory while they hold.

What 100,000 members are found by takes about 55 MB; in a county's 5,000, less than three.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import compress
from operator import itemgetter
from threading import Lock
from uuid import UUID

from sqlalchemy import Connection, Text, func, literal, select, type_coerce

from moushi.changes.model import ChangeSet
from moushi.domain.record import Record
from moushi.domain.sounds import BETWEEN
from moushi.store.listing import Glimpse, Ids, Listing, glimpse, listing
from moushi.store.schema import DERIVED_SEARCH, HISTORY_CHANGE
from moushi.store.searching import Hit, Word, search, words_of
from moushi.store.snapshot import chunks

_LISTS_KEPT = 4  # of 100,000 ids each takes 9 MB
_FEW = 400  # found: these are put in order by the database; of more, the whole list is gone through
_END = "\0"  # which no text of a record holds


_Rank = tuple[bool, int, str, str]
"""By what findings are in order: whether they begin with the word (False: they do), length, text, id."""


class Searched:
    """The texts and sounds of one kind's records by their ids: looked for here ten times as fast."""

    def __init__(self, connection: Connection, kind: type[Record]) -> None:
        """Read them all, as three long texts: row by row takes three times as long."""
        held = DERIVED_SEARCH.c
        columns = (type_coerce(held.record_id, Text), held.text, held.sound)
        rows = select(*columns).where(held.kind == kind.__name__).subquery()
        joined = select(*(func.group_concat(column, literal(_END)) for column in rows.c))
        ids, texts, sounds = (
            each.split(_END) if each is not None else [] for each in connection.execute(joined).one()
        )
        parted = [each.partition(BETWEEN) for each in sounds]
        self.kind = kind
        self._ids: list[str] = ids
        self._texts: list[str] = texts
        self._latins = [_latin(text) for text in texts]
        self._initials = [each[0] for each in parted]
        self._syllables = [each[2] for each in parted]
        self._places: dict[str, int] | None = None
        self._all_latin: str | None = None

    def holding(self, words: Sequence[Word]) -> list[int]:
        """The places of the records that hold every word; each is looked for where those before it were."""
        first, *others = words
        places = self._all(first)
        for word in others:
            places = [place for place in places if self._has(place, word)]
        return places

    def ids_at(self, places: Iterable[int]) -> list[str]:
        """The ids in some places."""
        return [self._ids[place] for place in places]

    def places_of(self, whole: Ids) -> array[int]:
        """The places of a list's records, in its order; what holds no text stands in one beyond the last."""
        known, beyond = self._known(), len(self._ids)
        return array("l", [known.get(held, beyond) for held in whole.texts])

    def among(self, places: Iterable[int], whole: Ids, places_of_whole: array[int]) -> list[str]:
        """The ids in some places that are in a list, in its order."""
        found = bytearray(len(self._ids) + 1)
        for place in places:
            found[place] = 1
        return list(compress(whole.texts, map(found.__getitem__, places_of_whole)))

    def best(self, words: Sequence[Word], limit: int) -> list[tuple[_Rank, Hit]]:
        """The first that hold every word, in text or sound: those that begin with it, the shorter ones."""
        text, sounds = words[0].text, words[0].sounds
        texts, initials, syllables = self._texts, self._initials, self._syllables
        places = self.holding(words)
        beginning = [
            place
            for place in places
            if texts[place].startswith(text)
            or initials[place].startswith(sounds)
            or syllables[place].startswith(sounds)
        ]
        ranks = self._ranked(beginning, limit, later=False)
        if len(ranks) < limit:
            known = set(beginning)
            ranks += self._ranked([place for place in places if place not in known], limit, later=True)
        return [(rank, Hit(self.kind, UUID(rank[3]), rank[2])) for rank in ranks[:limit]]

    def _ranked(self, places: Sequence[int], limit: int, *, later: bool) -> list[_Rank]:
        texts, ids = self._texts, self._ids
        return nsmallest(limit, ((later, len(texts[place]), texts[place], ids[place]) for place in places))

    def _has(self, place: int, word: Word) -> bool:
        sound = f"{self._initials[place]}{BETWEEN}{self._syllables[place]}"
        return word.text in self._texts[place] or any(part in sound for part in word.sounds)

    def _all(self, word: Word) -> list[int]:
        """The places of the records that hold a word, of all: written out, since this is what takes time."""
        sought = word.text
        if not word.sounds:
            return [place for place, text in enumerate(self._texts) if sought in text]
        full = [part for part in word.sounds if not part.isupper() and not part.isdigit()]
        capitals = next((part for part in word.sounds if part not in full), _END)
        if not full and sought not in self._latin_of_all():
            return [place for place, initials in enumerate(self._initials) if capitals in initials]
        rows = zip(range(len(self._ids)), self._texts, self._latins, self._initials, strict=True)
        if not full:
            return [
                place
                for place, text, latin, initials in rows
                if capitals in initials or (sought in latin and sought in text)
            ]
        one, *others = full
        return [
            place
            for (place, text, latin, initials), syllables in zip(rows, self._syllables, strict=True)
            if one in syllables
            or capitals in initials
            or (others and any(part in syllables for part in others))
            or (sought in latin and sought in text)
        ]

    def _latin_of_all(self) -> str:
        """Letters that no text has need not be looked for in each."""
        if self._all_latin is None:
            self._all_latin = _END.join(self._latins)
        return self._all_latin

    def take(self, connection: Connection, ids: Sequence[str]) -> None:
        """Read some records' texts anew."""
        held = DERIVED_SEARCH.c
        as_text = type_coerce(held.record_id, Text)
        read: dict[str, tuple[str, str]] = {}
        for some in chunks(ids):
            statement = select(as_text, held.text, held.sound).where(held.kind == self.kind.__name__)
            rows = connection.execute(statement.where(held.record_id.in_([UUID(each) for each in some])))
            read.update({row[0]: (row[1], row[2]) for row in rows})
        known = self._known()
        self._all_latin = None
        for each in ids:
            text, sound = read.get(each, ("", ""))
            if each not in known and each in read:
                known[each] = len(self._ids)
                self._ids.append(each)
                for column in (self._texts, self._latins, self._initials, self._syllables):
                    column.append("")
            if each in known:
                place = known[each]
                self._texts[place], self._latins[place] = text, _latin(text)
                self._initials[place], _, self._syllables[place] = sound.partition(BETWEEN)

    def _known(self) -> dict[str, int]:
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self._ids)}
        return self._places


def _latin(text: str) -> str:
    """The ASCII of a text, where letters are looked for twice as fast; what stood apart comes together."""
    return text.encode("ascii", "ignore").decode("ascii")


class Lists:
    """The lists asked for last, kept while nothing changes: turning back or searching then costs little."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: OrderedDict[object, Ids] = OrderedDict()
        self._searched: dict[type[Record], Searched] = {}
        self._laid_out: tuple[Ids, array[int]] | None = None  # the list searched last: where its texts stand
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
            self._laid_out = None
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
            searched = self._in(connection, wanted.kind)
            places = searched.holding(words)
            found = (
                searched.ids_at(places)
                if len(places) <= _FEW
                else self._among(connection, whole, searched, places)
            )
            if len(found) > _FEW:
                return Ids(found)
            return listing(connection, replace(whole, among=tuple(map(UUID, found))))

    def _among(
        self, connection: Connection, wanted: Listing, searched: Searched, places: Sequence[int]
    ) -> list[str]:
        """The ids in some places that a list without words has, in its order."""
        whole = self._whole(connection, wanted)
        if self._laid_out is None or self._laid_out[0] is not whole:
            self._laid_out = (whole, searched.places_of(whole))
        return searched.among(places, *self._laid_out)

    def search(
        self, connection: Connection, text: str, kinds: Collection[type[Record]], limit: int
    ) -> tuple[Hit, ...]:
        """As the function of that name, of some kinds: what they are found by is kept."""
        words = words_of(text)
        if not words or not kinds:
            return search(connection, text, kinds, limit)
        with self._lock:
            self._catch_up(connection)
            found = [each for kind in kinds for each in self._in(connection, kind).best(words, limit)]
        return tuple(hit for _, hit in sorted(found, key=itemgetter(0))[:limit])

    def glimpse(self, connection: Connection, wanted: Listing, first: int) -> Glimpse | None:
        """As the function of that name; None too where the whole list is at hand, or words are looked for."""
        if words_of(wanted.text) or wanted.spelled or wanted.limit is not None or wanted.among is not None:
            return None
        with self._lock:
            self._catch_up(connection)
            is_kept = _key(replace(wanted, text="")) in self._kept
        return None if is_kept else glimpse(connection, wanted, first)

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
        self._laid_out = None
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
        key = _key(wanted)
        if key not in self._kept:
            self._kept[key] = listing(connection, wanted)
            if len(self._kept) > _LISTS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _key(wanted: Listing) -> object:
    """By what a list without words is known again."""
    return (
        wanted.kind,
        wanted.order,
        frozenset(wanted.equal.items()),
        frozenset(wanted.filled.items()),
        tuple((through, frozenset(values.items())) for through, values in wanted.linked),
    )


def _state(connection: Connection) -> object:
    """Another after every change, also one that another program made."""
    held = HISTORY_CHANGE.c
    newest = select(held.number, held.at, held.edit_count).order_by(held.number.desc()).limit(1)
    return connection.execute(newest).first()
