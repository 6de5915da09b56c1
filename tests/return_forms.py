"""Forms for tests, as data would make them: members, progress, chamber with officers, activities."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from moushi.domain.returns import Earlier, FieldType, FormField, FormTable, ReturnForm, Rows

MEMBER_KINDS = {"企业": "enterprise", "团体": "group", "个人": "individual"}
ROLES = {"会长": "president", "常务副会长": "executive_vice", "副会长": "vice", "秘书长": "secretary_general"}
ACTIVITY_KINDS = {"走访企业": "visit", "培训": "training", "捐赠": "donation", "会议": "meeting"}


def field(key: str, label: str, kind: FieldType = FieldType.TEXT, lands: str = "", **more: Any) -> FormField:
    """A field that is asked and goes out with what is held."""
    return FormField(key, label, kind, lands, **more)


def shown(key: str, label: str, lands: str, kind: FieldType = FieldType.TEXT, **more: Any) -> FormField:
    """A field that is shown but not asked."""
    return FormField(key, label, kind, lands, **{"is_locked": True} | more)


def members_form(**more: Any) -> ReturnForm:
    """会员变更: who joins, leaves and changes."""
    fields = (
        field(
            "name",
            "会员名称",
            lands="Member.name",
            aliases=("企业名称", "单位名称"),
            is_required=True,
            longest=60,
        ),
        field("kind", "会员类别", FieldType.CHOICE, "Member.kind", choices=MEMBER_KINDS, is_required=True),
        field(
            "uscc",
            "统一社会信用代码",
            FieldType.USCC,
            "Member.uscc",
            aliases=("信用代码",),
            help="18位，照营业执照填。",
        ),
        field("representative", "法定代表人", lands="Member.legal_representative", longest=20),
        field("contact", "联系人", lands="Member.contact", longest=20),
        field("phone", "联系电话", FieldType.PHONE, "Member.phone", aliases=("手机", "电话")),
        field("industry", "所属行业", lands="Member.industry", longest=30),
        field(
            "staff",
            "职工人数",
            FieldType.WHOLE,
            "Member.staff",
            unit="人",
            least=Decimal(0),
            most=Decimal(100_000),
        ),
        field(
            "capital",
            "注册资本",
            FieldType.AMOUNT,
            "Member.registered_capital",
            unit="万元",
            least=Decimal(0),
        ),
        field("young", "新生代", FieldType.ANSWER, "Member.new_generation"),
        field("joined", "入会日期", FieldType.DATE, "Membership.joined_on"),
        field("left", "退会日期", FieldType.DATE, "Membership.left_on", help="退会的填日期，不要删行。"),
        field("reason", "退会原因", lands="Member.left_reason", longest=100),
    )
    table = FormTable(
        "members",
        "会员变更表",
        Rows.MEMBERS,
        fields,
        ("会员名册",),
        12,
        "已入会的都列在下面：有变化的直接改，新入会的填在后面空行。",
    )
    form = ReturnForm(
        "members",
        2,
        "会员变更",
        (table,),
        "入会、退会和信息变更的会员。",
        (Earlier(1, {"members:单位": "name", "members:手机号码": "phone"}, ("传真",)),),
    )
    return replace(form, **more)


def progress_form(**more: Any) -> ReturnForm:
    """工作进展: what was reached of the plan's items in the period."""
    fields = (
        shown("item", "工作任务", "PlanItem.text", width=34),
        shown("measure", "指标", "Measure.name"),
        shown("part", "其中", "SubMeasure.name"),
        shown("unit", "单位", "Measure.unit"),
        shown("target", "目标", "Measure.target", FieldType.DECIMAL),
        field(
            "value",
            "本期完成",
            FieldType.DECIMAL,
            "Progress.value",
            aliases=("本期",),
            least=Decimal(0),
            help="只填数字。",
        ),
        field(
            "cumulative",
            "累计完成",
            FieldType.DECIMAL,
            "Progress.cumulative",
            aliases=("累计",),
            least=Decimal(0),
        ),
        field(
            "narrative",
            "进展情况",
            lands="Progress.narrative",
            longest=500,
            width=30,
            help="办了什么、办到哪一步。",
        ),
        field("problems", "存在问题", lands="Progress.problems", longest=300, width=20),
        field("next", "下步打算", lands="Progress.next_steps", longest=300, width=20),
        field("evidence", "佐证材料", lands="Progress.evidence", longest=200),
    )
    table = FormTable("progress", "工作进展表", Rows.PROGRESS, fields, (), 0, "没有进展的留空，不要填0。")
    form = ReturnForm("progress", 1, "工作进展", (table,), "本期各项工作办到哪一步。")
    return replace(form, **more)


