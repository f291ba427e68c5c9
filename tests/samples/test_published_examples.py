"""The published examples say what the documents say, and nothing else."""

import csv
from pathlib import Path

import pytest

from data.samples import published_examples

OURS = Path(published_examples.FOLDER)
# The collection the examples were copied from, where it lies beside the project.
THEIRS = Path(__file__).parents[3] / "shared" / "data" / "published"


def lines(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_key(rows, *key):
    return sorted(rows, key=lambda row: tuple(row[name] for name in key))


def only(rows, names):
    return [{name: row[name] for name in names} for row in rows]


@pytest.fixture
def theirs():
    if not THEIRS.is_dir():
        pytest.skip("the collection of published examples is not beside the project")
    return THEIRS


@pytest.mark.parametrize("table", ["activities", "agreements", "reported_figures"])
def test_a_file_holds_each_row_of_the_collection(theirs, table):
    wanted = lines(theirs / f"{table}.csv")
    assert by_key(only(lines(OURS / f"{table}.csv"), wanted[0]), "ref") == by_key(wanted, "ref")


def test_the_organisations_are_those_of_the_collection(theirs):
    wanted = lines(theirs / "organisations.csv")
    assert only(lines(OURS / "organisation.csv"), wanted[0]) == wanted


def test_the_members_are_those_of_the_collection(theirs):
    wanted = {
        (row["code"], member)
        for row in lines(theirs / "partnerships.csv")
        for member in row["members"].split(";")
    }
    found = {
        (row["partnership_code"], row["organisation_code"])
        for row in lines(OURS / "membership.csv")
    }
    assert found == wanted


def test_the_partnerships_are_those_of_the_collection(theirs):
    names = ("code", "name", "funded_from", "funded_to")
    wanted = only(lines(theirs / "partnerships.csv"), names)
    assert only(lines(OURS / "partnership.csv"), names) == wanted


@pytest.mark.parametrize(
    "table",
    [
        "organisation",
        "partnership",
        "membership",
        "agreements",
        "activities",
        "reported_figures",
    ],
)
def test_every_row_names_a_known_source(table):
    known = {row["source"] for row in lines(OURS / "sources.csv")}
    assert {row["source"] for row in lines(OURS / f"{table}.csv")} <= known


def test_there_are_fifteen_and_each_is_marked_as_published():
    rows = published_examples.rows()["partnership"]
    assert [row["origin"] for row in rows] == ["published"] * 15


def test_over_two_hundred_has_no_upper_value():
    figures = {row["ref"]: row for row in published_examples.rows()["reported_figures"]}
    assert "value_high" not in figures["KEN-1"]


def test_a_hundred_or_more_is_part_of_over_two_hundred():
    figures = {row["ref"]: row for row in published_examples.rows()["reported_figures"]}
    assert figures["KEN-2"]["part_of"] == "KEN-1"


def test_no_agreement_counts_as_capacity_of_today():
    assert {row["status"] for row in published_examples.rows()["agreements"]} == {"ended"}


def test_no_member_is_given_a_date():
    rows = published_examples.rows()["membership"]
    assert {row["role"] for row in rows} == {"member"}
    assert not any({"valid_from", "valid_to"} & row.keys() for row in rows)
