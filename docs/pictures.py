"""Where the pictures of README and guide lie, and how one is saved small."""

from __future__ import annotations

from array import array
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

IMAGES = Path(__file__).resolve().parent / "images"
_COLOURS = 48
_APART = 48  # a rare colour that is so far from every other, all channels together, has a place of its own


def save(image: QImage, name: str) -> None:
    """Save with a palette of the commonest colours: a third as large, and hardly to be told apart."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    palette = _palette(Counter(array("I", bytes(plain.constBits()))))
    nearest = Qt.ImageConversionFlag.ThresholdDither  # the nearest colour, no dots
    few = plain.convertToFormat(QImage.Format.Format_Indexed8, palette, nearest)
    file = IMAGES / f"{name}.png"
    if not few.save(str(file), quality=0):  # 0: as small as it gets, nothing is lost
        raise SystemExit(f"{file} could not be written")


def _palette(counted: Counter[int]) -> list[int]:
    """The colours that differ most of those that occur, then the commonest."""
    common = [colour for colour, _ in counted.most_common()]
    chosen: list[int] = []
    for colour in common:
        if len(chosen) < _COLOURS and all(_distance(colour, other) > _APART for other in chosen):
            chosen.append(colour)
    rest = [colour for colour in common if colour not in chosen]
    return chosen + rest[: _COLOURS - len(chosen)]


def _distance(one: int, other: int) -> int:
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))
