"""Editions of an invented partnership, for whoever tries the service: funders see nothing else."""

from datetime import date
from typing import Final

from data.changes.author import Author
from data.editions.edition import every
from data.editions.wanted import Wanted
from data.engine import Engine
from data.queries import choices
from data.reader import Reader
from data.samples.people import WHERE

MAKER: Final = "Mina, partnership manager"


def add_missing(engine: Engine, today: date) -> None:
    """Make one for the steering group and one for funders, where the samples are and none is."""
    with Reader(engine).snapshot() as snapshot:
        there = WHERE in {row.code for row in snapshot.rows(choices.partnerships())}
        if every(snapshot) or not there:
            return
    _make(engine, today)


def _make(engine: Engine, today: date) -> None:
    # What it takes is large, and nearly every start finds them there.
    from dashboard.editions.making import make  # noqa: PLC0415
    from dashboard.editions.request import EditionRequest  # noqa: PLC0415

    for wanted in (
        Wanted("Steering group, autumn", "steering_group", "exact", today, (WHERE,)),
        Wanted("Report to the funder, autumn", "funder", "rounded", today, (WHERE,)),
    ):
        author = Author("samples load", "command", shown=MAKER)
        make(engine, author, wanted, EditionRequest(f"sample for {wanted.audience}"))
