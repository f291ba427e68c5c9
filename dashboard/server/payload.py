"""What a page's own script sends looks one way only; whatever looks otherwise is refused."""

import json
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, Final

from flask import Flask, abort, request

UPDATE: Final = "/_dash-update-component"
DEEPEST: Final = 40
LARGEST: Final = 2**63
PART: Final = frozenset({"id", "property", "value"})
Callbacks = Callable[[], Mapping[str, Any]]


def refuse_others(server: Flask, callbacks: Callbacks) -> None:
    """Refuse requests that are none of the pages' own, in words and before anything is done.

    Args:
        server: The server.
        callbacks: Returns what the pages may ask, by its output.
    """

    @server.before_request
    def look() -> None:
        if request.path == UPDATE and not _is_ours(_body(), callbacks()):
            abort(400)


def _body() -> Any:
    try:
        return json.loads(request.get_data(), parse_constant=_no_number, parse_int=_whole)
    except (ValueError, RecursionError):
        return None


def _no_number(_text: str) -> float:
    raise ValueError


def _whole(text: str) -> int:
    # Python itself refuses to read numbers of thousands of digits.
    found = int(text)
    if abs(found) >= LARGEST:
        raise ValueError
    return found


def _is_ours(body: Any, callbacks: Mapping[str, Any]) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    known = callbacks.get(body["output"])
    outputs = body.get("outputs")
    changed = body.get("changedPropIds", [])
    return (
        known is not None
        and _fits(outputs if isinstance(outputs, list) else [outputs], _parts(body["output"]))
        and _fits(body.get("inputs"), known["inputs"])
        and _fits(body.get("state", []), known["state"])
        and isinstance(changed, list)
        and all(each in _inputs(body["inputs"]) for each in changed)
        and _is_sound(body, 0)
    )


def _parts(output: str) -> list[dict[str, str]]:
    """Return the parts that an output is made of, as callbacks know theirs."""
    names = output.strip(".").split("...") if output.startswith("..") else [output]
    found = (name.rpartition(".") for name in names)
    return [{"id": written, "property": prop} for written, _, prop in found]


def _fits(sent: Any, known: list[dict[str, str]]) -> bool:
    if not isinstance(sent, list) or len(sent) != len(known):
        return False
    return all(_is_part(one, other) for one, other in zip(sent, known, strict=True))


def _inputs(sent: list[dict[str, Any]]) -> list[str]:
    """Return the inputs by the names that a page has for them: one of them is what was used."""
    return [f"{_written(part['id'])}.{part['property']}" for part in sent]


def _written(name: Any) -> Any:
    if not isinstance(name, dict):
        return name
    return json.dumps(name, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _is_part(sent: Any, known: Mapping[str, str]) -> bool:
    if not isinstance(sent, dict) or not sent.keys() <= PART:
        return False
    if sent.get("property") != known["property"]:
        return False
    name = sent.get("id")
    # Of a part that is there many times over, each has another name of the same make.
    return bool(
        _make(name) == _make(known["id"]) if isinstance(name, dict) else name == known["id"]
    )


def _make(name: Any) -> Any:
    """Return what parts have in common that are there many times over; nothing for any other."""
    try:
        found = json.loads(name) if isinstance(name, str) else name
    except ValueError:
        return None
    return (sorted(found), found.get("type")) if isinstance(found, dict) else None


def _is_sound(value: Any, depth: int) -> bool:
    """Return whether a value can be kept and shown: no half letters, no endless nests."""
    if depth > DEEPEST:
        return False
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, list):
        return all(_is_sound(each, depth + 1) for each in value)
    if isinstance(value, dict):
        return all(_is_sound(each, depth + 1) for pair in value.items() for each in pair)
    return True
