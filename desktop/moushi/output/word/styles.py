"""Named styles for the parts of an article, and the faces they ask for with their substitutes."""

from __future__ import annotations

import math
from dataclasses import replace
from string import Template

from moushi.output.word.markup import W, escaped, style_id, twips, twips_up
from moushi.typeset.layout import Layout, Role

LEVELS = ("level1", "level2", "level3")
_CHARACTER_ROLES = ("theme_lead",)
_KEPT_WITH_NEXT = ("kicker", "headline", "byline", "section_heading", "section_slogan", *LEVELS)
_CLOSEST = 0.025  # of its size that the body may be set closer to get a whole character into a column
_EIGHTHS = 8  # of a point: the unit of a rule's weight
_RULES = (2, 96)  # the thinnest and the thickest rule, in that unit
_ALIGNMENT = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def styles_xml(template: str, layout: Layout) -> str:
    """`word/styles.xml`: a style per role, named as the layout says; `template` holds the defaults.

    The default style has the body's faces and size, because Word measures its character grid by it. Marks may
    hang over the line's end, as by Word's default: told not to, LibreOffice 7.4 hangs them and loses some.
    """
    roles = {"footer": footer_role(layout), **layout.roles}
    if is_manuscript(layout):
        roles["copy_note"] = _note_role(layout)
    styles = [
        _character_style(role, layout) if name in _CHARACTER_ROLES else _paragraph_style(role, layout)
        for name, role in roles.items()
    ]
    styles += [_character_style(roles[name], layout, "Char") for name in LEVELS if name in roles]
    if layout.sections != "flow":
        styles += [_separator_style(layout), _column_rule_style(layout)]
    normal = _run_properties(replace(layout.roles["body"], name="normal"), layout)
    return Template(template).substitute(normal=normal, roles="".join(styles))


def footer_role(layout: Layout) -> Role:
    """The layout's footer, or one in the byline's faces where it names none."""
    if "footer" in layout.roles:
        return layout.roles["footer"]
    byline = layout.roles["byline"]
    return Role(
        name="footer",
        style_name="页脚",
        east_asian=byline.east_asian,
        western=byline.western,
        size_pt=9,
        bold=False,
        colour="#000000",
        align="center",
        leading_pt=12,
        space_before_pt=0,
        space_after_pt=0,
        first_indent_em=0,
        outline=None,
    )


def is_manuscript(layout: Layout) -> bool:
    """Whether a layout is what an editor gets from a correspondent: one flow, and no official paper."""
    return layout.sections == "flow" and LEVELS[0] not in layout.roles


def _note_role(layout: Layout) -> Role:
    """The note below a manuscript's last line: small, in the footer's faces."""
    return replace(
        footer_role(layout),
        name="copy_note",
        style_name="稿件附注",
        size_pt=10.5,
        align="left",
        leading_pt=16,
        space_before_pt=16,
    )


def _paragraph_style(role: Role, layout: Layout) -> str:
    link = f'<w:link w:val="{style_id(role.name)}Char"/>' if role.name in LEVELS else ""
    following = '<w:next w:val="Body"/>' if role.outline else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(role.name)}">'
        f'<w:name w:val="{escaped(role.style_name)}"/><w:basedOn w:val="Normal"/>{following}{link}'
        "<w:qFormat/>"
        f"{_paragraph_properties(role, layout)}{_run_properties(role, layout)}</w:style>"
    )


def _character_style(role: Role, layout: Layout, suffix: str = "") -> str:
    """A style for words within a paragraph; with a suffix, the other half of a paragraph style."""
    name = f"{role.style_name} {suffix}".rstrip()
    link = f'<w:link w:val="{style_id(role.name)}"/>' if suffix else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(role.name)}{suffix}">'
        f'<w:name w:val="{escaped(name)}"/><w:basedOn w:val="DefaultParagraphFont"/>{link}<w:qFormat/>'
        f"{_run_properties(role, layout)}</w:style>"
    )


def _separator_style(layout: Layout) -> str:
    """The gap of one line above a section, with the rule in its middle."""
    gap = layout.roles["body"].leading_pt
    line = f'w:line="{twips((gap - layout.rule_pt) / 2)}" w:lineRule="exact"'
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Separator"><w:name w:val="单元分隔"/>'
        f'<w:basedOn w:val="Normal"/><w:semiHidden/><w:pPr><w:keepNext/>{_rule("bottom", layout)}'
        f'<w:snapToGrid w:val="0"/><w:spacing w:after="{twips(gap / 2)}" {line}/>'
        '</w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def _column_rule_style(layout: Layout) -> str:
    """The left edge of a frame between sections side by side."""
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ColumnRule"><w:name w:val="栏间线"/>'
        f'<w:basedOn w:val="Normal"/><w:semiHidden/><w:pPr>{_rule("left", layout)}</w:pPr></w:style>'
    )


