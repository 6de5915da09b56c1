"""What the office's plans speak of, and by which rule each is counted; and how a quantity is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from moushi.domain.kinds import ActivityKind, CountRule, MeasureSource
from moushi.domain.quantities import Quantity

LEVEL = re.compile(r"国家级|全国|省级|市级|县级|区级")
"""Of a recognition."""

_ONCE = "场次|期次|班次|场|期|次|班|堂"
_FIRMS = "家次|户次|家|户"
_PEOPLE = "人次|人|名|位"
_CASES = "件|起|例|宗|个|条|项"
_SOLVED = re.compile(r"办结|解决|闭环|销号|化解|调处|调结|办理|答复|回应|结案|成功")
_NAME = 14
_NO_NOUN = re.compile(
    r"^(?:以上|以内|以下|之内|[在以来并和及与进入就开向到为让使把用上下、“”]|推动|推进|实现|带动|帮助|服务|参加|参与|提升|扩大|促进|$)"
)
_LEADING = re.compile(
    r"^(?:\d{1,2}月底?前|\d{4}年|今年|全年|年内|年底前|上半年|下半年|每年|要|将|再|继续|积极|计划|力争|争取|确保|进一步"
    r"|着力|大力|扎实|切实|组织|全县|全市|全区|全省|其中|并|同时|共|累计|总计|不少于)+"
)
_TRAILING = re.compile(r"(?:共|累计|总计|要|达|至|到|在|为|各|(?<![签合预节])约|不|有|数量)+$")


@dataclass(frozen=True, slots=True)
class Counted:
    """One count of a topic: its rule, what it is called (None: as the text does), what is told beside it."""

    rule: CountRule
    name: str | None = None
    parts: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Quantities of these units, in clauses with these words, are that count."""

    units: re.Pattern[str]
    counted: Counted
    words: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of: `own` words name it, `near` ones are of it where it was named before."""

    own: re.Pattern[str]
    source: MeasureSource
    ways: Sequence[Way]
    activity: ActivityKind | None = None
    near: re.Pattern[str] | None = None
    main: Counted | None = None
    unit: str = ""
    has_level: bool = False
    told: re.Pattern[str] | None = None

    def counted(self, quantity: Quantity, clause: str) -> Counted | None:
        """What a quantity of this topic counts; None where it counts something else."""
        for way in self.ways:
            if way.units.fullmatch(quantity.unit) and (way.words is None or way.words.search(clause)):
                return way.counted
        return None

    @property
    def counts(self) -> frozenset[tuple[ActivityKind | None, CountRule | None]]:
        """All that is counted of it."""
        return frozenset((self.activity, way.counted.rule) for way in self.ways)

    def is_told(self, clause: str) -> bool:
        """Whether the clause speaks of doing it, not only of what it is about."""
        return self.told is None or bool(self.told.search(clause))


@dataclass(frozen=True, slots=True)
class Whole:
    """A 全覆盖 or its rate that is counted by itself."""

    words: re.Pattern[str]
    rate: re.Pattern[str]
    name: str
    unit: str
    source: MeasureSource
    rule: CountRule
    activity: ActivityKind | None = None


def _way(units: str, counted: Counted, words: str | None = None) -> Way:
    return Way(re.compile(units), counted, re.compile(words) if words else None)


def _re(words: str) -> re.Pattern[str]:
    return re.compile(words)


_MONEY = "[千百十]?[万亿]?元"
_COLLECTED, _CLOSED = Counted(CountRule.COLLECTED, "归集问题"), Counted(CountRule.CLOSED, "闭环销号")
_SETTLED = Counted(CountRule.SETTLED, "调解成功")
_TAKING_PART = Counted(CountRule.PEOPLE, "参加人数")
_JOBS = Counted(CountRule.JOBS, "带动就业")
_SESSIONS = Counted(CountRule.ACTIVITIES, None, (_COLLECTED, _CLOSED))
_COURSES = Counted(CountRule.ACTIVITIES, None, (_TAKING_PART,))
_WORKSHOPS = Counted(CountRule.ACTIVITIES, "共富工坊", (_JOBS,))
_PAIRS = Counted(
    CountRule.PAIRS, "导师结对", (Counted(CountRule.MENTORS, "导师"), Counted(CountRule.TALENTS, "人才库"))
)
_DOING = (
    r"开展|举办|推进|深化|办好|开好|抓好|做好|用好|组织|实施|落实|擦亮|打造|开设|常态|继续|深入|推动|健全"
    r"|发挥|建好|做实"
)
_LEARNING = r"参训|培训|听课|受训|参加|学员|覆盖|受众|惠及|人次"

TOPICS: Sequence[Topic] = (
    Topic(
        own=_re(r"亲清直通车|恳谈|政企(?:对话|沟通|面对面|圆桌)"),
        near=_re(r"问题|诉求|建议|困难|意见|难题"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.DIALOGUE,
        ways=(
            _way(_ONCE, _SESSIONS),
            _way(_CASES, Counted(CountRule.CLOSED, None, (_COLLECTED,)), _SOLVED.pattern),
            _way(_CASES, Counted(CountRule.COLLECTED, None, (_CLOSED,)), r"问题|诉求|建议|困难|意见|难题"),
            _way(_FIRMS, Counted(CountRule.ENTERPRISES)),
        ),
        main=Counted(CountRule.ACTIVITIES, "政企恳谈会", (_COLLECTED, _CLOSED)),
        unit="场",
        told=_re(_DOING),
    ),
    Topic(
        own=_re(r"调解|纠纷|维权"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.MEDIATION,
        ways=(
            _way(
                _CASES, Counted(CountRule.SETTLED, None, (Counted(CountRule.CASES, "受理"),)), _SOLVED.pattern
            ),
            _way(_CASES, Counted(CountRule.CASES, None, (_SETTLED,))),
            _way(_MONEY, Counted(CountRule.AMOUNT)),
        ),
        main=Counted(CountRule.CASES, "商会调解", (_SETTLED,)),
        unit="件",
        told=_re(r"(?:" + _DOING + r").*(?:调解|维权)|(?:调解|化解|维权).*纠纷|(?:商会|人民)调解"),
    ),
    Topic(
        own=_re(r"企业家讲给企业家听|宣讲|讲座|讲堂|党课|开讲"),
        near=_re(_LEARNING),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.TALK,
        ways=(_way(_ONCE, _COURSES), _way(_PEOPLE, Counted(CountRule.PEOPLE), _LEARNING)),
        main=Counted(CountRule.ACTIVITIES, "宣讲", (_TAKING_PART,)),
        unit="场",
        told=_re(r"(?:" + _DOING + r").*(?:宣讲|讲堂|讲座|党课|讲给)"),
    ),
    Topic(
        own=_re(r"培训|研修|研学|轮训"),
        near=_re(_LEARNING),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.TRAINING,
        ways=(_way(_ONCE, _COURSES), _way(_PEOPLE, Counted(CountRule.PEOPLE))),
        main=Counted(CountRule.ACTIVITIES, "培训", (_TAKING_PART,)),
        unit="期",
        told=_re(r"(?:" + _DOING + r").*(?:培训|研修|研学|轮训)"),
    ),
    Topic(
        own=_re(r"青蓝接力|传帮带|导师|师徒"),
        near=_re(r"导师|结对|人才|后备|学员"),
        source=MeasureSource.REGISTER,
        ways=(
            _way("对", Counted(CountRule.PAIRS, None)),
            _way(_PEOPLE, Counted(CountRule.MENTORS), r"导师|师傅"),
            _way(_PEOPLE, Counted(CountRule.TALENTS), r"人才|后备|新生代|年轻一代"),
        ),
        main=_PAIRS,
        unit="对",
        told=_re(r"青蓝接力|传帮带"),
    ),
    Topic(
        own=_re(r"共富工坊|工坊"),
        near=_re(r"就业|岗位|增收"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.WORKSHOP,
        ways=(
            _way(_PEOPLE, Counted(CountRule.JOBS, "带动就业"), r"就业|带动|岗位|吸纳|增收"),
            _way("个", Counted(CountRule.JOBS, "带动就业"), r"岗位"),
            _way("家|个|处|座", _WORKSHOPS),
        ),
    ),
    Topic(
        own=_re(r"百企结百村|村企|企村|联村|结对[^，。；]{0,6}村|村[^，。；]{0,4}结对"),
        near=_re(r"结对|帮扶|村"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.PAIRING,
        ways=(
            _way("个", Counted(CountRule.VILLAGES), r"个[^，。；]{0,4}村"),
            _way(_FIRMS, Counted(CountRule.ENTERPRISES), r"企业|商会|会员"),
            _way(_MONEY, Counted(CountRule.AMOUNT)),
        ),
    ),
    Topic(
        own=_re(r"捐赠|捐款|捐资|捐助|善款|慈善"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.DONATION,
        ways=(
            _way(_MONEY, Counted(CountRule.AMOUNT)),
            _way(_FIRMS, Counted(CountRule.ENTERPRISES)),
        ),
        main=Counted(CountRule.AMOUNT, "慈善捐赠"),
        unit="元",
        told=_re(r"捐赠|捐款|善款"),
    ),
    Topic(
        own=_re(r"互助资金|互助金|互助会|转贷|应急资金"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.LOAN,
        ways=(
            _way(_MONEY, Counted(CountRule.AMOUNT)),
            _way("笔", Counted(CountRule.ACTIVITIES)),
            _way(_FIRMS, Counted(CountRule.ENTERPRISES)),
        ),
    ),
    Topic(
        own=_re(r"走访|访企|大走访"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.VISIT,
        ways=(
            _way("家次|户次|次|场次|人次", Counted(CountRule.ACTIVITIES)),
            _way("家|户", Counted(CountRule.ENTERPRISES)),
        ),
    ),
    Topic(
        own=_re(r"轮值"),
        source=MeasureSource.LEDGER,
        activity=ActivityKind.ROTATION,
        ways=(_way(_ONCE, Counted(CountRule.ACTIVITIES)),),
        main=Counted(CountRule.MONTHS, "轮值月数"),
        unit="个月",
        told=_re(r"轮值"),
    ),
    Topic(
        own=_re(r"四好”?’?商会|四好"),
        near=LEVEL,
        source=MeasureSource.REGISTER,
        ways=(_way("家|个", Counted(CountRule.CHAMBERS_RATED, "四好商会")),),
        main=Counted(CountRule.CHAMBERS_RATED, "四好商会"),
        unit="家",
        has_level=True,
        told=_re(r"创建|建设|评|认定|争创|培育"),
    ),
    Topic(
        own=_re(r"清廉民企|清廉示范|清廉建设"),
        near=LEVEL,
        source=MeasureSource.REGISTER,
        ways=(_way("家|个", Counted(CountRule.MEMBERS_RATED, "清廉民企示范单位")),),
        main=Counted(CountRule.MEMBERS_RATED, "清廉民企示范单位"),
        unit="家",
        has_level=True,
        told=_re(r"创建|培育|建设|认定"),
    ),
    Topic(
        own=_re(r"(?:发展|新增|新入会|吸收|吸纳)[^，。；]{0,6}会员"),
        source=MeasureSource.REGISTER,
        ways=(_way("家|名|个|户|人", Counted(CountRule.MEMBERS_JOINED, "新发展会员")),),
    ),
)
"""In the order in which they are tried."""

WHOLE: Sequence[Whole] = (
    Whole(
        _re(r"(?:党组织|党支部|党建)"),
        _re(r"党(?:组织|支部|建).*率"),
        "商会党组织覆盖",
        "家",
        MeasureSource.REGISTER,
        CountRule.PARTY_BRANCHES,
    ),
    Whole(
        _re(r"走访(?!.*会员)|(?:执委|常委|副会长|副主席).*走访"),
        _re(r"走访.*率"),
        "执委企业走访",
        "家",
        MeasureSource.LEDGER,
        CountRule.COMMITTEE_VISITED,
        ActivityKind.VISIT,
    ),
    Whole(
        _re(r"(?:乡镇|街道|基层|镇街|镇乡)[^，。；]*商会|商会(?:建设|组建|组织|创建)"),
        _re(r"商会.*覆盖率"),
        "乡镇商会覆盖",
        "个",
        MeasureSource.REGISTER,
        CountRule.TOWNSHIPS_COVERED,
    ),
)
"""What is covered whole, and counted by itself."""


def named(quantity: Quantity) -> tuple[str, int, int]:
    """What a quantity is of, and where its words begin and end: 两场渔具展, 走访企业不少于12次."""
    rest = quantity.rest.removeprefix("的").strip(" ")
    noun = rest.strip('“”‘’"《》')
    if not _NO_NOUN.match(noun) and not quantity.is_share:
        used = noun[:_NAME]
        end = quantity.end + quantity.rest.find(used) + len(used)
        return used.rstrip('“”‘’"《》'), quantity.begin, end
    lead = _TRAILING.sub("", quantity.lead.strip(' “”‘’"'))
    bare = _LEADING.sub("", lead).strip(' “”‘’"')
    if len(bare) < 2 or (noun and len(bare) < 3):
        bare = (bare + noun) or lead.strip()
    name = bare[-_NAME:] if len(bare) > _NAME else bare
    begin = quantity.clause + max(quantity.lead.find(name), 0)
    return name, min(begin, quantity.begin), quantity.end
