"""How widgets turn messages into the language that the window speaks."""

from __future__ import annotations

from collections.abc import Callable

from moushi.errors import Message

Words = Callable[[Message], str]
"""Renders a message in the person's language."""