def _rule(side: str, layout: Layout) -> str:
    if not layout.rule_pt:
        return ""
    thinnest, thickest = _RULES
    weight = min(max(round(layout.rule_pt * _EIGHTHS), thinnest), thickest)
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:pBdr>'


def _paragraph_properties(role: Role, layout: Layout) -> str:
    kept = "<w:keepNext/>" if role.name in _KEPT_WITH_NEXT else ""
    on_grid = role.leading_pt == layout.roles["body"].leading_pt and not closer_by(layout)
    grid = "" if on_grid else '<w:snapToGrid w:val="0"/>'
    spacing = (
        f'<w:spacing w:before="{twips(role.space_before_pt)}" w:after="{twips(role.space_after_pt)}"'
        f' w:line="{twips(role.leading_pt)}" w:lineRule="exact"/>'
    )
    indent = ""
    if role.first_indent_em:
        chars, length = round(role.first_indent_em * 100), twips(role.first_indent_em * role.size_pt)
        indent = f'<w:ind w:firstLineChars="{chars}" w:firstLine="{length}"/>'
    outline = f'<w:outlineLvl w:val="{role.outline - 1}"/>' if role.outline else ""
    widows = "<w:widowControl/>" if layout.sections != "flow" and role.name == "body" else ""
    return (
        f"<w:pPr>{kept}{widows}{grid}{spacing}{indent}<w:contextualSpacing/>"
        f'<w:jc w:val="{_ALIGNMENT[role.align]}"/>{outline}</w:pPr>'
    )


def closer_by(layout: Layout) -> float:
    """How many points closer than its size the body is set, to fit the page's grid."""
    return layout.roles["body"].size_pt - layout.character_pitch_pt


def _spacing(role: Role, layout: Layout) -> int:
    """How much closer than its size a role's type is set, in twips.

    By the page's grid; in a newspaper's columns so much that as many whole characters fit as the column is
    called by (21.75 em: 22). That makes up for marks which the page squeezes and Word does not.
    """
    body = layout.roles["body"]
    if closer_by(layout):
        return twips_up(closer_by(layout)) if role.size_pt == body.size_pt else 0
    if layout.sections == "flow" or role.name not in ("body", "theme_lead"):
        return 0
    closer = body.size_pt - layout.width_pt(1) / math.ceil(layout.measure_em - 1e-6)
    return twips_up(closer) if closer <= body.size_pt * _CLOSEST else 0


def _run_properties(role: Role, layout: Layout) -> str:
    """Faces, weight, colour, spacing and size.

    The hint gives quotation marks, dashes and ellipses, which East Asian and Western faces share, to the
    Chinese face. Word and LibreOffice differ in how a grid narrower than the type places characters, so the
    type itself is set closer and the grid only counts lines and characters.
    """
    western, half_points = escaped(role.western), round(role.size_pt * 2)
    bold = "<w:b/>" if role.bold else ""
    colour = "" if role.colour == "#000000" else f'<w:color w:val="{role.colour[1:].upper()}"/>'
    closer = _spacing(role, layout)
    spacing = f'<w:spacing w:val="{-closer}"/>' if closer else ""
    return (
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{western}" w:eastAsia="{escaped(role.east_asian[0])}"'
        f' w:hAnsi="{western}" w:cs="{western}"/>{bold}{colour}{spacing}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


def font_table_xml(layout: Layout) -> str:
    """`word/fontTable.xml`: each face and, for machines without it, the others that its role names."""
    roles = {"footer": footer_role(layout), **layout.roles}.values()
    chinese = {role.east_asian[0]: role.east_asian[1:] for role in roles}
    western = sorted({role.western for role in roles} - set(chinese))
    fonts = [_font(name, "86", others) for name, others in chinese.items()]
    fonts += [_font(name, "00", ()) for name in western]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{W}">{"".join(fonts)}</w:fonts>'
    )


def _font(name: str, charset: str, others: tuple[str, ...]) -> str:
    substitutes = f'<w:altName w:val="{escaped(",".join(others))}"/>' if others else ""
    return (
        f'<w:font w:name="{escaped(name)}">{substitutes}<w:charset w:val="{charset}"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )
