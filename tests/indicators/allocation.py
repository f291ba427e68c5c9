"""Students and places, and who can be placed, found student by student."""

from itertools import accumulate
from typing import NamedTuple

from hypothesis import strategies as st

from dashboard.indicators.flow import AREAS
from dashboard.indicators.matching import Matching
from dashboard.indicators.shortfall import BLOCK, CLASS_OF_PLACES, CLASS_OF_STUDENTS
from data.cells.table import table_of
from data.queries.demand import STUDENTS
from data.queries.supply import NET
from data.sums import Sum

HERE, THERE = ("north", "2025/26", "autumn"), ("north", "2025/26", "spring")
UNIVERSITIES = ("northern", "southern")
LEVEL_AND_AREA = (*BLOCK, "level", "service_area")


class Students(NamedTuple):
    block: tuple[str, str, str]
    level: str
    statutory: str
    area: str
    university: str


class Places(NamedTuple):
    block: tuple[str, str, str]
    level: str
    statutory: str
    area: str
    reserved_for: str | None


students = st.builds(
    Students,
    block=st.sampled_from((HERE, THERE)),
    level=st.sampled_from(("first", "final")),
    statutory=st.sampled_from(("yes", "no")),
    area=st.sampled_from(AREAS),
    university=st.sampled_from(UNIVERSITIES),
)
places = st.builds(
    Places,
    block=st.sampled_from((HERE, THERE)),
    level=st.sampled_from(("first", "final", "either")),
    statutory=st.sampled_from(("yes", "no", "not_known")),
    area=st.sampled_from([area for area in AREAS if area != "either"]),
    reserved_for=st.sampled_from((None, *UNIVERSITIES)),
)
demands = st.dictionaries(students, st.integers(0, 4), max_size=6)
supplies = st.dictionaries(places, st.integers(0, 4), max_size=6)


def matched(wanted, offered, memory=None):
    return Matching(
        table_of(STUDENTS, CLASS_OF_STUDENTS, counted(wanted)),
        table_of(NET, CLASS_OF_PLACES, counted(offered)),
        BLOCK,
        {} if memory is None else memory,
    )


def counted(classes):
    return {(*each.block, *each[1:]): Sum(count, 1, 1) for each, count in classes.items()}


def short(wanted, offered, memory=None):
    """Students short by block, level and area."""
    found = matched(wanted, offered, memory).short(LEVEL_AND_AREA)
    return {(key[:3], *key[3:]): count for key, count in found.items()}


def may_have(student, place):
    area = student.area in ("either", place.area) or (
        student.area in ("adults", "children") and place.area in ("mixed", "all_age")
    )
    return (
        student.block == place.block
        and place.level in (student.level, "either")
        and area
        and (student.statutory == "no" or place.statutory == "yes")
        and place.reserved_for in (None, student.university)
    )


def most_placed(wanted, offered):
    """How many can be placed, found by moving one student at a time out of another's way."""
    people = [group for group, count in wanted.items() for _ in range(count)]
    seats = [kind for kind, count in offered.items() for _ in range(count)]
    taken = {}

    def seat(person, tried):
        for number, place in enumerate(seats):
            if number not in tried and may_have(people[person], place):
                tried.add(number)
                if number not in taken or seat(taken[number], tried):
                    taken[number] = person
                    return True
        return False

    return sum(seat(person, set()) for person in range(len(people)))


def in_order(wanted):
    """The classes in their turn, as the definition of the breakdown names it."""
    return sorted(
        wanted,
        key=lambda group: (
            group.level == "first",
            group.statutory == "no",
            AREAS.index(group.area),
            group.university,
        ),
    )


def short_by_definition(wanted, offered):
    """Each class is short of its students less what it adds to the matching of those before."""
    found = {}
    classes = in_order(wanted)
    prefixes = accumulate(([group] for group in classes), lambda before, one: before + one)
    before = 0
    for group, prefix in zip(classes, prefixes, strict=True):
        placed = most_placed({each: wanted[each] for each in prefix}, offered)
        key = (group.block, group.level, group.area)
        found[key] = found.get(key, 0) + wanted[group] - (placed - before)
        before = placed
    return found
