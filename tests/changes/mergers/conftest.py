"""Councils that were split, as they were: Northamptonshire in 2021, Cumbria in 2023.

They come in as a file brings them, and so do the rows of those who send them afterwards.
"""

from datetime import date

import pytest

from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.returns.read import read
from data.returns.reference import REFERENCE
from tests.support.files import AUTHOR, as_workbook, lines, row

DAY = date(2026, 2, 1)
NORTH_WEST, EAST_MIDLANDS = "E12000002", "E12000004"


def council(code, region, since=None, until=None, successor=None):
    return {
        "code": code,
        "name": f"{code.replace('-', ' ').title()} Council",
        "kind": "local_authority",
        "region_code": region,
        "valid_from": since,
        "valid_to": until,
        "successor_code": successor,
    }


COUNCILS = [
    council("northamptonshire", EAST_MIDLANDS, None, "2021-03-31", "north-northamptonshire"),
    council("north-northamptonshire", EAST_MIDLANDS, "2021-04-01"),
    council("west-northamptonshire", EAST_MIDLANDS, "2021-04-01"),
    council("cumbria", NORTH_WEST, None, "2023-03-31", "cumberland"),
    council("cumberland", NORTH_WEST, "2023-04-01"),
    council("westmorland-and-furness", NORTH_WEST, "2023-04-01"),
    council("lancashire", NORTH_WEST),
]
# A row names one successor; the other is known by the code of the council that ended, besides.
ALIASES = [
    {"alias": "northamptonshire", "organisation_code": "west-northamptonshire"},
    {"alias": "cumbria", "organisation_code": "westmorland-and-furness"},
    {"alias": "Cumbria CC", "organisation_code": "cumbria"},
    {"alias": "Carlisle", "organisation_code": "cumberland"},
]


@pytest.fixture
def send(send, tmp_path):
    """Sends rows to a partnership with all of these councils, whose memberships are left open."""
    members = [
        {"partnership_code": "north", "organisation_code": each["code"], "role": "member"}
        for each in COUNCILS
    ]
    tables = {"organisation": COUNCILS, "organisation_alias": ALIASES, "membership": members}
    path = as_workbook(tmp_path / "who.xlsx", {n: lines(rows) for n, rows in tables.items()})
    outcome = upload_reference(send.engine, read(path, REFERENCE), AUTHOR, named=Named())
    assert outcome.errors == ()
    return send


def offer(owner, start, places):
    return row("offers", owner=owner, window_start=start, places=places)


@pytest.fixture
def cumbria(send):
    """Places of the year before the split, and of the year after it, with the neighbour's."""
    send(
        offers=[
            offer("cumbria", date(2022, 9, 26), 10),
            offer("lancashire", date(2022, 9, 26), 5),
            offer("cumberland", date(2023, 9, 25), 4),
            offer("westmorland-and-furness", date(2023, 9, 25), 7),
            offer("lancashire", date(2023, 9, 25), 6),
        ]
    )
    return send
