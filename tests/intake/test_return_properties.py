"""Properties: what is proposed is what was typed; again it is nothing; a conflict never overwrites."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.test_return_comparing import HELD
from moushi.changes.model import Change, Insert, Severity, applied
from moushi.compile.return_rows import held_rows
from moushi.domain.records import KINDS, Activity, Chamber, Member, Membership, Progress
from moushi.domain.returns import FieldType
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.returns.matching import match_rows
from moushi.intake.returns.reading import ReadRow
from moushi.intake.returns.rules import Base, Verdict, is_empty, same, verdict
from return_documents import LUTING, PERIOD, document
from returns import came_back, proposed

SENT = document(records=HELD)
TABLES = {each.table.key: each for each in SENT.tables}
HERE = MemorySnapshot(HELD)

# Fields that change alone: no name or code, by which rows are known, nothing from which more follows.
ALONE = {
    "members": ("representative", "contact", "phone", "industry", "staff", "capital", "young", "joined"),
    "chamber": ("uscc", "founded", "years", "branch", "staff", "secretary"),
    "officers": ("from",),
    "activities": ("place", "people", "notes"),
    "progress": ("value", "narrative", "problems", "next", "evidence"),
}
DAYS = st.integers(0, 27).map(lambda n: date(2031, 3, 1) + timedelta(n))
VALUES: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: st.text("渔网礁湾帆舟潮", min_size=1, max_size=5),
    FieldType.WHOLE: st.integers(1, 40),
    FieldType.DECIMAL: st.integers(0, 500).map(Decimal),
    FieldType.AMOUNT: st.integers(1, 900).map(lambda n: Decimal(n * 10_000)),
    FieldType.DATE: DAYS,
    FieldType.PHONE: st.integers(0, 9_999_999).map(lambda n: f"1370{n:07d}"),
    FieldType.USCC: st.sampled_from(["51330921MJ8800001X", "51330921DEMA77011D"]),
    FieldType.ANSWER: st.booleans(),
}


@st.composite
def typings(draw):
    """Some cells of the forms typed over."""
    found: dict[str, dict[int, dict[str, Any]]] = {}
    for key, names in ALONE.items():
        for row in TABLES[key].rows:
            for name in draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
                asked = row.own.get(name) or TABLES[key].table.field(name)
                if "Person" in asked.lands:
                    continue
                found.setdefault(key, {}).setdefault(row.number, {})[name] = draw(VALUES[asked.type])
    return found


def wanted(typed, records=HELD):
    """What should become of the cells typed over, by record and field; those that say what is held left."""
    found = {}
    snapshot = MemorySnapshot(records)
    for key, rows in typed.items():
        table = TABLES[key].table
        held = {
            row.id: row for row in held_rows(snapshot, table.rows, snapshot.get(Chamber, LUTING.id), PERIOD)
        }
        for row in TABLES[key].rows:
            for name, value in rows.get(row.number, {}).items():
                lands = table.field(name).lands
                if same(lands.partition(".")[2], held[row.record].value(lands), value):
                    continue
                target = held[row.record].records.get(lands.partition(".")[0])
                found[target.id if target else row.record, lands.partition(".")[2]] = value
    return found


def became(edits):
    """What edits put where; a new report counts by what it is of."""
    found = {}
    for edit in edits:
        match edit:
            case Change(_, number, name, _, new):
                found[number, name] = new
            case Insert(Progress() as report):
                of = report.part_id or report.measure_id or report.item_id
                for name in ("value", "narrative", "problems", "next_steps", "evidence"):
                    if not is_empty(getattr(report, name)):
                        found[of, name] = getattr(report, name)
            case _:
                raise AssertionError(edit)
    return found


@given(typings(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_just_what_was_typed_is_proposed_and_taken_in_again_nothing(typed, rng):
    def shuffled(rows):
        rows = list(rows)
        rng.shuffle(rows)
        return rows

    read = came_back(SENT, typed, order=shuffled)
    proposal = proposed(read, SENT, HERE)
    expected = {
        key: value for key, value in wanted(typed).items() if value is not False
    }  # that something is not so is no news where nothing was sent
    assert became(proposal.edits) == expected
    assert not [each for each in proposal.findings if each.severity is Severity.ERROR]
    after = MemorySnapshot(applied({each.id: each for each in HELD}, proposal.edits).values())
    assert proposed(read, SENT, after).edits == ()


@given(typings(), typings())
@settings(max_examples=60, deadline=None)
def test_what_the_office_changed_meanwhile_is_never_overwritten(theirs, ours):
    first = proposed(came_back(SENT, ours), SENT, HERE)
    meanwhile = tuple(applied({each.id: each for each in HELD}, first.edits).values())
    snapshot = MemorySnapshot(meanwhile)
    proposal = proposed(came_back(SENT, theirs), SENT, snapshot)
    touched = {(edit.id, edit.field) for edit in first.edits if isinstance(edit, Change)}
    made = {edit.id for edit in first.edits if isinstance(edit, Insert)}
    for edit in proposal.edits:
        if isinstance(edit, Change):
            assert (edit.id, edit.field) not in touched
            if edit.id in made:
                assert is_empty(edit.old)
    conflicts = [each for each in proposal.findings if each.sides]
    for each in conflicts:
        assert each.severity is Severity.WARNING
        (change,) = each.mend
        assert change.old == each.sides.held
        assert change not in proposal.edits
    both = wanted(theirs, meanwhile).items() & wanted(theirs).items()
    clashing = {key for key, value in both if key in touched and value is not False}
    assert {(each.mend[0].id, each.mend[0].field) for each in conflicts} >= clashing


NAMES = st.sampled_from(["phone", "industry", "staff"])
SOME = st.sampled_from([None, "", "甲", "乙", " 甲", "甲　", "丙", 0, 1, 2])


@given(NAMES, SOME | st.just(Base.UNKNOWN), SOME, SOME, st.frozensets(SOME, max_size=2))
def test_the_rule_of_three_values(name, sent, returned, held, brought):
    found = verdict(name, sent, returned, held, brought)
    if same(name, returned, held):
        assert found is Verdict.NOTHING
    elif sent is Base.UNKNOWN:
        expected = {Verdict.EMPTIED} if is_empty(returned) else {Verdict.EDIT, Verdict.UNSURE}
        assert found in expected
        if is_empty(held) and not is_empty(returned):
            assert found is Verdict.EDIT
    elif same(name, returned, sent):
        assert found in (Verdict.NOTHING, Verdict.BACK)
    elif is_empty(returned):
        assert found is Verdict.EMPTIED
    else:
        own = same(name, held, sent) or any(same(name, held, each) for each in brought)
        assert found is (Verdict.EDIT if own else Verdict.CONFLICT)
    if found in (Verdict.EDIT, Verdict.UNSURE):
        assert not is_empty(returned)


@st.composite
def shuffles(draw):
    """Members new and old in any order, with numbers of which some are wrong."""
    rows = list(TABLES["members"].rows)
    kept = draw(st.lists(st.sampled_from(rows), unique_by=lambda row: row.number, max_size=len(rows)))
    new = draw(
        st.lists(st.sampled_from(["潮生网具有限公司", "归帆船具厂", "三礁民宿"]), unique=True, max_size=3)
    )
    order = draw(st.permutations(range(len(kept) + len(new))))
    numbers = draw(st.lists(st.integers(1, len(rows) + 2), min_size=len(order), max_size=len(order)))
    return kept, new, order, numbers


@given(shuffles())
@settings(max_examples=80, deadline=None)
def test_rows_are_known_whatever_numbers_they_bear(drawn):
    kept, new, order, numbers = drawn
    by_number = {row.number: row.record for row in TABLES["members"].rows}
    typed = [{**row.values} for row in kept] + [{"name": name, "kind": "enterprise"} for name in new]
    read = came_back(
        SENT,
        gone={"members": range(1, len(by_number) + 1)},
        new={"members": [typed[place] for place in order]},
    )
    tables = tuple(
        replace(
            table,
            rows=tuple(
                replace(row, number=number, record=by_number.get(number))
                for row, number in zip(table.rows, numbers, strict=True)
            ),
        )
        if table.table.key == "members"
        else table
        for table in read.tables
    )
    proposal = proposed(replace(read, tables=tables), SENT, HERE)
    inserts = [edit.record for edit in proposal.edits if isinstance(edit, Insert)]
    assert Counter(each.name for each in inserts if isinstance(each, Member)) == Counter(new)
    assert len([each for each in inserts if isinstance(each, Membership)]) == len(new)
    assert not [edit for edit in proposal.edits if isinstance(edit, Change)]
    told = [each.message.render() for each in proposal.findings]
    gone = [text for text in told if "did not come back" in text or "stood in this row" in text]
    for name in {row.values["name"] for row in TABLES["members"].rows if row not in kept}:
        assert any(name in text for text in gone)


KEYS = st.lists(st.tuples(st.sampled_from(["code", "name"]), st.integers(0, 3)), max_size=2)


@given(st.lists(st.tuples(KEYS, st.integers(0, 4)), max_size=6), st.lists(KEYS, max_size=5))
def test_no_record_is_claimed_twice(rows, known):
    records = {UUID(int=n): keys for n, keys in enumerate(known)}
    read = [ReadRow(f"S!A{n}", n, UUID(int=number), {}) for n, (_, number) in enumerate(rows)]
    keys = {f"S!A{n}": sorted(of) for n, (of, _) in enumerate(rows)}
    matches = match_rows(read, records, lambda: records, lambda row: keys[row.where], lambda _row: False)
    assert [match.row for match in matches] == read
    own = [match.record for match in matches if match.record and not match.twin]
    assert len(own) == len(set(own))
    assert all(match.record in records for match in matches if match.record)
    assert {Activity, Progress} <= set(KINDS.values())
