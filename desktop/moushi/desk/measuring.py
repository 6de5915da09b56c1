"""A measure that counts itself: where its value comes from, by which rule, and the very records it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Change, ChangeSet, Delete, Edit, Insert, Proposal, changes_between
from moushi.desk.planning import plan_of, proposed
from moushi.desk.report_row import number_text, unit_word
from moushi.domain.chamber_reports import Answer, Answers, is_added, is_meant
from moushi.domain.counting import RULES, Tally, is_counted, rule_words, tally
from moushi.domain.kinds import CountRule, MeasureKind, MeasureSource
from moushi.domain.lasting import is_asked
from moushi.domain.period import Period
from moushi.domain.record import Record, field_of, with_field
from moushi.domain.records import (
    Activity,
    Chamber,
    Measure,
    MeasureChamber,
    Member,
    Pairing,
    Plan,
    PlanItem,
    Progress,
    SubMeasure,
    Theme,
    normal_name,
)
from moushi.domain.snapshot import Count, Snapshot
from moushi.domain.words import choice_word, field_word
from moushi.errors import Message, MoushiError, say

_OTHERS = frozenset({Plan, Theme, Progress})  # kinds whose changes touch no count, beside those of texts
_OF_MEMBERS = (CountRule.MEMBERS, CountRule.MEMBERS_JOINED, CountRule.TALENTS)
_MANY = 2000  # members beyond which they are not read one by one
_AMOUNTS = (CountRule.AMOUNT, CountRule.FEES)


class Mark(Enum):
    """How a record stands to a count."""

    COUNTED = "counted"
    OVERDUE = "overdue"
    MISSING = "missing"
    REPORTED = "reported"
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True)
class Line:
    """A record that a measure counts, or misses, as a person knows it."""

    kind: type[Record]
    id: UUID
    text: str | Message
    mark: Mark

    @property
    def word(self) -> Message:
        """How it stands, in words."""
        return _MARK_WORDS[self.mark]


_MARK_WORDS = {
    Mark.COUNTED: say("counted"),
    Mark.OVERDUE: say("counted, term run out"),
    Mark.MISSING: say("not yet"),
    Mark.REPORTED: say("reported"),
    Mark.UNREPORTED: say("unreported"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a measure comes to on a day: its rule and its value in words, and the records it is made of."""

    rule: Message
    value: Message | None = None
    lines: tuple[Line, ...] = ()


