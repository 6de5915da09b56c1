"""Lists as they come: each workbook has one named kind of damage; what is proposed and what is said of it.

Over 400 lines: the cases of one reader stay together.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

import factories as make
from intake.lists import (
    CODE,
    OF,
    OTHER_CODE,
    after,
    book,
    changed,
    hints,
    inserted,
    member,
    names,
    ods,
    patched,
    posts,
    taken,
    told,
)
from moushi.changes.model import Change, Severity
from moushi.domain.kinds import ActivityKind, ChamberKind, MemberKind
from moushi.domain.records import (
    Activity,
    Chamber,
    Federation,
    Member,
    Membership,
    Participation,
    Person,
    Township,
)
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.reading import ReadPage
from moushi.intake.source import FileKind, SourceFile, UnreadableError, file_kind
from moushi.intake.tables import read_tables

HEADER = ("序号", "企业名称", "统一社会信用代码", "法定代表人", "联系电话")
ONE = (1, "远帆渔具有限公司", CODE, "禾小满", "13888001234")
TWO = (2, "蓝礁养殖厂", OTHER_CODE, "苗青", "0580-4471234")
CHAMBER = make.chamber(OF)


def test_a_title_a_total_a_footnote_and_numbered_empty_rows_are_no_members():
    rows = [
        ["云屿县工商联会员名册"],
        ["填报单位：云屿县工商联", "", "", "共2页"],
        HEADER,
        ONE,
        TWO,
        (3, "", "", "", ""),
        (4, "", "", "", ""),
        ("合计", "2家", "", "", ""),
        ("注：本表由会员部填写。",),
    ]
    proposal = taken(rows)
    assert names(proposal) == ["远帆渔具有限公司", "蓝礁养殖厂"]
    assert told(proposal) == []
    assert hints(proposal) == [
        "D2 “共2页” stands above the table and was left out.",
        "A6 Rows that hold nothing but a number were left out: 2.",
        "A8 “合计 2家” is a total and was left out.",
        "A9 “注：本表由会员部填写。” stands under the table and was left out.",
    ]


def test_a_header_of_two_rows_with_merged_groups_is_read_by_group_and_name():
    rows = [
        ["序号", "企业基本情况", "", "", "法定代表人", "", "联系人", ""],
        ["", "名称", "统一社会信用代码", "注册资本（万元）", "姓名", "电话", "姓名", "电话"],
        [1, "远帆渔具有限公司", CODE, 500, "禾小满", "0580-4471111", "苗青", "13888001234"],
    ]
    proposal = taken(book(rows, ["A1:A2", "B1:D1", "E1:F1", "G1:H1"]))
    found = member(proposal, "远帆渔具有限公司")
    assert (found.uscc, found.legal_representative, found.contact) == (CODE, "禾小满", "苗青")
    assert found.phone == "13888001234"
    assert found.registered_capital == Decimal(5_000_000)
    assert told(proposal) == [
        "F2 The column “法定代表人 电话” was not read; filled cells: 1, such as 0580-4471111"
    ]


def test_a_merged_cell_holds_for_all_its_rows():
    rows = [["商会", "企业名称"], ["鹭汀镇商会", "远帆渔具有限公司"], ["", "蓝礁养殖厂"], ["", "青屿商行"]]
    proposal = taken(book(rows, ["A2:A4"]), CHAMBER)
    assert len(inserted(proposal, Membership)) == 3
    assert {each.chamber_id for each in inserted(proposal, Membership)} == {CHAMBER.id}


def test_headings_between_the_rows_name_chamber_township_and_post():
    rows = [
        ["序号", "姓名", "单位", "联系电话"],
        ["一、鹭汀镇商会（2家）"],
        ["会长（1名）"],
        [1, "禾小满", "远帆渔具有限公司", ""],
        ["副会长"],
        [2, "苗青", "蓝礁养殖厂", ""],
        ["二、白礁镇商会"],
        [3, "桅小寒", "青屿商行", ""],
    ]
    proposal = taken(rows, CHAMBER)
    assert posts(proposal, CHAMBER)[:2] == [
        ("远帆渔具有限公司", "president", "鹭汀镇商会", None),
        ("蓝礁养殖厂", "vice", "鹭汀镇商会", None),
    ]
    assert [chamber.name for chamber in inserted(proposal, Chamber)] == ["白礁镇商会"]
    assert told(proposal) == ["B8 The chamber “白礁镇商会” is new."]


def test_a_column_without_a_name_is_known_by_its_values_and_those_after_it_are_not_lost():
    rows = [
        ["企业名称", "", "", "所属行业"],
        ["远帆渔具有限公司", "13888001234", CODE, "渔业"],
        ["蓝礁养殖厂", "13888005678", OTHER_CODE, "养殖"],
    ]
    proposal = taken(rows)
    found = member(proposal, "蓝礁养殖厂")
    assert (found.phone, found.uscc, found.industry) == ("13888005678", OTHER_CODE, "养殖")
    assert told(proposal) == [
        "B1 The column “B” was taken as phone, since its values look like it.",
        "C1 The column “C” was taken as unified social credit code, since its values look like it.",
    ]


def test_unusual_names_of_columns_are_told_by_their_words_and_said():
    rows = [["贵企业名称", "信用代码号（18位）", "企业法人信息", "联系手机号码"], [*ONE[1:]], [*TWO[1:]]]
    proposal = taken(rows)
    found = member(proposal, "远帆渔具有限公司")
    assert (found.uscc, found.legal_representative, found.phone) == (CODE, "禾小满", "13888001234")
    assert all("by a word of its name" in each for each in told(proposal))
    assert len(told(proposal)) >= 3


def test_tables_stacked_on_one_sheet_each_have_their_title():
    rows = [
        ["鹭汀镇商会会员名册"],
        HEADER,
        ONE,
        ["合计", 1],
        [],
        ["白礁镇商会会员名册"],
        ["序号", "联系电话", "单位名称"],
        [1, "13888007777", "青屿商行"],
    ]
    proposal = taken(rows, CHAMBER, make.chamber(OF, "白礁镇商会"))
    assert names(proposal) == ["远帆渔具有限公司", "青屿商行"]
    assert [each.chamber_id == CHAMBER.id for each in inserted(proposal, Membership)] == [True, False]
    assert member(proposal, "青屿商行").phone == "13888007777"
    assert told(proposal) == []


def test_sheets_named_after_chambers_are_of_those_chambers():
    white = make.chamber(OF, "白礁镇商会")
    proposal = taken(book({"鹭汀镇商会": [HEADER, ONE], "白礁镇商会": [HEADER, TWO]}), CHAMBER, white)
    assert [each.chamber_id for each in inserted(proposal, Membership)] == [CHAMBER.id, white.id]


def test_what_is_hidden_is_read_and_said():
    data = book(
        {"名册": [HEADER, ONE, TWO], "旧名册": [HEADER, (3, "青屿商行", "", "", "")]},
        hidden=[3],
        hidden_sheets=["旧名册"],
    )
    proposal = taken(data)
    assert names(proposal) == ["远帆渔具有限公司", "蓝礁养殖厂", "青屿商行"]
    assert hints(proposal) == [
        "A3 Hidden rows were read too, 1 of them: 3.",
        "A1 The sheet “旧名册” is hidden; it was read too.",
    ]


def test_codes_and_telephones_that_numbers_have_shortened_are_never_taken():
    rows = [
        HEADER,
        (1, "远帆渔具有限公司", 9.13501e17, "禾小满", 1.3888e10),
        (2, "蓝礁养殖厂", "9.1330921E+17", "苗青", "1.3888E+10"),
        (3, "青屿商行", "", "", 5804471234),
    ]
    proposal = taken(rows)
    assert [(m.uscc, m.phone) for m in inserted(proposal, Member)] == [(None, None)] * 3
    assert told(proposal) == [
        "C2 “9.13501E+17” was kept as a number, by which a code loses digits; it was not read.",
        "E2 “13888000000” was kept as a number and seems to have lost digits; it was not read.",
        "C3 “9.1330921E+17” was kept as a number, by which a code loses digits; it was not read.",
        "E3 “1.3888E+10” was kept as a number and seems to have lost digits; it was not read.",
        "E4 “5804471234” is a number there and has lost the 0 at its beginning.",
    ]


def test_a_whole_telephone_number_kept_as_a_number_is_taken():
    assert member(taken([HEADER, (1, "青屿商行", "", "", 13888001234.0)]), "青屿商行").phone == "13888001234"


def test_quantities_in_every_spelling_are_what_they_say():
    rows = [
        ["企业名称", "员工人数", "注册资本"],
        ["远帆渔具有限公司", "３５人", "2000万"],
        ["蓝礁养殖厂", "十二", "1.2亿元"],
        ["青屿商行", "约30", "500"],
        ["海雾民宿", "30余人", "50万美元"],
        ["沙湾农场", "1,200", "１００万元人民币"],
    ]
    proposal = taken(rows)
    assert [(m.staff, m.registered_capital) for m in inserted(proposal, Member)] == [
        (35, Decimal(20_000_000)),
        (12, Decimal(120_000_000)),
        (None, None),
        (None, None),
        (1200, Decimal(1_000_000)),
    ]
    assert told(proposal) == [
        "B4 “约30” is no whole number.",
        "C4 “500” names no unit, and the column names none either.",
        "B5 “30余人” is no whole number.",
        "C5 “50万美元” is no amount in yuan.",
    ]
    assert [bool(f.mend) for f in proposal.findings if f.severity is Severity.WARNING] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2023.3.15", date(2023, 3, 15)),
        ("2023/3/15", date(2023, 3, 15)),
        ("2023年3月15日", date(2023, 3, 15)),
        ("二〇二三年三月十五日", date(2023, 3, 15)),
        ("20230315", date(2023, 3, 15)),
        (20230315, date(2023, 3, 15)),
        (45000, date(2023, 3, 15)),
        ("45000", date(2023, 3, 15)),
        (date(2023, 3, 15), date(2023, 3, 15)),
        ("２０２３－０３－１５", date(2023, 3, 15)),
        ("2023-03-15 00:00:00", date(2023, 3, 15)),
        ("2023.3", date(2023, 3, 1)),
        ("2023年3月", date(2023, 3, 1)),
        (2023.03, date(2023, 3, 1)),
        ("2023年", date(2023, 1, 1)),
        (2023, date(2023, 1, 1)),
        (2023.1, None),
        ("3月15日", None),
        ("15/3/2023", None),
        ("去年", None),
        ("2023.13", None),
    ],
)
def test_days_of_every_kind(said, day):
    proposal = taken([["企业名称", "入会时间"], ["远帆渔具有限公司", said]])
    assert member(proposal, "远帆渔具有限公司").joined_on == day
    assert bool(told(proposal)) == (day is None)
    assert not told(proposal) or told(proposal)[0].startswith("B2 ")


def test_a_used_range_that_claims_one_cell_hides_nothing():
    data = patched(book([HEADER, ONE, TWO]), r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"')
    assert names(taken(data)) == ["远帆渔具有限公司", "蓝礁养殖厂"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-8", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_text_tables_of_every_encoding_and_mark(encoding, mark):
    lines = ["云屿县工商联会员名册", mark.join(HEADER), mark.join(map(str, ONE)), mark.join(map(str, TWO))]
    data = "\r\n".join(lines).encode(encoding)
    assert file_kind(SourceFile("名册.csv", data)) is FileKind.WORKBOOK
    proposal = taken(data, name="名册.csv")
    assert member(proposal, "蓝礁养殖厂").uscc == OTHER_CODE
    assert told(proposal) == []


def test_cells_of_a_text_table_may_hold_marks_lines_and_formulas_of_text():
    text = (
        f'sep=,\n企业名称,统一社会信用代码,所属行业\n"远帆渔具有限公司","=""{CODE}""","渔具,绳网\n及船具"\n'
    )
    data = text.encode()
    found = member(taken(data, name="名册.csv"), "远帆渔具有限公司")
    assert (found.uscc, found.industry) == (CODE, "渔具,绳网 及船具")


