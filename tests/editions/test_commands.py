"""`partnership edition` and `partnership indicators --edition`, as somebody types them."""

import json

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from data.schema import EDITION
from tests import factories

pytestmark = pytest.mark.usefixtures("few_figures")

NORTH = ("create", "--partnership", "north", "--as-at", "2026-02-01")
REFUSED = {
    "nobody's": (("create", "--partnership", "x"), "There is no partnership x."),
    "to come": (("create", "--partnership", "north", "--as-at", "2199-01-01"), "still to come"),
    "exact for funders": (
        (*NORTH, "--audience", "funder", "--disclosure", "exact"),
        "Funders' editions are rounded or hide small numbers",
    ),
    "a revision of none": (
        (*NORTH, "--revises", "9", "--reason", "x"),
        "There is no such edition for the same readers and partnerships.",
    ),
    "none to verify": (("verify", "9"), "There is no edition 9."),
}


@pytest.fixture
def run(editions, database_url, monkeypatch):
    """Run the command on two partnerships; return its result."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    return lambda *words, command="edition": CliRunner().invoke(main, [command, *words])


def test_an_edition_is_made_and_what_is_missing_said(run):
    result = run(*NORTH, "--title", "Steering group, February")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Made edition 1: Steering group, February.",
        "1 return missing, 1 return not signed off.",
        "Riverside: 2025/26 Q1, due 14 December 2025",
        "Northern: 2025/26 Q1, submitted",
    ]


def test_one_for_funders_is_rounded_unless_said_otherwise(run, editions):
    run(*NORTH, "--audience", "funder")
    (edition,) = editions.all()
    assert (edition.disclosure, edition.title) == ("rounded", "For funders, 1 February 2026")


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_what_can_t_be_is_refused_in_words(run, editions, words, said):
    result = run(*words)
    assert (result.exit_code, editions.all()) == (1, [])
    assert said in result.stderr


def test_editions_are_listed(run, editions):
    editions()
    (_, line) = run("list").stdout.splitlines()
    assert line.startswith("1        Steering group  the steering group  exact  north")


def test_without_any_the_list_says_so(run):
    assert run("list").stdout == "There is no edition yet.\n"


def test_editions_that_are_as_they_were_are_verified(run, editions):
    editions()
    result = run("verify")
    assert (result.exit_code, result.stdout) == (0, "Edition 1 is as it was made.\n")


def test_one_that_is_not_is_told_with_what_is_wrong(run, editions):
    editions()
    editions.force(EDITION.update().values(title="Another"))
    result = run("verify", "1")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "Edition 1: 1 fault.",
        "  The record is not as it was made: title differs from what the history holds.",
    ]


def test_indicators_are_worked_out_of_an_edition(run, editions, given):
    editions()
    given(factories.demand(students=2), factories.data_version(3))
    words = ("--id", "demand", "--partnership", "north", "--format", "json")
    found = [
        json.loads(run(*words, *more, command="indicators").stdout)[0]["value"]
        for more in ((), ("--edition", "1"))
    ]
    assert found == [7, 5]


def test_of_an_edition_its_own_partnerships_count(run, editions):
    editions()
    words = ("--id", "demand", "--format", "json", "--edition", "1")
    assert json.loads(run(*words, command="indicators").stdout)[0]["value"] == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--edition", "9"), "There is no edition 9."),
        (("--edition", "1", "--as-at", "2026-02-02"), "That edition is as at 2026-02-01."),
        (("--edition", "1", "--partnership", "south"), "'south' is not known"),
    ],
)
def test_what_an_edition_does_not_hold_is_refused(run, editions, words, said):
    editions()
    result = run("--id", "demand", *words, command="indicators")
    assert result.exit_code == 2
    assert said in result.stderr
