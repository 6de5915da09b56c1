"""What a chamber types is read as its field's type: the same quantity, or a doubt, never another.

Over 400 lines: the types of fields, one after the other, share their properties.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from moushi.domain.numbers import plain, shifted
from moushi.domain.returns import FieldType, FormField
from moushi.intake.number_formats import number_format
from moushi.intake.returns.reading import ReadCell
from moushi.intake.returns.values import read_cell

YEAR = 2031
CODE = "91330921MA2A2QAB4N"


def field(kind: FieldType, **told: Any) -> FormField:
    return FormField("key", "标签", kind, **told)


PEOPLE = field(FieldType.WHOLE, unit="人", least=Decimal(0), most=Decimal(100_000))
TONS = field(FieldType.DECIMAL, unit="万吨")
MONEY = field(FieldType.AMOUNT, unit="万元", least=Decimal(0), most=Decimal(10_000_000))
YUAN = field(FieldType.AMOUNT, unit="元")
SHARE = field(FieldType.SHARE, most=Decimal(100))
DAY = field(FieldType.DATE)
LAST_DAY = field(FieldType.DATE, lands="Membership.left_on")
PERIOD = field(FieldType.PERIOD)
PHONE = field(FieldType.PHONE)
USCC = field(FieldType.USCC)
KIND = field(FieldType.CHOICE, choices={"企业": "enterprise", "团体": "group", "个人": "individual"})
ANSWER = field(FieldType.ANSWER)
TEXT = field(FieldType.TEXT, longest=10)
PERSON = field(FieldType.TEXT, lands="Member.contact", longest=20)
EVERY = (PEOPLE, TONS, MONEY, YUAN, SHARE, DAY, LAST_DAY, PERIOD, PHONE, USCC, KIND, ANSWER, TEXT, PERSON)


def read(of: FormField, value: object, code: str = "") -> ReadCell:
    return read_cell(of, value, number_format=code, year=YEAR, where="表!B7", note="注")


def taken(of: FormField, value: object, code: str = "") -> object:
    cell = read(of, value, code)
    assert cell.doubt is None, str(cell.doubt)
    return cell.value


def doubt(of: FormField, value: object, code: str = "") -> tuple[str, object]:
    """What is said of a doubtful cell, and the likely value."""
    cell = read(of, value, code)
    assert cell.value is None
    assert cell.doubt is not None
    return str(cell.doubt.message), cell.doubt.likely


# -- each type -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "people"),
    [
        (3.0, 3),
        ("3", 3),
        ("３", 3),
        ("3人", 3),
        ("3 人", 3),
        ("３０名", 30),
        ("3个", 3),
        ("十二人", 12),
        ("两人", 2),
        ("共3人", 3),
        ("1,200", 1200),
        ("1，200人", 1200),
        ("2万", 20_000),
        ("0", 0),
    ],
)
def test_counts_are_read_with_their_units_taken_off(value, people):
    assert taken(PEOPLE, value) == people


@pytest.mark.parametrize(
    ("value", "says", "likely"),
    [
        ("3家", "is in 家, asked is 人", 3),
        ("3人次", "is in 人次, asked is 人", 3),
        ("约30", "no whole number", 30),
        ("30余人", "no whole number", 30),
        ("三四人", "no whole number", None),
        ("数十人", "no whole number", None),
        ("3-5", "no whole number", None),
        ("2/3", "no whole number", None),
        (3.5, "no whole number", None),
        ("3+2", "no whole number", None),
        ("一", "may be the number 1", 1),
        (-1.0, "less than 0人", None),
        ("200000", "more than 100000人", None),
        ("20万", "more than 100000人", None),
        (True, "is no number", None),
        (date(2031, 1, 2), "is no number", None),
        ("#REF!", "fault of a formula", None),
        (float("nan"), "no number", None),
        (1e300, "no number", None),
        ("未统计", "no whole number", None),
    ],
)
def test_counts_that_may_be_others_are_in_doubt(value, says, likely):
    message, offered = doubt(PEOPLE, value)
    assert says in message
    assert offered == likely


def test_a_unit_of_ten_thousands_counts_once():
    for value in ("3", 3.0, "3万吨", "3万", "30000吨", "三万吨"):
        assert taken(TONS, value) == 3
    doubt(TONS, "3万万吨")


@pytest.mark.parametrize("of", [PEOPLE, TONS, MONEY, SHARE])
def test_a_sign_for_nothing_is_empty_and_said_and_never_a_silent_zero(of):
    for sign in ("-", "—", "/", "无", "／"):
        cell = read(of, sign)
        assert (cell.value, cell.doubt) == (None, None)
        assert "taken as empty" in str(cell.made)
        assert not cell.is_empty


@pytest.mark.parametrize("of", EVERY)
def test_nothing_is_empty(of):
    for value in (None, "", "  ", "\u3000", "\n"):
        cell = read(of, value)
        assert cell.is_empty
        assert (cell.where, cell.note, cell.made) == ("表!B7", "注", None)


@pytest.mark.parametrize(
    ("value", "yuan"),
    [
        (500.0, 5_000_000),
        ("500", 5_000_000),
        ("500万", 5_000_000),
        ("500 万元", 5_000_000),
        ("５００万元整", 5_000_000),
        ("人民币500万元", 5_000_000),
        ("五百万", 5_000_000),
        ("5000元", 5_000),
        ("1.2亿元", 120_000_000),
        ("3千元", 3_000),
        (0.1, 1_000),
    ],
)
def test_amounts_are_in_yuan_whatever_unit_the_cell_names(value, yuan):
    assert taken(MONEY, value) == yuan


@pytest.mark.parametrize(
    "value",
    ["3千", "￥300", "500美元", "$500", "约500元", "500万家", "85%", "5000元/年", "-5", "500-600", "壹佰"],
)
def test_amounts_that_may_be_others_are_in_doubt_without_a_suggestion(value):
    assert doubt(MONEY, value)[1] is None


def test_an_amount_over_its_limit_is_in_doubt_in_the_fields_unit():
    assert "more than 10000000万元" in doubt(MONEY, 5e8)[0]


def test_a_number_format_that_adds_a_unit_is_part_of_what_stands_there():
    assert taken(YUAN, 2000.0, '0"万元"') == 20_000_000
    assert read(YUAN, 2000.0, '0"万元"').shown == "2000万元"
    assert taken(YUAN, 20_000.0, '0!.0,"万"') == 20_000
    assert "is in 家" in doubt(PEOPLE, 3.0, '0"家"')[0]
    assert "no whole number" in doubt(PEOPLE, 0.85, "0%")[0]


@pytest.mark.parametrize(
    ("value", "code", "share"),
    [
        (0.85, "0%", "0.85"),
        (0.07, "0.0%", "0.07"),
        (1.0, "0%", "1"),
        (85.0, '0"%"', "0.85"),
        ("85%", "", "0.85"),
        ("85％", "", "0.85"),
        ("８５．５％", "", "0.855"),
        ("百分之八十五", "", "0.85"),
        ("百分之百", "", "1"),
        ("百分之十二点五", "", "0.125"),
        (85.0, "", "0.85"),
        ("85.5", "", "0.855"),
        (0.0, "", "0"),
    ],
)
def test_shares_are_never_a_hundred_times_too_large_or_small(value, code, share):
    assert taken(SHARE, value, code) == Decimal(share)


def test_a_share_without_its_sign_is_said_to_be_taken_for_per_cent():
    assert "85%" in str(read(SHARE, 85.0).made)


@pytest.mark.parametrize(
    ("value", "code", "likely"),
    [
        (0.85, "", "0.85"),
        ("0.85", "", "0.85"),
        (1.0, "", "1"),
        (1.5, "", "0.015"),
        (85.0, "0%", None),
        ("8500%", "", None),
        ("八成", "", None),
        ("17/20", "", None),
        ("85个百分点", "", None),
        ("百分之三四", "", None),
        (True, "", None),
    ],
)
def test_shares_that_may_be_others_are_in_doubt(value, code, likely):
    assert doubt(SHARE, value, code)[1] == (None if likely is None else Decimal(likely))


def test_a_share_far_above_all_is_in_doubt_also_where_the_form_has_no_limit():
    bare = field(FieldType.SHARE)
    assert doubt(bare, 85.0, "0%")[1] is None
    assert doubt(bare, "8500%")[1] is None
    assert read(bare, "850%").value == Decimal("8.5")


def test_a_share_in_doubt_tells_what_to_type():
    cell = read(SHARE, 0.85)
    assert cell.doubt is not None
    assert str(cell.doubt.action) == "If 85% is meant, type 85%."


@pytest.mark.parametrize(
    "value",
    [
        "2023.3.15",
        "2023/3/15",
        "2023-03-15",
        "2023年3月15日",
        "2023 年 3 月 15 日",
        "二〇二三年三月十五日",
        "２０２３．３．１５",
        "20230315",
        20230315.0,
        "2023年3月15日（星期三）",
        "2023年3月15日上午",
        "2023-3-15 14:00",
        "2023年3月15日14:00",
        45000.0,
        "45000",
        date(2023, 3, 15),
        datetime.fromisoformat("2023-03-15T14:00"),
    ],
)
def test_a_day_is_read_however_it_is_written(value):
    assert taken(DAY, value) == date(2023, 3, 15)


def test_a_day_without_a_year_is_of_the_periods_and_said():
    cell = read(DAY, "3月15日")
    assert cell.value == date(2031, 3, 15)
    assert "2031年3月15日" in str(cell.made)
    assert read_cell(DAY, "3月15日").doubt is not None


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        ("2023.3", date(2023, 3, 1)),
        (2023.3, date(2023, 3, 1)),
        (2023.1, date(2023, 1, 1)),
        ("2023年3月", date(2023, 3, 1)),
        ("23.3.15", date(2023, 3, 15)),
        ("15/3/2023", date(2023, 3, 15)),
        ("3/4/2023", None),
        ("2023.3.15-3.17", date(2023, 3, 15)),
        ("3月15日至17日", date(2031, 3, 15)),
        ("2023年", None),
        ("长期", None),
        ("2023-02-30", None),
        (date(1900, 1, 5), None),
        (5.0, None),
        (0.0, None),
        (time(3, 4), None),
        (timedelta(3), None),
        (True, None),
    ],
)
def test_what_is_no_day_written_out_is_in_doubt(value, likely):
    assert doubt(DAY, value)[1] == likely


def test_of_a_month_in_which_something_ended_the_last_day_is_likely():
    assert doubt(LAST_DAY, "2023.2")[1] == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("2023-06", "2023-06"),
        ("2023年6月", "2023-06"),
        ("2023.6", "2023-06"),
        ("6月份", "2031-06"),
        ("2023年第二季度", "2023-Q2"),
        ("二季度", "2031-Q2"),
        ("2023", "2023"),
        (2023.0, "2023"),
        (date(2023, 6, 1), "2023-06"),
    ],
)
def test_periods_are_read_in_the_words_of_offices(value, period):
    assert taken(PERIOD, value) == period


def test_what_names_no_period_is_in_doubt():
    assert doubt(PERIOD, 2023.1) == ("“2023.1” is a number there and may have been 2023.10.", "2023-01")
    assert "names no period" in doubt(PERIOD, "上半年")[0]


@pytest.mark.parametrize(
    ("value", "phone"),
    [
        ("13800000001", "13800000001"),
        (13800000001.0, "13800000001"),
        ("138 0000 0001", "13800000001"),
        ("138-0000-0001", "13800000001"),
        ("１３８０００００００１", "13800000001"),
        ("+86 13800000001", "13800000001"),
        ("0580-1234567", "0580-1234567"),
        ("（0580）1234567", "0580-1234567"),
        ("1234567转801", "1234567转801"),
    ],
)
def test_telephone_numbers_lose_blanks_and_no_digit(value, phone):
    assert taken(PHONE, value) == phone


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        ("1.3888E+10", None),
        (13888000000.0, "13888000000"),
        (5801234567.0, "05801234567"),
        ("13800000001/13900000002", "13800000001"),
        ("13800000001、13900000002", "13800000001"),
        ("李四13800000001", "13800000001"),
        ("1380000000", "1380000000"),
        ("330921199001011234", None),
        ("见附件", None),
    ],
)
def test_telephone_numbers_that_lost_digits_or_are_several_are_in_doubt(value, likely):
    assert doubt(PHONE, value)[1] == likely


def test_codes_are_read_without_blanks_and_never_from_numbers():
    for value in (CODE, "9133 0921 MA2A 2QAB4N", "91330921-MA2A2QAB4N", CODE.lower()):
        assert taken(USCC, value) == CODE
    for value in (9.13501e17, 913501000000000000, "9.135E+17", CODE[:-1], "330921199001011234"):
        assert doubt(USCC, value)[1] is None
    assert doubt(USCC, CODE[:-1] + "X")[1] == CODE[:-1] + "X"


def test_choices_are_read_by_word_and_near_misses_offered():
    for value in ("企业", " 企 业", "enterprise"):
        assert taken(KIND, value) == "enterprise"
    assert doubt(KIND, "企业会员")[1] == "enterprise"
    assert doubt(KIND, "公司") == ("“公司” is none of the choices.", None)
    cell = read(KIND, "公司")
    assert cell.doubt is not None
    assert "企业、团体、个人" in str(cell.doubt.action)


@pytest.mark.parametrize("value", ["是", "√", "✓", "有", "1", 1.0, True, "Y"])
def test_yes_is_read(value):
    assert taken(ANSWER, value) is True


@pytest.mark.parametrize("value", ["否", "×", "无", "没有", 0.0, False])
def test_no_is_read(value):
    assert taken(ANSWER, value) is False


@pytest.mark.parametrize(
    ("value", "likely"), [("?", None), ("是的", True), ("是否", None), ("不是很清楚", None), (2.0, None)]
)
def test_what_is_neither_yes_nor_no_is_in_doubt(value, likely):
    assert doubt(ANSWER, value)[1] is likely


def test_texts_keep_their_words_and_lose_blanks_nobody_sees():
    assert taken(TEXT, " 走访\u200b企业\u3000\r\n两家 ") == "走访企业\n两家"
    assert taken(TEXT, 5.0) == "5"
    assert taken(TEXT, 0.1 + 0.2) == "0.3"
    assert taken(TEXT, "=1+1") == "=1+1"
    assert taken(PERSON, "李　四") == "李四"


def test_texts_that_are_too_long_are_in_doubt():
    message, likely = doubt(TEXT, "走访企业两家并帮助办理")
    assert message == "11 characters are more than 10."
    assert likely is None


def test_a_text_that_is_an_identity_card_number_is_not_read():
    assert "identity-card" in doubt(field(FieldType.TEXT), "330921199001011234")[0]


# -- nothing turns into another quantity ---------------------------------------------------------------------

DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """A number below 10,000 as it is spelled out."""
    if number == 0:
        return "零"
    text, is_gap = "", False
    for power, word in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if is_gap and text else "") + DIGITS[digit] + word
            is_gap = False
        else:
            is_gap = bool(text)
    return text.removeprefix("一") if 10 <= number < 20 else text


def wide(text: str) -> str:
    """The text in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def ways_of(number: Decimal, unit: str) -> list[object]:
    """The ways in which a number of a unit is written."""
    digits = plain(number)
    ways: list[object] = [float(number), digits, digits + unit, f"{digits} {unit}", f" {digits}{unit}　"]
    ways += [
        wide(digits) + unit,
        f"{number:,f}" + unit,
        f"共{digits}{unit}",
        f"约{digits}{unit}",
        f"{digits}余{unit}",
    ]
    if number == int(number) and number < 10_000:
        ways += [spelled(int(number)), spelled(int(number)) + unit]
    for power, word in ((4, "万"), (8, "亿"), (3, "千"), (2, "百")):
        ways.append(plain(shifted(number, -power)) + word + unit)
    return ways


