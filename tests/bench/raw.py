"""The figures of /placements as somebody at a SQL prompt would ask for them: the floor."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from string import Template

from tests.bench.filters import Chosen
from tests.bench.turns import timed

# An academic year begins in September, and so on a calendar year's first day, eight months back.
YEAR = "CAST(strftime('%Y', date({day}, '-8 months')) AS INTEGER)"
TERM = "(CAST(strftime('%m', {day}) AS INTEGER) + 3) / 4 % 3"

NEEDED = Template("""
SELECT r.partnership, r.owner, $year, $term, r.level, r.service_area, r.statutory_required,
  SUM(r.students)
FROM demand r JOIN organisation o ON o.code = r.owner
  LEFT JOIN region g ON g.code = o.region_code
WHERE r.voided_at IS NULL $chosen GROUP BY 1, 2, 3, 4, 5, 6, 7
""")
OFFERED = Template("""
SELECT r.partnership, r.owner, $year, $term, r.level, r.service_area, r.statutory, r.reserved_for,
  SUM(r.places) AS gross,
  SUM(CASE WHEN r.status IN ('offered', 'confirmed') OR r.status_on > :today
    THEN r.places END) AS net,
  SUM(CASE WHEN r.status = 'withdrawn' AND r.status_on <= :today
    AND julianday(r.window_start) - julianday(r.status_on) <= 28 THEN r.places END) AS late
FROM offers r JOIN organisation o ON o.code = r.owner
  LEFT JOIN region g ON g.code = o.region_code
WHERE r.voided_at IS NULL $chosen GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
""")
ASKED = Template("""
SELECT r.employer, SUM(r.places) FROM requests r JOIN organisation o ON o.code = r.owner
  LEFT JOIN region g ON g.code = o.region_code
WHERE r.voided_at IS NULL $chosen GROUP BY 1
""")
PLACED = Template("""
SELECT r.partnership, r.owner, r.employer, $year, $term, r.level,
  COUNT(*) AS allocated,
  SUM(r.planned_start <= :today) AS due,
  SUM(r.planned_start <= :today AND r.actual_start <= r.planned_start) AS on_time,
  SUM(r.actual_start <= :today) AS started,
  SUM(r.actual_start <= :today AND r.statutory IN ('yes', 'no')) AS known,
  SUM(r.actual_start <= :today AND r.statutory = 'yes') AS statutory,
  SUM(r.actual_start <= :today AND r.status = 'ended_early') AS early,
  SUM(r.actual_start <= :today AND r.concern = 'yes') AS concern,
  SUM(r.actual_start <= :today AND r.qa_audited_on > date(:today, '-24 months')) AS audited
FROM placements r JOIN organisation o ON o.code = r.employer
  LEFT JOIN region g ON g.code = o.region_code
WHERE r.voided_at IS NULL AND r.status <> 'cancelled' $chosen GROUP BY 1, 2, 3, 4, 5, 6
""")
ENDED = Template("""
SELECT r.partnership, r.level, COUNT(r.outcome), SUM(r.outcome = 'pass'),
  SUM(r.status = 'completed'), SUM(r.status = 'completed' AND r.actual_end > r.planned_end)
FROM placements r JOIN organisation o ON o.code = r.employer
  LEFT JOIN region g ON g.code = o.region_code
WHERE r.voided_at IS NULL AND r.actual_end <= :today $chosen GROUP BY 1, 2
""")
LATE = Template("""
SELECT r.partnership, julianday(r.actual_start) - julianday(r.planned_start), COUNT(*)
FROM placements r JOIN organisation o ON o.code = r.employer
  LEFT JOIN region g ON g.code = o.region_code
WHERE r.voided_at IS NULL AND r.status <> 'cancelled' AND r.actual_start <= :today
  AND r.actual_start > r.planned_start $chosen GROUP BY 1, 2
""")
# Each with the day that puts a row into an academic year.
STATEMENTS = (
    (NEEDED, "r.window_start"),
    (OFFERED, "r.window_start"),
    (ASKED, "r.window_start"),
    (PLACED, "r.planned_start"),
    (ENDED, "r.actual_end"),
    (LATE, "r.planned_start"),
)
CLASSES = STATEMENTS[:2]
EITHER = "AND r.level IN (:level, 'either')"


def page(connection: sqlite3.Connection, chosen: Chosen) -> float:
    """Return the milliseconds that the figures of the page take."""
    return _taken(connection, chosen, STATEMENTS)


def classes(connection: sqlite3.Connection, chosen: Chosen) -> float:
    """Return the milliseconds that students and places take, in the classes that are matched."""
    return _taken(connection, chosen, CLASSES)


def _taken(
    connection: sqlite3.Connection, chosen: Chosen, statements: tuple[tuple[Template, str], ...]
) -> float:
    values = _values(chosen)
    texts = [_text(statement, day, chosen) for statement, day in statements]
    return timed(lambda: [connection.execute(text, values).fetchall() for text in texts])


def _text(statement: Template, day: str, chosen: Chosen) -> str:
    conditions = [f"AND {day} BETWEEN :first AND :last" if chosen.year else ""]
    conditions.append("AND COALESCE(g.part_of, g.code) = :region" if chosen.region else "")
    conditions.append(EITHER if chosen.level else "")
    conditions.append("AND r.service_area = :area" if chosen.area else "")
    return statement.substitute(
        year=YEAR.format(day=day), term=TERM.format(day=day), chosen=" ".join(conditions)
    )


def _values(chosen: Chosen) -> Mapping[str, str]:
    first = int(chosen.year[:4] or 0)
    return {
        **vars(chosen),
        "today": date.today().isoformat(),
        "first": f"{first}-09-01",
        "last": f"{first + 1}-08-31",
    }
