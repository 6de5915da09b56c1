"""What titles, groups and sheets' names tell of a list's rows: whose they are, which chamber, term, post."""

from __future__ import annotations

import re
import unicodedata

from moushi.domain.kinds import Role
from moushi.intake.labels import federation_in, year_in
from moushi.intake.list_content import TOWNSHIP
from moushi.intake.list_reading import Subject
from moushi.intake.list_values import read_ordinal
from moushi.intake.list_words import ROLES

_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十]+[、.．:：]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．])\s*"
)
_COUNT = re.compile(r"[（(]?(?:共|计)?\s*\d+\s*(?:家|人|名|户|个)[）)]?\s*$")
_CHAMBER = re.compile(
    r"[\u4e00-\u9fff（）()]{2,24}?(?:商会|联谊会|(?<!工)商(?:（协）|\(协\))会)(?:[（(][^（()）]{1,8}[）)])?"
)
_GENERAL = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,4}[县市区])?(?:各|所属|下属|全[市县区]|基层|乡镇|镇街|街道|行业|异地|企业|的|及|和|、|（|）|\(|\)|20\d\d年?|年度?|第?[一二三四五六七八九十\d]+届)*"
    r"(?:总商会|商会|商协会|联谊会)$"
)
_TERM = re.compile(r"第?([一二三四五六七八九十]{1,3}|\d{1,2})届")
_OFFICERS = (
    (r"执委|执行委员", Role.EXECUTIVE_COMMITTEE),
    (r"常委", Role.STANDING_COMMITTEE),
    (r"(?<!常务)理事(?!长|会)", Role.COUNCIL),
)


def subject_of(text: str) -> Subject:
    """What a title above a table, or a sheet's name, tells."""
    folded = unicodedata.normalize("NFKC", text)
    term = _TERM.search(folded)
    listed = re.search("名册|名单|花名册|通讯录|名录", folded)
    role = next((role for words, role in _OFFICERS if re.search(words, folded)), None) if listed else None
    return Subject(
        federation=federation_in(text),
        chamber=chamber_in(text),
        role=role,
        term=read_ordinal(term[0]).value if term else None,
        year=year_in(text),
        text=text,
    )


def chamber_in(text: str) -> str:
    """The chamber that a text names; empty for a federation's, and for chambers in general."""
    federation = federation_in(text)
    rest = text.replace(federation, "|") if federation else text
    for found in _CHAMBER.finditer(re.sub(r"20\d\d年?度?|[|:：—\-\s]+", "|", rest)):
        name = re.sub(r"^(?:关于|附件\d*|附)", "", found[0])
        name = re.sub(r"第?[一二三四五六七八九十\d]+届.*?(?=商会)", "", name)
        if not _GENERAL.match(unicodedata.normalize("NFKC", name)) and not name.endswith("总商会"):
            return name
    return ""


def group_of(text: str) -> Subject | None:
    """What a heading between rows tells: a chamber, a township, a post; None when it tells nothing known."""
    bare = re.sub(r"\s+", "", _COUNT.sub("", _NUMBERED.sub("", text.strip()))).strip("：:")
    if bare in ROLES:
        return Subject(role=ROLES[bare], text=bare)
    if chamber := chamber_in(bare):
        return Subject(chamber=chamber, text=bare)
    if TOWNSHIP.fullmatch(bare):
        return Subject(township=bare, text=bare)
    return None
