"""What lists and their columns are: members or officers, chambers, ledger entries, and what columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from moushi.errors import Message, say


class ListKind(StrEnum):
    """What the rows of a list are."""

    MEMBERS = "members"  # officers too: a row of these has a post
    CHAMBERS = "chambers"
    LEDGER = "ledger"


LIST_WORDS: Mapping[ListKind, Message] = {
    ListKind.MEMBERS: say("members or officers"),
    ListKind.CHAMBERS: say("chambers of commerce"),
    ListKind.LEDGER: say("ledger entries"),
}


class Meaning(StrEnum):
    """What a column holds."""

    UNREAD = "unread"
    NUMBER = "number"
    FEDERATION = "federation"
    NAME = "name"
    PERSON = "person"
    UNIT_AND_JOB = "unit_and_job"
    MEMBER_KIND = "member_kind"
    USCC = "uscc"
    LEGAL = "legal"
    CONTACT = "contact"
    PHONE = "phone"
    INDUSTRY = "industry"
    TOWNSHIP = "township"
    STAFF = "staff"
    CAPITAL = "capital"
    CAPITAL_WAN = "capital_wan"
    JOINED = "joined"
    LEFT = "left"
    LEFT_REASON = "left_reason"
    NEW_GENERATION = "new_generation"
    BIRTH = "birth"
    ROLE = "role"
    CHAMBER = "chamber"
    TERM = "term"
    FROM = "from"
    TO = "to"
    CHAMBER_KIND = "chamber_kind"
    FOUNDED = "founded"
    DISSOLVED = "dissolved"
    TERM_BEGAN = "term_began"
    TERM_YEARS = "term_years"
    TERM_EXTENDED = "term_extended"
    PARTY_BRANCH = "party_branch"
    FULL_TIME = "full_time"
    RATING = "rating"
    SECRETARY = "secretary"
    PRESIDENT = "president"
    CHIEF_SUPERVISOR = "chief_supervisor"
    BRANCH_SECRETARY = "branch_secretary"
    DATE = "date"
    UNTIL = "until"
    ACTIVITY_KIND = "activity_kind"
    TITLE = "title"
    PLACE = "place"
    TAKING_PART = "taking_part"
    MEETING = "meeting"
    PEOPLE = "people"
    COLLECTED = "collected"
    CLOSED = "closed"
    CASES = "cases"
    SETTLED = "settled"
    JOBS = "jobs"
    VILLAGES = "villages"
    AMOUNT = "amount"
    AMOUNT_WAN = "amount_wan"
    FEE = "fee"
    NARRATIVE = "narrative"


MEANING_WORDS: Mapping[Meaning, Message] = {
    Meaning.UNREAD: say("(not read)"),
    Meaning.NUMBER: say("running number"),
    Meaning.FEDERATION: say("federation"),
    Meaning.NAME: say("name of the member"),
    Meaning.PERSON: say("name of the person"),
    Meaning.UNIT_AND_JOB: say("workplace and job"),
    Meaning.MEMBER_KIND: say("kind of member"),
    Meaning.USCC: say("unified social credit code"),
    Meaning.LEGAL: say("legal representative"),
    Meaning.CONTACT: say("contact"),
    Meaning.PHONE: say("phone"),
    Meaning.INDUSTRY: say("industry"),
    Meaning.TOWNSHIP: say("township"),
    Meaning.STAFF: say("staff"),
    Meaning.CAPITAL: say("registered capital (yuan)"),
    Meaning.CAPITAL_WAN: say("registered capital (10,000 yuan)"),
    Meaning.JOINED: say("joined on"),
    Meaning.LEFT: say("left on"),
    Meaning.LEFT_REASON: say("reason for leaving"),
    Meaning.NEW_GENERATION: say("new generation"),
    Meaning.BIRTH: say("date or year of birth"),
    Meaning.ROLE: say("post held"),
    Meaning.CHAMBER: say("chamber"),
    Meaning.TERM: say("term number"),
    Meaning.FROM: say("in office from"),
    Meaning.TO: say("in office to"),
    Meaning.CHAMBER_KIND: say("kind of chamber"),
    Meaning.FOUNDED: say("founded on"),
    Meaning.DISSOLVED: say("dissolved on"),
    Meaning.TERM_BEGAN: say("term began on"),
    Meaning.TERM_YEARS: say("term length in years"),
    Meaning.TERM_EXTENDED: say("term extended to"),
    Meaning.PARTY_BRANCH: say("party branch"),
    Meaning.FULL_TIME: say("full-time staff"),
    Meaning.RATING: say("Four Goods level and year"),
    Meaning.SECRETARY: say("secretary"),
    Meaning.PRESIDENT: say("president"),
    Meaning.CHIEF_SUPERVISOR: say("chief supervisor"),
    Meaning.BRANCH_SECRETARY: say("Party branch secretary"),
    Meaning.DATE: say("held on"),
    Meaning.UNTIL: say("until"),
    Meaning.ACTIVITY_KIND: say("kind of activity"),
    Meaning.TITLE: say("title"),
    Meaning.PLACE: say("place"),
    Meaning.TAKING_PART: say("members taking part"),
    Meaning.MEETING: say("name of the meeting"),
    Meaning.PEOPLE: say("people"),
    Meaning.COLLECTED: say("problems collected"),
    Meaning.CLOSED: say("problems closed"),
    Meaning.CASES: say("cases taken"),
    Meaning.SETTLED: say("cases settled"),
    Meaning.JOBS: say("jobs"),
    Meaning.VILLAGES: say("villages"),
    Meaning.AMOUNT: say("amount (yuan)"),
    Meaning.AMOUNT_WAN: say("amount (10,000 yuan)"),
    Meaning.FEE: say("fee (yuan)"),
    Meaning.NARRATIVE: say("notes"),
}
