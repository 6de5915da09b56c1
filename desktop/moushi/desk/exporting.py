"""Exports: one consistent snapshot compiled, written whole, then noted in the journal.

If any part fails the export fails, and the old file stays as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from moushi.compile.article import compile_article, compile_plans
from moushi.compile.documents import ArticleDocument
from moushi.compile.documents_json import document_to_json
from moushi.compile.progress import compile_progress
from moushi.desk.articles import owner_of, period_words
from moushi.desk.choosing import ArticleWish, article_plans, choose_article, choose_period, choose_plans
from moushi.desk.copyfit import measure_up, paper_layout
from moushi.desk.copyfit_words import copy_note
from moushi.desk.desk import Desk
from moushi.desk.file_names import fit_name
from moushi.desk.layouts import MANUSCRIPT, NEWSPAPER, layout_or, load_layout
from moushi.desk.office import contact_line, office
from moushi.desk.proofs import ENDINGS as PROOFS
from moushi.desk.proofs import write_proof
from moushi.domain.kinds import ArticleKind
from moushi.domain.period import parse_period
from moushi.domain.records import Article, Plan
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError
from moushi.output.atomic import write_atomically
from moushi.output.text import article_text

THE_ONLY_ONE = ArticleWish()


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, whether the export stands in the journal, and what was not as it was to be.

    `more` are the further files of a proof in several pictures; `notices` tell of its faces.
    """

    path: Path
    in_journal: bool
    warning: Message | None = None
    more: tuple[Path, ...] = ()
    notices: tuple[Message, ...] = ()


def compiled_article(
    snapshot: Snapshot, year: int, wish: ArticleWish, federations: Sequence[str] = ()
) -> ArticleDocument:
    """The article of the year that is meant, else all its plans; only the named federations' sections."""
    article = choose_article(snapshot, year, wish)
    plans = choose_plans(snapshot, year, federations)
    if article is None:
        return compile_plans(snapshot, plans, year)
    document = compile_article(snapshot, article)
    if not federations:
        return document
    wanted = {plan.id for plan in plans}
    kept = tuple(section for section in document.sections if section.plan_id in wanted)
    if not kept:
        raise MoushiError(
            "The article “{headline}” has no section of {names}.",
            headline=article.headline,
            names="、".join(federations),
        )
    return replace(document, sections=kept)


def export_article(
    desk: Desk,
    out: Path,
    year: int,
    *,
    wish: ArticleWish = THE_ONLY_ONE,
    layout: str | None = None,
    federations: Sequence[str] = (),
    audience: str | None = None,
    now: datetime,
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Written:
    """Write the article as .docx, as proof (.pdf, .png) or as the composed text (.txt), by the file's ending.

    The journal keeps the document with the layout it was set in and whom it is for: `audience`, or without
    it whom the article itself names. An article whose own layout is not there is set in the usual one.
    """
    ending = out.suffix.lower()
    if ending not in (".docx", *PROOFS, ".txt"):
        raise MoushiError(
            "{file}: articles are written as .docx, .pdf, .png and .txt. Give the file such an ending.",
            file=out.name,
        )
    with desk.snapshot() as snapshot:
        document = compiled_article(snapshot, year, wish, federations)
    default = MANUSCRIPT if ending == ".docx" else NEWSPAPER
    warning = None
    if layout:
        preset = load_layout(layout, desk)
    else:
        preset, warning = layout_or(document.layout, default, desk)
    sent = replace(document, layout=preset.name, audience=document.audience if audience is None else audience)
    if ending in PROOFS:
        proof = write_proof(document, preset, out, now, report)
        path, *more = proof.files
        written = _note(desk, path, proof.sha256, "article", document=sent)
        return replace(written, warning=warning, more=tuple(more), notices=proof.notices)
    export_id = uuid4()
    if ending == ".docx":
        from moushi.output.word import article_docx

        note = copy_note(measure_up(document, paper_layout(document, desk)))
        asked = contact_line(office(desk))
        data = article_docx(document, preset, exported_id=export_id, now=now, contact=asked, note=note)
    else:
        data = article_text(document, preset).encode()
    write_atomically(out, data)
    written = _note(desk, out, _sha256(data), "article", export_id=export_id, document=sent)
    return replace(written, warning=warning)


def export_progress(
    desk: Desk,
    out: Path,
    year: int,
    *,
    period: str | None = None,
    federations: Sequence[str] = (),
    now: datetime,
) -> Written:
    """Write the progress sheet of a period; it follows the year's article where there is just one."""
    from moushi.output.excel import progress_xlsx

    if out.suffix.lower() != ".xlsx":
        raise MoushiError(
            "{file}: progress sheets are written as .xlsx. Give the file that ending.", file=out.name
        )
    with desk.snapshot() as snapshot:
        plans = choose_plans(snapshot, year, federations)
        article = _article_of(snapshot, year, plans)
        chosen = choose_period(snapshot, plans, year, period)
        document = compile_progress(snapshot, plans, chosen, article, today=now.date())
    data = progress_xlsx(document)
    write_atomically(out, data)
    return _note(desk, out, _sha256(data), "progress")


def file_name(snapshot: Snapshot, article: Article) -> str:
    """What an article's file is called by itself, without ending: 2024年工作计划（下）-稿件."""
    plans = article_plans(snapshot, article)
    who = owner_of(snapshot, plans[0]) if len(plans) == 1 else ""
    when, what = f"{article.year}年", "工作计划"
    if article.kind is ArticleKind.PROGRESS:
        what = "工作进展"
        with suppress(MoushiError):
            when = period_words(parse_period(article.period or ""))
    part = f"（{article.part}）" if article.part else ""
    return fit_name(f"{who}{when}{what}{part}-稿件")


def whole_text(document: ArticleDocument) -> str:
    """The article as plain text for a chat: a line for each paragraph, an empty line between sections."""
    title = [run.text for run in (document.kicker, document.headline, document.byline) if run]
    blocks = [title, [paragraph.text for paragraph in document.lead]]
    for section in document.sections:
        heads = [run.text for run in (section.heading, section.slogan) if run]
        blocks.append([*heads, *(paragraph.text for paragraph in section.paragraphs)])
    lines = ("\n".join(" ".join(line.split()) for line in block) for block in blocks if block)
    return "\n\n".join(lines) + "\n"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _note(
    desk: Desk,
    out: Path,
    sha256: str,
    what: str,
    *,
    export_id: UUID | None = None,
    document: ArticleDocument | None = None,
) -> Written:
    """Note the export in the journal, unless the store is open for reading only."""
    if desk.read_only:
        return Written(out, in_journal=False)
    desk.store.record_export(
        export_id or uuid4(),
        what=what,
        path=str(out.resolve()),
        sha256=sha256,
        article_id=document.article_id if document else None,
        document=document_to_json(document) if document else None,
    )
    return Written(out, in_journal=True)


def _article_of(snapshot: Snapshot, year: int, plans: Sequence[Plan]) -> Article | None:
    """The year's only plan article, if it prints all these plans: the sheet then follows it."""
    articles = snapshot.where(Article, year=year, kind=ArticleKind.PLAN)
    if len(articles) != 1 or not set(plans) <= set(article_plans(snapshot, articles[0])):
        return None
    return articles[0]
