"""Two invented counties' progress through June 2031: six themes, thirty items, every state there is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factories as make
from moushi.compile.documents import ProgressDocument
from moushi.compile.progress import compile_progress
from moushi.domain.kinds import Direction, MeasureKind, StateOverride
from moushi.domain.period import parse_period
from moushi.domain.records import Plan, Record
from moushi.domain.snapshot import MemorySnapshot

JUNE = parse_period("2031-06")
MADE_ON = date(2031, 7, 2)

_LEADS = {
    "云屿县工商联": (
        ("思想引领", "以凝聚人心为先，把年轻一代企业家的劲往一处使，讲好海岛创业的新故事。"),
        ("服务企业", "以解决难题为要，让每一家会员企业有事找得到人、办得成事。"),
        ("商会建设", "以夯实基层为本，乡镇商会建起来、转起来、热闹起来。"),
    ),
    "苇洲区工商联": (
        ("共同富裕", "突出产业带村，助力海岛乡村家门口增收。"),
        ("法治护航", "着力防范风险，做优商事调解一站式服务。"),
        ("自身建设", "聚焦能力提升，锻造敢闯会干的工作队伍。"),
    ),
}
_TASKS = (
    (
        "主题宣讲",
        "组织青年企业家宣讲团走进车间、码头和渔港，全年开展宣讲不少于二十四场，听众不少于三千人次；",
    ),
    ("企业走访", "建立班子成员分片联系制度，对执委企业开展一轮走访，问题当场登记、限时答复、回头再看；"),
    ("资金互助", "做大会员互助资金池，全年为小微企业提供周转资金不少于二千五百万元，帮助企业度过淡季；"),
    ("品牌推广", "持续推广渔家手作区域品牌，常态化举办市集。"),
    ("年度会议", "筹备召开第二次全体执委会议，审议工作报告，增补一批新生代执委。"),
)
_PEOPLE = ("禾小满", "麦秋", "程一帆", "陆望潮", "季青禾")


def sample_records() -> list[Record]:
    """The records; their order hangs on ranks alone, so that new ids change nothing."""
    city = make.federation("群屿市工商联")
    article = make.article(
        kicker="开局即冲刺 起步就奔跑",
        headline="海岛商会上半年交出这样一张答卷",
        byline="□通讯员 季青禾 程一帆",
        lead="潮起海天阔，扬帆正当时。年初定下的一百多项任务，上半年过去，进展如何？\n"
        "群屿市两地工商联翻出年初的清单逐条盘点，完成的亮出来，滞后的找原因，没有动的说清楚，"
        "用一张表回答会员、回答社会，也回答自己：说过的事，一件一件都在做。",
    )
    found: list[Record] = [city, article]
    for number, (name, leads) in enumerate(_LEADS.items(), 1):
        county = make.federation(name, parent_id=city.id)
        plan = make.plan(
            county, heading=f"{name}：", slogan="向海图强再出发" if number == 1 else "把好事办到群众心坎上"
        )
        found += [county, plan, make.section(article, plan, rank=str(number))]
        for place, (label, lead) in enumerate(leads, 1):
            theme = make.theme(plan, lead, label=label, rank=str(place))
            found.append(theme)
            found += _items(theme, place + 3 * (number - 1))
    return found


def _items(theme: make.r.Theme, turn: int) -> list[Record]:
    found: list[Record] = []
    for place, (title, text) in enumerate(_TASKS, 1):
        fields: dict[str, object] = {
            "short_title": title,
            "leader": _PEOPLE[(turn + place) % 5],
            "responsible": _PEOPLE[turn % 5],
        }
        if (turn, place) == (2, 1):
            fields |= {"state_override": StateOverride.SUSPENDED, "override_reason": "主办场馆维修至九月"}
        if (turn, place) == (5, 4):
            fields |= {"state_override": StateOverride.CANCELLED, "override_reason": "并入全市统一活动"}
        item = make.item(theme, text, rank=str(place), **fields)
        found.append(item)
        for rank, unit in enumerate(("会员服务科", "各乡镇商会", "团区委")[: 1 + place % 3], 1):
            found.append(make.unit(item, unit, rank=str(rank)))
        found += (_talks, _visits, _money, _brand, _meeting)[place - 1](item, turn)
    return found


def _months(measure: make.r.Measure, values: str, **last: str) -> list[Record]:
    numbers = values.split()
    return [
        make.progress(
            measure,
            f"2031-{month:02d}",
            value=Decimal(value),
            **(last if month == len(numbers) else {}),
        )
        for month, value in enumerate(numbers, 1)
    ]


def _talks(item: make.r.PlanItem, turn: int) -> list[Record]:
    talks = make.measure(item, "宣讲场次", target=Decimal(24), unit="场", rank="1")
    people = make.measure(item, "听众人次", target=Decimal(3000), unit="人次", rank="2")
    parts = [
        make.sub_measure(talks, "走进车间", target=Decimal(10), rank="1"),
        make.sub_measure(talks, "走进渔港", rank="2"),
    ]
    values = ("2 2 2 2 2 2", "3 3 3 3 3 3", "1 1 1 1 1 1", "5 5 5 5 4 2", "3 3 3 3 3 3", "2 2 2")[turn - 1]
    told = _months(
        talks,
        values,
        narrative="上半年宣讲团走进码头六次、车间五次，听众反响热烈，编印口袋书一册。",
        problems="外岛航班受天气影响大，部分场次临时改期。" if turn % 2 else "",
        next_steps="下半年向休渔期船员延伸，形成固定课表。",
        evidence="签到表、照片",
    )
    return [talks, people, *parts, *told, *_months(people, "320 280 310 290 300 150" if turn < 4 else "100")]


def _visits(item: make.r.PlanItem, turn: int) -> list[Record]:
    visits = make.measure(
        item, "走访覆盖", kind=MeasureKind.RATIO, target=None, base=Decimal(46), unit="家", rank="1"
    )
    days = make.measure(
        item,
        "平均答复天数",
        target=Decimal(5),
        direction=Direction.AT_MOST,
        kind=MeasureKind.AVERAGE,
        unit="天",
        rank="2",
    )
    told = make.progress(
        item,
        "2031-06",
        narrative="班子成员分五路走访，收集用地、用工、融资方面问题三十一件，已办结二十六件，其余五件列入清单跟踪；"
        "对提出意见最多的水产加工行业召开专题座谈会，邀请六个部门现场答复，形成会议纪要并逐条反馈企业。",
    )
    return [
        visits,
        days,
        *_months(visits, "3 4 4 4 4 4" if turn % 2 else "7 8 9 8 7 7"),
        *_months(days, "6 5 4.5 4.5 4.5 4.5" if turn % 3 else "6 6 7 7 7 7"),
        told,
    ]


def _money(item: make.r.PlanItem, turn: int) -> list[Record]:
    money = make.measure(
        item,
        "周转资金",
        kind=MeasureKind.AMOUNT,
        target=Decimal(25_000_000) if turn != 4 else Decimal(250_000_000),
        unit="元",
        due_on=date(2031, 5, 31) if turn in (3, 6) else date(2031, 7, 20) if turn == 1 else None,
    )
    values = {
        1: "2000000 2000000 2000000 2000000 2000000 2500000",
        3: "4000000 4000000 4000000 4000000 4000000 5000000",
        4: "20000000 15000000 30000000 12500000 12500000 35000000",
        6: "1000000 1000000 1000000 1000000 1000000 1000000",
    }.get(turn, "1500000 1500000 1500000 1500000 1234567 1500000")
    return [money, *_months(money, values, narrative="新增合作银行两家。")]


def _brand(item: make.r.PlanItem, turn: int) -> list[Record]:
    brand = make.measure(item, "", kind=MeasureKind.CONTINUING, target=None, unit="")
    if turn % 3 == 0:
        return [brand]
    return [
        brand,
        make.progress(brand, "2031-06", narrative="六月举办渔家市集四次，=非公式，只是文字。"),
    ]


def _meeting(item: make.r.PlanItem, turn: int) -> list[Record]:
    steps = (
        ("印发方案", date(2031, 3, 20)),
        ("征求意见", date(2031, 6, 20)),
        ("召开会议", date(2031, 10, 31)),
    )
    done = {1: 1, 2: 2, 3: 3, 4: 2, 5: 0, 6: 2}[turn]
    if turn == 5:
        steps = (("印发方案", date(2031, 9, 20)), ("召开会议", date(2032, 1, 10)))
    return [
        make.milestone(
            item, text, due_on=due, done_on=due.replace(day=10) if n <= done else None, rank=str(n)
        )
        for n, (text, due) in enumerate(steps, 1)
    ]


def sample_document() -> ProgressDocument:
    """The records compiled in the article's order."""
    snapshot = MemorySnapshot(sample_records())
    (article,) = snapshot.where(make.r.Article)
    return compile_progress(snapshot, snapshot.where(Plan), JUNE, article, today=MADE_ON)
