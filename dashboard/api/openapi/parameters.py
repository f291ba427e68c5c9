"""What addresses may say, as OpenAPI describes it."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from dashboard import wording
from dashboard.addresses import AS_AT, BASIS, FILTERS
from dashboard.api import asked
from data.returns.sheets.declaration import KNOWN_OR_NOT, LEVELS
from data.schema.reference import ROUTES
from data.selection import DIMENSIONS

Parameter = dict[str, Any]
CODES: Final = {"level": LEVELS, "area": KNOWN_OR_NOT, "route": ROUTES}
FORMS: Final = {"year": "such as 2025/26", "region": "its ONS code"}
OTHERS: Final[dict[str, tuple[dict[str, Any], str]]] = {
    BASIS: (
        {"enum": list(wording.BASES)},
        "Whose region placements are counted in; the employer's, unless given.",
    ),
    AS_AT: (
        {"type": "string", "format": "date"},
        "The day to look from; today, unless given.",
    ),
    asked.AFTER: (
        {"type": "integer", "minimum": 0, "maximum": 10**asked.DIGITS - 1},
        "The id of the last row that you have; follow Link with rel=next instead.",
    ),
    asked.LIMIT: (
        {
            "type": "integer",
            "minimum": 1,
            "maximum": asked.MOST_ROWS,
            "default": asked.USUAL_ROWS,
        },
        "How many rows to send at once.",
    ),
    asked.FORMAT: (
        {"enum": list(asked.FORMATS)},
        "The form of the answer; what Accept says, unless given.",
    ),
    asked.BY: (
        {"type": "array", "items": {"enum": list(DIMENSIONS)}, "uniqueItems": True},
        "What to split the figure by; repeatable.",
    ),
}


def parameters(names: Collection[str]) -> list[Parameter]:
    """Return the parameters of some names."""
    return [*_filters(names), *(_other(name) for name in names if name in OTHERS)]


def _filters(names: Collection[str]) -> Iterable[Parameter]:
    for item in FILTERS:
        name = item.parameter
        if name in names:
            codes = CODES.get(name)
            form = f", {FORMS[name]}" if name in FORMS else ""
            one = {"enum": list(codes)} if codes else {"type": "string", "minLength": 1}
            yield _parameter(
                name, {"type": "array", "items": one}, f"{item.label}{form}; repeatable."
            )


def _other(name: str) -> Parameter:
    return _parameter(name, *OTHERS[name])


def _parameter(name: str, schema: dict[str, Any], words: str) -> Parameter:
    return {"name": name, "in": "query", "description": words, "schema": schema}
