"""The workforce, from the partners' own censuses and from published ones where they sent none."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from sqlalchemy import (
    Integer,
    Subquery,
    Text,
    and_,
    cast,
    literal,
    null,
    or_,
    select,
    union_all,
)

from data import published_rows
from data.calendar import academic_year
from data.calendar_sql import academic_year_of
from data.census_rows import (
    CHILDREN,
    REPLACED,
    REPLACED_IN_YEAR,
)
from data.locations import located
from data.published_rows import ALWAYS, FOREVER, MEASURES, NA_FLAGS, Apart
from data.schema import FACTS
from data.slicing import Build, Column, Condition, Measure, Source
from data.thresholds import Context

WORKFORCE: Final = FACTS["workforce"]


def _censuses() -> Subquery:
    """Both kinds of census, a row each; a published one for each of its seats."""
    numbers = (*MEASURES, *(f"{column}_na" for column in NA_FLAGS))
    own, found, seat = WORKFORCE.c, published_rows.NUMBERS.c, published_rows.SEATS
    return union_all(
        select(
            own.id,
            cast(null(), Text).label("code"),
            own.partnership,
            own.owner,
            own.service_area,
            own.census_on,
            literal(ALWAYS).label("since"),
            literal(FOREVER).label("until"),
            *(own[name] for name in numbers),
        ),
        select(
            cast(null(), Integer),
            found.code,
            seat.c.partnership,
            seat.c.organisation,
            literal(CHILDREN),
            found.census_on,
            seat.c.since,
            seat.c.until,
            *(found[name] for name in numbers),
        ).select_from(published_rows.NUMBERS.join(seat, seat.c.code == found.code)),
    ).subquery("census")


CENSUS: Final = _censuses()
# The table itself, so that a voided row is known as one.
OWNER: Final = located(
    CENSUS.outerjoin(WORKFORCE, WORKFORCE.c.id == CENSUS.c.id), CENSUS.c.owner, "census_owner"
)
YEAR: Final[Column] = academic_year_of(CENSUS.c.census_on)
IS_OWN: Final = CENSUS.c.code.is_(None)
TOGETHER: Final = Apart()


@dataclass(frozen=True)
class Censuses:
    """The censuses held by a day, as a source.

    Attributes:
        stock: Whether the day is the one on which stocks are counted, and the year says nothing.
        apart: How seats are told apart; a published census counts once among those that are not.
        published: Whether only published ones are there, and all of them: also those whose
            councils have sent their own.
    """

    stock: bool = False
    apart: Apart = TOGETHER
    published: bool = False

    def __call__(self, context: Context) -> Source:
        """Return the source as it is on a day."""
        day = context.stock_date if self.stock else context.as_at
        held_on = CENSUS.c.census_on
        columns: dict[str, Column] = {
            "partnership": CENSUS.c.partnership,
            "service_area": CENSUS.c.service_area,
        }
        if not self.stock:
            columns["academic_year"] = YEAR
        return Source(
            sheet="workforce",
            rows=OWNER.rows.outerjoin(self.replaced, self.replaced.c.id == CENSUS.c.id),
            always=and_(WORKFORCE.c.voided_at.is_(None), held_on <= day, self._counts(day)),
            columns=columns,
            organisations=(CENSUS.c.owner,),
            regions={"employer": OWNER.region, "hei": OWNER.region},
            day=None if self.stock else held_on,
            stock=self.stock,
            # Full-time equivalents are no whole numbers, and a published census hangs on others.
            alone=False,
            # Whatever else it hangs on changes everything when it changes.
            looks_at=("workforce",),
        )

    @property
    def replaced(self) -> Subquery:
        """The censuses that later ones follow; only in the same year, unless it is a stock."""
        return REPLACED if self.stock else REPLACED_IN_YEAR

    def _counts(self, day: date) -> Condition:
        # Of a stock, what matters is who is a member on its day.
        year = literal(academic_year(day)) if self.stock else YEAR
        found = [
            year.between(CENSUS.c.since, CENSUS.c.until),
            published_rows.at_first_seat(CENSUS.c, OWNER.region, year, self.apart),
        ]
        if self.published:
            return and_(~IS_OWN, *found)
        found.append(~published_rows.has_sent(CENSUS.c, day, ever=self.stock))
        if self.stock:
            found.append(~published_rows.is_followed(CENSUS.c, day))
        return or_(IS_OWN, and_(*found))


BY_YEAR: Final = Censuses()
PUBLISHED: Final = Censuses(published=True)
NOW: Final = Censuses(stock=True)


@lru_cache(maxsize=256)
def _among(build: Build, apart: Apart) -> Build:
    return replace(build, apart=apart) if isinstance(build, Censuses) else build


def counted_once(measure: Measure, apart: Apart) -> Measure:
    """Return a measure in which a published census counts once among seats not told apart."""
    return replace(measure, source=_among(measure.source, apart))