def test_a_page_of_the_newspaper_with_commas_is_no_table():
    text = "澄屿县工商联,新一年打算\n走访企业120家,培训3场,\n名称,时间都已定下。"
    assert file_kind(SourceFile("plan.txt", text.encode())) is FileKind.TEXT


def test_an_opendocument_sheet_is_read_alike():
    assert names(taken(ods([HEADER, ONE, TWO]), name="名册.ods")) == ["远帆渔具有限公司", "蓝礁养殖厂"]


def test_a_formula_without_its_result_is_told_and_the_row_is_taken():
    data = patched(book([HEADER, (1, "远帆渔具有限公司", CODE, "=A1", "")]), r"<v\s*/>|<v></v>", "")
    proposal = taken(data)
    assert names(proposal) == ["远帆渔具有限公司"]
    assert told(proposal) == ["D2 The cell holds a formula without its result, so it was read as empty."]


def test_identity_cards_are_neither_read_nor_shown():
    card = "330921198503121234"
    rows = [
        ["企业名称", "姓名", "身份证号码", "出生年月", "联系电话"],
        ["远帆渔具有限公司", "禾小满", card, card, card],
    ]
    proposal = taken(rows)
    words = " ".join(f"{finding.message} {finding.action}" for finding in proposal.findings)
    assert card not in words
    assert "is not needed and was not read" in words
    found = member(proposal, "远帆渔具有限公司")
    assert (found.birth_year, found.phone) == (None, None)


