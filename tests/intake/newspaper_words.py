"""Words for invented pages: places, people, clauses and sentences of no real newspaper."""

from __future__ import annotations

from random import Random


def _words(text: str) -> list[str]:
    return text.split()


COUNTIES = _words("""
澄屿县 望潮区 南礁县 归帆市 定澜县 石浦湾区 青螺县 云汀区 白鹭洲新区 三汊河县 长堤县 枕溪市 麦港区
雁回县 松坞县 海棠岭区
""")
ORGANS = _words("""
工商联 工商联 工商业联合会 总商会 工商联（总商会）
""")
CHAMBERS = _words("""
澄屿县水产行业商会 望潮高新区商会 定澜县青年企业家商会 青螺船舶修造业商会 云汀经济开发区商会
""")
NAMES = _words("""
苗可舟 舒远 乔望帆 欧阳听澜 阮听涛 褚海若 司徒澈 上官屿 诸葛望潮 潘屿生 简宁 慕容远汀 闻人舟 纪晓汀
卞屿安 冷千帆 毛屿川 郝望山
""")
POSTS = _words("""
党组书记 主席 党组书记、主席 党组成员、副主席 专职副主席 党组书记、常务副主席 副主席、秘书长
主要负责人 党组副书记、副主席 兼职副主席
""")
CHAMBER_POSTS = _words("""
会长 秘书长 党支部书记、会长 执行会长 名誉会长
""")
VERBS = _words("""
表示， 表示， 说， 介绍， 介绍说， 指出， 强调， 谈到， 坦言， 认为， 说道， 透露， 告诉记者，
在接受采访时表示， 深有感触地说， 表示： 介绍道： 提出， 直言， 信心满满地表示，
在谈到新年打算时说， 向记者介绍，
""")
QUOTED = _words("""
蓝海共富工坊 潮声议事厅 政企早茶会 亲清码头·局长面对面 海燕归巢工程 1+6+N 百商助百岛 银企同舟
渔家灯火计划 小微护航 新声代训练营 5G+海岛 链上商会 法治扬帆行动 商会夜校
""")
_DOERS = _words("""
会员企业 执委企业 新生代企业家 各基层商会 在外乡贤 小微企业主 渔农产业链主 机关干部
""")
_THINGS = _words("""
冷链物流 法律体检 账款清收 银企对接 船舶修造技改 渔旅融合 人才驿站 商会调解 数字化改造 技能比武
海岛助学 清廉建设 安全生产 政策宣讲 直播带货 村企结对 融资担保 跨境电商
""")
_PLACES = _words("""
沿海各镇 兄弟县区 长三角 产业园区 偏远小岛 粤港澳大湾区 西部结对地区 田间地头
""")
_CLAUSES = _words("""
组织{doer}到{place}考察{thing} 走访{doer}不少于{n}家 开展{thing}服务 建好“{quoted}”{few}个
推动{thing}常态化 举办“{quoted}”{few}期 完善{thing}闭环机制 引导{doer}参与{thing}
支持{doer}投身{thing} 健全{thing}工作队伍 把{year}年度{thing}测评结果用起来
帮助{doer}用好{thing}扶持政策 推广“{quoted}”做法 让{doer}少跑腿、数据多跑路
在{place}设立{thing}联系点 联合市场监管、税务、人社等部门为{doer}送上{thing}大礼包
邀请专家学者讲授{thing} 力争全年新增{doer}{n}家 办好{few}件民生实事（含{thing}、{thing}）
推进{thing}与{thing}深度融合 擦亮{thing}这块招牌 持续深化{thing} {thing}覆盖率达到{percent}%以上
落实“{quoted}”三年行动 用好App、AI等数字工具 建立{doer}诉求直办清单 压实{thing}责任
抓好{thing}试点 为{doer}搭建{thing}平台 收集{place}反映的意见建议 编发{thing}简报
""")
_BRACKETS = _words("""
（一季度摸底；二季度推开） （含线上、线下；每月一次）
""")
_INNER = _words("""
叫响“想干；敢干；能干”的商会精神 践行“有事好商量！”的服务理念
回答好“企业要什么？我们做什么？”的时代之问
""")
_LEADS = _words("""
以{thing}为抓手，{clause} 突出{thing}，助力{thing} 着力{thing}，做优{thing}
聚焦{thing}堵点，{clause} 围绕{thing}，{clause} 持续擦亮“{quoted}”品牌，拉近政企距离
抓{thing}、强{thing}、促{thing} 在{thing}上下功夫 让{thing}成为{place}最亮的名片
坚持党建引领，{clause} 当好{doer}的“娘家人”，做到有呼必应、无事不扰 “三个聚焦”激活{thing}新动能
提振信心，用心用情服务{doer}高质量发展 突出问题导向 既要跑得快，也要跑得稳
坚持以{thing}带{thing}、以{thing}促{thing}，不断提升{doer}的凝聚力、影响力和执行力
""")
_OPENINGS = _words("""
{county}地处东海之滨，渔船多、航线长、民企活，是一个靠海吃海的地方。
新年的钟声刚刚敲过，{county}的渔港码头已是一派繁忙景象。在{thing}现场，工人们正抓紧赶制订单。
过去一年，{county}新增民营经济主体{n}户，{doer}贡献了全县{percent}%的税收。
一面锦旗、一封来信、一份清单，记录着{county}与{doer}的双向奔赴。
""")
_LEAD_SENTENCES = _words("""
潮起东方，帆正当时。 一元复始，万象更新。 新年伊始，万象更新，各地民营企业开足马力赶订单、忙生产。
全市各地工商联把学习贯彻会议精神同谋划一年工作结合起来，访企业、问需求、定清单，一张张任务书、一幅幅路线图已经铺开。
新的一年怎么干？记者近日走进各县、区工商联，听他们谈打算、说举措、话未来。
大家一致表示，要把心思用在谋事上、把精力用在干事上，为全市民营经济稳中求进、以进促稳积蓄力量。
民营经济是{year}年全市经济工作的重头戏，也是各级工商联的必答题。
从今天起，本报推出系列报道，敬请关注。
""")
_SLOGANS = """\
向着更宽的海面再出发
把“海上商会”办到渔民心坎里
做民企贴心的守塔人
奋力打造民营经济高质量发展样板地！
凝心聚力\u3000扬帆远航
“四个一”跑出服务加速度
当好“店小二” 服务零距离
为民营企业撑起一片晴空
勇立潮头敢为先 同心共富向未来
让企业有感，让企业家有为
“小商会”推动“大发展”
谱写“两个健康”新篇章
以商会之为助企业之进
争当海岛共富排头兵！
建设AI时代的智慧商会
""".splitlines()
_KICKERS = """\
扬帆起航 只争朝夕
开局就是决战\u3000起步就是冲刺
各县区工商联的新年报告
新春走基层
实干争先 谱写新篇
""".splitlines()
_HEADLINES = """\
各县区工商联晒出{year}年任务书
听，海岛商会的新年打算
一年之计看商会
民营经济，再启新程
县、区工商联绘就新蓝图
开新局 谋新篇 全市工商联系统吹响冲锋号
“主心骨”挺起来，“娘家人”动起来
{year}，工商联这样干
""".splitlines()
_SUBTITLES = _words("""
——全市各县区工商联主席访谈 ——各地商会负责人话新年 各县区工商联主要负责人畅谈新年思路
""")
WRITERS = _words("""
申澜 荀一帆 竺可汀 裘屿 欧阳帆
""")
_BYLINES = """\
□记者 {a} 通讯员 {b}
■本报记者 {a} 通讯员 {b}
本报讯（记者 {a} 通讯员 {b}）
□ 全媒体记者 {a} {c}  通讯员 {b}
记者 {a} 通讯员 {b}
本报记者 {a}/文
（记者 {a} 通讯员 {b}）
◎记者 {a}\u3000通讯员 {b} {c}
本报记者{a} 通讯员{b}
▲见习记者 {a}
□{a} {b}
记者 {a} 通讯员 {b} 文/摄
通讯员 {b} 本报记者 {a}
●本报融媒体记者 {a}、{c} 通讯员 {b}
""".splitlines()
_CREDITS = """\
（供稿：{county}工商联）
（供稿：{a} {b}）
供稿：各县、区工商联
""".splitlines()
DATELINES = """\
本报讯（记者 {a} 通讯员 {b}）
本报讯 记者{a} 通讯员{b}报道\u3000
""".splitlines()
FURNITURE = """\
▶上接第1版
下转第3版
责任编辑：苗一 版式：舒二
A02
（下转第4版）
2023年1月12日 星期四
02 要闻
海岛日报
▶▶▶下转A3版
紧接第二版
本版编辑：申三\u3000校对：荀四
www.haidaoribao.example
第2版
要闻·02
2023年1月12日\u3000星期四\u3000编辑：苗一\u3000版式：舒二
新闻热线：0000-1234567
""".splitlines()


