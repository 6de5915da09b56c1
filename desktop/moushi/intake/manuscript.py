"""A manuscript (our own exported .docx) come back after somebody edited it: only what changed is proposed.

The words now are compared with what was exported, so that what has changed in the records since stays; where
both changed, the person is told all three wordings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from moushi.changes.model import Change, Delete, Finding, Proposal, Severity, Source
from moushi.compile.article import compile_article, compile_plans
from moushi.compile.documents import ArticleDocument, Ref
from moushi.domain.record import Record
from moushi.domain.records import (
    KINDS,
    Article,
    ArticleItem,
    Measure,
    Passage,
    Plan,
    PlanItem,
    Progress,
    Theme,
)
from moushi.domain.snapshot import Snapshot, dependents
from moushi.errors import Message, MoushiError, say
from moushi.intake.manuscript_items import Comparison, Outcome, placed
from moushi.intake.manuscript_marks import Manuscript, is_manuscript, read_manuscript
from moushi.intake.manuscript_text import settle

__all__ = ["Manuscript", "is_manuscript", "propose_manuscript", "read_manuscript"]


def propose_manuscript(
    manuscript: Manuscript, base: ArticleDocument | None, snapshot: Snapshot, source: Source
) -> Proposal:
    """What the edits in a returned file would change; `base` is the document as it was exported.

    Without it the file is compared with the records as they stand, and nothing is deleted.
    """
    title = say("Edits in the returned file {file}", file=source.name)
    document = base or _as_it_stands(manuscript, snapshot)
    if document is None:
        return Proposal(source, title, (), (*manuscript.findings, _stranger()))
    printed, began = _printed(document)
    comparison = Comparison(
        snapshot=snapshot,
        document=document,
        printed=printed,
        began=began,
        settled=settle(manuscript, printed),
        export=str(manuscript.export_id or ""),
        known=base is not None,
    )
    outcomes = [*manuscript.findings, *_changed(comparison), *_lead(comparison), *placed(comparison)]
    outcomes += _gone(comparison) if base else [_without_base()]
    return Proposal(
        source,
        title,
        tuple(outcome for outcome in outcomes if not isinstance(outcome, Finding)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Finding)),
    )


def _as_it_stands(manuscript: Manuscript, snapshot: Snapshot) -> ArticleDocument | None:
    """What an export would print now of the article, else of the plans, that the file's marks name."""
    refs = [segment.ref for segment in manuscript.segments if segment.ref]
    for number in (manuscript.article_id, *(ref.id for ref in refs if ref.record == "Article")):
        article = snapshot.get(Article, number) if number else None
        if article:
            try:
                return compile_article(snapshot, article)
            except MoushiError:  # a progress article of which nothing is reported any more
                return None
    plans = tuple(dict.fromkeys(plan for ref in refs if (plan := _plan_of(ref, snapshot))))
    return compile_plans(snapshot, plans, plans[0].year) if plans else None


def _plan_of(ref: Ref, snapshot: Snapshot) -> Plan | None:
    held: Record | None = snapshot.get(KINDS[ref.record], ref.id)
    if isinstance(held, PlanItem):
        held = snapshot.get(Theme, held.theme_id)
    if isinstance(held, Theme | Passage):
        held = snapshot.get(Plan, held.plan_id)
    return held if isinstance(held, Plan) else None


def _printed(document: ArticleDocument) -> tuple[dict[Ref, str], frozenset[Ref]]:
    """What was printed of each field, in order, and the fields that began a paragraph."""
    heads = [document.kicker, document.headline, document.byline]
    paragraphs = [(run,) for run in heads if run] + [paragraph.runs for paragraph in document.lead]
    for section in document.sections:
        paragraphs += [(run,) for run in (section.heading, section.slogan) if run]
        paragraphs += [paragraph.runs for paragraph in section.paragraphs]
    printed: dict[Ref, str] = {}
    for runs in paragraphs:
        for run in runs:
            if run.ref:
                printed.setdefault(run.ref, run.text)
    return printed, frozenset(runs[0].ref for runs in paragraphs if runs[0].ref)


def _is_lead(ref: Ref) -> bool:
    return (ref.record, ref.field) == ("Article", "lead")


def _same(text: str, other: str) -> bool:
    return text.split() == other.split()


def _cleaned(text: str, was: str) -> str:
    """The words without outer blanks, and without breaks that were not printed."""
    for blank in "\n\t":
        if blank not in was:
            text = text.replace(blank, "")
    return text.strip()


def _changed(comparison: Comparison) -> Iterator[Outcome]:
    """The fields whose words are others now; the lead, a field of several paragraphs, is `_lead`'s."""
    for ref, text in comparison.settled.texts.items():
        was = comparison.printed[ref]
        new = _cleaned(text, was)
        if not _is_lead(ref) and not _same(new, was):
            yield from _change(comparison, ref, was, new)


