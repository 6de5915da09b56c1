"""Versions of an article that went out: what, to whom, when; and what has changed since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument, Paragraph, Ref, Run, Section
from moushi.compile.documents_json import document_from_json
from moushi.desk.desk import Desk
from moushi.domain.records import KINDS, Article, ArticleItem
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import field_word, kind_word
from moushi.errors import Message, MoushiError, say

_ALIKE = 0.5  # words that share this much are one text reworded, not one gone and another come


@dataclass(frozen=True, slots=True)
class Version:
    """A file of the article that was written: when, by whom, where to, in which layout and for whom."""

    id: UUID
    at: datetime
    person: str
    path: Path
    layout: str
    audience: str


class Difference(StrEnum):
    """What happened to words of the version that was sent."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    DIVIDED = "divided"  # the same words in other paragraphs


DIFFERENCE_WORDS: Mapping[Difference, Message] = {
    Difference.CHANGED: say("changed"),
    Difference.ADDED: say("added"),
    Difference.REMOVED: say("left out"),
    Difference.MOVED: say("moved"),
    Difference.DIVIDED: say("other paragraphs"),
}
"""What a person calls each difference."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """One difference: where it stands, the words as sent ("" if new), the words now ("" if left out)."""

    difference: Difference
    where: Message
    old: str
    new: str
    ref: Ref | None = None


def versions(desk: Desk, article_id: UUID) -> tuple[Version, ...]:
    """The versions of an article that were exported, newest first."""
    found = []
    for entry in desk.store.exports():
        if entry.article_id == article_id:
            held = desk.store.export(entry.id)
            said = json.loads(held.document) if held and held.document else {}
            layout, audience = said.get("layout", ""), said.get("audience", "")
            found.append(Version(entry.id, entry.at, entry.person, Path(entry.path), layout, audience))
    return tuple(found)


def sent_document(desk: Desk, version_id: UUID) -> ArticleDocument:
    """The article as it stood in a version; `MoushiError` when the journal has no such text."""
    entry = desk.store.export(version_id)
    try:
        if entry is not None and entry.document is not None:
            return document_from_json(entry.document)
    except (ValueError, TypeError, KeyError) as fault:
        raise _unknown() from fault
    raise _unknown()


def _unknown() -> MoushiError:
    return MoushiError("The text of this version is not kept. Open its file to see what was sent.")


def changes_since(snapshot: Snapshot, sent: ArticleDocument) -> tuple[TextChange, ...]:
    """What an article's words differ in from a version that was sent, in reading order.

    `MoushiError` when the article is gone or cannot be compiled now.
    """
    article = snapshot.get(Article, sent.article_id) if sent.article_id else None
    if article is None:
        raise MoushiError("The article of this version was deleted. Undo that to compare.")
    entries = {entry.id: entry.item_id for entry in snapshot.where(ArticleItem, article_id=article.id)}
    return differences(sent, compile_article(snapshot, article), entries)


def differences(
    old: ArticleDocument, new: ArticleDocument, entries: Mapping[UUID, UUID] | None = None
) -> tuple[TextChange, ...]:
    """What two states of an article differ in; `entries` tells the plan item of an article's entry."""
    found = [*_compared(_title(old), _title(new))]
    before, after = _sections(old.sections), _sections(new.sections)
    still = [key for key in after if key in before]
    moved = _moved([key for key in before if key in after], still)
    for key, section in after.items():
        place = say("Section {federation}", federation=section.federation)
        if key not in before:
            found.append(TextChange(Difference.ADDED, place, "", _text(section)))
            continue
        if key in moved:
            found.append(TextChange(Difference.MOVED, place, "", ""))
        found += _compared(_pieces(before[key], entries or {}), _pieces(section, entries or {}))
    for key, section in before.items():
        if key not in after:
            place = say("Section {federation}", federation=section.federation)
            found.append(TextChange(Difference.REMOVED, place, _text(section), ""))
    if not found:
        found += _divided(before, after)
    return tuple(found)


# -- pieces of an article: words that come from one field --------------------------------------------------

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    key: _Key
    text: str
    where: Message
    ref: Ref | None


def _title(document: ArticleDocument) -> list[_Piece]:
    pieces = [
        _Piece((name,), run.text, field_word(Article, name), run.ref)
        for name, run in (
            ("kicker", document.kicker),
            ("headline", document.headline),
            ("byline", document.byline),
        )
        if run
    ]
    for (
        paragraph
    ) in document.lead:  # its paragraphs have no names of their own: they are known by their words
        ref = paragraph.runs[0].ref
        pieces.append(_Piece(("lead", paragraph.text), paragraph.text, field_word(Article, "lead"), ref))
    return _told_apart(pieces)


