"""How the names of federations and chambers are printed."""

from __future__ import annotations

import re

ORGAN = r"(?:工商联|工商业联合会|总商会|商会|联合会|联谊会)(?:[（(][\u4e00-\u9fff]{2,8}[）)])?"
"""A regular expression for the end of such a name."""

_ORGAN_AT_END = re.compile(rf"(?:{ORGAN})+$")
_ZONE = r"(?:经济|技术|高新|产业|工业|开发|旅游|度假|保税|试验)*"
_REGION = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,6}}?){_ZONE}(?:新区|街道|[省市县区镇]|乡(?!贤|村|镇|亲|音))"
)

_PLACE = r"(?![各全本我该所])[\u4e00-\u9fff]{2,4}?[县市区]"
_PLACES_FIRST = re.compile(rf"(?:附件?\d*|[\d年度：:、.（()）]|关于)*((?:{_PLACE})+)(?![委场内直级长辖])")


def place_in(name: str) -> str:
    """What stands before the organ in a federation's name: 岱山县 of 岱山县工商联; may be empty."""
    return _ORGAN_AT_END.sub("", name.rstrip("：:"))


def stem(name: str) -> str:
    """The place that a federation's name begins with, without its level: 岱山 of 岱山县工商联.

    The first two characters if no level follows the place, the whole name if nothing stands before the organ.
    """
    place = place_in(name)
    found = _REGION.match(place)
    return found["place"] if found else place[:2] or name


def region(text: str) -> str:
    """The county, city or district that a text begins with: 岱山县 of 岱山县政协; empty if none."""
    found = _REGION.match(text)
    return found.group() if found else ""


def places_named(title: str) -> tuple[str, ...]:
    """The cities, counties and districts with which a title begins: 云屿县 of 2031年云屿县企业名册."""
    found = (_PLACES_FIRST.match(word) for word in title.split())
    return tuple(place for each in found if each for place in re.findall(_PLACE, each[1]))
