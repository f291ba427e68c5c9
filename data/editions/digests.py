"""The digest of an edition's record, which holds that of the record before it."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from data.editions.edition import RECORDED
from data.editions.frozen import digest

# In place of a record before the first one.
NONE_BEFORE: Final = ""


def of_record(values: Mapping[str, Any], before: str) -> str:
    """Return the digest of a record.

    Args:
        values: Its columns, or more of them.
        before: The digest of the record before it.
    """
    recorded = plain({name: values[name] for name in RECORDED})
    text = json.dumps([recorded, before], ensure_ascii=False, sort_keys=True)
    return digest(text.encode())


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON can hold them, the same from every database."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
