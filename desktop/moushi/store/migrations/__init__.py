"""Alembic's migrations of the store; they import nothing of ours, so that old ones keep working."""
