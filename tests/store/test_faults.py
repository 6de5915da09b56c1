"""Faults and deaths in the middle of a change: it is there whole, or not at all."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

import factories as f
from moushi.changes.model import Change, Delete, Insert, Proposal
from moushi.domain.record import Record
from moushi.domain.records import PlanItem, Theme
from moushi.errors import MoushiError
from moushi.store import Store, doctor, open_store
from stores import DERIVED_TABLES, RECORD_TABLES, fresh_store, rows

EVERYTHING = (*RECORD_TABLES, *DERIVED_TABLES, "history_change", "history_edit")


def before_and_change() -> tuple[tuple[Record, ...], Proposal]:
    """A county, and a proposal that inserts, changes and deletes in it and touches derived tables."""
    county = f.planned_county()
    item, other = [record for record in county if isinstance(record, PlanItem)][:2]
    theme = next(record for record in county if isinstance(record, Theme))
    measure = f.measure(item)
    told = f.progress(measure, value=None)
    change = f.proposal(
        Change(PlanItem, item.id, "text", item.text, "办三场渔具展。"),
        Delete(other),
        f.item(theme, "新添一条。", rank="Z"),
        f.progress(measure, "2031-04"),
        Change(type(told), told.id, "narrative", "", "已办一场。"),
        f.programme(),
    )
    return (*county, measure, told), change


@contextmanager
def fault_at(store: Store, number: int, when: str, fault: BaseException) -> Iterator[list[str]]:
    """Raise a fault before or after the statement of that number; yields the statements that were reached."""
    seen: list[str] = []

    def count(*arguments: Any) -> None:
        seen.append(arguments[2])
        if len(seen) == number:
            raise fault

    event.listen(store.database.engine, when, count)
    try:
        yield seen
    finally:
        event.remove(store.database.engine, when, count)


def statements() -> int:
    """How many statements the change takes."""
    county, change = before_and_change()
    with fresh_store() as store:
        store.apply(f.proposal(*county))
        with fault_at(store, 0, "before_cursor_execute", RuntimeError()) as seen:
            store.apply(change)
    return len(seen)


@pytest.mark.parametrize("when", ["before_cursor_execute", "after_cursor_execute"])
def test_a_fault_at_any_statement_leaves_nothing_half_applied(when: str) -> None:
    county, change = before_and_change()
    with fresh_store() as store:
        store.apply(f.proposal(*county))
        before = rows(store.path, EVERYTHING)
        told: list[int] = []
        store.subscribe(lambda applied: told.append(applied.number))
        count = statements()
        assert count > 20
        for number in range(1, count + 1):
            with fault_at(store, number, when, RuntimeError("pulled plug")), pytest.raises(RuntimeError):
                store.apply(change)
            assert rows(store.path, EVERYTHING) == before
        assert told == []
        store.apply(change)
        assert told == [2]
        assert doctor(store) == []


def test_a_fault_at_commit_leaves_nothing_half_applied(store: Store) -> None:
    county, change = before_and_change()
    store.apply(f.proposal(*county))
    before = rows(store.path, EVERYTHING)

    def refuse(connection: Any) -> None:
        raise RuntimeError("pulled plug")

    event.listen(store.database.engine, "commit", refuse)
    with pytest.raises(RuntimeError):
        store.apply(change)
    event.remove(store.database.engine, "commit", refuse)
    assert rows(store.path, EVERYTHING) == before
    store.apply(change)
    assert doctor(store) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "no room left on the disk"),
        (sqlite3.SQLITE_IOERR_WRITE, "gave an error"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
    ],
)
def test_a_fault_of_the_disk_is_told_with_what_to_do(store: Store, code: int, words: str) -> None:
    fault = sqlite3.OperationalError("fault")
    fault.sqlite_errorcode = code
    with fault_at(store, 3, "before_cursor_execute", fault), pytest.raises(MoushiError, match=words):
        store.apply(f.proposal(f.federation()))


def test_another_fault_of_the_driver_is_a_bug_and_stays_one(store: Store) -> None:
    fault = sqlite3.OperationalError("no such table: plan")
    fault.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with fault_at(store, 3, "before_cursor_execute", fault), pytest.raises((DBAPIError, sqlite3.Error)):
        store.apply(f.proposal(f.federation()))


DYING = """
import os, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
import factories as f
from moushi.store import open_store
store = open_store(Path(sys.argv[1]))
seen = []
def die(*arguments):
    seen.append(1)
    if len(seen) == int(sys.argv[2]):
        os._exit(9)
event.listen(store.database.engine, "after_cursor_execute", die)
of = f.federation()
many = [f.member(of, "甲" * 300) for _ in range(3000)]  # enough to reach the file before the commit
store.apply(f.proposal(of, *many))
os._exit(0)
"""


@pytest.mark.parametrize("number", [3, 9, 10, 11, 1000])
def test_a_program_that_dies_in_the_middle_leaves_a_sound_store(store: Store, number: int) -> None:
    """At statement 1000 it has died after the commit, before anything else."""
    store.apply(f.proposal(f.person()))
    before = rows(store.path, EVERYTHING)
    store.close()
    dead = subprocess.run(
        [sys.executable, "-c", DYING, str(store.path), str(number)],
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert dead.returncode == (0 if number == 1000 else 9)
    with closing(open_store(store.path)) as again:
        assert doctor(again) == []
        assert len(again.history()) == (2 if number == 1000 else 1)
    if number < 1000:
        assert rows(store.path, EVERYTHING) == before


def test_two_threads_may_apply_at_once(store: Store) -> None:
    """Changes queue up, and observers hear of them in the order of the history."""
    import threading

    told: list[int] = []
    store.subscribe(lambda change: told.append(change.number))

    def work(make: Callable[[], Record]) -> None:
        for _ in range(10):
            store.apply(f.proposal(Insert(make())))

    threads = [threading.Thread(target=work, args=(make,)) for make in (f.person, f.article)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == list(range(1, 21))
    assert doctor(store) == []
