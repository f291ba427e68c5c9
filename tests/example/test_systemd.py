"""The unit for systemd, and the settings that it is started with."""

import configparser
import re
from pathlib import Path

import pytest

from dashboard.cli import COMMANDS
from dashboard.settings import Settings, SettingsError

PLACE = Path(__file__).parents[2] / "docs" / "example" / "systemd"


@pytest.fixture
def service():
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read_string((PLACE / "partnership.service").read_text())
    return unit["Service"]


def settings(text):
    return dict(re.findall(r"^#?([A-Z_]+)=(.*)$", text, re.MULTILINE))


def test_what_it_starts_is_a_command(service):
    started = [service[name].split() for name in ("ExecStartPre", "ExecStart")]
    assert [words[0] for words in started] == ["/opt/partnership/.venv/bin/partnership"] * 2
    assert [words[1] in COMMANDS for words in started] == [True, True]


def test_it_waits_for_requests_that_are_being_answered(service):
    gunicorn_waits = 30
    assert int(service["TimeoutStopSec"]) > gunicorn_waits


def test_its_settings_are_such_as_the_application_knows():
    source = (PLACE.parents[2] / "dashboard" / "settings.py").read_text()
    asked = settings((PLACE / "partnership.env").read_text())
    assert [name for name in asked if f'"{name}"' not in source] == []


def test_its_settings_will_do_once_there_is_a_key():
    asked = settings((PLACE / "partnership.env").read_text())
    with pytest.raises(SettingsError, match="SECRET_KEY is missing"):
        Settings.from_environment(asked)
    found = Settings.from_environment(asked | {"SECRET_KEY": "of the tests"})
    assert (found.production, found.trusted_proxies) == (True, ("127.0.0.1",))
