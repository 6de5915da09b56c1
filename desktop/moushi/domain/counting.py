"""Measures that count themselves: what the register or the ledger says of a plan's year, as of a day.

A measure whose source is the register or the ledger is counted by its rule (`counting_rules` reads the
records). What a rule counts stands here in words, so that a person can see what a number is made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moushi.domain.kinds import CountRule, MeasureSource
from moushi.domain.record import Record
from moushi.domain.records import Measure, Progress, SubMeasure
from moushi.domain.snapshot import Count, Snapshot
from moushi.errors import Message, say

__all__ = [
    "RULES",
    "Count",
    "Rule",
    "Tally",
    "counted_reports",
    "counts",
    "is_counted",
    "rule_words",
    "tally",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a measure can count by itself.

    `narrowings` are the fields of a measure that narrow it ("chambers": those it names). Of a flow the year's
    counts add up and each month has its own; otherwise it is what stands on the day. `is_ratio`: it is
    counted against something. `unit` is the word that a measure of it usually has, as documents print it.
    """

    source: MeasureSource
    words: Message
    unit: str
    narrowings: frozenset[str] = frozenset()
    is_flow: bool = False
    is_ratio: bool = False


def _register(words: Message, unit: str, *narrowings: str, flow: bool = False, ratio: bool = False) -> Rule:
    return Rule(MeasureSource.REGISTER, words, unit, frozenset(narrowings), flow, ratio)


def _ledger(words: Message, unit: str, *, ratio: bool = False) -> Rule:
    narrowings = frozenset({"activity_kind", "serving_only"})
    return Rule(MeasureSource.LEDGER, words, unit, narrowings, is_flow=True, is_ratio=ratio)


RULES: Mapping[CountRule, Rule] = {
    CountRule.TOWNSHIPS_COVERED: _register(
        say("townships with a live chamber ÷ all townships; an overdue term counts, but is marked"),
        "个",
        ratio=True,
    ),
    CountRule.CHAMBERS_RENEWED: _register(
        say("chambers whose new term began this year ÷ chambers named, or else all that fall due this year"),
        "家",
        "chambers",
        flow=True,
        ratio=True,
    ),
    CountRule.CHAMBERS_RATED: _register(
        say("chambers recognised as Four Goods this year, each once"), "家", "level"
    ),
    CountRule.CHAMBERS: _register(say("live chambers; an overdue term counts, but is marked"), "家"),
    CountRule.PARTY_BRANCHES: _register(
        say("live chambers with a Party branch ÷ all live chambers"), "家", ratio=True
    ),
    CountRule.MEMBERS: _register(say("members who have joined and not left"), "家"),
    CountRule.MEMBERS_JOINED: _register(say("members who joined this year"), "家", flow=True),
    CountRule.MEMBERS_RATED: _register(say("members recognised this year, each once"), "家", "level"),
    CountRule.MENTORS: _register(say("mentors of the pairs in force, each once"), "名"),
    CountRule.PAIRS: _register(say("mentor pairs in force"), "对"),
    CountRule.TALENTS: _register(
        say("new-generation members of 45 years at most, by year of birth; who has none is not counted"), "名"
    ),
    CountRule.ACTIVITIES: _ledger(say("activities held this year"), "场"),
    CountRule.MONTHS: _ledger(say("months of this year in which an activity was held"), "个月"),
    CountRule.ENTERPRISES: _ledger(say("members taking part in this year's activities, each once"), "家"),
    CountRule.COMMITTEE_VISITED: _ledger(
        say(
            "enterprises with a post in office of executive committee member or higher that were visited "
            "this year ÷ all such enterprises"
        ),
        "家",
        ratio=True,
    ),
    CountRule.PEOPLE: _ledger(say("people who took part in this year's activities"), "人次"),
    CountRule.COLLECTED: _ledger(say("problems collected this year"), "件"),
    CountRule.CLOSED: _ledger(say("problems closed this year"), "件"),
    CountRule.CASES: _ledger(say("cases taken this year"), "起"),
    CountRule.SETTLED: _ledger(say("cases settled this year"), "起"),
    CountRule.JOBS: _ledger(say("jobs of this year's activities"), "个"),
    CountRule.VILLAGES: _ledger(say("villages of this year's activities"), "个"),
    CountRule.AMOUNT: _ledger(say("amounts of this year's activities"), "元"),
    CountRule.FEES: _ledger(say("fees of this year's activities"), "元"),
}
"""All rules, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a measure or a part of it comes to on a day, and of what.

    `base` is N of n/N, None of what is counted against nothing; `missing` are those of the base that are not
    counted; `overdue` are those counted of which the term of office has run out.
    """

    value: Decimal
    base: Decimal | None = None
    counted: tuple[Record, ...] = ()
    missing: tuple[Record, ...] = ()
    overdue: tuple[Record, ...] = ()


def is_counted(subject: Measure | SubMeasure, whole: Measure | None = None) -> bool:
    """Whether a measure, or a part of the `whole`, counts itself: it has a rule, one of its source."""
    held = whole or subject
    source = held.source if isinstance(held, Measure) else None
    return subject.rule is not None and RULES[subject.rule].source is source


def tally(snapshot: Snapshot, subject: Measure | SubMeasure, as_of: date) -> Tally | None:
    """What a measure or a part of it comes to on a day, and of what; None when it does not count itself."""
    raise NotImplementedError


def counts(snapshot: Snapshot, measure: Measure, year: int) -> tuple[Count, ...]:
    """What a measure and its parts come to at each month's end of a year, as far as they count themselves."""
    raise NotImplementedError


def rule_words(subject: Measure | SubMeasure, whole: Measure | None = None, named: int = 0) -> Message:
    """What a measure, or a part of the `whole`, counts, in words; `named`: how many chambers it names.

    Of what does not count itself, where its value comes from.
    """
    raise NotImplementedError


def counted_reports(
    measure: Measure, reports: Sequence[Progress], counts: Sequence[Count]
) -> tuple[Measure, tuple[Progress, ...]]:
    """A measure with the base it is counted against, and the item's reports with its counts among them."""
    raise NotImplementedError
