"""Report definitions are data: changed by whoever may, checked as files are, and in the history."""

from dataclasses import replace

import pytest

from data import definitions
from data.changes.definitions import Form, save
from data.changes.meetings import ChangedError
from data.changes.reference_check import Named
from data.definitions import FIRST, OF_THE_GROUP
from data.people.rights import DeniedError
from data.reader import Reader
from tests.changes.conftest import by, person

NAMED = Named(("demand", "net_supply"), ("summary", "about", *OF_THE_GROUP))
NEW = {
    "code": "north-board",
    "name": "Board",
    "audience": "funder",
    "funder": "Office for Students",
    "title": "For {funder}, {day}",
    "partnership_code": "north",
}


def form(seen="", sections=(("summary", "1"), ("about", "2")), **head):
    head = NEW | head
    of = {"report_code": head["code"]}
    rows = [of | {"section": name, "place": place, "heading": ""} for name, place in sections]
    figures = [of | {"indicator": "demand", "place": "1"}]
    return Form(head, rows, figures, seen)


@pytest.fixture
def there(engine, world):
    """The definitions by code, as they are stored."""

    def look():
        with Reader(engine).snapshot() as snapshot:
            return {each.code: each for each in definitions.every(snapshot)}

    return look


def put(engine, asked, who="manager"):
    return save(engine, by(who), asked, NAMED)


def test_there_is_one_for_the_steering_group_and_one_for_funders(there):
    assert sorted(there().values(), key=lambda each: each.code) == sorted(
        FIRST, key=lambda each: each.code
    )


def test_a_manager_makes_one_for_their_partnership(engine, there):
    assert put(engine, form()).errors == ()
    found = there()["north-board"]
    assert (found.funder, found.partnership) == ("Office for Students", "north")
    assert (list(found.sections), found.indicators) == (["summary", "about"], ("demand",))


def test_whatever_is_changed_is_in_the_history(engine, there, stored):
    put(engine, form())
    rows = [line["row"] for line in stored("audit") if line["who"] == "manager@example.org"]
    assert rows == [
        "north-board",
        "north-board/summary",
        "north-board/about",
        "north-board/demand",
    ]


def test_a_change_raises_the_version_of_the_data(engine, there, stored):
    before = stored("data_version")[0]["number"]
    put(engine, form())
    assert stored("data_version")[0]["number"] == before + 1


@pytest.mark.parametrize("role", ["viewer", "coordinator", "approver"])
def test_nobody_else_makes_one(engine, there, role):
    with pytest.raises(DeniedError):
        put(engine, form(), role)
    assert "north-board" not in there()


@pytest.mark.parametrize("partnership", ["", "south"])
def test_a_manager_makes_none_for_others(engine, there, partnership):
    with pytest.raises(DeniedError):
        put(engine, form(partnership_code=partnership))


def test_everybody_s_is_changed_by_administrators_alone(engine, there):
    seen = there()["funder"].mark
    asked = replace(form(seen, code="funder", partnership_code=""), sections=())
    with pytest.raises(DeniedError):
        put(engine, asked)
    assert put(engine, asked, "administrator").errors == ()
    assert there()["funder"].name == "Board"


def test_a_manager_takes_none_of_everybody_s_as_their_own(engine, there):
    with pytest.raises(DeniedError):
        put(engine, form(there()["funder"].mark, code="funder"))


def test_what_somebody_changed_meanwhile_is_not_overwritten(engine, there):
    put(engine, form())
    seen = there()["north-board"].mark
    put(engine, form(seen, name="Another"))
    with pytest.raises(ChangedError):
        put(engine, form(seen, name="A third"))
    assert there()["north-board"].name == "Another"


def test_a_code_that_is_taken_is_refused(engine, there):
    put(engine, form())
    (error,) = put(engine, form(name="Another")).errors
    assert (error.column, error.fix) == ("code", "Give it another code, or change that one.")


WRONG = {
    "a gap": ({"title": "For {everybody}"}, "title", "This title has a gap that nothing fills."),
    "an open brace": ({"title": "For {"}, "title", "This title has a gap that nothing fills."),
    "a funder of the group": (
        {"audience": "steering_group"},
        "funder",
        "This goes only with audience funder.",
    ),
    "an unknown part": ({"sections": (("moon", "1"),)}, "section", "This section is unknown."),
    "no part": ({"sections": ()}, "code", "This report has no section."),
    "a place of two": (
        {"sections": (("summary", "1"), ("about", "1"))},
        "place",
        "about has the same place.",
    ),
    "no place": ({"sections": (("summary", "first"),)}, "place", "This is not a whole number."),
    "the group's own": (
        {"sections": (("decisions", "1"),)},
        "section",
        "This part is the steering group's own, and no funder's.",
    ),
}


@pytest.mark.parametrize(("changes", "column", "problem"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_and_nothing_is_written(engine, there, changes, column, problem):
    outcome = put(engine, form(**changes))
    assert (column, problem) in [(each.column, each.problem) for each in outcome.errors]
    assert all(each.fix for each in outcome.errors)
    assert "north-board" not in there()


def test_a_report_of_the_group_can_t_become_a_funder_s_with_its_decisions(engine, there):
    head = {"code": "steering-group", "partnership_code": "", "audience": "funder"}
    asked = replace(form(there()["steering-group"].mark, **head), sections=())
    errors = put(engine, asked, "administrator").errors
    assert [each.column for each in errors] == ["audience", "audience"]


def test_a_manager_reads_everybody_s_and_theirs(engine, there):
    put(engine, form())
    with Reader(engine).snapshot() as snapshot:
        codes = {
            who: {
                each.code for each in definitions.readable(snapshot, person(who, partnerships=at))
            }
            for who, at in (("manager", ("north",)), ("viewer", ("north",)))
        }
        elsewhere = definitions.readable(snapshot, person("manager", partnerships=("south",)))
    assert codes["manager"] == {"steering-group", "funder", "north-board"}
    assert {each.code for each in elsewhere} == codes["viewer"] == {"steering-group", "funder"}
