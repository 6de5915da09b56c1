"""Migrations: head is the models, every revision goes up and down with data, old stores open."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import factories as f
from databases.make import COUNTY, county_of
from moushi.changes.model import Delete
from moushi.errors import MoushiError
from moushi.store import Store, doctor, migrating, open_store, opening
from moushi.store.backup import backups_of
from moushi.store.engine import Database
from moushi.store.migrating import SCRIPTS, migrate
from moushi.store.schema import METADATA, SCHEMA_HEAD
from stores import RECORD_TABLES, rows

DATABASES = sorted((Path(__file__).parents[1] / "databases").glob("*.moushi"))
REVISIONS = [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()][::-1]


def schema(path: Path) -> dict[str, str]:
    """Tables and indexes as the database was told to make them, constraints in any order."""
    statement = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    with closing(sqlite3.connect(path)) as connection:
        return {name: _plain(sql) for name, sql in connection.execute(statement)}


def _plain(sql: str) -> str:
    """A statement without the quotes that a rebuilt table has, and its constraints in alphabetical order."""
    columns, *constraints = re.split(r",\s*(?=CONSTRAINT )", re.sub(r"\s+", " ", sql.replace('"', "")))
    if constraints:
        constraints[-1] = constraints[-1].removesuffix(")").rstrip()
    return ", ".join((columns, *sorted(constraints)))


def test_the_constant_is_the_newest_revision() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == SCHEMA_HEAD


def test_head_is_the_models(store: Store, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/models.db")
    METADATA.create_all(engine)
    engine.dispose()
    assert schema(store.path) == schema(tmp_path / "models.db")
    with store.database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_every_released_schema_has_a_database_here() -> None:
    assert [path.stem for path in DATABASES] == REVISIONS


@pytest.mark.parametrize("path", DATABASES, ids=lambda path: path.stem)
def test_a_store_of_every_released_schema_opens_and_reads(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "county.moushi"
    shutil.copyfile(path, old)
    with closing(open_store(old)) as store:
        assert doctor(store) == []
        with store.snapshot() as snapshot:
            found = [snapshot.get(type(record), record.id) for record in COUNTY]
            assert [record for record in found if record is not None] == county_of(path.stem)
        store.apply(store.undo().review.accepted)
        store.apply(f.proposal(f.person()))
        assert doctor(store) == []


@pytest.mark.parametrize("path", DATABASES, ids=lambda path: path.stem)
def test_what_an_older_schema_wrote_in_its_history_is_read_and_undone(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "county.moushi"
    shutil.copyfile(path, old)
    with closing(open_store(old)) as store:
        first = store.history()[-1]
        undo = store.undo(first.id).review
        gone = {edit.record for edit in undo.proposal.edits if isinstance(edit, Delete)}
        assert gone >= {record for record in county_of(path.stem) if isinstance(record, f.r.ArticleSection)}


@pytest.mark.parametrize("path", DATABASES, ids=lambda path: path.stem)
def test_every_revision_goes_up_and_down_with_data(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "county.moushi"
    shutil.copyfile(path, old)
    made = schema(old)
    there = tuple(table for table in RECORD_TABLES if table in made)
    before = rows(old, there)
    migrate(old, SCHEMA_HEAD)
    migrate(old, path.stem, down=True)
    assert schema(old) == made
    assert rows(old, there) == before
    migrate(old, "base", down=True)
    assert schema(old) == {}
    migrate(old, SCHEMA_HEAD)
    assert rows(old) == {table: [] for table in RECORD_TABLES}


def test_migrations_import_nothing_of_ours() -> None:
    for script in [SCRIPTS / "env.py", *SCRIPTS.glob("versions/*.py")]:
        assert not re.search(
            r"^\s*(from|import)\s+\.*moushi", script.read_text(encoding="utf-8"), re.MULTILINE
        )


NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("plan", recreate="always") as plan:
        plan.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default=""))
    op.create_table("mark", sa.Column("id", sa.Uuid(), primary_key=True))
    {more}


def downgrade():
    op.drop_table("mark")
    with op.batch_alter_table("plan", recreate="always") as plan:
        plan.drop_column("motto")
"""


def next_with(more: str = "") -> str:
    return NEXT.replace("{head}", SCHEMA_HEAD).replace("{more}", more)


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The next release's migrations: the newest rebuilds the table that themes and passages hang on."""
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "SCRIPTS", scripts)
    monkeypatch.setattr(opening, "SCHEMA_HEAD", "next")
    return scripts / "versions" / "next.py"


def test_an_old_store_is_backed_up_and_then_migrated_with_all_that_hangs_together(
    store: Store, next_release: Path
) -> None:
    next_release.write_text(next_with(), encoding="utf-8")
    store.apply(f.proposal(*f.planned_county()))
    store.database.close()
    before = rows(store.path)
    store.close()
    with closing(open_store(store.path)) as migrated:
        after = rows(migrated.path)
        assert [row[:-1] for row in after["plan"]] == before["plan"]
        assert {**after, "plan": ()} == {**before, "plan": ()}
        assert "DEFERRABLE INITIALLY DEFERRED" in schema(migrated.path)["plan"]
        with migrated.database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert [backup.reason for backup in backups_of(store.path)] == ["migration", "close"]
    assert rows(backups_of(store.path)[0].path) == before
    migrate(store.path, SCHEMA_HEAD, down=True)
    assert rows(store.path) == before


@pytest.mark.parametrize(
    "more",
    ["raise RuntimeError('half way')", "op.execute('DELETE FROM federation')"],
    ids=["fault", "dangling"],
)
def test_a_migration_that_fails_leaves_the_old_store(store: Store, next_release: Path, more: str) -> None:
    next_release.write_text(next_with(more), encoding="utf-8")
    store.apply(f.proposal(*f.planned_county()))
    store.close()
    made, before = schema(store.path), rows(store.path)
    with pytest.raises(RuntimeError):
        open_store(store.path)
    assert schema(store.path) == made
    assert rows(store.path) == before
    assert revision(store.path) == SCHEMA_HEAD
    assert not store.path.with_name("county.moushi.holder").exists()


def test_an_old_store_is_not_migrated_by_reading_it(store: Store, next_release: Path) -> None:
    next_release.write_text(next_with(), encoding="utf-8")
    store.close()
    with pytest.raises(MoushiError, match="written by an older Moushi"):
        open_store(store.path, read_only=True)
    assert revision(store.path) == SCHEMA_HEAD


def test_no_migration_without_its_backup(store: Store, next_release: Path) -> None:
    next_release.write_text(next_with(), encoding="utf-8")
    store.close()
    store.path.with_name("county-backups").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(MoushiError, match="No backup could be made"):
        open_store(store.path)
    assert revision(store.path) == SCHEMA_HEAD


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_references_are_checked_only_at_commit(store: Store) -> None:
    database = Database(store.path)
    with database.read() as connection:
        for table in METADATA.tables.values():
            for key in connection.exec_driver_sql(f"PRAGMA foreign_key_list({table.name})").mappings():
                assert key["on_delete"] == "NO ACTION"
    database.close()
    assert all(
        sql.count("FOREIGN KEY") == sql.count("DEFERRABLE INITIALLY DEFERRED")
        for sql in schema(store.path).values()
    )
