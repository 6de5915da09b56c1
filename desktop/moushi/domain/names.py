"""Names of members as they are compared: what is the same name, and what is much like it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from moushi.domain.records import normal_name

LEAST = 4
"""Characters of a bare name that say so much that a name much like it may be the same."""

_LONGEST = 30  # characters; of a longer name only its beginning is looked at for what is much like it
_SIGNS = re.compile(r"[\s()\[\]{}<>（）〔〕【】［］「」“”\"'·・.,，。、\-—]+")
_BRANCH = re.compile(
    r"(?:(?<=公司|作社|集团).{1,8}|第?[一二三四五六七八九十\d]+)?(?:分公司|分社|分店|分厂|分部|分行|营业部|办事处|门市部)$"
)
_FORM = re.compile(r"(?:集团)?(?:股份)?(?:有限责任|有限)?(?:公司)$")


@lru_cache(maxsize=1 << 15)
def bare_name(name: str) -> str:
    """A member's name as compared: width, spaces, brackets, legal form and branch folded away.

    A name that is nothing but its form stays as it is.
    """
    folded = _SIGNS.sub("", unicodedata.normalize("NFKC", normal_name(name)))
    while True:
        shorter = _FORM.sub("", _BRANCH.sub("", folded))
        if not shorter or shorter == folded:
            return folded
        folded = shorter


@lru_cache(maxsize=1 << 15)
def branch_of(name: str) -> str:
    """What makes a name that of a branch: 第二分公司 of 远帆渔具有限公司第二分公司; empty when it is none."""
    found = _BRANCH.search(_SIGNS.sub("", unicodedata.normalize("NFKC", normal_name(name))))
    return found.group() if found else ""


def is_near(one: str, other: str) -> bool:
    """Whether two bare names are much alike: one character apart, or the longer holds the shorter."""
    if one == other or min(len(one), len(other)) < LEAST:
        return False
    return one in other or other in one or _is_one_apart(one, other)


def near_names(wanted: Iterable[str], held: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each bare name that is wanted those held that are much like it, in their order; in linear time."""
    order = {name: n for n, name in enumerate(dict.fromkeys(held)) if len(name) >= LEAST}
    whole = {name for name in wanted if len(name) >= LEAST}
    if not order or not whole:
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    shortened: dict[str, list[str]] = defaultdict(list)
    for name in whole:
        found[name].update(part for part in _parts(name) if part in order)
        for spelling in _shortened(name):
            shortened[spelling].append(name)
    for name in order:
        for one in [part for part in _parts(name) if part in whole]:
            found[one].add(name)
        for one in {one for spelling in _shortened(name) for one in shortened.get(spelling, ())}:
            found[one].add(name)
    near = {one: [name for name in like if is_near(one, name)] for one, like in found.items()}
    return {one: tuple(sorted(names, key=order.__getitem__)) for one, names in near.items() if names}


def _is_one_apart(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    same = next((n for n, char in enumerate(shorter) if char != longer[n]), len(shorter))
    rest = longer[same + 1 :]
    return rest == shorter[same:] or (len(shorter) == len(longer) and rest == shorter[same + 1 :])


def _shortened(name: str) -> set[str]:
    """What names that are one character apart share: themselves, whole or with a character out."""
    return {name, *(name[:n] + name[n + 1 :] for n in range(min(len(name), _LONGEST)))}


def _parts(name: str) -> Iterator[str]:
    """The parts of a name that may be a whole shorter one."""
    held = name[:_LONGEST]
    for begin in range(len(held) - LEAST + 1):
        for end in range(begin + LEAST, len(held) + 1):
            yield held[begin:end]
