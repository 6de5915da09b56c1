"""Bringing a store's schema to a revision; imported only when it is needed, for Alembic is slow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from moushi.store.engine import Database

SCRIPTS = Path(__file__).parent / "migrations"


def is_known(revision: str) -> bool:
    """Whether a revision is one of this program's; another one is a newer program's."""
    scripts = ScriptDirectory.from_config(_config())
    return revision in {script.revision for script in scripts.walk_revisions()}


def migrate(
    path: Path,
    revision: str = "head",
    *,
    down: bool = False,
    finish: Callable[[Connection], None] | None = None,
) -> None:
    """Move a store to a revision in one transaction, checked before it is committed.

    Foreign keys are off meanwhile, because rebuilding a table would count as emptying it. `finish` is the
    last step of that transaction.
    """
    database = Database(path, journal="DELETE", foreign_keys=False)
    try:
        with database.write() as connection:
            (command.downgrade if down else command.upgrade)(_config(connection), revision)
            faults = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if faults:
                raise RuntimeError(f"migration to {revision} leaves dangling references: {faults[:5]}")
            if finish:
                finish(connection)
    finally:
        database.close()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
