"""What universities ask of each employer: requests, seen from the employer's side."""

from dataclasses import replace

from data.calendar_sql import academic_year_of, term_of
from data.locations import located
from data.schema import FACTS, PROGRAMME
from data.slicing import Measure, Source
from data.thresholds import Context

REQUESTS = FACTS["requests"]
EMPLOYER = located(REQUESTS, REQUESTS.c.employer, "requests_employer")


def asked_of_employers(_context: Context) -> Source:
    """Places asked of employers, each under the employer and in its region."""
    return Source(
        sheet="requests",
        rows=EMPLOYER.rows.join(PROGRAMME, PROGRAMME.c.code == REQUESTS.c.programme),
        always=REQUESTS.c.voided_at.is_(None),
        columns={
            "partnership": REQUESTS.c.partnership,
            "academic_year": academic_year_of(REQUESTS.c.window_start),
            "term": term_of(REQUESTS.c.window_start),
            "level": REQUESTS.c.level,
            "service_area": REQUESTS.c.service_area,
        },
        organisations=(REQUESTS.c.employer,),
        regions={"employer": EMPLOYER.region, "hei": EMPLOYER.region},
        day=REQUESTS.c.window_start,
        route=PROGRAMME.c.route,
        any_level=True,
    )


PLACES = Measure(asked_of_employers, quantity=lambda _context: REQUESTS.c.places)


def by_window(_context: Context) -> Source:
    """Places asked of employers, with the window, seen from both sides as placements are."""
    university = located(REQUESTS, REQUESTS.c.owner, "asking")
    employer = located(university.rows, REQUESTS.c.employer, "asked")
    source = asked_of_employers(_context)
    own = ("programme", "employer", "window_start", "window_end")
    return replace(
        source,
        rows=employer.rows.join(PROGRAMME, PROGRAMME.c.code == REQUESTS.c.programme),
        columns={
            **source.columns,
            "university": REQUESTS.c.owner,
            **{name: REQUESTS.c[name] for name in own},
        },
        organisations=(REQUESTS.c.owner, REQUESTS.c.employer),
        regions={"employer": employer.region, "hei": university.region},
    )


PLACES_BY_WINDOW = Measure(by_window, quantity=lambda _context: REQUESTS.c.places)
