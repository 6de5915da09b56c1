"""Layout presets: the program's own, by name."""

from __future__ import annotations

from functools import cache

from moushi import paths
from moushi.errors import MoushiError
from moushi.typeset.layout import Layout, parse_layout

MANUSCRIPT = "manuscript"
NEWSPAPER = "zhoushan"


def layout_names() -> tuple[str, ...]:
    """The names of all presets."""
    return tuple(sorted(path.stem for path in (paths.resources() / "layouts").glob("*.toml")))


@cache
def load_layout(name: str) -> Layout:
    """The preset of that name; `MoushiError` that lists them when there is none."""
    if name not in layout_names():
        raise MoushiError(
            "There is no layout “{name}”. Choose one of: {names}.", name=name, names="、".join(layout_names())
        )
    text = (paths.resources() / "layouts" / f"{name}.toml").read_text("utf-8")
    return parse_layout(text, name)
