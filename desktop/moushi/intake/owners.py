"""Whose plan each section of a page is: named there, by the person, or by the records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from moushi.changes.model import Finding, Severity
from moushi.domain.kinds import Level, PassageKind
from moushi.domain.records import Federation, federation_id, normal_name
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.intake.reading import ReadPage, ReadPassage, ReadSection

UNKNOWN_FEDERATION = "（未定工商联）"


def owned_sections(
    page: ReadPage, snapshot: Snapshot, federation: str | None
) -> tuple[list[ReadSection], list[Finding]]:
    """The page's sections, one for each federation, and a finding for each whose federation was guessed.

    `federation` names the owner where the page does not tell; with several sections it is ignored.
    """
    findings: list[Finding] = []
    named = [_named(section, page, snapshot, federation, findings) for section in page.sections]
    return _one_for_each(named, snapshot), findings


def owner_of(name: str, snapshot: Snapshot) -> UUID:
    """The id of the federation that has the name in full or in short, else the natural one."""
    normal = normal_name(name)
    for held in snapshot.where(Federation):
        if normal in (normal_name(held.name), normal_name(held.short_name)):
            return held.id
    return federation_id(name)


def federation_named(name: str, snapshot: Snapshot) -> Federation:
    """The federation of that name in the records, else a new one, its level told by its place."""
    number = owner_of(name, snapshot)
    held = snapshot.get(Federation, number)
    if held is not None:
        return held
    place = name.split("工商", maxsplit=1)[0].split("总商会", maxsplit=1)[0]
    level = Level.DISTRICT if place.endswith("区") else Level.COUNTY
    level = Level.CITY if place.endswith("市") else level
    return Federation(id=number, name=name, short_name=place, level=level)


def _named(
    section: ReadSection, page: ReadPage, snapshot: Snapshot, federation: str | None, findings: list[Finding]
) -> ReadSection:
    """The section with a federation: its own, else the one that the person named, else a place-holder."""
    if section.federation and (federation is None or len(page.sections) > 1):
        return section
    if federation is not None and len(page.sections) == 1:
        return replace(section, federation=federation)
    held = snapshot.where(Federation)
    name = held[0].name if len(held) == 1 else UNKNOWN_FEDERATION
    findings.append(
        Finding(
            Severity.WARNING,
            section.where,
            say(
                "The text does not say whose plan this is; it is kept under “{name}”.",
                name=name,
            ),
            say("Name the federation with --federation, or rename it afterwards."),
        )
    )
    return replace(section, federation=name)


def _one_for_each(sections: Sequence[ReadSection], snapshot: Snapshot) -> list[ReadSection]:
    """The sections with those of one federation joined; a further heading becomes a passage between."""
    joined: dict[UUID, ReadSection] = {}
    for section in sections:
        owner = owner_of(section.federation, snapshot)
        first = joined.get(owner)
        if first is None:
            joined[owner] = section
        elif first.heading or not section.heading:
            words = [text for text in (section.heading, section.slogan) if text]
            between = [ReadPassage(PassageKind.OTHER, text, section.where) for text in words]
            joined[owner] = replace(first, blocks=(*first.blocks, *between, *section.blocks))
        else:
            joined[owner] = replace(section, blocks=(*first.blocks, *section.blocks), where=first.where)
    return list(joined.values())
