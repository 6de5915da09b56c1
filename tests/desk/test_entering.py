"""What a person types in a field is the value that it names, or is refused with a word how to write it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.desk.entering import entered, entered_date, entered_number, entered_whole, one_paragraph, shown
from moushi.domain.record import FieldSpec, field_of
from moushi.domain.records import Article, Federation, Measure, Member, Milestone, PlanItem, Progress
from moushi.errors import MoushiError

TARGET = field_of(Measure, "target")
CAPITAL = field_of(Member, "registered_capital")
STAFF = field_of(Member, "staff")
DUE = field_of(PlanItem, "due_on")
TEXT = field_of(PlanItem, "text")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("1,200", "1200"),
        ("1，200", "1200"),
        ("1 200", "1200"),
        ("12 345 678", "12345678"),
        ("1200", "1200"),
        ("１２００", "1200"),
        ("１，２００．５", "1200.5"),
        ("-3", "-3"),
        ("+3", "3"),
        (".5", "0.5"),
        ("0", "0"),
        ("2000万", "20000000"),
        ("2000 万元", "20000000"),
        ("5千万", "50000000"),
        ("3百万元", "3000000"),
        ("2千", "2000"),
        ("1.2亿元", "120000000"),
        ("1.2亿", "120000000"),
        ("1万亿", "1000000000000"),
        ("76%", "0.76"),
        ("７６％", "0.76"),
        ("99.9%", "0.999"),
        ("-5%", "-0.05"),
        ("85%以上", "0.85"),
        ("12家", "12"),
        ("30人次", "30"),
        ("120 家", "120"),
        ("十二", "12"),
        ("十二家", "12"),
        ("二十", "20"),
        ("两百", "200"),
        ("一百零三", "103"),
        ("一百二十", "120"),
        ("一千零五", "1005"),
        ("一千零五十", "1050"),
        ("三千万元", "30000000"),
        ("两万零五", "20005"),
        ("一万二千", "12000"),
        ("〇", "0"),
        ("二〇三一", "2031"),
    ],
)
def test_a_number_is_read_as_offices_write_it(typed: str, value: str) -> None:
    assert entered_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "许多",
        "1.2.3",
        "1,20",
        "1,2000",
        "12,34,567",
        "1.200,50",
        "3 5",
        "12-15",
        "3~5家",
        "1/2",
        "½",
        "1e5",
        "2的3次方",
        "3成",
        "9折",
        "3‰",
        "3个半",
        "两家半",
        "3个百分点",
        "5%点",
        "5k",
        "5K",
        "2w",
        "2W",
        "3M",
        "3千克",
        "12千米",
        "1亿2000万",
        "3百5",
        "万",
        "万元",
        "元",
        "家",
        "百千",
        "一二百",
        "三百五",
        "一千二",
        "两万五",
        "三百千",
        "一万二万",
        "十十",
        "NaN",
        "Infinity",
        "0x10",
        "约20",
        "超30家",
    ],
)
def test_what_could_be_another_quantity_is_refused_with_a_word_how_to_write_it(typed: str) -> None:
    with pytest.raises(MoushiError, match="Write it as 12"):
        entered_number(typed)


@pytest.mark.parametrize(("typed", "value"), [("12", 12), ("1,200", 1200), ("十二", 12), ("2031年", 2031)])
def test_a_whole_number_is_read(typed: str, value: int) -> None:
    assert entered_whole(typed) == value


@pytest.mark.parametrize("typed", ["1.5", "76%", "100%", "100％", "十二点五", "x"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(MoushiError, match="no whole number"):
        entered_whole(typed)


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("2024-6-30", date(2024, 6, 30)),
        ("2024-06-30", date(2024, 6, 30)),
        ("2024/6/30", date(2024, 6, 30)),
        ("2024.6.30", date(2024, 6, 30)),
        ("２０２４．６．３０", date(2024, 6, 30)),
        ("2024年6月30日", date(2024, 6, 30)),
        ("20240630", date(2024, 6, 30)),
        ("6.30", date(2031, 6, 30)),
        ("6/30", date(2031, 6, 30)),
        ("6月30日", date(2031, 6, 30)),
        ("六月三十日", date(2031, 6, 30)),
        ("6月底", date(2031, 6, 30)),
        ("2月底", date(2031, 2, 28)),
        ("6月", date(2031, 6, 30)),
        ("6月底前", date(2031, 6, 30)),
        ("6月上旬", date(2031, 6, 10)),
        ("上半年", date(2031, 6, 30)),
        ("下半年", date(2031, 12, 31)),
        ("年底", date(2031, 12, 31)),
        ("2024年底", date(2024, 12, 31)),
        ("三季度", date(2031, 9, 30)),
        ("2024年6月", date(2024, 6, 30)),
        ("2024年2月", date(2024, 2, 29)),
        ("2023.10", date(2023, 10, 31)),
        ("2023.1", date(2023, 1, 31)),
        ("2024-6", date(2024, 6, 30)),
    ],
)
def test_a_day_is_read_in_any_form_that_offices_use(typed: str, on: date) -> None:
    assert entered_date(typed, 2031) == on


@pytest.mark.parametrize(
    "typed",
    [
        "2024-2-30",
        "2024-13-1",
        "6月31日",
        "13.1",
        "30.6",
        "6-30-2024",
        "30-6-2024",
        "全年",
        "待定",
        "等通知",
        "12",
        "0",
    ],
)
def test_what_names_no_day_is_refused_with_a_word_how_to_write_it(typed: str) -> None:
    with pytest.raises(MoushiError, match="no date"):
        entered_date(typed, 2031)


def test_a_day_without_a_year_needs_a_year_from_elsewhere() -> None:
    with pytest.raises(MoushiError, match="no date"):
        entered_date("6.30")


@pytest.mark.parametrize("spec", [CAPITAL, STAFF, DUE, field_of(Federation, "region_code")])
@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_an_empty_field_holds_nothing_where_it_may(spec: FieldSpec, empty: str) -> None:
    assert entered(spec, empty) is None
    assert shown(spec, None) == ""


def test_an_empty_field_that_must_hold_something_is_refused() -> None:
    with pytest.raises(MoushiError, match="must not be empty"):
        entered(field_of(Article, "year"), "  ")
    assert entered(TEXT, "  ") == ""


def test_a_tick_is_not_typed() -> None:
    with pytest.raises(TypeError):
        entered(field_of(Member, "new_generation"), "√")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("办两场\n渔具展。", "办两场渔具展。"),
        ("办两场\r\n渔具展。", "办两场渔具展。"),
        ("办两场 \n\n  渔具展。", "办两场渔具展。"),
        ("“云屿”\n（全年）", "“云屿”（全年）"),
        ("open\nday", "open day"),
        ("1+6+N\n体系", "1+6+N 体系"),
        ("  办实事。\n", "办实事。"),
        ("　　办实事。", "办实事。"),
        ("", ""),
        ("\n", ""),
        ("甲\r乙", "甲乙"),
    ],
)
def test_lines_become_one_paragraph_without_gaps_within_chinese(typed: str, line: str) -> None:
    assert one_paragraph(typed) == line
    assert entered(TEXT, typed) == line


def test_what_may_hold_paragraphs_keeps_them() -> None:
    assert entered(field_of(Progress, "narrative"), "甲。\n乙。") == "甲。\n乙。"
    assert entered(field_of(Article, "lead"), "甲。\n\n乙。\n") == "甲。\n\n乙。\n"


@pytest.mark.parametrize(
    ("spec", "value", "text"),
    [
        (CAPITAL, Decimal(20000000), "2000万"),
        (TARGET, Decimal(20000000), "20000000"),
        (TARGET, Decimal("12.50"), "12.5"),
        (STAFF, 12, "12"),
        (DUE, date(2031, 6, 30), "2031-06-30"),
        (field_of(Member, "new_generation"), True, "√"),
        (field_of(Member, "new_generation"), False, ""),
    ],
)
def test_a_value_is_shown_as_it_is_typed(spec: FieldSpec, value: object, text: str) -> None:
    assert shown(spec, value) == text


def test_who_knows_that_a_number_is_yuan_says_so() -> None:
    assert shown(TARGET, Decimal(120_000_000), amount=True) == "1.2亿"
    assert shown(CAPITAL, Decimal(120_000_000), amount=False) == "120000000"


# -- properties --------------------------------------------------------------------------------------------

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**38), max_value=10**38) | (
    st.integers(-(10**20), 10**20).map(lambda n: Decimal(n) * 10_000)
)


@given(decimals, st.booleans())
def test_a_number_shown_and_entered_again_is_the_same_number(value: Decimal, amount: bool) -> None:
    assert entered(TARGET, shown(TARGET, value, amount=amount)) == value


@given(st.integers(-(2**31), 2**31))
def test_a_whole_number_shown_and_entered_again_is_the_same(value: int) -> None:
    assert entered(STAFF, shown(STAFF, value)) == value


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.none() | st.integers(2020, 2040))
def test_a_day_shown_and_entered_again_is_the_same_day(value: date, year: int | None) -> None:
    assert entered(DUE, shown(DUE, value), year=year) == value


@given(st.text(st.sampled_from("渔，。“” a1\n\r\t\u3000\u2028é") | st.characters(codec="utf-8")))
def test_a_text_entered_once_is_not_changed_by_entering_it_again(text: str) -> None:
    once = one_paragraph(text)
    assert one_paragraph(once) == once
    assert "\n" not in once
    assert re.sub(r"\s", "", once) == re.sub(r"\s", "", text)
    assert entered(TEXT, shown(TEXT, once)) == once


_PIECES = st.sampled_from(
    [*"0123456789", *"一二三十百千万亿零半成", *",.+-%/~ kwM", "千克", "万元", "家", "个"]
)


@given(st.lists(_PIECES, max_size=6).map("".join))
def test_no_number_is_ever_read_as_another_quantity(text: str) -> None:
    """Whatever is read has all its digits in the value, in their order, and says no more."""
    try:
        value = entered_number(text)
    except MoushiError:
        return
    digits = re.sub(r"\D", "", text)
    if digits:
        assert "".join(map(str, value.as_tuple().digits)).strip("0") == digits.strip("0")
        scale = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "%": -2}
        power = sum(scale.get(char, 0) for char in text)
        whole = re.sub(r"[^\d.-]", "", text)
        assert value == Decimal(whole).scaleb(power)
    else:
        assert value == int(value)
        assert not re.search("[成半kwM%千][克]?$", text) or text.rstrip().endswith("千")


def _spelled(number: int) -> str:
    """A whole number below 100 million in Chinese, as it is read aloud."""
    if number >= 10_000:
        above, below = divmod(number, 10_000)
        gap = "零" if 0 < below < 1000 else ""
        return _spelled(above) + "万" + (gap + _spelled(below) if below else "")
    told, gap = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            told += ("零" if gap and told else "") + "零一二三四五六七八九"[digit] + word
            gap = False
        else:
            gap = True
    return told or "零"


@given(st.integers(0, 99_999_999))
def test_every_number_can_be_spelled(number: int) -> None:
    spelled = _spelled(number)
    assert entered_whole(spelled) == number
    if 10 <= number < 20:
        assert entered_whole(spelled.removeprefix("一")) == number


@given(st.dates(date(2000, 1, 1), date(2059, 12, 31)))
def test_every_day_is_read_alike_however_it_is_written(on: date) -> None:
    forms = (
        f"{on.year}-{on.month}-{on.day}",
        f"{on.year}/{on.month}/{on.day}",
        f"{on.year}.{on.month}.{on.day}",
        f"{on.year}年{on.month}月{on.day}日",
        f"{on.month}月{on.day}日",
        f"{on.month}.{on.day}",
        f"{on.month}/{on.day}",
        f" {on:%Y-%m-%d} ",
    )
    assert {entered(field_of(Milestone, "done_on"), form, year=on.year) for form in forms} == {on}
