"""Search by pinyin: names as they are read, in type-ahead and in long lists alike."""

from __future__ import annotations

import subprocess
import sys

import pytest

import factories as f
from moushi.changes.model import typed
from moushi.domain.records import Member, Person
from moushi.domain.sounds import SYLLABLES
from moushi.store import Store, pinyin
from moushi.store.listing import Listing

OF = f.federation()


def found(store: Store, text: str) -> set[str]:
    """The names found, by type-ahead and by a list, which must agree."""
    hits = {hit.id for hit in store.search(text, [Member])}
    by_sql = {hit.id for hit in store.search(text) if hit.kind is Member}
    assert hits == by_sql
    listed = set(store.listing(Listing(Member, text=text)))
    assert hits == listed
    return {record.name for record in store.records(Member, list(hits)).values()}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("长涂造船", ["ctzc", "changtu", "zhangtu", "zaochuan"]),
        ("长乐渔具", ["clyj", "changle", "changyue", "cl"]),
        ("重阳酒业", ["cyjy", "zyjy", "chongyang", "zhongyang"]),
        ("单小舟", ["dxz", "sxz", "shanxiaozhou", "danxiaozhou"]),
        ("曾海", ["zh", "ch", "zenghai", "cenghai"]),
        ("朱家尖民宿", ["zjj", "zhujiajian", "zhujiajianminsu"]),
        ("银行服务社", ["yh", "yinhang", "yinxing"]),
        ("嵊泗贻贝", ["ssyb", "shengsi"]),
        ("衢山石材", ["qssc", "qushan"]),
        ("绿岛", ["ld", "lvdao", "ludao"]),
        ("ABC渔具", ["abc", "abcyj", "yuju"]),
    ],
)
def test_names_are_found_by_their_usual_readings(store: Store, name: str, words: list[str]) -> None:
    store.apply(f.proposal(OF, f.member(OF, name), f.member(OF, "别家")))
    for word in words:
        assert found(store, word) == {name}, word


def test_people_and_industry_are_found_too_and_words_add_up(store: Store) -> None:
    here = f.member(OF, "远帆渔具有限公司", legal_representative="林一舟", contact="禾小满", industry="渔具")
    store.apply(f.proposal(OF, here, f.member(OF, "远帆船厂")))
    assert found(store, "lyz") == {here.name}
    assert found(store, "yf hexiaoman") == {here.name}
    assert found(store, "yf 渔具") == {here.name}
    assert found(store, "远帆yj") == {here.name}
    assert found(store, "yf") == {here.name, "远帆船厂"}
    assert found(store, "yfx") == set()


def test_codes_and_latin_names_are_found_as_before(store: Store) -> None:
    store.apply(f.proposal(OF, f.member(OF, "Blue Sea 渔业", uscc="91350100M000100Y43")))
    assert found(store, "blue") == found(store, "m0001") == found(store, "seayy") == {"Blue Sea 渔业"}


def test_those_whose_sound_begins_with_the_word_come_first(store: Store) -> None:
    store.apply(f.proposal(OF, f.member(OF, "大远帆渔具"), f.member(OF, "远帆渔具有限公司")))
    names = [store.records(Member, [hit.id])[hit.id].name for hit in store.search("yf", [Member])]
    assert names == ["远帆渔具有限公司", "大远帆渔具"]


def test_a_list_searched_before_a_change_takes_it_in(store: Store) -> None:
    first, second = f.member(OF, "远帆"), f.member(OF, "海锚")
    store.apply(f.proposal(OF, first, second))
    assert found(store, "yf") == {"远帆"}
    store.apply(typed(Member, first.id, "name", "远帆", "潮生"))
    assert found(store, "yf") == set()
    assert found(store, "cs") == {"潮生"}
    store.apply(f.proposal(f.member(OF, "月帆")))
    assert found(store, "yf") == {"月帆"}
    undo = store.undo()
    store.apply(undo.review.accepted)
    assert found(store, "yf") == set()


def test_people_are_found_by_type_ahead(store: Store) -> None:
    store.apply(f.proposal(f.person("曾乐")))
    assert [hit.kind for hit in store.search("zengle")] == [Person]
    assert [hit.kind for hit in store.search("zy")] == [Person]


def test_plans_have_no_sound(store: Store) -> None:
    county = f.planned_county()
    store.apply(f.proposal(*county))
    with store.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind FROM derived_search WHERE sound <> ''").all()
    assert {row[0] for row in rows} == {"Federation"}


def test_several_readings_are_of_those_that_the_library_knows() -> None:
    from pypinyin import Style
    from pypinyin import pinyin as read

    for char, usual in pinyin._USUAL.items():
        (known,) = read(char, style=Style.NORMAL, heteronym=True)
        assert set(usual) <= {each.replace("ü", "v") for each in known}, char
        assert len(set(usual)) == len(usual) > 1, char
        assert set(usual) <= SYLLABLES, char


def test_the_library_is_loaded_only_when_a_name_is_written() -> None:
    code = "import sys, moushi.store, moushi.desk.register; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
