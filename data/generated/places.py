"""Who takes part: invented universities and employers, the same whatever the seed.

No such place exists. A larger size has more rows in the same places, never more places.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.calendar import year_name
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
PREFIX = "made-"

BEGINNINGS = (
    "Quill", "Thistle", "Ember", "Otter", "Bramble", "Foxglove", "Juniper", "Marigold", "Nettle",
    "Pebble", "Plover", "Saffron", "Sorrel", "Tansy", "Teasel", "Umber", "Velvet", "Yarrow",
    "Zephyr", "Lapwing", "Cinder", "Bilberry", "Curlew", "Dapple", "Gossamer",
)  # fmt: skip
ENDINGS = (
    "mere", "wold", "haven", "fell", "marsh", "combe", "water", "gate", "moor", "reach", "holt",
    "shaw",
)  # fmt: skip
REGIONS = tuple(f"E1200000{number}" for number in range(1, 10))
LONDON, PARTS_OF_LONDON = "E12000007", ("E13000001", "E13000002")

AREAS: Mapping[str, Mapping[str, int]] = {
    "both": {"adults": 9, "children": 10, "mental_health": 2, "mixed": 1},
    "all_ages": {"all_age": 5, "adults": 2, "children": 2},
    "adults": {"adults": 1},
    "children": {"children": 1},
    "mental_health": {"mental_health": 5, "adults": 1},
}
# What employers there are in turn: how they are called, kind, share of the places, work.
EMPLOYERS = (
    ("{} County Council", "local_authority", 9, "both"),
    ("{} City Council", "local_authority", 7, "both"),
    ("{} Children's Trust", "other", 4, "children"),
    ("{} Mental Health NHS Trust", "nhs", 3, "mental_health"),
    ("{} Borough Council", "local_authority", 5, "all_ages"),
    ("{} Carers", "voluntary", 3, "adults"),
    ("{} Fostering", "private", 2, "children"),
)
# The eighth employer, where there is one.
OTHERS = (
    ("{} Academies", "education", 1, "children"),
    ("{} Probation", "probation", 1, "adults"),
    ("{} Custody Centre", "prison", 1, "adults"),
    ("{} Constabulary", "police", 1, "adults"),
    ("{} Family Services", "voluntary", 2, "children"),
)
ROUTES = {
    "undergraduate": ("ba", "BA Social Work", 30),
    "postgraduate": ("ma", "MA Social Work", 16),
    "apprenticeship": ("app", "Social Worker Degree Apprenticeship", 10),
    "step_up": ("su", "Step Up to Social Work", 7),
    "fast_track": ("ft", "Fast Track Social Work", 6),
    "employment_based": ("eb", "Employment-based Social Work", 5),
}
TAUGHT = (
    ("undergraduate", "postgraduate", "apprenticeship"),
    ("undergraduate", "step_up"),
    ("postgraduate", "fast_track"),
    ("apprenticeship", "employment_based"),
)
FEW, MANY = 7, 8
# The places that every partnership uses up: one for each university and employer.
NAMES_EACH = len(TAUGHT) + MANY
SILENT = {0: (5, "2022/23"), 3: (1, "2024/25"), 8: (4, "2025/26"), 14: (5, "2021/22")}
JOINED, LEFT = frozenset({1, 5, 9, 17}), frozenset({3, 7, 11, 15, 19})
MERGERS = {4: date(2021, 4, 1), 13: date(2023, 4, 1)}


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
    names = [_name(number * NAMES_EACH + step) for step in range(NAMES_EACH)]
    universities = tuple(
        _university(names[step], routes, _region(number, step))
        for step, routes in enumerate(TAUGHT)
    )
    employers = tuple(
        replace(each, share=each.share * times) for each in _employers(number, names[len(TAUGHT) :])
    )
    joined, left = _comings_and_goings(number, employers)
    return Partnership(
        code=f"{PREFIX}{_slug(names[0])}",
        name=f"{names[0]} Social Work Teaching Partnership",
        universities=universities,
        employers=employers,
        plenty={year: 0.86 + ((number * 3 + step * 2) % 9) / 24 for step, year in enumerate(YEARS)},
        joined=joined,
        left=left,
    )


def _name(number: int) -> str:
    round_, step = divmod(number, len(BEGINNINGS))
    return BEGINNINGS[step] + ENDINGS[(round_ + step) % len(ENDINGS)]


def _slug(name: str) -> str:
    return name.lower().replace("'", "").replace(" ", "-")


def _region(number: int, step: int) -> str:
    """Return the region of a member: the partnership's, but for every fourth, its neighbour's."""
    region = REGIONS[(number + (step == len(TAUGHT) - 1)) % len(REGIONS)]
    return PARTS_OF_LONDON[step % 2] if region == LONDON else region


def _university(place: str, routes: tuple[str, ...], region: str) -> University:
    name = f"University of {place}"
    code = f"{PREFIX}{_slug(name)}"
    programmes = tuple(
        Programme(f"{PREFIX}{_slug(place)}-{short}", title, route, intake, code)
        for route in routes
        for short, title, intake in [ROUTES[route]]
    )
    return University(code, name, region, programmes)


def _employers(number: int, names: list[str]) -> Iterator[Employer]:
    wanted = [*EMPLOYERS, OTHERS[number % len(OTHERS)]][: MANY if number % 2 else FEW]
    at, year = SILENT.get(number, (None, ""))
    for step, (pattern, kind, share, work) in enumerate(wanted):
        name = pattern.format(names[step])
        silent = frozenset({year} if step == at else ())
        region = _region(number, step % 2)
        yield Employer(f"{PREFIX}{_slug(name)}", name, kind, region, share, AREAS[work], silent)
    if number in MERGERS:
        name = f"{names[0]} and {names[1]} Council"
        region = _region(number, 0)
        yield Employer(f"{PREFIX}{_slug(name)}", name, "local_authority", region, 14, AREAS["both"])


def _comings_and_goings(
    number: int, employers: tuple[Employer, ...]
) -> tuple[dict[str, date], dict[str, date]]:
    joined, left = {}, {}
    if number in MERGERS:
        first, second, merged = employers[0].code, employers[1].code, employers[-1].code
        joined[merged] = MERGERS[number]
        left[first] = left[second] = MERGERS[number].replace(month=3, day=31)
    elif number in JOINED:
        joined[employers[6].code] = date(2020, 9, 1)
    elif number in LEFT:
        left[employers[5].code] = date(2024, 8, 31)
    return joined, left


def successor(partnership: Partnership, code: str) -> str | None:
    """Return the code of the council that an employer became part of, if any."""
    if code not in partnership.left or not partnership.joined:
        return None
    return next(iter(partnership.joined))
