"""Where things lie: the program's own files, and the person's data, settings and logs.

In a checkout `forms/`, `resources/` and `docs/` stand beside `desktop/`; in an installation they are inside
the package. Nothing else in the program knows this.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from moushi.errors import MoushiError

_PACKAGE = Path(__file__).resolve().parent
_NAME = "Moushi"


def forms() -> Path:
    """The folder of the Qt forms and of the chambers' return forms."""
    return _shipped("forms")


def resources() -> Path:
    """The folder of icons, themes, translations, templates, layouts and the sample."""
    return _shipped("resources")


def guide() -> Path:
    """The user guide, a Markdown file with its pictures in `images` beside it."""
    return _shipped("docs") / "guide.md"


def data_dir() -> Path:
    """The person's data folder, which may not exist yet; the environment's MOUSHI_HOME overrides it."""
    return _home() or platformdirs.user_data_path(_NAME, appauthor=False)


def settings_dir() -> Path:
    """The folder of the person's preferences, which may not exist yet."""
    home = _home()
    return home / "settings" if home else platformdirs.user_config_path(_NAME, appauthor=False)


def log_dir() -> Path:
    """The folder of the log files, which may not exist yet."""
    home = _home()
    return home / "logs" if home else platformdirs.user_log_path(_NAME, appauthor=False)


def default_store() -> Path:
    """The store that is opened when none is named."""
    return data_dir() / "moushi.sqlite"


def _home() -> Path | None:
    named = os.environ.get("MOUSHI_HOME")
    return Path(named).expanduser().resolve() if named else None


def _shipped(name: str) -> Path:
    for place in (_PACKAGE, _PACKAGE.parents[1]):
        if (place / name).is_dir():
            return place / name
    raise MoushiError(
        "The program's own files are missing: {path}. Install Moushi again.", path=_PACKAGE / name
    )
