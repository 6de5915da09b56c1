"""What a clerk would ask of each rule where days, levels and terms are awkward; and the rules in words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as f
from county import counting
from moushi.domain.counting import RULES, rule_words, tally
from moushi.domain.kinds import ActivityKind, CountRule, MeasureSource, MemberKind, Role
from moushi.domain.records import Chamber
from moushi.domain.snapshot import MemorySnapshot
from moushi.domain.terms import term_ends, years_later

OF = f.federation()
PLAN = f.plan(OF, 2031)
THEME = f.theme(PLAN)
ITEM = f.item(THEME)
FRAME = (OF, PLAN, THEME, ITEM)
JUNE = date(2031, 6, 30)


def counted(rule, *records, day=JUNE, **fields):
    measure = counting(ITEM, rule, **fields)
    found = tally(MemorySnapshot([*FRAME, *records, measure]), measure, day)
    return found.value if found.base is None else (found.value, found.base)


class TestTownships:
    TOWNS = tuple(f.township(OF, name) for name in ("东镇", "西镇", "南镇"))

    def test_a_township_is_covered_while_one_of_its_chambers_lives(self):
        chambers = [
            f.chamber(OF, "东镇商会", township_id=self.TOWNS[0].id, dissolved_on=date(2031, 6, 30)),
            f.chamber(OF, "西镇商会", township_id=self.TOWNS[1].id, founded_on=date(2031, 6, 30)),
            f.chamber(OF, "渔业商会"),
        ]
        told = [
            counted(CountRule.TOWNSHIPS_COVERED, *self.TOWNS, *chambers, day=JUNE + timedelta(days=n))
            for n in (-1, 0)
        ]
        assert told == [(1, 3), (1, 3)]  # the one is dissolved on the day on which the other is founded

    def test_an_overdue_term_counts_and_is_marked_until_a_chamber_in_term_stands_beside_it(self):
        town = self.TOWNS[0]
        late = f.chamber(OF, township_id=town.id, term_began_on=date(2026, 6, 29), term_years=5)
        measure = counting(ITEM, CountRule.TOWNSHIPS_COVERED)
        records = [*FRAME, town, late, measure]
        found = tally(MemorySnapshot(records), measure, JUNE)
        assert (found.counted, found.overdue, found.missing) == ((town,), (town,), ())
        in_term = f.chamber(OF, "东镇新商会", township_id=town.id)
        assert tally(MemorySnapshot([*records, in_term]), measure, JUNE).overdue == ()
        assert tally(MemorySnapshot(records), measure, date(2031, 6, 29)).overdue == ()

    def test_a_township_renamed_or_without_chambers_is_one_of_all(self):
        assert counted(CountRule.TOWNSHIPS_COVERED, *self.TOWNS) == (0, 3)
        assert counted(CountRule.TOWNSHIPS_COVERED) == (0, 0)


class TestRenewal:
    def test_a_congress_counts_from_its_day_on_also_when_another_followed(self):
        chamber = f.chamber(OF, term_began_on=date(2031, 9, 1), term_number=4)
        before = f.chamber_term(chamber, number=3, began_on=date(2031, 6, 30), ended_on=date(2031, 9, 1))
        days = (date(2031, 6, 29), JUNE, date(2031, 12, 31))
        told = [counted(CountRule.CHAMBERS_RENEWED, chamber, before, day=day) for day in days]
        assert told == [(0, 1), (1, 1), (1, 1)]

    @pytest.mark.parametrize(
        ("fields", "is_to_be_renewed"),
        [
            ({"term_began_on": date(2026, 3, 1), "term_years": 5}, True),
            ({"term_began_on": date(2026, 3, 1), "term_years": 4}, True),  # overdue since last year
            ({"term_began_on": date(2026, 12, 31), "term_years": 5}, True),
            ({"term_began_on": date(2027, 1, 1), "term_years": 5}, False),
            (
                {"term_began_on": date(2026, 3, 1), "term_years": 5, "term_extended_to": date(2032, 3, 1)},
                False,
            ),
            ({"term_began_on": date(2024, 2, 29), "term_years": 7}, True),
            ({"term_began_on": date(2026, 3, 1)}, False),  # nobody knows how long
            ({"term_began_on": date(2031, 3, 1), "term_number": 1}, False),  # founded, not renewed
            ({"term_began_on": date(2031, 3, 1), "founded_on": date(2031, 3, 1)}, False),
            ({"term_began_on": date(2031, 3, 1), "term_number": 2}, True),
            ({"term_began_on": date(2026, 3, 1), "term_years": 5, "dissolved_on": date(2031, 2, 1)}, False),
        ],
    )
    def test_without_named_chambers_those_count_that_fall_due(self, fields, is_to_be_renewed):
        _, base = counted(CountRule.CHAMBERS_RENEWED, f.chamber(OF, **fields))
        assert base == is_to_be_renewed

    def test_what_was_renewed_a_year_late_was_due_in_both_years(self):
        chamber = f.chamber(OF, term_began_on=date(2032, 3, 1), term_years=5, term_number=3)
        late = f.chamber_term(
            chamber, number=2, began_on=date(2026, 3, 1), years=5, ended_on=date(2032, 3, 1)
        )
        assert counted(CountRule.CHAMBERS_RENEWED, chamber, late) == (0, 1)

    def test_named_chambers_count_alone_each_once_whatever_federation_they_are_of(self):
        chambers = [f.chamber(OF, term_began_on=date(2031, n, 1), term_number=2) for n in (1, 8)]
        far = f.chamber(f.federation("外县工商联"), term_began_on=date(2031, 2, 1))
        measure = counting(ITEM, CountRule.CHAMBERS_RENEWED)
        named = [f.measure_chamber(measure, each) for each in (chambers[1], far, far)]
        other = f.chamber(OF, "没指定的", term_began_on=date(2031, 2, 1), term_number=2)
        found = tally(MemorySnapshot([*FRAME, *chambers, far, other, measure, *named]), measure, JUNE)
        assert (found.value, found.base) == (1, 2)
        assert (found.counted, found.missing) == ((far,), (chambers[1],))


class TestLevels:
    @pytest.mark.parametrize(
        ("wanted", "held", "same"),
        [
            ("省", "省级", True),
            ("省级", "省级四好商会", True),
            ("省级四好商会", " 省 ", True),
            ("省级", "市级", False),
            ("县级", "区级", True),
            ("县（区）级", "县级", True),
            ("全国", "国家级", True),
            ("", "五星", True),
            ("五星", "五星四好商会", True),
            ("五星", "四星", False),
            ("市级", "浙江省四好商会", False),
            ("省级", "浙江省四好商会", True),
            ("四好商会", "四好商会", True),
            ("示范点", "示范单位", False),
        ],
    )
    def test_levels_are_the_same_however_they_are_written(self, wanted, held, same):
        chamber = f.chamber(OF, rating_year=2031, rating_level=held)
        assert counted(CountRule.CHAMBERS_RATED, chamber, level=wanted) == same

    def test_a_chamber_recognised_twice_in_a_year_counts_once(self):
        chamber = f.chamber(OF, rating_year=2031, rating_level="省级")
        earlier = [f.rating(chamber, year=2031, level="市级"), f.rating(chamber, year=2030)]
        assert counted(CountRule.CHAMBERS_RATED, chamber, *earlier) == 1
        assert counted(CountRule.CHAMBERS_RATED, chamber, *earlier, level="市级") == 1
        assert counted(CountRule.CHAMBERS_RATED, chamber, *earlier, level="县级") == 0


class TestMembers:
    def test_who_joins_on_a_day_is_in_and_who_leaves_on_it_is_out(self):
        joins, leaves = f.member(OF, joined_on=JUNE), f.member(OF, left_on=JUNE)
        days = [JUNE - timedelta(days=1), JUNE]
        assert [counted(CountRule.MEMBERS, joins, day=day) for day in days] == [0, 1]
        assert [counted(CountRule.MEMBERS, leaves, day=day) for day in days] == [1, 0]

    def test_who_joined_and_left_within_the_year_joined_all_the_same(self):
        came = f.member(OF, joined_on=date(2031, 2, 1), left_on=date(2031, 3, 1))
        assert counted(CountRule.MEMBERS_JOINED, came, f.member(OF, joined_on=date(2030, 12, 31))) == 1

    def test_talents_are_45_at_most_by_year_of_birth(self):
        born = (1985, 1986, 2001, None, 2**31 - 1)
        some = [f.member(OF, new_generation=True, birth_year=year) for year in born]
        assert counted(CountRule.TALENTS, *some, f.member(OF, birth_year=2001)) == 3
        assert counted(CountRule.TALENTS, *some[:2], day=date(2030, 12, 31)) == 2

    def test_a_mentor_of_two_is_one_mentor_of_two_pairs(self):
        mentor, *others = (f.member(OF) for _ in range(3))
        pairs = [f.pairing(mentor, other) for other in others]
        over = f.pairing(others[0], others[1], to_on=JUNE)
        assert counted(CountRule.MENTORS, mentor, *others, *pairs, over) == 1
        assert counted(CountRule.PAIRS, mentor, *others, *pairs, over) == 2


class TestCommittee:
    def seat(self, **fields):
        firm = f.member(OF, **{k: v for k, v in fields.items() if k in ("kind", "left_on")})
        post = {"role": Role.EXECUTIVE_COMMITTEE} | {
            k: v for k, v in fields.items() if k not in ("kind", "left_on")
        }
        return firm, f.post(firm, OF, **post)

    @pytest.mark.parametrize(
        ("fields", "sits"),
        [
            ({}, True),
            ({"role": Role.VICE}, True),
            ({"role": Role.STANDING_COMMITTEE}, True),
            ({"role": Role.COUNCIL}, False),
            ({"role": Role.SUPERVISOR}, False),
            ({"role": Role.HONORARY_PRESIDENT}, False),
            ({"from_on": JUNE}, True),
            ({"from_on": date(2031, 7, 1)}, False),
            ({"to_on": JUNE}, False),
            ({"to_on": date(2031, 7, 1)}, True),
            ({"left_on": JUNE}, False),
            ({"kind": MemberKind.INDIVIDUAL}, False),
        ],
    )
    def test_a_seat_is_a_post_in_office_of_an_enterprise(self, fields, sits):
        assert counted(CountRule.COMMITTEE_VISITED, *self.seat(**fields)) == (0, sits)

    def test_a_seat_of_a_chamber_is_none_of_the_federation(self):
        firm, chamber = f.member(OF), f.chamber(OF)
        post = f.post(firm, chamber, role=Role.EXECUTIVE_COMMITTEE)
        assert counted(CountRule.COMMITTEE_VISITED, firm, chamber, post) == (0, 0)

    def test_an_enterprise_in_two_seats_visited_twice_counts_once(self):
        firm, seat = self.seat()
        visits = [f.activity(OF, ActivityKind.VISIT, held_on=date(2031, month, 1)) for month in (2, 3)]
        met = [f.participation(visit, firm) for visit in visits]
        again = f.post(firm, OF, role=Role.VICE)
        assert counted(CountRule.COMMITTEE_VISITED, firm, seat, again, *visits, *met) == (1, 1)

    def test_only_visits_count_unless_the_measure_says_otherwise(self):
        firm, seat = self.seat()
        talk = f.activity(OF, ActivityKind.TALK)
        records = (firm, seat, talk, f.participation(talk, firm))
        assert counted(CountRule.COMMITTEE_VISITED, *records) == (0, 1)
        assert counted(CountRule.COMMITTEE_VISITED, *records, activity_kind=ActivityKind.TALK) == (1, 1)


class TestLedger:
    def test_what_spans_days_counts_at_its_first(self):
        long = f.activity(OF, held_on=date(2031, 6, 30), until=date(2031, 7, 2))
        over = f.activity(OF, held_on=date(2030, 12, 31), until=date(2031, 1, 2))
        assert counted(CountRule.ACTIVITIES, long, over) == 1
        assert counted(CountRule.ACTIVITIES, long, over, day=date(2031, 6, 29)) == 0

    def test_two_in_a_month_are_one_month(self):
        days = (date(2031, 3, 1), date(2031, 3, 31), date(2031, 5, 1))
        duty = [f.activity(OF, ActivityKind.ROTATION, held_on=day) for day in days]
        assert counted(CountRule.MONTHS, *duty, activity_kind=ActivityKind.ROTATION) == 2

    def test_amounts_are_added_exactly_however_long_they_are(self):
        long = Decimal("0.0000000000000000000000000000000000000001")
        loans = [f.activity(OF, ActivityKind.LOAN, amount=amount) for amount in (Decimal(10) ** 39, long)]
        assert counted(CountRule.AMOUNT, *loans) == Decimal(f"1{'0' * 39}.{'0' * 39}1")

    def test_what_is_not_told_adds_nothing_and_is_not_listed(self):
        told, silent = f.activity(OF, people=0), f.activity(OF)
        measure = counting(ITEM, CountRule.PEOPLE)
        found = tally(MemorySnapshot([*FRAME, told, silent, measure]), measure, JUNE)
        assert (found.value, found.counted) == (0, (told,))

    @given(st.lists(st.tuples(st.dates(date(2030, 1, 1), date(2032, 1, 31)), st.integers(0, 9)), max_size=12))
    def test_the_year_never_loses_what_it_counted(self, held):
        entries = [f.activity(OF, held_on=day, people=people) for day, people in held]
        snapshot = MemorySnapshot([*FRAME, *entries, measure := counting(ITEM, CountRule.PEOPLE)])
        values = [count.value for count in snapshot.counts(measure.id)]
        assert values == sorted(values)
        assert values[-1] == sum(people for day, people in held if day.year == 2031)


class TestTerms:
    def test_a_term_that_began_on_29_february_ends_on_the_28th(self):
        assert years_later(date(2028, 2, 29), 5) == date(2033, 2, 28)
        assert years_later(date(2028, 2, 29), 4) == date(2032, 2, 29)

    @pytest.mark.parametrize("years", [-3000, 8000, 2**31 - 1])
    def test_beyond_the_calendar_nothing_is_due(self, years):
        assert years_later(date(2031, 1, 1), years) is None
        chamber = f.chamber(OF, term_began_on=date(2031, 1, 1), term_years=years)
        assert term_ends(chamber) is None
        assert counted(CountRule.CHAMBERS, chamber) == 1

    def test_the_later_of_length_and_extension_counts(self):
        chamber = f.chamber(
            OF, term_began_on=date(2026, 3, 1), term_years=5, term_extended_to=date(2030, 1, 1)
        )
        assert term_ends(chamber) == date(2031, 3, 1)
        assert term_ends(f.chamber_term(chamber, extended_to=date(2031, 9, 1))) == date(2031, 9, 1)


class TestWords:
    def words(self, rule, whole=None, named=0, **fields):
        return str(rule_words(counting(ITEM, rule, **fields), whole, named))

    def test_a_rule_says_what_is_counted_against_what(self):
        told = self.words(CountRule.TOWNSHIPS_COVERED)
        assert told.startswith("townships with a chamber: townships with a live chamber ÷ all townships")

    def test_what_narrows_it_is_said_behind(self):
        told = self.words(
            CountRule.ACTIVITIES, activity_kind=ActivityKind.TALK, serving_only=True, level="省"
        )
        assert told.endswith("activities held this year; only “talk”; only what serves this item")
        assert self.words(CountRule.CHAMBERS_RATED, level="省级").endswith("; only of level “省级”")

    def test_named_chambers_are_told(self):
        assert "÷ the 3 chambers named" in self.words(CountRule.CHAMBERS_RENEWED, named=3)

    def test_a_part_is_told_by_its_own_rule_and_the_whole_s_narrowing(self):
        whole = counting(ITEM, CountRule.ACTIVITIES, serving_only=True)
        part = f.sub_measure(whole, rule=CountRule.COLLECTED)
        assert str(rule_words(part, whole)).endswith(
            "problems collected this year; only what serves this item"
        )
        silent = f.sub_measure(whole, rule=CountRule.MEMBERS)
        assert str(rule_words(silent, whole)) == "the ledger"

    def test_what_does_not_count_itself_says_where_its_value_comes_from(self):
        assert str(rule_words(f.measure(ITEM, source=MeasureSource.RETURNS))) == "chambers' returns"

    @pytest.mark.parametrize("rule", CountRule)
    def test_every_rule_has_words_and_a_unit(self, rule):
        assert RULES[rule].unit
        assert str(RULES[rule].words) in self.words(rule)


def test_a_plan_of_a_year_that_no_period_can_name_counts_nothing():
    for year in (0, 999, 3000, 10_000):
        plan = f.plan(OF, year)
        theme = f.theme(plan)
        item = f.item(theme)
        measure = counting(item, CountRule.CHAMBERS)
        snapshot = MemorySnapshot([OF, plan, theme, item, measure, f.chamber(OF)])
        assert snapshot.counts(measure.id) == ()
        assert snapshot.where(Chamber)
