"""Rosters as compiled: who is in them, in which order, in which words, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.compile.roster_document import Grouping, RosterChoice, RosterDocument, RosterKind
from moushi.compile.roster_words import role_word, term_word, without_phones
from moushi.compile.rosters import compile_roster
from moushi.domain.kinds import Role
from moushi.domain.record import fields_of
from moushi.domain.records import Post
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import MoushiError
from rosters import (
    COUNTY,
    DAY,
    GONE,
    GROUP,
    LUTING,
    OF,
    PHONES,
    SOLE,
    TODAY,
    YUANFAN,
    choice,
    column,
    heads,
    roster_of,
)

EVERY_KIND = pytest.mark.parametrize("kind", list(RosterKind))


def text_of(document: RosterDocument) -> str:
    cells = [str(cell) for group in document.groups for row in group.rows for cell in row]
    titles = [group.title for group in document.groups]
    return "\n".join([document.office, document.title, *document.footnotes, *titles, *cells])


# -- officers ----------------------------------------------------------------------------------------------


def test_the_committee_stands_in_order_of_rank_with_unit_and_post_there():
    made = roster_of()
    assert made.title == "云屿县工商联执委名册"
    assert column(made, "职务") == ["主席", "党组书记", "副主席", "执委"]
    assert column(made, "姓名") == ["江海平", "禾小满", "林听潮", "林听潮"]
    assert column(made, "工作单位") == ["", "", "远帆渔具有限公司", "远帆渔具有限公司"]
    assert column(made, "单位职务") == ["", "", "法定代表人", "法定代表人"]
    assert made.footnotes[0] == "共3人，任4个职务：主席1、党组书记1、副主席1、执委1。"


def test_who_has_left_is_not_listed_and_the_notes_say_so():
    made = roster_of()
    assert "退会渔业公司" not in text_of(made)
    assert "任职人已退会的1个职务未列。" in made.footnotes


def test_roles_are_worded_as_the_body_words_them():
    made = roster_of(RosterKind.OFFICERS)
    assert column(made, "职务") == ["会长", "常务副会长"]
    assert role_word(Role.EXECUTIVE_VICE, in_federation=True) == "常务副主席"
    assert role_word(Role.STANDING_COMMITTEE, in_federation=True) == "常委"


def test_officers_stand_under_their_chamber_and_chambers_without_any_are_named():
    made = roster_of(RosterKind.OFFICERS)
    assert [group.title for group in made.groups] == ["鹭汀镇商会（第十二届，2人次）"]
    assert "未录入班子的商会1个：渔具行业商会。" in made.footnotes
    one = roster_of(RosterKind.OFFICERS, chambers=(LUTING.id,))
    assert one.title == "鹭汀镇商会班子名册"
    assert len(one.footnotes) == 1


def test_an_earlier_day_has_those_who_were_in_office_then():
    made = roster_of(as_of=date(2028, 6, 1))
    assert column(made, "职务") == ["主席", "党组书记", "常务副主席", "副主席", "执委"]
    assert column(made, "姓名")[2] == "方知远", "the group's contact, without the number typed beside"


def test_on_the_day_of_a_renewal_only_the_new_officers_are_in_office():
    old, new = make.person("旧人"), make.person("新人")
    records = (OF, LUTING, old, new, make.post(old, LUTING, role=Role.PRESIDENT, to_on=DAY))
    records += (make.post(new, LUTING, role=Role.PRESIDENT, from_on=DAY),)
    assert column(roster_of(RosterKind.OFFICERS, records), "姓名") == ["新人"]


def test_nothing_to_list_is_said():
    with pytest.raises(MoushiError, match="nothing to list as of 1999-01-01"):
        roster_of(RosterKind.LEDGER, as_of=date(1999, 1, 1))


@st.composite
def posts(draw):
    """Posts of a few holders in a federation, with days around the roster's."""
    people = [make.person(draw(make.words)) for _ in range(draw(st.integers(1, 4)))]
    days = st.none() | st.dates(date(2030, 12, 1), date(2031, 6, 30))
    held = [
        make.post(
            draw(st.sampled_from(people)),
            OF,
            role=draw(st.sampled_from(list(Role))),
            rank=draw(make.ranks),
            from_on=draw(days),
            to_on=draw(days),
        )
        for _ in range(draw(st.integers(1, 12)))
    ]
    return (OF, *people, *held)


