"""What the program says to a person: messages in two languages, and the errors that are known.

A `Message` is English source text with named values; the desk turns it into Chinese by the catalogue
`resources/i18n/moushi_zh_CN.ts`. A `MoushiError` is a known failure whose message tells the person what to
do next. Any other exception is a bug: it is logged with its trace and never swallowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person: English source text with `{named}` places, and the values to put there."""

    source: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translations: Mapping[str, str] | None = None) -> str:
        """The sentence, translated when `translations` holds its source text; nested messages likewise."""
        text = (translations or {}).get(self.source, self.source)
        values = {
            name: value.render(translations) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return text.format(**values)

    def __str__(self) -> str:
        return self.render()


def say(source: str, /, **values: object) -> Message:
    """A `Message`; every literal given here must stand in the Chinese catalogue (a test)."""
    return Message(source, values)


class MoushiError(Exception):
    """A known failure: its message says what happened, where, and what the person can do."""

    def __init__(self, source: str, /, **values: object) -> None:
        """Take the English source text and its values, like `say`."""
        self.message = Message(source, values)
        super().__init__(source)

    def __str__(self) -> str:
        return str(self.message)
