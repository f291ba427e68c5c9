"""What kinds of members there are, what they teach, and what their work is."""

from collections.abc import Mapping

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
# What two councils become that merge.
MERGED = ("{} Council", "local_authority", 14, "both")
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
