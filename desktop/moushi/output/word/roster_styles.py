"""Named styles of rosters, in the faces that a manuscript's layout gives its own parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import Template

from moushi.output.word import styles
from moushi.output.word.markup import escaped, style_id, twips
from moushi.typeset.layout import Layout, Role

_TITLE_PT, _OFFICE_PT, _SUBTITLE_PT = 20.0, 15.0, 10.5
_JC = {"left": "left", "center": "center", "right": "right"}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of a table's type and the least height of its rows, in points."""

    body_pt: float
    row_pt: float


FAIR = Sizes(10.5, 22.0)
SMALL = Sizes(9.0, 19.0)


def styles_xml(template: Template, faces: Layout, sizes: Sizes) -> str:
    """`word/styles.xml`: a style for each part, and the table's."""
    roles = _roles(faces, sizes)
    written = "".join(map(_paragraph_style, roles.values())) + _TABLE
    return template.substitute(normal=_run_properties(roles["cell"]), roles=written)


def font_table_xml(faces: Layout) -> str:
    """`word/fontTable.xml`, as that of a manuscript: the faces are its."""
    return styles.font_table_xml(faces)


def _roles(faces: Layout, sizes: Sizes) -> Mapping[str, Role]:
    """The parts of a roster: which part of a manuscript each takes its faces from, and its own size."""
    body = sizes.body_pt
    of = faces.roles
    return {
        "office": _role(of["lead"], "office", "单位抬头", _OFFICE_PT, "center", after=4),
        "roster_title": replace(
            _role(of["headline"], "roster_title", "名册标题", _TITLE_PT, "center", after=6), outline=1
        ),
        "subtitle": _role(of["body"], "subtitle", "名册说明", _SUBTITLE_PT, "center", after=6),
        "head": _role(of["section_heading"], "head", "表头", body, "center"),
        "group": _role(of["section_heading"], "group", "表中小标题", body, "left"),
        "cell": _role(of["body"], "cell", "表格文字", body, "left"),
        "cell_center": _role(of["body"], "cell_center", "表格文字居中", body, "center"),
        "cell_right": _role(of["body"], "cell_right", "表格文字居右", body, "right"),
        "note": _role(of["body"], "note", "名册附注", _SUBTITLE_PT, "left", before=4),
        "footer": _role(styles.footer_role(faces), "footer", "页脚", 9.0, "center"),
    }


def _role(
    source: Role, name: str, title: str, size_pt: float, align: str, *, before: float = 0, after: float = 0
) -> Role:
    return replace(
        source,
        name=name,
        style_name=title,
        size_pt=size_pt,
        align=align,
        space_before_pt=before,
        space_after_pt=after,
        first_indent_em=0,
        outline=None,
        colour="#000000",
    )


def _paragraph_style(role: Role) -> str:
    kept = "<w:keepNext/>" if role.name in ("office", "roster_title", "subtitle", "group") else ""
    outline = f'<w:outlineLvl w:val="{role.outline - 1}"/>' if role.outline else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(role.name)}">'
        f'<w:name w:val="{escaped(role.style_name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{kept}<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="{twips(role.space_before_pt)}" w:after="{twips(role.space_after_pt)}"/>'
        f'<w:jc w:val="{_JC[role.align]}"/>{outline}</w:pPr>'
        f"{_run_properties(role)}</w:style>"
    )


def _run_properties(role: Role) -> str:
    western, half_points = escaped(role.western), round(role.size_pt * 2)
    bold = "<w:b/>" if role.bold else ""
    return (
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{western}" w:eastAsia="{escaped(role.east_asian[0])}"'
        f' w:hAnsi="{western}" w:cs="{western}"/>{bold}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Roster"><w:name w:val="名册表"/>'
    '<w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr></w:style>"
)
