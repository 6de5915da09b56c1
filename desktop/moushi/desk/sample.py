"""The sample: two island counties' plans of a year with their registers, a ledger and half a year's progress.

Its text and figures lie in `resources/sample`; everything comes in by proposals, the article by the very
intake that takes in a person's file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from moushi import paths
from moushi.changes.model import Edit, Insert, Proposal, Source, changes_between
from moushi.desk.choosing import ArticleWish
from moushi.desk.desk import Desk, open_for_work
from moushi.desk.exporting import Written, export_article, export_progress
from moushi.desk.keeping import restore_backup
from moushi.desk.layouts import MANUSCRIPT, NEWSPAPER, layout_names
from moushi.desk.sending import export_forms
from moushi.desk.taking_in import Wish, propose_source
from moushi.domain.kinds import ArticleKind
from moushi.domain.rank import spread
from moushi.domain.record import R, Record, Scalar, field_of, from_json
from moushi.domain.records import (
    Activity,
    ActivityItem,
    Alias,
    Article,
    ArticleItem,
    ArticleSection,
    Chamber,
    ChamberTerm,
    Federation,
    ItemUnit,
    Measure,
    MeasureChamber,
    Member,
    Membership,
    Milestone,
    Pairing,
    Participation,
    Person,
    PlanItem,
    Post,
    Programme,
    Progress,
    Rating,
    SubMeasure,
    Theme,
    Township,
    federation_id,
    programme_id,
    township_id,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError, say
from moushi.intake.source import SourceFile

STORE = "moushi-sample.sqlite"
PERIOD = "2024-06"
_PAGE = "示例稿件.txt"  # as the page is called where it is taken in and written

_Table = Mapping[str, Any]


def make_demo(folder: Path, now: datetime) -> list[Written]:
    """Make the sample store and every kind of output in a folder; what has these names there is replaced.

    An older sample store is backed up first, like any store; no other file is touched.
    """
    with TemporaryDirectory() as made:
        with open_for_work(Path(made) / STORE) as desk:
            fill_sample(desk, now)
        restore_backup(Path(made) / STORE, folder / STORE)
    written = [Written(folder / STORE, in_journal=False)]
    with open_for_work(folder / STORE) as desk:
        with desk.snapshot() as snapshot:
            (plan,) = snapshot.where(Article, kind=ArticleKind.PLAN)
            (progress,) = snapshot.where(Article, kind=ArticleKind.PROGRESS)
        articles = [(f"示例稿件-{layout}.docx", plan, layout) for layout in layout_names()]
        articles.append((_PAGE, plan, NEWSPAPER))
        articles.append((f"示例进展稿件-{PERIOD}.docx", progress, MANUSCRIPT))
        for name, article, layout in articles:
            wish = ArticleWish(str(article.id))
            out = folder / name
            written.append(export_article(desk, out, article.year, wish=wish, layout=layout, now=now))
        written += _proofs(desk, folder, plan, now)
        sheet = folder / f"示例进展表-{PERIOD}.xlsx"
        written.append(export_progress(desk, sheet, plan.year, period=PERIOD, now=now))
        written += _forms(desk, folder / f"示例填报表-{PERIOD}", plan.year, now)
    return written


def _forms(desk: Desk, folder: Path, year: int, now: datetime) -> Iterator[Written]:
    """The chambers' forms of the period, in a folder of their own."""
    sent = export_forms(desk, folder, year, PERIOD, now=now, may_replace=lambda _: True)
    if sent.failures:
        raise MoushiError("{reason}", reason=sent.failures[0])
    for each in sent.files:
        yield Written(each.path, in_journal=True)


def _proofs(desk: Desk, folder: Path, article: Article, now: datetime) -> Iterator[Written]:
    """The page as PDF and as picture; where no Chinese face is installed, neither, and that is said."""
    wish = ArticleWish(str(article.id))
    for name in ("示例版面.pdf", "示例版面.png"):
        try:
            yield export_article(desk, folder / name, article.year, wish=wish, layout=NEWSPAPER, now=now)
        except MoushiError as fault:
            yield Written(folder / STORE, in_journal=False, notices=(fault.message,))
            return


