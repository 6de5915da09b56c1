"""The scope of work: which year, and which federation or all of them, the window shows on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.domain.kinds import Level
from moushi.domain.records import Federation, Plan
from moushi.domain.snapshot import Snapshot

_LEVELS = list(Level)
_KEY = "federation in view"


@dataclass(frozen=True, slots=True)
class Scope:
    """The years and federations to choose from, and the choice; `federation` None stands for all."""

    years: tuple[int, ...]
    year: int
    federations: tuple[Federation, ...] = ()
    federation: UUID | None = None

    @property
    def choices(self) -> tuple[UUID | None, ...]:
        """All federations (None), then each one."""
        return (None, *(holder.id for holder in self.federations))

    @property
    def shown(self) -> tuple[Federation, ...]:
        """The federations that are shown: the one chosen, or all."""
        return tuple(f for f in self.federations if self.federation in (None, f.id))

    @property
    def one(self) -> Federation | None:
        """The federation that is meant where one must be: the one chosen, or the only one there is."""
        return self.shown[0] if len(self.shown) == 1 else None


def scope(snapshot: Snapshot, today: date, year: int | None = None, federation: UUID | None = None) -> Scope:
    """What can be chosen; a year or federation that is not there gives way to the newest plan's, to all.

    The years are those that have a plan, last year, this one and the next, newest first.
    """
    planned = {plan.year for plan in snapshot.where(Plan)}
    years = sorted(planned | {today.year - 1, today.year, today.year + 1}, reverse=True)
    holders = federations(snapshot)
    return Scope(
        tuple(years),
        year if year in years else max(planned, default=today.year),
        holders,
        federation if federation in {holder.id for holder in holders} else None,
    )


def kept_federation(desk: Desk) -> UUID | None:
    """The federation that was looked at last in this store, None for all of them."""
    kept = desk.store.setting(_KEY)
    try:
        return UUID(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def keep_federation(desk: Desk, federation: UUID | None) -> None:
    """Remember which federation is looked at; `MoushiError` when the store takes nothing."""
    desk.store.put_setting(_KEY, str(federation) if federation else None)


def federations(snapshot: Snapshot) -> tuple[Federation, ...]:
    """All federations by level, then by region and name."""
    return tuple(
        sorted(
            snapshot.where(Federation),
            key=lambda f: (_LEVELS.index(f.level), f.region_code or "~", f.name),
        )
    )
