"""What a person calls the record kinds and their fields."""

from __future__ import annotations

from enum import StrEnum

from moushi.domain.kinds import (
    ActivityKind,
    ArticleKind,
    ChamberKind,
    Choice,
    Colour,
    CountRule,
    Direction,
    Level,
    MeasureKind,
    MeasureSource,
    MemberKind,
    PassageKind,
    PlanState,
    Role,
    State,
    StateOverride,
)
from moushi.domain.record import Record, field_of
from moushi.errors import Message, say

KIND_WORDS: dict[str, Message] = {
    "Federation": say("federation"),
    "Township": say("township"),
    "Chamber": say("chamber"),
    "ChamberTerm": say("ended term of a chamber"),
    "Person": say("person"),
    "Member": say("member"),
    "Membership": say("membership"),
    "Post": say("post"),
    "Rating": say("recognition"),
    "Pairing": say("mentor pair"),
    "Programme": say("programme"),
    "Alias": say("alias"),
    "Plan": say("plan"),
    "Passage": say("passage"),
    "Theme": say("theme"),
    "PlanItem": say("plan item"),
    "ItemUnit": say("unit of an item"),
    "Continuation": say("link to last year's item"),
    "Milestone": say("milestone"),
    "ItemProgramme": say("programme of an item"),
    "Measure": say("measure"),
    "SubMeasure": say("part of a measure"),
    "MeasureChamber": say("chamber that a measure names"),
    "Progress": say("progress"),
    "Activity": say("ledger entry"),
    "Participation": say("member taking part"),
    "ActivityItem": say("item that an activity serves"),
    "Attachment": say("attachment"),
    "Article": say("article"),
    "ArticleSection": say("section of an article"),
    "ArticleItem": say("item of an article"),
}
"""What a person calls each record kind, by its class name."""


def kind_word(kind: type[Record]) -> Message:
    """What a person calls a record kind."""
    return KIND_WORDS[kind.__name__]


def field_word(kind: type[Record], name: str) -> Message:
    """What a person calls a field: its label."""
    return Message(field_of(kind, name).label)


