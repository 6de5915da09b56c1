"""The office: what stands on manuscripts and rosters as the office's own, kept with the store."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from moushi.desk.desk import Desk

_KEY = "office"


@dataclass(frozen=True, slots=True)
class Office:
    """The heading of the office (单位名称抬头), and whom to ask there."""

    heading: str = ""
    contact: str = ""
    phone: str = ""


def office(desk: Desk) -> Office:
    """The office as kept in the store; blank where nothing is kept."""
    held = desk.store.setting(_KEY)
    if not isinstance(held, dict):
        return Office()
    return Office(*(str(held.get(name) or "") for name in ("heading", "contact", "phone")))


def contact_line(told: Office) -> str:
    """Whom an editor asks about a manuscript, with the office's heading; "" where nobody is named."""
    whom = (told.contact, told.phone)
    return " ".join(filter(None, (told.heading, *whom))) if any(whom) else ""


def keep_office(desk: Desk, told: Office) -> None:
    """Keep the office with the store, blanks at the ends removed."""
    bare = Office(*(" ".join(text.split()) for text in (told.heading, told.contact, told.phone)))
    if bare != office(desk):
        desk.store.put_setting(_KEY, asdict(bare) if bare != Office() else None)
