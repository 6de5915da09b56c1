"""Keeps resources/i18n/moushi_zh_CN.ts in step with the sources.

python packaging/translations.py missing        lists what is not translated; exit code 1 when there is any
python packaging/translations.py update         adds empty entries for what is missing, drops what is obsolete
python packaging/translations.py add FILE.tsv…  update, then fill entries from lines of English<TAB>Chinese

Contexts: `Moushi` for the messages of the Python sources, one for each form in forms/.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "i18n" / "moushi_zh_CN.ts"
MESSAGES = "Moushi"
MARKERS = {"say", "tell", "tr", "attr"}

Catalogue = dict[str, dict[str, str]]
"""Context → English source → Chinese ("" when unfinished)."""


def wanted(root: Path = ROOT) -> dict[str, dict[str, str]]:
    """Context → English source → where it stands, for all sources."""
    trees = {
        path: ast.parse(path.read_text("utf-8"))
        for path in sorted((root / "desktop" / "moushi").rglob("*.py"))
        if "generated" not in path.parts
    }
    errors = _error_classes(trees.values())
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path, tree in trees.items():
        for line, source in _literals(tree, MARKERS | errors):
            found[MESSAGES].setdefault(source, f"{path.relative_to(root)}:{line}")
    for path in sorted((root / "forms").glob("*.ui")):
        form = ET.parse(path).getroot()
        for text in form.iter("string"):
            if text.text and text.get("notr") != "true":
                found[form.findtext("class", "")].setdefault(text.text, str(path.relative_to(root)))
    return dict(found)


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    """The names of `MoushiError` and of all classes that come from it."""
    parents = {
        node.name: {_last_name(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {"MoushiError"}
    while more := {name for name, bases in parents.items() if bases & known} - known:
        known |= more
    return known


def _literals(tree: ast.Module, markers: set[str]) -> Iterator[tuple[int, str]]:
    """The literals that stand as first argument of a marker, or of `super().__init__` in an error class."""
    calls = list(_calls(tree, markers))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in markers:
            calls += _calls(node, {"__init__"})
    for call in calls:
        for argument in call.args[:1]:
            choices = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
            for choice in choices:
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                    yield choice.lineno, choice.value


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _last_name(node.func) in names:
            yield node


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def read(path: Path = CATALOGUE) -> Catalogue:
    """The catalogue as it stands."""
    if not path.exists():
        return {}
    return {
        context.findtext("name", ""): {
            message.findtext("source", ""): _finished(message) for message in context.iter("message")
        }
        for context in ET.parse(path).getroot().iter("context")
    }


def _finished(message: ET.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None or "type" in translation.attrib else translation.text or ""


def updated(held: Catalogue, sources: dict[str, dict[str, str]]) -> Catalogue:
    """What the sources want, with the translations that are held."""
    return {
        context: {source: held.get(context, {}).get(source, "") for source in sorted(texts)}
        for context, texts in sorted(sources.items())
    }


def filled(catalogue: Catalogue, pairs: dict[str, str]) -> Catalogue:
    """With the translations of `pairs`, in every context that has the source."""
    return {
        context: {source: pairs.get(source, chinese) for source, chinese in texts.items()}
        for context, texts in catalogue.items()
    }


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """English and Chinese of each line; `\\n` stands for a line break."""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        english, tab, chinese = line.partition("\t")
        if not tab or not chinese.strip():
            raise SystemExit(f"{path}:{number}: not English<TAB>Chinese")
        yield english.replace("\\n", "\n"), chinese.replace("\\n", "\n")


def write(catalogue: Catalogue, path: Path = CATALOGUE) -> None:
    """Write the catalogue as Qt's tools read it."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    for context, texts in catalogue.items():
        element = ET.SubElement(root, "context")
        ET.SubElement(element, "name").text = context
        for source, chinese in texts.items():
            message = ET.SubElement(element, "message")
            ET.SubElement(message, "source").text = source
            translation = ET.SubElement(message, "translation")
            if chinese:
                translation.text = chinese
            else:
                translation.set("type", "unfinished")
    ET.indent(root, "  ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(root, encoding="unicode") + "\n", "utf-8")


def main(arguments: list[str]) -> int:
    sources = wanted()
    catalogue = updated(read(), sources)
    match arguments:
        case ["update"]:
            write(catalogue)
        case ["add", *files] if files:
            pairs = dict(pair for file in files for pair in read_pairs(Path(file)))
            for unknown in sorted(pairs.keys() - {source for texts in sources.values() for source in texts}):
                print(f"not in the sources: {unknown}", file=sys.stderr)
            catalogue = filled(catalogue, pairs)
            write(catalogue)
        case ["missing"]:
            pass
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    missing = False
    for context, texts in catalogue.items():
        for source in (source for source, chinese in texts.items() if not chinese):
            missing = True
            print(f"{sources[context][source]}\t{context}\t{source}")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