CHOICE_WORDS: dict[type[StrEnum], dict[StrEnum, Message]] = {
    Level: {
        Level.CITY: say("city"),
        Level.COUNTY: say("county"),
        Level.DISTRICT: say("district"),
    },
    ChamberKind: {
        ChamberKind.TOWNSHIP: say("township chamber"),
        ChamberKind.TRADE: say("trade chamber"),
        ChamberKind.ELSEWHERE: say("chamber of people from elsewhere"),
        ChamberKind.NEW_GENERATION: say("new-generation entrepreneurs' association"),
        ChamberKind.OTHER: say("other chamber"),
    },
    MemberKind: {
        MemberKind.ENTERPRISE: say("enterprise"),
        MemberKind.GROUP: say("group"),
        MemberKind.INDIVIDUAL: say("individual"),
    },
    Role: {
        Role.CHAIR: say("chair of the federation"),
        Role.PRESIDENT: say("president"),
        Role.PARTY_SECRETARY: say("Party group secretary"),
        Role.EXECUTIVE_VICE: say("standing vice president"),
        Role.ACTING_PRESIDENT: say("executive president"),
        Role.VICE: say("vice president"),
        Role.CHIEF_SUPERVISOR: say("chief supervisor"),
        Role.SUPERVISOR: say("supervisor"),
        Role.SECRETARY_GENERAL: say("secretary-general"),
        Role.STANDING_COMMITTEE: say("standing committee member"),
        Role.EXECUTIVE_COMMITTEE: say("executive committee member"),
        Role.COUNCIL: say("council member"),
        Role.HONORARY_PRESIDENT: say("honorary president"),
        Role.BRANCH_SECRETARY: say("Party branch secretary"),
    },
    PlanState: {
        PlanState.DRAFT: say("draft"),
        PlanState.APPROVED: say("approved"),
        PlanState.CLOSED: say("closed"),
    },
    PassageKind: {
        PassageKind.OPENING: say("opening"),
        PassageKind.SPEECH: say("speech"),
        PassageKind.OTHER: say("other passage"),
    },
    MeasureKind: {
        MeasureKind.COUNT: say("count"),
        MeasureKind.AMOUNT: say("amount"),
        MeasureKind.RATIO: say("ratio"),
        MeasureKind.AVERAGE: say("average"),
        MeasureKind.MILESTONE: say("one-time target"),
        MeasureKind.CONTINUING: say("continuing"),
    },
    MeasureSource: {
        MeasureSource.HAND: say("entered by hand"),
        MeasureSource.RETURNS: say("chambers' returns"),
        MeasureSource.LEDGER: say("the ledger"),
        MeasureSource.REGISTER: say("the register"),
    },
    ActivityKind: {
        ActivityKind.VISIT: say("visit"),
        ActivityKind.DIALOGUE: say("government-enterprise dialogue"),
        ActivityKind.TRAINING: say("training"),
        ActivityKind.TALK: say("talk"),
        ActivityKind.MEDIATION: say("mediation"),
        ActivityKind.PAIRING: say("village pairing"),
        ActivityKind.WORKSHOP: say("workshop"),
        ActivityKind.DONATION: say("donation"),
        ActivityKind.LOAN: say("mutual-aid loan"),
        ActivityKind.ROTATION: say("duty month"),
        ActivityKind.MEETING: say("meeting"),
        ActivityKind.OTHER: say("other activity"),
    },
    CountRule: {
        CountRule.TOWNSHIPS_COVERED: say("townships with a chamber"),
        CountRule.CHAMBERS_RENEWED: say("chambers renewed"),
        CountRule.CHAMBERS_RATED: say("Four Goods chambers"),
        CountRule.CHAMBERS: say("chambers"),
        CountRule.PARTY_BRANCHES: say("chambers with a Party branch"),
        CountRule.MEMBERS: say("members"),
        CountRule.MEMBERS_JOINED: say("new members"),
        CountRule.MEMBERS_RATED: say("recognised members"),
        CountRule.MENTORS: say("mentors"),
        CountRule.PAIRS: say("mentor pairs"),
        CountRule.TALENTS: say("new-generation talents"),
        CountRule.ACTIVITIES: say("number of activities"),
        CountRule.MONTHS: say("months with an activity"),
        CountRule.ENTERPRISES: say("members taking part"),
        CountRule.COMMITTEE_VISITED: say("committee enterprises visited"),
        CountRule.PEOPLE: say("people taking part"),
        CountRule.COLLECTED: say("problems collected"),
        CountRule.CLOSED: say("problems closed"),
        CountRule.CASES: say("cases taken"),
        CountRule.SETTLED: say("cases settled"),
        CountRule.JOBS: say("jobs"),
        CountRule.VILLAGES: say("villages"),
        CountRule.AMOUNT: say("amount"),
        CountRule.FEES: say("fees"),
    },
    Direction: {
        Direction.AT_LEAST: say("not less than"),
        Direction.AT_MOST: say("not more than"),
    },
    StateOverride: {
        StateOverride.SUSPENDED: say("suspended"),
        StateOverride.CANCELLED: say("cancelled"),
    },
    ArticleKind: {
        ArticleKind.PLAN: say("plan article"),
        ArticleKind.PROGRESS: say("progress article"),
    },
    Choice: {
        Choice.ALL: say("all items"),
        Choice.LISTED: say("chosen items"),
    },
    State: {
        State.NOT_STARTED: say("not started"),
        State.UNREPORTED: say("unreported"),
        State.ON_SCHEDULE: say("on schedule"),
        State.AHEAD: say("ahead of schedule"),
        State.BEHIND: say("behind schedule"),
        State.DONE: say("done"),
        State.OVERDUE: say("overdue"),
        State.SUSPENDED: say("suspended"),
        State.CANCELLED: say("cancelled"),
    },
    Colour: {
        Colour.GREEN: say("green"),
        Colour.BLUE: say("blue"),
        Colour.YELLOW: say("yellow"),
        Colour.RED: say("red"),
        Colour.NONE: say("no colour"),
    },
}
"""What a person calls each choice that records and states hold, by its kind: texts may be equal."""


def choice_word(choice: StrEnum) -> Message:
    """What a person calls a choice."""
    return CHOICE_WORDS[type(choice)][choice]
