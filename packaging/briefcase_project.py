"""Writes build/briefcase, which Briefcase packs: settings from the .toml files, code from dist/*.whl."""

from __future__ import annotations

import json
import shutil
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]


def project(pyproject: dict[str, Any], briefcase: dict[str, Any], version: str) -> dict[str, Any]:
    """The settings as Briefcase wants them: its tables under `tool`, and what it takes from `project`."""
    taken = {key: pyproject["project"][key] for key in ("name", "description", "license", "requires-python")}
    app = briefcase["briefcase"]["app"][taken["name"]] | {
        "description": taken["description"],
        "sources": [taken["name"]],
        "requires": pyproject["project"]["dependencies"],
    }
    tool = briefcase["briefcase"] | {"app": {taken["name"]: app}}
    return {
        "project": taken | {"version": version, "license-files": ["LICENSE"]},
        "tool": {"briefcase": tool},
    }


def toml(table: dict[str, Any], *path: str) -> Iterator[str]:
    """The lines of `table` as TOML, whose strings, booleans and lists are written as in JSON."""
    if path:
        yield f"[{'.'.join(path)}]"
    yield from (f"{key} = {json.dumps(value)}" for key, value in table.items() if not isinstance(value, dict))
    for key, value in table.items():
        if isinstance(value, dict):
            yield from toml(value, *path, key)


def main() -> None:
    wheels = list((ROOT / "dist").glob("moushi-*.whl"))
    if len(wheels) != 1:
        raise SystemExit("dist/ must hold one wheel of Moushi: run `make wheel` first.")
    target = ROOT / "build" / "briefcase"
    shutil.rmtree(target, ignore_errors=True)
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(target, [name for name in wheel.namelist() if name.startswith("moushi/")])
    shutil.copy(ROOT / "LICENSE", target)
    settings = project(
        tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")),
        tomllib.loads((ROOT / "briefcase.toml").read_text("utf-8")),
        version=wheels[0].name.split("-")[1],
    )
    (target / "pyproject.toml").write_text("\n".join(toml(settings)) + "\n", "utf-8")
    print(f"wrote {target.relative_to(ROOT)}/pyproject.toml")


if __name__ == "__main__":
    main()