def equal_or_doubtful(of: FormField, ways: Iterable[object], right: object, code: str = "") -> None:
    """Assert that each way is read as the right value or not at all."""
    for way in ways:
        cell = read(of, way, code)
        if cell.doubt is None:
            assert cell.value == right, way


@given(st.integers(0, 2**31 - 1))
@example(10)
@example(10_000)
def test_no_count_turns_into_another(number):
    of = field(FieldType.WHOLE, unit="人")
    ways = ways_of(Decimal(number), "人")
    equal_or_doubtful(of, ways, number)
    for way in ways[:4]:
        assert taken(of, way) == number


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "万吨", "家"]))
def test_no_number_turns_into_another(number, unit):
    of = field(FieldType.DECIMAL, unit=unit)
    equal_or_doubtful(of, ways_of(number, "")[:7], number)
    assert taken(of, float(number)) == number


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["元", "千元", "万元", "亿元", "万"]))
def test_no_amount_turns_into_another(yuan, unit):
    of = field(FieldType.AMOUNT, unit=unit)
    named = [
        plain(shifted(yuan, -power)) + word + tail
        for power, word in ((0, ""), (3, "千"), (4, "万"), (6, "百万"), (8, "亿"))
        for tail in ("元", "元整", "块")
    ]
    named += [f"人民币{each}" for each in named] + [wide(each) for each in named]
    named += [plain(shifted(yuan, -4)) + "万", plain(shifted(yuan, -8)) + "亿", f"{yuan:,f}元"]
    equal_or_doubtful(of, named, yuan)
    power = {"元": 0, "千元": 3, "万元": 4, "亿元": 8, "万": 4}[unit]
    bare = shifted(yuan, -power)
    assume(len(bare.as_tuple().digits) <= 15)
    equal_or_doubtful(of, [float(bare), plain(bare), wide(plain(bare)), f"{bare:,f}"], yuan)


