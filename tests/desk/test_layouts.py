"""A person's presets: in the store and in files beside it, kept in step, nothing lost.

Over 400 lines: the store and the folder beside it are tried against each other in every order.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import closing
from datetime import UTC, datetime

import pytest

import factories as f
from moushi.desk import shelf
from moushi.desk.desk import Desk, open_for_work, open_to_look
from moushi.desk.exporting import export_article
from moushi.desk.keeping import restore_backup, save_whole
from moushi.desk.layout_editing import with_values
from moushi.desk.layout_shelf import exchange, layouts_folder
from moushi.desk.layouts import (
    articles_with,
    copy_layout,
    delete_layout,
    held_layout,
    layout_names,
    layout_or,
    layout_text,
    layouts,
    load_layout,
    put_aside,
    rename_layout,
    save_layout,
)
from moushi.errors import MoushiError
from moushi.store import open_store
from stores import fresh_store

SHIPPED = ["gongwen", "manuscript", "zhoushan", "zhoushan-a4"]


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "office"
    folder.mkdir()
    with fresh_store(folder) as store:
        yield Desk(store)


@pytest.fixture
def folder(desk):
    return layouts_folder(desk.path)


def named(desk):
    return [(preset.name, preset.title) for preset in layouts(desk) if preset.own]


def told(desk):
    return [str(message) for message in exchange(desk)]


def test_the_programs_own_come_first_with_their_titles(desk):
    copy_layout(desk, "zhoushan", "我的版面")
    listed = layouts(desk)
    assert [preset.name for preset in listed] == [*SHIPPED, "我的版面"]
    assert [preset.own for preset in listed] == [False] * 4 + [True]
    assert listed[2].title == "报纸版面（A3 横向四栏）"
    assert layout_names() == tuple(SHIPPED)
    assert layout_names(desk) == (*SHIPPED, "我的版面")


def test_a_copy_is_a_file_beside_the_store_that_differs_in_its_title_only(desk, folder):
    name = copy_layout(desk, "zhoushan", "我的版面: 四栏/试用.版")
    assert name == "我的版面-四栏-试用-版"
    file = folder / f"{name}.toml"
    assert file.read_text("utf-8") == layout_text("zhoushan").replace(
        'title = "报纸版面（A3 横向四栏）"', 'title = "我的版面: 四栏/试用.版"'
    )
    assert load_layout(name, desk).columns == 4
    assert load_layout(name, folder).name == name
    assert exchange(desk) == ()


def test_copies_of_one_title_have_names_of_their_own(desk):
    assert [copy_layout(desk, "zhoushan", "Zhoushan") for _ in range(2)] == ["Zhoushan-2", "Zhoushan-3"]
    assert copy_layout(desk, "Zhoushan-2", "…/…") == "…-…"
    assert copy_layout(desk, "Zhoushan-2", "///") == "layout"


def test_no_folder_is_made_while_nobody_has_a_preset(desk, folder):
    assert exchange(desk) == ()
    assert layouts(desk)[-1].name == "zhoushan-a4"
    assert not folder.exists()


def test_a_preset_is_renamed_by_its_title_and_keeps_the_name_that_articles_know(desk):
    name = copy_layout(desk, "zhoushan", "试用")
    rename_layout(desk, name, "正式版")
    assert named(desk) == [("试用", "正式版")]
    assert held_layout(desk, name).copied == layout_text("zhoushan").replace(
        "报纸版面（A3 横向四栏）", "试用"
    )


def test_nonsense_is_not_saved(desk):
    name = copy_layout(desk, "zhoushan", "试用")
    with pytest.raises(MoushiError, match="key columns"):
        save_layout(desk, name, layout_text(name, desk).replace("columns = 4", "columns = 0", 1))
    assert load_layout(name, desk).columns == 4


@pytest.mark.parametrize("name", ["zhoushan", "Zhoushan"])
def test_a_preset_of_the_program_stays_as_it_is(desk, name):
    with pytest.raises(MoushiError, match="Copy it first"):
        save_layout(desk, name, layout_text("zhoushan"))


def test_an_unknown_preset_names_the_known_ones_the_persons_among_them(desk):
    copy_layout(desk, "zhoushan", "试用")
    with pytest.raises(MoushiError, match="gongwen、manuscript、zhoushan、zhoushan-a4、试用"):
        load_layout("none", desk)


def test_a_file_put_into_the_folder_is_a_preset_at_once(desk, folder):
    folder.mkdir()
    text = layout_text("zhoushan").replace("columns = 4", "columns = 2", 1)
    (folder / "窄.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_layout("窄", desk).columns == 2
    assert told(desk) == []
    shutil.rmtree(folder)
    assert load_layout("窄", desk).columns == 2  # it lives in the store


def test_a_file_changed_by_hand_counts_and_it_is_said(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    file = folder / f"{name}.toml"
    file.write_text(file.read_text("utf-8").replace("leading = 1.5", "leading = 1.6"), "utf-8")
    assert load_layout(name, desk).leading == 1.6
    (message,) = told(desk)
    assert "试用" in message
    assert "changed in its file" in message
    assert told(desk) == []
    assert named(desk) == [("试用", "试用")]


def test_a_file_that_is_gone_is_written_again_and_it_is_said(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    (folder / f"{name}.toml").unlink()
    (message,) = told(desk)
    assert "written again" in message
    assert (folder / f"{name}.toml").read_text("utf-8") == layout_text(name, desk)
    assert told(desk) == []


def changed_in_both(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    file = folder / f"{name}.toml"
    file.write_text(layout_text(name, desk).replace("leading = 1.5", "leading = 1.6"), "utf-8")
    kept = desk.store.setting("layouts")
    kept[name]["text"] = kept[name]["text"].replace("leading = 1.5", "leading = 1.7")
    desk.store.put_setting("layouts", kept)


def test_where_file_and_store_were_both_changed_both_are_kept_and_it_is_said(desk, folder):
    changed_in_both(desk, folder)
    assert [load_layout(name, desk).leading for name, _ in named(desk)] == [1.7, 1.6]
    (message,) = told(desk)
    assert "Both are kept" in message
    assert "试用（文件）" in message
    assert named(desk) == [("试用", "试用"), ("试用-文件", "试用（文件）")]
    assert [load_layout(name, folder).leading for name, _ in named(desk)] == [1.7, 1.6]
    assert told(desk) == []
    assert len(named(desk)) == 2


def test_what_was_kept_apart_but_not_written_yet_is_not_kept_apart_twice(desk, folder, monkeypatch):
    changed_in_both(desk, folder)

    def dies(*_):
        raise MoushiError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(shelf, "write_atomically", dies)
        assert "The disk is full." in told(desk)
    exchange(desk)
    assert [load_layout(name, folder).leading for name, _ in named(desk)] == [1.7, 1.6]
    assert len(named(desk)) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'title = "\xe5\x9d\x8f"\ncolumns = x\n', "at line 2, column 11"),
        ("columns = 0", "key columns: it must be a whole number"),
        ("measure_em = 3", "key measure_em: it must be a number from 4 to 200"),
        (b"title = '\xff'", "it is not saved as UTF-8"),
        (b"# much" * 20_000, "it is too large"),
    ],
)
def test_a_broken_file_is_told_with_its_place_and_hides_no_other(desk, folder, text, reason):
    copy_layout(desk, "zhoushan", "好的")
    if isinstance(text, str):
        key = text.split(" =")[0]
        lines = layout_text("zhoushan").splitlines()
        text = "\n".join(text if line.startswith(key) else line for line in lines).encode()
    (folder / "坏的.toml").write_bytes(text)
    good, bad = sorted(
        (preset for preset in layouts(desk) if preset.own), key=lambda p: p.is_usable, reverse=True
    )
    assert (good.name, good.fault) == ("好的", None)
    assert (bad.name, bad.is_usable) == ("坏的", False)
    assert "坏的.toml" in str(bad.fault)
    assert reason in str(bad.fault)
    assert told(desk) == [str(bad.fault)]
    assert layout_names(desk)[-1] == "好的"
    with pytest.raises(MoushiError, match=r"坏的\.toml"):
        load_layout("坏的", desk)
    assert (folder / "坏的.toml").read_bytes() == text


def test_a_file_may_not_take_the_name_of_a_preset_of_the_program(desk, folder):
    folder.mkdir()
    (folder / "zhoushan.toml").write_text(layout_text("manuscript"), "utf-8")
    bad = layouts(desk)[-1]
    assert "Give the file another name" in str(bad.fault)
    assert load_layout("zhoushan", desk).columns == 4


def test_a_file_broken_by_hand_leaves_the_last_good_text_in_use(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    file = folder / f"{name}.toml"
    file.write_text("columns =", "utf-8")
    preset = layouts(desk)[-1]
    assert (preset.title, preset.is_usable) == ("试用", True)
    assert preset.fault is not None
    exchange(desk)
    assert file.read_text("utf-8") == "columns ="
    assert load_layout(name, desk).columns == 4
    aside = put_aside(desk, name)
    assert aside.read_text("utf-8") == "columns ="
    assert layouts(desk)[-1].fault is None
    assert file.read_text("utf-8") == layout_text(name, desk)
    file.write_text("columns =", "utf-8")
    assert put_aside(desk, name) != aside


def test_a_broken_file_that_is_mended_by_hand_counts_again(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    file = folder / f"{name}.toml"
    good = file.read_text("utf-8")
    file.write_text("columns =", "utf-8")
    exchange(desk)
    file.write_text(good.replace("leading = 1.5", "leading = 1.6"), "utf-8")
    exchange(desk)
    assert named(desk) == [("试用", "试用")]
    assert load_layout(name, desk).leading == 1.6


def test_a_deleted_preset_is_gone_and_can_be_brought_back(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    save_layout(desk, name, with_values(layout_text(name, desk), {"leading": 1.6}))
    held = delete_layout(desk, name)
    assert named(desk) == []
    assert list(folder.glob("*.toml")) == []
    assert told(desk) == []
    save_layout(desk, name, held.text, held.copied)
    assert load_layout(name, desk).leading == 1.6
    assert "leading = 1.5" in held_layout(desk, name).copied


def test_a_faulty_file_that_is_deleted_is_put_aside(desk, folder):
    folder.mkdir()
    (folder / "坏的.toml").write_text("columns =", "utf-8")
    assert delete_layout(desk, "坏的") is None
    assert named(desk) == []
    assert (folder / "坏的.toml.bad").read_text("utf-8") == "columns ="


def test_an_article_in_a_deleted_preset_is_set_in_the_usual_one_with_a_warning(desk):
    name = copy_layout(desk, "zhoushan-a4", "试用")
    desk.apply(f.proposal(f.article(layout=name), f.article(year=2032)))
    with desk.snapshot() as snapshot:
        assert articles_with(snapshot, name) == 1
    assert layout_or(name, "manuscript", desk)[1] is None
    assert layout_or("", "manuscript", desk)[0].name == "manuscript"
    delete_layout(desk, name)
    layout, warning = layout_or(name, "manuscript", desk)
    assert layout.name == "manuscript"
    assert "There is no layout “试用”" in str(warning)
    assert "“投稿稿件（A4 单栏）” is used instead" in str(warning)


def test_presets_travel_with_the_one_file(desk, tmp_path):
    copy_layout(desk, "zhoushan", "试用")
    whole = save_whole(desk, tmp_path / "whole.sqlite").path
    there = tmp_path / "other computer" / "moushi.sqlite"
    restore_backup(whole, there)
    with open_for_work(there) as other:
        assert other.notices == ()
        assert load_layout("试用", other).columns == 4
    assert (there.parent / "moushi-layouts" / "试用.toml").exists()
    assert load_layout("试用", there.parent / "moushi-layouts").columns == 4


def test_putting_an_older_backup_back_loses_no_later_change(desk, folder, tmp_path):
    name = copy_layout(desk, "zhoushan", "试用")
    whole = save_whole(desk, tmp_path / "whole.sqlite").path
    save_layout(desk, name, with_values(layout_text(name, desk), {"leading": 1.6}))
    desk.close()
    restore_backup(whole, desk.path)
    with open_for_work(desk.path) as again:
        (notice,) = again.notices
        assert "Both are kept" in str(notice)
        assert [load_layout(name, again).leading for name, _ in named(again)] == [1.5, 1.6]


def test_a_reader_sees_the_presets_and_writes_nothing(desk, folder):
    name = copy_layout(desk, "zhoushan", "试用")
    shutil.rmtree(folder)
    with open_to_look(desk.path) as reader:
        assert reader.read_only
        assert load_layout(name, reader).columns == 4
        assert exchange(reader) == ()
        for act in (
            lambda: save_layout(reader, name, layout_text("zhoushan")),
            lambda: delete_layout(reader, name),
            lambda: put_aside(reader, name),
        ):
            with pytest.raises(MoushiError, match="reading only"):
                act()
    assert not folder.exists()


@pytest.mark.parametrize(
    "kept", [["a"], {"a": "b"}, {"a": {"text": "columns =", "copied": ""}}, {"a": {"text": 1, "copied": 2}}]
)
def test_what_the_store_holds_and_this_program_cannot_read_stays_there(desk, kept):
    desk.store.put_setting("layouts", kept)
    assert [preset.name for preset in layouts(desk)] == SHIPPED
    copy_layout(desk, "zhoushan", "试用")
    exchange(desk)
    assert desk.store.setting("layouts").get("a") == (kept["a"] if isinstance(kept, dict) else None)


@pytest.mark.parametrize("noted", ["", "[1]", '{"a": 1}'])
def test_a_note_that_cannot_be_read_does_no_harm(desk, folder, noted):
    name = copy_layout(desk, "zhoushan", "试用")
    (folder / ".in-step.json").write_text(noted, "utf-8")
    assert told(desk) == []
    assert list(json.loads((folder / ".in-step.json").read_text("utf-8"))) == [name]


def test_two_stores_in_one_folder_have_presets_of_their_own(desk):
    with closing(open_store(desk.path.with_name("sample.sqlite"))) as store:
        copy_layout(desk, "zhoushan", "试用")
        assert [preset.name for preset in layouts(Desk(store))] == SHIPPED


def test_an_article_in_a_layout_that_is_gone_is_exported_in_the_usual_one_and_it_is_said(desk, tmp_path):
    of = f.federation()
    plan = f.plan(of, 2031)
    article = f.article(year=2031, layout="试用", headline="新一年")
    desk.apply(f.proposal(of, plan, f.passage(plan, "潮起海岛。"), article, f.section(article, plan)))
    now = datetime(2031, 1, 2, tzinfo=UTC)
    written = export_article(desk, tmp_path / "a.txt", 2031, now=now)
    assert "There is no layout “试用”" in str(written.warning)
    assert export_article(desk, tmp_path / "a.txt", 2031, layout="zhoushan", now=now).warning is None
    copy_layout(desk, "zhoushan", "试用")
    assert export_article(desk, tmp_path / "a.txt", 2031, now=now).warning is None


A, B = (layout_text("zhoushan").replace("leading = 1.5", f"leading = {leading}") for leading in (1.6, 1.7))


@pytest.mark.parametrize("noted", [None, A, B, "another"], ids=["new", "A", "B", "other"])
@pytest.mark.parametrize("in_file", [None, A, B, "columns ="], ids=["no-file", "file-A", "file-B", "broken"])
@pytest.mark.parametrize("in_store", [None, A, B], ids=["not-stored", "stored-A", "stored-B"])
def test_whatever_store_and_folder_have_nothing_is_lost_and_one_exchange_is_enough(
    desk, folder, in_store, in_file, noted
):
    folder.mkdir()
    file = folder / "试用.toml"
    if in_file:
        file.write_text(in_file, "utf-8")
    if in_store:
        desk.store.put_setting("layouts", {"试用": {"text": in_store, "copied": in_store}})
    if noted:
        (folder / ".in-step.json").write_text(
            json.dumps({"试用": hashlib.sha256(noted.encode()).hexdigest()}), "utf-8"
        )
    before = {in_store, in_file} & {A, B}
    seen = [load_layout(preset.name, desk) for preset in layouts(desk) if preset.own and preset.is_usable]
    first = told(desk)
    held = {name: layout_text(name, desk) for name in layout_names(desk) if name not in SHIPPED}
    leadings = {load_layout(name, desk).leading for name in held}
    given_up = {in_store} if in_store == noted and in_file in (A, B) else set()  # changed in its file
    assert leadings == {1.6 if text == A else 1.7 for text in before - (given_up - {in_file})}
    assert [load_layout(name, desk) for name in held] == seen  # what is shown is what is kept
    if in_store and in_file in (A, B) and in_store != in_file:
        assert first  # it is said
    if in_file == "columns =":
        assert file.read_text("utf-8") == in_file
    for name, text in held.items():
        if in_file != "columns =":
            assert (folder / f"{name}.toml").read_text("utf-8") == text
    assert told(desk) == (first if in_file == "columns =" else [])
    assert {name: layout_text(name, desk) for name in held} == held
