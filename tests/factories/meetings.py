"""What a steering group says, and what it agrees on."""

from datetime import date

from data.schema import (
    ACTION,
    COMMENTARY,
    COMMENTARY_FIGURES,
)
from tests.factories.days import NOW


def action(**changes):
    """An action of the partnership's steering group, open and not yet due."""
    values = {
        "partnership": "north",
        "kind": "action",
        "words": "Find more places.",
        "scope": "partnership:north",
        "owner": "Sam Okafor",
        "due": date(2026, 3, 1),
        "agreed_on": date(2026, 1, 10),
        "state": "open",
        "version": 1,
        "updated_at": NOW,
        "updated_by": "Manager",
    }
    return ACTION.insert().values(values | changes)


def comment(section, words="Two teams moved.", **changes):
    values = {
        "partnership": "north",
        "section": section,
        "words": words,
        "author": "Mina",
        "version": 1,
        "updated_at": NOW,
        "updated_by": "test",
    }
    return COMMENTARY.insert().values(values | changes)


def rests(comment, figures, **changes):
    """Have a comment rest on figures; a draft, unless somebody confirmed it."""
    return COMMENTARY_FIGURES.insert().values(commentary=comment, figures=figures, **changes)
