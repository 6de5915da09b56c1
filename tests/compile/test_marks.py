"""Bookmark names that lead back to the field they stand for."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.compile.documents import Ref
from moushi.compile.marks import MOST_PARAGRAPHS, mark_name, ref_of

FIELDS = [
    ("Article", "kicker"),
    ("Article", "headline"),
    ("Article", "byline"),
    ("Article", "lead"),
    ("Plan", "heading"),
    ("Plan", "slogan"),
    ("Passage", "text"),
    ("Theme", "lead"),
    ("PlanItem", "text"),
    ("ArticleItem", "wording"),
    ("Progress", "narrative"),
    ("Measure", "figure"),
]


@given(st.sampled_from(FIELDS), st.uuids(), st.integers(0, MOST_PARAGRAPHS))
def test_a_name_leads_back_to_its_field(field: tuple[str, str], record: UUID, index: int) -> None:
    ref = Ref(field[0], record, field[1], index)
    name = mark_name(ref)
    assert ref_of(name) == ref
    assert name.startswith("_")  # Word hides it
    assert len(name) <= 40  # and allows no more
    assert name.isidentifier()


def test_names_differ_even_where_case_does_not_count() -> None:
    one = UUID(int=1)
    assert len({mark_name(Ref(kind, one, field)).lower() for kind, field in FIELDS}) == len(FIELDS)


@given(st.text(max_size=45))
@pytest.mark.parametrize("made_of", ["{}", "_m{}", "_mi{}", "_mi" + "0" * 32 + "{}"])
def test_other_bookmarks_stand_for_nothing(made_of: str, text: str) -> None:
    found = ref_of(made_of.format(text))
    assert found is None or mark_name(found) == made_of.format(text)


@pytest.mark.parametrize("index", [-1, MOST_PARAGRAPHS + 1])
def test_an_index_without_room_is_refused(index: int) -> None:
    with pytest.raises(ValueError, match="no mark"):
        mark_name(Ref("Article", UUID(int=1), "lead", index))
