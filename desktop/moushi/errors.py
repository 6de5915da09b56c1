"""What the program says to a person: messages in two languages, and the errors that are known.

A `Message` is English source text with named values; the desk turns it into Chinese by the catalogue
`resources/i18n/moushi_zh_CN.ts`. A `MoushiError` is a known failure whose message tells the person what to
do next. Any other exception is a bug: it is logged with its trace and never swallowed.
"""

from __future__ import annotations

import errno
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


_REASONS = {
    errno.ENOSPC: say("the disk is full"),
    errno.EACCES: say("access is denied"),
    errno.EPERM: say("access is denied"),
    errno.EROFS: say("the disk is write-protected"),
    errno.ENOENT: say("it is not there"),
    errno.ENOTDIR: say("its folder is a file"),
    errno.EISDIR: say("it is a folder"),
    errno.EEXIST: say("it is there already"),
    errno.EBUSY: say("another program uses it"),
    errno.ETXTBSY: say("another program uses it"),
    errno.EIO: say("the disk or share gave an error"),
    errno.ENAMETOOLONG: say("its name is too long"),
    errno.EINVAL: say("its name has signs that are not allowed"),
    errno.ENOTCONN: say("the share is not connected"),
}


def reason_of(fault: OSError) -> Message:
    """Why the system refused something, in the person's language; in its own words where none are known."""
    known = _REASONS.get(fault.errno or 0)
    return known or Message("{reason}", {"reason": fault.strerror or str(fault)})
