"""A small county with officers, members and a ledger, and what rosters of it are asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factories as make
from moushi.compile.roster_document import RosterChoice, RosterDocument, RosterKind
from moushi.compile.rosters import compile_roster
from moushi.domain.kinds import ActivityKind, ChamberKind, MemberKind, Role
from moushi.domain.record import Record
from moushi.domain.snapshot import MemorySnapshot

DAY, TODAY = date(2031, 3, 31), date(2031, 4, 2)
PHONES = ("13900000001", "13900000002", "13900000003", "0580-7654321")

OF = make.federation(short_name="县工商联")
LU, SHA = make.township(OF, "鹭汀镇"), make.township(OF, "沙浦镇")
LUTING = make.chamber(
    OF,
    "鹭汀镇商会",
    township_id=LU.id,
    uscc="51330921MJ8800001X",
    founded_on=date(2006, 4, 9),
    term_number=12,
    term_began_on=date(2026, 5, 1),
    term_years=5,
    party_branch=True,
    full_time_staff=2,
    rating_level="市级",
    rating_year=2030,
    secretary="钟一舟",
)
TRADE = make.chamber(OF, "渔具行业商会", kind=ChamberKind.TRADE)
GONE = make.chamber(OF, "旧码头商会", dissolved_on=date(2030, 1, 1))
YUANFAN = make.member(
    OF,
    "远帆渔具有限公司",
    uscc="91330921MA28K00012",
    legal_representative="林听潮",
    contact="苏晚舟",
    phone=PHONES[0],
    birth_year=1988,
    township_id=LU.id,
    joined_on=date(2020, 1, 5),
)
GROUP = make.member(
    OF, "民宿联盟", kind=MemberKind.GROUP, contact=f"方知远 {PHONES[1]}", phone=PHONES[1], township_id=SHA.id
)
SOLE = make.member(OF, "江海平", kind=MemberKind.INDIVIDUAL, phone=PHONES[2], birth_year=1990)
LEFT = make.member(OF, "退会渔业公司", phone="13900000009", left_on=date(2030, 6, 1))
LEADER = make.person("禾小满", phone=PHONES[3])
COUNTY: tuple[Record, ...] = (
    OF,
    LU,
    SHA,
    LUTING,
    TRADE,
    GONE,
    YUANFAN,
    GROUP,
    SOLE,
    LEFT,
    LEADER,
    make.membership(YUANFAN, LUTING),
    make.membership(YUANFAN, TRADE),
    make.membership(GROUP, LUTING, left_on=date(2031, 1, 1)),
    make.membership(LEFT, LUTING),
    make.post(YUANFAN, OF, role=Role.EXECUTIVE_COMMITTEE, term_number=8),
    make.post(YUANFAN, OF, role=Role.VICE, term_number=8, from_on=date(2029, 5, 1)),
    make.post(LEADER, OF, role=Role.PARTY_SECRETARY),
    make.post(SOLE, OF, role=Role.CHAIR, term_number=8),
    make.post(GROUP, OF, role=Role.EXECUTIVE_VICE, to_on=date(2030, 12, 31)),
    make.post(LEFT, OF, role=Role.VICE),
    make.post(YUANFAN, LUTING, role=Role.PRESIDENT, from_on=date(2026, 5, 1)),
    make.post(SOLE, LUTING, role=Role.EXECUTIVE_VICE),
    make.activity(
        OF,
        ActivityKind.DONATION,
        title="捐建灯塔",
        held_on=date(2031, 2, 3),
        chamber_id=LUTING.id,
        amount=Decimal(20_000_000),
        narrative=f"联系人苏晚舟{PHONES[0]}，已到账",
    ),
    make.activity(OF, ActivityKind.VISIT, title="走访企业", held_on=date(2031, 4, 1)),
)


def choice(kind: RosterKind = RosterKind.COMMITTEE, **fields: object) -> RosterChoice:
    given = {"kind": kind, "federations": (OF.id,), "as_of": DAY}
    return RosterChoice(**(given | fields))  # type: ignore[arg-type]


def roster_of(
    kind: RosterKind = RosterKind.COMMITTEE, records: tuple[Record, ...] = COUNTY, **fields: object
) -> RosterDocument:
    office = "云屿县工商业联合会"
    return compile_roster(MemorySnapshot(records), choice(kind, **fields), office=office, today=TODAY)


def column(document: RosterDocument, head: str) -> list[object]:
    """What stands in a column, group after group."""
    (place,) = (n for n, each in enumerate(document.columns) if each.head == head)
    return [row[place] for group in document.groups for row in group.rows]


def heads(document: RosterDocument) -> list[str]:
    return [each.head for each in document.columns]
