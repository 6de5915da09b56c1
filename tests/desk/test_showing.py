"""Proposals as a person reads them at the command line."""

from __future__ import annotations

import factories as make
from moushi.changes.model import Change, Insert, Proposal, Source
from moushi.desk.showing import proposal_lines
from moushi.domain.records import PlanItem
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import say


def test_a_link_is_told_by_what_it_joins():
    plan = make.plan(make.federation())
    item = make.item(make.theme(plan), text="走访企业；")
    programme = make.programme("潮声议事厅")
    link = make.item_programme(item, programme)
    lines = proposal_lines(
        Proposal(Source("a.txt"), say("Took in {file}", file="a.txt"), (Insert(link), Insert(programme))),
        MemorySnapshot([item]),
    )
    assert [str(line) for line in lines][1] == "  + programme of an item: 走访企业； ▸ 潮声议事厅"


def test_a_change_shows_old_and_new():
    change = Change(PlanItem, make.programme().id, "text", "走访；", "走进；")
    lines = [
        str(line) for line in proposal_lines(Proposal(Source("a"), say("x"), (change,)), MemorySnapshot())
    ]
    assert lines[1] == "  ~ plan item, text: “走访；” → “走进；”"
