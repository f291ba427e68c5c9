"""The three invented partnerships. No such place, university or council exists."""

from datetime import date

from data.samples.illustrative.cast import YEARS, Employer, Partnership, Programme, University

NORTH_WEST, YORKSHIRE, EAST_MIDLANDS = "E12000002", "E12000003", "E12000004"
SOUTH_EAST, INNER_LONDON, OUTER_LONDON = "E12000008", "E13000001", "E13000002"

COUNCIL, NHS, VOLUNTARY, PRIVATE = "local_authority", "nhs", "voluntary", "private"

BOTH = {"adults": 9, "children": 10, "mental_health": 2, "mixed": 1}
ALL_AGES = {"all_age": 5, "adults": 2, "children": 2}
ADULTS = {"adults": 1}
CHILDREN = {"children": 1}
MENTAL_HEALTH = {"mental_health": 5, "adults": 1}


def _university(place: str, name: str, region: str, **programmes: int) -> University:
    names = {
        "undergraduate": ("ba", "BA Social Work"),
        "postgraduate": ("ma", "MA Social Work"),
        "apprenticeship": ("app", "Social Worker Degree Apprenticeship"),
        "step_up": ("su", "Step Up to Social Work"),
        "fast_track": ("ft", "Fast Track Social Work"),
        "employment_based": ("eb", "Employment-based Social Work"),
    }
    code = f"sample-{name.lower().replace(' ', '-')}"
    taught = tuple(
        Programme(f"sample-{place}-{names[route][0]}", names[route][1], route, intake, code)
        for route, intake in programmes.items()
    )
    return University(code, name, region, taught)


# It serves two partnerships, and no row of it counts twice.
THORNHOLLOW = Employer(
    "sample-thornhollow-council", "Thornhollow County Council", COUNCIL, EAST_MIDLANDS, 3, BOTH
)

NORTHMERE = Partnership(
    "sample-northmere",
    "Northmere Social Work Teaching Partnership",
    universities=(
        _university(
            "northmere",
            "University of Northmere",
            NORTH_WEST,
            undergraduate=30,
            postgraduate=14,
            apprenticeship=8,
        ),
        _university("saltmere", "Saltmere University", NORTH_WEST, undergraduate=18, step_up=7),
        # In another region than most of the employers who take its students.
        _university("ormsley", "Ormsley University", YORKSHIRE, postgraduate=12),
    ),
    employers=(
        Employer(
            "sample-northmere-council", "Northmere City Council", COUNCIL, NORTH_WEST, 9, BOTH
        ),
        Employer(
            "sample-saltmere-council", "Saltmere Borough Council", COUNCIL, NORTH_WEST, 6, BOTH
        ),
        Employer(
            "sample-dunwater-council",
            "Dunwater Borough Council",
            COUNCIL,
            NORTH_WEST,
            4,
            BOTH,
            frozenset({"2025/26"}),
        ),
        Employer(
            "sample-calderwick-trust",
            "Calderwick Children's Trust",
            "other",
            NORTH_WEST,
            4,
            CHILDREN,
        ),
        Employer(
            "sample-brackenmoor-nhs",
            "Brackenmoor Mental Health NHS Trust",
            NHS,
            NORTH_WEST,
            3,
            MENTAL_HEALTH,
        ),
        Employer("sample-age-forward", "Age Forward Northmere", VOLUNTARY, NORTH_WEST, 4, ADULTS),
        THORNHOLLOW,
    ),
    plenty=dict(zip(YEARS, (1.02, 1.06, 1.12, 0.97), strict=True)),
)

EASTMARROW = Partnership(
    "sample-eastmarrow",
    "Eastmarrow Academy of Social Work",
    universities=(
        _university(
            "eastmarrow",
            "University of Eastmarrow",
            EAST_MIDLANDS,
            undergraduate=26,
            apprenticeship=12,
        ),
        _university("hexley", "Hexley University", EAST_MIDLANDS, postgraduate=16, fast_track=6),
        _university("fenwold", "Fenwold University", EAST_MIDLANDS, undergraduate=14),
    ),
    employers=(
        Employer(
            "sample-eastmarrow-council",
            "Eastmarrow County Council",
            COUNCIL,
            EAST_MIDLANDS,
            8,
            BOTH,
        ),
        # Most of its teams work with people of every age.
        Employer(
            "sample-hexley-council", "Hexley City Council", COUNCIL, EAST_MIDLANDS, 5, ALL_AGES
        ),
        THORNHOLLOW,
        # Plenty of places that are not statutory: the total looks better than it is.
        Employer(
            "sample-stepping-path",
            "Stepping Path Family Services",
            VOLUNTARY,
            EAST_MIDLANDS,
            5,
            CHILDREN,
        ),
        Employer(
            "sample-marrow-valley-nhs",
            "Marrow Valley Health and Care NHS Trust",
            NHS,
            EAST_MIDLANDS,
            3,
            MENTAL_HEALTH,
        ),
    ),
    plenty=dict(zip(YEARS, (1.15, 1.22, 1.25, 1.16), strict=True)),
)

TIDEWALL = Partnership(
    "sample-tidewall",
    "Tidewall and Osier Teaching Partnership",
    universities=(
        _university(
            "tidewall", "University of Tidewall", INNER_LONDON, undergraduate=24, postgraduate=20
        ),
        _university(
            "lantern-hill",
            "Lantern Hill University",
            OUTER_LONDON,
            postgraduate=14,
            employment_based=6,
        ),
        _university("quaybridge", "Quaybridge University", SOUTH_EAST, apprenticeship=9),
    ),
    employers=(
        Employer(
            "sample-tidewall-council", "London Borough of Tidewall", COUNCIL, INNER_LONDON, 7, BOTH
        ),
        Employer(
            "sample-osier-green-council",
            "London Borough of Osier Green",
            COUNCIL,
            INNER_LONDON,
            5,
            BOTH,
        ),
        Employer(
            "sample-lantern-hill-council",
            "London Borough of Lantern Hill",
            COUNCIL,
            OUTER_LONDON,
            5,
            BOTH,
        ),
        Employer("sample-bridgefold", "Bridgefold Carers", VOLUNTARY, INNER_LONDON, 2, ADULTS),
        Employer("sample-copperleaf", "Copperleaf Fostering", PRIVATE, OUTER_LONDON, 2, CHILDREN),
        Employer(
            "sample-osier-academies",
            "Osier Green Academies",
            "education",
            INNER_LONDON,
            1,
            CHILDREN,
        ),
    ),
    plenty=dict(zip(YEARS, (0.98, 0.94, 0.92, 0.82), strict=True)),
    joined={"sample-copperleaf": date(2024, 9, 1)},
    left={"sample-osier-academies": date(2025, 8, 31)},
)

PARTNERSHIPS = (NORTHMERE, EASTMARROW, TIDEWALL)
