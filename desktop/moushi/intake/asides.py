"""Rows of a table that are none of its data: totals, notes and signatures, titles of the next table."""

from __future__ import annotations

import re

TOTAL = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数)\s*[:：]?.{0,20}|(?:以上)?[共计]\s*\d+\s*[家人户名个条次场件].{0,10}"
)
"""What a row of totals begins with."""

NOTE = re.compile(
    r"(?:注|备注|说明|填表说明|填报说明|填表人|填报人|制表人?|审核人?|联系人|联系电话|填报单位|填表单位|填报时间|填表日期|"
    r"填报日期|制表日期|[单位主要]*负责人签?字?)\s*\d*\s*[:：].*|[※★*].*",
    re.DOTALL,
)
"""A note under a table, or who filled it in."""

NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]+[）)]?[、.．]?")
"""The number of a heading between rows."""

COUNTED = re.compile(r"[（(]?\d+[）)]?[、.．]?")
"""The running number of a row, alone."""

TITLE = re.compile("名册|名单|花名册|通讯录|名录|情况|台账|记录|一览|表$|登记|商会|工商联")
"""A word of a table's title."""
