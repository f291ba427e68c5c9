"""Who takes part: invented universities and employers, the same whatever the seed.

No such place exists. A larger size has more rows in the same places, never more places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.calendar import year_name
from data.generated.events import MERGERS, SILENT, comings_and_goings
from data.generated.kinds import AREAS, EMPLOYERS, MERGED, OTHERS, ROUTES, TAUGHT
from data.generated.names import code_of, place_name
from data.samples.illustrative.cast import (
    DRAWN_UP,
    Employer,
    Partnership,
    Programme,
    University,
)

LAST_YEAR = DRAWN_UP.year
YEARS = tuple(year_name(first) for first in range(LAST_YEAR - 9, LAST_YEAR + 1))
FINANCIAL_YEARS = tuple(year.replace("/", "-") for year in YEARS)
# Rows of a partnership in which a share of an employer is as large as in the samples.
ROWS_A_SHARE = 3_500

REGIONS = tuple(f"E1200000{number}" for number in range(1, 10))
LONDON, PARTS_OF_LONDON = "E12000007", ("E13000001", "E13000002")

FEW, MANY = 7, 8
# The places that every partnership uses up: one for each university and employer.
NAMES_EACH = len(TAUGHT) + MANY


def partnerships(rows: Sequence[int]) -> tuple[Partnership, ...]:
    """Return a partnership for each number of rows; of several, some share a member."""
    found = [_partnership(number, max(1, size // ROWS_A_SHARE)) for number, size in enumerate(rows)]
    for number in range(1, len(found), 5):
        # An employer in two partnerships; no row of it counts twice.
        shared = found[number - 1].employers[0]
        found[number] = replace(found[number], employers=(*found[number].employers, shared))
    for number in range(2, len(found), 9):
        shared_too = found[number - 1].universities[1]
        universities = (*found[number].universities, shared_too)
        found[number] = replace(found[number], universities=universities)
    return tuple(found)


def _partnership(number: int, times: int) -> Partnership:
    names = [place_name(number * NAMES_EACH + step) for step in range(NAMES_EACH)]
    universities = tuple(
        _university(names[step], routes, _region(number, step))
        for step, routes in enumerate(TAUGHT)
    )
    employers = tuple(
        replace(each, share=each.share * times) for each in _employers(number, names[len(TAUGHT) :])
    )
    joined, left = comings_and_goings(number, employers)
    return Partnership(
        code=code_of(names[0]),
        name=f"{names[0]} Social Work Teaching Partnership",
        universities=universities,
        employers=employers,
        plenty={year: 0.86 + ((number * 3 + step * 2) % 9) / 24 for step, year in enumerate(YEARS)},
        joined=joined,
        left=left,
    )


def _region(number: int, step: int) -> str:
    """Return the region of a member: the partnership's, but for every fourth, its neighbour's."""
    region = REGIONS[(number + (step == len(TAUGHT) - 1)) % len(REGIONS)]
    return PARTS_OF_LONDON[step % 2] if region == LONDON else region


def _university(place: str, routes: tuple[str, ...], region: str) -> University:
    name = f"University of {place}"
    taught = ((route, *ROUTES[route]) for route in routes)
    programmes = tuple(
        Programme(f"{code_of(place)}-{short}", title, route, intake, code_of(name))
        for route, short, title, intake in taught
    )
    return University(code_of(name), name, region, programmes)


def _employers(number: int, names: list[str]) -> Iterator[Employer]:
    kinds = [*EMPLOYERS, OTHERS[number % len(OTHERS)]][: MANY if number % 2 else FEW]
    named = list(zip(names, kinds, strict=False))
    if number in MERGERS:
        named.append((f"{names[0]} and {names[1]}", MERGED))
    quiet, year = SILENT.get(number, (None, ""))
    for step, (place, (pattern, kind, share, work)) in enumerate(named):
        name = pattern.format(place)
        silent = frozenset({year} if step == quiet else ())
        region = _region(number, step % 2)
        yield Employer(code_of(name), name, kind, region, share, AREAS[work], silent)
