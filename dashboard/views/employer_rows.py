"""Rows of those who employ: partners but for universities, or regions."""

from collections.abc import Iterable

from dashboard.views import answering, partner_words
from dashboard.views.splits import Split
from dashboard.views.view import Cell, Names

UNIVERSITY = "hei"


def employing(codes: Iterable[str | None], names: Names) -> list[str]:
    """Return those codes, each once, that are not a university's."""
    known = dict.fromkeys(code for code in codes if code)
    return [code for code in known if names.kinds.get(code) != UNIVERSITY]


def heading(split: Split, code: str, names: Names) -> Cell:
    """Return the heading of a row; that of a partner leads to its page."""
    name = answering.name_of(split.dimension, code, names)
    to = partner_words.path_of(code) if split.dimension == "organisation" else ""
    return Cell(name, name, to=to)