def _pieces(section: Section, entries: Mapping[UUID, UUID]) -> list[_Piece]:
    pieces = []
    for name, run in (("heading", section.heading), ("slogan", section.slogan)):
        if run:
            pieces.append(_Piece((name,), run.text, _where(section, run), run.ref))
    pieces += [
        _Piece(_key(run, entries), run.text, _where(section, run), run.ref)
        for run in _runs(section.paragraphs)
    ]
    return _told_apart(pieces)


def _key(run: Run, entries: Mapping[UUID, UUID]) -> _Key:
    ref = run.ref
    if ref is None:
        return ("words", run.text)
    if ref.record == "ArticleItem" and ref.id in entries:  # the item in other words
        return ("PlanItem", entries[ref.id], "text", 0)
    return (ref.record, ref.id, ref.field, ref.index)


def _where(section: Section, run: Run) -> Message:
    if run.ref is None or run.ref.record not in KINDS:
        return say("{federation}", federation=section.federation)
    kind = KINDS["PlanItem" if run.ref.record == "ArticleItem" else run.ref.record]
    part = field_word(kind, run.ref.field) if run.ref.record in ("Plan", "Theme") else kind_word(kind)
    return say("{federation} · {part}", federation=section.federation, part=part)


def _runs(paragraphs: Iterable[Paragraph]) -> Iterator[Run]:
    return (run for paragraph in paragraphs for run in paragraph.runs)


def _text(section: Section) -> str:
    heads = (run.text for run in (section.heading, section.slogan) if run)
    return "\n".join((*heads, *(paragraph.text for paragraph in section.paragraphs)))


def _told_apart(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Pieces whose keys are all different: the second of two alike gets a number."""
    seen: Counter[_Key] = Counter()
    found = []
    for piece in pieces:
        seen[piece.key] += 1
        key = (*piece.key, seen[piece.key])
        found.append(_Piece(key, piece.text, piece.where, piece.ref))
    return found


def _sections(sections: Iterable[Section]) -> dict[_Key, Section]:
    seen: Counter[UUID] = Counter()
    found: dict[_Key, Section] = {}
    for section in sections:
        seen[section.plan_id] += 1
        found[section.plan_id, seen[section.plan_id]] = section
    return found


def _compared(old: Sequence[_Piece], new: Sequence[_Piece]) -> list[TextChange]:
    before, after = {piece.key: piece for piece in old}, {piece.key: piece for piece in new}
    gone = [piece for piece in old if piece.key not in after]
    come = [piece for piece in new if piece.key not in before]
    reworded = _reworded(gone, come)
    held = [piece.key for piece in old if piece.key in after]
    moved = _moved(held, [piece.key for piece in new if piece.key in before])
    found: list[TextChange] = []
    for piece in new:
        earlier = before.get(piece.key) or reworded.get(piece.key)
        if earlier is None:
            found.append(TextChange(Difference.ADDED, piece.where, "", piece.text, piece.ref))
        elif earlier.text != piece.text:
            found.append(TextChange(Difference.CHANGED, piece.where, earlier.text, piece.text, piece.ref))
        elif piece.key in moved:
            found.append(TextChange(Difference.MOVED, piece.where, earlier.text, piece.text, piece.ref))
    paired = {piece.key for piece in reworded.values()}
    found += [
        TextChange(Difference.REMOVED, piece.where, piece.text, "", piece.ref)
        for piece in gone
        if piece.key not in paired
    ]
    return found


def _reworded(gone: Sequence[_Piece], come: Sequence[_Piece]) -> dict[_Key, _Piece]:
    """Which words that are gone stand in other words now: by the new piece's key the old piece."""
    free = list(gone)
    found: dict[_Key, _Piece] = {}
    for piece in come:
        matcher = SequenceMatcher(None, b=piece.text, autojunk=False)
        best: tuple[float, int] = (_ALIKE, -1)
        for number, other in enumerate(free):
            matcher.set_seq1(other.text)
            if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:
                share = matcher.ratio()
                if share > best[0] or (share == best[0] and best[1] < 0):
                    best = share, number
        if best[1] >= 0:
            found[piece.key] = free.pop(best[1])
    return found


def _moved(old: Sequence[_Key], new: Sequence[_Key]) -> set[_Key]:
    """The keys that no longer stand in the order they stood in; the same keys are in both."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = {key for block in matcher.get_matching_blocks() for key in old[block.a : block.a + block.size]}
    return set(old) - kept


def _divided(before: Mapping[_Key, Section], after: Mapping[_Key, Section]) -> Iterator[TextChange]:
    for key, section in after.items():
        then = [paragraph.text for paragraph in before[key].paragraphs]
        now = [paragraph.text for paragraph in section.paragraphs]
        if then != now:
            place = say("Section {federation}", federation=section.federation)
            yield TextChange(Difference.DIVIDED, place, "", "")
