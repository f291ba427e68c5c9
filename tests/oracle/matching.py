"""The largest matching, found student by student along augmenting paths.

The order of the students decides who is short, never how many: a path that places one more
student never turns an earlier one away. So placing the classes in their order gives each class
what a larger matching adds to those before it.
"""

from tests.oracle.calendar import term_of, year_of

LEVELS = ("final", "first")
STATUTORY = ("yes", "no")
AREAS = ("adults", "children", "mental_health", "mixed", "all_age", "not_known", "either")


def placed(demand, offers):
    """Students whom the largest matching places: one row of demand for each."""
    students = [row for row in sorted(demand, key=_class) for _ in range(row["students"])]
    places = [row for row in offers for _ in range(row["places"])]
    taken = {}
    return [
        students[student]
        for student in range(len(students))
        if _place(student, students, places, taken, set())
    ]


def _place(student, students, places, taken, tried):
    """Give a student a place, moving others along if need be; say whether it could be done."""
    for place in range(len(places)):
        if place in tried or not fits(students[student], places[place]):
            continue
        tried.add(place)
        if place not in taken or _place(taken[place], students, places, taken, tried):
            taken[place] = student
            return True
    return False


def fits(student, place):
    """Whether a place can take a student."""
    return all(
        (
            student["partnership"] == place["partnership"],
            year_of(student["window_start"]) == year_of(place["window_start"]),
            term_of(student["window_start"]) == term_of(place["window_start"]),
            place["level"] in (student["level"], "either"),
            _area_fits(student["service_area"], place["service_area"]),
            student["statutory_required"] == "no" or place["statutory"] == "yes",
            place["reserved_for"] in (None, student["owner"]),
        )
    )


def _area_fits(wanted, offered):
    if wanted in ("either", offered):
        return True
    return offered in ("mixed", "all_age") and wanted in ("adults", "children")


def _class(row):
    return (
        LEVELS.index(row["level"]),
        STATUTORY.index(row["statutory_required"]),
        AREAS.index(row["service_area"]),
        row["owner"],
    )
