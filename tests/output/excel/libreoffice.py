"""LibreOffice for tests: files as it writes them in other formats."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which

from python_calamine import CalamineWorkbook

_FACES, _FREE = ("宋体", "黑体", "楷体"), "Noto Sans CJK SC"


def office_in(place: Path) -> Path:
    """A folder with a free face, wide and tall, in place of those that an office has."""
    assert which("soffice"), "make acceptance installs LibreOffice"
    aliases = "".join(
        f'<alias binding="same"><family>{face}</family><prefer><family>{_FREE}</family></prefer></alias>'
        for face in _FACES
    )
    fonts = f"<fontconfig><include>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>"
    (place / "fonts.conf").write_text(f'<?xml version="1.0"?>{fonts}', "utf-8")
    return place


def converted(folder: Path, data: bytes, kind: str, source: str = "xlsx") -> bytes:
    """The file as LibreOffice writes it in another format."""
    given = folder / f"进展.{source}"
    given.write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            folder / "out",
            given,
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        check=True,
        capture_output=True,
        timeout=300,
    )
    return (folder / "out" / f"进展.{kind}").read_bytes()


def values_of(data: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
