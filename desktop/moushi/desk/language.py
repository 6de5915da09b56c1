"""Messages in the person's language, without Qt: the catalogue's context `Moushi`.

`resources/i18n/moushi_zh_CN.ts` also holds a context for each form; those are Qt's business.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from zlib import crc32

from moushi import paths
from moushi.desk import preferences
from moushi.desk.preferences import Language

CONTEXT = "Moushi"


def chosen() -> Language:
    """The language to speak: the environment's MOUSHI_LANG (`en` or `zh`), else the preferences."""
    match os.environ.get("MOUSHI_LANG", "")[:2].lower():
        case "en":
            return Language.ENGLISH
        case "zh":
            return Language.CHINESE
        case _:
            return preferences.load().language


@cache
def translations(language: str) -> Mapping[str, str]:
    """English source text → translation, for `Message.render`; empty for the language of the sources."""
    path = paths.resources() / "i18n" / f"moushi_{language}.ts"
    if not path.exists():
        return MappingProxyType({})
    return MappingProxyType(read_built(path) or read_catalogue(path, CONTEXT))


def read_built(path: Path) -> dict[str, str]:
    """What `hatch_build.py` has made of a .ts file, quicker to read; empty when it is of another text."""
    try:
        built = json.loads(path.with_suffix(".json").read_bytes())
    except FileNotFoundError:
        return {}
    return dict(built["texts"]) if built["crc32"] == crc32(path.read_bytes()) else {}


def read_catalogue(path: Path, context: str) -> dict[str, str]:
    """The finished translations of one context of a Qt .ts file; entities are refused, not expanded."""
    from xml.parsers import expat  # the window is painted before a word is said

    found: dict[str, str] = {}
    texts = {"name": "", "source": "", "translation": ""}
    element = ""
    finished = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal element, finished
        element = tag
        if tag in texts:
            texts[tag] = ""
        if tag == "translation":
            finished = "type" not in attributes

    def characters(data: str) -> None:
        if element in texts:
            texts[element] += data

    def end(tag: str) -> None:
        nonlocal element
        element = ""
        if tag == "message" and finished and texts["name"] == context:
            found[texts["source"]] = texts["translation"]

    def refuse(*_: object) -> None:
        raise ValueError(f"{path} declares entities")

    parser = expat.ParserCreate()
    parser.buffer_text = True  # half the calls: this is read at every start
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    parser.EndElementHandler = end
    parser.EntityDeclHandler = refuse
    parser.Parse(path.read_bytes(), True)
    return found
