"""The ledger (台账): which counts each kind of activity has, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moushi.domain.kinds import ActivityKind

COUNTS: Mapping[ActivityKind, Sequence[str]] = {
    ActivityKind.VISIT: (),
    ActivityKind.DIALOGUE: ("collected", "closed"),
    ActivityKind.TRAINING: ("people",),
    ActivityKind.TALK: ("people",),
    ActivityKind.MEDIATION: ("cases", "settled", "amount"),
    ActivityKind.PAIRING: ("villages", "amount"),
    ActivityKind.WORKSHOP: ("jobs",),
    ActivityKind.DONATION: ("amount",),
    ActivityKind.LOAN: ("amount", "fee"),
    ActivityKind.ROTATION: (),
    ActivityKind.MEETING: ("meeting", "people"),
    ActivityKind.OTHER: ("people", "amount"),
}
"""The fields of `Activity` that a kind counts; members taking part are counted for every kind."""
