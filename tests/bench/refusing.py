"""Run in a process of its own: `refusing.py FOLDER FILE` takes a hostile file in, and is to be refused.

Prints the seconds until it was refused and the most memory that the whole process held, in megabytes. Limits
stop what is not refused before it takes the machine.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from pathlib import Path

_MOST_BYTES = 1_500 * 2**20
_MOST_SECONDS = 60


def main(folder: Path, file: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    from moushi.desk.desk import open_for_work
    from moushi.desk.taking_in import UnreadableError, Wish, propose_file

    with open_for_work(folder / "county.sqlite") as desk:
        began = time.perf_counter()
        try:
            propose_file(desk, file, Wish(), date(2031, 1, 1))
        except UnreadableError:
            took = time.perf_counter() - began
        else:
            sys.exit(f"{file.name} was taken in")
    print(f"{took:.4f} {most_memory():.1f}")


def most_memory() -> float:
    """The most memory held since this program was begun; what `getrusage` tells may be its parent's."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
