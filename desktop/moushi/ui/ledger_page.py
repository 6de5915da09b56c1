"""The ledger (台账): what was done, when and with whom."""

from __future__ import annotations

from moushi.ui.generated.ledger_page import Ui_LedgerPage
from moushi.ui.page import Page
from moushi.ui.workplace import Workplace


class LedgerPage(Page):
    """The ledger (台账): what was done, when and with whom."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_LedgerPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