def test_officers_of_a_chamber_are_members_where_an_enterprise_is_named_and_people_otherwise():
    rows = [
        ["鹭汀镇商会第三届理事会班子成员名单"],
        ["序号", "姓名", "单位及职务", "商会职务", "联系电话"],
        [1, "禾小满", "远帆渔具有限公司董事长、总经理", "会长", "13888001234"],
        [2, "苗青", "", "常务副会长、秘书长", ""],
        [3, "桅小寒", "退休干部", "名誉会长", ""],
        [4, "潮小满", "蓝礁养殖厂", "副秘书长", ""],
    ]
    proposal = taken(rows, CHAMBER)
    assert posts(proposal, CHAMBER) == [
        ("远帆渔具有限公司", "president", "鹭汀镇商会", 3),
        ("苗青", "executive_vice", "鹭汀镇商会", 3),
        ("苗青", "secretary_general", "鹭汀镇商会", 3),
        ("桅小寒", "honorary_president", "鹭汀镇商会", 3),
    ]
    assert [person.name for person in inserted(proposal, Person)] == ["苗青", "桅小寒"]
    assert [m.name for m in inserted(proposal, Member)] == ["远帆渔具有限公司", "蓝礁养殖厂"]
    assert told(proposal) == [
        "C5 “退休干部” does not tell where the enterprise's name ends.",
        "D6 “副秘书长” is no post that is kept.",
    ]


