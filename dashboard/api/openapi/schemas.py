"""What rows hold, as JSON Schema."""

from typing import Any, Final, get_args

from dashboard.api.figures import DESCRIBED, LISTED
from dashboard.api.tables import AFTER, BEFORE
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Unit
from dashboard.indicators.parts import Status
from data.returns.sheets.declaration import Column, Sheet
from data.selection import DIMENSIONS

Schema = dict[str, Any]

NUMBER: Final[Schema] = {"type": ["number", "null"]}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
TEXT: Final[Schema] = {"type": "string"}
TEXTS: Final[Schema] = {"type": "array", "items": TEXT}
KINDS: Final[dict[str, Schema]] = {
    "date": {"type": "string", "format": "date"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "money": {"type": "number"},
}
ABOUT: Final = {
    "value": "The figure; null where there is none. Shares lie between 0 and 1.",
    "numerator": "What stands above the line, of ratios.",
    "denominator": "What stands below the line, of ratios.",
    "n": "The base: the rows that were counted, or what a share is a share of.",
    "status": "Whether the figure can be taken as it stands, and if not, why.",
    "reported": "How many partners have sent what they were to send.",
    "expected": "How many partners were to.",
    "note": "Words that go with the status.",
    "data_version": "Which state of the data it is from; rises by one with each change.",
    "updated_at": "When that state began, in UTC.",
}


def figure() -> Schema:
    """Return what a row of an indicator holds."""
    columns = {
        **dict.fromkeys(("value", "numerator", "denominator", "n"), NUMBER),
        "unit": {"enum": list(get_args(Unit))},
        "status": {"enum": list(get_args(Status))},
        **dict.fromkeys(("reported", "expected", "data_version"), COUNT),
        "note": TEXT,
        "updated_at": {"type": "string", "format": "date-time"},
    }
    told = {name: _about(schema, ABOUT.get(name, "")) for name, schema in columns.items()}
    by = {name: {"type": ["string", "null"]} for name in DIMENSIONS}
    return _object(told | by, required=list(told))


def described() -> Schema:
    """Return what a row of the catalogue holds."""
    columns = {**dict.fromkeys(DESCRIBED, TEXT), **dict.fromkeys(LISTED, TEXTS)}
    return _object(columns | {"id": {"enum": list(INDICATORS)}}, required=list(columns))


def row(sheet: Sheet) -> Schema:
    """Return what a row of a table holds; a column that is not for the reader is left out."""
    fixed = {"id": COUNT, "partnership": TEXT, "owner": TEXT, "version": COUNT}
    columns = {name: schema for each in sheet.columns for name, schema in _stored(each)}
    always = (*BEFORE, *AFTER)
    return _object({name: fixed[name] for name in always} | columns, required=list(always))


def problem() -> Schema:
    """Return what a refusal says."""
    fault = dict.fromkeys(("parameter", "value", "problem", "fix"), TEXT)
    columns = {
        **dict.fromkeys(("type", "title", "detail", "reference"), TEXT),
        "status": {"type": "integer"},
        "errors": {"type": "array", "items": _object(fault, required=list(fault))},
    }
    return _object(columns, required=["type", "status", "title", "detail", "reference"])


def _stored(column: Column) -> list[tuple[str, Schema]]:
    schema = KINDS.get(column.kind, TEXT)
    if column.values:
        schema = schema | {"enum": [*column.values, None]}
    schema = schema | {"type": [schema["type"], "null"]}
    found = [(column.name, _about(schema, column.note))]
    if column.na_allowed:
        flag = _about({"type": "boolean"}, f"Whether {column.name} is not applicable.")
        found.append((column.na_flag, flag))
    return found


def _about(schema: Schema, words: str) -> Schema:
    return schema | ({"description": words} if words else {})


def _object(columns: Schema, *, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": columns,
        "required": required,
        "additionalProperties": False,
    }
