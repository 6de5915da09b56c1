"""Progress sheets as a person finds them on opening the file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from moushi.compile.documents import ProgressDocument, ProgressRow, ProgressSection, ProgressTheme
from moushi.domain.kinds import Colour, Direction, MeasureKind, MeasureSource, State
from moushi.errors import MoushiError
from moushi.output.excel import progress_xlsx
from output.excel.reading import book_of, cells_under, head_row, heads, parts_of
from output.excel.samples import sample_document


def a_row(number=1, **fields) -> ProgressRow:
    given_fields = {"theme": "商会建设", "title": "", "text": "办两场渔具展。"} | fields
    return ProgressRow(item_id=UUID(int=number), number=number, **given_fields)


def a_document(*rows: ProgressRow, **fields) -> ProgressDocument:
    theme = ProgressTheme(lead="以办展为先，把渔具卖到岛外。", label="商会建设", rows=rows)
    section = ProgressSection("云屿县工商联", "云屿县工商联：", "向海图强", (theme,))
    given_fields = {
        "year": 2031,
        "period": "2031-06",
        "as_of": date(2031, 6, 30),
        "kicker": "",
        "headline": "",
        "byline": "",
        "lead": (),
        "reporting_unit": "云屿县工商联",
        "made_on": date(2031, 7, 2),
        "schedule": Decimal("0.5"),
        "sections": (section,),
    } | fields
    return ProgressDocument(**given_fields)


@pytest.fixture(scope="module")
def book():
    return book_of(sample_document())


@pytest.fixture(scope="module")
def table(book):
    return book["进展表"]


def first_cells(sheet):
    return [row[0].value for row in sheet.iter_rows()]


class TestTable:
    def test_title_block_stands_above_the_heads(self, table):
        kicker, headline, byline, *lead = first_cells(table)[: head_row(table) - 1]
        assert (kicker, headline) == ("开局即冲刺 起步就奔跑", "海岛商会上半年交出这样一张答卷")
        assert byline.startswith("□通讯员 季青禾 程一帆")
        assert "填报单位：群屿市工商联" in byline
        assert "截至日期：2031年6月30日" in byline
        assert [paragraph.strip("　")[:5] for paragraph in lead] == ["潮起海天阔", "群屿市两地"]

    def test_a_sheet_without_an_article_has_a_title_of_its_own(self):
        sheet = book_of(a_document(a_row()))["进展表"]
        assert first_cells(sheet)[0] == "2031年工作任务进展情况表"

    def test_federations_themes_and_items_follow_the_document(self, table):
        document = sample_document()
        expected = []
        for section in document.sections:
            expected += [section.heading, section.slogan]
            for theme in section.themes:
                expected += [theme.lead, *(row.number for row in theme.rows)]
        assert first_cells(table)[head_row(table) :] == expected

    def test_group_rows_go_across_all_columns(self, table):
        merged = {str(ref) for ref in table.merged_cells.ranges}
        top = head_row(table)
        for row in range(top + 1, table.max_row + 1):
            assert (f"A{row}:U{row}" in merged) == isinstance(table.cell(row, 1).value, str)

    def test_columns_in_which_nothing_stands_are_left_out_except_the_core(self):
        sheet = book_of(a_document(a_row()))["进展表"]
        assert heads(sheet) == [
            *("序号", "类别", "工作任务", "目标值", "单位", "进展情况"),
            *("本期", "累计完成", "完成率", "序时差", "状态"),
        ]

    def test_all_columns_of_a_full_table_stand_in_their_usual_order(self, table):
        assert heads(table) == [
            *(
                "序号",
                "类别",
                "工作任务",
                "具体举措",
                "指标",
                "目标值",
                "单位",
                "牵头领导",
                "责任科室/责任人",
            ),
            *("配合单位", "完成时限", "节点安排", "进展情况", "本期", "累计完成", "完成率", "序时差", "状态"),
            *("存在问题", "下步打算", "佐证材料"),
        ]

    def test_what_belongs_to_the_item_is_told_once_and_its_number_on_each_row(self):
        rows = [a_row(1, title="展会", measure="场次"), a_row(1, title="展会", measure="人次")]
        sheet = book_of(a_document(*rows))["进展表"]
        assert [cell.value for cell in cells_under(sheet, "序号")][-2:] == [1, 1]
        assert [cell.value for cell in cells_under(sheet, "具体举措")][-2:] == ["办两场渔具展。", None]
        assert [cell.value for cell in cells_under(sheet, "指标")][-2:] == ["场次", "人次"]

    def test_heads_stay_in_sight_and_can_be_filtered(self, table):
        top = head_row(table)
        assert table.freeze_panes == f"A{top + 1}"
        assert table.auto_filter.ref == f"A{top}:U{table.max_row}"

    def test_a_very_tall_title_block_is_not_frozen_or_no_row_could_be_seen(self):
        sheet = book_of(a_document(a_row(), lead=("渔港" * 1500,)))["进展表"]
        assert sheet.freeze_panes is None

    def test_a_text_too_tall_for_a_row_goes_on_in_the_next_one(self):
        text = "".join(f"第{number}次走访渔港。" for number in range(400))
        sheet = book_of(a_document(a_row(narratives=(text,)), a_row(2)))["进展表"]
        parts = [cell.value for cell in cells_under(sheet, "进展情况") if cell.value]
        assert len(parts) > 1
        assert "".join(parts) == text
        numbers = [cell.value for cell in cells_under(sheet, "序号")][-len(parts) - 1 :]
        assert numbers == [1, *[None] * (len(parts) - 1), 2]
        assert max(row.height for row in sheet.row_dimensions.values()) <= 409

    def test_it_prints_on_a4_across_with_heads_and_page_numbers_on_each_page(self, book):
        for sheet in book.worksheets:
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
            assert sheet.print_title_rows

    def test_columns_that_leave_room_on_the_paper_are_widened_to_fill_it(self):
        sheet = book_of(a_document(a_row()))["进展表"]
        assert sum(each.width for each in sheet.column_dimensions.values()) == pytest.approx(148, abs=1)


def shown(head, **fields):
    sheet = book_of(a_document(a_row(**fields)))["进展表"]
    return cells_under(sheet, head)[-1]


class TestCells:
    def test_numbers_are_numbers_with_their_own_decimals(self):
        cell = shown("目标值", target=Decimal("4.50"), unit="天")
        assert (cell.value, cell.number_format) == (4.5, "0.0")

    def test_amounts_stand_in_wan_or_yi_where_no_digit_is_lost(self):
        held = {"kind": MeasureKind.AMOUNT, "unit": "元"}
        for amount, number, unit in (
            (20_000_000, 2000, "万元"),
            (120_000_000, 1.2, "亿元"),
            (8_000, 8000, "元"),
            (12_345_678, 1234.5678, "万元"),
        ):
            fields = held | {"target": Decimal(amount)}
            assert (shown("目标值", **fields).value, shown("单位", **fields).value) == (number, unit)

    def test_an_amount_stands_in_the_unit_that_its_measure_names(self):
        held = {"kind": MeasureKind.AMOUNT, "unit": "万元", "target": Decimal(120_000_000)}
        assert (shown("目标值", **held).value, shown("单位", **held).value) == (12000, "万元")

    def test_a_ceiling_is_a_number_shown_with_its_sign(self):
        cell = shown("目标值", target=Decimal(5), direction=Direction.AT_MOST)
        assert (cell.value, cell.number_format) == (5, '"≤"0')

    def test_rates_are_percentages_and_gaps_signed_points(self):
        rate = shown("完成率", rate=Decimal("0.999"))
        assert (rate.value, rate.number_format) == (0.999, "0.0%")
        assert shown("序时差", gap=Decimal("-0.15")).number_format == "+0.0%;-0.0%;0.0%"

    def test_due_dates_are_dates(self):
        assert shown("完成时限", due_on=date(2031, 9, 30)).value.date() == date(2031, 9, 30)
        assert shown("完成时限", due_on=date(2032, 1, 5)).number_format.startswith("yyyy")

    def test_what_nobody_reported_is_blank_and_not_zero(self):
        for head in ("本期", "累计完成", "完成率", "序时差"):
            assert shown(head).value is None

    def test_a_state_has_its_word_and_its_colour(self):
        cell = shown("状态", state=State.BEHIND, colour=Colour.YELLOW)
        assert (cell.value, cell.fill.fgColor.rgb) == ("滞后", "FFFFF2CC")

    def test_what_a_colour_adds_to_a_state_is_told_in_words(self):
        soon = shown("状态", state=State.NOT_STARTED, colour=Colour.BLUE)
        assert (soon.value, soon.number_format) == ("未启动", '@"·临期"')
        late = shown("状态", state=State.DONE, colour=Colour.YELLOW)
        assert (late.value, late.number_format) == ("已完成", '@"·后补"')

    @pytest.mark.parametrize(
        ("source", "evidence", "told"),
        [
            (MeasureSource.LEDGER, "", "数自台账"),
            (MeasureSource.REGISTER, "花名册", "数自名录\n花名册"),
            (None, "花名册", "花名册"),
        ],
    )
    def test_a_counted_number_names_its_source_as_evidence(self, source, evidence, told):
        assert shown("佐证材料", counted=source, evidence=evidence).value == told

    def test_the_reason_of_a_state_set_by_hand_is_told(self):
        assert shown("存在问题", state=State.SUSPENDED, reason="场馆维修").value == "暂缓原因：场馆维修"

    @pytest.mark.parametrize("text", ["=1+1", "+86", "-", "@某人", "=HYPERLINK(0)", "＝1"])
    def test_text_that_looks_like_a_formula_stays_text(self, text):
        cell = shown("进展情况", narratives=(text,))
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)

    def test_no_sheet_holds_a_formula(self):
        for name, part in parts_of(progress_xlsx(sample_document())).items():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in part

    @given(
        st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1)
    )
    def test_any_text_comes_back_as_it_was(self, text):
        data = progress_xlsx(a_document(a_row(narratives=(text,))))
        rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("明细").to_python()
        assert rows[1][rows[0].index("进展情况")] == text

    def test_text_that_looks_like_excel_s_own_escape_is_kept(self):
        part = parts_of(progress_xlsx(a_document(a_row(text="_x0041_"))))["xl/worksheets/sheet1.xml"]
        assert b"_x005F_x0041_" in part

    @pytest.mark.parametrize("mark", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
    def test_a_character_that_no_file_can_hold_is_refused_with_its_place(self, mark):
        with pytest.raises(MoushiError) as refused:
            progress_xlsx(a_document(a_row(text=f"办两场{mark}渔具展。")))
        assert refused.value.message.values["sheet"] == "进展表"
        assert refused.value.message.values["cell"] == "C7"
        assert refused.value.message.values["code"] == f"{ord(mark):04X}"
        assert refused.value.message.values["before"] == "办两场"

    def test_a_text_too_long_for_a_cell_is_refused_with_its_place(self):
        with pytest.raises(MoushiError, match=r"明细!O2.*at most 32767"):
            progress_xlsx(a_document(a_row(narratives=("渔" * 32_768,))))


class TestSummary:
    def test_counts_by_federation_and_theme_are_those_of_the_rows(self, book):
        summary, document = book["汇总"], sample_document()
        names = heads(summary)
        rows = [
            dict(zip(names, (cell.value for cell in row), strict=True))
            for row in summary.iter_rows(min_row=4)
        ]
        words = dict(zip(names[2:-1], State, strict=True))
        for section in document.sections:
            for theme in section.themes:
                (found,) = (
                    row for row in rows if (row["工商联"], row["板块"]) == (section.federation, theme.label)
                )
                counts = Counter(row.state for row in theme.rows)
                assert {name: found[name] for name in words} == {n: counts[s] for n, s in words.items()}
                assert found["合计"] == counts.total()
        (total,) = (row for row in rows if row["工商联"] == "总计")
        assert total["合计"] == 42
        wholes = [row for row in rows if row["板块"] == "小计"]
        assert [sum(row[name] for row in wholes) for name in names[2:]] == [total[name] for name in names[2:]]

    def test_it_agrees_with_the_flat_sheet(self, book):
        flat = Counter(cell.value for cell in cells_under(book["明细"], "状态"))
        (total,) = (row for row in book["汇总"].iter_rows() if row[0].value == "总计")
        names = heads(book["汇总"])
        assert {names[n]: cell.value for n, cell in enumerate(total) if n >= 2 and cell.value} == {
            **flat,
            "合计": flat.total(),
        }

    def test_the_chart_names_its_states_and_shows_its_axes(self):
        chart = parts_of(progress_xlsx(sample_document()))["xl/charts/chart1.xml"].decode()
        for word in ("各状态项数", "达序推进", "滞后", "逾期", "云屿县工商联", "苇洲区工商联"):
            assert word in chart
        assert chart.count('delete val="0"') == 2

    def test_one_federation_alone_is_charted_by_theme(self):
        chart = parts_of(progress_xlsx(a_document(a_row())))["xl/charts/chart1.xml"].decode()
        assert "商会建设" in chart
        assert "'汇总'!$B$6:$B$6" in chart


class TestFlat:
    def test_it_has_one_head_row_no_merged_cells_and_a_filter(self, book):
        sheet = book["明细"]
        assert (sheet.max_row, head_row(sheet), sheet.freeze_panes) == (43, 1, "A2")
        assert not sheet.merged_cells.ranges
        assert sheet.auto_filter.ref == sheet.dimensions

    def test_every_row_is_complete(self, book):
        for head in ("序号", "工商联", "板块", "工作任务", "具体举措", "状态"):
            assert all(cell.value for cell in cells_under(book["明细"], head))

    def test_colours_are_words_there(self, book):
        lights = Counter(cell.value for cell in cells_under(book["明细"], "亮灯"))
        assert set(lights) == {"绿", "蓝", "黄", "红", None}

    def test_its_columns_are_always_the_same(self, book):
        assert heads(book_of(a_document())["明细"]) == heads(book["明细"])


class TestFile:
    def test_the_same_document_gives_the_same_bytes(self):
        assert progress_xlsx(sample_document()) == progress_xlsx(sample_document())

    def test_its_properties_name_the_document_and_no_person(self, book):
        held = book.properties
        assert (held.title, held.creator, held.language) == (
            "海岛商会上半年交出这样一张答卷",
            "谋实",
            "zh-CN",
        )
        assert held.lastModifiedBy is None
        assert held.created.replace(tzinfo=UTC) == datetime(2031, 7, 2, tzinfo=UTC)

    def test_it_says_which_cells_are_used(self):
        parts = parts_of(progress_xlsx(sample_document()))
        assert b'<dimension ref="A1:U58"/>' in parts["xl/worksheets/sheet1.xml"]

    def test_a_document_without_rows_is_a_sheet_all_the_same(self):
        book = book_of(a_document())
        assert book.sheetnames == ["进展表", "汇总", "明细"]
        book = book_of(replace(a_document(), sections=()))
        assert book["明细"].max_row == 1

    def test_it_is_a_whole_zip_file(self):
        with ZipFile(BytesIO(progress_xlsx(sample_document()))) as archive:
            assert archive.testzip() is None
            assert len(archive.namelist()) == len(set(archive.namelist()))

    def test_openpyxl_writes_it_again_without_loss(self):
        again = BytesIO()
        book_of(sample_document()).save(again)
        before = [[cell.value for cell in row] for row in book_of(sample_document())["进展表"].iter_rows()]
        assert [[cell.value for cell in row] for row in load_workbook(again)["进展表"].iter_rows()] == before