def chamber_form(**more: Any) -> ReturnForm:
    """商会基本情况: the chamber itself, and who is in office."""
    fields = (
        shown("name", "商会名称", "Chamber.name"),
        shown("township", "所在乡镇", "Township.name"),
        field("uscc", "统一社会信用代码", FieldType.USCC, "Chamber.uscc"),
        field("founded", "成立日期", FieldType.DATE, "Chamber.founded_on"),
        field(
            "term",
            "本届届次",
            FieldType.WHOLE,
            "Chamber.term_number",
            unit="届",
            least=Decimal(1),
            most=Decimal(30),
        ),
        field("began", "换届日期", FieldType.DATE, "Chamber.term_began_on", help="本届班子选出的那天。"),
        field(
            "years",
            "任期",
            FieldType.WHOLE,
            "Chamber.term_years",
            unit="年",
            least=Decimal(1),
            most=Decimal(5),
        ),
        field("branch", "建有党支部", FieldType.ANSWER, "Chamber.party_branch"),
        field(
            "staff",
            "专职人员",
            FieldType.WHOLE,
            "Chamber.full_time_staff",
            unit="人",
            least=Decimal(0),
            most=Decimal(50),
        ),
        field("secretary", "秘书长", lands="Chamber.secretary", longest=20),
        field("rate", "会费收缴率", FieldType.SHARE, least=Decimal(0), most=Decimal(1), is_prefilled=False),
        field("month", "会费收到", FieldType.PERIOD, is_prefilled=False),
        field("wish", "想说的话", longest=500, is_prefilled=False),
    )
    card = FormTable("chamber", "商会基本情况表", Rows.CHAMBER, fields, (), 0, "有变化的直接改。")
    officers = FormTable(
        "officers",
        "商会班子名单",
        Rows.OFFICERS,
        (
            field("role", "职务", FieldType.CHOICE, "Post.role", choices=ROLES, is_required=True),
            field("person", "姓名", lands="Person.name", longest=20),
            field("member", "所在企业", lands="Member.name", longest=60),
            field("phone", "联系电话", FieldType.PHONE, "Person.phone"),
            field("from", "任职日期", FieldType.DATE, "Post.from_on"),
            field("to", "离任日期", FieldType.DATE, "Post.to_on"),
        ),
        blank=6,
        help="换届后在空行填新班子，离任的填离任日期。",
    )
    form = ReturnForm("chamber", 1, "商会基本情况", (card, officers), "商会情况、换届和班子。")
    return replace(form, **more)


def activities_form(**more: Any) -> ReturnForm:
    """活动: what the chamber held in the period."""
    fields = (
        field("held", "日期", FieldType.DATE, "Activity.held_on", aliases=("活动时间",), is_required=True),
        field("kind", "类别", FieldType.CHOICE, "Activity.kind", choices=ACTIVITY_KINDS, is_required=True),
        field("title", "活动名称", lands="Activity.title", longest=80, width=26),
        field("place", "地点", lands="Activity.place", longest=40),
        field("people", "参加人数", FieldType.WHOLE, "Activity.people", unit="人", least=Decimal(0)),
        field("amount", "金额", FieldType.AMOUNT, "Activity.amount", unit="元", least=Decimal(0)),
        field("members", "参加会员", lands="Participation.member_id", help="几家会员用顿号隔开。", width=24),
        field("notes", "情况说明", lands="Activity.narrative", longest=500, width=30),
    )
    table = FormTable(
        "activities", "活动登记表", Rows.ACTIVITIES, fields, ("台账",), 15, "本期办的活动，一行一场。"
    )
    form = ReturnForm("activities", 1, "活动登记", (table,), "本期办的活动。")
    return replace(form, **more)


def all_forms() -> tuple[ReturnForm, ...]:
    """All of them, in the order in which they go out."""
    return progress_form(), members_form(), chamber_form(), activities_form()
