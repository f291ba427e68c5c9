"""Who belonged to a partnership when, and had something to say."""

from datetime import date

import numpy as np

from data.calendar import TERMS, academic_year, first_day, months_later, term
from data.generated import days
from data.generated.organisations import YEARS
from data.generated.random_draws import Mask, Whole
from data.samples.illustrative.cast import Employer, Member, Partnership
from data.samples.illustrative.offers import OPENS

# The terms of all years, one after the other, by the day on which their windows open.
OPENINGS = tuple(months_later(first_day(year), OPENS[season]) for year in YEARS for season in TERMS)
_STARTS = np.array(
    [days.number(months_later(first_day(year), months)) for year in YEARS for months in (0, 4, 8)]
)


def when(day: date) -> int:
    """Return the number of a day's term, counted from the first of all years."""
    years = int(academic_year(day)[:4]) - int(YEARS[0][:4])
    return years * len(TERMS) + TERMS.index(term(day))


def present(partnership: Partnership, member: Member, day: date) -> bool:
    """Return whether a member belonged to a partnership on a day, and had something to say."""
    joined = partnership.joined.get(member.code, date.min)
    left = partnership.left.get(member.code, date.max)
    silent = member.silent_years if isinstance(member, Employer) else ()
    return joined <= day <= left and academic_year(day) not in silent


def presences(partnership: Partnership) -> Mask:
    """Return who was present in which term: a row an employer, a column a term."""
    return np.array(
        [[present(partnership, each, day) for day in OPENINGS] for each in partnership.employers]
    )


def was_there(partnership: Partnership, employer: Whole, day: Whole) -> Mask:
    """Return whether each employer was present in the term of a day, numbered."""
    found: Mask = presences(partnership)[employer, np.searchsorted(_STARTS, day, side="right") - 1]
    return found
