"""The set-up files agree with each other."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import hatch_build
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from moushi import paths

ROOT = Path(__file__).resolve().parents[1]
DEVELOPMENT = ["lock-newest.txt", "lock-pyside-6.8.0.txt"]
LOCKS = ["run.txt", *DEVELOPMENT]


def settings(name: str) -> dict:
    return tomllib.loads((ROOT / name).read_text("utf-8"))


def locked(name: str) -> dict[str, str]:
    """Package name → the rest of its line: version, marker, hashes."""
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return dict(line.split("==", 1) for line in lines)


def version(line: str) -> str:
    return line.split(maxsplit=1)[0]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_with_hashes_and_names_no_index(name):
    packages = locked(name)
    assert packages
    for package, line in packages.items():
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", package)
        assert re.fullmatch(r"\S+\s+(;[^-]+\s)?(\s*--hash=sha256:[0-9a-f]{64})+\s*", line), package
    text = (ROOT / "requirements" / name).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize(
    ("name", "groups"), [("run.txt", []), ("lock-newest.txt", ["dev"]), ("lock-pyside-6.8.0.txt", ["dev"])]
)
def test_a_lock_holds_what_pyproject_asks_for(name, groups):
    pyproject = settings("pyproject.toml")
    wanted = pyproject["project"]["dependencies"] + [
        line for group in groups for line in pyproject["dependency-groups"][group]
    ]
    packages = locked(name)
    for requirement in map(Requirement, wanted):
        pinned = packages[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version(pinned)), requirement


def test_the_locks_differ_only_in_the_release_of_pyside():
    newest, oldest = (locked(name) for name in DEVELOPMENT)
    assert {name for name in newest | oldest if newest.get(name) != oldest.get(name)} == {
        "pyside6-essentials",
        "shiboken6",
    }
    assert version(oldest["pyside6-essentials"]) == version(oldest["shiboken6"]) == "6.8.0"
    assert locked("run.txt").items() <= newest.items()


def test_every_make_target_that_the_papers_name_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for paper in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        named = set(re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / paper).read_text("utf-8"), re.MULTILINE))
        assert named, paper
        assert named <= targets, paper


def test_help_describes_the_targets_a_person_uses():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    described = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    assert described >= {
        "help",
        "demo",
        "run",
        "test",
        "check",
        "acceptance",
        "lock",
        "wheel",
        "clean",
    }


def test_the_wheel_carries_the_guide_with_every_picture_that_it_shows(tmp_path, monkeypatch):
    package = tmp_path / "moushi"
    for source, target in hatch_build.SHIPPED.items():
        copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copyfile
        (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / source, tmp_path / target)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.guide().is_relative_to(package)
    shown = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", paths.guide().read_text("utf-8"))
    assert shown
    assert [picture for picture in shown if not (paths.guide().parent / picture).is_file()] == []


def test_briefcase_settings_repeat_nothing_of_pyproject():
    project, briefcase = settings("pyproject.toml")["project"], settings("briefcase.toml")["briefcase"]
    assert list(briefcase["app"]) == [project["name"]]
    assert not {"version", "license", "requires-python", "description"} & {
        *briefcase,
        *briefcase["app"]["moushi"],
    }
    for line in briefcase["app"]["moushi"]["linux"]["requires"]:
        pinned = Requirement(line)
        ours = {Requirement(text).name: Requirement(text) for text in project["dependencies"]}[pinned.name]
        assert all(ours.specifier.contains(spec.version) for spec in pinned.specifier)


def test_scripts_of_the_set_up_can_be_run():
    for script in ("find-python", "setup-system", "setup-venv", "lock", "try-wheel"):
        assert (ROOT / "packaging" / script).stat().st_mode & 0o100, script


def test_no_paper_or_script_names_a_place_of_one_machine():
    texts = [
        *ROOT.glob("*.md"),
        *ROOT.glob("*.toml"),
        *ROOT.glob("packaging/*"),
        ROOT / "Makefile",
        ROOT / ".ci/run",
    ]
    for path in (path for path in texts if path.is_file()):
        assert not re.search(r"/(work|root|home|opt)/|\.\./shared", path.read_text("utf-8")), path