def as_of(year: int, today: date) -> date:
    """The day of which a plan's counts are shown: today, or the year's last day once it has passed."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def counted(snapshot: Snapshot, measure: Measure, day: date, part: SubMeasure | None = None) -> Counted:
    """The rule of a measure (or of a `part` of it), its value on a day and the records that make it.

    Of what does not count itself: where its value comes from.
    """
    named = len(snapshot.where(MeasureChamber, measure_id=measure.id))
    subject = measure if part is None else part
    rule = rule_words(subject, measure if part else None, named)
    if not is_counted(subject, measure if part else None):
        return Counted(rule)
    if subject.rule in _OF_MEMBERS and (many := _at_month_end(snapshot, subject, day)):
        told = _value(measure, subject, Tally(many.value, many.base), many.as_of)
        return Counted(rule, say("{value}; too many to be listed", value=told))
    found = tally(snapshot, subject, day)
    if found is None:
        return Counted(rule)
    return Counted(rule, _value(measure, subject, found, day), tuple(_lines(snapshot, found)))


def asked_words(snapshot: Snapshot, measure: Measure, day: date) -> Message:
    """What happens to a measure that chambers report in their returns, and how many a form asks on a day."""
    told = say(
        "Reported by the chambers' returns: the forms sent out ask these chambers, and what they report is "
        "added up."
    )
    if not is_added(measure):
        told = say(
            "Reported by the chambers' returns: the forms sent out ask these chambers. What they report "
            "cannot be added up: enter the whole on the progress page."
        )
    item = snapshot.get(PlanItem, measure.item_id)
    named = {each.chamber_id for each in snapshot.where(MeasureChamber, measure_id=measure.id)}
    meant = [each for each in (_chambers(snapshot, item) if item else ()) if is_meant(each, named)]
    month = Period(day.year, day.month, day.month)
    asked = [chamber for chamber in meant if is_asked(chamber, month, day)]
    many = say("Asked: all chambers, {count}.", count=len(asked))
    if named:
        many = say("Asked: the chambers named, {count}.", count=len(asked))
    if not asked:
        many = say("There is no chamber that can be asked.")
    gone = sorted(chamber.name for chamber in meant if chamber not in asked) if named else []
    if gone:
        many = say("{told} Not there, so not asked: {names}.", told=many, names="、".join(gone))
    return say("{told} {more}", told=told, more=many)


def returned(held: Answers, measure: Measure) -> Counted:
    """What chambers reported of a measure in a period, one by one, those that did not first."""
    rule = say("The chambers' returns are not added up here; type the office's own.")
    if is_added(measure):
        rule = say("Added up from the chambers' returns; a number typed here stands instead.")
    lines = [
        Line(
            Chamber,
            line.chamber.id,
            _answer_text(line, measure),
            Mark.REPORTED if line.has_told else Mark.UNREPORTED,
        )
        for line in sorted(held.lines, key=lambda line: line.has_told)
    ]
    return Counted(rule, lines=tuple(lines))


def _answer_text(line: Answer, measure: Measure) -> str | Message:
    number, report = line.value, line.report
    if number is None and report is not None:
        number = report.value
    if text := number_text(measure, number):
        return f"{line.chamber.name}　{text}{unit_word(measure)}"
    if report is not None and report.cumulative is not None:  # it is not known how much is the period's
        text = number_text(measure, report.cumulative) + unit_word(measure)
        return say("{chamber}　only {number} in all", chamber=line.chamber.name, number=text)
    return line.chamber.name


def may_touch(change: ChangeSet) -> bool:
    """Whether a change may touch what a measure counts: others need no new count."""
    return any(
        edit.kind not in _OTHERS and not (isinstance(edit, Change) and edit.kind is PlanItem)
        for edit in change.edits
    )


def rules_of(source: MeasureSource) -> tuple[CountRule, ...]:
    """The rules that count by a source, in the order in which they are offered."""
    return tuple(rule for rule, told in RULES.items() if told.source is source)


def narrowings_of(rule: CountRule | None) -> frozenset[str]:
    """What may narrow a rule: names of fields of a measure, and `chambers` for chambers that are named."""
    return RULES[rule].narrowings if rule else frozenset()


def names_chambers(measure: Measure) -> bool:
    """Whether a measure can name chambers: those that its rule counts, or that the returns ask."""
    return measure.source is MeasureSource.RETURNS or "chambers" in narrowings_of(measure.rule)


def set_source(snapshot: Snapshot, measure: Measure, source: MeasureSource) -> Proposal | None:
    """The measure's value from another source: a rule that does not fit that goes, and what narrowed it."""
    rule = measure.rule if measure.rule in rules_of(source) else None
    return _changed(snapshot, measure, "source", with_rule(with_field(measure, "source", source), rule))


def set_rule(snapshot: Snapshot, measure: Measure, rule: CountRule | None) -> Proposal | None:
    """The measure counted by another rule; what does not narrow that goes."""
    return _changed(snapshot, measure, "rule", with_rule(measure, rule))


def set_narrowing(snapshot: Snapshot, measure: Measure, name: str, value: Any) -> Proposal | None:
    """The measure narrowed otherwise: `activity_kind`, `level` or `serving_only`."""
    return _changed(snapshot, measure, name, with_field(measure, name, value))


def with_rule(measure: Measure, rule: CountRule | None) -> Measure:
    """The measure by a rule, with the kind and unit that go with it where it has none that do."""
    narrowings = narrowings_of(rule)
    made = with_field(measure, "rule", rule)
    for name in ("activity_kind", "level", "serving_only"):
        if name not in narrowings:
            spec = field_of(Measure, name)
            made = with_field(made, name, None if spec.optional else spec.type())
    if rule is None:
        return made
    if rule in _AMOUNTS:
        made = with_field(made, "kind", MeasureKind.AMOUNT)
    elif RULES[rule].is_ratio and made.target is None and made.kind is MeasureKind.COUNT:
        made = with_field(made, "kind", MeasureKind.RATIO)
    return made if made.unit else with_field(made, "unit", RULES[rule].unit)


def chambers_line(snapshot: Snapshot, measure: Measure) -> str:
    """The chambers that a measure names, on one line."""
    named = (
        snapshot.get(Chamber, each.chamber_id)
        for each in snapshot.where(MeasureChamber, measure_id=measure.id)
    )
    return "、".join(sorted(chamber.name for chamber in named if chamber))


