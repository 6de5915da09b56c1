"""Earlier terms and recognitions, pairs, the ledger, measures that count themselves, search by pinyin."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = (
    "chamber_term",
    "rating",
    "pairing",
    "continuation",
    "measure_chamber",
    "activity",
    "participation",
    "activity_item",
    "attachment",
    "derived_count",
)
"""The new tables; one that refers to another stands after it."""

_COLUMNS: tuple[tuple[str, tuple[tuple[str, Any, str | None], ...]], ...] = (
    ("chamber", (("term_extended_to", sa.Date(), None),)),
    ("plan_item", (("done_on", sa.Date(), None),)),
    (
        "measure",
        (
            ("source", sa.Text(), "'hand'"),
            ("rule", sa.Text(), None),
            ("activity_kind", sa.Text(), None),
            ("level", sa.Text(), "''"),
            ("serving_only", sa.Boolean(), "false"),
        ),
    ),
    (
        "sub_measure",
        (("rule", sa.Text(), None), ("activity_kind", sa.Text(), None), ("level", sa.Text(), "''")),
    ),
    ("derived_search", (("sound", sa.Text(), "''"),)),
)
"""The new columns by table: name, type, and what earlier rows have (None: null, which stays allowed)."""


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Uuid(), primary_key=True)


def _ref(name: str, table: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), _deferred(table), nullable=nullable, index=True)


def _deferred(table: str, name: str | None = None) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", name=name, deferrable=True, initially="DEFERRED")


def upgrade() -> None:
    """Make the tables and add the columns; nothing counts itself yet."""
    _make_tables()
    for table, columns in _COLUMNS:
        with op.batch_alter_table(table) as batch:
            for name, kind, _ in columns:
                batch.add_column(sa.Column(name, kind, nullable=True))
        filled = [(name, kind, old) for name, kind, old in columns if old is not None]
        for name, _, old in filled:
            op.execute(sa.update(sa.table(table, sa.column(name))).values({name: sa.literal_column(old)}))
        if filled:
            with op.batch_alter_table(table) as batch:
                for name, kind, _ in filled:
                    batch.alter_column(name, existing_type=kind, nullable=False)
    with op.batch_alter_table("progress") as batch:
        part = _deferred("sub_measure", "fk_progress_part_id_sub_measure")
        batch.add_column(sa.Column("part_id", sa.Uuid(), part, nullable=True))
        batch.create_index("ix_progress_part_id", ["part_id"])


def downgrade() -> None:
    """Take tables and columns out; what they hold is lost."""
    with op.batch_alter_table("progress") as batch:
        batch.drop_index("ix_progress_part_id")
        batch.drop_column("part_id")
    for table, columns in reversed(_COLUMNS):
        with op.batch_alter_table(table) as batch:
            for name, *_ in columns:
                batch.drop_column(name)
    for table in reversed(_TABLES):
        op.drop_table(table)


def _make_tables() -> None:
    op.create_table(
        "chamber_term",
        _id(),
        _ref("chamber_id", "chamber"),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("began_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("extended_to", sa.Date(), nullable=True),
    )
    op.create_table(
        "rating",
        _id(),
        _ref("chamber_id", "chamber", nullable=True),
        _ref("member_id", "member", nullable=True),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True, index=True),
    )
    op.create_table(
        "pairing",
        _id(),
        _ref("mentor_id", "member"),
        _ref("mentee_id", "member"),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "continuation",
        _id(),
        _ref("item_id", "plan_item"),
        _ref("continued_id", "plan_item"),
    )
    op.create_table(
        "measure_chamber",
        _id(),
        _ref("measure_id", "measure"),
        _ref("chamber_id", "chamber"),
    )
    op.create_table(
        "activity",
        _id(),
        _ref("federation_id", "federation"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False, index=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        _ref("chamber_id", "chamber", nullable=True),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("collected", sa.Integer(), nullable=True),
        sa.Column("closed", sa.Integer(), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=True),
        sa.Column("settled", sa.Integer(), nullable=True),
        sa.Column("jobs", sa.Integer(), nullable=True),
        sa.Column("villages", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Text(), nullable=True),
        sa.Column("fee", sa.Text(), nullable=True),
        sa.Column("narrative", sa.Text(), nullable=False),
    )
    op.create_table(
        "participation",
        _id(),
        _ref("activity_id", "activity"),
        _ref("member_id", "member"),
    )
    op.create_table(
        "activity_item",
        _id(),
        _ref("activity_id", "activity"),
        _ref("item_id", "plan_item"),
    )
    op.create_table(
        "attachment",
        _id(),
        _ref("activity_id", "activity"),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
    )
    op.create_table(
        "derived_count",
        sa.Column("subject_id", sa.Uuid(), primary_key=True),
        sa.Column("as_of", sa.Date(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=True),
    )
