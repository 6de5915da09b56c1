"""Every record kind and field has a word that a person knows."""

from __future__ import annotations

import pytest

from moushi.domain.record import fields_of
from moushi.domain.records import KINDS
from moushi.domain.words import KIND_WORDS, field_word, kind_word


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_a_kind_and_its_fields_have_words(kind: type) -> None:
    assert str(kind_word(kind)).islower()
    words = {str(field_word(kind, spec.name)) for spec in fields_of(kind)}
    assert len(words) == len(fields_of(kind))
    assert not any("_" in word for word in words)


def test_no_two_kinds_share_a_word() -> None:
    assert len({str(word) for word in KIND_WORDS.values()}) == len(KINDS)
