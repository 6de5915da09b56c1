"""A store as large as one can get: 100,000 members in office, 20 chambers, 1,000 items in 12 plans.

Everything is drawn from one seed. The store is made once and kept under build/bench by the hash of this file
and the schema; its rows go straight into the tables, since a history of 100,000 edits would take minutes.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import insert

import factories as make
from moushi.domain import records as r
from moushi.domain import sounds
from moushi.domain.kinds import ChamberKind, MemberKind, Role
from moushi.domain.rank import spread
from moushi.domain.record import Record, fields_of
from moushi.store import open_store, pinyin, searching
from moushi.store.schema import SCHEMA_HEAD, TABLES

CACHE = Path(__file__).parents[2] / "build" / "bench"
YEAR = 2031
MEMBERS, LEFT = 100_000, 4_000
PAGE = 3_000
"""Characters of the first federation's plan of the year, and of the year's article."""

_ITEMS = (83, 42, 42, 93, 93, 93, 93, 93, 92, 92, 92, 92)  # of each plan, the year's first
_THEMES = 5
_FEDERATIONS = ("云屿县工商联", "苇洲区工商联", "白礁区工商联")
_PLACES = (
    *("云屿", "舟浦", "海岬", "远帆", "长涂", "金礁", "蓝汐", "东极", "晨汐", "海锚"),
    *("星屿", "鹭岛", "潮生", "渔歌", "和兴", "顺风", "永安", "德润", "启航", "恒泰"),
)
_TRADES = (
    *("渔具", "船舶修造", "水产", "远洋渔业", "民宿", "旅游开发", "海产品贸易"),
    *("冷链物流", "建材", "机电", "网络科技", "餐饮管理", "石化配件"),
)
_FORMS = ("有限公司", "有限责任公司", "股份有限公司", "经营部", "合作社", "加工厂")
_SURNAMES, _GIVEN = "禾林钟柳江白陆舒苏方", "小满一舟海平听潮知行远山安澜望舒"
_MEANS = (
    *("联合银行、税务和法院", "请老会员带新会员", "把课堂搬到码头和车间"),
    *("用好“1+6+N”数字平台", "邀请高校专家登岛"),
)
_DEEDS = (
    *("走访执委企业", "开办读书班", "编印季刊", "组织法律体检", "对接用工"),
    *("推介海岛民宿", "调解纠纷", "办好渔具展", "结对乡村", "建共富工坊"),
)
_WAYS = (
    *("由班子成员分片负责", "每季一次、轮流做东", "全年不少于12场"),
    *("覆盖全部乡镇商会", "当月登记、次月回访", "让会员企业看得见变化"),
)


def large_store() -> Path:
    """The store's file, made when there is none by this source; copy it before anything is changed."""
    files = (__file__, make.__file__, searching.__file__, pinyin.__file__, sounds.__file__)
    sources = (*(Path(file).read_bytes() for file in files), SCHEMA_HEAD.encode())
    path = CACHE / f"county-{hashlib.sha256(b''.join(sources)).hexdigest()[:12]}.sqlite"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        for older in CACHE.glob("county-*"):
            older.unlink(missing_ok=True)
        with TemporaryDirectory(dir=CACHE) as folder:
            made = Path(folder) / path.name
            _make(made)
            made.replace(path)
    return path


def copied(folder: Path) -> Path:
    """A copy of the store to work on."""
    return Path(shutil.copyfile(large_store(), folder / "county.sqlite"))


def _make(path: Path) -> None:
    store = open_store(path)
    rng = random.Random(7)
    try:
        with store.database.write() as connection:
            for records in _records(rng):
                rows = [{s.name: getattr(each, s.name) for s in fields_of(type(each))} for each in records]
                connection.execute(insert(TABLES[type(records[0])]), rows)
        store.rebuild_derived()
    finally:
        store.close()


