"""The Chinese words of progress sheets: the document's, not the screen's, so always Chinese."""

from __future__ import annotations

from moushi.compile.documents import PROGRESS_COLUMNS, PROGRESS_SHEETS
from moushi.domain.kinds import Colour, MeasureSource, State
from moushi.domain.period import parse_period

TABLE, SUMMARY, FLAT = PROGRESS_SHEETS

STATES = {
    State.NOT_STARTED: "未启动",
    State.UNREPORTED: "未报",
    State.ON_SCHEDULE: "达序推进",
    State.AHEAD: "超序时",
    State.BEHIND: "滞后",
    State.DONE: "已完成",
    State.OVERDUE: "逾期",
    State.SUSPENDED: "暂缓",
    State.CANCELLED: "取消",
}
COLOURS = {
    Colour.GREEN: "绿",
    Colour.BLUE: "蓝",
    Colour.YELLOW: "黄",
    Colour.RED: "红",
    Colour.NONE: "",
}
COUNTED_FROM = {MeasureSource.LEDGER: "数自台账", MeasureSource.REGISTER: "数自名录"}
DUE_SOON, MADE_UP = "临期", "后补"  # what a colour adds to a state, told in words too

NUMBER, FEDERATION, THEME, CATEGORY = "序号", "工商联", "板块", "类别"
TASK, STEPS_TAKEN, MEASURE = "工作任务", "具体举措", "指标"
TARGET, UNIT = "目标值", "单位"
LEADER, LEAD_UNIT, RESPONSIBLE, LEAD = "牵头领导", "责任科室", "责任人", "责任科室/责任人"
COOPERATING, DUE, MILESTONES = "配合单位", "完成时限", "节点安排"
VALUE, CUMULATIVE, RATE, GAP, LIGHT = "本期", "累计完成", "完成率", "序时差", "亮灯"
NARRATIVE, STATE = PROGRESS_COLUMNS
PROBLEMS, NEXT_STEPS, EVIDENCE = "存在问题", "下步打算", "佐证材料"

WHOLE, TOTAL, GRAND_TOTAL = "小计", "合计", "总计"
SUMMARY_TITLE, CHART_TITLE = "各单位工作进展汇总", "各状态项数"
COUNTED = "有指标的条目，一个指标计一项；没有指标的，一条计一项。"
FOOTER = "第 &P 页 共 &N 页"
CREATOR = "谋实"
YUAN = "元"


def headline(year: int) -> str:
    """The title of a sheet whose article has none."""
    return f"{year}年工作任务进展情况表"


def period_name(period: str) -> str:
    """A period in words: a month, a quarter or a year."""
    held = parse_period(period)
    match held.last - held.first:
        case 0:
            return f"{held.year}年{held.last}月"
        case 2:
            return f"{held.year}年第{'一二三四'[held.last // 3 - 1]}季度"
        case _:
            return f"{held.year}年"


def parts(names: tuple[str, ...]) -> str:
    """The parts of a measure, 其中."""
    return f"其中：{'、'.join(names)}" if names else ""


def reason(state: State, why: str) -> str:
    """Why a state was set by hand."""
    return f"{STATES[state]}原因：{why}" if why else ""
