"""The choices that records hold: levels, kinds, states, roles."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Level of a federation: 市, 县 or 区."""

    CITY = "city"
    COUNTY = "county"
    DISTRICT = "district"


class ChamberKind(StrEnum):
    """Kind of a chamber of commerce (商会)."""

    TOWNSHIP = "township"
    TRADE = "trade"
    ELSEWHERE = "elsewhere"
    NEW_GENERATION = "new_generation"
    OTHER = "other"


class MemberKind(StrEnum):
    """Kind of a member (会员): 企业, 团体 or 个人."""

    ENTERPRISE = "enterprise"
    GROUP = "group"
    INDIVIDUAL = "individual"


class Role(StrEnum):
    """Post held in a federation or chamber, in order of rank."""

    CHAIR = "chair"
    PRESIDENT = "president"
    PARTY_SECRETARY = "party_secretary"
    EXECUTIVE_VICE = "executive_vice"
    ACTING_PRESIDENT = "acting_president"
    VICE = "vice"
    CHIEF_SUPERVISOR = "chief_supervisor"
    SUPERVISOR = "supervisor"
    SECRETARY_GENERAL = "secretary_general"
    STANDING_COMMITTEE = "standing_committee"
    EXECUTIVE_COMMITTEE = "executive_committee"
    COUNCIL = "council"
    HONORARY_PRESIDENT = "honorary_president"
    BRANCH_SECRETARY = "branch_secretary"


class PlanState(StrEnum):
    """State of a plan; a closed one refuses edits."""

    DRAFT = "draft"
    APPROVED = "approved"
    CLOSED = "closed"


class PassageKind(StrEnum):
    """Kind of a passage that stands before, between or after the themes."""

    OPENING = "opening"
    SPEECH = "speech"
    OTHER = "other"


class MeasureKind(StrEnum):
    """What a measure (指标) counts."""

    COUNT = "count"
    AMOUNT = "amount"
    RATIO = "ratio"
    AVERAGE = "average"
    MILESTONE = "milestone"
    CONTINUING = "continuing"


class MeasureSource(StrEnum):
    """Where a measure's value comes from: typed, the chambers' returns, the ledger (台账) or the register."""

    HAND = "hand"
    RETURNS = "returns"
    LEDGER = "ledger"
    REGISTER = "register"


class ActivityKind(StrEnum):
    """Kind of an entry in the ledger (台账)."""

    VISIT = "visit"
    DIALOGUE = "dialogue"
    TRAINING = "training"
    TALK = "talk"
    MEDIATION = "mediation"
    PAIRING = "pairing"
    WORKSHOP = "workshop"
    DONATION = "donation"
    LOAN = "loan"
    ROTATION = "rotation"
    MEETING = "meeting"
    OTHER = "other"


class CountRule(StrEnum):
    """What a measure counts by itself: of the register first, then of the ledger (`domain.counting`)."""

    TOWNSHIPS_COVERED = "townships_covered"
    CHAMBERS_RENEWED = "chambers_renewed"
    CHAMBERS_RATED = "chambers_rated"
    CHAMBERS = "chambers"
    PARTY_BRANCHES = "party_branches"
    MEMBERS = "members"
    MEMBERS_JOINED = "members_joined"
    MEMBERS_RATED = "members_rated"
    MENTORS = "mentors"
    PAIRS = "pairs"
    TALENTS = "talents"
    ACTIVITIES = "activities"
    MONTHS = "months"
    ENTERPRISES = "enterprises"
    COMMITTEE_VISITED = "committee_visited"
    PEOPLE = "people"
    COLLECTED = "collected"
    CLOSED = "closed"
    CASES = "cases"
    SETTLED = "settled"
    JOBS = "jobs"
    VILLAGES = "villages"
    AMOUNT = "amount"
    FEES = "fees"


class Direction(StrEnum):
    """Whether the target is a floor (不少于) or a ceiling (不超过)."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class StateOverride(StrEnum):
    """A state set by a person, with a reason: 暂缓 or 取消."""

    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class ArticleKind(StrEnum):
    """What an article tells: the year's plan or a period's progress."""

    PLAN = "plan"
    PROGRESS = "progress"


class Choice(StrEnum):
    """Whether a section prints all items of its plan or only those listed as article items."""

    ALL = "all"
    LISTED = "listed"


class ReturnEvent(StrEnum):
    """What happened to a chamber's return for a period."""

    SENT = "sent"
    RECALLED = "recalled"  # sent by mistake
    RECEIVED = "received"
    MARKED = "marked"  # a marked copy went back


class State(StrEnum):
    """State of an item or a measure in a period, as the progress sheets word it."""

    NOT_STARTED = "not_started"
    UNREPORTED = "unreported"
    ON_SCHEDULE = "on_schedule"
    AHEAD = "ahead"
    BEHIND = "behind"
    DONE = "done"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class Colour(StrEnum):
    """Colour beside a state's word: 绿, 蓝 (due soon), 黄, 红 or none; never shown without the word."""

    GREEN = "green"
    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"
    NONE = ""
