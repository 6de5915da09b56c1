"""Renewals: a term and its posts closed and the next opened in one step, and taken back in one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Proposal, applied, inverse
from moushi.desk import terms
from moushi.desk.renewal import Congress, Officer, next_congress, renewal, renewal_advice
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.record import Record
from moushi.domain.records import Chamber, ChamberTerm, Person, Post
from moushi.domain.snapshot import MemorySnapshot
from moushi.domain.terms import term_ends
from moushi.errors import MoushiError
from stores import emptied_store

OF = make.federation()
TODAY = date(2031, 6, 1)
BEGAN = date(2026, 5, 20)
LUTING = make.chamber(OF, "鹭汀镇商会", term_number=3, term_began_on=BEGAN, term_years=5)
OLD, NEW = make.person("林听潮"), make.person("禾小满")
YUANFAN = make.member(OF, "远帆渔具有限公司")


def chamber(**fields: Any) -> Chamber:
    return make.chamber(OF, **fields)


DAY = date(2031, 5, 30)


def renewed(told: Congress, *records: Record, of: Chamber = LUTING) -> dict[UUID, Record]:
    there = {record.id: record for record in (OF, of, *records)}
    return applied(there, renewal(MemorySnapshot(there.values()), of, told).edits)


def posts(held: dict[UUID, Record]) -> list[Post]:
    return [record for record in held.values() if isinstance(record, Post)]


def in_office(held: dict[UUID, Record]) -> set[tuple[UUID | None, Role, int | None, date | None]]:
    return {
        (post.person_id or post.member_id, post.role, post.term_number, post.from_on)
        for post in posts(held)
        if post.to_on is None
    }


def ended(held: dict[UUID, Record]) -> list[ChamberTerm]:
    return [record for record in held.values() if isinstance(record, ChamberTerm)]


def test_a_renewal_closes_term_and_posts_and_opens_the_next_ones() -> None:
    president = make.post(YUANFAN, LUTING, role=Role.PRESIDENT, from_on=BEGAN, term_number=3)
    secretary = make.post(OLD, LUTING, role=Role.SECRETARY_GENERAL, from_on=BEGAN, term_number=3)
    gone = make.post(NEW, LUTING, role=Role.VICE, from_on=BEGAN, to_on=date(2028, 1, 1))
    told = Congress(
        DAY,
        4,
        5,
        (Officer("远帆渔具有限公司", Role.PRESIDENT, YUANFAN), Officer("禾小满", Role.SECRETARY_GENERAL)),
    )
    held = renewed(told, YUANFAN, OLD, NEW, president, secretary, gone)
    (term,) = ended(held)
    assert (term.number, term.began_on, term.ended_on, term.years) == (3, BEGAN, DAY, 5)
    now = held[LUTING.id]
    assert isinstance(now, Chamber)
    assert (now.term_number, now.term_began_on, now.term_years, now.term_extended_to) == (4, DAY, 5, None)
    assert in_office(held) == {
        (YUANFAN.id, Role.PRESIDENT, 4, DAY),
        (NEW.id, Role.SECRETARY_GENERAL, 4, DAY),
    }
    assert [getattr(held[post.id], "to_on", None) for post in (president, secretary, gone)] == [
        DAY,
        DAY,
        date(2028, 1, 1),
    ]


def test_the_officers_in_office_are_proposed_again_in_order_of_rank() -> None:
    there = [
        make.post(OLD, LUTING, role=Role.SECRETARY_GENERAL),
        make.post(YUANFAN, LUTING, role=Role.PRESIDENT, to_on=date(2031, 12, 1)),
        make.post(YUANFAN, LUTING, role=Role.PRESIDENT),  # the same once more
        make.post(NEW, LUTING, role=Role.VICE, to_on=date(2029, 1, 1)),
        make.post(NEW, OF, role=Role.VICE),
    ]
    told = next_congress(MemorySnapshot([OF, LUTING, OLD, NEW, YUANFAN, *there]), LUTING, DAY)
    assert (told.number, told.years) == (4, 5)
    assert [(each.name, each.role) for each in told.officers] == [
        ("远帆渔具有限公司", Role.PRESIDENT),
        ("林听潮", Role.SECRETARY_GENERAL),
    ]
    held = renewed(told, OLD, NEW, YUANFAN, *there)
    assert len(in_office(held)) == 3  # two re-elected, and the federation's
    assert getattr(held[there[1].id], "to_on", None) == DAY


def test_a_renewal_on_29_february_counts_its_years_from_there() -> None:
    leap = date(2032, 2, 29)
    held = renewed(Congress(leap, 4, 5))
    now = held[LUTING.id]
    assert isinstance(now, Chamber)
    assert term_ends(now) == date(2037, 2, 28)
    again = renewed(Congress(date(2037, 2, 28), 5, 3), *ended(held), of=now)
    assert [str(terms.ended_state(term).word) for term in ended(again)] == [
        "renewed late",
        "renewed in time",
    ]


def test_a_term_without_dates_is_closed_with_what_is_known_of_it() -> None:
    bare = chamber(term_number=2)
    (term,) = ended(renewed(Congress(DAY, 3, 5), of=bare))
    assert (term.number, term.began_on, term.ended_on) == (2, None, DAY)


def test_a_first_term_closes_none() -> None:
    new = chamber(term_years=5)
    held = renewed(Congress(DAY, 1, 5), of=new)
    assert ended(held) == []
    assert getattr(held[new.id], "term_began_on", None) == DAY


def test_officers_of_a_chamber_without_a_term_had_one_all_the_same() -> None:
    bare = chamber()
    held = renewed(Congress(DAY, 2, 5), OLD, make.post(OLD, bare), of=bare)
    assert [term.ended_on for term in ended(held)] == [DAY]


def test_the_extension_goes_with_the_term_that_was_extended() -> None:
    extended = chamber(term_number=3, term_began_on=BEGAN, term_years=5, term_extended_to=date(2031, 12, 31))
    held = renewed(Congress(date(2031, 12, 1), 4, 5), of=extended)
    (term,) = ended(held)
    assert term.extended_to == date(2031, 12, 31)
    assert str(terms.ended_state(term).word) == "renewed in time"
    assert getattr(held[extended.id], "term_extended_to", 0) is None


def test_posts_of_the_new_term_that_were_entered_before_stay_and_are_not_doubled() -> None:
    told = Congress(DAY, 4, 5, (Officer("禾小满", Role.PRESIDENT), Officer("林听潮", Role.VICE)))
    early = make.post(NEW, LUTING, role=Role.PRESIDENT, term_number=4, from_on=DAY)
    numbered = make.post(OLD, LUTING, role=Role.SUPERVISOR, term_number=4)
    held = renewed(told, OLD, NEW, early, numbered)
    assert (held[early.id], held[numbered.id]) == (early, numbered)
    assert {(who, role) for who, role, *_ in in_office(held)} == {
        (NEW.id, Role.PRESIDENT),
        (OLD.id, Role.SUPERVISOR),
        (OLD.id, Role.VICE),
    }


def test_the_posts_of_a_member_in_another_chamber_stay() -> None:
    other = chamber(name="渔具行业商会")
    here, there = (make.post(YUANFAN, each, role=Role.VICE) for each in (LUTING, other))
    held = renewed(
        Congress(DAY, 4, 5, (Officer("远帆渔具有限公司", Role.VICE),)),
        other,
        YUANFAN,
        make.membership(YUANFAN, LUTING),
        make.membership(YUANFAN, other),
        here,
        there,
    )
    assert held[there.id] == there
    assert len(posts(held)) == 3


def test_somebody_new_with_two_roles_is_one_person() -> None:
    told = Congress(
        DAY,
        4,
        5,
        (Officer("汀望舒", Role.VICE), Officer(" 汀望舒 ", Role.BRANCH_SECRETARY), Officer("", Role.VICE)),
    )
    held = renewed(told)
    assert [record.name for record in held.values() if isinstance(record, Person)] == ["汀望舒"]
    assert len(posts(held)) == 2


def test_of_two_with_one_name_the_one_known_in_the_chamber_is_meant_else_it_is_asked() -> None:
    twin = make.person("林听潮")
    told = Congress(DAY, 4, 5, (Officer("林听潮", Role.VICE),))
    with pytest.raises(MoushiError, match="2 have the name 林听潮"):
        renewed(told, OLD, twin)
    held = renewed(told, OLD, twin, make.post(OLD, LUTING, role=Role.COUNCIL))
    assert {who for who, *_ in in_office(held)} == {OLD.id}


def test_the_secretary_follows_the_post() -> None:
    named = chamber(term_began_on=BEGAN, term_years=5, secretary="林听潮")
    post = make.post(OLD, named, role=Role.SECRETARY_GENERAL)
    told = Congress(DAY, 4, 5, (Officer("禾小满", Role.SECRETARY_GENERAL),))
    assert getattr(renewed(told, OLD, post, of=named)[named.id], "secretary", "") == "禾小满"
    assert getattr(renewed(told, of=named)[named.id], "secretary", "") == "林听潮"  # hired, not elected
    firm = make.member(OF, "禾小满商行", kind=MemberKind.ENTERPRISE)
    told = Congress(DAY, 4, 5, (Officer(firm.name, Role.SECRETARY_GENERAL, firm),))
    assert getattr(renewed(told, firm, OLD, post, of=named)[named.id], "secretary", "") == "林听潮"


@pytest.mark.parametrize(
    ("of", "told", "reason"),
    [
        (LUTING, Congress(date(2026, 5, 19), 4, 5), "The term began on 2026-05-20"),
        (LUTING, Congress(BEGAN, 4, 5), "The term began on 2026-05-20"),
        (LUTING, Congress(DAY, 4, 0), "at least one year"),
        (LUTING, Congress(DAY, 0, 5), "counted from 1"),
        (chamber(dissolved_on=TODAY), Congress(DAY, 4, 5), "was dissolved"),
    ],
)
def test_a_congress_that_cannot_be_is_refused_with_the_reason(
    of: Chamber, told: Congress, reason: str
) -> None:
    with pytest.raises(MoushiError, match=reason):
        renewed(told, of=of)


def test_a_term_does_not_end_before_the_one_before_it() -> None:
    bare = chamber(term_number=2)
    before = make.chamber_term(bare, number=1, ended_on=DAY)
    with pytest.raises(MoushiError, match="ended on 2031-05-30"):
        renewed(Congress(DAY, 3, 5), before, of=bare)


def test_what_is_unusual_is_told_and_can_be_done_all_the_same() -> None:
    def told(day: date = date(2031, 5, 20), number: int = 4, years: int = 5, *records: Record) -> str:
        congress = Congress(day, number, years, (Officer("禾小满", Role.PRESIDENT),))
        snapshot = MemorySnapshot([OF, LUTING, NEW, *records])
        assert renewal(snapshot, LUTING, congress).edits
        return "\n".join(map(str, renewal_advice(snapshot, LUTING, congress, TODAY)))

    assert told() == ""
    assert told(date(2030, 5, 20)) == "Renewed early: the term lasts to 2031-05-20."
    assert told(date(2031, 5, 21)) == "Renewed late: the term ended on 2031-05-20."
    assert "still to come" in told(date(2031, 6, 2))
    assert told(number=6) == "The term before was number 3."
    assert "this one has 6" in told(years=6)
    assert "1 posts of the new term" in told(DAY, 4, 5, make.post(NEW, LUTING, from_on=DAY))


def test_without_new_officers_it_is_told_that_nobody_is_in_office() -> None:
    snapshot = MemorySnapshot([OF, LUTING])
    (told,) = renewal_advice(snapshot, LUTING, Congress(date(2031, 5, 20), 4, 5), TODAY)
    assert "nobody is in office" in str(told)


# -- whatever was entered before ---------------------------------------------------------------------------

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31)) | st.just(date(2028, 2, 29))
ROLES = st.sampled_from(list(Role))
NAMES = st.sampled_from(["林听潮", "禾小满", "远帆渔具有限公司", "汀望舒", ""])


@st.composite
def counties(draw: st.DrawFn) -> tuple[Chamber, tuple[Record, ...]]:
    """A chamber in whatever term, with posts that overlap, and another chamber of the same member."""
    held = chamber(
        term_number=draw(st.none() | st.integers(1, 9)),
        term_began_on=draw(st.none() | DAYS),
        term_years=draw(st.none() | st.integers(1, 6)),
        term_extended_to=draw(st.none() | DAYS),
        secretary=draw(NAMES),
    )
    other = chamber(name="渔具行业商会")
    spans = st.tuples(st.none() | DAYS, st.none() | DAYS, st.none() | st.integers(1, 10), ROLES)
    of_posts = [
        make.post(who, body, from_on=from_on, to_on=to_on, term_number=number, role=role)
        for who, body in ((OLD, held), (NEW, held), (YUANFAN, held), (YUANFAN, held), (YUANFAN, other))
        for from_on, to_on, number, role in [draw(spans)]
        if from_on is None or to_on is None or from_on <= to_on
    ]
    return held, (OF, held, other, OLD, NEW, YUANFAN, *of_posts)


@st.composite
def congresses(draw: st.DrawFn) -> Congress:
    elected = draw(st.lists(st.builds(Officer, NAMES, ROLES), max_size=4))
    number, years = draw(st.none() | st.integers(1, 10)), draw(st.none() | st.integers(1, 6))
    return Congress(draw(DAYS), number, years, tuple(elected))


def carried_out(snapshot: MemorySnapshot, held: Chamber, told: Congress) -> Proposal | None:
    try:
        return renewal(snapshot, held, told)
    except MoushiError:
        return None


@given(counties(), st.lists(congresses(), min_size=1, max_size=3))
def test_renewals_leave_the_chamber_in_the_term_told_and_undone_restore_it_exactly(
    county: tuple[Chamber, tuple[Record, ...]], told: Iterable[Congress]
) -> None:
    first, records = county
    states = [{record.id: record for record in records}]
    done: list[Proposal] = []
    for congress in told:
        held = states[-1][first.id]
        assert isinstance(held, Chamber)
        proposal = carried_out(MemorySnapshot(states[-1].values()), held, congress)
        if proposal is None:
            continue
        done.append(proposal)
        states.append(applied(states[-1], proposal.edits))
        now = states[-1][first.id]
        assert isinstance(now, Chamber)
        assert (now.term_began_on, now.term_number) == (congress.day, congress.number)
        assert now.term_extended_to is None
        for post in posts(states[-1]):
            before = states[-2].get(post.id)
            if post.chamber_id != first.id:
                assert post == before
            elif before is not None and post != before:
                assert post.to_on == congress.day
                assert post.from_on is None or post.from_on < post.to_on
        open_posts = [p for p in posts(states[-1]) if p.chamber_id == first.id and p.to_on is None]
        of_new = {(p.person_id or p.member_id, p.role) for p in open_posts if p.id not in states[-2]}
        assert len(of_new) == sum(p.id not in states[-2] for p in open_posts)  # nobody is elected twice
    for proposal, before in zip(reversed(done), reversed(states[:-1]), strict=True):
        assert applied(states.pop(), inverse(proposal.edits)) == before


@given(counties(), congresses())
def test_the_history_takes_a_renewal_back_at_once_and_whole(
    county: tuple[Chamber, tuple[Record, ...]], told: Congress
) -> None:
    held, records = county
    with emptied_store() as store:
        store.apply(make.proposal(*records))
        with store.snapshot() as snapshot:
            before = {kind: snapshot.where(kind) for kind in (Chamber, ChamberTerm, Post, Person)}
            proposal = carried_out(snapshot, held, told)  # type: ignore[arg-type]  # of the store, not of memory
        if proposal is None:
            return
        change = store.apply(proposal)
        undo = store.undo(change.id)
        assert undo.applies_at_once
        store.apply(undo.review.accepted)
        with store.snapshot() as snapshot:
            assert {kind: snapshot.where(kind) for kind in before} == before