def test_a_committee_list_gives_all_its_rows_the_post_of_its_title():
    rows = [
        ["云屿县工商联（总商会）第八届执委名册"],
        ["序号", "姓名", "企业名称"],
        [1, "禾小满", "远帆渔具有限公司"],
    ]
    proposal = taken(rows)
    assert posts(proposal) == [("远帆渔具有限公司", "executive_committee", OF.name, 8)]
    assert hints(proposal) == [
        "B3 The people named were taken as contacts of their enterprises.",
        "B3 No column names posts; by the title all are executive committee member.",
    ]


def test_a_list_of_chambers_brings_their_terms_recognitions_and_leaders():
    town = make.township(OF)
    rows = [
        ["云屿县工商联基层商会基本情况表"],
        [
            "序号",
            "商会名称",
            "所属乡镇",
            "成立时间",
            "届次",
            "换届时间",
            "任期",
            "党组织",
            "专职人员",
            "四好商会",
            "会长",
            "秘书长",
            "会员数",
        ],
        [
            1,
            "鹭汀镇商会",
            "鹭汀",
            "2015.3",
            "第三届",
            "2030年5月18日",
            "5年",
            "已建",
            "2人",
            "2029年省级",
            "禾小满",
            "苗青",
            56,
        ],
        [2, "渔具行业商会", "", "2018年6月1日", "二届", "", "五年", "无", "", "", "桅小寒", "", 20],
    ]
    proposal = taken(rows, town, CHAMBER)
    assert changed(proposal) == {
        "township_id": town.id,
        "founded_on": date(2015, 3, 1),
        "term_number": 3,
        "term_began_on": date(2030, 5, 18),
        "term_years": 5,
        "party_branch": True,
        "full_time_staff": 2,
        "rating_level": "省级",
        "rating_year": 2029,
        "secretary": "苗青",
    }
    (new,) = inserted(proposal, Chamber)
    assert (new.name, new.kind, new.term_number, new.party_branch) == (
        "渔具行业商会",
        ChamberKind.TRADE,
        2,
        False,
    )
    assert posts(proposal, town, CHAMBER) == [
        ("禾小满", "president", "鹭汀镇商会", 3),
        ("桅小寒", "president", "渔具行业商会", 2),
    ]
    assert told(proposal) == [
        "M2 The column “会员数” was not read; filled cells: 2, such as 56；20",
        "B4 The chamber “渔具行业商会” is new.",
    ]


