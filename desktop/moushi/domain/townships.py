"""Townships by name: one that was renamed keeps its id, and so its chambers and members."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from moushi.domain.records import Township, normal_name, township_id
from moushi.domain.snapshot import Snapshot


def township_called(snapshot: Snapshot, federation: UUID, name: str) -> Township | None:
    """The federation's township of that name, else the one that had it first; None when there is neither.

    A list with the new name of a township finds it, and so does an older list with the old one.
    """
    names = TownshipNames(federation, snapshot.where(Township, federation_id=federation))
    return names.now(name) or names.once(name)


class TownshipNames:
    """The townships of a federation by the names that they have and those that they had first."""

    def __init__(self, federation: UUID, townships: Iterable[Township]) -> None:
        """Begin with those that are held."""
        self._federation = federation
        self._by_name: dict[str, Township] = {}
        self._by_id: dict[UUID, Township] = {}
        for township in townships:
            self.put(township)

    def put(self, township: Township) -> None:
        """Know one more; of two of one name the first stands."""
        self._by_name.setdefault(normal_name(township.name), township)
        self._by_id[township.id] = township

    def now(self, name: str) -> Township | None:
        """The township that has the name."""
        return self._by_name.get(normal_name(name))

    def once(self, name: str) -> Township | None:
        """The township that had the name first, from which its id is made."""
        return self._by_id.get(township_id(self._federation, name))
