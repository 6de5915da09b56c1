"""Programmes in quotation marks, and set phrases that are none."""

from __future__ import annotations

import pytest

from factories import alias, programme
from moushi.domain.snapshot import MemorySnapshot
from moushi.intake.programmes import KnownProgrammes, quoted_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建好“蓝海共富工坊”，办好“政企早茶会”。", ["蓝海共富工坊", "政企早茶会"]),
        ("推广“1+6+N”服务网格", ["1+6+N"]),
        ("坚持“两个毫不动摇”，服务“专精特新”企业", []),
        ("他说“走访企业，建好驿站。”", []),
        ("当好“店小二”", []),
    ],
)
def test_names_of_programmes_are_told_from_set_phrases(text, names):
    assert list(quoted_names(text)) == names


def test_known_programmes_are_found_by_name_or_alias_in_order_once_each():
    workshop, tea = programme("共富工坊"), programme("政企早茶会")
    known = KnownProgrammes(MemorySnapshot([workshop, tea, alias(workshop, "蓝海工坊")]))
    assert known.find("蓝海工坊") == workshop
    assert known.in_text("办好政企早茶会，建好“蓝海工坊”和共富工坊") == [tea, workshop]
    assert known.in_text("走访企业") == []
