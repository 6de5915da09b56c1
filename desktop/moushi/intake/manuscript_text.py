"""An exported .docx after somebody edited it: which words belong to which printed field now.

Word keeps a bookmark round what it enclosed, but words typed at its ends fall outside, and other programs
split, double or drop bookmarks. Words without a mark go to the field whose words they are or were; what
is left is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from moushi.compile.documents import Ref
from moushi.intake.manuscript_marks import Manuscript, Segment
from moushi.intake.matching import align, likeness
from moushi.intake.sections import sentences

_ENDS = ("。", "；", "！", "？", "…", "：", ";", "!", "?")
_CLOSERS = "”’）)】》」』 \t\n"
_NEAR = 40  # as many missing fields as are compared with the words in their place
_SENTENCES = frozenset({"Theme", "PlanItem", "ArticleItem", "Progress", "Measure"})
_ITEMS = frozenset({"PlanItem", "ArticleItem"})


@dataclass(frozen=True, slots=True)
class NewText:
    """Words that no field had, between the fields `after` and `before`.

    `begins` says whether they begin a paragraph, `alone` whether no field has words in it.
    """

    text: str
    where: str
    after: Ref | None
    before: Ref | None
    begins: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Every field's words now, in the order of the document; new words; fields whose words are gone.

    `first` holds the fields whose words begin a paragraph, `places` where each field's words stand.
    """

    texts: Mapping[Ref, str]
    new: tuple[NewText, ...]
    gone: tuple[Ref, ...]
    first: frozenset[Ref]
    places: Mapping[Ref, str]


def settle(manuscript: Manuscript, printed: Mapping[Ref, str]) -> Settled:
    """Give every word to the field it belongs to; `printed` holds what was printed of each, in order."""
    segments = _joined(_one_place_each(manuscript.segments, printed))
    segments = _found_unmarked(segments, printed)
    segments = _joined(_found_changed(segments, printed))
    segments = _attached(segments, printed)
    segments = _found_replaced(segments, printed)
    texts: dict[Ref, str] = {}
    places: dict[Ref, str] = {}
    for segment in segments:
        if segment.ref is not None and segment.text.strip():
            texts[segment.ref] = segment.text
            places[segment.ref] = segment.where
    return Settled(
        texts=texts,
        new=tuple(_new_texts(segments)),
        gone=tuple(ref for ref in printed if ref not in texts),
        first=_first_of_paragraphs(segments),
        places=places,
    )


def is_closed(text: str) -> bool:
    """Whether a text ends like a sentence or clause of the page."""
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def has_words(text: str) -> bool:
    """Whether a text is more than marks and blanks."""
    return any(char.isalnum() for char in text)


def _one_place_each(segments: Sequence[Segment], printed: Mapping[Ref, str]) -> list[Segment]:
    """Segments of which each field has words in one place; elsewhere, and for unknown fields, no field.

    Of a mark that was doubled the place most like the printed words counts; of one that was split, all of it,
    with what now stands between.
    """
    places: dict[Ref, list[int]] = {}
    for number, segment in enumerate(segments):
        if segment.ref in printed and segment.ref is not None and segment.text:
            places.setdefault(segment.ref, []).append(number)
    owner: dict[int, Ref] = {}
    for ref, numbers in places.items():
        runs = _runs(numbers, segments)
        if len(runs) > 1:
            whole = range(runs[0].start, runs[-1].stop)
            if all(segments[number].ref in (ref, None) for number in whole):
                runs.append(whole)
            was = printed[ref]
            runs.sort(key=lambda run: -likeness(was, "".join(segments[number].text for number in run)))
        owner |= dict.fromkeys(runs[0], ref)
    return [replace(segment, ref=owner.get(number)) for number, segment in enumerate(segments)]


