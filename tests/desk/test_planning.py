"""An item's units and programmes, each typed on one line of names."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import factories as f
from moushi.changes.model import Change, Insert, Proposal, applied, inverse
from moushi.desk import planning
from moushi.domain.record import Record
from moushi.domain.records import (
    Alias,
    ItemProgramme,
    ItemUnit,
    Measure,
    PlanItem,
    Programme,
    normal_name,
    programme_id,
)
from moushi.domain.snapshot import MemorySnapshot

OF = f.federation()
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME, "走访三十家渔业企业，问题件件有回音；")
BASE: tuple[Record, ...] = (OF, PLAN, THEME, ITEM)


class Held:
    """Records in memory; a proposal applied to them can be taken back."""

    def __init__(self, *records: Record) -> None:
        self.records = {record.id: record for record in (*BASE, *records)}

    @property
    def snapshot(self) -> MemorySnapshot:
        return MemorySnapshot(self.records.values())

    def apply(self, proposal: Proposal | None) -> None:
        if proposal is None:
            return
        after = applied(self.records, proposal.edits)
        assert applied(after, inverse(proposal.edits)) == self.records
        self.records = after

    def units(self, line: str) -> str:
        self.apply(planning.set_units(self.snapshot, ITEM, line))
        return planning.units_line(self.snapshot, ITEM)

    def programmes(self, line: str) -> str:
        self.apply(planning.set_programmes(self.snapshot, ITEM, line))
        return planning.programmes_line(self.snapshot, ITEM)


def test_units_stand_on_the_line_as_typed_the_leading_one_first() -> None:
    held = Held()
    assert held.units("会员部、办公室，各商会; 经济科") == "会员部、办公室、各商会、经济科"
    assert held.units("办公室 会员部") == "办公室、会员部"
    assert [unit.name for unit in held.snapshot.where(ItemUnit)] == ["办公室", "会员部"]
    assert held.units("") == ""


def test_units_that_stay_keep_their_records_and_a_new_leader_is_one_edit() -> None:
    first, second = f.unit(ITEM, "会员部", rank="1"), f.unit(ITEM, "办公室", rank="2")
    held = Held(first, second)
    proposal = planning.set_units(held.snapshot, ITEM, "经济科、会员部、办公室")
    assert proposal is not None
    (edit,) = proposal.edits
    assert isinstance(edit, Insert)
    held.apply(proposal)
    assert {first.id, second.id} < {unit.id for unit in held.snapshot.where(ItemUnit)}
    assert planning.set_units(held.snapshot, ITEM, " 经济科，会员部；办公室 ") is None


def test_a_unit_spelled_anew_is_the_same_unit_under_its_new_name() -> None:
    unit = f.unit(ITEM, "县工商业联合会", rank="1")
    held = Held(unit)
    proposal = planning.set_units(held.snapshot, ITEM, "县工商联")
    assert proposal is not None
    assert proposal.edits == (Change(ItemUnit, unit.id, "name", "县工商业联合会", "县工商联"),)
    assert held.units("县工商联") == "县工商联"


def test_a_unit_named_twice_counts_once() -> None:
    assert Held().units("会员部、会员部、ＡＢ部、ab部") == "会员部、ＡＢ部"
    unit = f.unit(ITEM, "会员部", rank="1")
    assert planning.set_units(Held(unit).snapshot, ITEM, "会员部、会员部") is None


def test_a_known_programme_is_recognised_by_name_or_alias_another_is_new() -> None:
    known = f.programme("星火帮带")
    held = Held(known, f.alias(known, "星火结对"))
    assert held.programmes("星火结对") == "星火帮带"
    assert held.programmes("星火帮带、星火结对") == "星火帮带"
    assert set(held.programmes("星火帮带、小岛你好").split("、")) == {"星火帮带", "小岛你好"}
    assert planning.programme_names(held.snapshot) == ["小岛你好", "星火帮带"]
    assert held.snapshot.get(Programme, programme_id("小岛你好")) is not None
    assert held.programmes("") == ""
    assert planning.programme_names(held.snapshot) == ["小岛你好", "星火帮带"]


def test_a_programme_that_was_renamed_is_known_by_its_new_name() -> None:
    renamed = replace(f.programme("星火帮带"), name="星火同行")
    link = f.item_programme(ITEM, renamed)
    held = Held(renamed, link)
    assert planning.set_programmes(held.snapshot, ITEM, "星火同行") is None
    assert held.programmes("星火同行、星火帮带") == "星火同行"
    assert len(held.snapshot.where(Programme)) == 1


def test_a_programme_s_name_may_have_blanks_and_quotation_marks() -> None:
    assert Held().programmes("“亲清直通车·政企恳谈会” 第2季") == "“亲清直通车·政企恳谈会” 第2季"


def test_titles_tell_what_was_done_to_which_item() -> None:
    proposal = planning.set_units(Held().snapshot, ITEM, "会员部")
    assert proposal is not None
    assert proposal.title.render() == "Units of “走访三十家渔业企业，问题件件有…”: 会员部"


def test_a_part_is_known_by_its_first_words() -> None:
    assert planning.telling(ITEM) == "走访三十家渔业企业，问题件件有…"
    assert planning.telling(f.item(THEME, "很长的一句。", short_title="走访")) == "走访"
    assert planning.telling(f.theme(PLAN, "一是把商会办实。", label="强基")) == "强基"
    assert planning.telling(f.item(THEME, "")) == ""


def test_what_hangs_on_an_item_is_worked_on_at_the_item() -> None:
    measure = f.measure(ITEM)
    sub = f.sub_measure(measure)
    snapshot = Held(measure, sub).snapshot
    assert planning.home(snapshot, Measure, measure.id) == ITEM
    assert planning.home(snapshot, PlanItem, ITEM.id) == ITEM
    assert planning.home(snapshot, Programme, programme_id("x")) is None
    assert planning.part(snapshot, THEME.id) == THEME
    assert planning.part(snapshot, OF.id) is None
    assert planning.plan_of(snapshot, ITEM) == PLAN
    assert planning.plan_of(snapshot, OF) is None


# -- properties --------------------------------------------------------------------------------------------

names = st.sampled_from(
    ["会员部", "办公室", "各商会", "经济科", "ＡＢ", "ab", "A b", "县工商联", "县工商业联合会"]
)
blanks = st.sampled_from(["", " ", "　"])


@st.composite
def lines(draw: st.DrawFn, marks: str) -> tuple[str, list[str]]:
    """A line of names as a person types it, and the names that stand on it."""
    typed = draw(st.lists(names, max_size=5))
    line = "".join(draw(blanks) + name + draw(blanks) + draw(st.sampled_from(marks)) for name in typed)
    return line, typed


def once_each(found: list[str]) -> list[str]:
    kept: dict[str, str] = {}
    for name in found:
        kept.setdefault(normal_name(name), name)
    return list(kept.values())


@given(st.lists(lines("、，,;；"), min_size=1, max_size=4), st.lists(st.tuples(names, f.ranks), max_size=4))
def test_whatever_line_of_units_is_typed_is_the_line_that_stands_there(
    typed: list[tuple[str, list[str]]], before: list[tuple[str, str]]
) -> None:
    held = Held(*(f.unit(ITEM, name, rank=rank) for name, rank in before))
    for line, found in typed:
        expected = once_each([part for name in found for part in name.split()])
        assert held.units(line) == "、".join(expected)
        assert planning.set_units(held.snapshot, ITEM, planning.units_line(held.snapshot, ITEM)) is None
        ranks = [unit.rank for unit in held.snapshot.where(ItemUnit)]
        assert ranks == sorted(set(ranks))


@given(st.lists(lines("、，,;；\n"), min_size=1, max_size=4), st.booleans())
def test_whatever_line_of_programmes_is_typed_each_is_there_once(
    typed: list[tuple[str, list[str]]], with_alias: bool
) -> None:
    known = f.programme("会员部")
    held = Held(known, *([f.alias(known, "办公室")] if with_alias else []))
    aliases = {normal_name(alias.name): alias.programme_id for alias in held.snapshot.where(Alias)}
    for line, found in typed:
        held.programmes(line)
        links = held.snapshot.where(ItemProgramme, item_id=ITEM.id)
        assert sorted(link.programme_id for link in links) == sorted(
            {aliases.get(normal_name(name)) or programme_id(name) for name in found}
        )
        again = planning.programmes_line(held.snapshot, ITEM)
        assert planning.set_programmes(held.snapshot, ITEM, again) is None