def fill_sample(desk: Desk, now: datetime) -> None:
    """Fill an empty store: programmes, the article, the registers, items' figures, ledger, progress article.

    The programmes come first, so that the article's quoted names are recognised by their aliases.
    """
    register, told, ledger = _read("register.toml"), _read("items.toml"), _read("ledger.toml")
    _apply(desk, "示例品牌活动", _programmes(register))
    page = SourceFile(_PAGE, (_folder() / "article.txt").read_bytes())
    desk.apply(propose_source(desk, page, Wish(), now.date()))
    with desk.snapshot() as snapshot:
        edits = list(_federations(register, snapshot))
    _apply(desk, "示例名册", edits)
    with desk.snapshot() as snapshot:
        edits = [*_themes(told, snapshot), *_items(told, snapshot)]
    _apply(desk, "示例任务与进展", edits)
    with desk.snapshot() as snapshot:
        edits = list(_activities(ledger, snapshot))
    _apply(desk, "示例台账", edits)
    with desk.snapshot() as snapshot:
        edits = list(_progress_article(told, snapshot))
    _apply(desk, "示例进展稿件", edits)


def _folder() -> Path:
    return paths.resources() / "sample"


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / name).read_text("utf-8"))


def _apply(desk: Desk, part: str, edits: Iterable[Edit]) -> None:
    desk.apply(Proposal(Source("示例"), say("Took in {file}", file=part), tuple(edits)))


_Ids = dict[tuple[str, str], UUID]
"""The ids of records by their kind's name and their own."""


def _record(kind: type[R], given: _Table, ids: _Ids | None = None, /, **links: Scalar) -> R:
    """A record of the fields given; what names another record is looked up in `ids`."""
    held: dict[str, Any] = {"id": uuid4()}
    for name, value in given.items():
        spec = field_of(kind, name)
        held[name] = (ids or {})[spec.refers_to, value] if spec.refers_to else from_json(spec, value)
    return kind(**held | links)


def _without(table: _Table, *names: str) -> _Table:
    return {name: value for name, value in table.items() if name not in names}


def _ranked(tables: Iterable[_Table]) -> Iterator[tuple[_Table, str]]:
    listed = list(tables)
    return zip(listed, spread(len(listed)), strict=True)


def _programmes(register: _Table) -> Iterator[Edit]:
    for told in register["programmes"]:
        programme = Programme(id=programme_id(told["name"]), name=told["name"])
        yield Insert(programme)
        for alias in told.get("aliases", ()):
            yield Insert(Alias(id=uuid4(), programme_id=programme.id, name=alias))


_BODIES = ("townships", "chambers", "people", "members", "posts", "pairs")


def _federations(register: _Table, snapshot: Snapshot) -> Iterator[Edit]:
    ids: _Ids = {}
    for told in register["federations"]:
        number = federation_id(told["name"])
        federation = _record(Federation, _without(told, *_BODIES), ids, id=number)
        held = snapshot.get(Federation, number)
        yield from [Insert(federation)] if held is None else changes_between(held, federation)
        for record in _of_federation(told, federation, ids):
            yield Insert(record)


def _of_federation(told: _Table, federation: Federation, ids: _Ids) -> Iterator[Record]:
    """Everything of one federation's register; its names go into `ids`."""
    ids["Federation", federation.name] = of = federation.id
    for name in told.get("townships", ()):
        ids["Township", name] = number = township_id(of, name)
        yield Township(id=number, federation_id=of, name=name)
    for each in told.get("chambers", ()):
        chamber = _record(Chamber, _without(each, "terms", "ratings"), ids, federation_id=of)
        ids["Chamber", chamber.name] = chamber.id
        yield chamber
        for term in each.get("terms", ()):
            yield _record(ChamberTerm, term, chamber_id=chamber.id)
        for rating in each.get("ratings", ()):
            yield _record(Rating, rating, chamber_id=chamber.id)
    for each in told.get("people", ()):
        person = _record(Person, each)
        ids["Person", person.name] = person.id
        yield person
    for each in told.get("members", ()):
        member = _record(Member, _without(each, "chambers", "ratings"), ids, federation_id=of)
        ids["Member", member.name] = member.id
        yield member
        for name in each.get("chambers", ()):
            yield Membership(
                id=uuid4(),
                member_id=member.id,
                chamber_id=ids["Chamber", name],
                joined_on=member.joined_on,
                left_on=member.left_on,
            )
        for rating in each.get("ratings", ()):
            yield _record(Rating, rating, member_id=member.id)
    posts = ({**each, "holder": holder} for each in told.get("posts", ()) for holder in each["holders"])
    for each, rank in _ranked(posts):
        yield _post(each, rank, federation, ids)
    for each in told.get("pairs", ()):
        mentor, mentee = (ids["Member", each[name]] for name in ("mentor", "mentee"))
        yield _record(Pairing, _without(each, "mentor", "mentee"), mentor_id=mentor, mentee_id=mentee)


