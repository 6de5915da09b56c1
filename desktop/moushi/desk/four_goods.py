"""四好商会: a chamber's newest recognition stands in the chamber, earlier ones are records of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from moushi.changes.model import Edit, Insert, Proposal, Source, changes_between
from moushi.domain.records import Chamber, Rating
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError, say


@dataclass(frozen=True, slots=True)
class Recognition:
    """By which level (县级, 市级, 省级 …) and for which year a chamber is recognised."""

    level: str
    year: int | None


def newest(chamber: Chamber) -> Recognition | None:
    """The recognition that stands in the chamber."""
    if not chamber.rating_level and chamber.rating_year is None:
        return None
    return Recognition(chamber.rating_level, chamber.rating_year)


def earlier(snapshot: Snapshot, chamber_id: UUID) -> list[Rating]:
    """The recognitions before the newest, the last one first."""
    found = snapshot.where(Rating, chamber_id=chamber_id)
    return sorted(found, key=lambda rating: (rating.year or 0, rating.level, str(rating.id)), reverse=True)


def new_recognition(snapshot: Snapshot, chamber: Chamber, told: Recognition) -> Proposal:
    """A further recognition in one step: the present one goes to the earlier ones.

    One older than the present goes there itself. `MoushiError` when it names too little or is there already.
    """
    if not told.level or told.year is None:
        raise MoushiError("A recognition has a level and a year. Enter both.")
    held = newest(chamber)
    before = [Recognition(rating.level, rating.year) for rating in earlier(snapshot, chamber.id)]
    if told in (held, *before):
        raise MoushiError("{level} of {year} is entered already.", level=told.level, year=told.year)
    edits: tuple[Edit, ...]
    if held is not None and held.year is not None and told.year < held.year:
        edits = (Insert(_kept(chamber, told)),)
    else:
        is_new = replace(chamber, rating_level=told.level, rating_year=told.year)
        edits = changes_between(chamber, is_new)
        if held is not None:
            edits = (Insert(_kept(chamber, held)), *edits)
    title = say("{name}: Four Goods {level} {year}", name=chamber.name, level=told.level, year=told.year)
    return Proposal(Source(""), title, edits)


def _kept(chamber: Chamber, told: Recognition) -> Rating:
    return Rating(id=uuid4(), chamber_id=chamber.id, level=told.level, year=told.year)
