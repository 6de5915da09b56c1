"""Lists of any content: no row is lost without a word, and the same list twice proposes nothing."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import factories as make
from intake.lists import CODE, OF, OTHER_CODE, after, book, inserted, quick, taken
from moushi.changes.mending import mended
from moushi.changes.model import Change, Insert, applied
from moushi.domain.names import bare_name, branch_of
from moushi.domain.records import Activity, Chamber, Member, Membership, Participation, Post, normal_name

CHAMBER = make.chamber(OF)
HELD = (
    CHAMBER,
    make.member(OF, uscc=CODE),
    make.member(OF, "蓝礁养殖厂", phone="0580-4471234"),
    make.township(OF),
)

firms = st.sampled_from(
    (
        "远帆渔具有限公司",
        "远帆渔具",
        "蓝礁养殖厂",
        "青屿商行",
        "海雾民宿",
        "沙湾（鹭汀）农场",
        "远航渔具有限公司",
        "",
        "合计",
        "禾小满",
        "注：略",
    )
)
cells = st.sampled_from(
    (
        "",
        "-",
        "13888001234",
        "1.3888E+10",
        13888001234.0,
        45000,
        "2031.3",
        "2031年3月5日",
        "３家",
        "约30",
        "2000万",
        CODE,
        OTHER_CODE,
        "9.1E+17",
        "鹭汀镇",
        "白礁乡",
        "会长",
        "副会长、秘书长",
        "副秘书长",
        "渔业\n加工",
        "是",
        "鹭汀镇商会",
        "=1+1",
    )
)
member_columns = (
    "统一社会信用代码",
    "联系电话",
    "法定代表人",
    "所属乡镇",
    "员工人数",
    "注册资本（万元）",
    "入会时间",
    "职务",
    "所属商会",
    "行业",
    "爱好",
)
ledger_columns = ("走访企业", "活动名称", "地点", "参加人数", "收集问题数", "金额", "备注", "所属商会")


@st.composite
def member_lists(draw):
    columns = draw(st.lists(st.sampled_from(member_columns), min_size=2, max_size=6, unique=True))
    rows = draw(st.lists(st.tuples(firms, *(cells for _ in columns)), min_size=1, max_size=8))
    return ["企业名称", *columns], rows


@st.composite
def ledgers(draw):
    columns = draw(st.lists(st.sampled_from(ledger_columns), min_size=2, max_size=6, unique=True))
    days = st.sampled_from(("2031.3.12", "2031-3-13", date(2031, 3, 12), "", "3月", "明天", 2031))
    some = st.tuples(days, *(firms if column in ("走访企业", "活动名称") else cells for column in columns))
    return ["走访时间", *columns], draw(st.lists(some, min_size=1, max_size=8))


def row_of(finding):
    return int(re.sub(r"\D", "", finding.where.rpartition("!")[2]))


def key(name):
    return bare_name(name), branch_of(name)


@settings(max_examples=120, deadline=None)
@given(member_lists())
def test_every_row_of_members_is_an_edit_the_same_as_held_or_a_finding(made):
    header, rows = made
    proposal = quick([header, *rows], *HELD)
    members = {key(record.name) for record in after(proposal, *HELD) if isinstance(record, Member)}
    noticed = {row_of(finding) for finding in proposal.findings}
    for number, row in enumerate(rows, 2):
        texts = [str(cell) for cell in row if str(cell).strip()]
        is_held = set(texts) <= {CODE, "-"}  # who is held by that code, and nothing of it
        assert is_held or (row[0] and key(row[0]) in members) or number in noticed, (number, row)


def test_a_row_with_a_code_alone_is_the_members_whose_name_a_later_row_says():
    header = ["企业名称", "统一社会信用代码", "法定代表人"]
    rows = [["", OTHER_CODE, "禾小满"], ["浮图贻贝行", OTHER_CODE, ""]]
    once = quick([header, *rows], *HELD)
    (new,) = [edit.record for edit in once.edits if isinstance(edit, Insert)]
    assert (new.name, new.legal_representative) == ("浮图贻贝行", "禾小满")
    held = [record for record in after(once, *HELD) if record.id != OF.id]
    assert quick([header, *rows], *held).edits == ()


@settings(max_examples=120, deadline=None)
@given(member_lists())
def test_the_same_list_of_members_twice_proposes_nothing(made):
    header, rows = made
    once = quick([header, *rows], *HELD)
    held = [record for record in after(once, *HELD) if record.id != OF.id]
    assert quick([header, *rows], *held).edits == ()


@settings(max_examples=120, deadline=None)
@given(ledgers())
def test_every_row_of_a_ledger_is_an_activity_or_a_finding_and_twice_proposes_nothing(made):
    header, rows = made
    proposal = quick([header, *rows], *HELD)
    held = [record for record in after(proposal, *HELD) if record.id != OF.id]
    days = {(each.held_on, normal_name(each.title)) for each in held if isinstance(each, Activity)}
    noticed = {row_of(finding) for finding in proposal.findings}
    titles = header.index("活动名称") if "活动名称" in header else None
    read = {
        "2031.3.12": date(2031, 3, 12),
        "2031-3-13": date(2031, 3, 13),
        date(2031, 3, 12): date(2031, 3, 12),
        "3月": None,
    }
    for number, row in enumerate(rows, 2):
        title = normal_name(row[titles]) if titles is not None else ""
        texts = [str(cell) for cell in row if str(cell).strip()]
        assert not texts or (read.get(row[0]), title) in days or number in noticed or row[0] == "3月", (
            number,
            row,
        )
    assert quick([header, *rows], *held).edits == ()


def test_what_is_proposed_fits_the_records_with_every_suggestion_taken():
    rows = [["鹭汀商会会员名册"], ["企业名称", "统一社会信用代码", "联系电话", "职务"]]
    rows += [
        ["远航渔具有限公司", "", "", "会长"],
        ["云屿蓝礁养殖厂", "", "13888001234", "副会长"],
        ["青屿商行", CODE[:-1] + "5", "1388800123", ""],
    ]
    far, blue = make.member(OF), make.member(OF, "蓝礁养殖厂")
    held = (CHAMBER, far, blue)
    proposal = taken(rows, *held)
    laid, fits = mended(proposal, range(len(proposal.findings)))
    kept = [edit for edit in laid.edits if not (isinstance(edit, Change) and edit.old == edit.new)]
    records = applied({record.id: record for record in (OF, *held)}, kept).values()
    assert len(fits) == sum(bool(finding.mend) for finding in proposal.findings)
    assert sorted(m.name for m in records if isinstance(m, Member)) == sorted(
        [far.name, blue.name, "青屿商行"]
    )
    assert [c.name for c in records if isinstance(c, Chamber)] == [CHAMBER.name]
    assert len([m for m in records if isinstance(m, Membership)]) == 3
    assert {post.member_id for post in records if isinstance(post, Post)} == {far.id, blue.id}


def test_a_suggestion_does_not_enter_a_member_twice_in_its_chamber():
    blue = make.member(OF, "蓝礁养殖厂")
    held = (CHAMBER, blue, make.membership(blue, CHAMBER))
    proposal = taken(
        [["鹭汀镇商会会员名册"], ["企业名称", "联系电话"], ["云屿蓝礁养殖厂", "13888001234"]], *held
    )
    laid, _ = mended(proposal, range(len(proposal.findings)))
    kept = [edit for edit in laid.edits if not (isinstance(edit, Change) and edit.old == edit.new)]
    assert [(edit.field, edit.new) for edit in kept if isinstance(edit, Change)] == [("phone", "13888001234")]
    assert len(kept) == 1


def test_a_long_list_is_taken_whole():
    rows = [["企业名称", "联系电话", "所属乡镇", "注册资本（万元）"]]
    rows += [
        [
            f"云屿{chr(0x4E00 + n // 100)}{chr(0x5000 + n % 100)}{chr(0x6000 + n)}有限公司",
            "0580-4471234",
            "鹭汀镇",
            n + 1,
        ]
        for n in range(2_000)
    ]
    proposal = taken(book(rows), *HELD)
    assert len(inserted(proposal, Member)) == 2_000
    assert all(isinstance(edit, Insert) for edit in proposal.edits)
    assert inserted(proposal, Participation) == []
