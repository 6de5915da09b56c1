"""Articles kept as JSON come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.compile.documents import ArticleDocument, Paragraph, Run, Section
from moushi.compile.documents_json import document_from_json, document_to_json
from moushi.domain.kinds import ArticleKind

few = st.text(max_size=9)
runs = st.builds(Run, text=few)
paragraphs = st.lists(st.builds(Paragraph, runs=st.lists(runs, max_size=2).map(tuple)), max_size=2).map(tuple)
depths = st.none() | st.decimals(1, 900, places=1)
sections = st.lists(
    st.builds(
        Section,
        federation=few,
        paragraphs=paragraphs,
        target_lines=st.none() | st.integers(1, 900),
        target_mm=depths,
        fit=st.booleans(),
    ),
    max_size=2,
).map(tuple)


@given(st.builds(ArticleDocument, lead=paragraphs, sections=sections))
def test_a_document_comes_back_as_it_was(document: ArticleDocument) -> None:
    assert document_from_json(document_to_json(document)) == document


def empty() -> ArticleDocument:
    return ArticleDocument(2031, ArticleKind.PLAN, None, None, None, None, (), ())


def test_ids_and_kinds_are_written_as_people_know_them() -> None:
    document = ArticleDocument(2031, ArticleKind.PROGRESS, UUID(int=5), None, None, None, (), ())
    written = json.loads(document_to_json(document))
    assert (written["kind"], written["article_id"]) == ("progress", "00000000-0000-0000-0000-000000000005")


def test_what_an_older_version_did_not_write_takes_its_default() -> None:
    written = json.loads(document_to_json(empty()))
    del written["audience"], written["layout"]
    assert document_from_json(json.dumps(written)) == empty()


def test_a_section_written_before_there_were_targets_has_none() -> None:
    section = Section("云屿县工商联", UUID(int=7), None, None, ())
    document = replace(empty(), sections=(section,))
    written = json.loads(document_to_json(document))
    for name in ("target_lines", "target_mm", "fit"):
        del written["sections"][0][name]
    assert document_from_json(json.dumps(written)) == document


def test_a_target_that_is_no_number_is_refused() -> None:
    section = Section("云屿县工商联", UUID(int=7), None, None, (), target_mm=Decimal("210.5"))
    written = document_to_json(replace(empty(), sections=(section,)))
    with pytest.raises(ValueError, match="not a number"):
        document_from_json(written.replace("210.5", "deep"))


@pytest.mark.parametrize(
    "broken", ["", "[]", "{}", '{"year": "2031"}', document_to_json(empty()).replace("plan", "novel")]
)
def test_a_text_that_holds_no_document_is_refused(broken: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        document_from_json(broken)