@given(st.decimals(0, 100, places=3))
@example(Decimal("0.001"))
@example(Decimal(1))
@example(Decimal(100))
def test_no_share_turns_into_another(hundredths):
    share = shifted(hundredths, -2)
    digits = plain(hundredths)
    ways: list[object] = [f"{digits}%", f"{digits}％", f"{digits} %", wide(f"{digits}%"), f"百分之{digits}"]
    if hundredths == int(hundredths):
        ways.append(f"百分之{spelled(int(hundredths))}")
    equal_or_doubtful(SHARE, ways, share)
    assert taken(SHARE, ways[0]) == share
    equal_or_doubtful(SHARE, [float(share)], share, "0%")
    equal_or_doubtful(SHARE, [float(hundredths)], share, '0.0"%"')
    for bare in (float(share), plain(share)):  # 0.85 is no 0.85 %, and 0.5 may be either
        cell = read(SHARE, bare)
        assert cell.doubt is not None or cell.value == 0
    if hundredths > 2:
        equal_or_doubtful(SHARE, [float(hundredths), digits], share)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_no_day_turns_into_another(on):
    serial = (on - date(1899, 12, 30)).days
    ways: list[object] = [on, datetime.combine(on, time()), on.isoformat(), f"{on:%Y%m%d}"]
    ways += [f"{on.year}{sign}{on.month}{sign}{on.day}" for sign in "./-"]
    ways += [f"{on.year}年{on.month}月{on.day}日", f"{on.year}年{on.month:02d}月{on.day:02d}号"]
    ways += [wide(f"{on.year}.{on.month}.{on.day}"), float(f"{on:%Y%m%d}"), float(serial), str(serial)]
    ways += [
        f"{on.year}年{spelled(on.month)}月{spelled(on.day)}日",
        f"{on.year} 年 {on.month} 月 {on.day} 日",
    ]
    ways += [f"{on.year % 100}.{on.month}.{on.day}", f"{on.day}/{on.month}/{on.year}"]
    equal_or_doubtful(DAY, ways, on)
    for way in ways[:9]:
        assert taken(DAY, way) == on
    without_year: list[object] = [
        f"{on.month}月{on.day}日",
        f"{on.month}.{on.day}",
        float(f"{on.month}.{on.day}"),
    ]
    for way in without_year:
        cell = read(DAY, way)
        if cell.doubt is None:
            assert cell.value == date(YEAR, on.month, on.day)


