"""What the invented partnerships would have said in print."""

from typing import Any

from data.samples.illustrative.cast import Partnership

Row = dict[str, Any]

YEAR = "2024/25"
REPORT = {"period": YEAR, "source": f"Invented annual report {YEAR}", "unit": "placements"}
LEAFLET = {"source": "Invented leaflet for applicants", "unit": "placements"}


def rows(partnership: Partnership, placements: list[Row]) -> list[Row]:
    """Return reported figures of several kinds.

    Among them are one that the records bear out with a part of it, a range, one that counts what
    no record does, and one that names no year.
    """
    in_year = [
        row
        for row in placements
        if "2024-09-01" <= str(row["planned_start"]) < "2025-09-01" and row["status"] != "cancelled"
    ]
    final = sum(row["level"] == "final" for row in in_year)
    about = len(in_year) // 10 * 10 - 1
    quote = f"We arranged over {about} placements for our students this year."
    said = (
        REPORT | _from("placements arranged", "over", about) | {"quote": quote},
        REPORT | _between("final placements arranged", final, final) | {"part_of": "AR-1"},
        REPORT | _between("employers offering placements", 4, 6) | {"unit": "employers"},
        REPORT | _between("research seminars", 6, 6) | {"unit": "events"},
        LEAFLET | _from("placements needed a year", "at_least", about),
    )
    owned = {"partnership": partnership.code, "owner": partnership.universities[0].code}
    return [owned | {"ref": f"AR-{place}"} | row for place, row in enumerate(said, start=1)]


def _from(measure: str, qualifier: str, low: int) -> Row:
    return {"measure": measure, "qualifier": qualifier, "value_low": float(low)}


def _between(measure: str, low: int, high: int) -> Row:
    qualifier = "range" if low < high else "exact"
    return _from(measure, qualifier, low) | {"value_high": float(high)}
