"""What the invented partnerships would have said in print."""

from typing import Any

from data.samples.illustrative.cast import Partnership

Row = dict[str, Any]

SOURCE = "Invented annual report 2024/25"


def rows(partnership: Partnership, placements: list[Row]) -> list[Row]:
    """Return two reported figures: one that the records bear out, and a part of it."""
    lead = partnership.universities[0].code
    in_year = [
        row for row in placements if "2024-09-01" <= str(row["planned_start"]) < "2025-09-01"
    ]
    final = [row for row in in_year if row["level"] == "final"]
    base = {
        "partnership": partnership.code,
        "owner": lead,
        "period": "2024/25",
        "unit": "placements",
        "source": SOURCE,
    }
    whole = {"ref": "AR-1", "measure": "placements arranged", "qualifier": "over"}
    part = {"ref": "AR-2", "measure": "final placements arranged", "qualifier": "approximately"}
    return [
        base | whole | {"value_low": float(len(in_year) // 10 * 10)},
        base
        | part
        | {"value_low": float(len(final)), "value_high": float(len(final)), "part_of": "AR-1"},
    ]
