"""The records of the county office, in the terms of its field.

Every list is a record kind of its own. A `rank` is a text key (`domain.rank`) that orders siblings and need
not be unique. Texts of passages, leads and items are as printed, closing marks included.

Over 400 lines: every kind with every field is listed here, once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from moushi.domain.kinds import (
    ActivityKind,
    ArticleKind,
    ChamberKind,
    Choice,
    CountRule,
    Direction,
    Level,
    MeasureKind,
    MeasureSource,
    MemberKind,
    PassageKind,
    PlanState,
    Role,
    StateOverride,
)
from moushi.domain.record import Record, attr, natural_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Federation(Record):
    """工商联: a federation of industry and commerce; its leaders are posts."""

    name: str = attr("name")
    short_name: str = attr("short name", default="")
    level: Level = attr("level", default=Level.COUNTY)
    region_code: str | None = attr("region code", default=None)
    parent_id: UUID | None = attr("parent federation", refers_to="Federation", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Township(Record):
    """乡镇、街道: the list against which full coverage is counted."""

    federation_id: UUID = attr("federation", refers_to="Federation")
    name: str = attr("name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chamber(Record):
    """商会: a chamber of commerce of a township, a trade, or people from elsewhere.

    Its running term and its newest 四好 recognition stand here; those before are records of their own.
    """

    federation_id: UUID = attr("federation", refers_to="Federation")
    name: str = attr("name")
    kind: ChamberKind = attr("kind", default=ChamberKind.TOWNSHIP)
    township_id: UUID | None = attr("township", refers_to="Township", default=None)
    uscc: str | None = attr("unified social credit code", default=None)
    founded_on: date | None = attr("founded on", default=None)
    dissolved_on: date | None = attr("dissolved on", default=None)
    term_number: int | None = attr("term number", default=None)
    term_began_on: date | None = attr("term began on", default=None)
    term_years: int | None = attr("term length in years", default=None)
    party_branch: bool = attr("party branch", default=False)
    full_time_staff: int | None = attr("full-time staff", default=None)
    rating_level: str = attr("Four Goods level", default="")
    rating_year: int | None = attr("Four Goods year", default=None)
    secretary: str = attr("secretary", default="")
    term_extended_to: date | None = attr("term extended to", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChamberTerm(Record):
    """届: a term of a chamber that has ended; the running one stands in the chamber."""

    chamber_id: UUID = attr("chamber", refers_to="Chamber")
    number: int | None = attr("term number", default=None)
    began_on: date | None = attr("term began on", default=None)
    ended_on: date | None = attr("term ended on", default=None)
    years: int | None = attr("term length in years", default=None)
    extended_to: date | None = attr("term extended to", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """人员: a leader who is not a member, kept to what the work needs."""

    name: str = attr("name")
    phone: str | None = attr("phone", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """会员: an enterprise, a group or an individual."""

    federation_id: UUID = attr("federation", refers_to="Federation")
    name: str = attr("name")
    kind: MemberKind = attr("kind", default=MemberKind.ENTERPRISE)
    uscc: str | None = attr("unified social credit code", default=None)
    legal_representative: str = attr("legal representative", default="")
    contact: str = attr("contact", default="")
    phone: str | None = attr("phone", default=None)
    industry: str = attr("industry", default="")
    township_id: UUID | None = attr("township", refers_to="Township", default=None)
    staff: int | None = attr("staff", default=None)
    registered_capital: Decimal | None = attr("registered capital (yuan)", default=None)
    joined_on: date | None = attr("joined on", default=None)
    left_on: date | None = attr("left on", default=None)
    left_reason: str = attr("reason for leaving", default="")
    new_generation: bool = attr("new generation", default=False)
    birth_year: int | None = attr("birth year", default=None)
    retain_until: date | None = attr("kept until", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """入会: a member's place in a chamber; a member may be in several."""

    member_id: UUID = attr("member", refers_to="Member")
    chamber_id: UUID = attr("chamber", refers_to="Chamber")
    joined_on: date | None = attr("joined on", default=None)
    left_on: date | None = attr("left on", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """任职: a member or a person holds a role in a federation or a chamber for a term."""

    role: Role = attr("role")
    rank: str = attr("position", default="")
    person_id: UUID | None = attr("person", refers_to="Person", default=None)
    member_id: UUID | None = attr("member", refers_to="Member", default=None)
    federation_id: UUID | None = attr("federation", refers_to="Federation", default=None)
    chamber_id: UUID | None = attr("chamber", refers_to="Chamber", default=None)
    term_number: int | None = attr("term number", default=None)
    from_on: date | None = attr("from", default=None)
    to_on: date | None = attr("to", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """认定: an earlier 四好 recognition of a chamber, or any recognition of a member (清廉民企示范)."""

    chamber_id: UUID | None = attr("chamber", refers_to="Chamber", default=None)
    member_id: UUID | None = attr("member", refers_to="Member", default=None)
    name: str = attr("recognised as", default="")
    level: str = attr("level of recognition", default="")
    year: int | None = attr("year of recognition", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Record):
    """结对: an experienced member and the new-generation one whom it guides (传帮带)."""

    mentor_id: UUID = attr("mentor", refers_to="Member")
    mentee_id: UUID = attr("mentee", refers_to="Member")
    from_on: date | None = attr("from", default=None)
    to_on: date | None = attr("to", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    """品牌活动: a named programme under its canonical name."""

    name: str = attr("name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Record):
    """别名: another name by which texts call a programme."""

    programme_id: UUID = attr("programme", refers_to="Programme")
    name: str = attr("name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """年度计划: a federation's plan of one year; heading and slogan as printed."""

    federation_id: UUID = attr("federation", refers_to="Federation")
    year: int = attr("year")
    heading: str = attr("heading", default="")
    slogan: str = attr("slogan", default="")
    state: PlanState = attr("state", default=PlanState.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """段落: a paragraph of the plan that is no theme; rank is shared with the plan's themes."""

    plan_id: UUID = attr("plan", refers_to="Plan")
    rank: str = attr("position")
    kind: PassageKind = attr("kind")
    text: str = attr("text")
    speaker_unit: str = attr("speaker's unit", default="")
    speaker_post: str = attr("speaker's post", default="")
    speaker_name: str = attr("speaker's name", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """板块: a lead sentence (possibly empty) and the plan items that follow it."""

    plan_id: UUID = attr("plan", refers_to="Plan")
    rank: str = attr("position")
    lead: str = attr("lead sentence", default="")
    label: str = attr("label", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem(Record):
    """工作条目: one sentence of the plan, as printed, and who does it by when."""

    theme_id: UUID = attr("theme", refers_to="Theme")
    rank: str = attr("position")
    text: str = attr("text")
    begins_paragraph: bool = attr("begins a paragraph", default=False)
    short_title: str = attr("short title", default="")
    responsible: str = attr("responsible person", default="")
    leader: str = attr("leader in charge", default="")
    due_on: date | None = attr("due date", default=None)
    state_override: StateOverride | None = attr("state set by hand", default=None)
    override_reason: str = attr("reason for the state", default="")
    done_on: date | None = attr("done on", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUnit(Record):
    """责任单位: a unit that carries an item; the first in order leads (牵头单位), the others cooperate."""

    item_id: UUID = attr("item", refers_to="PlanItem")
    rank: str = attr("position")
    name: str = attr("name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation(Record):
    """结转: an item goes on with one of an earlier year's plan."""

    item_id: UUID = attr("item", refers_to="PlanItem")
    continued_id: UUID = attr("item continued", refers_to="PlanItem")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """节点: a step of an item with its date."""

    item_id: UUID = attr("item", refers_to="PlanItem")
    rank: str = attr("position")
    text: str = attr("text")
    due_on: date | None = attr("due date", default=None)
    done_on: date | None = attr("done on", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProgramme(Record):
    """An item serves a programme."""

    item_id: UUID = attr("item", refers_to="PlanItem")
    programme_id: UUID = attr("programme", refers_to="Programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """指标: what is counted of an item; amounts in yuan, ratios with `base` as N of n/N.

    One whose source is the ledger or the register counts by its `rule`; `activity_kind`, `level` and
    `serving_only` (only what serves the item) narrow that.
    """

    item_id: UUID = attr("item", refers_to="PlanItem")
    rank: str = attr("position")
    name: str = attr("name")
    kind: MeasureKind = attr("kind", default=MeasureKind.COUNT)
    unit: str = attr("unit", default="")
    direction: Direction = attr("direction", default=Direction.AT_LEAST)
    target: Decimal | None = attr("target", default=None)
    base: Decimal | None = attr("counted against", default=None)
    due_on: date | None = attr("due date", default=None)
    source: MeasureSource = attr("where the value comes from", default=MeasureSource.HAND)
    rule: CountRule | None = attr("what is counted", default=None)
    activity_kind: ActivityKind | None = attr("activities counted", default=None)
    level: str = attr("level counted", default="")
    serving_only: bool = attr("only what serves the item", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubMeasure(Record):
    """其中: a part of a measure counted by itself; where that counts, by a rule of its own."""

    measure_id: UUID = attr("measure", refers_to="Measure")
    rank: str = attr("position")
    name: str = attr("name")
    target: Decimal | None = attr("target", default=None)
    rule: CountRule | None = attr("what is counted", default=None)
    activity_kind: ActivityKind | None = attr("activities counted", default=None)
    level: str = attr("level counted", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChamber(Record):
    """A chamber that a measure names, such as one of those to be renewed this year."""

    measure_id: UUID = attr("measure", refers_to="Measure")
    chamber_id: UUID = attr("chamber", refers_to="Chamber")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Record):
    """进展: what was reached of an item, a measure of it or a part of that, in a period (`domain.period`).

    A report of a part names both the measure and the part. One that names a chamber is that chamber's own, as
    its return brought it; what chambers report of a measure is added up (`domain.chamber_reports`).
    """

    item_id: UUID = attr("item", refers_to="PlanItem")
    measure_id: UUID | None = attr("measure", refers_to="Measure", default=None)
    period: str = attr("period")
    value: Decimal | None = attr("this period", default=None)
    cumulative: Decimal | None = attr("cumulative as reported", default=None)
    narrative: str = attr("progress in words", default="")
    problems: str = attr("problems", default="")
    next_steps: str = attr("next steps", default="")
    evidence: str = attr("evidence", default="")
    reported_by: str = attr("reported by", default="")
    part_id: UUID | None = attr("part of a measure", refers_to="SubMeasure", default=None)
    chamber_id: UUID | None = attr("chamber that reports", refers_to="Chamber", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """台账记录: a dated event; which counts its kind has is said in `domain.ledger`, amounts are in yuan."""

    federation_id: UUID = attr("federation", refers_to="Federation")
    kind: ActivityKind = attr("kind")
    title: str = attr("title", default="")
    held_on: date = attr("held on")
    until: date | None = attr("until", default=None)
    place: str = attr("place", default="")
    chamber_id: UUID | None = attr("chamber", refers_to="Chamber", default=None)
    meeting: str = attr("name of the meeting", default="")
    people: int | None = attr("people", default=None)
    collected: int | None = attr("problems collected", default=None)
    closed: int | None = attr("problems closed", default=None)
    cases: int | None = attr("cases taken", default=None)
    settled: int | None = attr("cases settled", default=None)
    jobs: int | None = attr("jobs", default=None)
    villages: int | None = attr("villages", default=None)
    amount: Decimal | None = attr("amount (yuan)", default=None)
    fee: Decimal | None = attr("fee (yuan)", default=None)
    narrative: str = attr("notes", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Record):
    """参加: a member takes part in an activity, or is visited or is given a loan."""

    activity_id: UUID = attr("activity", refers_to="Activity")
    member_id: UUID = attr("member", refers_to="Member")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityItem(Record):
    """An activity serves a plan item."""

    activity_id: UUID = attr("activity", refers_to="Activity")
    item_id: UUID = attr("item", refers_to="PlanItem")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """附件: a photo or paper of an activity; the file lies in the store's folder under its SHA-256 (hex)."""

    activity_id: UUID = attr("activity", refers_to="Activity")
    name: str = attr("file name")
    sha256: str = attr("checksum")
    size: int = attr("size (bytes)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """稿件: title block and layout of what goes to the paper; lead paragraphs stand one per line."""

    year: int = attr("year")
    kind: ArticleKind = attr("kind", default=ArticleKind.PLAN)
    period: str | None = attr("period", default=None)
    part: str = attr("part", default="")
    kicker: str = attr("kicker", default="")
    headline: str = attr("headline", default="")
    byline: str = attr("byline", default="")
    lead: str = attr("lead", default="")
    layout: str = attr("layout preset", default="")
    audience: str = attr("for whom", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSection(Record):
    """单元: a plan's place in an article, and the room it is to fill: lines, or a depth of its columns."""

    article_id: UUID = attr("article", refers_to="Article")
    plan_id: UUID = attr("plan", refers_to="Plan")
    rank: str = attr("position")
    choice: Choice = attr("items printed", default=Choice.ALL)
    target_lines: int | None = attr("target in lines", default=None)
    target_mm: Decimal | None = attr("target depth (mm)", default=None)
    fit: bool = attr("set to fill its target", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleItem(Record):
    """An item listed in an article, in other words than the plan's when `wording` is not null."""

    article_id: UUID = attr("article", refers_to="Article")
    item_id: UUID = attr("item", refers_to="PlanItem")
    rank: str = attr("position")
    wording: str | None = attr("wording for the paper", default=None)


KINDS: dict[str, type[Record]] = {
    kind.__name__: kind
    for kind in (
        Federation,
        Township,
        Chamber,
        ChamberTerm,
        Person,
        Member,
        Membership,
        Post,
        Rating,
        Pairing,
        Programme,
        Alias,
        Plan,
        Passage,
        Theme,
        PlanItem,
        ItemUnit,
        Continuation,
        Milestone,
        ItemProgramme,
        Measure,
        SubMeasure,
        MeasureChamber,
        Progress,
        Activity,
        Participation,
        ActivityItem,
        Attachment,
        Article,
        ArticleSection,
        ArticleItem,
    )
}
"""Every record kind by its class name; a kind that refers to another stands after it."""


def normal_name(name: str) -> str:
    """A name as compared: full-width folded, white space gone, case folded, 工商业联合会 as 工商联."""
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))
    folded = unicodedata.normalize("NFKC", bare.casefold())  # accents may stand side by side only now
    return folded.replace("工商业联合会", "工商联")


def federation_id(name: str) -> UUID:
    """The id of the federation of that name, in full or in short form."""
    return natural_id("Federation", normal_name(name))


def township_id(federation: UUID, name: str) -> UUID:
    """The id of a federation's township."""
    return natural_id("Township", federation, normal_name(name))


def programme_id(name: str) -> UUID:
    """The id of the programme of that canonical name."""
    return natural_id("Programme", normal_name(name))


def plan_id(federation: UUID, year: int) -> UUID:
    """The id of a federation's plan of a year."""
    return natural_id("Plan", federation, year)