def _runs(numbers: Sequence[int], segments: Sequence[Segment]) -> list[range]:
    """The unbroken rows of segments, of those numbered, that stand in one and the same mark."""
    runs: list[range] = []
    for number in numbers:
        last = runs[-1] if runs else None
        if last and last.stop == number and segments[last.start].mark == segments[number].mark:
            runs[-1] = range(last.start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return runs


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """Neighbours of the same field, or of none within a paragraph, as one; empty ones left out."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if not segment.text:
            continue
        if last and last.ref == segment.ref and (last.ref or last.last == segment.paragraph):
            joined[-1] = replace(last, text=last.text + segment.text, last=segment.last)
        else:
            joined.append(segment)
    return joined


def _found_unmarked(segments: list[Segment], printed: Mapping[Ref, str]) -> list[Segment]:
    """Give loose words that are just what was printed of a field without a mark to that field."""
    held = {segment.ref for segment in segments}
    after = 0  # where the field printed before was found: the next one is likely to follow
    for ref, was in printed.items():
        for number in (*range(after, len(segments)), *range(after)):
            segment = segments[number]
            if ref in held and segment.ref == ref:
                after = number
                break
            begin = -1 if segment.ref or ref in held else _begin_of(was, ref, segment)
            if begin >= 0:
                end = begin + len(was) if ref.record in _SENTENCES else len(segment.text)
                cut = [_part(segment, 0, begin), _part(segment, begin, end, ref), _part(segment, end)]
                segments[number : number + 1] = [part for part in cut if part.text]
                after = number + (begin > 0)
                break
    return segments


def _begin_of(was: str, ref: Ref, segment: Segment) -> int:
    """Where a field's printed words begin in loose ones, or -1; a paragraph's words are all or nothing."""
    if ref.record in _SENTENCES and has_words(was):
        return segment.text.find(was)
    return 0 if segment.text.strip() == was.strip() else -1


def _part(segment: Segment, begin: int, end: int | None = None, ref: Ref | None = None) -> Segment:
    return replace(segment, text=segment.text[begin:end], column=segment.column + begin, ref=ref)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Fields in a row whose words are missing, and the loose segments that stand in their place."""

    missing: list[Ref]
    loose: list[int]


def _gaps(segments: Sequence[Segment], printed: Mapping[Ref, str]) -> Iterator[_Gap]:
    place = {segment.ref: number for number, segment in enumerate(segments) if segment.ref}
    runs: list[tuple[int, list[Ref]]] = []
    after = -1
    for ref in printed:
        if ref in place:
            after = place[ref]
        elif runs and runs[-1][0] == after:
            runs[-1][1].append(ref)
        else:
            runs.append((after, [ref]))
    for after, missing in runs:
        loose: list[int] = []
        for number in range(after + 1, len(segments)):
            if segments[number].ref:
                break
            if has_words(segments[number].text):
                loose.append(number)
        yield _Gap(missing, loose)


def _found_changed(segments: Sequence[Segment], printed: Mapping[Ref, str]) -> list[Segment]:
    """Give loose words that are like what was printed of a missing field to that field."""
    cut: dict[int, list[Segment]] = {}
    for gap in _gaps(segments, printed):
        missing = gap.missing
        for number in gap.loose:
            segment = segments[number]
            paragraphs = [ref for ref in missing[:_NEAR] if ref.record not in _SENTENCES]
            clauses = [ref for ref in missing[:_NEAR] if ref.record in _SENTENCES]
            parts = _matched(segment, [(0, segment.text)], paragraphs, printed)
            parts = parts or _matched(segment, sentences(segment.text), clauses, printed)
            if parts:
                cut[number] = parts
                found = {part.ref for part in parts}
                missing = missing[max(n for n, ref in enumerate(missing) if ref in found) + 1 :]
    return [part for number, segment in enumerate(segments) for part in cut.get(number, [segment])]


def _matched(
    segment: Segment, pieces: Sequence[tuple[int, str]], missing: Sequence[Ref], printed: Mapping[Ref, str]
) -> list[Segment]:
    """The segment cut into pieces that have fields again; none when no piece is like any field's words."""
    pairs = align([printed[ref] for ref in missing], [text for _, text in pieces])
    owners = {new: missing[old] for old, new in pairs if old is not None and new is not None}
    if not owners:
        return []
    ends = [begin for begin, _ in pieces[1:]] + [len(segment.text)]
    parts = [
        _part(segment, begin, end, owners.get(number))
        for number, ((begin, _), end) in enumerate(zip(pieces, ends, strict=True))
    ]
    return _joined(parts)


def _attached(segments: Sequence[Segment], printed: Mapping[Ref, str]) -> list[Segment]:
    """Give loose words beside a field's words to that field, unless they are sentences of their own.

    What is left loose beside a field is one sentence each; a paragraph without any field stays whole.
    """
    marked = _marked_paragraphs(segments)
    settled: list[Segment] = []
    prefix: Segment | None = None
    for segment, following in pairwise([*segments, None]):
        if segment is None:
            break
        if segment.ref is None and segment.paragraph in marked:
            beside = following if following and following.paragraph == segment.paragraph else None
            prefix = _attach(segment, settled, beside, printed)
        elif prefix is None:
            settled.append(segment)
        else:
            settled.append(replace(segment, text=prefix.text + segment.text, column=prefix.column))
            prefix = None
    return settled


def _marked_paragraphs(segments: Iterable[Segment]) -> set[int]:
    """The paragraphs in which words of some field stand."""
    return {n for s in segments if s.ref for n in range(s.paragraph, s.last + 1)}


def _attach(
    loose: Segment, settled: list[Segment], following: Segment | None, printed: Mapping[Ref, str]
) -> Segment | None:
    """Settle a loose segment: part may go to the field before; what goes to the one after is returned."""
    before = settled[-1] if settled and settled[-1].last == loose.paragraph else None
    rest = loose
    if before is not None and before.ref is not None:
        if not _takes_new(before.ref, printed) or not has_words(loose.text):
            settled[-1] = replace(before, text=before.text + loose.text)
            return None
        if not is_closed(before.text):
            (_, first), *_ = sentences(loose.text)
            settled[-1] = before = replace(before, text=before.text + first)
            rest = _part(loose, len(first))
    takes_before = following is None or following.ref is None or following.ref.record in _ITEMS
    if not takes_before and before is None:
        return rest
    for begin, text in sentences(rest.text):
        piece = _part(rest, begin, begin + len(text))
        if is_closed(text) and has_words(text):
            settled.append(piece)
        elif following is not None:
            return piece
        elif settled and settled[-1].last == loose.paragraph:
            settled[-1] = replace(settled[-1], text=settled[-1].text + text)
        else:
            settled.append(piece)
    return None


def _takes_new(ref: Ref, printed: Mapping[Ref, str]) -> bool:
    """Whether a sentence after the field's words is an item of its own: not where items have several."""
    if ref.record == "Theme":
        return True
    return ref.record in _ITEMS and len(sentences(printed[ref])) == 1


def _found_replaced(segments: Sequence[Segment], printed: Mapping[Ref, str]) -> list[Segment]:
    """Give loose words that stand where as many fields are missing to these, in order: typed over them."""
    marked = _marked_paragraphs(segments)
    owner: dict[int, Ref] = {}
    for gap in _gaps(segments, printed):
        for in_sentences in (True, False):
            missing = [ref for ref in gap.missing if (ref.record in _SENTENCES) == in_sentences]
            loose = [n for n in gap.loose if (segments[n].paragraph in marked) == in_sentences]
            if len(missing) == len(loose):
                owner |= dict(zip(loose, missing, strict=True))
    return [replace(s, ref=owner[n]) if n in owner else s for n, s in enumerate(segments)]


def _new_texts(segments: Sequence[Segment]) -> Iterator[NewText]:
    marked = _marked_paragraphs(segments)
    following: dict[int, Ref | None] = {}
    after: Ref | None = None
    for number in range(len(segments) - 1, -1, -1):
        following[number] = after
        after = segments[number].ref or after
    before: Ref | None = None
    filled = 0
    for number, segment in enumerate(segments):
        if segment.ref is None and has_words(segment.text):
            begins, alone = segment.paragraph != filled, segment.paragraph not in marked
            yield NewText(segment.text.strip(), segment.where, before, following[number], begins, alone)
        before = segment.ref or before
        filled = segment.last


def _first_of_paragraphs(segments: Sequence[Segment]) -> frozenset[Ref]:
    """The fields before whose words nothing stands in their paragraph."""
    first: set[Ref] = set()
    filled: set[int] = set()
    for segment in segments:
        if segment.text.strip():
            if segment.ref and segment.paragraph not in filled:
                first.add(segment.ref)
            filled |= set(range(segment.paragraph, segment.last + 1))
    return frozenset(first)
