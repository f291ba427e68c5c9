"""A command that can't work says why, in words, and ends with 1."""

import pytest
from click.testing import CliRunner

from dashboard.cli import main

COMMANDS = (
    ("db", "upgrade"),
    ("db", "check"),
    ("samples", "load"),
    ("indicators",),
    ("import", "offers.csv"),
    ("import-reference", "reference.xlsx"),
    ("template", "--as", "riverside", "--in", "north", "template.xlsx"),
)


@pytest.fixture(params=COMMANDS, ids="-".join)
def run(request):
    """Run a command, whichever it is, in an environment."""
    return lambda **environment: CliRunner(env=environment).invoke(main, request.param)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:////no/such/folder/partnership.db", "can't be reached"),
        ("postgresql://nobody@127.0.0.1:1/nothing", "can't be reached"),
        ("our database", "no address of a database"),
    ],
)
def test_a_database_that_is_not_there_is_named(run, url, said):
    result = run(DATABASE_URL=url)
    assert (result.exit_code, said in result.output) == (1, True)


def test_a_setting_that_cannot_be_used_is_named(run):
    result = run(PORT="many")
    assert (result.exit_code, "PORT is 'many'" in result.output) == (1, True)


def test_a_damaged_database_is_named(run, tmp_path):
    path = tmp_path / "partnership.db"
    path.write_bytes(b"no database at all" * 100)
    result = run(DATABASE_URL=f"sqlite:///{path}")
    assert (result.exit_code, "can't be read" in result.output) == (1, True)