def chamber_names(snapshot: Snapshot, item: PlanItem) -> list[str]:
    """The names of the chambers that a measure of an item can name, for type-ahead."""
    return sorted(chamber.name for chamber in _chambers(snapshot, item))


def set_chambers(snapshot: Snapshot, measure: Measure, names: Sequence[str]) -> Proposal | None:
    """The chambers that a measure names; `MoushiError` when one is not known."""
    item = snapshot.get(PlanItem, measure.item_id)
    known = {normal_name(chamber.name): chamber.id for chamber in _chambers(snapshot, item)} if item else {}
    wanted = []
    for name in names:
        if normal_name(name) not in known:
            raise MoushiError(
                "There is no chamber “{name}”. Choose one of the list, or enter it among the chambers first.",
                name=name,
            )
        wanted.append(known[normal_name(name)])
    held = snapshot.where(MeasureChamber, measure_id=measure.id)
    edits: list[Edit] = [Delete(each) for each in held if each.chamber_id not in wanted]
    there = {each.chamber_id for each in held}
    edits += [
        Insert(MeasureChamber(id=uuid4(), measure_id=measure.id, chamber_id=chamber))
        for chamber in dict.fromkeys(wanted)
        if chamber not in there
    ]
    title = say("Chambers of measure “{name}”: {names}", name=measure.name, names="、".join(names))
    return proposed(title, edits) if edits else None


def record_text(snapshot: Snapshot, record: Record) -> str | Message:
    """By what a person knows a record that is counted."""
    match record:
        case Activity():
            day = f"{record.held_on.month}.{record.held_on.day}"
            return say("{day} {title}", day=day, title=record.title or choice_word(record.kind))
        case Pairing():
            ends = (snapshot.get(Member, record.mentor_id), snapshot.get(Member, record.mentee_id))
            return " → ".join(end.name for end in ends if end)
        case _:
            return str(getattr(record, "name", ""))


def _chambers(snapshot: Snapshot, item: PlanItem) -> tuple[Chamber, ...]:
    plan = plan_of(snapshot, item)
    return snapshot.where(Chamber, federation_id=plan.federation_id) if plan else ()


def _changed(snapshot: Snapshot, old: Measure, name: str, new: Measure) -> Proposal | None:
    """One change of a measure: a field of it, and with that what hangs on it and fits no longer."""
    edits: list[Edit] = [*changes_between(old, new), *_along(snapshot, new)]
    title = say("Changed {field} of {record}", field=field_word(Measure, name), record=new.name)
    return proposed(title, edits) if edits else None


def _along(snapshot: Snapshot, measure: Measure) -> Iterator[Edit]:
    """What fits a measure no longer: rules of its parts of another source, chambers named in vain."""
    for part in snapshot.where(SubMeasure, measure_id=measure.id):
        if part.rule is not None and part.rule not in rules_of(measure.source):
            bare = with_field(with_field(with_field(part, "rule", None), "activity_kind", None), "level", "")
            yield from changes_between(part, bare)
    if not names_chambers(measure):
        yield from map(Delete, snapshot.where(MeasureChamber, measure_id=measure.id))


def _at_month_end(snapshot: Snapshot, subject: Measure | SubMeasure, day: date) -> Count | None:
    """The count at the end of the day's month, if it is of very many members."""
    held = next((each for each in snapshot.counts(subject.id) if each.as_of >= day), None)
    return held if held is not None and held.value > _MANY else None


def _value(measure: Measure, subject: Measure | SubMeasure, found: Tally, day: date) -> Message:
    """What a count comes to, in words: of a ratio n/N."""
    is_money = subject.rule in _AMOUNTS
    number = number_text(measure if is_money else None, found.value)
    if found.base is not None:
        number = f"{number}/{number_text(None, found.base)}"
    unit = unit_word(measure) if is_money else measure.unit
    if subject is not measure and subject.rule:
        unit = RULES[subject.rule].unit
    return say("{month}-{day}: {number}{unit}", month=day.month, day=day.day, number=number, unit=unit)


def _lines(snapshot: Snapshot, found: Tally) -> Iterator[Line]:
    """What is missing first, then what is counted with its term run out, then the others."""
    late = {record.id for record in found.overdue}
    groups: Iterable[tuple[Mark, Iterable[Record]]] = (
        (Mark.MISSING, found.missing),
        (Mark.OVERDUE, found.overdue),
        (Mark.COUNTED, (record for record in found.counted if record.id not in late)),
    )
    for mark, records in groups:
        for record in records:
            yield Line(type(record), record.id, record_text(snapshot, record), mark)
