"""Pictures of the overview's plots as files."""

from __future__ import annotations

from pathlib import Path

from moushi.desk.file_names import fit_name
from moushi.errors import MoushiError
from moushi.output.atomic import write_atomically

ENDING = ".png"


def write_picture(out: Path, data: bytes) -> Path:
    """Write a picture whole; `MoushiError`: it could not be, and whatever stood there is as it was."""
    if out.suffix.lower() != ENDING:
        raise MoushiError("{file}: pictures are written as .png. Give the file that ending.", file=out.name)
    write_atomically(out, data)
    return out


def picture_name(*parts: str) -> str:
    """What a picture is called by itself, without ending: whose, of what year, what it shows."""
    return fit_name("".join(parts))
