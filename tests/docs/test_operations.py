"""R1: the drill of docs/operations.md, word by word, on both databases."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.engine import make_engine
from data.samples import people
from data.samples.load import load
from tests.backups.conftest import rows
from tests.docs.conftest import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
DRILL = PAGE.partition("### The drill")[2].partition("\n## ")[0]


@pytest.fixture
def operator(database_url, tmp_path):
    """Runs commands as the page has them, where the service runs: `operator(commands)`."""
    environment = {
        **os.environ,  # noqa: TID251 - the shell of whoever follows the page
        "DATABASE_URL": database_url,
        "BACKUPS": str(tmp_path / "backups"),
        "DRILL_DATABASE_URL": f"sqlite:///{tmp_path / 'drill.db'}",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
    }

    def run(commands):
        return subprocess.run(  # noqa: S603 - the page's own commands
            ["/bin/bash", "-euc", commands],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def commands(text):
    """The blocks of commands in a part of the page, without what sets them in."""
    blocks = re.findall(r"^( *)```sh\n(.*?)^ *```$", text, re.M | re.S)
    return "\n".join(re.sub(rf"^{indent}", "", block, flags=re.M) for indent, block in blocks)


def test_r1_the_drill_ends_with_the_same_rows_in_another_database(engine, operator, tmp_path):
    load(engine)
    people.add_missing(engine)
    backed_up = operator(commands(PAGE.partition("## Back up")[2].partition("###")[0]))
    assert backed_up.returncode == 0, backed_up.stderr
    done = operator(commands(DRILL))
    assert done.returncode == 0, done.stdout + done.stderr
    drilled = make_engine(f"sqlite:///{tmp_path / 'drill.db'}")
    assert rows(drilled) == rows(engine)
    drilled.dispose()


def test_the_drill_has_commands():
    assert commands(DRILL).count("partnership ") == 8