def _records(rng: random.Random) -> Iterator[Sequence[Record]]:
    """The records, kind by kind."""
    federations = [make.federation(name) for name in _FEDERATIONS]
    yield federations
    towns = [make.township(of, f"{rng.choice(_PLACES)}{n}镇") for of in federations for n in range(1, 8)]
    yield towns
    chambers = [
        make.chamber(
            federations[n % 3],
            f"{_PLACES[n]}商会",
            id=_id(rng),
            kind=ChamberKind.TOWNSHIP if n < 14 else ChamberKind.TRADE,
            township_id=towns[n].id if n < 14 else None,
            secretary="钟一舟",
        )
        for n in range(20)
    ]
    yield chambers
    members = [_member(rng, federations, towns, n) for n in range(MEMBERS + LEFT)]
    yield members
    yield [make.membership(m, rng.choice(chambers), id=_id(rng)) for m in members if rng.random() < 0.9]
    roles = list(Role)
    yield [
        make.post(m, rng.choice(chambers), id=_id(rng), role=rng.choice(roles), term_number=3)
        for m in members
        if rng.random() < 0.02
    ]
    yield from _plans(rng, federations)


def _member(rng: random.Random, federations: list[r.Federation], towns: list[r.Township], n: int) -> r.Member:
    town = rng.choice(towns)
    name = rng.choice(_PLACES) + rng.choice("金银海天瑞丰盛昌隆") + rng.choice("达通宏祥和源泰利")
    return r.Member(
        id=_id(rng),
        federation_id=town.federation_id,
        name=name + rng.choice(_TRADES) + rng.choice(_FORMS),
        kind=rng.choice([MemberKind.ENTERPRISE] * 8 + [MemberKind.GROUP, MemberKind.INDIVIDUAL]),
        uscc=f"91330921MA{n:08d}",
        legal_representative=_person(rng),
        contact=_person(rng),
        phone=f"139{rng.randrange(10**8):08d}",
        industry=rng.choice(_TRADES),
        township_id=town.id,
        staff=rng.randint(1, 900) if rng.random() < 0.8 else None,
        registered_capital=Decimal(rng.randint(1, 400) * 50_000) if rng.random() < 0.7 else None,
        joined_on=date(2000, 1, 1) + timedelta(days=rng.randrange(9_600)),
        left_on=date(2030, 3, 1) if n >= MEMBERS else None,
        new_generation=rng.random() < 0.1,
    )


def _plans(rng: random.Random, federations: list[r.Federation]) -> Iterator[Sequence[Record]]:
    """Twelve plans, and an article that prints the two shorter ones of the year."""
    plans: list[Record] = []
    themes: list[Record] = []
    items: list[Record] = []
    parts: list[Record] = []
    for number, count in enumerate(_ITEMS):
        plan = make.plan(federations[number % 3], YEAR - number // 3, slogan="向海图强再出发")
        plans.append(plan)
        left = count
        for place, rank in enumerate(spread(_THEMES), 1):
            theme = make.theme(plan, f"{place}是把服务送到码头船头。", id=_id(rng), rank=rank)
            themes.append(theme)
            share = left // (_THEMES + 1 - place)
            left -= share
            for key in spread(share):
                item = make.item(theme, _sentence(rng), id=_id(rng), rank=key, responsible=_person(rng))
                items.append(item)
                parts.append(make.unit(item, rng.choice(_PLACES) + "商会", id=_id(rng)))
    yield from (plans, themes, items, parts)
    yield [
        make.measure(item, "场次", id=_id(rng), target=Decimal(12)) for item in items if rng.random() < 0.5
    ]
    article = make.article(YEAR, id=_id(rng), kicker="迎潮而上", lead="潮平两岸阔，风正一帆悬。")
    yield [article]
    yield [make.section(article, plans[n], id=_id(rng), rank=str(n)) for n in (1, 2)]


def _sentence(rng: random.Random) -> str:
    """About 36 characters with what lines break at: marks, quotes, digits."""
    return (
        f"{rng.choice(_MEANS)}，{rng.choice(_DEEDS)}{rng.randint(2, 30)}次，{rng.choice(_WAYS)}，年底前完成；"
    )


def _person(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN) + rng.choice(_GIVEN)


def _id(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
