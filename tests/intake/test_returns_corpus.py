"""Damaged returns from file to proposal: nothing wrong is taken, nothing typed is lost without a word."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from tests.intake import return_books as books
from tests.intake import return_county as county
from tests.intake import return_damages as damages

from moushi.changes.model import Severity
from moushi.domain.kinds import Role

WHOLE = county.proposed(books.filled_book())
TYPED = county.said(WHOLE)
LEAVING = Counter(
    {
        ("Membership", "left_on", date(2031, 3, 10)): 1,
        ("Member", "left_on", date(2031, 3, 10)): 1,
        ("Member", "retain_until", date(2032, 3, 10)): 1,
    }
)
CONTACT = Counter({("Member", "contact", "林小舟"): 1})
JOINS = ("+Membership", county.CHAMBER.id, None)
NOTHING: county.Said = Counter()


def errors(proposal):
    return [each.message.render() for each in proposal.findings if each.severity is Severity.ERROR]


def words(proposal):
    """What was noticed beside what is noticed of the whole workbook."""
    known = {(each.severity, each.message.render()) for each in WHOLE.findings}
    return [
        each.message.render()
        for each in proposal.findings
        if (each.severity, each.message.render()) not in known
    ]


def visits(value, cumulative=Decimal(30)):
    return ("+Progress", books.record_of("progress", 1), value, cumulative, "")


def replies(value):
    return ("+Progress", books.record_of("progress", 2), value, None, "")


def joined(name, staff=None, capital=None):
    return ("+Member", name, staff, capital)


def test_a_form_as_it_was_sent_changes_nothing():
    proposal = county.proposed(books.sent_book())
    assert proposal.edits == ()
    assert proposal.findings == ()


def test_what_was_typed_is_proposed():
    assert sum(TYPED.values()) == 14
    assert not (LEAVING + CONTACT) - TYPED
    assert TYPED[joined("鹭汀新航网络有限公司", 5, Decimal(800_000))] == 1
    assert TYPED["+Post", Role.VICE, None, 3] == 1


REFUSED = {"hidden_sheet_of_another_chamber"}


@pytest.mark.parametrize("name", [name for name in damages.HARMLESS if name not in REFUSED])
def test_just_what_was_typed_though(name):
    proposal = county.proposed(damages.HARMLESS[name](books.filled_book()))
    assert county.said(proposal) == TYPED
    assert errors(proposal) == errors(WHOLE)


@pytest.mark.parametrize("name", [name for name in damages.HARMLESS if name not in REFUSED])
def test_nothing_is_changed_by_an_unfilled_form_though(name):
    made = county.proposed(damages.HARMLESS[name](books.sent_book()))
    assert county.said(made) - Counter() == NOTHING
    assert errors(made) == []


HARM: dict[str, tuple[county.Said, county.Said, str]] = {
    # what is not proposed, what is instead, and what is said
    "hidden_sheet_of_another_chamber": (TYPED, NOTHING, "sent to a chamber that is not here"),
    "number_merged_over_rows": (
        Counter({visits(Decimal(12)): 1, replies(Decimal(8)): 1}),
        Counter({visits(Decimal(7)): 1}),
        "not sure whose number that is",
    ),
    "formula_without_its_result": (NOTHING, NOTHING, "formula without its result"),
    "card_line_deleted": (NOTHING, NOTHING, "Lines of the form are not there"),
    "row_deleted": (CONTACT, NOTHING, "did not come back; nothing is deleted: 鹭汀远洋船舶修造有限公司"),
    "row_emptied": (CONTACT, NOTHING, "did not come back; nothing is deleted: 鹭汀远洋船舶修造有限公司"),
    "row_inserted": (NOTHING, Counter({joined("鹭汀新渡轮有限公司"): 1, JOINS: 1}), ""),
    "column_deleted": (NOTHING, NOTHING, "not there: 联系电话"),
    "column_copied_and_changed": (NOTHING, NOTHING, "none of them was read"),
    "heading_emptied": (NOTHING, NOTHING, "no heading and was not read"),
    "heading_of_something_else": (NOTHING, NOTHING, "not there: 所属行业"),
    "heading_that_fits_two": (LEAVING, NOTHING, "but no day: “外迁”"),
    "heading_in_a_wrong_unit": (
        Counter({joined("鹭汀新航网络有限公司", 5, Decimal(800_000)): 1}),
        Counter({joined("鹭汀新航网络有限公司", None, Decimal(800_000)): 1}),
        "asks in 万人",
    ),
    "numbers_deleted": (NOTHING, NOTHING, ""),
    "numbers_begun_anew_after_sorting": (NOTHING, NOTHING, ""),
    "sheet_deleted": (
        Counter({("+Person", "顾云帆", None): 1, ("+Post", Role.VICE, None, 3): 1}),
        NOTHING,
        "that was sent is not there",
    ),
    "sheet_copied_and_changed": (NOTHING, NOTHING, "is here once more"),
}


@pytest.mark.parametrize("name", HARM)
def test_only_what_is_damaged_is_missing_and_that_is_said(name):
    missing, instead, told = HARM[name]
    proposal = county.proposed(damages.ALL[name](books.filled_book()))
    assert TYPED - county.said(proposal) == missing
    assert county.said(proposal) - TYPED == instead
    assert any(told in text for text in words(proposal)) or not told


def test_every_damage_has_its_expectation():
    merged = {"text_merged_over_columns"}  # what stands there is a remark: see the test below
    assert damages.HARMFUL.keys() | REFUSED == HARM.keys() | merged
    assert len(damages.ALL) >= 45


def test_a_remark_over_several_columns_is_said():
    proposal = county.proposed(damages.ALL["text_merged_over_columns"](books.filled_book()))
    assert any("reaches over several columns" in text for text in words(proposal))
    assert {each.mend[0].field for each in proposal.findings if "emptied" in each.message.render()} == {
        "phone",
        "industry",
    }
