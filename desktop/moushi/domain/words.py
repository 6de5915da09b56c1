"""What a person calls the record kinds and their fields."""

from __future__ import annotations

from moushi.domain.record import Record, field_of
from moushi.errors import Message, say

KIND_WORDS: dict[str, Message] = {
    "Federation": say("federation"),
    "Township": say("township"),
    "Chamber": say("chamber"),
    "Person": say("person"),
    "Member": say("member"),
    "Membership": say("membership"),
    "Post": say("post"),
    "Programme": say("programme"),
    "Alias": say("alias"),
    "Plan": say("plan"),
    "Passage": say("passage"),
    "Theme": say("theme"),
    "PlanItem": say("plan item"),
    "ItemUnit": say("unit of an item"),
    "Milestone": say("milestone"),
    "ItemProgramme": say("programme of an item"),
    "Measure": say("measure"),
    "SubMeasure": say("part of a measure"),
    "Progress": say("progress"),
    "Article": say("article"),
    "ArticleSection": say("section of an article"),
    "ArticleItem": say("item of an article"),
}
"""What a person calls each record kind, by its class name."""


def kind_word(kind: type[Record]) -> Message:
    """What a person calls a record kind."""
    return KIND_WORDS[kind.__name__]


def field_word(kind: type[Record], name: str) -> Message:
    """What a person calls a field: its label."""
    return Message(field_of(kind, name).label)
