"""`partnership import-workforce`, as somebody types it."""

import json

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from tests.support.files import as_csv
from tests.support.published import COLUMNS, EDITION, REAL, as_published, council


@pytest.fixture
def run(sqlite_url):
    """Run the command on an empty database: no partnership and no organisation."""

    def command(*arguments):
        typed = ["import-workforce", *map(str, arguments)]
        return CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(main, typed)

    return command


@pytest.fixture
def good(tmp_path):
    return as_published(tmp_path / "workforce.csv", EDITION)


def test_the_file_is_accepted_without_a_partnership(run, good):
    result = run(good)
    said = f"Accepted: {len(EDITION)} rows ({len(EDITION)} new, 0 changed, 0 unchanged).\n"
    assert (result.exit_code, result.output) == (0, said)


def test_the_same_file_again_has_nothing_to_do(run, good):
    run(good)
    assert run(good).output.endswith("0 changes, nothing to do.\n")


def test_a_dry_run_says_what_would_happen(run, good):
    assert run(good, "--dry-run").output.startswith("Would be accepted: ")
    assert f"({len(EDITION)} new" in run(good).output


def test_json_is_one_object(run, good):
    answer = json.loads(run(good, "--json").output)
    assert (answer["new"], answer["errors"]) == (len(EDITION), [])


def test_a_file_with_a_column_more_names_it(run, tmp_path):
    path = as_published(tmp_path / "workforce.csv", [council(note="z")], (*COLUMNS, "note"))
    assert "Ignored: published_workforce: note." in run(path).output


def test_another_file_is_refused_in_words(run, tmp_path):
    result = run(as_csv(tmp_path / "other.csv", [["fruit"], ["apple"]]))
    assert (result.exit_code, "Wanted and not found" in result.output) == (1, True)


def test_a_wrong_call_ends_with_two(run):
    assert run().exit_code == 2


def test_the_real_file_is_accepted_as_it_is(run):
    if not REAL.is_file():
        pytest.skip("the Department's workforce file is not beside the project")
    assert run(REAL).output == "Accepted: 1463 rows (1463 new, 0 changed, 0 unchanged).\n"
