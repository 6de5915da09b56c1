"""Over 400 lines: the cases of one reader stay together."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factories as make
from moushi.changes.model import Change, Delete, Insert, Proposal, Severity, Source, applied
from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument
from moushi.compile.marks import mark_name, ref_of
from moushi.domain.kinds import ArticleKind, Choice, PassageKind
from moushi.domain.record import Record
from moushi.domain.records import (
    Article,
    ArticleItem,
    ArticleSection,
    Federation,
    Passage,
    Plan,
    PlanItem,
    Theme,
)
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.docx_text import read_docx
from moushi.intake.manuscript import is_manuscript, propose_manuscript, read_manuscript
from moushi.intake.source import SourceFile
from moushi.output.word.article import article_docx
from output.word.samples import layout_of

NOW = datetime(2031, 1, 20, 8, 30, tzinfo=UTC)
EXPORT = UUID(int=0xE7)
SOURCE = Source("manuscript.docx")
PRESETS = ("manuscript", "zhoushan", "gongwen")


class Office:
    """An article in the records, its export, and what the office makes of the file that comes back."""

    def __init__(self, preset: str = "manuscript", records: tuple[Record, ...] = ()) -> None:
        self.records = {record.id: record for record in records or county()}
        self.document = self.compiled()
        self.data = article_docx(self.document, layout_of(preset), exported_id=EXPORT, now=NOW)

    @property
    def snapshot(self) -> MemorySnapshot:
        return MemorySnapshot(self.records.values())

    def one(self, kind: type, begin: str = "") -> Record:
        texts = ("text", "lead", "headline", "heading")
        (found,) = [
            record
            for record in self.snapshot.where(kind)
            if any(str(getattr(record, name, "")).startswith(begin) for name in texts)
        ]
        return found

    def compiled(self) -> ArticleDocument:
        return compile_article(self.snapshot, self.snapshot.where(Article)[0])

    def edit(self, change: Callable[[str], str]) -> Office:
        self.data = rewritten(self.data, "word/document.xml", change)
        return self

    def replace(self, old: str, new: str) -> Office:
        def change(xml: str) -> str:
            assert old in xml
            return xml.replace(old, new, 1)

        return self.edit(change)

    def proposal(self, base: bool = True) -> Proposal:
        manuscript = read_manuscript(read_docx(SourceFile("manuscript.docx", self.data)))
        return propose_manuscript(manuscript, self.document if base else None, self.snapshot, SOURCE)

    def apply(self, proposal: Proposal) -> None:
        self.records = applied(self.records, proposal.edits)

    def change(self, record: Record, **fields: object) -> None:
        self.records[record.id] = replace(record, **fields)


def rewritten(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            content = source.read(name)
            package.writestr(name, change(content.decode()) if name == part else content)
    return target.getvalue()


def county() -> tuple[Record, ...]:
    of = make.federation()
    plan = make.plan(of, heading="云屿县工商联：", slogan="织密服务网")
    opening = make.passage(plan, "云屿四面环海，小店多、船多。", rank="1")
    article = make.article(
        kicker="迎潮而上",
        headline="海岛商会新年打算",
        byline="□记者 田一苇",
        lead="潮平两岸阔。\n风正一帆悬。",
    )
    records: list[Record] = [of, plan, opening]
    for number, lead in enumerate(("一是把商会办实。", "二是让企业舒心。"), 1):
        theme = make.theme(plan, lead, rank=f"{number + 1}")
        records.append(theme)
        for place, text in enumerate(TEXTS[number - 1], 1):
            records.append(make.item(theme, text, rank=f"{place}"))
    return (*records, article, make.section(article, plan))


TEXTS = (
    ("办两场渔具展；", "请十位船老大上台讲课；", "给每家商会配一名秘书。"),
    ("走访六十家小店；", "当月的难题当月答复；", "年底请企业打一次分。"),
)


def item_mark(office: Office, begin: str) -> str:
    ref = next(
        run.ref
        for section in office.document.sections
        for paragraph in section.paragraphs
        for run in paragraph.runs
        if run.text.startswith(begin)
    )
    return mark_name(ref)


def marked_xml(office: Office, begin: str, xml: str) -> str:
    """The bookmark of the run that begins so, start to end, as it stands in the XML."""
    name = item_mark(office, begin)
    found = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>.*?<w:bookmarkEnd w:id="\1"/>', xml)
    assert found
    return found[0]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    words = f'<w:delText xml:space="preserve">{text}</w:delText>'
    return f'<w:del w:id="900" w:author="a"><w:r>{words}</w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="901" w:author="a">{run(text)}</w:ins>'


def messages(proposal: Proposal) -> list[str]:
    return [str(finding.message) for finding in proposal.findings]


# -- nothing changed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("preset", PRESETS)
def test_a_file_that_nobody_edited_changes_nothing(preset: str) -> None:
    office = Office(preset)
    assert is_manuscript(read_docx(SourceFile("a.docx", office.data)))
    assert office.proposal().edits == ()
    assert office.proposal().findings == ()


def test_an_unedited_file_changes_nothing_even_if_the_plan_has_moved_on() -> None:
    office = Office()
    office.change(office.one(PlanItem, "办两场"), text="办三场渔具展；", rank="9")
    office.change(office.one(Article), lead="另一篇导语。")
    assert office.proposal().edits == ()
    assert office.proposal().findings == ()


def test_other_documents_are_not_taken_for_returned_ones() -> None:
    office = Office()
    bare = rewritten(office.data, "word/document.xml", lambda xml: re.sub("<w:bookmark[^>]*>", "", xml))
    bare = rewritten(bare, "docProps/custom.xml", lambda xml: xml.replace("moushi-", "other-"))
    assert not is_manuscript(read_docx(SourceFile("a.docx", bare)))


# -- words changed -------------------------------------------------------------------------------------------


def test_a_changed_item_is_one_change_from_what_the_plan_says_now() -> None:
    office = Office().replace("走访六十家小店；", "走访八十家小店；")
    item = office.one(PlanItem, "走访")
    (edit,) = office.proposal().edits
    assert edit == Change(PlanItem, item.id, "text", "走访六十家小店；", "走访八十家小店；")


def test_tracked_changes_count_as_accepted() -> None:
    office = Office().replace(
        run("走访六十家小店；"), run("走访") + deleted("六十") + inserted("八十") + run("家小店；")
    )
    (edit,) = office.proposal().edits
    assert (edit.field, edit.new) == ("text", "走访八十家小店；")


@pytest.mark.parametrize(
    ("old", "new", "kind", "field"),
    [
        ("一是把商会办实。", "一是把商会办强。", Theme, "lead"),
        ("云屿四面环海，小店多、船多。", "云屿四面环海，小店多。", Passage, "text"),
        ("迎潮而上", "迎潮而上 聚力前行", Article, "kicker"),
        ("海岛商会新年打算", "海岛商会新打算", Article, "headline"),
        ("□记者 田一苇", "□记者 田一苇 苏晚舟", Article, "byline"),
        ("云屿县工商联：", "云屿工商联：", Plan, "heading"),
        ("织密服务网", "织牢服务网", Plan, "slogan"),
    ],
)
def test_every_printed_field_can_be_changed(old: str, new: str, kind: type, field: str) -> None:
    office = Office().edit(lambda xml: xml.replace(f">{old}<", f">{new}<"))
    (edit,) = office.proposal().edits
    assert (edit.kind, edit.field, edit.old, edit.new) == (kind, field, old, new)
    office.apply(office.proposal())
    assert office.proposal().edits == ()


def test_lead_paragraphs_are_one_field() -> None:
    office = Office().replace("风正一帆悬。", "海日生残夜。")
    (edit,) = office.proposal().edits
    assert (edit.field, edit.new) == ("lead", "潮平两岸阔。\n海日生残夜。")


def test_a_new_lead_paragraph_joins_the_lead() -> None:
    office = Office()
    added = f"<w:p>{run('江春入旧年。')}</w:p>"
    office.edit(lambda xml: re.sub(r"(风正一帆悬。.*?</w:p>)", r"\1" + added, xml, count=1))
    (edit,) = office.proposal().edits
    assert (edit.field, edit.new) == ("lead", "潮平两岸阔。\n风正一帆悬。\n江春入旧年。")
    office.apply(office.proposal())
    assert office.proposal().edits == ()


def test_a_wording_for_the_paper_is_changed_and_the_plan_is_not() -> None:
    records = county()
    article = next(record for record in records if isinstance(record, Article))
    item = next(record for record in records if isinstance(record, PlanItem))
    office = Office(records=(*records, make.article_item(article, item, wording="渔具展办两场；")))
    office.replace("渔具展办两场；", "渔具展办满两场；")
    (edit,) = office.proposal().edits
    assert (edit.kind, edit.field, edit.new) == (ArticleItem, "wording", "渔具展办满两场；")


def test_where_the_plan_changed_too_the_person_sees_all_three_wordings() -> None:
    office = Office().replace("走访六十家小店；", "走访八十家小店；")
    office.change(office.one(PlanItem, "走访"), text="走访一百家小店；")
    proposal = office.proposal()
    (edit,) = proposal.edits
    assert (edit.old, edit.new) == ("走访一百家小店；", "走访八十家小店；")
    (finding,) = proposal.findings
    assert finding.severity is Severity.WARNING
    for text in ("走访六十家小店；", "走访一百家小店；", "走访八十家小店；"):
        assert text in str(finding.message)


def test_what_the_plan_says_already_is_not_proposed_again() -> None:
    office = Office().replace("走访六十家小店；", "走访八十家小店；")
    office.apply(office.proposal())
    assert office.proposal().edits == ()
    assert office.proposal().findings == ()


def test_blanks_and_breaks_of_layout_are_no_change() -> None:
    office = Office().replace(
        run("走访六十家小店；"), run("走访") + "<w:r><w:br/></w:r>" + run("六十家小店；")
    )
    assert office.proposal().edits == ()


def test_an_edit_of_an_item_that_is_gone_is_told() -> None:
    office = Office().replace("走访六十家小店；", "走访八十家小店；")
    del office.records[office.one(PlanItem, "走访").id]
    proposal = office.proposal()
    assert proposal.edits == ()
    assert messages(proposal) == [
        "“走访六十家小店；” was changed to “走访八十家小店；”, but is no longer in the records."
    ]


# -- words typed at the ends of marks ------------------------------------------------------------------------


def after_mark(office: Office, begin: str, added: str) -> Office:
    def change(xml: str) -> str:
        mark = marked_xml(office, begin, xml)
        return xml.replace(mark, mark + added)

    return office.edit(change)


def before_mark(office: Office, begin: str, added: str) -> Office:
    def change(xml: str) -> str:
        mark = marked_xml(office, begin, xml)
        return xml.replace(mark, added + mark)

    return office.edit(change)


def test_an_end_typed_anew_outside_the_mark_belongs_to_the_item() -> None:
    office = Office().replace("走访六十家小店；", "走访六十家")
    after_mark(office, "走访", run("大店；"))
    (edit,) = office.proposal().edits
    assert edit.new == "走访六十家大店；"


def test_words_typed_before_an_item_belong_to_it() -> None:
    office = before_mark(Office(), "当月的难题", run("把"))
    (edit,) = office.proposal().edits
    assert edit.new == "把当月的难题当月答复；"


def test_words_typed_before_a_paragraph_belong_to_its_lead() -> None:
    office = before_mark(Office(), "二是", run("要点之"))
    (edit,) = office.proposal().edits
    assert (edit.kind, edit.new) == (Theme, "要点之二是让企业舒心。")


def test_a_sentence_typed_after_an_item_is_a_new_item() -> None:
    office = after_mark(Office(), "走访", run("开一条热线；"))
    (edit,) = office.proposal().edits
    assert isinstance(edit, Insert)
    assert edit.record.text == "开一条热线；"
    assert not edit.record.begins_paragraph
    office.apply(office.proposal())
    theme = office.one(Theme, "二是")
    assert [item.text for item in office.snapshot.where(PlanItem, theme_id=theme.id)] == [
        "走访六十家小店；",
        "开一条热线；",
        "当月的难题当月答复；",
        "年底请企业打一次分。",
    ]
    assert office.proposal().edits == ()


def test_two_sentences_and_a_beginning_are_two_items_and_words_of_the_next() -> None:
    office = after_mark(Office(), "走访", run("开一条热线；办一张报纸；及时把"))
    proposal = office.proposal()
    inserts = [edit.record.text for edit in proposal.edits if isinstance(edit, Insert)]
    assert inserts == ["开一条热线；", "办一张报纸；"]
    assert [edit.new for edit in proposal.edits if isinstance(edit, Change)] == ["及时把当月的难题当月答复；"]


def test_a_sentence_after_a_lead_is_its_first_item() -> None:
    office = after_mark(Office(), "二是", run("开一条热线；"))
    office.apply(office.proposal())
    theme = office.one(Theme, "二是")
    assert office.snapshot.where(PlanItem, theme_id=theme.id)[0].text == "开一条热线；"


def test_a_clause_at_the_end_of_a_paragraph_belongs_to_the_last_item() -> None:
    office = after_mark(Office(), "年底请", run("（待定）"))
    (edit,) = office.proposal().edits
    assert edit.new == "年底请企业打一次分。（待定）"


def test_a_new_item_is_listed_where_the_article_prints_only_listed_ones() -> None:
    records = county()
    article = next(record for record in records if isinstance(record, Article))
    items = [record for record in records if isinstance(record, PlanItem)][:2]
    entries = [make.article_item(article, item, rank=rank) for item, rank in zip(items, "13", strict=True)]
    records = tuple(
        replace(record, choice=Choice.LISTED) if isinstance(record, ArticleSection) else record
        for record in records
    )
    office = after_mark(Office(records=(*records, *entries)), "办两场", run("开一条热线；"))
    item, entry = office.proposal().edits
    assert (item.kind, entry.kind, entry.record.item_id) == (PlanItem, ArticleItem, item.id)
    office.apply(office.proposal())
    assert [run.text for run in office.compiled().sections[0].paragraphs[1].runs][1:3] == [
        "办两场渔具展；",
        "开一条热线；",
    ]


# -- words gone ----------------------------------------------------------------------------------------------


def without(office: Office, begin: str) -> Office:
    return office.edit(lambda xml: xml.replace(marked_xml(office, begin, xml), "", 1))


def test_a_removed_item_is_deleted_after_what_hangs_on_it() -> None:
    office = Office()
    item = office.one(PlanItem, "走访")
    unit = make.unit(item)
    office.records[unit.id] = unit
    proposal = without(office, "走访").proposal()
    assert proposal.edits == (Delete(unit), Delete(item))
    (finding,) = proposal.findings
    assert finding.severity is Severity.WARNING
    assert "“走访六十家小店；” is missing" in str(finding.message)
    office.apply(proposal)
    assert office.proposal().edits == ()


def test_words_deleted_under_tracking_are_removed_too() -> None:
    office = Office().replace(run("走访六十家小店；"), deleted("走访六十家小店；"))
    (edit,) = office.proposal().edits
    assert isinstance(edit, Delete)


def test_an_item_that_is_only_taken_out_of_a_listing_stays_in_the_plan() -> None:
    records = county()
    article = next(record for record in records if isinstance(record, Article))
    items = [record for record in records if isinstance(record, PlanItem)]
    entries = [make.article_item(article, item, rank=f"{n}") for n, item in enumerate(items, 1)]
    records = tuple(
        replace(record, choice=Choice.LISTED) if isinstance(record, ArticleSection) else record
        for record in records
    )
    (edit,) = without(Office(records=(*records, *entries)), "走访").proposal().edits
    assert edit.kind is ArticleItem


def test_a_removed_theme_goes_with_its_items_and_a_removed_lead_alone() -> None:
    office = Office()
    theme = office.one(Theme, "二是")
    items = office.snapshot.where(PlanItem, theme_id=theme.id)
    for begin in ("二是", "走访", "当月", "年底"):
        without(office, begin)
    assert office.proposal().edits == (*(Delete(item) for item in items), Delete(theme))
    (edit,) = without(Office(), "二是").proposal().edits
    assert (edit.kind, edit.field, edit.new) == (Theme, "lead", "")


def test_a_removed_passage_is_deleted_and_a_removed_slogan_emptied() -> None:
    office = without(Office(), "云屿四面")
    (edit,) = office.proposal().edits
    assert edit == Delete(office.one(Passage))
    office = Office().edit(lambda xml: re.sub(r"<w:p>(?:(?!</w:p>).)*织密服务网.*?</w:p>", "", xml))
    (edit,) = office.proposal().edits
    assert (edit.kind, edit.field, edit.new) == (Plan, "slogan", "")


# -- marks that programs lose, split, double -----------------------------------------------------------------


def unmarked(xml: str) -> str:
    return re.sub("<w:bookmark(?:Start|End)[^>]*>", "", xml)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_program_that_drops_every_mark_changes_nothing(preset: str) -> None:
    office = Office(preset).edit(unmarked)
    assert office.proposal().edits == ()
    assert office.proposal().findings == ()


def test_items_of_several_sentences_are_found_without_marks() -> None:
    long = "（一）办夜校。每期四十人。请船老大讲课。"
    records = tuple(
        replace(record, text=long, begins_paragraph=True)
        if isinstance(record, PlanItem) and record.text.startswith("走访")
        else record
        for record in county()
    )
    office = Office(records=records).edit(unmarked)
    assert office.proposal().edits == ()


def test_an_edit_is_found_without_any_mark() -> None:
    office = Office().edit(unmarked).replace("走访六十家小店；", "走访八十家小店；")
    (edit,) = office.proposal().edits
    assert edit.new == "走访八十家小店；"


def test_an_item_typed_over_with_its_mark_gone_is_changed_not_replaced() -> None:
    office = Office()
    office.edit(lambda xml: xml.replace(marked_xml(office, "走访", xml), run("上门问需求；"), 1))
    (edit,) = office.proposal().edits
    assert edit == Change(
        PlanItem, office.one(PlanItem, "走访").id, "text", "走访六十家小店；", "上门问需求；"
    )


def test_a_copied_item_is_new_and_the_original_stays() -> None:
    office = Office()

    def copied(xml: str) -> str:
        mark = marked_xml(office, "走访", xml)
        copy = mark.replace("走访六十家小店", "走访六十家大店").replace(
            item_mark(office, "走访"), item_mark(office, "走访") + "_Copy_1"
        )
        return xml.replace(mark, mark + re.sub(r'w:id="\d+"', 'w:id="777"', copy))

    office.edit(copied)
    (edit,) = office.proposal().edits
    assert isinstance(edit, Insert)
    assert edit.record.text == "走访六十家大店；"


def test_a_split_mark_holds_all_its_parts_and_what_was_typed_between() -> None:
    office = Office()

    def split(xml: str) -> str:
        name = item_mark(office, "走访")

        def part(number: int, text: str) -> str:
            begin, end = (
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
                f'<w:bookmarkEnd w:id="{number}"/>',
            )
            return begin + run(text) + end

        return xml.replace(
            marked_xml(office, "走访", xml), part(801, "走访六十家") + run("街边") + part(802, "小店；")
        )

    office.edit(split)
    (edit,) = office.proposal().edits
    assert edit.new == "走访六十家街边小店；"


def test_without_properties_the_file_is_compared_with_the_plan_and_nothing_is_deleted() -> None:
    office = Office().replace("走访六十家小店；", "走访八十家小店；")
    without(office, "当月")
    office.data = rewritten(office.data, "docProps/custom.xml", lambda xml: xml.replace("moushi-", "other-"))
    proposal = office.proposal(base=False)
    (edit,) = proposal.edits
    assert edit.new == "走访八十家小店；"
    assert messages(proposal) == [
        "What was exported is not known here, so the file was compared with the records as they stand."
    ]


def test_a_file_of_another_store_is_refused() -> None:
    office = Office()
    office.records = {}
    proposal = office.proposal(base=False)
    assert proposal.has_errors
    assert proposal.edits == ()


# -- places --------------------------------------------------------------------------------------------------


def test_an_item_set_on_a_line_of_its_own_begins_a_paragraph_and_back() -> None:
    office = before_mark(Office(), "当月的难题", "</w:p><w:p>")
    (edit,) = office.proposal().edits
    assert (edit.field, edit.old, edit.new) == ("begins_paragraph", False, True)
    office.apply(office.proposal())
    again = Office(records=tuple(office.records.values()))
    again.edit(
        lambda xml: re.sub(
            r"</w:p><w:p><w:pPr>(?:(?!</w:pPr>).)*</w:pPr>(?=<w:bookmarkStart w:id=\"\d+\" w:name=\""
            + item_mark(again, "当月的难题")
            + ")",
            "",
            xml,
        )
    )
    (edit,) = again.proposal().edits
    assert (edit.field, edit.old, edit.new) == ("begins_paragraph", True, False)


def test_an_item_moved_within_its_theme_gets_a_new_place() -> None:
    office = Office()

    def moved(xml: str) -> str:
        mark = marked_xml(office, "年底请", xml)
        return xml.replace(mark, "").replace(
            marked_xml(office, "走访", xml), mark + marked_xml(office, "走访", xml)
        )

    (edit,) = office.edit(moved).proposal().edits
    assert (edit.kind, edit.field) == (PlanItem, "rank")
    office.apply(office.proposal())
    theme = office.one(Theme, "二是")
    order = [item.text[:2] for item in office.snapshot.where(PlanItem, theme_id=theme.id)]
    assert order == ["年底", "走访", "当月"]
    assert office.compiled().sections[0].paragraphs[2].runs[1].text == "年底请企业打一次分。"


def test_an_item_moved_without_its_mark_is_still_the_same() -> None:
    office = Office()
    item = office.one(PlanItem, "走访")
    without(office, "走访")
    after_mark(office, "年底请", run("走访六十家小店；"))
    (edit,) = office.proposal().edits
    assert (edit.id, edit.field) == (item.id, "rank")


def test_an_item_moved_to_another_theme_goes_there() -> None:
    office = Office()

    def moved(xml: str) -> str:
        mark = marked_xml(office, "走访", xml)
        return xml.replace(mark, "").replace(
            marked_xml(office, "请十位", xml), marked_xml(office, "请十位", xml) + mark
        )

    office.edit(moved)
    office.apply(office.proposal())
    theme = office.one(Theme, "一是")
    order = [item.text[:2] for item in office.snapshot.where(PlanItem, theme_id=theme.id)]
    assert order == ["办两", "请十", "走访", "给每"]


def test_a_moved_paragraph_is_told() -> None:
    office = Office()

    def moved(xml: str) -> str:
        found = re.search(r"<w:p>(?:(?!</w:p>).)*二是让企业舒心.*?</w:p>", xml)
        return xml.replace(found[0], "").replace("<w:p>", found[0] + "<w:p>", 1)

    proposal = office.edit(moved).proposal()
    assert proposal.edits == ()
    assert any("stands in another place" in message for message in messages(proposal))


def after_paragraph(office: Office, begin: str, text: str) -> Office:
    added = f"<w:p>{run(text)}</w:p>"
    return office.edit(lambda xml: re.sub(rf"({begin}.*?</w:p>)", r"\1" + added, xml, count=1))


def test_a_new_paragraph_after_a_theme_is_a_theme() -> None:
    office = after_paragraph(Office(), "一是把商会办实", "再添一件大事。修一座码头；造一条船。")
    office.apply(office.proposal())
    assert [paragraph.text[:4] for paragraph in office.compiled().sections[0].paragraphs] == [
        "云屿四面",
        "一是把商",
        "再添一件",
        "二是让企",
    ]
    assert office.one(Theme, "再添").lead == "再添一件大事。"
    assert office.proposal().edits == ()


def test_a_new_paragraph_after_the_opening_is_another_opening() -> None:
    office = after_paragraph(Office(), "云屿四面", "岛上人都会修船。")
    (edit,) = office.proposal().edits
    assert (edit.kind, edit.record.kind, edit.record.text) == (
        Passage,
        PassageKind.OPENING,
        "岛上人都会修船。",
    )
    office.apply(office.proposal())
    assert office.compiled().sections[0].paragraphs[1].text == "岛上人都会修船。"
    assert office.proposal().edits == ()


def test_a_new_paragraph_among_items_that_begin_one_is_such_an_item() -> None:
    records = tuple(
        replace(record, begins_paragraph=True) if isinstance(record, PlanItem) else record
        for record in county()
    )
    office = after_paragraph(Office(records=records), "走访", "开一条热线。")
    (edit,) = office.proposal().edits
    assert (edit.kind, edit.record.begins_paragraph) == (PlanItem, True)
    office.apply(office.proposal())
    texts = [paragraph.text for paragraph in office.compiled().sections[0].paragraphs]
    assert texts.index("开一条热线。") == texts.index("走访六十家小店；") + 1


def test_new_words_without_a_place_are_kept_in_a_finding() -> None:
    proposal = after_paragraph(Office(), "年底请", "（供稿：云屿县工商联）").proposal()
    assert proposal.edits == ()
    assert messages(proposal) == [
        "The new text “（供稿：云屿县工商联）” has no place in the plan and was left out."
    ]


def test_a_progress_article_gives_narratives_and_keeps_figures() -> None:
    records = list(county())
    item = next(record for record in records if isinstance(record, PlanItem))
    measure = make.measure(item)
    report = make.progress(item, "2031-03", narrative="已办一场")
    value = make.progress(measure, "2031-03", value=1)
    records = [
        replace(record, kind=ArticleKind.PROGRESS, period="2031-03")
        if isinstance(record, Article)
        else record
        for record in records
    ]
    office = Office(records=(*records, measure, report, value))
    assert office.proposal().edits == ()
    office.replace("已办一场。", "已办成一场。").replace("累计1场", "累计2场")
    proposal = office.proposal()
    (edit,) = proposal.edits
    assert (edit.field, edit.old, edit.new) == ("narrative", "已办一场", "已办成一场。")
    assert any("worked out" in message for message in messages(proposal))


def test_what_a_chamber_reported_is_left_as_it_is_and_said_to_be() -> None:
    records = list(county())
    item = next(record for record in records if isinstance(record, PlanItem))
    federation = next(record for record in records if isinstance(record, Federation))
    chamber = make.chamber(federation, "鹭汀镇商会")
    report = make.chamber_progress(item, chamber, narrative="已办一场")
    records = [
        replace(record, kind=ArticleKind.PROGRESS, period="2031-03")
        if isinstance(record, Article)
        else record
        for record in records
    ]
    office = Office(records=(*records, chamber, report))
    assert office.proposal().edits == ()
    office.replace("鹭汀镇商会：已办一场。", "鹭汀镇商会：已办成一场。")
    proposal = office.proposal()
    assert proposal.edits == ()
    assert any("the chamber itself" in message for message in messages(proposal))


# -- properties ----------------------------------------------------------------------------------------------

ITEMS = [text for theme in TEXTS for text in theme]
words = st.text(st.sampled_from("船港潮帆岛，、1％"), min_size=1, max_size=12)


@given(st.sampled_from(ITEMS), words, st.booleans(), st.sampled_from(PRESETS))
def test_any_edit_of_one_item_is_one_change(text: str, new: str, tracked: bool, preset: str) -> None:
    after = new + text[-1]
    office = Office(preset)
    cut = f">{text}<"
    if tracked and run(text) in rewritten_text(office):
        office.replace(run(text), deleted(text) + inserted(after))
    else:
        office.replace(cut, f">{after}<")
    (edit,) = office.proposal().edits
    assert isinstance(edit, Change)
    assert (edit.field, edit.old, edit.new) == ("text", text, after)
    office.apply(office.proposal())
    assert office.proposal().edits == ()


def rewritten_text(office: Office) -> str:
    return zipfile.ZipFile(io.BytesIO(office.data)).read("word/document.xml").decode()


@given(st.sets(st.sampled_from(ITEMS), min_size=1))
def test_any_items_taken_out_are_the_ones_deleted(taken: set[str]) -> None:
    office = Office()
    for text in taken:
        without(office, text)
    gone = {edit.record.text for edit in office.proposal().edits if isinstance(edit, Delete)}
    assert gone == taken


@given(st.sets(st.sampled_from(ITEMS)), st.sampled_from(ITEMS), words)
def test_losing_any_marks_loses_no_edit(lost: set[str], text: str, new: str) -> None:
    office = Office()
    after = text[:3] + new + text[3:]

    def lose(xml: str) -> str:
        for each in lost:
            mark = marked_xml(office, each, xml)
            xml = xml.replace(mark, re.sub("<w:bookmark(?:Start|End)[^>]*>", "", mark))
        return xml

    office.edit(lose).replace(f">{text}<", f">{after}<")
    office.apply(office.proposal())
    printed = [run.text for paragraph in office.compiled().sections[0].paragraphs for run in paragraph.runs]
    assert after in printed
    assert len(printed) == len(ITEMS) + 3


def test_every_mark_of_an_export_is_known() -> None:
    names = re.findall(r'w:name="(_m[^"]*)"', rewritten_text(Office()))
    assert len(names) == 16
    assert all(ref_of(name) for name in names)
