"""`partnership generate`, as somebody types it."""

import pytest
from click.testing import CliRunner

from dashboard.cli import main


@pytest.fixture
def run(sqlite_url):
    return lambda *words: CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(
        main, ["generate", *words]
    )


def test_it_says_what_it_made_and_how_long_it_took(run):
    said = run("--size", "S").output.splitlines()
    assert said[0] == "Sheet               Rows"
    assert said[-1].startswith("3,500 rows in ")


def test_a_second_time_is_refused_in_words(run):
    run("--size", "S")
    result = run("--size", "S", "--seed", "2")
    assert (result.exit_code, "holds generated rows already" in result.output) == (1, True)


@pytest.mark.parametrize(
    "words", [(), ("--size", "XL"), ("--size", "S", "--seed", "-1"), ("--size", "S", "--seed", "x")]
)
def test_a_wrong_call_ends_with_two(run, words):
    assert run(*words).exit_code == 2
