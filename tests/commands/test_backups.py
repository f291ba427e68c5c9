"""`partnership backup` and `partnership restore`, as somebody types them."""

import re

import pytest
from click.testing import CliRunner

from dashboard.cli import main


@pytest.fixture
def run(sqlite_url):
    """Run a command on a fresh database."""

    def command(*arguments):
        typed = [str(argument) for argument in arguments]
        return CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(main, typed)

    return command


@pytest.fixture
def backup(run, tmp_path):
    path = tmp_path / "one.backup"
    run("backup", path)
    return path


def test_it_says_what_it_wrote(run, tmp_path):
    path = tmp_path / "one.backup"
    said = run("backup", path).output
    assert re.fullmatch(
        rf"{path}: \d+ rows at revision \d{{4}}, [\d,]+ bytes, checked\.\n", said
    ), said


def test_a_backup_is_restored_and_the_old_database_named(run, backup):
    result = run("restore", backup)
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert re.fullmatch(r"The backup of .+, at revision \d{4}, is restored: \d+ rows\.", lines[0])
    assert "is kept as" in lines[1]
    assert lines[2] == "Everybody has to sign in again."


def test_a_dry_run_says_whether_the_file_is_whole(run, backup):
    result = run("restore", backup, "--dry-run")
    assert (result.exit_code, "is whole. Nothing was written." in result.output) == (0, True)


def test_a_damaged_file_ends_with_one_and_words(run, backup):
    backup.write_bytes(backup.read_bytes()[:-1])
    result = run("restore", backup)
    assert (result.exit_code, "The backup is damaged" in result.output) == (1, True)


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_without_a_file_the_call_is_wrong(run, command):
    assert run(command).exit_code == 2


@pytest.mark.parametrize(
    ("command", "said"), [("backup", "can't be written"), ("restore", "can't be read")]
)
def test_a_place_that_is_not_there_is_named(run, tmp_path, command, said):
    result = run(command, tmp_path / "no" / "such.backup")
    assert (result.exit_code, said in result.output) == (1, True)