@given(posts())
def test_every_post_in_office_stands_there_just_once_and_by_rank(records):
    expected = sorted(
        role_word(each.role, in_federation=True)
        for each in records
        if isinstance(each, Post)
        and (each.from_on is None or each.from_on <= DAY)
        and (each.to_on is None or each.to_on > DAY)
    )
    if not expected:
        with pytest.raises(MoushiError):
            roster_of(records=records)
        return
    found = column(roster_of(records=records), "职务")
    assert sorted(map(str, found)) == expected
    order = [role_word(role, in_federation=True) for role in Role]
    places = [order.index(str(word)) for word in found]
    assert places == sorted(places)


# -- chambers ----------------------------------------------------------------------------------------------


def test_a_chamber_is_told_with_its_term_when_it_is_due_and_its_members():
    made = roster_of(RosterKind.CHAMBERS)
    assert "旧码头商会" not in text_of(made)
    assert column(made, "届次") == ["第十二届", ""]
    assert column(made, "届满日期") == [date(2031, 5, 1), None]
    assert column(made, "换届") == ["一年内到期", ""]
    assert column(made, "会长") == ["林听潮", ""]
    assert column(made, "四好商会") == ["2030 市级", ""]
    assert column(made, "会员数") == [1, 1], "those who left the chamber or the federation do not count"
    assert made.footnotes == (
        "共2个商会：乡镇街道商会1、行业商会1。",
        "换届：一年内到期1。",
        "没有商会的乡镇街道1个：沙浦镇。",
    )


def test_an_earlier_day_has_the_term_and_the_recognition_of_then():
    earlier = make.chamber_term(LUTING, number=11, began_on=date(2021, 5, 1), years=5)
    rated = make.rating(LUTING, level="县级", year=2022)
    made = roster_of(RosterKind.CHAMBERS, (*COUNTY, earlier, rated), as_of=date(2023, 1, 1))
    assert column(made, "商会名称")[0] == GONE.name, "it was not dissolved yet"
    assert column(made, "届次") == ["", "第十一届", ""]
    assert column(made, "届满日期")[1] == date(2026, 5, 1)
    assert column(made, "四好商会")[1] == "2022 县级"


# -- members -----------------------------------------------------------------------------------------------


def test_members_stand_by_township_chamber_or_kind_each_by_name():
    by_township = roster_of(RosterKind.MEMBERS)
    assert [group.title for group in by_township.groups] == [
        "鹭汀镇（1个）",
        "沙浦镇（1个）",
        "未填乡镇街道（1个）",
    ]
    by_chamber = roster_of(RosterKind.MEMBERS, grouping=Grouping.CHAMBER)
    assert [group.title for group in by_chamber.groups] == [
        "鹭汀镇商会（1个）",
        "渔具行业商会（1个）",
        "未加入商会（2个）",
    ]
    assert by_chamber.footnotes[:2] == (
        "共3个会员：企业1、团体1、个人1。",
        "其中1个会员在不止一个商会，在各商会名下分别列出。",
    )
    assert column(by_chamber, "担任职务")[0] == "会长"
    plain = roster_of(RosterKind.MEMBERS, grouping=Grouping.NONE)
    assert column(plain, "会员名称") == ["江海平", "民宿联盟", "远帆渔具有限公司"]
    assert column(plain, "所在商会")[2] == "鹭汀镇商会、渔具行业商会"
    assert column(plain, "担任职务")[2] == "鹭汀镇商会会长、县工商联副主席、县工商联执委"


def test_only_those_asked_for_are_listed_and_the_notes_say_so():
    made = roster_of(RosterKind.MEMBERS, members=frozenset({SOLE.id, uuid4()}))
    assert column(made, "会员名称") == ["江海平"]
    assert made.footnotes[-1] == "本表只列按条件选出的会员。"


def test_who_left_since_the_day_is_listed_but_nothing_personal_is_told():
    made = roster_of(
        RosterKind.MEMBERS, as_of=date(2030, 1, 1), grouping=Grouping.NONE, phones=True, birth_years=True
    )
    assert "退会渔业公司" in column(made, "会员名称")
    assert "13900000009" not in text_of(made)


