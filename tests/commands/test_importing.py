"""`partnership import`, `import-reference` and `template`, as somebody types them."""

import json
import re
from datetime import datetime

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from data.schema import FACTS, UPLOAD
from tests.support.files import as_csv, as_workbook, lines, row

PROBLEM = {"sheet", "row", "column", "cell", "value", "problem", "fix"}


@pytest.fixture
def run(sqlite_send, sqlite_url):
    """Run a command on the database that ``sqlite_send`` writes to."""

    def command(*arguments):
        typed = [str(argument) for argument in arguments]
        return CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(main, typed)

    return command


@pytest.fixture
def good(tmp_path):
    return as_workbook(tmp_path / "return.xlsx", {"offers": lines([row("offers", places=3)])})


@pytest.fixture
def bad(tmp_path):
    return as_csv(tmp_path / "offers.csv", lines([row("offers", places="some", level="x")]))


def test_a_good_file_is_accepted(run, good):
    result = run("import", good)
    assert (result.exit_code, result.output) == (
        0,
        "Accepted: 1 row (1 new, 0 changed, 0 unchanged).\n",
    )


def test_a_known_file_says_when_it_came_and_that_there_is_nothing_to_do(run, good):
    run("import", good)
    said = run("import", good).output
    assert re.fullmatch(
        r"This file was imported on \d+ \w+ \d{4} .+: 0 changes, nothing to do\.\n", said
    )


def test_json_says_when_a_known_file_came(run, good):
    first, again = (json.loads(run("import", good, "--json").output) for _ in range(2))
    assert (first["known"], again["unchanged"]) == (None, 1)
    assert datetime.fromisoformat(again["known"]).tzinfo


def test_a_bad_file_is_refused_with_its_problems_in_a_table(run, bad):
    result = run("import", bad)
    assert result.exit_code == 1
    assert result.output.splitlines()[0] == "Refused: 2 problems. Nothing was written."
    assert "offers  N2" in result.output


def test_json_counts_rows_and_lists_queries(run, good):
    answer = json.loads(run("import", good, "--json").output)
    counts = {name: answer[name] for name in ("accepted", "new", "changed", "unchanged")}
    assert counts == {"accepted": 1, "new": 1, "changed": 0, "unchanged": 0}
    assert (answer["errors"], answer["queries"]) == ([], [])


def test_json_lists_problems(run, bad):
    result = run("import", bad, "--json")
    answer = json.loads(result.output)
    assert (result.exit_code, answer["accepted"], len(answer["errors"])) == (1, 0, 2)
    assert all(set(error) == PROBLEM for error in answer["errors"])


def test_a_dry_run_writes_nothing(run, good, sqlite_send):
    result = run("import", good, "--dry-run")
    assert result.output.startswith("Would be accepted: 1 row")
    assert sqlite_send.stored(FACTS["offers"]) == []


def test_a_file_that_is_not_there_is_refused_in_words(run, tmp_path):
    result = run("import", tmp_path / "none.xlsx")
    assert (result.exit_code, "can't be opened" in result.output) == (1, True)


def test_a_folder_is_refused_in_words(run, tmp_path):
    result = run("import", tmp_path)
    assert (result.exit_code, "This is a folder" in result.output) == (1, True)


def test_more_than_a_hundred_thousand_rows_are_to_be_sent_in_parts(run, tmp_path):
    header, line = lines([row("offers")])
    path = as_csv(tmp_path / "offers.csv", [header, *[line] * 100_001])
    (error,) = json.loads(run("import", path, "--json").output)["errors"]
    assert (error["problem"], error["fix"]) == (
        "The sheet has more than 100,000 rows.",
        "Send it in parts.",
    )


