"""Settings for all tests: no screen is needed, and no test has a clock to beat."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("golden_support",)

settings.register_profile("moushi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("moushi")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments with which the window's start makes the application."""
    from moushi.app import STYLE  # loads Qt, which most tests do without

    return ["moushi", *STYLE]


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> object:
    """A window's application for all tests of a process: a proof that came first would make one without."""
    return qapp
