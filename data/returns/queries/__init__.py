"""The catalogue of queries: what is stored and counts, but asks for a reason.

To add a query, write a function in a module here and list it in that module's ``QUERIES``.
"""

from data.returns.queries import (
    agreement,
    contradictions,
    educators,
    members,
    offers,
    placements,
    universities,
    workforce,
    years,
)
from data.returns.queries.query import Query

QUERIES: tuple[Query, ...] = (
    *universities.QUERIES,
    *offers.QUERIES,
    *placements.QUERIES,
    *educators.QUERIES,
    *agreement.QUERIES,
    *members.QUERIES,
    *contradictions.QUERIES,
    *workforce.QUERIES,
    *years.QUERIES,
)