def _change(comparison: Comparison, ref: Ref, was: str, new: str) -> Iterator[Outcome]:
    """A change to the new words, unless the record says so already; a warning where it changed too."""
    where = comparison.settled.places[ref]
    record = comparison.snapshot.get(KINDS[ref.record], ref.id)
    if record is None:
        message = say("“{was}” was changed to “{new}”, but is no longer in the records.", was=was, new=new)
        yield _warning(where, message, say("If it is still wanted, enter it in the plan."))
        return
    if ref.field == "figure":
        message = say("“{was}” is worked out and cannot be changed to “{new}” here.", was=was, new=new)
        yield _warning(where, message, say("Change the value in the progress of that measure."))
        return
    now = str(getattr(record, ref.field) or "")
    if _same(now, new):
        return
    if isinstance(record, Progress) and record.chamber_id is not None:
        message = say(
            "“{was}” is what the chamber itself reported; “{new}” is not taken in.", was=was, new=new
        )
        yield _warning(
            where, message, say("Word the item for the paper, or write the office's own progress.")
        )
        return
    if not _same(now, was) and not (isinstance(record, Progress) and _same(f"{now}。", was)):
        yield _both_changed(where, was, now, new)
    yield Change(type(record), record.id, ref.field, getattr(record, ref.field), new)


def _both_changed(where: str, was: str, now: str, new: str) -> Finding:
    return _warning(
        where,
        say(
            "Exported: “{was}”; in the records now: “{now}”; in the file: “{new}”.", was=was, now=now, new=new
        ),
        say("Both were changed. Compare them before you take the edit, which puts the file's words in."),
    )


def _lead(comparison: Comparison) -> Iterator[Outcome]:
    """The article's lead, whose paragraphs stand one per line of one field."""
    article = comparison.article
    refs = [ref for ref in comparison.printed if _is_lead(ref)]
    was = [comparison.printed[ref] for ref in refs]
    lines = [new.text for new in comparison.new_lead if new.after not in refs]
    for ref, printed in zip(refs, was, strict=True):
        text = comparison.settled.texts.get(ref, "" if comparison.known else printed)
        lines.append(_cleaned(text, printed))
        lines += [new.text for new in comparison.new_lead if new.after == ref]
    new = "\n".join(line for line in lines if line)
    if article is None or new.split("\n") == [line.strip() for line in was] or (not was and not new):
        return
    now = "\n".join(line.strip() for line in article.lead.split("\n") if line.strip())
    if now == new:
        return
    if now.split("\n") != [line.strip() for line in was] and (now or was):
        place = next(
            (comparison.settled.places[ref] for ref in refs if ref in comparison.settled.places), "1:1"
        )
        yield _both_changed(place, "\n".join(was), now, new)
    yield Change(Article, article.id, "lead", article.lead, new)


def _gone(comparison: Comparison) -> Iterator[Outcome]:
    """What was printed and is missing: items, themes and passages are deleted, other fields emptied."""
    removed: dict[UUID, Record] = {}
    for ref in sorted(comparison.settled.gone, key=lambda ref: ref.record == "Theme"):
        record = comparison.snapshot.get(KINDS[ref.record], ref.id)
        if record is None or record.id in removed:
            continue
        where, text = _place_of(ref, comparison), comparison.printed[ref]
        target = _to_remove(comparison.record(ref), removed, comparison)
        if target is not None:
            hanging = dependents(comparison.snapshot, target)
            removed |= {each.id: each for each in (*hanging, target) if each.id not in removed}
            yield _missing(where, _removal(target, text, len(hanging)))
        elif isinstance(record, Progress | Measure):
            yield _missing(where, say("“{text}” is missing; what was reported stays.", text=text))
        else:
            yield _missing(where, say("“{text}” is missing and is taken out.", text=text))
            held = getattr(record, ref.field)
            if held and not _is_lead(ref):
                yield Change(type(record), record.id, ref.field, held, "")
    yield from map(Delete, removed.values())


def _to_remove(
    record: Record | None, removed: Mapping[UUID, Record], comparison: Comparison
) -> Record | None:
    """The record to delete for one whose words are missing; None when only a field is emptied."""
    match record:
        case PlanItem():
            entries = comparison.listing(comparison.snapshot.get(Theme, record.theme_id)) or ()
            return next((entry for entry in entries if entry.item_id == record.id), record)
        case Theme():
            items = comparison.snapshot.where(PlanItem, theme_id=record.id)
            return record if all(item.id in removed for item in items) else None
        case Passage():
            return record
        case _:
            return None


def _removal(record: Record, text: str, hanging: int) -> Message:
    if isinstance(record, ArticleItem):
        return say("“{text}” is missing and is taken out of the article; the plan keeps it.", text=text)
    return say(
        "“{text}” is missing and will be deleted from the plan with {count} records that hang on it.",
        text=text,
        count=hanging,
    )


def _place_of(ref: Ref, comparison: Comparison) -> str:
    """Where the nearest words before the missing ones stand."""
    where = "1:1"
    for other in comparison.printed:
        if other == ref:
            break
        where = comparison.settled.places.get(other, where)
    return where


def _missing(where: str, message: Message) -> Finding:
    return _warning(where, message, say("If it is to stay, do not take this edit."))


def _warning(where: str, message: Message, action: Message) -> Finding:
    return Finding(Severity.WARNING, where, message, action)


def _without_base() -> Finding:
    return _warning(
        "1:1",
        say("What was exported is not known here, so the file was compared with the records as they stand."),
        say(
            "Look at each edit: later changes in the records may be undone. Delete items in the plan itself."
        ),
    )


def _stranger() -> Finding:
    return Finding(
        Severity.ERROR,
        "1:1",
        say("The file was exported from another store; none of its records are here."),
        say("Take it in where it was exported, or copy its text into a new document and take that in."),
    )
