"""An article of two invented counties, long enough to fill a page, for every way of setting it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from moushi.compile.documents import (
    ArticleDocument,
    Paragraph,
    ParagraphRole,
    Ref,
    Run,
    RunRole,
    Section,
)
from moushi.domain.kinds import ArticleKind
from moushi.output.word.article import article_docx
from moushi.typeset.layout import Layout, parse_layout

LAYOUTS = Path(__file__).parents[3] / "resources" / "layouts"
PRESETS = ("manuscript", "zhoushan-a4", "zhoushan", "gongwen")
NOW = datetime(2031, 1, 20, 8, 30, tzinfo=UTC)
EXPORTED = UUID(int=0xE0)

LEAD = (
    "潮平两岸阔，风正一帆悬。",
    (
        "新春伊始，各海岛县工商联把年度计划摆上桌面，一项一项排时间、定人头、算进度，围绕服务企业、建强商会、"
        "凝聚人心三件大事，把去年企业座谈会上提出的一百二十余条意见逐条梳理，凡能在岛上办的当月就办，凡要市里"
        "协调的列表上报，力求让会员企业在年中就能看见变化。"
    ),
)
SPEECH = (
    "云屿县工商联主席禾小满表示，今年的工作要像补渔网一样，一个网眼一个网眼地补，"
    "把“亲清直通车·政企恳谈会”“青蓝接力”等老品牌做出新味道，让企业家愿意来、坐得住、说真话。"
)
CLOUD = (
    (
        "以“两个健康”为主题，把思想引导做到船头码头。",
        "全年组织“企业家讲给企业家听”宣讲8场，其中不少于3场放在离岛乡镇；",
        "办好新生代企业家读书班2期，每期不少于40人；",
        "继续编印《商海潮声》季刊，刊发会员企业自己写的稿件30篇以上。",
    ),
    (
        "突出商会建设，助力基层组织强起来。",
        "完成鹭汀镇、白礁乡两家商会换届，新建海工装备行业商会1家；",
        "推进乡镇商会“四好商会”创建，年内新增县级以上“四好商会”2家；",
        "建立商会秘书长例会制度，每季度一次，轮流做东，相互出题；",
        "推动商会调解室全覆盖，全年受理涉企纠纷30件以上，调解成功率达到85%。",
    ),
    (
        "着力纾困解难，做优营商环境。",
        "执委企业走访全覆盖，归集问题当月交办、次月回访；",
        "联合银行推出“渔船贷”“民宿贷”等产品，授信总额达到2.4亿元；",
        "开展法律服务进商会活动12场，为小微企业免费“体检”合同200份；",
        "用好1+6+N数字工商联体系，把惠企政策送到企业手机上，兑现率不低于95%……",
    ),
)
REEF = (
    (
        "一、把服务送到生产一线，当好企业的“娘家人”。",
        "建立班子成员联系重点项目制度，每人联系企业5家，每月至少到现场1次；",
        "组建由律师、会计师、船舶检验师组成的服务小分队，随叫随到；",
        "举办用工对接会4场，帮助水产加工企业招工600人以上。",
    ),
    (
        "二、把心思用在共同富裕上，让小岛有活干、有钱赚。",
        "深化“百企结百村”行动，新增结对15对，落地项目10个，带动村集体增收500万元；",
        "新建“共富工坊”3家，吸纳岛上妇女、老人就业150人；",
        "发动会员企业参与“小岛你好”行动，修缮老屋、码头、水井各一批；",
        "设立助学金，资助海岛学子50人——哪个孩子也不能因为学费掉队。",
    ),
    (
        "",
        "三、把队伍带出好样子。召开第六届执委会第三次会议，通报执委履职情况；",
        "完善副主席轮值制度，全年轮值12个月、不断档；",
        "加强清廉民企建设，新增市级示范单位2家，组织“清风上船”活动6次。",
    ),
)


def layout_of(name: str) -> Layout:
    return parse_layout((LAYOUTS / f"{name}.toml").read_text("utf-8"), name)


def page(copies: int = 1) -> ArticleDocument:
    """The two counties' article; with more copies of each theme it grows."""
    article = UUID(int=0xA0)
    return ArticleDocument(
        year=2031,
        kind=ArticleKind.PLAN,
        article_id=article,
        kicker=Run("迎潮而上 聚力前行", ref=Ref("Article", article, "kicker")),
        headline=Run("海岛工商联排出新年“施工图”（上）", ref=Ref("Article", article, "headline")),
        byline=Run("□记者 田一苇 通讯员 苏晚舟", ref=Ref("Article", article, "byline")),
        lead=tuple(
            Paragraph(ParagraphRole.LEAD, (Run(text, ref=Ref("Article", article, "lead", number)),))
            for number, text in enumerate(LEAD)
        ),
        sections=(
            section(0x100, "云屿县工商联：", "织密服务网 托起“海上云屿”", CLOUD * copies, SPEECH),
            section(0x200, "白礁区工商联：", "为建设活力白礁贡献商会力量", REEF * copies),
        ),
    )


def section(
    number: int, heading: str, slogan: str, themes: tuple[tuple[str, ...], ...], speech: str = ""
) -> Section:
    plan = UUID(int=number << 32)
    paragraphs = []
    if speech:
        run = Run(speech, ref=Ref("Passage", UUID(int=plan.int + 1), "text"))
        paragraphs.append(Paragraph(ParagraphRole.SPEECH, (run,)))
    for place, (lead, *items) in enumerate(themes, 1):
        theme = plan.int + (place << 16)
        runs = [Run(lead, RunRole.THEME_LEAD, Ref("Theme", UUID(int=theme), "lead"))] if lead else []
        runs += [
            Run(text, RunRole.ITEM, Ref("PlanItem", UUID(int=theme + key), "text"))
            for key, text in enumerate(items, 1)
        ]
        paragraphs.append(Paragraph(ParagraphRole.THEME, tuple(runs)))
    return Section(
        federation=heading.rstrip("："),
        plan_id=plan,
        heading=Run(heading, ref=Ref("Plan", plan, "heading")),
        slogan=Run(slogan, ref=Ref("Plan", plan, "slogan")),
        paragraphs=tuple(paragraphs),
    )


def plain(text: str) -> ArticleDocument:
    """An article of one body paragraph and nothing else."""
    run = Run(text, RunRole.ITEM, Ref("PlanItem", UUID(int=7), "text"))
    only = Section("云屿县工商联", UUID(int=9), None, None, (Paragraph(ParagraphRole.THEME, (run,)),))
    return replace(page(), kicker=None, headline=None, byline=None, lead=(), sections=(only,))


def docx_of(
    document: ArticleDocument, preset: str = "manuscript", contact: str = "", note: str = ""
) -> bytes:
    return article_docx(
        document, layout_of(preset), exported_id=EXPORTED, now=NOW, contact=contact, note=note
    )
