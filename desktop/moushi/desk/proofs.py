"""Proofs: an article as the composed page, in one PDF or in a picture for each sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from moushi.compile.documents import ArticleDocument
from moushi.compile.setting import set_article
from moushi.errors import Message
from moushi.output.atomic import write_atomically, write_together
from moushi.typeset.layout import Layout
from moushi.typeset.pages import Pages

ENDINGS = (".pdf", ".png")

Report = Callable[[int, int], None]
"""Told how many steps are done and how many there are; may end the work by an exception."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The files of a proof, the hash of all of them in a row, and what a person is to know of its faces."""

    files: tuple[Path, ...]
    sha256: str
    notices: tuple[Message, ...]


def write_proof(document: ArticleDocument, layout: Layout, out: Path, now: datetime, report: Report) -> Proof:
    """Write a proof, by the file's ending: `OUT.pdf`; or `OUT.png`, of several sheets `OUT-1.png` and so on.

    All files are written or none.

    Raises:
        MoushiError: no Chinese face is installed, or a file could not be written.
    """
    from moushi.output.proof.faces import measuring, start_qt  # loads Qt

    start_qt()
    pages = set_article(document, layout, measuring(layout))
    if out.suffix.lower() == ".pdf":
        from moushi.output.proof.pdf import article_pdf

        data, notices = article_pdf(document, pages, now=now, report=report)
        write_atomically(out, data)
        return Proof((out,), hashlib.sha256(data).hexdigest(), tuple(notices))
    return _write_pictures(pages, out, report)


def _write_pictures(pages: Pages, out: Path, report: Report) -> Proof:
    from moushi.output.proof.png import Sheets

    sheets = Sheets(pages)
    count = len(sheets)
    names = [out] if count == 1 else [out.with_stem(f"{out.stem}-{n}") for n in range(1, count + 1)]
    digest = hashlib.sha256()

    def painted() -> Iterator[tuple[Path, bytes]]:
        for number, (name, data) in enumerate(zip(names, sheets, strict=True)):
            report(number, count)
            digest.update(data)
            yield name, data

    write_together(painted())
    return Proof(tuple(names), digest.hexdigest(), tuple(sheets.notices))
