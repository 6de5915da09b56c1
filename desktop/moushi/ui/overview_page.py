"""What the office has to see first: what is due, late and unreported."""

from __future__ import annotations

from moushi.ui.generated.overview_page import Ui_OverviewPage
from moushi.ui.page import Page
from moushi.ui.workplace import Workplace


class OverviewPage(Page):
    """What the office has to see first: what is due, late and unreported."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_OverviewPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
