"""What was touched since a version of the data."""

from typing import Any, Final

from sqlalchemy import Select, select

from data.schema import TOUCHED

# In place of a sheet: who has reported, of which no row says anything.
RETURNS: Final = "return_status"


def since(version: int) -> Select[Any]:
    """Return a statement of what was touched after a version, each once.

    Its columns are ``sheet``, ``owner``, ``employer``, ``day`` (the column), ``academic_year``,
    ``term`` and ``changed``.
    """
    columns = (
        TOUCHED.c.sheet,
        TOUCHED.c.owner,
        TOUCHED.c.employer,
        TOUCHED.c.day,
        TOUCHED.c.academic_year,
        TOUCHED.c.term,
        TOUCHED.c.changed,
    )
    return select(*columns).where(TOUCHED.c.data_version > version).distinct()
