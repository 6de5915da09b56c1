"""`python -m moushi`: the command line, and without a command the window."""

from __future__ import annotations

import sys
from pathlib import Path

from moushi import cli


def main() -> int:
    """What the installed commands call; returns the exit code."""
    return cli.main(_window)


def _window(store: Path | None) -> int:
    from moushi.app import run_window  # loads Qt, which no other command needs

    return run_window(store)


if __name__ == "__main__":
    sys.exit(main())