@given(
    st.sampled_from(["0%", "0.00%", '0"万元"', '#,##0"家"', '0!.0,"万"', '0.0,,"百万"']),
    st.integers(0, 10**9),
)
def test_what_a_format_shows_is_the_quantity_that_is_read(code, number):
    found = number_format(code)
    assert found is not None
    right = {
        '0"万元"': shifted(Decimal(number), 4),
        '0!.0,"万"': Decimal(number),
        '0.0,,"百万"': Decimal(number),
    }.get(code)
    cell = read(YUAN, float(number), code)
    assert cell.shown == found.shown(float(number))
    assert cell.doubt is not None or cell.value == right


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=30),
    st.text(
        alphabet="0123456789.,-/+%％‰年月日号季度上下半第一二三四十百千万亿元家人次个约余至"
        "√×是否 \u3000\n#$￥E()（）",
        max_size=16,
    ),
    st.floats(),
    st.integers(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.decimals(allow_nan=False, allow_infinity=False),
)


@given(
    ANYTHING,
    st.sampled_from(EVERY),
    st.sampled_from(["", "0%", '0"万元"', "yyyy-mm-dd", '0"-"0"年"']),
    st.sampled_from([None, YEAR]),
)
def test_whatever_stands_in_a_cell_is_a_value_or_a_doubt_and_what_is_not_plain_is_said(value, of, code, year):
    cell = read_cell(of, value, number_format=code, year=year)
    assert cell.doubt is None or cell.value is None
    if cell.shown and cell.value is None and cell.doubt is None:
        assert cell.made is not None or of.type is FieldType.TEXT
    if isinstance(cell.value, Decimal):
        assert cell.value.is_finite()
        assert cell.value.as_tuple().exponent <= 0
    if cell.doubt is not None:
        assert str(cell.doubt.message)
        assert str(cell.doubt.action)


