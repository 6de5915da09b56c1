"""Checks over compiled articles."""