def _post(told: _Table, rank: str, federation: Federation, ids: _Ids) -> Post:
    own = _without(told, "holder", "holders", "body")
    person = ids.get(("Person", told["holder"]))
    member = None if person else ids["Member", told["holder"]]
    chamber = ids["Chamber", told["body"]] if "body" in told else None
    of = None if chamber else federation.id
    return _record(
        Post, own, rank=rank, person_id=person, member_id=member, federation_id=of, chamber_id=chamber
    )


def _themes(told: _Table, snapshot: Snapshot) -> Iterator[Edit]:
    themes = snapshot.where(Theme)
    for each in told["themes"]:
        (theme,) = (theme for theme in themes if theme.lead.startswith(each["begins"]))
        yield from changes_between(theme, replace(theme, label=each["label"]))


_PARTS = ("begins", "units", "milestones", "measures", "reports")


def _items(told: _Table, snapshot: Snapshot) -> Iterator[Edit]:
    items = snapshot.where(PlanItem)
    for each in told["items"]:
        item = _begun(items, each["begins"])
        own: dict[str, Any] = {
            n: from_json(field_of(PlanItem, n), v) for n, v in _without(each, *_PARTS).items()
        }
        yield from changes_between(item, replace(item, **own))
        yield from map(Insert, _of_item(item, each, told["year"], snapshot))


def _begun(items: Iterable[PlanItem], begins: str) -> PlanItem:
    (found,) = (item for item in items if item.text.startswith(begins))
    return found


def _of_item(item: PlanItem, told: _Table, year: int, snapshot: Snapshot) -> Iterator[Record]:
    reporter = told["units"][0]
    for name, rank in zip(told["units"], spread(len(told["units"])), strict=True):
        yield ItemUnit(id=uuid4(), item_id=item.id, rank=rank, name=name)
    for each, rank in _ranked(told.get("milestones", ())):
        yield _record(Milestone, each, item_id=item.id, rank=rank)
    for each, rank in _ranked(told.get("measures", ())):
        own = _without(each, "parts", "months", "cumulative", "chambers")
        measure = _record(Measure, own, item_id=item.id, rank=rank)
        yield measure
        for name in each.get("chambers", ()):
            (chamber,) = snapshot.where(Chamber, name=name)
            yield MeasureChamber(id=uuid4(), measure_id=measure.id, chamber_id=chamber.id)
        for part, place in _ranked(each.get("parts", ())):
            yield _record(SubMeasure, part, measure_id=measure.id, rank=place)
        for field, source in (("value", "months"), ("cumulative", "cumulative")):
            for month, number in each.get(source, {}).items():
                report = {"period": f"{year}-{month}", field: number}
                yield _record(Progress, report, item_id=item.id, measure_id=measure.id, reported_by=reporter)
    for each in told.get("reports", ()):
        yield _record(Progress, each, item_id=item.id, reported_by=reporter)


def _activities(told: _Table, snapshot: Snapshot) -> Iterator[Edit]:
    of = federation_id(told["federation"])
    chambers, members = snapshot.where(Chamber, federation_id=of), snapshot.where(Member, federation_id=of)
    ids: _Ids = {("Chamber", chamber.name): chamber.id for chamber in chambers}
    ids |= {("Member", member.name): member.id for member in members}
    items = snapshot.where(PlanItem)
    for each in told["activities"]:
        activity = _record(Activity, _without(each, "members", "serves"), ids, federation_id=of)
        yield Insert(activity)
        for name in each.get("members", ()):
            member = ids["Member", name]
            yield Insert(Participation(id=uuid4(), activity_id=activity.id, member_id=member))
        for begins in each.get("serves", ()):
            item = _begun(items, begins)
            yield Insert(ActivityItem(id=uuid4(), activity_id=activity.id, item_id=item.id))


def _progress_article(told: _Table, snapshot: Snapshot) -> Iterator[Edit]:
    """An article of the period's progress with the sections of the plan's article, in their order."""
    given = told["progress_article"]
    own = _without(given, "wordings")
    article = _record(Article, own, year=told["year"], kind=ArticleKind.PROGRESS)
    yield Insert(article)
    for section in snapshot.where(ArticleSection):
        yield Insert(replace(section, id=uuid4(), article_id=article.id))
    for each, rank in _ranked(given["wordings"]):
        item = _begun(snapshot.where(PlanItem), each["begins"])
        yield Insert(
            ArticleItem(
                id=uuid4(), article_id=article.id, item_id=item.id, rank=rank, wording=each["wording"]
            )
        )
