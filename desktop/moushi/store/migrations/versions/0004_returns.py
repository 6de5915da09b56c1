"""A chamber's own reports of progress; the journal of returns."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the journal; reports until now are the office's own."""
    with op.batch_alter_table("progress") as batch:
        chamber = sa.ForeignKey(
            "chamber.id", name="fk_progress_chamber_id_chamber", deferrable=True, initially="DEFERRED"
        )
        batch.add_column(sa.Column("chamber_id", sa.Uuid(), chamber, nullable=True))
        batch.create_index("ix_progress_chamber_id", ["chamber_id"])
    op.create_table(
        "journal_return",
        sa.Column("line", sa.Uuid(), primary_key=True),
        sa.Column("id", sa.Uuid(), nullable=False, index=True),
        sa.Column("at", sa.DateTime(), nullable=False, index=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("chamber_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("period", sa.Text(), nullable=False, index=True),
        sa.Column("due_on", sa.Date()),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text()),
        sa.Column("errors", sa.Integer(), nullable=False),
        sa.Column("warnings", sa.Integer(), nullable=False),
        sa.Column("edits", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text()),
    )


def downgrade() -> None:
    """Take journal and column out; what they hold is lost."""
    op.drop_table("journal_return")
    with op.batch_alter_table("progress") as batch:
        batch.drop_index("ix_progress_chamber_id")
        batch.drop_column("chamber_id")
