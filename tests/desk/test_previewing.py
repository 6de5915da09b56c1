"""The preview of a plan: with what is being typed, as if it were kept."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as f
from moushi.compile.article import compile_plans
from moushi.desk.galley import Galley, compose_strip
from moushi.desk.layouts import NEWSPAPER, load_layout
from moushi.desk.previewing import PlanPreview
from moushi.domain.kinds import PassageKind
from moushi.domain.record import Record
from moushi.domain.records import Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.store import StoreSnapshot
from stores import emptied_store

LAYOUT = load_layout(NEWSPAPER)
OF = f.federation()


def kept(records: tuple[Record, ...], draft: Record) -> MemorySnapshot:
    return MemorySnapshot((*records, draft))  # the later one of an id counts


def composed(snapshot: MemorySnapshot | StoreSnapshot, plan: Plan) -> Galley:
    held = snapshot.get(Plan, plan.id)
    assert held is not None
    return compose_strip(compile_plans(snapshot, (held,), held.year), LAYOUT)


@st.composite
def counties(draw: st.DrawFn) -> tuple[Record, ...]:
    """A county with two years' plans; position keys may be equal, texts empty."""
    found: list[Record] = [OF]
    for year in (2030, 2031):
        plan = f.plan(OF, year, heading=draw(f.words), slogan=draw(f.words))
        found.append(plan)
        for _ in range(draw(st.integers(0, 3))):
            found.append(f.passage(plan, draw(f.words), rank=draw(f.ranks)))
            theme = f.theme(plan, draw(f.words), rank=draw(f.ranks))
            found.append(theme)
            for _ in range(draw(st.integers(0, 3))):
                begins = draw(st.booleans())
                found.append(f.item(theme, draw(f.words), rank=draw(f.ranks), begins_paragraph=begins))
    return tuple(found)


@st.composite
def drafts(draw: st.DrawFn, records: tuple[Record, ...]) -> Record:
    record = draw(
        st.sampled_from([one for one in records if isinstance(one, Plan | Passage | Theme | PlanItem)])
    )
    text = draw(f.words)
    match record:
        case Plan():
            return draw(st.sampled_from([replace(record, heading=text), replace(record, slogan=text)]))
        case Passage():
            return replace(record, text=text, kind=draw(st.sampled_from(list(PassageKind))))
        case Theme():
            return replace(record, lead=text, rank=draw(f.ranks))
        case PlanItem():
            return replace(record, text=text, rank=draw(f.ranks), begins_paragraph=draw(st.booleans()))
    raise AssertionError(record)


@settings(max_examples=60)
@given(st.data())
def test_a_draft_is_set_as_if_it_were_kept(data: st.DataObject) -> None:
    records = data.draw(counties())
    draft = data.draw(drafts(records))
    snapshot = MemorySnapshot(records)
    for plan in snapshot.where(Plan):
        preview = PlanPreview(snapshot, plan)
        assert preview.galley(LAYOUT, draft) == composed(kept(records, draft), plan)
        assert preview.galley(LAYOUT) == composed(snapshot, plan)  # and nothing of it is left behind
        assert preview.plan_id == plan.id


@settings(max_examples=15)
@given(counties())
def test_what_the_store_holds_is_set_alike(records: tuple[Record, ...]) -> None:
    with emptied_store() as store:
        store.apply(f.proposal(*records))
        with store.snapshot() as snapshot:
            previews = [(PlanPreview(snapshot, plan), plan) for plan in snapshot.where(Plan)]
        for preview, plan in previews:  # the store is not asked again
            assert preview.galley(LAYOUT) == composed(MemorySnapshot(records), plan)


def test_a_new_item_shows_before_it_is_kept() -> None:
    plan = f.plan(OF)
    theme = f.theme(plan, "一是建商会。")
    preview = PlanPreview(MemorySnapshot([OF, plan, theme]), plan)
    shown = preview.galley(LAYOUT, f.item(theme, "走访企业。"))
    assert [line.text for line in shown.lines if line.role == "body"] == ["一是建商会。走访企业。"]


def test_a_draft_of_another_plan_changes_nothing() -> None:
    plan, other = f.plan(OF), f.plan(OF, 2030)
    theme, elsewhere = f.theme(plan), f.theme(other)
    preview = PlanPreview(MemorySnapshot([OF, plan, theme, other, elsewhere]), plan)
    assert preview.galley(LAYOUT, f.item(elsewhere)) == preview.galley(LAYOUT)
