"""Progress: what was reached of an item or a measure, as of a period's last day.

Nothing here takes a missing report for a zero: what nobody reported is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from moushi.domain.period import Period, parse_period
from moushi.domain.records import Progress


def cumulative_of(progress: Iterable[Progress]) -> Decimal | None:
    """累计: what the reports of one measure add up to; None when no number was reported.

    本期 values are summed over periods that do not overlap. Months count before the quarter they lie in, and
    quarters before the year, if they cover it whole; otherwise the longer period's own value counts and the
    shorter ones inside it do not; where it has none, its known parts are added. Of two reports for one
    period the one with the greater id counts. A report that gives 累计 but no 本期 stands for all up to its
    period's end; values of later periods are added to it. `MoushiError` when a period cannot be read.
    """
    reports = sorted(((parse_period(report.period), report) for report in progress), key=_by_period)
    stated_to, total = date.min, None
    values: dict[Period, Decimal] = {}
    for period, report in reports:
        if report.value is not None:
            values[period] = report.value
        elif report.cumulative is not None and period.ends >= stated_to:
            stated_to, total = period.ends, report.cumulative
    later = {period: value for period, value in values.items() if period.begins > stated_to}
    sums = [_sum(Period(year, 1, 12), later)[0] for year in sorted({period.year for period in later})]
    return _total([total, *sums])


def _by_period(found: tuple[Period, Progress]) -> tuple[Period, str]:
    return found[0], str(found[1].id)


def _sum(whole: Period, values: Mapping[Period, Decimal]) -> tuple[Decimal | None, bool]:
    """What is known of a period, and whether that covers it whole."""
    parts = [_sum(part, values) for part in _parts(whole)]
    covered = bool(parts) and all(whole_part for _, whole_part in parts)
    if whole in values and not covered:
        return values[whole], True
    return _total([number for number, _ in parts]), covered


def _total(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known else None


def _parts(whole: Period) -> tuple[Period, ...]:
    """A year's quarters, a quarter's months, nothing of a month."""
    length = {11: 3, 2: 1}.get(whole.last - whole.first)
    if length is None:
        return ()
    return tuple(
        Period(whole.year, first, first + length - 1) for first in range(whole.first, whole.last + 1, length)
    )
