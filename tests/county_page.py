"""One fixed newspaper page of an invented county, for tests that are not about reading pages."""

from __future__ import annotations

from moushi.typeset.lines import compose

KICKER = "扬帆起航 只争朝夕"
BYLINE = "□记者 申澜 通讯员 荀一帆"
LEAD = (
    "新年伊始，全市各地工商联访企业、问需求、定清单，一张张任务书、一幅幅路线图已经铺开，"
    "为海岛民营经济稳中求进积蓄力量，也为商会组织把脚步迈得更稳、把服务做得更细理出了头绪。"
)
HEADING, SLOGAN = "澄屿县工商联：", "把“海上商会”办到渔民心坎里"
SPEECH = "澄屿县工商联主席乔望帆表示，新的一年澄屿将守住渔业底盘、做大渔旅融合，让企业在岛上留得住、走得远。"
ITEMS = [
    "走访执委企业不少于120家，问题件件有回音；",
    "建好“蓝海共富工坊”5个，带动渔嫂在家门口就业。",
    "推动银企对接常态化，全年组织“政企早茶会”12场；",
    "健全商会调解员队伍，把矛盾化解在码头。",
]
THEMES = [
    "聚焦堵点难点，让办事少跑一座岛。" + ITEMS[0] + ITEMS[1],
    "着力优化服务，做强企业信心。" + ITEMS[2] + ITEMS[3],
]


def page_text(
    headline: str = "海岛商会这样谋划新一年（上）", *, measure: float = 21.75, lead: float = 77.14
) -> str:
    """The page as a text layer: hard-wrapped lines, no indents, blank lines between all."""
    lines = [KICKER, headline, BYLINE, *wrapped(LEAD, lead)]
    for paragraph in (SPEECH, *THEMES):
        lines += wrapped(paragraph, measure)
    return "\n\n".join([*lines, HEADING, SLOGAN]) + "\n"


def wrapped(text: str, measure: float) -> list[str]:
    """The text's lines as a newspaper breaks them."""
    return [line.text for line in compose(text, measure)]
