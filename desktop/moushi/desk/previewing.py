"""Previews: a plan or an article as it would be set, with what is being typed laid over what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from moushi.compile.article import compile_plans
from moushi.desk.galley import Galley, compose_strip
from moushi.domain.record import Record
from moushi.domain.records import Federation, Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot, Overlay, Snapshot
from moushi.typeset.layout import Layout
from moushi.typeset.setting import Measuring, plain_measuring


class PlanPreview:
    """One plan's printed words, held in memory, so that a keystroke needs no store."""

    def __init__(self, snapshot: Snapshot, plan: Plan) -> None:
        """Take the plan and whatever of it is printed."""
        self._plan = plan
        self._held = MemorySnapshot(_printed(snapshot, plan))

    @property
    def plan_id(self) -> UUID:
        """The plan shown."""
        return self._plan.id

    def galley(
        self, layout: Layout, draft: Record | None = None, measuring: Measuring = plain_measuring
    ) -> Galley:
        """The plan in one column, with one record as it is being typed."""
        shown = Overlay(self._held, (draft,)) if draft else self._held
        plan = shown.get(Plan, self._plan.id) or self._plan
        return compose_strip(compile_plans(shown, (plan,), plan.year), layout, measuring)


def _printed(snapshot: Snapshot, plan: Plan) -> Iterator[Record]:
    holder = snapshot.get(Federation, plan.federation_id)
    yield from [holder] if holder else []
    yield plan
    yield from snapshot.where(Passage, plan_id=plan.id)
    for theme in snapshot.where(Theme, plan_id=plan.id):
        yield theme
        yield from snapshot.where(PlanItem, theme_id=theme.id)
