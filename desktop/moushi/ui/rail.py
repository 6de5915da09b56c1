"""The pages of the window: how each is made, and on which of them a record is worked on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.ui.page import Page


def _overview(workplace: Workplace) -> Page:
    from moushi.ui.overview_page import OverviewPage

    return OverviewPage(workplace)


def _plan(workplace: Workplace) -> Page:
    from moushi.ui.plan_page import PlanPage

    return PlanPage(workplace)


def _chambers(workplace: Workplace) -> Page:
    from moushi.ui.chambers_page import ChambersPage

    return ChambersPage(workplace)


def _members(workplace: Workplace) -> Page:
    from moushi.ui.members_page import MembersPage

    return MembersPage(workplace)


def _ledger(workplace: Workplace) -> Page:
    from moushi.ui.ledger_page import LedgerPage

    return LedgerPage(workplace)


def _returns(workplace: Workplace) -> Page:
    from moushi.ui.returns_page import ReturnsPage

    return ReturnsPage(workplace)


def _article(workplace: Workplace) -> Page:
    from moushi.ui.article_page import ArticlePage

    return ArticlePage(workplace)


def _progress(workplace: Workplace) -> Page:
    from moushi.ui.progress_page import ProgressPage

    return ProgressPage(workplace)


def _columns(workplace: Workplace) -> Page:
    from moushi.ui.columns_page import ColumnsPage

    return ColumnsPage(workplace)


def _review(workplace: Workplace) -> Page:
    from moushi.ui.review_page import ReviewPage

    return ReviewPage(workplace)


def _history(workplace: Workplace) -> Page:
    from moushi.ui.history_page import HistoryPage

    return HistoryPage(workplace)


def _settings(workplace: Workplace) -> Page:
    from moushi.ui.settings_page import SettingsPage

    return SettingsPage(workplace)


def _layouts(workplace: Workplace) -> Page:
    from moushi.ui.layouts_page import LayoutsPage

    return LayoutsPage(workplace)


def _first(workplace: Workplace) -> Page:
    from moushi.ui.first_start_page import FirstStartPage

    return FirstStartPage(workplace)


MAKERS: Mapping[str, Callable[[Workplace], Page]] = {
    "overview": _overview,
    "plan": _plan,
    "chambers": _chambers,
    "members": _members,
    "ledger": _ledger,
    "returns": _returns,
    "article": _article,
    "progress": _progress,
    "columns": _columns,
    "review": _review,
    "history": _history,
    "settings": _settings,
    "layouts": _layouts,
    "first": _first,
}
"""The pages by their names; each loads what it needs only when it is made."""

_PLAN = ("plan",)
HOMES: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("Plan", "Passage", "Theme", "PlanItem", "ItemUnit", "Milestone"), _PLAN),
    **dict.fromkeys(("ItemProgramme", "Programme", "Measure", "SubMeasure"), _PLAN),
    **dict.fromkeys(("Continuation", "MeasureChamber"), _PLAN),
    "Progress": ("progress",),
    **dict.fromkeys(("Chamber", "Township", "ChamberTerm"), ("chambers",)),
    **dict.fromkeys(("Member", "Pairing"), ("members",)),
    **dict.fromkeys(("Post", "Membership", "Person", "Rating"), ("chambers", "members")),
    **dict.fromkeys(("Activity", "Participation", "ActivityItem", "Attachment"), ("ledger",)),
    **dict.fromkeys(("Article", "ArticleSection", "ArticleItem"), ("article",)),
}
"""The pages on which records of a kind are worked on, by the kind's class name."""