# -- the ledger --------------------------------------------------------------------------------------------


def test_the_ledger_is_the_year_s_until_the_day_with_its_counts_in_words():
    made = roster_of(RosterKind.LEDGER)
    assert made.title == "云屿县工商联2031年工作台账"
    assert column(made, "内容") == ["捐建灯塔"]
    assert column(made, "数量") == ["金额2000万元"]
    assert column(made, "备注") == ["联系人苏晚舟，已到账"]


# -- what is personal --------------------------------------------------------------------------------------


@EVERY_KIND
def test_without_a_tick_no_number_and_no_year_of_birth_is_in_it(kind):
    text = text_of(roster_of(kind))
    assert not [phone for phone in PHONES if phone in text]
    assert not {"联系电话", "出生年份"} & set(heads(roster_of(kind)))
    assert roster_of(kind).notice == ""


@EVERY_KIND
def test_numbers_typed_in_any_other_field_are_left_out_too(kind):
    free = {"uscc", "rank", "code"}
    records = tuple(
        replace(each, **{
            spec.name: f"{getattr(each, spec.name)} {PHONES[0]}"
            for spec in fields_of(type(each))
            if spec.type is str and spec.name not in free and getattr(each, spec.name)
        })
        for each in COUNTY
    )  # fmt: skip
    assert PHONES[0] not in text_of(roster_of(kind, records))


@pytest.mark.parametrize("kind", [RosterKind.COMMITTEE, RosterKind.OFFICERS, RosterKind.MEMBERS])
def test_each_tick_lets_in_what_it_says_and_no_more(kind):
    phones, born = roster_of(kind, phones=True), roster_of(kind, birth_years=True)
    assert "联系电话" in heads(phones)
    assert "出生年份" not in heads(phones)
    assert f"{PHONES[0]}" in text_of(phones)
    assert "出生年份" in heads(born)
    assert not [phone for phone in PHONES if phone in text_of(born)]
    assert phones.notice == born.notice == "内含个人信息，注意保管"


def test_a_number_of_somebody_else_says_whose_it_is():
    assert column(roster_of(phones=True), "联系电话")[2] == f"{PHONES[0]}\n（苏晚舟）"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("苏晚舟 13900000001", "苏晚舟"),
        ("苏晚舟（139 0000 0001）", "苏晚舟"),
        ("苏晚舟１３９０００００００１", "苏晚舟"),
        ("办公室0580-7654321", "办公室"),
        ("+86 13900000001", ""),
        ("捐款20000000元", "捐款20000000元"),
        ("91330921MA28K00012", "91330921MA28K00012"),
        ("建国1949年", "建国1949年"),
    ],
)
def test_telephone_numbers_typed_beside_a_name_are_taken_out(typed, left):
    assert without_phones(typed) == left


@pytest.mark.parametrize(
    ("number", "word"), [(1, "第一届"), (10, "第十届"), (12, "第十二届"), (20, "第二十届"), (None, "")]
)
def test_terms_are_numbered_in_chinese(number, word):
    assert term_word(number) == word


# -- anything at all ---------------------------------------------------------------------------------------


@given(make.counties(), st.sampled_from(list(RosterKind)), st.sampled_from(list(Grouping)), st.booleans())
def test_any_county_makes_a_table_or_is_said_to_have_nothing(records, kind, grouping, ticked):
    snapshot = MemorySnapshot(records)
    federations = tuple(each.id for each in records if type(each).__name__ == "Federation")
    wanted = RosterChoice(kind, federations, DAY, grouping, phones=ticked, birth_years=ticked)
    try:
        made = compile_roster(snapshot, wanted, office="\n", today=TODAY)
    except MoushiError:
        return
    assert made.count
    for group in made.groups:
        assert [row[0] for row in group.rows] == list(range(1, len(group.rows) + 1))
        assert {len(row) for row in group.rows} == {len(made.columns)}


def test_the_choice_ignores_ticks_where_nobody_is_listed():
    assert not choice(RosterKind.CHAMBERS, phones=True).is_personal
    assert choice(phones=True).is_personal
    assert choice(RosterKind.MEMBERS, grouping=Grouping.MONTH).grouped_by is Grouping.TOWNSHIP
    assert YUANFAN.federation_id == GROUP.federation_id == OF.id