def test_of_the_file_its_name_alone_is_kept(run, sqlite_send, tmp_path):
    (tmp_path / "..\\..\\etc").mkdir()
    path = tmp_path / "..\\..\\etc" / "C:\\passwd\x1b[31m\n.csv"
    as_csv(path, lines([row("offers")]))
    assert run("import", path, "--sheet", "offers").exit_code == 0
    (upload,) = sqlite_send.stored(UPLOAD)
    assert upload.file_name == "passwd[31m.csv"


def test_what_a_file_says_cannot_steer_the_terminal(run, tmp_path):
    steering = "\x1b[2J\x1b]0;owned\x07\u202e\r\nAccepted: 1 row"
    path = as_csv(tmp_path / "offers.csv", lines([row("offers", level=steering) | {steering: "x"}]))
    output = run("import", path).output
    assert "This code is unknown" in output
    assert all(letter.isprintable() or letter == "\n" for letter in output)
    assert not any(told.startswith("Accepted") for told in output.splitlines())


@pytest.mark.parametrize("arguments", [(), ("x.csv", "--sheet", "pupils"), ("x.csv", "--what")])
def test_a_wrong_call_ends_with_two(run, arguments):
    assert run("import", *arguments).exit_code == 2


def test_a_fault_of_ours_ends_in_words_that_quote_nothing(run, good, monkeypatch):
    def break_down(*_):
        raise RuntimeError("Ann Example")

    monkeypatch.setattr("dashboard.commands.importing.upload", break_down)
    result = run("import", good)
    assert (result.exit_code, "(RuntimeError, test_importing.py:" in result.output) == (1, True)
    assert "Ann Example" not in result.output


def test_a_database_without_tables_is_named_as_such(tmp_path, good):
    url = f"sqlite:///{tmp_path / 'new.db'}"
    result = CliRunner(env={"DATABASE_URL": url}).invoke(main, ["import", str(good)])
    assert (result.exit_code, "partnership db upgrade" in result.output) == (1, True)


def test_reference_tables_come_in(run, tmp_path):
    rows = [{"code": "lakeside", "name": "Lakeside", "kind": "nhs"}]
    path = as_workbook(tmp_path / "reference.xlsx", {"organisation": lines(rows)})
    result = run("import-reference", path)
    assert (result.exit_code, "1 new" in result.output) == (0, True)


def test_a_template_goes_straight_back_in(run, good, tmp_path):
    run("import", good)
    out = tmp_path / "template.xlsx"
    run("template", "--as", "riverside", "--in", "north", out)
    result = run("import", out, "--as", "riverside")
    assert (result.exit_code, "0 new, 0 changed, 1 unchanged" in result.output) == (0, True)


@pytest.mark.parametrize(
    ("organisation", "out", "said"),
    [("nobody", "t.xlsx", "no member"), ("riverside", "none/t.xlsx", "can't be written")],
)
def test_a_template_that_cannot_be_made_says_why(run, tmp_path, organisation, out, said):
    result = run("template", "--as", organisation, "--in", "north", tmp_path / out)
    assert (result.exit_code, said in result.output) == (1, True)


@pytest.fixture
def mixed(tmp_path):
    """A file of which one row has a problem."""
    rows = [row("offers", ref="O1", places=3), row("offers", ref="O2", places="some")]
    return as_csv(tmp_path / "offers.csv", lines(rows))


def test_rows_with_problems_are_left_out_by_choice_alone(run, mixed):
    refused, taken = run("import", mixed), run("import", mixed, "--leave-out")
    assert [refused.exit_code, taken.exit_code] == [1, 0]
    assert "Accepted: 1 row (1 new, 0 changed, 0 unchanged).\nLeft out: 1 row" in taken.output
    assert "some" in taken.output


def test_json_says_what_was_left_out(run, mixed):
    found = json.loads(run("import", mixed, "--leave-out", "--json").output)
    (left_out,) = found["left_out"]
    assert (found["accepted"], found["errors"], set(left_out)) == (1, [], PROBLEM)


def test_a_file_without_a_row_to_take_is_refused_all_the_same(run, bad):
    assert run("import", bad, "--leave-out").exit_code == 1
