"""Programmes that a text names in quotation marks, and political set phrases that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moushi.domain.records import Alias, Programme, normal_name
from moushi.domain.snapshot import Snapshot

_QUOTED = re.compile(r"“([^“”，。；！？]{2,24})”")
_COUNTED = re.compile(r"[一二两三四五六七八九十百]+(?:个|大|支|种|条|项|力|为|化|新|优|高|张|者|区|看|感)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SET_PHRASES = frozenset(
    {
        "八八战略",
        "最多跑一次",
        "放管服",
        "卡脖子",
        "绿水青山就是金山银山",
        "专精特新",
        "小巨人",
        "隐形冠军",
        "最后一公里",
        "一把手",
        "双碳",
        "互联网",
        "互联网+",
        "四千精神",
        "无事不扰",
        "有求必应",
        "娘家人",
        "店小二",
        "金名片",
        "主心骨",
        "领头雁",
    }
)
_FEWEST_HAN = 3


def quoted_names(text: str) -> Iterator[str]:
    """The names in quotation marks that may be programmes, in order, with repetitions.

    Counted phrases (两个…, 四支) and well-known set phrases are none.
    """
    for found in _QUOTED.finditer(text):
        name = found[1].strip()
        if _COUNTED.match(name) or normal_name(name) in _SET_PHRASES:
            continue
        if len(_HAN.findall(name)) >= _FEWEST_HAN or re.search(r"\d\+", name):
            yield name


class KnownProgrammes:
    """The programmes of the records, found by canonical name or alias; new names are remembered once each."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Read programmes and aliases."""
        by_id = {programme.id: programme for programme in snapshot.where(Programme)}
        self._names = {normal_name(alias.name): by_id[alias.programme_id] for alias in snapshot.where(Alias)}
        self._names |= {normal_name(programme.name): programme for programme in by_id.values()}
        self._lengths = {len(name) for name in self._names}

    def find(self, name: str) -> Programme | None:
        """The programme of that name or alias."""
        return self._names.get(normal_name(name))

    def add(self, programme: Programme) -> None:
        """Remember a programme that is being proposed."""
        name = normal_name(programme.name)
        self._names[name] = programme
        self._lengths.add(len(name))

    def in_text(self, text: str) -> list[Programme]:
        """The known programmes that a text names, quoted or not, once each, in order of appearance."""
        folded = normal_name(text)
        named = (
            self._names.get(folded[place : place + length])
            for place in range(len(folded))
            for length in self._lengths
        )
        return list(dict.fromkeys(programme for programme in named if programme))
