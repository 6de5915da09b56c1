"""Compiling: one consistent snapshot of the records becomes a neutral document."""
