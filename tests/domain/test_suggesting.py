"""What the words of a plan item suggest to be measured. All sentences are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.domain.kinds import ActivityKind, CountRule, Direction, MeasureKind, MeasureSource
from moushi.domain.suggesting import Suggestion, suggest

COUNTY = make.federation()
CHAMBERS = [make.chamber(COUNTY, name) for name in ("鹭汀镇商会", "沙角乡商会", "渔具行业协会")]
BY_ID = {chamber.id: chamber.name for chamber in CHAMBERS}


def told(each: Suggestion) -> str:
    """A suggestion on one line: name, target and unit, what it is counted by, parts in brackets."""
    target = "" if each.target is None else f"{each.target:f}"
    bound = "≤" if each.direction is Direction.AT_MOST else ""
    by = [each.source.value] if each.source is not MeasureSource.HAND else []
    by += [each.rule.value] if each.rule else []
    by += [each.activity_kind.value] if each.activity_kind else []
    by += [each.level] if each.level else []
    by += [BY_ID[chamber] for chamber in each.chambers]
    parts = [part.name + (f"{part.target:f}" if part.target is not None else "") for part in each.parts]
    words = [each.name, each.kind.value, bound + target + each.unit, *by]
    return " ".join(filter(None, words)) + (f"（{'、'.join(parts)}）" if parts else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Chinese numerals and digits
        ("再推出一家“共富工坊”，教渔嫂织网；", ["共富工坊 count 1家 ledger activities workshop（带动就业）"]),
        ("举办两场渔具展。", ["渔具展 count 2场"]),
        ("走访企业不少于12次；", ["走访企业 count 12次 ledger activities visit"]),
        ("组织培训十二场次；", ["培训 count 12场次 ledger activities training（参加人数）"]),
        ("改造一百零三家门店；", ["门店 count 103家"]),
        ("走访企业1,200家次。", ["走访企业 count 1200家次 ledger activities visit"]),
        ("新发展会员５０家；", ["新发展会员 count 50家 register members_joined"]),
        ("每季度开展一次政策体检；", ["政策体检 count 4次"]),
        ("每月举办一场沙龙；", ["沙龙 count 12场"]),
        # amounts
        ("筹集善款500万元；", ["筹集善款 amount 5000000万元 ledger amount donation"]),
        ("引导企业投资力争1.2亿元；", ["引导企业投资 amount 120000000亿元"]),
        ("签约项目3个，总额十亿元；", ["签约项目 count 3个", "总额 amount 1000000000亿元"]),
        (
            "互助资金会全年放贷30笔、1500万元；",
            [
                "互助资金会全年放贷 count 30笔 ledger activities loan",
                "互助资金会全年放贷 amount 15000000万元 ledger amount loan",
            ],
        ),
        # ceilings
        ("公务接待费不超过20万元；", ["公务接待费 amount ≤200000万元"]),
        ("全年会议控制在5次以内；", ["会议 count ≤5次"]),
        # shares
        ("会员满意率达到95%以上；", ["会员满意率 ratio 0.95"]),
        ("问题办结率百分之百；", ["问题办结率 ratio 1"]),
        # covered whole
        ("推进乡镇商会建设全覆盖；", ["乡镇商会覆盖 ratio 个 register townships_covered"]),
        ("落实执委企业走访全覆盖；", ["执委企业走访 ratio 家 ledger committee_visited visit"]),
        ("实现商会党组织全覆盖；", ["商会党组织覆盖 ratio 家 register party_branches"]),
        ("走访会员全覆盖；", ["走访会员 ratio 1"]),
        # 换届
        (
            "协助鹭汀镇、沙角乡商会完成换届；",
            ["商会换届 ratio 家 register chambers_renewed 鹭汀镇商会 沙角乡商会"],
        ),
        ("指导渔具行业协会换届；", ["商会换届 milestone 家 register chambers_renewed 渔具行业协会"]),
        ("完成年内到期商会换届工作；", ["商会换届 ratio 家 register chambers_renewed"]),
        ("完成工商联换届；", ["工商联换届 milestone"]),
        ("修订换届制度；", []),
        # recognitions
        ("创建省级“四好商会”2家；", ["四好商会 count 2家 register chambers_rated 省级"]),
        ("创建“四好商会”5家，其中省级1家；", ["四好商会 count 5家 register chambers_rated（省级1）"]),
        ("创建四好商会省级1家、市级2家；", ["四好商会 count 3家 register chambers_rated（省级1、市级2）"]),
        (
            "推进“清廉民企”创建，新培育县级示范单位3家；",
            ["清廉民企示范单位 count 3家 register members_rated 县级"],
        ),
        # programmes
        (
            "开好6场“亲清直通车·政企恳谈会”，全年办结企业诉求60件；",
            ["亲清直通车·政企恳谈会 count 6场 ledger activities dialogue（归集问题、闭环销号60）"],
        ),
        (
            "常态化开展亲清直通车，归集问题、闭环销号；",
            ["政企恳谈会 count 场 ledger activities dialogue（归集问题、闭环销号）"],
        ),
        ("深化“青蓝接力”，新结对导师8对；", ["新结对导师 count 8对 register pairs"]),
        ("深化青蓝接力行动；", ["导师结对 count 对 register pairs（导师、人才库）"]),
        ("抓好传帮带，聘请导师6名；", ["聘请导师 count 6名 register mentors"]),
        ("全年化解涉企纠纷20起；", ["化解涉企纠纷 count 20起 ledger settled mediation（受理）"]),
        ("受理调解案件30件；", ["受理调解案件 count 30件 ledger cases mediation（调解成功）"]),
        (
            "开设岛上党课，全年开讲12场、听课300人次以上；",
            ["宣讲 count 12场 ledger activities talk（参加人数300）"],
        ),
        (
            "举办新生代培训班6期，培训500人次；",
            ["举办新生代培训班 count 6期 ledger activities training（参加人数500）"],
        ),
        ("推进“百企结百村”，新增结对企业10家；", ["新增结对企业 count 10家 ledger enterprises pairing"]),
        ("副会长轮值常态化；", ["轮值月数 count 个月 ledger months rotation"]),
        # one-time
        ("完成八届三次执委会议；", ["八届三次执委会议 milestone"]),
        ("召开八届三次执委（扩大）会议；", ["八届三次执委（扩大）会议 milestone"]),
        ("10月底前成立沙角乡商会；", ["成立沙角乡商会 milestone"]),
        ("出台商会财务管理办法；", ["出台商会财务管理办法 milestone"]),
        # continuing
        ("持续推进数字工商联建设；", ["数字工商联建设 continuing"]),
        ("常态化走访会员企业；", ["走访会员企业 continuing"]),
        # nothing
        ("走访三四家企业，服务数十家；", []),
        ("带动30余家企业、近百名青年，办活动十多场；", []),
        ("联系3至5家企业，二三十户商户；", []),
        ("学习贯彻党的二十大和二十届三中全会精神；", []),
        ("2031年3月15日前报送第三批名单；", []),
        ("深化“1+6+N”体系，做到六力六为；", []),
        ("促进“两个健康”，坚定四个自信；", []),
        ("一家一家地访，一岛一岛地靠；", []),
        ("16家执委企业一企一册，7个工作日内答复；", []),
        ("在两岛各办一件实事；", []),
        ("去年已建成12家工坊；", []),
        ("打造一批、培育一批；", []),
        ("推进一体化发展，力争小事不出岛；", []),
        ("", []),
    ],
)
def test_what_a_sentence_suggests(text, expected):
    assert [told(each) for each in suggest(text, CHAMBERS)] == expected


def test_a_suggestion_carries_the_words_it_came_from():
    text = "深化服务，走访企业不少于12次，办好两场渔具展。"
    assert [text[slice(*each.span)] for each in suggest(text)] == ["走访企业不少于12次", "两场渔具展"]


def test_the_same_is_suggested_once():
    assert len(suggest("举办两场渔具展；再举办三场渔具展。")) == 1


def test_a_changed_number_is_the_same_suggestion_by_its_key():
    (two,), (three,) = suggest("举办两场渔具展。"), suggest("举办三场渔具展。")
    assert two.key == three.key


_FRAGMENTS = [
    *(
        "走访",
        "企业",
        "一家",
        "两场",
        "12次",
        "不少于",
        "不超过",
        "500万元",
        "全覆盖",
        "换届",
        "商会",
        "四好",
    ),
    *(
        "省级",
        "，",
        "。",
        "；",
        "、",
        "“",
        "”",
        "（",
        "）",
        "每月",
        "每",
        "各",
        "近",
        "余",
        "八届三次执委会议",
    ),
    *("亲清直通车", "培训", "第三", "二十大", "%", "０", ".", ",", "+", "\n", "\0", "鹭汀镇", "完成", "持续"),
    *("导师", "对", "人次", "百分之", "其中", "青蓝接力", "开展", "共富工坊", "就业", "县级", "3家"),
]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("发动各乡镇商会报送信息60条；", MeasureSource.RETURNS),
        ("引导基层商会认购海产品200万元；", MeasureSource.RETURNS),
        ("组织各商会更新网具90套；", MeasureSource.RETURNS),
        # likely what each is to do, or plainly so
        ("各商会报送信息2条；", MeasureSource.HAND),
        ("各乡镇商会均报送信息12条；", MeasureSource.HAND),
        ("支持各商会每年开展活动12场；", MeasureSource.HAND),
        # chambers themselves, or the office's own
        ("新建各类行业商会5家；", MeasureSource.HAND),
        ("向各商会拨付经费60万元；", MeasureSource.HAND),
        ("报送信息60条；", MeasureSource.HAND),
    ],
)
def test_what_all_chambers_together_come_to_is_asked_of_their_returns(text, source):
    (found,) = suggest(text, CHAMBERS)
    assert found.source is source
    assert found.rule is None
    (bare,) = suggest(text)
    assert bare.source is MeasureSource.HAND
    assert bare.key == found.key


@given(st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=2), max_size=12).map("".join))
def test_any_text_can_be_asked_and_spans_lie_within_it(text):
    found = suggest(text, CHAMBERS)
    for each in found:
        begin, end = each.span
        assert 0 <= begin < end <= len(text)
        assert each.name.strip()
        assert each.target is None or each.target.is_finite()
    assert [each.span for each in found] == sorted(each.span for each in found)
    assert len({each.key for each in found}) == len(found)


@given(st.integers(1, 9999), st.booleans())
def test_every_whole_number_is_read_in_digits_and_in_chinese(number, in_digits):
    written = str(number) if in_digits else chinese(number)
    (found,) = suggest(f"举办{written}场渔具展。")
    assert (found.name, found.target, found.unit) == ("渔具展", Decimal(number), "场")


@given(st.decimals("0.01", "9999", places=2), st.sampled_from(("元", "万元", "亿元")))
def test_amounts_are_yuan(number, unit):
    (found,) = suggest(f"引导投资{number}{unit}。")
    assert found.kind is MeasureKind.AMOUNT
    assert found.target == number * {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]


@given(st.integers(1, 8), st.sampled_from("家场次名件"))
def test_two_digits_side_by_side_are_rough_and_suggest_nothing(first, unit):
    digits = "一二三四五六七八九"
    assert suggest(f"联系{digits[first - 1 : first + 1]}{unit}商户。") == ()


def chinese(number: int) -> str:
    """A number below 10,000 as it is said: 一百零三, 十二, 两千."""
    digits, units = "零一二三四五六七八九", ("千", "百", "十", "")
    said = ""
    for digit, unit in zip(f"{number:04d}", units, strict=True):
        said += (digits[int(digit)] + unit) if digit != "0" else "零"
    while "零零" in said:
        said = said.replace("零零", "零")
    said = said.strip("零")
    return said[1:] if said.startswith("一十") else said


def test_ledger_and_register_are_told_apart():
    (visit,) = suggest("走访企业30家。")
    (pairs,) = suggest("青蓝接力结对8对。")
    assert (visit.source, visit.activity_kind) == (MeasureSource.LEDGER, ActivityKind.VISIT)
    assert (pairs.source, pairs.rule) == (MeasureSource.REGISTER, CountRule.PAIRS)
