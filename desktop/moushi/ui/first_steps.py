"""What an empty store says: how a plan gets into it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from moushi import paths
from moushi.errors import say
from moushi.ui.words import Words


def first_steps(store: Path, words: Words) -> str:
    """The first steps as rich text, with the commands to type for this store."""
    named = "" if store == paths.default_store() else f' --store "{store}"'
    take_in = f"moushi{named} import {words(say('FILE'))}"
    demo = f"moushi demo {words(say('FOLDER'))}"
    lines = (
        f"<h2>{escape(words(say('There is no plan in this store yet.')))}</h2>",
        _paragraph(
            words(
                say(
                    "To take in a newspaper page, an official paper or a task table, close this window, "
                    "type the following in a terminal and start Moushi again:"
                )
            )
        ),
        _command(take_in),
        _paragraph(
            words(
                say(
                    "To look at a sample first, type the following, then open the store it has made "
                    "with File ▸ Open Store…:"
                )
            )
        ),
        _command(demo),
    )
    return "".join(lines)


def _paragraph(text: str) -> str:
    return f'<p style="line-height: 120%">{escape(text)}</p>'


def _command(text: str) -> str:
    return f'<p style="margin-left: 24px"><b>{escape(text)}</b></p>'
