"""A clerk's working day at the window, killed in mid-sentence and begun again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from intake.docx_files import docx as word_file
from intake.docx_files import paragraph
from moushi.desk.desk import open_for_work
from moushi.desk.keeping import examine
from moushi.domain.records import Measure, PlanItem, Progress, Theme, Township

CLERK = Path(__file__).with_name("clerk.py")
PLAN = (
    "岱山县工商联2031年工作要点",
    "2031年，岱山县工商联工作的总体要求是：听民营企业说话，替民营企业办事。",
    "一、强化思想引领",
    "（一）办好渔港夜校。全年办两期，每期不少于四十人。（责任单位：会员部、办公室；完成时限：6月底前）",
    "（二）讲好船老大的故事。请十位船老大上台讲课。",
    "二、建强基层商会",
    "（一）完成鹭汀镇商会换届。",
    "（二）指导白礁乡商会做好筹备工作。",
    "三、抓实自身建设",
    "（一）规范运行。每季度召开一次商会秘书长例会。",
)


@pytest.fixture
def start(tmp_path):
    """Begins a part of the day in a process of its own."""

    def begun(part: str) -> subprocess.Popen[str]:
        environ = os.environ | {"MOUSHI_HOME": str(tmp_path / "home")}
        store = tmp_path / "home" / "moushi.sqlite"
        return subprocess.Popen(
            [sys.executable, str(CLERK), part, str(store), str(tmp_path)],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return begun


def test_a_clerk_s_day_with_the_machine_going_off_in_mid_sentence(start, tmp_path):
    (tmp_path / "plan.docx").write_bytes(word_file(*map(paragraph, PLAN)).data)

    morning = start("morning")
    assert morning.stdout.readline().strip() == "READY", morning.communicate(timeout=60)[1]
    morning.send_signal(signal.SIGKILL)
    morning.communicate(timeout=60)

    evening = start("evening")
    _, complaints = evening.communicate(timeout=120)
    assert evening.returncode == 0, complaints

    with open_for_work(tmp_path / "home" / "moushi.sqlite") as desk, desk.snapshot() as snapshot:
        assert examine(desk) == []
        assert {township.name for township in snapshot.where(Township)} >= {"高亭镇", "衢山镇", "秀山乡"}
        leads = [theme.lead or theme.label for theme in snapshot.where(Theme)]
        assert len(leads) == 2
        assert not any("基层商会" in lead for lead in leads)
        texts = [
            item.text
            for theme in snapshot.where(Theme)
            for item in snapshot.where(PlanItem, theme_id=theme.id)
        ]
        assert texts[:2] == ["办好渔港夜校，全年办四期。", "请十二位船老大上台讲课。"]
        assert texts[2].startswith("每两个月召开一次商会秘书长例会。会前三天发通知，")
        (measure,) = snapshot.where(Measure)
        assert (measure.name, measure.target) == ("夜校", 4)
        reports = snapshot.where(Progress, period="2031-03")
        assert [report.value for report in reports if report.measure_id] == [1]
        assert [report.narrative for report in reports if report.narrative] == [
            "三月请来四位船老大，讲了两场。"
        ]
        night_school = next(item for item in snapshot.where(PlanItem) if "渔港夜校" in item.text)
        assert night_school.due_on == date(2031, 6, 30)

    printed = "\n".join(each.text for each in docx.Document(str(tmp_path / "article.docx")).paragraphs)
    assert "岱山县工商联谋划新一年" in printed
    assert "办好渔港夜校，全年办四期。" in printed
    assert "换届" not in printed
    book = openpyxl.load_workbook(tmp_path / "progress.xlsx")
    cells = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert any("三月请来四位船老大" in text for text in cells)
    assert not any("鹭汀镇商会换届" in text for text in cells)
