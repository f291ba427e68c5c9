"""The document says what the interface does, and is written from the same declarations."""

import pytest
from jsonschema_rs import Draft202012Validator

from dashboard.api.openapi.document import document
from dashboard.indicators import INDICATORS
from data.returns.sheets import SHEETS
from tests import factories

HOME = "/api/v1"


def operation(path):
    return document()["paths"][f"{HOME}/{path}"]["get"]


def parameters(path):
    return {each["name"]: each["schema"] for each in operation(path)["parameters"]}


def test_the_document_is_there_for_who_may_come_in(manager, closed):
    assert manager.rows("openapi.json") == document()
    assert closed.server.test_client().get(f"{HOME}/openapi.json").status_code == 401


def test_every_route_is_in_the_document(closed):
    rules = {
        rule.rule.replace("<name>", "{id}").replace("tables/{id}", f"tables/{sheet}")
        for rule in closed.server.url_map.iter_rules()
        for sheet in SHEETS
        if rule.rule.startswith(HOME)
    }
    assert set(document()["paths"]) == rules


def test_every_indicator_can_be_asked_for():
    assert parameters("indicators/{id}")["id"]["enum"] == list(INDICATORS)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_table_is_described_with_each_column_of(sheet):
    columns = document()["components"]["schemas"][sheet.name]["properties"]
    assert {column.name for column in sheet.columns} < set(columns)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_table_takes_the_parameters_that_are_described(manager, sheet):
    values = {
        "region": "E12000003",
        "partnership": "north",
        "organisation": "riverside",
        "year": "2025/26",
        "level": "final",
        "area": "adults",
        "route": "undergraduate",
        "basis": "hei",
        "after": "0",
        "limit": "5",
        "format": "json",
    }
    query = "&".join(f"{name}={values[name]}" for name in parameters(f"tables/{sheet}"))
    assert manager.get(f"tables/{sheet}?{query}").status_code == 200


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_row_is_as_described(manager, holding, sheet):
    holding(factories.fact(sheet, **({} if sheet == "workforce" else {"ref": "X1"})))
    schema = document()["components"]["schemas"][sheet]
    rows = manager.rows(f"tables/{sheet}")
    assert rows
    assert [error for row in rows for error in Draft202012Validator(schema).iter_errors(row)] == []


def test_the_document_is_one_of_openapi(manager):
    assert (document()["openapi"], document()["info"]["version"]) == ("3.1.0", "1")
    names = [each["get"]["operationId"] for each in document()["paths"].values()]
    assert len(names) == len(set(names))
