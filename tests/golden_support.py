"""Golden files: what a writer makes, compared with what was reviewed; `--update-golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request) -> Callable[[str, Mapping[str, str]], None]:
    """Compares texts by file name with those of a folder under tests/golden, whole and nothing else."""

    def compare(folder: str, texts: Mapping[str, str]) -> None:
        place = GOLDEN / folder
        if request.config.getoption("--update-golden"):
            _write(place, texts)
        kept = {file.name: file.read_text("utf-8") for file in sorted(place.glob("*")) if file.is_file()}
        assert sorted(texts) == sorted(kept), "other files than the golden ones; run pytest --update-golden"
        for name, text in texts.items():
            lines = unified_diff(
                kept[name].splitlines(), text.splitlines(), f"golden/{folder}/{name}", "now", lineterm="", n=2
            )
            difference = "\n".join(lines)
            if difference:
                pytest.fail(
                    f"{difference}\n\nIf this is meant: pytest --update-golden, and review the change."
                )

    return compare


def _write(place: Path, texts: Mapping[str, str]) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for file in place.glob("*"):
        file.unlink()
    for name, text in texts.items():
        (place / name).write_text(text, "utf-8", newline="\n")
