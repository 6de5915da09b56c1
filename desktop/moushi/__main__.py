"""`python -m moushi`: the command line, and without a command the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """What the installed commands call; returns the exit code."""
    arguments = sys.argv[1:]
    if _asks_for_window(arguments):
        return _window(Path(arguments[1]) if arguments[:1] == ["--store"] else None)
    from moushi import cli  # the window stands sooner without it

    return cli.main(_window)


def _asks_for_window(arguments: Sequence[str]) -> bool:
    """Whether nothing but the window is wanted: `moushi`, `moushi --store FILE`, either with `gui`."""
    match arguments:
        case [] | ["gui"]:
            return True
        case ["--store", store] | ["--store", store, "gui"]:
            return not store.startswith("-")
        case _:
            return False


def _window(store: Path | None) -> int:
    from moushi.app import run_window  # loads Qt, which no other command needs

    return run_window(store)


if __name__ == "__main__":
    sys.exit(main())
