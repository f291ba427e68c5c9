"""Addresses of figures: the filters as on every page, and the group of the figure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final, cast
from urllib.parse import parse_qsl, quote, urlencode

from dashboard import addresses, hrefs
from dashboard.addresses import PARTNERSHIP, Asked
from dashboard.indicators.evaluate import Ask
from data.selection import DIMENSIONS, Dimension
from data.sums import Key

PATH: Final = "/figure"
OF: Final = "of"


def of_question(ask: Ask, asked: Asked) -> str:
    """Return the address of a question's total.

    Args:
        ask: The question, for the selection of an address or one that was made from it.
        asked: What that address asks for.
    """
    selection = ask.selection
    if selection == asked.selection:
        query = asked.query
    else:
        if selection.partnerships == asked.selection.partnerships:
            # Whoever chose none is not made to name all that they may read.
            chosen = tuple(v for name, v in parse_qsl(asked.query) if name == PARTNERSHIP)
            selection = replace(selection, partnerships=chosen)
        today = date.min if asked.other_day else asked.selection.as_at
        query = addresses.write(selection, today, asked.edition)
    return hrefs.link(f"{PATH}/{quote(ask.indicator.id)}", query)


def of_group(parts: Mapping[str, str | None]) -> str:
    """Return what a group adds to the query of its question; blank for a total."""
    named = [(OF, f"{name}:{value or ''}") for name, value in sorted(parts.items())]
    return urlencode(named, safe="/:")


def joined(question: str, group: str) -> str:
    """Return the address of a group's figure."""
    mark = "&" if "?" in question else "?"
    return f"{question}{mark}{group}" if group else question


def group_of(search: str) -> tuple[tuple[Dimension, ...], Key] | None:
    """Return the dimensions and the key that a query names; nothing if it makes no sense."""
    pairs = [value.partition(":") for name, value in parse_qsl(search) if name == OF]
    by = tuple(name for name, _, _ in pairs)
    if len(set(by)) < len(by) or not set(by) <= set(DIMENSIONS):
        return None
    return cast("tuple[Dimension, ...]", by), tuple(value or None for _, _, value in pairs)
