"""What universities need, and what they ask of each employer."""

from functools import cache

from data.calendar_sql import academic_year_of, term_of
from data.locations import located
from data.schema import FACTS, PROGRAMME
from data.slicing import Measure, Source
from data.thresholds import Context

DEMAND = FACTS["demand"]
REQUESTS = FACTS["requests"]


def demand(_context: Context) -> Source:
    """Students who need a placement, by the start of their window."""
    return _source("demand")


def requests(_context: Context) -> Source:
    """Places asked of employers, by the start of their window."""
    return _source("requests")


def _source(sheet: str) -> Source:
    table = FACTS[sheet]
    owner = located(table, table.c.owner, f"{sheet}_owner")
    # What a placement must be is part of a need alone, and who is asked part of a request.
    extra = {
        "demand": {"statutory_required": DEMAND.c.statutory_required},
        "requests": {"employer": REQUESTS.c.employer},
    }
    return Source(
        sheet=sheet,
        rows=owner.rows.join(PROGRAMME, PROGRAMME.c.code == table.c.programme),
        always=table.c.voided_at.is_(None),
        columns={
            "partnership": table.c.partnership,
            "academic_year": academic_year_of(table.c.window_start),
            "term": term_of(table.c.window_start),
            "level": table.c.level,
            "service_area": table.c.service_area,
            "owner": table.c.owner,
            "university": table.c.owner,
            "programme": table.c.programme,
        }
        | extra[sheet],
        organisations=(table.c.owner,),
        regions={"employer": owner.region, "hei": owner.region},
        day=table.c.window_start,
        route=PROGRAMME.c.route,
        # A request may be for either level; a student's need is always for one.
        any_level=sheet == "requests",
    )


STUDENTS = Measure(demand, quantity=lambda _context: DEMAND.c.students)
STUDENT_DAYS = Measure(demand, quantity=lambda _context: DEMAND.c.students * DEMAND.c.days)
FINAL_STUDENTS = Measure(
    demand,
    where=lambda _context: DEMAND.c.level == "final",
    quantity=lambda _context: DEMAND.c.students,
)
PLACES_ASKED = Measure(requests, quantity=lambda _context: REQUESTS.c.places)


@cache
def students_in(*areas: str) -> Measure:
    """Return students of some service areas."""
    return Measure(
        demand,
        where=lambda _context: DEMAND.c.service_area.in_(areas),
        quantity=lambda _context: DEMAND.c.students,
    )
