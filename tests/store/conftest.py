"""An empty store in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from moushi.store import Store
from stores import fresh_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    noon = datetime(2031, 3, 1, 12, tzinfo=UTC)
    with fresh_store(tmp_path, person="禾小满", clock=lambda: noon) as opened:
        yield opened
