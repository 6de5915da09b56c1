"""Faces need Qt's application."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _app(qapp):
    return qapp
