"""Make the guide's pictures of the demo's Word article, proof and progress sheet.

Run: python docs/make_document_pictures.py. Needs LibreOffice (Writer and Calc), poppler-utils and the fonts
Noto Serif CJK and Noto Sans CJK, which stand in for the faces that the documents name.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pictures import save
from PySide6.QtGui import QImage

from moushi.desk.sample import make_demo

PICTURES = {
    "示例稿件-zhoushan.docx": ("article", 1),
    "示例版面.pdf": ("proof", 1),
    "示例进展表-2024-06.xlsx": ("progress-sheet", 1),
    "示例填报表-2024-06/菜园镇商会 2024年6月 填报表.xlsx": ("return-form", 2),  # after its cover
}
"""Of each document the name of its picture, and the page that is shown."""
WIDTH = 1000  # pixels
MADE_ON = datetime(2024, 7, 3, 9, 30).astimezone()
STAND_INS = {
    "Noto Serif CJK SC": ("宋体", "仿宋", "楷体", "方正小标宋简体"),
    "Noto Sans CJK SC": ("黑体", "微软雅黑"),
}


def main() -> None:
    """Write a page of each document as a PNG."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        make_demo(folder, MADE_ON)
        fonts = folder / "fonts.conf"
        fonts.write_text(_font_settings(), "utf-8")
        environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
        for document, (picture, page) in PICTURES.items():
            office = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
            pdf = (folder / document).with_suffix(".pdf")
            if not pdf.exists():
                _run(
                    environment,
                    *office,
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    str(pdf.parent),
                    str(folder / document),
                )
            size = ("-singlefile", "-f", str(page), "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1")
            _run(environment, "pdftoppm", *size, str(pdf), str(folder / picture))
            save(QImage(str(folder / f"{picture}.png")), picture)


def _run(environment: Mapping[str, str], *command: str) -> None:
    # our own words and paths only
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603


def _font_settings() -> str:
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{named}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{there}</string></edit></match>'
        for there, names in STAND_INS.items()
        for named in names
    )
    return f'<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>'


if __name__ == "__main__":
    main()
