"""What an edition keeps of the rows, and what it leaves out."""

from datetime import date

import pytest

from data.editions import frozen
from data.editions.selected_rows import LEFT_OUT
from data.editions.tables_held import taken_of
from data.engine import writing
from data.reader import Reader
from data.schema import (
    AUDIT,
    METADATA,
)
from tests import factories
from tests.editions.conftest import WORLD
from tests.editions.rows.conftest import column
from tests.support.published import council, joint, published, region


def test_every_table_is_taken_or_left_out_for_a_reason():
    held = {table.name for table, _ in taken_of([], "")}
    assert held | LEFT_OUT.keys() == METADATA.tables.keys()
    assert not held & LEFT_OUT.keys()


def test_rows_of_other_partnerships_are_left_out(taken):
    assert column(taken()["demand"], "ref") == ["D1"]


def test_a_target_of_another_partnership_is_left_out(taken):
    there = [
        factories.target("demand", 9, scope=scope)
        for scope in ("partnership:south", "organisation:riverside", "all")
    ]
    scopes = column(taken(*there)["target"], "scope")
    assert scopes == ["all", "organisation:riverside", "partnership:north"]


def test_of_others_returns_only_where_they_stand_is_taken(taken):
    theirs = factories.return_state(
        "southern", "sent_back", partnership="south", by="a@b.example", reason="Their reason"
    )
    found = taken(theirs)["return_status"]
    assert column(found, "by") == ["test", "not shown"]
    assert column(found, "reason") == [None, "not shown"]


def test_of_a_students_placements_elsewhere_only_what_rates_ask_is_kept(taken):
    there = {"partnership": "south", "actual_start": date(2025, 9, 22)}
    found = taken(
        factories.membership("northern", "south"),
        factories.membership("riverside", "south"),
        factories.placement(ref="P2", **there),
        factories.placement(ref="P3", student_ref="another", **there),
    )["placements"]
    assert column(found, "ref") == ["P1", None]
    assert column(found, "employer") == ["riverside", None]


JOINT = (
    factories.council("hillside", ons_code="E06000002"),
    factories.council("lakeside", ons_code="E06000003"),
    factories.membership("hillside"),
    factories.membership("lakeside", "south"),
    *published(joint()),
)


@pytest.mark.parametrize("owner", ["hillside", "lakeside"])
def test_a_census_sent_elsewhere_is_kept_where_it_goes_before_one_published(taken, owner):
    elsewhere = {"owner": owner, "partnership": "south", "census_on": date(2024, 9, 30)}
    found = taken(*JOINT, factories.workforce(fte_in_post=40), factories.workforce(**elsewhere))
    assert column(found["workforce"], "partnership") == ["north", "south"]
    assert column(found["workforce"], "fte_in_post") == [40, None]
    assert column(found["published_council"], "ons_code") == ["E06000002", "E06000003"]


@pytest.mark.parametrize("codes", [("north",), ("south",), ("north", "south")])
def test_a_row_published_of_a_council_that_shares_one_with_theirs_is_kept(taken, codes):
    lakeside = {"old_la_code": "803", "new_la_code": "E06000003", "time_period": "2026"}
    found = taken(*JOINT, *published(council(**lakeside)), codes=codes)
    kept = {*column(found["published_workforce"], "ons_code")}
    assert kept == {"E06000002 / E06000003", "E06000003"}


def test_a_row_published_of_other_councils_is_left_out(taken):
    elsewhere = council(old_la_code="809", new_la_code="E06000009")
    found = taken(*JOINT, *published(elsewhere), *published(region()))
    kept = {*column(found["published_workforce"], "ons_code")}
    assert kept == {"E06000002 / E06000003", "E12000003"}


def test_other_censuses_sent_elsewhere_are_left_out(taken):
    found = taken(factories.workforce(partnership="south", fte_in_post=7))
    assert column(found["workforce"], "partnership") == []


def test_of_the_history_only_the_steps_of_their_returns_are_taken(taken):
    def entry(table, row):
        told = {"state": "submitted", "by": "sam@example.org"}
        return AUDIT.insert().values(
            when=factories.NOW, who="sam@example.org", door="form", table=table, row=row, after=told
        )

    rows = [
        entry("return_status", "north/riverside/2025/26 Q1"),
        entry("return_status", "south/southern/2025/26 Q1"),
        entry("offers", "north/riverside/O1"),
    ]
    found = taken(*rows)["audit"]
    assert column(found, "row") == ["north/riverside/2025/26 Q1"]
    assert column(found, "after") == ['{"state": "submitted"}']
    assert "sam@example.org" not in found.line.decode()


def test_who_did_something_is_kept_by_name(taken):
    somebody = factories.user(1, "sam@example.org")
    comments = [
        factories.comment("placements/by-term", author=author)
        for author in ("sam@example.org", "gone@example.org")
    ]
    found = taken(somebody, *comments)["commentary"]
    assert column(found, "author") == ["Sam", ""]


@pytest.mark.postgres
def test_rows_are_kept_alike_on_both_databases(sqlite_url, postgresql_url):
    from data.engine import make_engine  # noqa: PLC0415 - two at once are wanted here alone

    rows = [*WORLD, factories.workforce(fte_in_post=12.345), factories.comment("placements/x")]
    digests = []
    for url in (sqlite_url, postgresql_url):
        engine = make_engine(url)
        with writing(engine) as connection:
            for statement in rows:
                connection.execute(statement)
        with Reader(engine).snapshot() as snapshot:
            _, tables, _ = frozen.packed(frozen.taken(snapshot, ["north"], "funder"))
        digests.append({name: each for name, each in tables.items() if name != "data_version"})
        engine.dispose()
    assert digests[0] == digests[1]
