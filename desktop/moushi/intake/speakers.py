"""Who speaks in a paragraph: unit, posts and name before a verb of saying (澄屿县工商联主席…表示，)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moushi.intake.federations import ORGAN, place_in, region

_POST = (
    r"(?:党[组委]成员|(?:党[组委]|党?总?支部|第一)?副?书记|(?:常务|专职|驻会|兼职|执行)?副主席|(?:名誉)?主席|"
    r"(?:名誉|常务|执行|轮值|创会)?副?会长|监事长|副?理事长|副?秘书长|副?[部局县区市镇]长|副?主任|"
    r"常委(?!会)|委员(?!会)|(?:主要|相关|有关)?负责人|[一二三四]级(?:调研员|主任科员|巡视员)|"
    r"副?董事长|副?总经理|总裁|创始人)"
)
_TWO_CHARACTER_SURNAME = (
    r"(?:欧阳|司徒|上官|诸葛|慕容|闻人|司马|东方|夏侯|尉迟|皇甫|公孙|令狐|宇文|长孙|钟离|澹台|端木|南宫|西门|"
    r"东郭|百里|独孤|轩辕)"
)
_HAN = r"[\u3400-\u9fff\U00020000-\U000323af]"
_IN_NAME = rf"(?:(?![在的对向]|会议|办公|单位|代表|同志|班子|成员|企业|团队|轮值|联席|带头|牵头|工作){_HAN})"
_SHORT_NAME = rf"(?:向(?!记者|大家|与会|媒体)|{_IN_NAME}){_IN_NAME}{{1,3}}?|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+"
_USUAL_NAME = rf"{_TWO_CHARACTER_SURNAME}{_IN_NAME}{{1,2}}|{_IN_NAME}{{3}}"
_HOW = (
    r"(?:[在对向就则也还曾更笑谈]|这样|如此|如是|深[有感情]|满[怀脸]|充满|信心|坚定|自豪|感慨|动情|激动|高兴|欣喜|兴奋|"
    r"自信|坦率|坦诚|郑重|首先|最后|随后|接着|明确|多次|特别|着重|进一步|开门见山)[^，。；：“”、]{0,16}?"
)
_ANYHOW = r"[^，。；：“”、]{1,12}[地着时]"
_SAYS = (
    r"(?:表示|表态|介绍|强调|指出|提出|提到|认为|坦言|直言|谈到|谈道|谈及|透露|阐述|解释|说明|明确|告诉(?:记者|笔者)|"
    r"回答|回应|总结|感慨|呼吁|展望|讲到|讲述|承诺|分析|补充|建议)[说道称]?(?=[，：:,“]|[将要新今未从全我])|"
    r"(?:说[道到起]?|称|道|讲道?)(?=[，：:,“])"
)
_SPEAKS = (  # what may follow a post, the likeliest first
    re.compile(rf"(?P<name>{_SHORT_NAME})(?:{_SAYS})"),
    re.compile(rf"(?P<name>{_SHORT_NAME}){_HOW}(?:{_SAYS})"),
    re.compile(rf"(?P<name>{_USUAL_NAME}){_ANYHOW}(?:{_SAYS})"),
    re.compile(rf"(?P<name>)(?<=负责人)(?:{_HOW})?(?:{_SAYS})"),
)
_UNIT_SPEAKS = re.compile(rf"(?P<unit>[^，。；：“”！？,;、]{{2,20}}?{ORGAN})(?:表示|介绍|认为)(?=[，：:,“])")
_CLAUSE = re.compile(r"[^，。；：“”！？,;]*$")
_BEFORE_UNIT = re.compile(r"^(?:据|日前|近日|记者从|采访中|会上)")
_WORDS_BEFORE = re.compile(r"(?:[^，。；：！？“”]{1,8}，)?")  # such as 对此，
_POSTS = re.compile(_POST)
_FEDERATION = re.compile(rf"{_HAN}{{0,16}}?{ORGAN}")
_WITHIN = 80  # characters from a paragraph's beginning
_LONGEST = 100  # of unit, posts, name and verb


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as printed; unit, posts and name stand side by side, and each may be empty."""

    unit: str
    post: str
    name: str

    @property
    def federation(self) -> str:
        """The federation or chamber spoken for, with the place that another post names; may be empty."""
        for part in re.split(rf"、|{_POST}", self.unit + self.post):
            if found := _FEDERATION.search(part):
                name = found.group()
                if len(place_in(name)) >= 2:
                    return name
                place = region(self.unit)
                return place and place + name.lstrip("县区市")
        return ""


def speaker_of(text: str) -> Speaker | None:
    """The speaker that a paragraph names in its first words or after its first quotation, or None."""
    begin = text.find("”") + 1 if text.startswith("“") else 0
    for start in sorted({0, begin}):
        found = _first_speaker(text[start : start + _WITHIN + _LONGEST])
        if found and found[0] <= _WITHIN:
            return found[1]
    return None


def begins_speech(text: str) -> bool:
    """Whether a text begins with a speaker's unit, post and name."""
    found = _first_speaker(text[:_LONGEST])
    return found is not None and bool(_WORDS_BEFORE.fullmatch(text, 0, found[0]))


def _first_speaker(text: str) -> tuple[int, Speaker] | None:
    """The first speaker that a text names, and where."""
    posts = list(_POSTS.finditer(text))
    for form in _SPEAKS:
        for post in posts:
            if found := form.match(text, post.end()):
                clause = _CLAUSE.search(text, 0, post.end())
                begin = clause.start() if clause else 0
                chain = _BEFORE_UNIT.sub("", text[begin : post.end()])
                first = _POSTS.search(chain)
                unit = chain[: first.start()] if first else chain
                return begin, Speaker(unit, chain[len(unit) :], found["name"])
    alone = _UNIT_SPEAKS.match(text)
    return (0, Speaker(alone["unit"], "", "")) if alone else None
