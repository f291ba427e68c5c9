"""Somebody on a page, from where they look."""

from dashboard.addresses import Asked
from dashboard.editions.standpoint import Standpoint
from dashboard.listing import Visit
from dashboard.scene import names
from data.options import Options
from data.people.person import Person
from data.reader import Snapshot


def visit(
    person: Person, snapshot: Snapshot, known: Options, asked: Asked, at: Standpoint
) -> Visit:
    """Return what lists are made from, for somebody who looks from a standpoint."""
    return Visit(person, asked, names(known), at.bench(snapshot, cells=False))
