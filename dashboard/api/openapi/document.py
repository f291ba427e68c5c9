"""The document that describes the interface."""

from functools import cache
from typing import Any, Final

from dashboard.api import asked
from dashboard.api.openapi import schemas
from dashboard.api.openapi.parameters import parameters
from dashboard.indicators import INDICATORS
from dashboard.wording import SERVICE
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Sheet
from data.standing_rows import followed

Part = dict[str, Any]
HOME: Final = "/api/v1"
ABOUT: Final = (
    "The figures and the rows of the service, for whoever's token or session it is: as far as "
    "they reach on its pages, and no further. It reads and changes nothing. What an address asks "
    "for and is not there is refused, every fault at once."
)
REFUSALS: Final = {
    "400": "Something in the address is unknown, blank or not of its kind.",
    "401": "There is no token or session, or it has ended.",
    "403": "Whoever it is may not read that.",
    "404": "There is nothing of that name.",
    "410": "The edition is damaged; nothing of it is shown.",
    "429": "Too many requests; Retry-After says how many seconds to wait.",
    "503": "The database can't be used just now.",
    "504": "That took too long; ask for less at once.",
}
TAG: Final[Part] = {
    "ETag": {
        "description": "Send it as If-None-Match, and get 304 as long as the answer is the same.",
        "schema": {"type": "string"},
    }
}
NEXT: Final[Part] = {
    "Link": {"description": "Where the next rows are, as rel=next.", "schema": {"type": "string"}}
}


@cache
def document() -> Part:
    """Return the whole document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": SERVICE, "version": "1", "description": ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"token": []}, {"session": []}],
        "paths": _paths(),
        "components": {
            "schemas": {
                "Indicator": schemas.described(),
                "Figure": schemas.figure(),
                "Problem": schemas.problem(),
                **{name: schemas.row(sheet) for name, sheet in SHEETS.items()},
            },
            "responses": {status: _refusal(words) for status, words in REFUSALS.items()},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "__Host-session"},
            },
        },
    }


def _paths() -> Part:
    one: Part = {"name": "id", "in": "path", "required": True, "schema": {"enum": [*INDICATORS]}}
    catalogue = _operation("catalogue", "Every indicator, and what it means", "Indicator")
    figures = _operation("figures", "The figures of one indicator", "Figure", TAG)
    catalogue["parameters"] = parameters((asked.FORMAT,))
    figures["parameters"] = [one, *parameters(asked.OF_FIGURES)]
    return {
        f"{HOME}/indicators": {"get": catalogue},
        f"{HOME}/indicators/{{id}}": {"get": figures},
        **{f"{HOME}/tables/{name}": {"get": _table(sheet)} for name, sheet in SHEETS.items()},
        f"{HOME}/openapi.json": {"get": _document()},
    }


def _table(sheet: Sheet) -> Part:
    words = f"{sheet.title}: one row is {sheet.meaning}"
    found = _operation(f"table-{sheet.name}", words, sheet.name, TAG | NEXT)
    return found | {"parameters": parameters(asked.of_rows(followed(sheet.name)))}


def _document() -> Part:
    found = _operation("openapi", "This document", "")
    content = {"application/json": {"schema": {"type": "object"}}}
    found["responses"]["200"] = {"description": "The document", "content": content}
    return found


def _operation(name: str, words: str, schema: str, headers: Part = TAG) -> Part:
    rows: Part = {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}}
    found = {
        "description": "The rows",
        "headers": headers,
        "content": {"application/json": {"schema": rows}, "text/csv": {"schema": schemas.TEXT}},
    }
    refused = {name: {"$ref": f"#/components/responses/{name}"} for name in REFUSALS}
    same = {"304": {"description": "Nothing has changed since", "headers": TAG}}
    return {
        "operationId": name,
        "summary": words,
        "responses": {"200": found, **same, **refused},
    }


def _refusal(words: str) -> Part:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {"application/problem+json": {"schema": schema}}}
