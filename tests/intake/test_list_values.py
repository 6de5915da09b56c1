"""Values of lists: what is read is what was written, or nothing and a word why."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.kinds import Role
from moushi.domain.numbers import shifted
from moushi.domain.uscc import DIGITS, check_character, is_uscc
from moushi.intake.list_values import (
    person,
    read_amount,
    read_answer,
    read_birth,
    read_code,
    read_count,
    read_day,
    read_offices,
    read_ordinal,
    read_phone,
    read_rating,
    read_span,
    read_years,
    said,
    split_firms,
    workplace,
)

_FULL = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_UNITS = {"": 0, "元": 0, "万": 4, "万元": 4, "亿": 8, "亿元": 8, "万元人民币": 4, "千万": 7}
_ROUGH = ("约", "近", "超")


def money(value, power=0, *, is_told=True, is_capital=True):
    return read_amount(value, power, is_told=is_told, is_capital=is_capital)


@given(
    st.decimals(0, 99_999, places=2),
    st.sampled_from(list(_UNITS)),
    st.booleans(),
    st.booleans(),
    st.sampled_from((0, 4)),
)
def test_no_amount_ever_turns_into_another(number, unit, is_full, is_grouped, power):
    digits = f"{number:,f}" if is_grouped else f"{number:f}"
    text = (digits.translate(_FULL) if is_full else digits) + unit
    read = money(text, power)
    meant = shifted(number, _UNITS[unit] if unit else power)
    assert read.value == meant or (read.value is None and read.doubt)
    assert read.value is not None, "what is plainly written is read"


@given(st.text(st.sampled_from("0123456789.,万亿元约余多几十百千两半%-~至 （）"), max_size=9))
def test_what_is_read_of_any_text_can_be_read_again_the_same(text):
    for read in (money(text), read_count(text)):
        if read.value is not None:
            assert not re.search("[约余多几%]|至", text)
            again = (
                money(f"{read.value:f}元") if isinstance(read.value, Decimal) else read_count(str(read.value))
            )
            assert again.value == read.value
        assert read.value is None or read.doubt is None


@given(
    st.integers(0, 10**6),
    st.sampled_from(("", "人", "家", "名", "个", "户")),
    st.sampled_from(("", *_ROUGH)),
    st.booleans(),
)
def test_a_count_is_what_it_says_or_in_doubt(number, unit, rough, is_full):
    digits = str(number).translate(_FULL) if is_full else str(number)
    read = read_count(rough + digits + unit)
    if rough:
        assert read.value is None
        assert read.doubt is not None
        assert read.doubt.likely == number
    else:
        assert read.value == number


@given(st.floats(0, 10**7, allow_nan=False))
def test_a_number_of_a_cell_is_itself(number):
    read = read_count(number)
    assert read.value in (number, None)
    amount = money(number)
    assert amount.value is None or float(amount.value) == number


@pytest.mark.parametrize(
    "text", ["50万美元", "-3万", "76%", "一二百", "3-5万", "面议", "约500万", "300余万元"]
)
def test_what_is_no_plain_amount_is_in_doubt(text):
    read = money(text)
    assert read.value is None
    assert read.doubt is not None


def test_a_bare_number_without_a_unit_anywhere_is_asked_unless_it_is_plainly_yuan():
    assert money(500, is_told=False).doubt.likely == 5_000_000
    assert money(500, is_told=False, is_capital=False).doubt.likely == 500
    assert money(5_000_000, is_told=False).value == 5_000_000
    assert money("500万", 4).value == 5_000_000


@given(st.dates(date(1950, 1, 1), date(2079, 12, 31)), st.integers(0, 7))
def test_a_day_in_any_form_is_that_day(on, form):
    forms = (
        f"{on.year}.{on.month}.{on.day}",
        f"{on.year}/{on.month:02}/{on.day:02}",
        f"{on.year}年{on.month}月{on.day}日",
        f"{on.year}-{on.month}-{on.day}",
        f"{on.year}{on.month:02}{on.day:02}",
        f"{on.year}年{on.month:02}月{on.day:02}号".translate(_FULL),
        f"{on.isoformat()} 00:00:00",
        on,
    )
    assert read_day(forms[form], None).value == on
    assert read_span(forms[form], None)[0].value == on
    assert read_span(forms[form], None)[1].value is None


@given(
    st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    st.integers(0, 40),
    st.sampled_from(("至", "～", "—", "--", "到")),
)
def test_a_span_keeps_both_its_days(first, days, joint):
    last = date.fromordinal(first.toordinal() + days)
    text = f"{first.year}年{first.month}月{first.day}日{joint}{last.year}年{last.month}月{last.day}日"
    begun, ended = read_span(text, None)
    assert (begun.value, ended.value) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031-3-1至3-2", date(2031, 3, 1), date(2031, 3, 2)),
        ("2031.3.1-3.5", date(2031, 3, 1), date(2031, 3, 5)),
        ("3月15日-17日", date(2031, 3, 15), date(2031, 3, 17)),
        ("3月30日—4月2日", date(2031, 3, 30), date(2031, 4, 2)),
        ("2031-3-9", date(2031, 3, 9), None),
        ("3.9", date(2031, 3, 9), None),
        ("2031", None, None),
        ("4月2日-1日", None, None),
    ],
)
def test_spans_as_ledgers_have_them(text, first, last):
    begun, ended = read_span(text, 2031)
    assert (begun.value, ended.value) == (first, last)
    assert (begun.doubt is None) == (first is not None)


@given(st.text(DIGITS, min_size=17, max_size=17))
def test_only_codes_whose_check_fits_are_taken(body):
    code = body + check_character(body)
    assert read_code(code).value == code
    assert read_code(f" {code[:8]} {code[8:].lower()}").value == code
    wrong = body + DIGITS[(DIGITS.index(code[-1]) + 1) % len(DIGITS)]
    assert read_code(wrong).value is None
    assert not is_uscc(wrong)


@given(st.floats(1e15, 1e19))
def test_a_number_is_never_a_code(number):
    read = read_code(number)
    assert read.value is None
    assert read.doubt is not None
    assert read.doubt.likely is None


@pytest.mark.parametrize(
    ("value", "phone"),
    [
        ("13888001234", "13888001234"),
        (13888001234.0, "13888001234"),
        ("１３８８８００１２３４", "13888001234"),
        ("0580-4471234", "0580-4471234"),
        ("138 8800 1234", "138 8800 1234"),
        ("4471234", "4471234"),
        ("13888001234（李）", "13888001234(李)"),
        (1.3888e10, None),
        ("1.3888E+10", None),
        (5804471234, None),
        ("1388800123", None),
        ("138880012345", None),
        ("无", None),
        ("保密", None),
    ],
)
def test_telephones(value, phone):
    read = read_phone(value)
    assert read.value == phone
    assert (read.doubt is None) == (phone is not None or value == "无")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("会长", [Role.PRESIDENT]),
        ("常务副会长、秘书长", [Role.EXECUTIVE_VICE, Role.SECRETARY_GENERAL]),
        ("会长兼党支部书记", [Role.PRESIDENT, Role.BRANCH_SECRETARY]),
        ("鹭汀镇商会副会长", [Role.VICE]),
        ("县工商联执委", [Role.EXECUTIVE_COMMITTEE]),
        ("监事长", [Role.CHIEF_SUPERVISOR]),
        ("会员", []),
        ("总经理", []),
        ("副秘书长", []),
        ("名誉会长", [Role.HONORARY_PRESIDENT]),
    ],
)
def test_posts(text, roles):
    read = read_offices(text)
    assert [office.role for office in read.value or ()] == roles
    assert (read.doubt is not None) == (text == "副秘书长")


def test_a_post_in_the_federation_says_so():
    (office,) = read_offices("云屿县工商联副主席").value
    assert office.of_federation


@pytest.mark.parametrize(
    ("text", "number"), [("第三届", 3), ("三届", 3), (3.0, 3), ("十二届二次", 12), ("本届", None)]
)
def test_term_numbers(text, number):
    assert read_ordinal(text).value == number


@pytest.mark.parametrize(("text", "years"), [("5年", 5), ("五年", 5), (5.0, 5), ("2026", None)])
def test_lengths_of_terms(text, years):
    assert read_years(text).value == years


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("是", True),
        ("√", True),
        ("鹭汀镇商会党支部", True),
        ("未建", False),
        ("否", False),
        ("尚未成立党支部", None),
        ("", None),
    ],
)
def test_answers(text, answer):
    assert read_answer(text).value is answer


@pytest.mark.parametrize(
    ("value", "year"),
    [
        ("1985.3", 1985),
        (1985.1, 1985),
        ("1985年", 1985),
        (31000, 1984),
        ("330921198503121234", None),
        ("八五年", None),
    ],
)
def test_years_of_birth(value, year):
    assert read_birth(value).value == year


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("2029年省级", ("省级", 2029)),
        ("全国四好商会（2021）", ("全国", 2021)),
        ("市级", ("市级", None)),
        ("是", None),
        ("否", None),
    ],
)
def test_recognitions(text, rating):
    assert read_rating(text).value == rating


def test_names_of_firms_are_parted_and_how_many_there_are_is_no_name():
    assert split_firms("远帆渔具有限公司、蓝礁养殖厂；青屿商行等3家企业") == (
        "远帆渔具有限公司",
        "蓝礁养殖厂",
        "青屿商行",
    )
    assert split_firms("—") == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("远帆渔具有限公司董事长、总经理", "远帆渔具有限公司"),
        ("蓝礁养殖厂 厂长", "蓝礁养殖厂"),
        ("青屿商行", "青屿商行"),
        ("退休干部", None),
    ],
)
def test_a_workplace_is_told_from_the_job(text, unit):
    assert workplace(text).value == unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("禾 小满", "禾 小满"),
        ("禾  满", "禾满"),
        ("禾 小 满", "禾小满"),
        ("云屿 远帆渔具厂", "云屿 远帆渔具厂"),
    ],
)
def test_names_of_people_set_wide_are_drawn_together(text, name):
    assert person(text) == name


@pytest.mark.parametrize(
    ("text", "day", "is_rough"),
    [
        ("4月", date(2031, 4, 1), True),
        ("2031年底", date(2031, 12, 31), True),
        ("4月5日", date(2031, 4, 5), False),
        ("4.5", date(2031, 4, 5), False),
    ],
)
def test_days_that_were_completed_are_known_as_such(text, day, is_rough):
    read = read_day(text, 2031)
    assert (read.value, read.rough) == (day, is_rough)


@pytest.mark.parametrize("sign", ["-", "—", "/", "无", " "])
def test_signs_for_nothing_are_nothing(sign):
    assert said(sign) == ""
