"""Proposals, findings, review and undo."""
