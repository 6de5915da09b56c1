"""A form filled in and carried through LibreOffice's formats says just what was typed, at each stop."""

from __future__ import annotations

import pytest

from desk.test_returns_round_trip import EXPECTED, FILL, typed
from intake.test_return_comparing import HELD, LUTING
from output.excel.libreoffice import converted, office_in
from return_files import desk_with, filled, sent_out, taken

pytestmark = pytest.mark.acceptance


def test_through_ods_and_xls_and_back_it_says_what_was_typed(tmp_path):
    office = tmp_path / "office"
    office.mkdir()
    office_in(office)
    with desk_with(HELD, tmp_path) as desk:
        form = sent_out(desk, tmp_path / "out", LUTING)
        for data, wanted in ((form, set()), (filled(form, FILL), EXPECTED)):
            carried, was = data, "xlsx"
            for kind in ("ods", "xls", "xlsx"):
                carried = converted(office, carried, kind, was)
                proposal = taken(desk, carried, f"回表.{kind}")
                assert typed(proposal) == wanted, kind
                assert proposal.returned.chamber_id == LUTING.id
                was = kind
