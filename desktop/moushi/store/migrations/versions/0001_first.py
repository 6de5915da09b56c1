"""The first schema: records, history, journal of exports, settings, derived tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_RANK = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

_TABLES = (
    "federation",
    "township",
    "chamber",
    "person",
    "member",
    "membership",
    "post",
    "programme",
    "alias",
    "plan",
    "passage",
    "theme",
    "plan_item",
    "item_unit",
    "milestone",
    "item_programme",
    "measure",
    "sub_measure",
    "progress",
    "article",
    "article_section",
    "article_item",
    "history_change",
    "history_edit",
    "journal_export",
    "setting",
    "derived_measure",
    "derived_search",
)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Uuid(), primary_key=True)


def _ref(name: str, table: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), _deferred(table), nullable=nullable, index=True)


def _deferred(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "federation",
        _id(),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        _ref("parent_id", "federation", nullable=True),
    )
    op.create_table(
        "township",
        _id(),
        _ref("federation_id", "federation"),
        sa.Column("name", sa.Text(), nullable=False, index=True),
    )
    op.create_table(
        "chamber",
        _id(),
        _ref("federation_id", "federation"),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        _ref("township_id", "township", nullable=True),
        sa.Column("uscc", sa.Text(), nullable=True, index=True),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("dissolved_on", sa.Date(), nullable=True),
        sa.Column("term_number", sa.Integer(), nullable=True),
        sa.Column("term_began_on", sa.Date(), nullable=True),
        sa.Column("term_years", sa.Integer(), nullable=True),
        sa.Column("party_branch", sa.Boolean(), nullable=False),
        sa.Column("full_time_staff", sa.Integer(), nullable=True),
        sa.Column("rating_level", sa.Text(), nullable=False),
        sa.Column("rating_year", sa.Integer(), nullable=True),
        sa.Column("secretary", sa.Text(), nullable=False),
    )
    op.create_table(
        "person",
        _id(),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("phone", sa.Text(), nullable=True),
    )
    op.create_table(
        "member",
        _id(),
        _ref("federation_id", "federation"),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uscc", sa.Text(), nullable=True, index=True),
        sa.Column("legal_representative", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("industry", sa.Text(), nullable=False),
        _ref("township_id", "township", nullable=True),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("registered_capital", sa.Text(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("left_reason", sa.Text(), nullable=False),
        sa.Column("new_generation", sa.Boolean(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("retain_until", sa.Date(), nullable=True),
    )
    op.create_table(
        "membership",
        _id(),
        _ref("member_id", "member"),
        _ref("chamber_id", "chamber"),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "post",
        _id(),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("rank", _RANK, nullable=False),
        _ref("person_id", "person", nullable=True),
        _ref("member_id", "member", nullable=True),
        _ref("federation_id", "federation", nullable=True),
        _ref("chamber_id", "chamber", nullable=True),
        sa.Column("term_number", sa.Integer(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "programme",
        _id(),
        sa.Column("name", sa.Text(), nullable=False, index=True),
    )
    op.create_table(
        "alias",
        _id(),
        _ref("programme_id", "programme"),
        sa.Column("name", sa.Text(), nullable=False, index=True),
    )
    op.create_table(
        "plan",
        _id(),
        _ref("federation_id", "federation"),
        sa.Column("year", sa.Integer(), nullable=False, index=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("slogan", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
    )
    op.create_table(
        "passage",
        _id(),
        _ref("plan_id", "plan"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("speaker_unit", sa.Text(), nullable=False),
        sa.Column("speaker_post", sa.Text(), nullable=False),
        sa.Column("speaker_name", sa.Text(), nullable=False),
    )
    op.create_table(
        "theme",
        _id(),
        _ref("plan_id", "plan"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
    )
    op.create_table(
        "plan_item",
        _id(),
        _ref("theme_id", "theme"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("begins_paragraph", sa.Boolean(), nullable=False),
        sa.Column("short_title", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("leader", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state_override", sa.Text(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=False),
    )
    op.create_table(
        "item_unit",
        _id(),
        _ref("item_id", "plan_item"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, index=True),
    )
    op.create_table(
        "milestone",
        _id(),
        _ref("item_id", "plan_item"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "item_programme",
        _id(),
        _ref("item_id", "plan_item"),
        _ref("programme_id", "programme"),
    )
    op.create_table(
        "measure",
        _id(),
        _ref("item_id", "plan_item"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("base", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "sub_measure",
        _id(),
        _ref("measure_id", "measure"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, index=True),
        sa.Column("target", sa.Text(), nullable=True),
    )
    op.create_table(
        "progress",
        _id(),
        _ref("item_id", "plan_item"),
        _ref("measure_id", "measure", nullable=True),
        sa.Column("period", sa.Text(), nullable=False, index=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("cumulative", sa.Text(), nullable=True),
        sa.Column("narrative", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("next_steps", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("reported_by", sa.Text(), nullable=False),
    )
    op.create_table(
        "article",
        _id(),
        sa.Column("year", sa.Integer(), nullable=False, index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=True, index=True),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("kicker", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("byline", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
    )
    op.create_table(
        "article_section",
        _id(),
        _ref("article_id", "article"),
        _ref("plan_id", "plan"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
    )
    op.create_table(
        "article_item",
        _id(),
        _ref("article_id", "article"),
        _ref("item_id", "plan_item"),
        sa.Column("rank", _RANK, nullable=False),
        sa.Column("wording", sa.Text(), nullable=True),
    )
    op.create_table(
        "history_change",
        _id(),
        sa.Column("number", sa.Integer(), nullable=False, unique=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("edit_count", sa.Integer(), nullable=False),
        _ref("undoes", "history_change", nullable=True),
    )
    op.create_table(
        "history_edit",
        sa.Column("change_id", sa.Uuid(), _deferred("history_change"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
    )
    op.create_table(
        "journal_export",
        _id(),
        sa.Column("at", sa.DateTime(), nullable=False, index=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=True, index=True),
        sa.Column("document", sa.Text(), nullable=True),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=True),
    )
    op.create_table(
        "derived_measure",
        sa.Column("measure_id", sa.Uuid(), primary_key=True),
        sa.Column("cumulative", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("last_period", sa.Text(), nullable=False),
    )
    op.create_table(
        "derived_search",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("record_id", sa.Uuid(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Drop all tables."""
    for table in reversed(_TABLES):
        op.drop_table(table)
