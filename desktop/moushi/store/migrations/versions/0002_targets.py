"""Sections of an article get a target: lines or a depth to fill, and whether they are set to fill it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three fields; no section has a target yet."""
    with op.batch_alter_table("article_section") as table:
        table.add_column(sa.Column("target_lines", sa.Integer(), nullable=True))
        table.add_column(sa.Column("target_mm", sa.Text(), nullable=True))
        table.add_column(sa.Column("fit", sa.Boolean(), nullable=True))
    op.execute(sa.text("UPDATE article_section SET fit = false"))
    with op.batch_alter_table("article_section") as table:
        table.alter_column("fit", existing_type=sa.Boolean(), nullable=False)


def downgrade() -> None:
    """Take the fields out; targets are lost."""
    with op.batch_alter_table("article_section") as table:
        for name in ("fit", "target_mm", "target_lines"):
            table.drop_column(name)
