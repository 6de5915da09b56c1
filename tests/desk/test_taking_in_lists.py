"""Lists from file to store and back: applied, again, undone, suggestions taken, by command line too."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import factories as make
from intake.lists import CODE, OF, book
from moushi import cli
from moushi.desk import accepting, reviewing
from moushi.desk.desk import Desk
from moushi.desk.taking_in import Batch, Wish
from moushi.desk.under_review import State
from moushi.domain.kinds import Role
from moushi.domain.records import Chamber, Member, Membership, Post
from moushi.intake.source import FileKind
from stores import fresh_store

TODAY = date(2031, 5, 4)
CHAMBER = make.chamber(OF)
FAR = make.member(OF, "远帆渔具有限公司", phone="0580-1111111")
ROWS = [
    ["鹭汀镇商会会员名册"],
    ["序号", "企业名称", "统一社会信用代码", "联系电话", "注册资本（万元）", "商会职务"],
    [1, "远帆渔具", CODE, "13888001234", 500, "会长"],
    [2, "云屿远帆渔具有限公司", "", "13888005678", "", ""],
    [3, "蓝礁养殖厂", "", 1.3888e10, "1.2亿元", "副会长"],
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_store(tmp_path) as store:
        store.apply(make.proposal(OF, CHAMBER, FAR))
        yield Desk(store)


def take(desk, path):
    (taken,) = reviewing.take(desk, [path], Wish(), TODAY, lambda _done, _of: None)
    return taken


def held(desk, kind):
    with desk.snapshot() as snapshot:
        return snapshot.where(kind)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "名册.xlsx"
    file.write_bytes(book(ROWS))
    return file


def test_a_list_is_applied_whole_and_the_same_again_proposes_nothing(desk, path):
    taken = take(desk, path)
    assert (taken.kind, taken.state) == (FileKind.WORKBOOK, State.OPEN)
    done = accepting.apply(desk, Batch(desk), taken, TODAY)
    assert done.state is State.TAKEN
    assert sorted(m.name for m in held(desk, Member)) == [
        "云屿远帆渔具有限公司",
        "蓝礁养殖厂",
        "远帆渔具有限公司",
    ]
    assert len(held(desk, Membership)) == 3
    assert len(held(desk, Post)) == 2
    assert take(desk, path).state is State.SAME


def test_a_list_is_undone_as_a_whole(desk, path):
    accepting.apply(desk, Batch(desk), take(desk, path), TODAY)
    desk.apply(desk.undo().review.accepted)
    assert held(desk, Member) == (FAR,)
    assert held(desk, Membership) == held(desk, Post) == ()


def test_the_suggestion_that_two_names_are_one_member_brings_no_second_one(desk, path):
    taken = take(desk, path)
    near = next(n for n, finding in enumerate(taken.findings) if "much like" in str(finding.message))
    mended = reviewing.with_mends(taken, [near])
    assert mended.mends == {near}
    accepting.apply(desk, Batch(desk), mended, TODAY)
    assert sorted(m.name for m in held(desk, Member)) == ["蓝礁养殖厂", "远帆渔具有限公司"]
    assert take(desk, path).accepted.edits != ()  # the list still says that it is another one
    chambers = {each.member_id for each in held(desk, Membership)}
    assert chambers == {m.id for m in held(desk, Member)}


def test_a_suggestion_taken_and_left_again_leaves_the_proposal_as_it_was(desk, path):
    taken = take(desk, path)
    both = reviewing.with_mends(taken, range(len(taken.findings)))
    assert reviewing.with_mends(both, []).review.proposal == taken.base


def test_a_new_member_rejected_takes_its_place_and_post_along(desk, path):
    taken = take(desk, path)
    number = next(
        n
        for n, e in enumerate(taken.base.edits)
        if getattr(getattr(e, "record", None), "name", "") == "蓝礁养殖厂"
    )
    left = reviewing.chosen(taken, [number], take=False)
    kinds = [type(edit.record).__name__ for edit in left.accepted.edits if hasattr(edit, "record")]
    assert sorted(kinds) == ["Member", "Membership", "Membership", "Post"]


def test_the_command_line_says_the_same_in_json_and_takes_no_suggestion(
    desk, path, capsys, monkeypatch, tmp_path
):
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "home"))
    store = str(desk.path)
    desk.close()
    assert cli.main(lambda _: 0, ["--store", store, "import", str(path), "--json", "--yes"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["applied"] is True
    capital = {
        e["new"]["registered_capital"]
        for e in told["edits"]
        if e["record"] == "Member" and e["op"] == "insert"
    }
    assert capital == {None, "120000000"}
    assert {(f["severity"], f["where"]) for f in told["findings"]} >= {
        ("warning", "名册!B4"),
        ("warning", "名册!D5"),
    }
    assert cli.main(lambda _: 0, ["--store", store, "import", str(path), "--json", "--yes"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["edits"] == []
    assert again["applied"] is False


def test_chambers_named_but_unknown_are_inserted_with_a_warning(desk, tmp_path):
    file = tmp_path / "执委.csv"
    file.write_text("姓名,所属商会,商会职务\n禾小满,白礁镇商会,会长\n", "gb18030")
    taken = take(desk, file)
    accepting.apply(desk, Batch(desk), taken, TODAY)
    assert {chamber.name for chamber in held(desk, Chamber)} == {"鹭汀镇商会", "白礁镇商会"}
    assert any("is new" in str(finding.message) for finding in taken.findings)


def all_suggestions(desk, tmp_path, rows):
    file = tmp_path / "近似.xlsx"
    file.write_bytes(book(rows))
    taken = take(desk, file)
    near = [n for n, finding in enumerate(taken.findings) if finding.mend]
    mended = reviewing.with_mends(taken, near)
    assert mended.mends == frozenset(near)
    return mended


def test_a_member_and_its_chamber_both_suggested_bring_no_second_place_in_the_chamber(desk, tmp_path):
    place = make.membership(FAR, CHAMBER)
    post = make.post(FAR, CHAMBER, role=Role.VICE)
    desk.apply(make.proposal(place, post))
    rows = [["企业名称", "所属商会", "商会职务"], ["云屿远帆渔具有限公司", "鹭汀商会", "副会长"]]
    mended = all_suggestions(desk, tmp_path, rows)
    assert len(mended.mends) == 2
    assert mended.accepted.edits == ()


def test_two_rows_suggested_to_be_one_member_bring_one_place_in_the_chamber(desk, tmp_path):
    rows = [
        ["企业名称", "所属商会"],
        ["云屿远帆渔具有限公司", "鹭汀镇商会"],
        ["远帆渔具一有限公司", "鹭汀镇商会"],
    ]
    mended = all_suggestions(desk, tmp_path, rows)
    accepting.apply(desk, Batch(desk), mended, TODAY)
    assert [(each.member_id, each.chamber_id) for each in held(desk, Membership)] == [(FAR.id, CHAMBER.id)]


def test_a_place_that_a_member_has_left_is_no_second_one(desk, tmp_path):
    place = make.membership(FAR, CHAMBER, left_on=date(2029, 1, 1))
    desk.apply(make.proposal(place))
    rows = [["企业名称", "所属商会"], ["云屿远帆渔具有限公司", "鹭汀商会"]]
    accepting.apply(desk, Batch(desk), all_suggestions(desk, tmp_path, rows), TODAY)
    assert len(held(desk, Membership)) == 2


def test_garbage_is_looked_for_again_once_a_file_is_read_or_is_not(desk, path, tmp_path):
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04junk")
    for file in (path, broken):
        take(desk, file)
        assert gc.isenabled()
