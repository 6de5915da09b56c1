"""Composing a text file line by line, without a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from moushi.desk.layouts import NEWSPAPER, load_layout
from moushi.intake.source import decode_text, read_source
from moushi.typeset.lines import compose


def compose_file(path: Path, layout: str | None = None, folder: Path | None = None) -> Iterator[str]:
    """The lines of a preset's body, each non-blank line of the file being a paragraph.

    `folder` has a person's own presets. `MoushiError` when the file is no text or the preset is not known.
    """
    preset = load_layout(layout or NEWSPAPER, folder)
    for paragraph in decode_text(read_source(path)).splitlines():
        if text := paragraph.strip():
            for line in compose(text, preset.measure_em, preset.first_indent_em):
                yield line.text
