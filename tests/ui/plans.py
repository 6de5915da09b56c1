"""Plans to look at."""

from __future__ import annotations

import factories as make
from moushi.domain.rank import spread
from moushi.domain.record import Record

LONG = "围绕远洋渔业、船舶修造、海岛民宿和水产精深加工等产业，" * 2


def county(
    name: str = "鹤沙县工商联", year: int = 2031, themes: int = 2, items: int = 2, words: str = "办实事"
) -> tuple[Record, ...]:
    """A federation and its plan: an opening, themes, items with a unit each."""
    of = make.federation(name)
    plan = make.plan(of, year, slogan="稳扎稳打开新局")
    ranks = spread(themes + 1)
    found: list[Record] = [of, plan, make.passage(plan, "潮起海岛，万象更新。", rank=ranks[0])]
    for number, rank in enumerate(ranks[1:], 1):
        theme = make.theme(plan, f"第{number}块：{words}。", rank=rank)
        found.append(theme)
        for n, key in enumerate(spread(items), 1):
            item = make.item(theme, f"{number}之{n}：{words}；", rank=key)
            found += [item, make.unit(item, f"科室{number}{n}")]
    return tuple(found)
