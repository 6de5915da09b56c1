"""Newspaper pages of invented counties, as a text layer would give them: set, hard-wrapped, indent lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from intake import newspaper_words as vocabulary
from intake.newspaper_words import Words
from moushi.typeset.lines import compose, least_width_of

_HALF = str.maketrans("，；：（）", ",;:()")


@dataclass(frozen=True)
class Speech:
    text: str
    unit: str
    post: str
    name: str

    @property
    def paragraphs(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True)
class Opening:
    text: str

    @property
    def paragraphs(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True)
class Theme:
    """`breaks`: the items that begin a paragraph of their own."""

    lead: str
    items: list[str]
    breaks: frozenset[int] = frozenset()

    @property
    def paragraphs(self) -> list[str]:
        texts = [self.lead]
        for number, item in enumerate(self.items):
            if number in self.breaks and texts[-1]:
                texts.append("")
            texts[-1] += item
        return [text for text in texts if text]


@dataclass(frozen=True)
class Section:
    """`heading` is printed as it stands here; `joined` sets the slogan on the heading's own line."""

    unit: str
    heading: str
    slogan: str
    blocks: list[Opening | Speech | Theme]
    joined: bool = False
    split_slogan: bool = False

    @property
    def paragraphs(self) -> list[str]:
        return [text for block in self.blocks for text in block.paragraphs]

    @property
    def heading_lines(self) -> list[str]:
        if self.joined:
            return [self.heading + self.slogan]
        slogan = self.slogan.split(" ") if self.split_slogan else [self.slogan]
        return [line for line in (self.heading, *slogan) if line]


@dataclass(frozen=True)
class Page:
    kicker: str
    headline: list[str]
    byline: str
    lead: list[str]
    sections: list[Section]
    measure: float  # inf: each paragraph is one line
    lead_measure: float
    order: str = "before"  # headings before or after each body, or after all of them: before, after, last
    title_at: int = 0  # before which part the title block stands
    blanks: str = "none"  # none, all, paragraphs, some
    indents: bool = False
    noise: list[str] = field(default_factory=list)
    credit: str = ""
    seed: int = 0

    def parts(self) -> list[list[str]]:
        """Paragraphs marked by a leading feed, other lines as they are."""
        bodies = [[f"\f{text}" for text in section.paragraphs] for section in self.sections]
        headings = [section.heading_lines for section in self.sections]
        if self.order == "last":
            parts = [*bodies, *headings]
        else:
            pairs = zip(headings, bodies, strict=True)
            parts = [part for h, b in pairs for part in ((h, b) if self.order == "before" else (b, h))]
        title = [line for line in (self.kicker, *self.headline, self.byline) if line]
        parts.insert(self.title_at, [*title, *(f"\v{text}" for text in self.lead)])
        return [*parts, [self.credit] if self.credit else []]

    def text(self) -> str:
        random = Random(self.seed)
        lines: list[tuple[str, bool]] = []  # text, first of its paragraph
        for part in self.parts():
            for text in part:
                measure = {"\f": self.measure, "\v": self.lead_measure}.get(text[0])
                if measure is None:
                    lines.append((text, True))
                    continue
                for number, line in enumerate(wrapped(text[1:], measure)):
                    indent = "\u3000\u3000" if self.indents and number == 0 else ""
                    lines.append((indent + line, number == 0))
        for noise in self.noise:
            lines.insert(random.randint(0, len(lines)), (noise, True))
        text = lines[0][0]
        for line, first in lines[1:]:
            blank = {"none": False, "all": True, "paragraphs": first, "some": random.random() < 0.5}[
                self.blanks
            ]
            text += ("\n\n" if blank else "\n") + line
        return text + "\n"


def wrapped(text: str, measure: float) -> list[str]:
    if measure == float("inf"):
        return [text]
    return [line.text.strip() for line in compose(text, measure)]


def make_theme(words: Words, number: int, style: str) -> Theme:
    """`style`: plain, numbered (一是 …), lone (the lead is a paragraph), listed (一是 … as items)."""
    random = words.random
    lead = words.lead_sentence()
    count = random.randint(1, 5)
    items = [words.sentence(random.choice("；。") if n < count - 1 else "。") for n in range(count)]
    digit = "一二三四五六七八九十"[number]
    if style == "is":
        return Theme(f"{digit}是{lead}", items)
    if style == "bracket":
        return Theme(f"（{digit}）{lead}", items)
    if style == "comma":
        return Theme(f"{digit}、{lead}", items)
    if style == "lone":
        return Theme(lead, items, frozenset({0}))
    if style == "listed":
        items = [f"{'一二三四五六七八九十'[n]}是{item}" for n, item in enumerate(items)]
        apart = random.random() < 0.5
        return Theme(lead, items, frozenset(range(count)) if apart else frozenset())
    return Theme(lead, items)


