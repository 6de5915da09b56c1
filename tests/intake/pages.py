"""Newspaper pages of invented counties, as a text layer would give them: set, hard-wrapped, indent lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from moushi.typeset.lines import compose, least_width_of

UNITS = ["澄屿县工商联", "望潮区工商联", "南礁县工商业联合会", "归帆区总商会", "定澜县工商联（总商会）", "石浦湾区工商联"]
POSTS = ["党组书记", "主席", "党组书记、主席", "党组成员、副主席", "会长", "专职副主席"]
NAMES = ["苗可舟", "舒远", "乔望帆", "潘屿生", "阮听涛", "褚海若"]
VERBS = ["表示，", "说，", "介绍，", "介绍说，", "指出，", "强调，"]
BYLINES = ["□记者 申澜 通讯员 荀一帆", "■本报记者 申澜 通讯员 荀一帆", "本报讯（记者 申澜 通讯员 荀一帆）", ""]
_LEADS = [
    "以党建为统领，把商会组织建到每一座岛上",
    "突出渔港经济特色，助力海上粮仓提质",
    "着力优化服务，做强企业信心",
    "聚焦堵点难点，让办事少跑一座岛",
    "围绕渔旅融合，打造潮间带上的新业态",
    "持续擦亮“潮声议事厅”品牌，拉近政企距离",
    "抓班子带队伍，练就一支能打硬仗的商会秘书长队伍",
]
_CLAUSES = [
    "组织渔业企业到兄弟岛县考察冷链物流",
    "走访执委企业不少于120家",
    "开展法律体检与账款清收服务",
    "建好“蓝海共富工坊”5个",
    "推动银企对接常态化",
    "举办新生代企业家训练营3期",
    "完善“政企早茶会”问题闭环机制",
    "引导会员企业参与海岛助学",
    "支持有条件的商会兴办渔网具检测站",
    "健全商会调解员队伍",
    "把2024年度满意度测评结果用起来",
    "帮助小微主体用好助企政策",
    "推广“1+6+N”服务网格",
    "让数据多跑路、企业少跑腿",
]


@dataclass(frozen=True)
class Theme:
    lead: str
    items: list[str]

    @property
    def text(self) -> str:
        return self.lead + "".join(self.items)


@dataclass(frozen=True)
class Section:
    unit: str
    slogan: str
    opening: str
    speeches: list[tuple[str, str, str]]  # text, post, name
    themes: list[Theme]

    @property
    def paragraphs(self) -> list[str]:
        first = [self.opening] if self.opening else []
        return [*first, *(text for text, _, _ in self.speeches), *(theme.text for theme in self.themes)]


@dataclass(frozen=True)
class Page:
    kicker: str
    headline: str
    byline: str
    lead: list[str]
    sections: list[Section]
    measure: float
    lead_measure: float
    headings_after: bool = True
    title_at: int = 0  # before which section the title block stands
    blank_lines: bool = True
    noise: list[str] = field(default_factory=list)

    def text(self) -> str:
        parts: list[list[str]] = []
        for number, section in enumerate(self.sections):
            if number == self.title_at:
                parts.append(self._title())
            heading = [f"{section.unit}：", section.slogan]
            body = [line for text in section.paragraphs for line in wrapped(text, self.measure)]
            parts.append([*body, *heading] if self.headings_after else [*heading, *body])
        if self.title_at >= len(self.sections):
            parts.append(self._title())
        lines = [line for part in parts for line in part]
        for number, noise in enumerate(self.noise):
            lines.insert((number * 7919) % (len(lines) + 1), noise)
        return ("\n\n" if self.blank_lines else "\n").join(lines) + "\n"

    def _title(self) -> list[str]:
        title = [line for line in (self.kicker, self.headline, self.byline) if line]
        return [*title, *(line for text in self.lead for line in wrapped(text, self.lead_measure))]


def wrapped(text: str, measure: float) -> list[str]:
    return [line.text.strip() for line in compose(text, measure)]


def make_theme(random: Random) -> Theme:
    clauses = random.sample(_CLAUSES, random.randint(4, 8))
    items = []
    while clauses:
        size = random.randint(1, 3)
        items.append("，".join(clauses[:size]))
        del clauses[:size]
    marks = [random.choice("；。") for _ in items]
    marks[-1] = "。"
    return Theme(random.choice(_LEADS) + "。", [item + mark for item, mark in zip(items, marks, strict=True)])


def make_section(random: Random, unit: str, speakers: int) -> Section:
    opening = f"{unit[:2]}地处东海之滨，渔船多、航线长、民企活，是一个靠海吃海的地方。" if random.random() < 0.4 else ""
    speeches = []
    for name in random.sample(NAMES, speakers):
        post = random.choice(POSTS)
        rest = "，".join(random.sample(_CLAUSES, 3))
        text = f"{unit}{post}{name}{random.choice(VERBS)}新的一年{unit[:2]}将{rest}。"
        speeches.append((text, post, name))
    themes = [make_theme(random) for _ in range(random.randint(2, 4))]
    slogan = random.choice(["向着更宽的海面再出发", "把“海上商会”办到渔民心坎里", "做民企贴心的守塔人"])
    return Section(unit, slogan, opening, speeches, themes)


def make_page(seed: int, *, measure: float, sections: int = 1, **choices: object) -> Page:
    random = Random(seed)
    units = random.sample(UNITS, sections)
    lead = ["潮起东方，帆正当时。"] if random.random() < 0.5 else []
    lead.append(
        "新年伊始，全市各地工商联把学习贯彻会议精神同谋划一年工作结合起来，访企业、问需求、定清单，"
        f"一张张任务书、一幅幅路线图已经铺开，为{random.choice(['海岛', '全市'])}民营经济稳中求进积蓄力量。"
    )
    defaults: dict[str, object] = {
        "kicker": random.choice(["扬帆起航 只争朝夕", ""]),
        "headline": random.choice(["各县区工商联晒出2024年任务书（上）", "听，海岛商会的新年打算（下）", "一年之计看商会"]),
        "byline": random.choice(BYLINES[:3]),
        "lead": lead,
        "sections": [make_section(random, unit, random.choice([1, 1, 2])) for unit in units],
        "measure": measure,
        "lead_measure": random.choice([measure * 2 + 1, 77.14, measure * 3 + 2]),
        "headings_after": random.random() < 0.5,
        "title_at": random.randint(0, sections),
        "blank_lines": random.random() < 0.5,
    }
    return Page(**(defaults | choices))  # type: ignore[arg-type]  # the choices are Page's own fields


def fill_last_line(theme: Theme, measure: float) -> Theme:
    """The theme with its last sentence lengthened until its paragraph ends on a full line."""
    for pad in range(60):
        text = "海阔天高任我行稳致远" * 7
        last = theme.items[-1][:-1] + ("，" + text[:pad] if pad else "") + "。"
        longer = Theme(theme.lead, [*theme.items[:-1], last])
        line = compose(longer.text, measure)[-1].text
        if least_width_of(line) + 0.5 > measure - 0.25:
            return longer
    return theme
