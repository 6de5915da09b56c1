"""Builds what the window needs from its sources: Python from forms/*.ui, catalogues from resources/i18n/*.ts.

Of each catalogue it makes two: the .qm is Qt's, the .json holds the messages that are said without Qt.

Hatchling calls the hook for wheels and editable installs; `python hatch_build.py` does the same in a
checkout. The tools are those of the installed PySide6, found without importing it (that would need OpenGL).
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zlib import crc32

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

GENERATED = Path("desktop", "moushi", "ui", "generated")
CATALOGUES = Path("resources", "i18n")
MESSAGES = "Moushi"  # the context of what is said without Qt, as in desk/language
SHIPPED = {
    "forms": "moushi/forms",
    "resources": "moushi/resources",
    "docs/guide.md": "moushi/docs/guide.md",
    "docs/forms.md": "moushi/docs/forms.md",
    "docs/images": "moushi/docs/images",
}
"""What travels in the wheel beside the code, and where to."""
INIT = '"""Built from forms/ by hatch_build.py."""\n'


class QtFilesHook(BuildHookInterface[Any]):
    """Hatchling's way in, called before it collects the files of a wheel or of an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":  # a source archive carries the sources
            return
        for _ in build(Path(self.root)):
            pass
        if version != "editable":  # which reads them in the checkout
            build_data["force_include"] |= SHIPPED


def build(root: Path) -> Iterator[Path]:
    """Build what is out of date under the checkout `root`; yields each file written or removed."""
    forms = {form.with_suffix(".py").name: form for form in sorted((root / "forms").glob("*.ui"))}
    generated = root / GENERATED
    generated.mkdir(parents=True, exist_ok=True)
    for path in generated.glob("*.py"):
        if path.name not in {"__init__.py", *forms}:
            path.unlink()
            yield path
    if not (generated / "__init__.py").exists():
        (generated / "__init__.py").write_text(INIT, "utf-8")
        yield generated / "__init__.py"
    if forms:
        yield from _build_forms(generated, forms)
    for source in sorted((root / CATALOGUES).glob("*.ts")):
        if _is_older(source.with_suffix(".qm"), source):
            yield _run(_tool("lrelease"), "-silent", source, "-qm", target=source.with_suffix(".qm"))
        if _is_older(source.with_suffix(".json"), source):
            yield write_messages(source, source.with_suffix(".json"))


def _build_forms(generated: Path, forms: dict[str, Path]) -> Iterator[Path]:
    """A form is also built again after another release's uic: new code may not run with an old PySide6."""
    uic = _tool("uic", "Qt", "libexec")
    about = subprocess.run([uic, "--version"], check=True, capture_output=True, text=True).stdout
    for name, form in forms.items():
        target = generated / name
        if _is_older(target, form) or f" version {about.split()[-1]}\n" not in target.read_text("utf-8"):
            _run(uic, "-g", "python", form, "-o", target=target)
            target.write_text(_without_unused_imports(target.read_text("utf-8")), "utf-8")
            yield target


def write_messages(source: Path, target: Path) -> Path:
    """The finished translations of the messages, with a sum that tells which text they are of."""
    held = source.read_bytes()
    root = ET.fromstring(held)  # noqa: S314 - our own file
    contexts = [each for each in root.iter("context") if each.findtext("name") == MESSAGES]
    texts = {
        message.findtext("source", ""): translation.text or ""
        for context in contexts
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None and "type" not in translation.attrib
    }
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch, target.name)
        made.write_text(json.dumps({"crc32": crc32(held), "texts": texts}, ensure_ascii=False), "utf-8")
        made.replace(target)
    return target


def _without_unused_imports(code: str) -> str:
    """What uic wrote, importing from Qt only what it uses: each class costs time when it is made."""

    def used(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found[2]) if len(re.findall(rf"\b{name}\b", code)) > 1]
        return f"from {found[1]} import ({', '.join(names)})" if names else ""

    return re.sub(r"from (PySide6\.\w+) import \(([^)]*)\)", used, code)


def _tool(name: str, *folder: str) -> Path:
    """One of PySide6's programs; on Windows all of them lie beside its libraries."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("PySide6 is missing: install PySide6-Essentials, which brings uic and lrelease.")
    home = Path(spec.submodule_search_locations[0])
    return home / f"{name}.exe" if sys.platform == "win32" else home.joinpath(*folder, name)


def _is_older(target: Path, source: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def _run(*command: str | Path, target: Path) -> Path:
    """Run `command`, the file to write as its last word, and put that file in place once it is whole."""
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch, target.name)
        done = subprocess.run([*command, made], check=False, capture_output=True, text=True)
        if done.returncode or not made.exists():
            raise SystemExit(f"{Path(command[0]).name} failed for {target.name}:\n{done.stdout}{done.stderr}")
        made.replace(target)
    return target


if __name__ == "__main__":
    for written in build(Path(__file__).resolve().parent):
        print(f"built {written.name}")
