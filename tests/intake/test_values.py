from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.changes.model import Severity
from moushi.intake.labels import (
    Told,
    federation_in,
    labelled,
    remarks_in,
    split_names,
    told_by,
    units_of,
    year_in,
)
from moushi.intake.values import chinese_number, plain, read_date, read_milestones

# -- days ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "on"),
    [
        ("2023.3.15", date(2023, 3, 15)),
        ("2023/3/15", date(2023, 3, 15)),
        ("2023-03-15", date(2023, 3, 15)),
        ("2023-03-15 00:00:00", date(2023, 3, 15)),
        ("2023年3月15日", date(2023, 3, 15)),
        ("二〇二三年三月十五日", date(2023, 3, 15)),
        ("２０２３年３月１５日", date(2023, 3, 15)),
        ("20230315", date(2023, 3, 15)),
        ("3月15日", date(2031, 3, 15)),
        ("3.15", date(2031, 3, 15)),
        ("12月31日（前）", date(2031, 12, 31)),
        ("2023.3", date(2023, 3, 31)),
        ("2023年2月", date(2023, 2, 28)),
        ("202302", date(2023, 2, 28)),
        ("23年3月", date(2023, 3, 31)),
        ("3月底", date(2031, 3, 31)),
        ("3 月\n底", date(2031, 3, 31)),
        ("6月底前", date(2031, 6, 30)),
        ("力争10月底前完成", date(2031, 10, 31)),
        ("十二月", date(2031, 12, 31)),
        ("5月上旬", date(2031, 5, 10)),
        ("5月中旬", date(2031, 5, 20)),
        ("5月下旬", date(2031, 5, 31)),
        ("一季度", date(2031, 3, 31)),
        ("第三季度末", date(2031, 9, 30)),
        ("Q2", date(2031, 6, 30)),
        ("上半年", date(2031, 6, 30)),
        ("下半年", date(2031, 12, 31)),
        ("年底前", date(2031, 12, 31)),
        ("2023年底", date(2023, 12, 31)),
        ("2023年", date(2023, 12, 31)),
        ("2023", date(2023, 12, 31)),
        ("年内", date(2031, 12, 31)),
        ("3-6月", date(2031, 6, 30)),
        ("3月1日至15日", date(2031, 3, 15)),
        ("2023年3月—6月", date(2023, 6, 30)),
        ("2023.3-2023.6", date(2023, 6, 30)),
        ("2023-03-01至2023-06-30", date(2023, 6, 30)),
        ("6月、12月", date(2031, 12, 31)),
        ("45000", date(2023, 3, 15)),
        (45000, date(2023, 3, 15)),
        (45000.75, date(2023, 3, 15)),
        (2023.3, date(2023, 3, 31)),
        (2023.0, date(2023, 12, 31)),
        (date(2023, 3, 15), date(2023, 3, 15)),
        (datetime(2023, 3, 15, 8), date(2023, 3, 15)),  # noqa: DTZ001 - as a workbook gives it
    ],
)
def test_days_are_read_in_every_form_that_offices_write(value: object, on: date) -> None:
    assert read_date(value, 2031, "任务!H7") == (on, None)


@pytest.mark.parametrize(
    "text", ["全年", "常年", "持续推进", "长期坚持", "每季度", "全年推进", "常态化推进", "-", "——", "/"]
)
def test_what_goes_on_all_year_has_no_day_and_is_told(text: str) -> None:
    on, finding = read_date(text, 2031, "任务!H7")
    assert on is None
    assert finding
    assert (finding.severity, finding.where) == (Severity.HINT, "任务!H7")
    assert text in str(finding.message)


@pytest.mark.parametrize(
    "value",
    ["尽快", "13月", "2月30日", "2023.13", "6", 6, 0.5, True, "待商会换届后", "至至至"],
)
def test_what_cannot_be_read_is_told_and_kept(value: object) -> None:
    on, finding = read_date(value, 2031, "任务!H7")
    assert on is None
    assert finding
    assert finding.severity is Severity.WARNING
    assert plain(value) in str(finding.message)


def test_a_very_long_text_is_told_too() -> None:
    on, finding = read_date("至" * 40_000, 2031, "任务!H7")
    assert on is None
    assert finding


def test_a_day_without_a_year_says_so() -> None:
    on, finding = read_date("6月底前", None, "任务!H7")
    assert on is None
    assert finding
    assert "names no year" in str(finding.message)


@pytest.mark.parametrize(("value", "on"), [(2023.1, date(2023, 1, 31)), (3.2, date(2031, 3, 2))])
def test_a_number_that_lost_its_zero_is_read_and_doubted(value: float, on: date) -> None:
    found, finding = read_date(value, 2031, "任务!H7")
    assert found == on
    assert finding
    assert f"{value}0" in str(finding.message)