class Words:
    """Random text of one page."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def fill(self, template: str, **fixed: str) -> str:
        """The template with each of its places filled anew."""
        years = ["2023", "2024", "2025"]
        places = {"doer": _DOERS, "thing": _THINGS, "place": _PLACES, "quoted": QUOTED, "year": years}
        text = template
        while "{" in text:
            head, _, rest = text.partition("{")
            name, _, tail = rest.partition("}")
            if name in fixed:
                value = fixed[name]
            elif name == "clause":
                value = self.clause()
            elif name in {"n", "few", "percent"}:
                value = str(self.random.randint(*{"n": (20, 990), "few": (2, 9), "percent": (50, 99)}[name]))
            else:
                value = self.random.choice(places[name])
            text = head + value + tail
        return text

    def clause(self) -> str:
        """A clause without marks at its end."""
        if self.random.random() < 0.04:
            return self.random.choice(_INNER)
        text = self.fill(self.random.choice(_CLAUSES))
        return text + self.random.choice(_BRACKETS) if self.random.random() < 0.03 else text

    def sentence(self, end: str = "。", clauses: tuple[int, int] = (1, 4)) -> str:
        """A plan item's sentence."""
        return "，".join(self.clause() for _ in range(self.random.randint(*clauses))) + end

    def lead_sentence(self) -> str:
        """The first sentence of a theme."""
        return self.fill(self.random.choice(_LEADS)) + "。"

    def opening(self, county: str) -> str:
        """A paragraph on the county."""
        return self.fill(self.random.choice(_OPENINGS), county=county)

    def lead_paragraph(self) -> str:
        """A paragraph of an article's lead."""
        chosen = self.random.sample(_LEAD_SENTENCES, self.random.randint(1, 3))
        return "".join(self.fill(sentence) for sentence in chosen)

    def slogan(self) -> str:
        """The second line of a section's heading."""
        return self.random.choice(_SLOGANS)

    def kicker(self) -> str:
        """The line above the headline."""
        return self.random.choice(_KICKERS)

    def headline(self, part: str) -> str:
        """The headline, with the part of its series."""
        return self.fill(self.random.choice(_HEADLINES)) + part

    def subtitle(self) -> str:
        """A second line of the headline."""
        return self.random.choice(_SUBTITLES)

    def _signed(self, forms: list[str], **fixed: str) -> str:
        a, b, c = self.random.sample(WRITERS, 3)
        return self.fill(self.random.choice(forms), a=a, b=b, c=c, **fixed)

    def byline(self) -> str:
        """Who wrote it, on a line of its own."""
        return self._signed(_BYLINES)

    def dateline(self) -> str:
        """Who wrote it, as the first words of the lead."""
        return self._signed(DATELINES)

    def credit(self) -> str:
        """Who supplied it, below the text."""
        return self._signed(_CREDITS, county=self.random.choice(COUNTIES))
