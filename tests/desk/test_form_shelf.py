"""A person's forms: copied from the program's own, in store and folder, a faulty file told with its line."""

from __future__ import annotations

import shutil

import pytest

from moushi.desk.desk import Desk, open_for_work, open_to_look
from moushi.desk.form_shelf import (
    copy_form,
    delete_form,
    exchange_forms,
    forms_folder,
    forms_of,
    forms_on_shelf,
    load_form,
    save_form,
    shipped_forms,
)
from moushi.domain.form_reading import FormError
from moushi.domain.returns import Rows
from moushi.errors import MoushiError
from stores import fresh_store

SHIPPED = ["progress", "chamber", "members", "activities"]


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "office"
    folder.mkdir()
    with fresh_store(folder) as store:
        yield Desk(store)


@pytest.fixture
def folder(desk):
    return forms_folder(desk.path)


def told(desk):
    return [str(message) for message in exchange_forms(desk)]


def test_the_programs_own_are_there_in_the_order_of_a_workbook(desk):
    assert [form.name for form in shipped_forms()] == SHIPPED
    assert [form.title for form in forms_of(desk)] == ["工作进展", "商会基本情况", "会员变动", "活动台账"]
    assert {table.rows for form in shipped_forms() for table in form.tables} == set(Rows)


def test_a_copy_differs_in_its_title_only_and_is_a_file_beside_the_store(desk, folder):
    name = copy_form(desk, "members", "会员变动（渔业商会）")
    file = folder / f"{name}.toml"
    assert folder.name.endswith("-forms")
    assert file.read_text("utf-8").startswith("# 会员变动：")  # comments too
    assert [form.name for form in forms_of(desk)] == [*SHIPPED, name]
    copy, original = load_form(desk, name), load_form(desk, "members")
    assert copy.title == "会员变动（渔业商会）"
    assert copy.tables == original.tables
    assert told(desk) == []


def test_a_copy_adapted_by_hand_counts_and_it_is_said(desk, folder):
    name = copy_form(desk, "members", "会员")
    file = folder / f"{name}.toml"
    file.write_text(file.read_text("utf-8").replace("blank = 30", "blank = 5"), "utf-8")
    assert load_form(desk, name).tables[0].blank == 5
    (message,) = told(desk)
    assert "“会员” was changed in its file" in message
    shutil.rmtree(folder)
    assert load_form(desk, name).tables[0].blank == 5  # it lives in the store


def test_a_faulty_file_is_told_with_its_line_and_left_alone(desk, folder):
    name = copy_form(desk, "members", "会员")
    file = folder / f"{name}.toml"
    text = file.read_text("utf-8").replace('type = "uscc"', 'type = "usc"')
    file.write_text(text, "utf-8")
    line = text.splitlines().index('type = "usc"') + 1
    (message,) = told(desk)
    assert f"会员.toml cannot be used: line {line}, key table.field.type: “usc” is not known" in message
    assert file.read_text("utf-8") == text
    (own,) = (each for each in forms_on_shelf(desk) if each.own)
    assert own.fault is not None
    assert own.form is not None  # the last good text
    (folder / "坏的.toml").write_text('title = "坏的"\nversion =\n', "utf-8")
    assert any("坏的.toml cannot be used: line 2: " in message for message in told(desk))
    assert [each.title for each in forms_on_shelf(desk) if each.form is None] == ["坏的"]
    with pytest.raises(MoushiError, match="line 2"):
        load_form(desk, "坏的")


def test_what_is_no_form_is_not_saved_and_the_programs_own_stay(desk, folder):
    text = copy_form(desk, "chamber", "试用") and (folder / "试用.toml").read_text("utf-8")
    with pytest.raises(FormError, match="line 4"):
        save_form(desk, "试用", text.replace("version = 1", "version = 0"))
    with pytest.raises(MoushiError, match="Copy it first"):
        save_form(desk, "chamber", text)
    with pytest.raises(MoushiError, match="Choose one of: progress、chamber、members、activities、试用"):
        load_form(desk, "none")


def test_a_deleted_form_is_gone_and_can_be_brought_back(desk):
    name = copy_form(desk, "activities", "试用")
    held = delete_form(desk, name)
    assert [form.name for form in forms_of(desk)] == SHIPPED
    save_form(desk, name, held.text, held.copied)
    assert load_form(desk, name).title == "试用"


def test_forms_and_layouts_do_not_mix(desk, folder):
    copy_form(desk, "members", "试用")
    assert folder.exists()
    assert not desk.path.with_name(f"{desk.path.stem}-layouts").exists()


def test_a_start_brings_the_folder_into_step_and_a_reader_writes_nothing(desk, folder):
    name = copy_form(desk, "members", "试用")
    path = desk.path
    shutil.rmtree(folder)
    with open_to_look(path) as reader:
        assert reader.read_only
        with pytest.raises(MoushiError, match="forms belong to it"):
            delete_form(reader, name)
    desk.close()
    assert not folder.exists()
    with open_for_work(path) as again:
        assert (folder / f"{name}.toml").exists()
        assert again.notices == ()