def test_nothing_is_no_day_and_nothing_to_say() -> None:
    assert read_date("", 2031, "") == (None, None)
    assert read_date(None, 2031, "") == (None, None)
    assert read_date(" \n", 2031, "") == (None, None)


days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(
    days,
    st.sampled_from(
        [
            "{y}.{m}.{d}",
            "{y}/{m}/{d}",
            "{y}-{m:02}-{d:02}",
            "{y}年{m}月{d}日",
            "{y}{m:02}{d:02}",
            "{y}年{m:02}月{d:02}号前",
        ]
    ),
)
def test_any_day_is_read_back(day: date, form: str) -> None:
    assert read_date(form.format(y=day.year, m=day.month, d=day.day), None, "") == (day, None)


@given(days)
def test_any_serial_number_is_its_day(day: date) -> None:
    assert read_date((day - date(1899, 12, 30)) / timedelta(days=1), None, "") == (day, None)


@given(days, st.sampled_from(["{y}年{m}月", "{y}年{m}月底前", "{y}.{m:02}", "{y}/{m}", "{y}{m:02}"]))
def test_a_month_ends_with_its_last_day(day: date, form: str) -> None:
    last = day.replace(day=monthrange(day.year, day.month)[1])
    assert read_date(form.format(y=day.year, m=day.month), None, "") == (last, None)


@given(
    st.text(st.sampled_from("0123456789.-/年月日底前至、季度上半Q 零一十全持续"), max_size=12)
    | st.text(max_size=8)
)
def test_any_text_is_a_day_or_is_told(text: str) -> None:
    on, finding = read_date(text, 2031, "x")
    assert on is not None or finding is not None or not any(map(str.isalnum, text))


# -- steps and numbers ---------------------------------------------------------------------------------------


def test_steps_keep_their_words_and_their_days() -> None:
    assert read_milestones("①3月底前定方案；②6月开会；③年底总结。", 2031) == (
        ("①3月底前定方案；", date(2031, 3, 31)),
        ("②6月开会；", date(2031, 6, 30)),
        ("③年底总结。", date(2031, 12, 31)),
    )
    assert read_milestones("3月：定方案；其后推进", 2031) == (
        ("3月：定方案；", date(2031, 3, 31)),
        ("其后推进", None),
    )
    assert read_milestones("1.一季度摸底\n2.二季度动工", 2031) == (
        ("1.一季度摸底", date(2031, 3, 31)),
        ("2.二季度动工", date(2031, 6, 30)),
    )
    assert read_milestones("", 2031) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十", 20),
        ("一百零三", 103),
        ("二〇二四", 2024),
        ("一万零二十", 10_020),
        ("两千", 2000),
        ("", None),
        ("甲", None),
    ],
)
def test_chinese_numerals_are_read(text: str, value: int | None) -> None:
    assert chinese_number(text) == value


# -- labels and names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("序 号", Told.NUMBER),
        ("工作\n任务", Told.TASK),
        ("完成时限（月）", Told.DUE),
        ("责任科室：", Told.UNIT),
        ("配合单位", Told.SUPPORT),
        ("目标值", None),
    ],
)
def test_columns_are_known_by_their_names(name: str, told: Told | None) -> None:
    assert told_by(name) is told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("办公室、会员部，宣教部；法律部", ("办公室", "会员部", "宣教部", "法律部")),
        ("办公室 会员部/宣教部", ("办公室", "会员部", "宣教部")),
        ("办 公 室", ("办公室",)),
        ("会员部（含商会、党建）、会员部（含商会、党建）", ("会员部（含商会、党建）",)),
        ("办公室\n会员部。", ("办公室", "会员部")),
        ("—", ()),
        ("", ()),
    ],
)
def test_names_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_the_leading_unit_comes_first_whatever_the_order() -> None:
    told = {Told.SUPPORT: "办公室", Told.UNIT: "宣教部", Told.LEAD_UNIT: "会员部"}
    assert units_of(told) == ("会员部", "宣教部", "办公室")
    assert units_of({Told.UNIT: "配合单位：办公室；牵头单位：会员部"}) == ("会员部", "办公室")


def test_labels_in_a_remark_are_told_apart() -> None:
    assert labelled("牵头单位：会员部；完成时限：6月底前。") == {
        Told.LEAD_UNIT: "会员部",
        Told.DUE: "6月底前",
    }
    assert remarks_in("办夜校（责任单位：会员部）。") == {Told.UNIT: "会员部"}
    assert remarks_in("责任单位是会员部。") == {}


def test_titles_tell_year_and_federation() -> None:
    assert year_in("云屿县工商联2031年工作要点") == 2031
    assert year_in("二〇三一年工作要点") == 2031
    assert year_in("工作要点") is None
    assert federation_in("关于印发《2031年云屿县工商业联合会工作要点》的通知") == "云屿县工商业联合会"
    assert federation_in("填报单位：云屿县工商联  2031年1月") == "云屿县工商联"
    assert federation_in("工作要点") == ""
