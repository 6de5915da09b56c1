"""The sound of records that have names, by which they are found: pinyin from the library of that name.

The library takes a twentieth of a second to load, so that is done when the first such record is written.
"""

from __future__ import annotations

import os
from functools import cache

from moushi.domain import records as r
from moushi.domain.record import Record
from moushi.domain.records import normal_name
from moushi.domain.sounds import SYLLABLES, sound

SOUNDED: dict[type[Record], tuple[str, ...]] = {
    r.Federation: ("name", "short_name"),
    r.Township: ("name",),
    r.Chamber: ("name", "secretary"),
    r.Person: ("name",),
    r.Member: ("name", "legal_representative", "contact", "industry"),
    r.Programme: ("name",),
    r.Alias: ("name",),
    r.Activity: ("title", "meeting"),
}
"""The kinds that are found by their sound, and the fields that count for it."""

_SEVERAL = (
    "长 chang zhang,乐 le yue,重 chong zhong,单 dan shan,曾 zeng ceng,行 hang xing,朝 chao zhao,藏 cang zang,"
    "传 chuan zhuan,调 diao tiao,还 huan hai,会 hui kuai,角 jiao jue,降 jiang xiang,解 jie xie,劲 jin jing,"
    "卡 ka qia,壳 ke qiao,率 lv shuai,落 luo la,模 mo mu,屏 ping bing,朴 pu piao,强 qiang jiang,塞 sai se,"
    "厦 sha xia,省 sheng xing,盛 sheng cheng,宿 su xiu,系 xi ji,校 xiao jiao,殷 yin yan,召 zhao shao,"
    "种 zhong chong,柏 bai bo,泊 bo po,薄 bo bao,秘 mi bi,覃 qin tan,尉 wei yu,翟 zhai di,仇 qiu chou,"
    "区 qu ou,查 zha cha,盖 gai ge,缪 miao mou,贾 jia gu,谷 gu yu,莘 shen xin,六 liu lu,蚌 bang beng,"
    "埔 pu bu,浒 hu xu,堡 bao pu bu,圩 wei xu,峙 zhi shi,弹 dan tan,隗 wei kui,员 yuan yun,牟 mou mu,"
    "祭 ji zhai,折 zhe she,颉 jie xie,晟 sheng cheng,郇 xun huan,乜 nie mie,阿 a e,瞿 qu ju,涡 wo guo,"
    "荥 xing ying,铅 qian yan,歙 she xi,荨 xun qian,枞 cong zong,漯 luo ta,筠 jun yun,茜 qian xi,番 fan pan,"
    "畜 chu xu,露 lu lou,绿 lv lu,仔 zi zai,参 shen can,蛤 ge ha,勒 le lei,茄 qie jia,似 si shi,槛 kan jian,"
    "辟 pi bi,剥 bo bao,削 xue xiao,什 shi shen"
)
_USUAL = {entry[0]: tuple(entry[2:].split()) for entry in _SEVERAL.split(",")}
"""Characters that names read in more than one way, the usual one first: 长 as in 长涂 and in 会长."""


def sound_of(record: Record) -> str:
    """The sound of a record as `domain.sounds` lays it out, "" for kinds without names."""
    fields = SOUNDED.get(type(record))
    if not fields:
        return ""
    return sound((normal_name(getattr(record, name)) for name in fields), readings)


@cache
def readings(char: str) -> tuple[str, ...]:
    """How a Chinese character is read, without tones, the usual way first; nothing for other signs."""
    if char in _USUAL:
        return _USUAL[char]
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # its phrases load slowly; characters will do
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, errors="ignore")
    return tuple(each for each in (found[0][:1] if found else ()) if each in SYLLABLES)
