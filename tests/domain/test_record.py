"""Records: fields read from the dataclass, values to JSON and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import factories as f
from moushi.domain.kinds import Level, PlanState
from moushi.domain.record import (
    field_of,
    fields_of,
    from_json,
    natural_id,
    pointers,
    record_from_json,
    record_of,
    record_to_json,
    to_json,
    with_field,
)
from moushi.domain.records import (
    KINDS,
    Federation,
    Member,
    Plan,
    federation_id,
    normal_name,
    plan_id,
    programme_id,
    township_id,
)


@settings(max_examples=30)
@given(st.data())
def test_every_record_comes_back_from_json_as_it_was(data: st.DataObject) -> None:
    for record in data.draw(f.counties(most=1)):
        assert record_from_json(type(record), record_to_json(record)) == record


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_kind_has_scalar_fields_with_labels_and_points_to_kinds_before_it(kind: type) -> None:
    scalars = (str, int, bool, Decimal, date, UUID)
    earlier = list(KINDS)[: list(KINDS).index(kind.__name__) + 1]
    first, *others = fields_of(kind)
    assert first.name == "id"
    for spec in others:
        assert issubclass(spec.type, scalars)
        assert spec.label
        assert (spec.type is UUID) == bool(spec.refers_to)
        assert spec.refers_to is None or spec.refers_to in earlier


def test_a_field_knows_whether_it_may_be_empty_and_what_it_points_to() -> None:
    parent = field_of(Federation, "parent_id")
    assert (parent.type, parent.optional, parent.refers_to) == (UUID, True, "Federation")
    assert (field_of(Plan, "state").type, field_of(Plan, "state").optional) == (PlanState, False)
    with pytest.raises(KeyError):
        field_of(Plan, "colour")


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (Plan, "year", "2031"),
        (Plan, "year", True),
        (Plan, "year", None),
        (Plan, "heading", 3),
        (Plan, "state", "lost"),
        (Plan, "federation_id", "zz"),
        (Member, "joined_on", "1.3.2031"),
        (Member, "registered_capital", "viel"),
        (Member, "new_generation", 1),
    ],
)
def test_json_that_does_not_fit_a_field_is_refused(kind: type, name: str, value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the words are Python's)
        from_json(field_of(kind, name), value)


def test_json_holds_what_other_programs_read() -> None:
    held = record_to_json(
        f.member(f.federation(), registered_capital=Decimal("1.50"), joined_on=date(2031, 3, 1))
    )
    assert (held["registered_capital"], held["joined_on"], held["kind"]) == (
        "1.50",
        "2031-03-01",
        "enterprise",
    )
    assert held["staff"] is None
    assert to_json(Level.CITY) == "city"


def test_a_field_that_json_does_not_name_has_its_default() -> None:
    of = f.federation()
    held = record_to_json(f.member(of))
    del held["industry"], held["new_generation"]
    assert record_from_json(Member, held) == f.member(of, id=UUID(str(held["id"])))
    del held["federation_id"]
    with pytest.raises(ValueError, match="federation_id"):
        record_from_json(Member, held)


def test_one_field_changes_and_the_rest_stays() -> None:
    of = f.federation(level=Level.CITY)
    assert with_field(of, "short_name", "云") == f.federation(level=Level.CITY, short_name="云")


def test_a_field_that_is_none_does_not_change() -> None:
    with pytest.raises(KeyError):
        with_field(f.federation(), "colour", "红")


@settings(max_examples=60)
@given(st.data())
def test_a_record_of_another_s_values_is_that_one(data: st.DataObject) -> None:
    for record in data.draw(f.counties(most=2)):
        made = record_of(type(record), [getattr(record, spec.name) for spec in fields_of(type(record))])
        assert (made, hash(made), repr(made)) == (record, hash(record), repr(record))
        for spec in fields_of(type(record)):
            value = getattr(record, spec.name)
            assert with_field(record, spec.name, value) == replace(record, **{spec.name: value})
    with pytest.raises(ValueError, match="shorter"):
        record_of(Federation, [federation_id("云屿县工商联")])


def test_a_record_points_to_what_its_references_hold() -> None:
    of, who = f.federation(), f.person()
    assert pointers(f.post(who, of)) == {of.id, who.id}
    assert pointers(of) == set()


def test_natural_keys_give_the_same_id_on_every_machine() -> None:
    assert federation_id("云屿县工商联") == UUID("24f35830-ef13-5cff-af9f-e372ed87990e")
    assert federation_id("云屿县 工商业联合会") == federation_id("云屿县工商联")
    assert len({natural_id("Plan", "a", "b"), natural_id("Plan", "ab"), natural_id("Theme", "a", "b")}) == 3
    of = federation_id("云屿县工商联")
    assert len({plan_id(of, 2031), plan_id(of, 2032), township_id(of, "2031"), programme_id("2031")}) == 4


@given(f.words)
@example("¯¸")
def test_a_normal_name_is_normal_already(name: str) -> None:
    assert normal_name(normal_name(name)) == normal_name(name)