def make_speech(words: Words, unit: str, county: str) -> Speech:
    random = words.random
    name = random.choice(vocabulary.NAMES)
    chamber = not unit.endswith(("工商联", "工商业联合会", "总商会", "（总商会）"))
    post = random.choice(vocabulary.CHAMBER_POSTS if chamber else vocabulary.POSTS)
    if not chamber and random.random() < 0.3:
        chain = random.choice(
            ["政协副主席、工商联主席", "委统战部副部长、工商联党组书记", "人大常委会委员、工商联专职副主席"]
        )
        organ = {"政": "政协", "委": "委统战部", "人": "人大常委会"}[chain[0]]
        unit, post = county + organ, chain.removeprefix(organ)
    verb = random.choice(vocabulary.VERBS)
    rest = "，".join(words.clause() for _ in range(random.randint(1, 4)))
    start = f"新的一年{county}将" if random.random() < 0.6 else ""
    said = f"“{start}{rest}。”" if verb[-1] == "：" else f"{start}{rest}。"
    before = random.choice(["", "", "", "据", "对此，"])
    if before == "据":
        verb = "介绍，"
    return Speech(f"{before}{unit}{post}{name}{verb}{said}", unit, post, name)


def make_section(words: Words, county: str, *, heading: str = "colon", style: str = "plain") -> Section:
    random = words.random
    unit = county + random.choice(vocabulary.ORGANS)
    if random.random() < 0.12:
        unit = random.choice(vocabulary.CHAMBERS)
        county = unit[:3] if unit[2] in "县区" else unit[:2]
    blocks: list[Opening | Speech | Theme] = []
    if random.random() < 0.35:
        blocks.append(Opening(words.opening(county)))
    blocks.extend(make_speech(words, unit, county) for _ in range(random.choice([1, 1, 1, 2])))
    themes = random.randint(1, 5)
    blocks.extend(make_theme(words, number, style) for number in range(themes))
    slogan = words.slogan() if heading != "bare" else ""
    printed = {"plain": unit, "none": "", "sign": f"■{unit}", "boxed": f"【{unit}】", "bar": f"{unit}｜"}
    name = printed.get(heading, f"{unit}：")
    if heading == "dashed":
        name, slogan = unit, f"——{slogan}"
    return Section(unit, name, slogan if name else "", blocks, heading in {"joined", "bar", "dashed"})


def make_page(seed: int, *, measure: float, sections: int = 1, **choices: object) -> Page:
    """A page of random make; `choices` settle fields of the page or `heading` and `style` of its sections."""
    random = Random(seed)
    words = Words(random)
    style = str(choices.pop("style", "plain"))
    heading = str(choices.pop("heading", "colon"))
    counties = random.sample(vocabulary.COUNTIES, len(vocabulary.COUNTIES))
    made: list[Section] = []
    while len(made) < sections:
        section = make_section(words, counties.pop(), heading=heading, style=style)
        if section.unit[:2] not in [other.unit[:2] for other in made]:
            made.append(section)
    headline = [words.headline(random.choice(["（上）", "（中）", "（下）", "（二）", ""]))]
    defaults: dict[str, object] = {
        "kicker": words.kicker() if random.random() < 0.5 else "",
        "headline": headline,
        "byline": words.byline(),
        "lead": [words.lead_paragraph() for _ in range(random.choice([1, 1, 2, 3]))],
        "sections": made,
        "measure": measure,
        "lead_measure": random.choice([measure * 2 + 1, 77.14, measure * 3 + 2]),
        "order": random.choice(["before", "after"]),
        "title_at": 0,
        "blanks": random.choice(["none", "all"]),
        "seed": seed,
    }
    return Page(**(defaults | choices))  # type: ignore[arg-type]  # the choices are Page's own fields


def filled(page: Page) -> Page:
    """The page with themes lengthened so that their last lines are full."""
    sections = [
        replace(s, blocks=[fill_last_line(b, page.measure) if isinstance(b, Theme) else b for b in s.blocks])
        for s in page.sections
    ]
    return replace(page, sections=sections)


def fill_last_line(theme: Theme, measure: float) -> Theme:
    """The theme with its last sentence lengthened until its paragraph ends on a full line."""
    if measure == float("inf"):
        return theme
    for pad in range(60):
        text = "海阔天高任我行稳致远" * 7
        last = theme.items[-1][:-1] + ("，" + text[:pad] if pad else "") + "。"
        longer = replace(theme, items=[*theme.items[:-1], last])
        line = compose(longer.paragraphs[-1], measure)[-1].text
        if least_width_of(line) + 0.5 > measure - 0.25:
            return longer
    return theme


def half_width(text: str, random: Random, share: float = 0.2) -> str:
    """The text with some of its marks in half width."""
    return "".join(c.translate(_HALF) if random.random() < share else c for c in text)