def test_a_record_of_visits_becomes_activities_with_the_members_visited():
    far, blue = make.member(OF), make.member(OF, "蓝礁养殖厂")
    rows = [
        ["云屿县工商联2031年走访企业台账"],
        ["序号", "走访时间", "走访企业", "走访地点", "反映问题"],
        [1, "3月12日", "远帆渔具有限公司", "鹭汀镇", "缺工"],
        [2, "2031.3.12", "远帆渔具、蓝礁养殖厂", "鹭汀镇", ""],
        [3, date(2031, 4, 2), "青屿商行", "", ""],
        [4, "", "远帆渔具有限公司", "", ""],
    ]
    proposal = taken(rows, far, blue)
    visits = inserted(proposal, Activity)
    assert [(visit.kind, visit.held_on, visit.narrative) for visit in visits] == [
        (ActivityKind.VISIT, date(2031, 3, 12), "缺工"),
        (ActivityKind.VISIT, date(2031, 3, 12), ""),
        (ActivityKind.VISIT, date(2031, 4, 2), ""),
    ]
    assert len(inserted(proposal, Participation)) == 3
    assert told(proposal) == [
        "B5 “青屿商行” took part, but is not among the members.",
        "C6 The row has no date, so it was left out.",
    ]
    stranger = next(finding for finding in proposal.findings if "青屿商行" in str(finding.message))
    assert [type(edit.record) for edit in stranger.mend] == [Member, Participation]


def test_a_ledger_of_several_kinds_keeps_the_counts_of_each():
    rows = [
        ["日期", "活动类型", "活动名称", "参加人数", "收集问题数", "办结数", "金额（万元）"],
        ["2031-3-1至3-2", "培训", "新会员培训班", "５６人", "", "", ""],
        ["2031-3-9", "亲清直通车", "政企恳谈会", "", "12", "9", ""],
        ["2031-4-1", "慈善捐赠", "助学", "", "", "", 20],
        ["2031-4-5", "联欢", "迎新", "30", "3", "", ""],
    ]
    proposal = taken(rows)
    training, talk, gift, other = inserted(proposal, Activity)
    assert (training.held_on, training.until, training.people) == (date(2031, 3, 1), date(2031, 3, 2), 56)
    assert (talk.kind, talk.collected, talk.closed) == (ActivityKind.DIALOGUE, 12, 9)
    assert (gift.kind, gift.amount) == (ActivityKind.DONATION, Decimal(200_000))
    assert (other.kind, other.people, other.collected) == (ActivityKind.OTHER, 30, None)
    assert told(proposal) == [
        "A5 “联欢” is no kind of activity that is known.",
        "A5 other activity: problems collected is not counted; 3 was left out.",
    ]


def test_the_header_repeated_on_each_printed_page_is_no_row():
    rows = [["鹭汀镇商会会员名册"], HEADER, ONE, HEADER, TWO]
    proposal = taken(rows, CHAMBER)
    assert names(proposal) == ["远帆渔具有限公司", "蓝礁养殖厂"]
    assert len(inserted(proposal, Membership)) == 2


def test_a_table_without_a_header_is_known_by_its_values_alone_and_said():
    proposal = taken([ONE[1:], TWO[1:]])
    assert [(m.name, m.uscc) for m in inserted(proposal, Member)] == [
        ("远帆渔具有限公司", CODE),
        ("蓝礁养殖厂", OTHER_CODE),
    ]
    assert sum("since its values look like it" in each for each in told(proposal)) == 3
    assert any("“C” was not read" in each for each in told(proposal))


def test_an_enterprise_that_stands_twice_is_taken_once_and_what_differs_is_offered():
    rows = [HEADER, ONE, (2, "远帆渔具有限责任公司", "", "禾小满", "13888009999")]
    proposal = taken(rows)
    (only,) = inserted(proposal, Member)
    assert only.phone == "13888001234"
    assert told(proposal) == ["B3 “13888009999” here, “13888001234” at 名册!B2: the first was kept."]
    assert proposal.findings[0].mend[0].new == "13888009999"  # type: ignore[union-attr]


def test_a_code_with_a_wrong_character_is_offered_and_not_taken():
    wrong = CODE[:-1] + "5"
    proposal = taken([HEADER, (1, "远帆渔具有限公司", wrong, "", "")])
    assert member(proposal, "远帆渔具有限公司").uscc is None
    assert proposal.findings[0].where == "名册!C2"
    assert proposal.findings[0].mend[0].new == wrong  # type: ignore[union-attr]


