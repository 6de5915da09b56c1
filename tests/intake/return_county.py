"""The records from which the workbook of `tests.intake.return_books` goes out, and proposals as few words."""

from __future__ import annotations

from collections import Counter
from uuid import UUID, uuid5

from tests.intake import return_books as books
from tests.return_forms import all_forms

import factories as make
from moushi.changes.model import Change, Insert, Proposal, Source
from moushi.domain.kinds import ActivityKind, MeasureSource, Role
from moushi.domain.record import Record
from moushi.domain.records import Activity, Chamber, Member, Membership, Person, Post, Progress
from moushi.domain.returns import ReturnForm
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.returns.comparing import propose_return
from moushi.intake.returns.finding import read_return
from moushi.intake.source import SourceFile
from returns import sent

FORMS = all_forms()
FEDERATION = make.federation("岚海县工商联")
TOWNSHIP = make.township(FEDERATION, "鹭汀镇")
CHAMBER = make.chamber(
    FEDERATION,
    books.CHAMBER,
    id=uuid5(books.SPACE, books.CHAMBER),
    township_id=TOWNSHIP.id,
    founded_on=books.CHAMBERS[0]["founded"],
    term_number=3,
    term_began_on=books.CHAMBERS[0]["began"],
    term_years=5,
    party_branch=True,
    full_time_staff=2,
    secretary="柳问渠",
)


def _id(table: str, number: int) -> UUID:
    return books.record_of(table, number)


def _members() -> list[Record]:
    found: list[Record] = []
    for number, row in enumerate(books.MEMBERS, 1):
        member = make.member(
            FEDERATION,
            str(row["name"]),
            id=_id("members", number),
            uscc=row["uscc"],
            legal_representative=row["representative"],
            contact=row["contact"],
            phone=row["phone"],
            industry=row["industry"],
            staff=row["staff"],
            registered_capital=row["capital"],
            new_generation=row["young"],
        )
        found += [member, make.membership(member, CHAMBER, joined_on=row["joined"])]
    return found


def _progress() -> list[Record]:
    plan = make.plan(FEDERATION)
    theme = make.theme(plan)
    found: list[Record] = [plan, theme]
    items: dict[object, Record] = {}
    for number, row in enumerate(books.PROGRESS, 1):
        text = row["item"]
        is_item = "measure" not in row
        if text not in items:
            number_of = {"id": _id("progress", number)} if is_item else {}
            items[text] = make.item(theme, str(text), rank=str(number), **number_of)
            found.append(items[text])
        if is_item:
            found.append(make.unit(items[text], books.CHAMBER))
        else:
            found.append(
                make.measure(
                    items[text],
                    str(row["measure"]),
                    id=_id("progress", number),
                    rank=str(number),
                    unit=row["unit"],
                    target=row["target"],
                    source=MeasureSource.RETURNS,
                )
            )
    return found


def _officers() -> list[Record]:
    found: list[Record] = []
    for number, row in enumerate(books.OFFICERS, 1):
        person = make.person(str(row["person"]))
        found += [
            person,
            make.post(
                person,
                CHAMBER,
                id=_id("officers", number),
                role=Role(str(row["role"])),
                from_on=row["from"],
                term_number=3,
            ),
        ]
    return found


def _activities() -> list[Record]:
    return [
        make.activity(
            FEDERATION,
            ActivityKind(str(row["kind"])),
            id=_id("activities", number),
            title=row["title"],
            held_on=row["held"],
            chamber_id=CHAMBER.id,
            people=row.get("people"),
            amount=row.get("amount"),
        )
        for number, row in enumerate(books.ACTIVITIES, 1)
    ]


RECORDS: tuple[Record, ...] = (
    FEDERATION,
    TOWNSHIP,
    CHAMBER,
    *_members(),
    *_progress(),
    *_officers(),
    *_activities(),
)
SENT = sent(books.sent_document())
Said = Counter[tuple[object, ...]]


def proposed(
    data: bytes, forms: tuple[ReturnForm, ...] = FORMS, records: tuple[Record, ...] = RECORDS
) -> Proposal:
    """What taking in a workbook would change."""
    file = SourceFile("鹭汀镇商会.xlsx", data)
    read = read_return(file, forms)
    assert read is not None
    return propose_return(read, SENT, MemorySnapshot(records), Source(file.name, file.sha256))


def said(proposal: Proposal) -> Said:
    """What a proposal would change: of a change record, field and value, of a new record what it is."""
    found: Said = Counter()
    for edit in proposal.edits:
        match edit:
            case Change(kind, _, name, _, new):
                found[kind.__name__, name, new] += 1
            case Insert(Progress() as new):
                of = new.measure_id or new.item_id
                found["+Progress", of, new.value, new.cumulative, new.narrative] += 1
            case Insert(Member() as new):
                found["+Member", new.name, new.staff, new.registered_capital] += 1
            case Insert(Membership() as new):
                found["+Membership", new.chamber_id, new.joined_on] += 1
            case Insert(Activity() as new):
                found["+Activity", new.kind, new.held_on, new.title, new.people, new.amount] += 1
            case Insert(Post() as new):
                found["+Post", new.role, new.from_on, new.term_number] += 1
            case Insert(Person() as new):
                found["+Person", new.name, new.phone] += 1
            case Insert(Chamber() as new):
                found["+Chamber", new.name] += 1
            case _:
                found["?", str(edit)] += 1
    return found