def test_a_year_typed_into_a_cell_that_shows_days_is_no_day_of_1905():
    assert doubt(DAY, date(1905, 7, 16))[1] is None  # 2024
    assert doubt(DAY, datetime.combine(date(1905, 7, 16), time(14, 24)))[1] == date(2024, 6, 1)  # 2024.6
    assert doubt(DAY, datetime.combine(date(1905, 7, 16), time(2, 52, 48)))[1] == date(2024, 12, 1)  # 2024.12
    assert doubt(LAST_DAY, datetime.combine(date(1905, 7, 16), time(14, 24)))[1] == date(2024, 6, 30)
    assert taken(DAY, date(1905, 10, 1)) == date(1905, 10, 1)
    assert taken(DAY, "1905-07-16") == date(1905, 7, 16)


def test_a_day_in_another_language_is_not_guessed_by_its_year():
    assert doubt(DAY, "Jun 3, 2024")[1] is None


def test_a_telephone_number_with_a_fraction_is_none():
    doubt(PHONE, 13800138000.5)


@pytest.mark.parametrize(
    "text",
    [
        "330902199001011234",
        "身份证330902199001011234",
        "张三，33090219900101123X。",
        "号码３３０９０２１９９００１０１１２３４",
    ],
)
def test_an_identity_card_number_is_kept_in_no_text(text):
    assert "identity-card" in doubt(field(FieldType.TEXT), text)[0]


@pytest.mark.parametrize(
    "text", ["代码91330921MA2A2QAB4N的企业", "单号2330902199001011234", "编号330902209901991234"]
)
def test_other_long_numbers_are_kept(text):
    assert taken(field(FieldType.TEXT), text) == text


def test_a_name_on_several_lines_is_one():
    assert (
        taken(field(FieldType.TEXT, lands="Member.name"), "鹭汀镇\n 渔业\r\n有限公司") == "鹭汀镇渔业有限公司"
    )


def test_a_number_with_its_own_unit_is_plainly_that_number():
    assert read(PEOPLE, "12人").made is None
    assert read(PEOPLE, "12 人").made is not None
    assert read(MONEY, "500万元").made is not None