def test_members_held_are_known_by_code_and_by_bare_name_and_only_what_differs_changes():
    far = make.member(OF, "远帆渔具有限公司", uscc=CODE, phone="13888001234", industry="渔业")
    blue = make.member(OF, "蓝礁养殖厂", legal_representative="苗青")
    rows = [(*HEADER, "行业"), (*ONE[:1], "远帆渔具", *ONE[2:], ""), (*TWO, "养殖")]
    proposal = taken(rows, far, blue)
    assert inserted(proposal, Member) == []
    assert changed(proposal) == {
        "legal_representative": "禾小满",
        "uscc": OTHER_CODE,
        "phone": "0580-4471234",
        "industry": "养殖",
    }


def test_a_code_held_under_another_name_changes_the_name_and_is_said():
    held = make.member(OF, "旧名渔具有限公司", uscc=CODE)
    proposal = taken([HEADER, ONE], held)
    assert changed(proposal)["name"] == "远帆渔具有限公司"
    assert (
        told(proposal)[0]
        == "B2 By its code “远帆渔具有限公司” is “旧名渔具有限公司”, whose name would change."
    )


def test_another_code_of_the_same_name_is_asked():
    held = make.member(OF, "远帆渔具有限公司", uscc=OTHER_CODE)
    proposal = taken([HEADER, ONE], held)
    assert "uscc" not in changed(proposal)
    assert told(proposal)[0].startswith("B2 “远帆渔具有限公司” is held with the code")
    assert proposal.findings[0].mend[0].new == CODE  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["远航渔具有限公司", "云屿远帆渔具有限公司", "远帆渔具有限公司第二分公司"])
def test_a_name_much_like_one_held_is_asked_and_never_taken_for_it(name):
    far = make.member(OF)
    proposal = taken([["鹭汀镇商会会员名册"], HEADER, (1, name, "", "禾小满", "")], far, CHAMBER)
    assert names(proposal) == [name]
    assert told(proposal) == [f"B3 “{name}” is new, but is much like “远帆渔具有限公司”, which is held."]
    mend = proposal.findings[0].mend
    assert {type(edit).__name__ for edit in mend} == {"Change", "Delete"}
    assert any(
        edit.id == far.id and edit.field == "legal_representative" for edit in mend if hasattr(edit, "field")
    )
    assert any(edit.new == far.id for edit in mend if hasattr(edit, "new"))


def test_a_like_name_with_another_code_is_another_enterprise():
    proposal = taken([HEADER, (1, "远航渔具有限公司", CODE, "", "")], make.member(OF, uscc=OTHER_CODE))
    assert names(proposal) == ["远航渔具有限公司"]
    assert told(proposal) == []


def test_two_members_of_one_name_are_not_guessed_between():
    twins = make.member(OF), make.member(OF)
    proposal = taken([HEADER, (1, "远帆渔具有限公司", "", "", "13888001234")], *twins)
    assert proposal.edits == ()
    assert told(proposal) == [
        "B2 “远帆渔具有限公司” may be any of 2 members of that name or code; the row was left out."
    ]


def test_a_member_that_left_and_is_listed_is_said():
    left = make.member(OF, left_on=date(2030, 1, 1), retain_until=date(2031, 1, 1))
    proposal = taken([HEADER, (1, "远帆渔具有限公司", "", "", "")], left)
    assert told(proposal) == ["B2 “远帆渔具有限公司” left on 2030-01-01, but is in the list."]
    assert {(edit.field, edit.new) for edit in proposal.findings[0].mend if isinstance(edit, Change)} == {
        ("left_on", None),
        ("retain_until", None),
    }


def test_a_day_of_keeping_that_a_person_set_stays_when_a_list_says_another_day_of_leaving():
    rows = [["企业名称", "退会日期"], ["远帆渔具有限公司", "2030-02-01"]]
    by_rule, by_hand = date(2031, 1, 1), date(2040, 1, 1)
    for until, then in ((by_rule, date(2031, 2, 1)), (by_hand, by_hand)):
        left = make.member(OF, left_on=date(2030, 1, 1), retain_until=until)
        found = next(each for each in after(taken(rows, left), left) if isinstance(each, Member))
        assert (found.left_on, found.retain_until) == (date(2030, 2, 1), then)


