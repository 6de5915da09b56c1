"""The doctor: silent on a sound store, and plain about each thing that is wrong."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

import factories as f
from moushi.changes.model import Severity, typed
from moushi.domain.records import Federation
from moushi.store import Store, doctor, open_store
from stores import tamper


@pytest.fixture
def worked(store: Store) -> Path:
    """A closed store with some history."""
    county = f.planned_county()
    of = county[0]
    store.apply(f.proposal(*county, f.person(), f.chamber(f.federation())))
    store.apply(typed(Federation, of.id, "short_name", "", "云屿"))
    store.apply(store.undo().review.accepted)
    store.close()
    return store.path


def findings(path: Path) -> list[str]:
    with closing(open_store(path)) as store:
        found = doctor(store)
    assert all(str(finding.action) for finding in found)
    return [f"{finding.severity}: {finding.message}" for finding in found]


def test_a_sound_store_has_no_findings(worked: Path) -> None:
    assert findings(worked) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "UPDATE plan SET state='lost'",
            "error: Records cannot be read (plan): 'lost' is not a valid PlanState",
        ),
        ("UPDATE chamber SET founded_on='May'", "error: Records cannot be read (chamber)"),
        ("UPDATE person SET id='zz'", "error: Records cannot be read (person)"),
        ("UPDATE person SET name='别人'", "is not as the history says"),
        ("DELETE FROM person", "is not as the history says"),
        ("DELETE FROM federation", "point to something that is not there"),
        ("DELETE FROM history_edit WHERE record='Person'", "error: Change 1 holds 14 of its 15 edits"),
        ("DELETE FROM history_change WHERE number=2", "error: Change 2 is missing from the history"),
        (
            "UPDATE history_edit SET old='\"x\"' WHERE op='change'",
            "error: The history cannot be replayed after change 1",
        ),
        (
            "UPDATE history_edit SET record='Planet' WHERE op='change'",
            "error: The history cannot be replayed after change 1",
        ),
        (
            "UPDATE history_edit SET new='{' WHERE record='Person'",
            "error: The history cannot be replayed after change 0",
        ),
    ],
)
def test_what_is_wrong_is_named(worked: Path, statement: str, found: str) -> None:
    tamper(worked, statement)
    assert any(found in finding for finding in findings(worked))


def test_a_damaged_file_is_named_first(worked: Path) -> None:
    content = bytearray(worked.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 3 * 4096] = b"\xa5" * (3 * 4096)
    with closing(open_store(worked)) as store:
        worked.write_bytes(content)
        (found,) = doctor(store)
        store.database.close()
    assert found.severity is Severity.ERROR
    assert "damaged" in str(found.message)
    assert "Restore" in str(found.action)


@pytest.mark.parametrize("table", ["derived_search", "derived_measure"])
def test_stale_derived_tables_are_named_and_made_anew(worked: Path, table: str) -> None:
    if table == "derived_search":
        tamper(worked, "UPDATE derived_search SET text='x'")
    else:
        tamper(
            worked, "INSERT INTO derived_measure VALUES ('00000000000000000000000000000001', '1', 1, '2031')"
        )
    with closing(open_store(worked, read_only=True)) as reader:
        (found,) = doctor(reader)
        assert "Open the store for writing" in str(found.action)
    assert findings(worked) == ["warning: Measured values or the search do not fit the records."]
    assert findings(worked) == []
