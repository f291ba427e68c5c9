"""The unit for systemd, and the settings that it is started with."""

import configparser
import os
import re
import shlex
import subprocess
import sys
import time
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


@pytest.fixture
def night(sqlite_url, tmp_path):
    """Does what the service of the night does, one after the other, in a folder; as systemd would.

    A dollar and a percent sign are written twice there.
    """
    unit = (PLACE / "partnership-nightly.service").read_text().replace("$$", "$").replace("%%", "%")
    installed = str(Path(sys.executable).parent)
    for line in re.findall(r"^ExecStart=(.+)$", unit, re.MULTILINE):
        subprocess.run(  # noqa: S603 - the unit's own commands
            shlex.split(line.replace("/opt/partnership/.venv/bin", installed)),
            cwd=tmp_path,
            env={"DATABASE_URL": sqlite_url, "PATH": os.defpath},
            check=True,
        )
    return sorted(path.name for path in tmp_path.glob("*.backup"))


@pytest.fixture
def older(tmp_path):
    """Backups of other days, by how old they are."""
    for days in (29, 40):
        file = tmp_path / f"partnership-{days}.backup"
        file.touch()
        then = time.time() - days * 86_400
        os.utime(file, (then, then))


def test_every_night_there_is_one_more_backup_and_what_is_too_old_goes(older, night):
    new, kept = night
    assert re.fullmatch(r"partnership-\d{4}-\d\d-\d\d-\d{6}\.backup", new)
    assert kept == "partnership-29.backup"


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