def test_individuals_and_groups_are_told_by_their_names_and_said():
    rows = [["会员名称", "联系电话"], ["禾小满", ""], ["云屿县渔具协会", ""], ["远帆渔具有限公司", "1"]]
    proposal = taken(rows)
    kinds = [m.kind for m in inserted(proposal, Member)]
    assert kinds == [MemberKind.INDIVIDUAL, MemberKind.GROUP, MemberKind.ENTERPRISE]
    assert len(hints(proposal)) == 2


def test_a_township_not_known_is_proposed_with_a_warning_and_an_address_finds_its_own():
    town = make.township(OF)
    rows = [
        ["企业名称", "所属乡镇"],
        ["远帆渔具有限公司", "鹭汀镇海滨路3号"],
        ["蓝礁养殖厂", "云屿县鹭汀镇"],
        ["青屿商行", "白礁乡"],
        ["海雾民宿", "外地"],
    ]
    proposal = taken(rows, town)
    found = [m.township_id for m in inserted(proposal, Member)]
    (new,) = inserted(proposal, Township)
    assert found == [town.id, town.id, new.id, None]
    assert new.id == make.township(OF, "白礁乡").id
    assert told(proposal) == [
        "A4 The township “白礁乡” is new.",
        "A5 “外地” is no township that is known; it was not read.",
    ]


def test_a_township_that_was_renamed_is_found_by_its_old_name():
    town = make.township(OF, "白礁乡")
    renamed = make.township(OF, "白礁镇", id=town.id)
    rows = [
        ["企业名称", "所属乡镇", "所属商会"],
        ["远帆渔具有限公司", "白礁乡", ""],
        ["蓝礁养殖厂", "白礁乡渔港路3号", ""],
        ["青屿商行", "", "白礁乡商会"],
    ]
    proposal = taken(rows, renamed)
    assert [m.township_id for m in inserted(proposal, Member)] == [town.id, town.id, None]
    assert [c.township_id for c in inserted(proposal, Chamber)] == [town.id]
    assert inserted(proposal, Township) == []


def test_a_chamber_much_like_one_held_is_asked():
    rows = [
        ["企业名称", "所属商会"],
        ["远帆渔具有限公司", "鹭汀商会"],
        ["蓝礁养殖厂", "鹭汀镇商会"],
        ["青屿商行", "云屿县鹭汀镇商会"],
    ]
    proposal = taken(rows, CHAMBER)
    (new,) = inserted(proposal, Chamber)
    assert [each.chamber_id for each in inserted(proposal, Membership)] == [new.id, CHAMBER.id, CHAMBER.id]
    assert told(proposal) == [
        "A2 The chamber “鹭汀商会” is new; it is much like “鹭汀镇商会”, which is held."
    ]


def test_a_list_of_several_counties_names_the_federation_of_each_row():
    rows = [["县区", "企业名称"], ["云屿县", "远帆渔具有限公司"], ["白礁县", "蓝礁养殖厂"]]
    proposal = taken(rows)
    (new,) = inserted(proposal, Federation)
    assert new.id == make.federation("白礁县工商联").id
    assert [m.federation_id for m in inserted(proposal, Member)] == [OF.id, new.id]


def test_a_list_that_does_not_say_whose_it_is_is_an_error_where_several_federations_are():
    other = make.federation("白礁县工商联")
    proposal = taken([HEADER, ONE, TWO], other)
    assert proposal.has_errors
    assert told(proposal) == ["A1 The list does not say whose it is; rows left out: 2."]
    named = taken([HEADER, ONE, TWO], other, federation="白礁县工商联")
    assert {m.federation_id for m in inserted(named, Member)} == {other.id}


@pytest.mark.parametrize("title", ["2031年白礁县会员企业名册", "附件1：沙洲市白礁县会员企业名册"])
def test_a_place_in_the_title_tells_whose_a_list_is_and_it_is_said(title):
    other = make.federation("白礁县工商联")
    proposal = taken([[title], HEADER, ONE], other, in_view=OF.name)
    assert {m.federation_id for m in inserted(proposal, Member)} == {other.id}
    assert told(proposal)[0] == (
        "B3 The list does not say whose it is; it was taken as that of “白礁县工商联”."
    )


def test_a_list_of_another_county_is_not_taken_as_that_of_the_only_one():
    proposal = taken([["白礁县会员企业名册"], HEADER, ONE])
    assert told(proposal) == ["A2 The list does not say whose it is; rows left out: 1."]
    assert not taken([["云屿县会员企业名册"], HEADER, ONE]).has_errors
    assert not taken([["各县市区会员企业名册"], HEADER, ONE]).has_errors


