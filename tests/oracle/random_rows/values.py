"""What stands in the cells of random rows.

Days crowd around the turns of years and terms and the end of February, where rules differ.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

DAYS = (
    date(2023, 9, 1),
    date(2024, 2, 29),
    date(2024, 8, 31),
    date(2024, 9, 1),
    date(2025, 1, 1),
    date(2025, 2, 28),
    date(2025, 4, 30),
    date(2025, 5, 1),
    date(2025, 8, 31),
    date(2025, 9, 1),
    date(2025, 9, 22),
    date(2026, 2, 28),
    date(2026, 3, 1),
    date(2026, 8, 31),
)
AUTUMN = date(2025, 9, 22)
AREAS = ("adults", "children", "mental_health", "mixed", "all_age", "not_known")
# Most rows meet in one autumn and in two areas, else few would have to do with each other.
day = st.sampled_from((*DAYS, *[AUTUMN] * 8))
long_ago = st.sampled_from(DAYS[:4])
area = st.sampled_from((*AREAS, *["adults", "children"] * 3))
level = st.sampled_from(("first", "final"))
offered_level = st.sampled_from(("first", "final", "either"))
known = st.sampled_from(("yes", "yes", "no", "not_known"))
few = st.integers(0, 3)


def maybe(strategy):
    return st.none() | strategy


def later(draw, than):
    """The day itself, or a day not long after it."""
    return than + timedelta(days=draw(st.sampled_from((0, 1, 27, 100, 366, 730, 731))))


def a_row(draw, pairs, place, sheet):
    partnership, owner = draw(st.sampled_from((*pairs, *pairs[:1] * 4)))
    return {
        "partnership": partnership,
        "owner": owner,
        "ref": f"{sheet}-{place}",
        "voided": draw(st.sampled_from((False, False, False, False, False, False, True))),
    }
