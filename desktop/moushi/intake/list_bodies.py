"""Whose rows of a list are: the federation, chamber and township that a row, a group or a title names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from uuid import UUID, uuid4

from moushi.changes.model import Severity
from moushi.domain.kinds import ChamberKind
from moushi.domain.names import is_near
from moushi.domain.records import Chamber, Federation, Township, normal_name, township_id
from moushi.domain.townships import TownshipNames
from moushi.errors import say
from moushi.intake.federations import places_named, region
from moushi.intake.labels import federation_of
from moushi.intake.list_content import TOWNSHIP
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_reading import ListRow
from moushi.intake.list_words import CHAMBER_KINDS
from moushi.intake.owners import federation_named

_LEVELS_OF_TOWNSHIPS = ("镇", "乡", "街道")


class Bodies:
    """Finds federations, chambers and townships by the names in lists; those unknown are put, and said."""

    def __init__(self, draft: ListDraft, federation: str | None, in_view: str | None = None) -> None:
        """`federation` is the one that a person names, where the rows do not; `in_view` the one looked at."""
        self._draft = draft
        self._named = federation
        self._in_view = in_view
        self._chambers: dict[UUID, dict[str, Chamber]] = {}
        self._townships: dict[UUID, TownshipNames] = {}
        self._owners: dict[str, Federation | None] = {}  # by the name that a row gives

    def federation(self, row: ListRow) -> Federation | None:
        """Whose a row is: by its column, as the person says, by the title, else the only one that is held.

        A place in the title tells it too, and where that names none the federation in view.
        """
        in_column = row.text(Meaning.FEDERATION)
        name = in_column or self._named or row.subject.federation
        key = name or f"\0{row.subject.text}"
        if key not in self._owners:
            self._owners[key] = (
                self._federation(federation_of(name) or name, row.where)
                if name
                else self._likely(row.subject.text, row.where)
            )
        return self._owners[key]

    def _likely(self, title: str, where: str) -> Federation | None:
        """The federation that is meant where none is named, which is said unless it is the only one."""
        held = self._draft.snapshot.where(Federation)
        if places := places_named(title):
            found = [each for each in held if any(place in each.name for place in places)]
        elif len(held) > 1 and self._in_view is not None:
            found = [each for each in held if each.name == self._in_view]
        else:
            found = list(held)
        if len(found) != 1:
            return None
        if len(held) > 1:
            message = say(
                "The list does not say whose it is; it was taken as that of “{name}”.", name=found[0].name
            )
            action = say("If it is another's, name the federation with --federation.")
            self._draft.tell(Severity.WARNING, where, message, action)
        return found[0]

    def _federation(self, name: str, where: str) -> Federation:
        federation = federation_named(name, self._draft.snapshot)
        known = next((each for each in self._owners.values() if each and each.id == federation.id), None)
        if known is None and self._draft.snapshot.get(Federation, federation.id) is None:
            self._draft.put(federation, where)
            message = say("The federation “{name}” is new.", name=federation.name)
            action = say("If it is one known under another name, choose that one.")
            self._draft.tell(Severity.WARNING, where, message, action)
        return known or federation

    # -- chambers ----------------------------------------------------------------------------------------

    def chambers(self, federation: Federation) -> dict[str, Chamber]:
        """The chambers of a federation by their names as compared."""
        if federation.id not in self._chambers:
            held = self._draft.snapshot.where(Chamber, federation_id=federation.id)
            self._chambers[federation.id] = {_bare(chamber.name, federation): chamber for chamber in held}
        return self._chambers[federation.id]

    def chamber(self, name: str, federation: Federation, where: str) -> Chamber | None:
        """The chamber of that name, put with a warning when it is not known; None without a name."""
        if not name:
            return None
        held = self.known_chamber(name, federation)
        if held is not None:
            return held
        chamber = Chamber(id=uuid4(), federation_id=federation.id, name=name, kind=kind_of_chamber(name))
        return self.put_chamber(chamber, federation, where, ("name",))

    def known_chamber(self, name: str, federation: Federation) -> Chamber | None:
        """The chamber of that name, held or put before."""
        return self.chambers(federation).get(_bare(name, federation))

    def put_chamber(
        self, chamber: Chamber, federation: Federation, where: str, names: Iterable[str]
    ) -> Chamber:
        """A new chamber, with the township that its name begins with, and a warning."""
        if chamber.township_id is None:
            chamber = replace(chamber, township_id=self._township_in(chamber.name, federation))
        known, bare = self.chambers(federation), _bare(chamber.name, federation)
        like = [other for key, other in known.items() if is_near(key, bare) and not self._draft.is_new(other)]
        known[bare] = self._draft.put(chamber, where, names)
        self._tell_new_chamber(chamber, like, where)
        return chamber

    def _tell_new_chamber(self, chamber: Chamber, like: list[Chamber], where: str) -> None:
        if len(like) == 1:
            message = say(
                "The chamber “{name}” is new; it is much like “{held}”, which is held.",
                name=chamber.name,
                held=like[0].name,
            )
            action = say(
                "If they are the same, take the suggestion: all of it goes to “{held}”.", held=like[0].name
            )
            self._draft.offer_instead(where, message, action, chamber, like[0], ())
            return
        message = say("The chamber “{name}” is new.", name=chamber.name)
        action = say(
            "If it is one known under another name, correct the name in the file and take it in again."
        )
        self._draft.tell(Severity.WARNING, where, message, action)

    # -- townships ---------------------------------------------------------------------------------------

    def _names(self, federation: Federation) -> TownshipNames:
        """The townships of a federation, held or put before."""
        if federation.id not in self._townships:
            held = self._draft.snapshot.where(Township, federation_id=federation.id)
            self._townships[federation.id] = TownshipNames(federation.id, held)
        return self._townships[federation.id]

    def _called(self, wanted: Sequence[str], federation: Federation) -> Township | None:
        """The township that has the first of these names that one has, else that had it before."""
        names = self._names(federation)
        once = (names.once(name) for name in wanted if TOWNSHIP.fullmatch(name))  # few of many beginnings
        return next(filter(None, chain(map(names.now, wanted), once)), None)

    def township(self, text: str, federation: Federation, where: str) -> UUID | None:
        """The township that a cell names or an address begins with; one unknown is put, and said."""
        if not text:
            return None
        bare = _bare(text, federation)
        wanted = (bare, *(bare + level for level in _LEVELS_OF_TOWNSHIPS), *_beginnings(bare))
        if found := self._called(wanted, federation):
            return found.id
        if not TOWNSHIP.fullmatch(bare):
            message = say("“{text}” is no township that is known; it was not read.", text=text)
            self._draft.tell(Severity.WARNING, where, message, say("Choose the township there."))
            return None
        township = Township(id=township_id(federation.id, bare), federation_id=federation.id, name=bare)
        self._names(federation).put(self._draft.put(township, where))
        message = say("The township “{name}” is new.", name=bare)
        action = say("Full coverage is counted against the townships: if it is none, reject it.")
        self._draft.tell(Severity.WARNING, where, message, action)
        return township.id

    def _township_in(self, name: str, federation: Federation) -> UUID | None:
        """The township that a chamber's name begins with."""
        found = self._called(_beginnings(_bare(name, federation)), federation)
        return found.id if found else None


def kind_of_chamber(name: str) -> ChamberKind:
    """The kind that a chamber's name tells."""
    found = next((kind for words, kind in CHAMBER_KINDS if re.search(words, name)), None)
    if found:
        return found
    return ChamberKind.TOWNSHIP if re.search("[镇乡]", name) else ChamberKind.OTHER


def _bare(name: str, federation: Federation) -> str:
    """A name as compared, without the federation's own county before it."""
    bare = normal_name(name)
    county = normal_name(region(federation.name) or federation.short_name)
    return bare[len(county) :] if county and bare.startswith(county) and len(bare) > len(county) + 2 else bare


def _beginnings(text: str) -> tuple[str, ...]:
    """The beginnings of a text, the longest first."""
    return tuple(text[:end] for end in range(len(text), 1, -1))