def test_a_list_without_any_name_is_that_of_the_federation_in_view_and_it_is_said():
    other = make.federation("白礁县工商联")
    proposal = taken([HEADER, ONE], other, in_view=other.name)
    assert {m.federation_id for m in inserted(proposal, Member)} == {other.id}
    assert "B2 The list does not say whose it is; it was taken as that of “白礁县工商联”." in told(proposal)
    assert not taken([["云屿县工商联会员名册"], HEADER, ONE], other, in_view=other.name).has_errors


@pytest.mark.parametrize(
    "row",
    [
        ("远帆渔具有限公司", "", "会长", "会长"),
        ("远帆渔具有限公司", "", "会长", "秘书长"),
        ("禾苗米业", "", "会长", "秘书长"),
    ],
)
def test_a_row_of_posts_is_no_header(row):
    rows = [row, ("蓝礁养殖厂", "13888005678"), ("禾苗民宿", "13888001234")]
    proposal = taken([["企业名称", "联系电话", "商会职务", "社会职务"], *rows])
    assert names(proposal) == [row[0], "蓝礁养殖厂", "禾苗民宿"]


def test_a_name_that_a_code_gives_a_member_is_that_member_in_later_rows_too():
    held = make.member(OF, uscc=CODE)
    rows = [
        ["企业名称", "统一社会信用代码", "行业"],
        ["青屿商行", CODE, "零售"],
        ["远帆渔具有限公司", "", "渔具"],
        ["青屿商行", "", ""],
    ]
    once = taken(rows, held)
    assert names(once) == []
    assert taken(rows, *(r for r in after(once, held) if r.id != OF.id)).edits == ()


def test_two_entries_told_apart_by_their_chamber_alone_are_found_again_each():
    chamber = make.chamber(OF)
    rows = [
        ["走访时间", "所属商会", "活动名称", "走访企业"],
        ["2031.3.12", "", "走访", "海雾民宿"],
        ["2031.3.12", "鹭汀镇商会", "走访", "青屿商行"],
    ]
    for numbers in ((1, 2), (2, 1)):  # the records come in the order of their ids
        first, second = (
            make.activity(
                OF,
                id=UUID(int=n),
                kind=ActivityKind.VISIT,
                held_on=date(2031, 3, 12),
                title="走访",
                chamber_id=of,
            )
            for n, of in zip(numbers, (chamber.id, None), strict=True)
        )
        assert taken(rows, chamber, first, second).edits == ()


def test_a_post_without_a_body_is_said():
    proposal = taken([["企业名称", "职务"], ["远帆渔具有限公司", "副会长"], ["蓝礁养殖厂", "总经理"]])
    assert posts(proposal) == []
    assert told(proposal) == [
        "A2 “vice president” of 远帆渔具有限公司: of which chamber is not said, so the post was left out."
    ]


def test_a_task_table_stays_a_task_table():
    rows = [
        ["序号", "类别", "工作内容", "时间", "责任单位", "备注"],
        [1, "走访", "走访企业120家", "6月底", "会员部", ""],
    ]
    assert isinstance(read_tables(SourceFile("任务.xlsx", book(rows)), {}), ReadPage)
    rows = [
        ["序号", "时间", "工作内容", "地点", "参加企业", "责任单位"],
        [1, "2031.3.12", "走访", "鹭汀", "远帆渔具", "会员部"],
    ]
    assert not isinstance(read_tables(SourceFile("台账.xlsx", book(rows)), {}), ReadPage)


def test_a_sheet_of_neither_kind_is_refused_with_what_to_do():
    with pytest.raises(UnreadableError, match="of a task table or of a list"):
        read_tables(SourceFile("表.xlsx", book([["甲", "乙"], ["x", "y"]])), {})


def test_the_sheet_beside_a_list_that_is_none_is_said():
    proposal = taken(book({"名册": [HEADER, ONE], "说明": [["本表如何填写"]]}))
    assert told(proposal) == ["A1 The sheet “说明” has no columns of a list and was left out."]


def test_natural_ids_let_two_counties_data_join():
    once = taken([["云屿县工商联会员名册"], ["企业名称", "所属乡镇"], ["远帆渔具有限公司", "白礁乡"]])
    assert inserted(once, Township)[0].id == make.township(OF, "白礁乡").id
    assert MemorySnapshot(after(once)).get(Federation, OF.id) == OF
