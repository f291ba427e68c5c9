"""What the partnerships would have said in print."""

from collections.abc import Iterator
from typing import Any

from data.generated.lots import Lots
from data.generated.places import YEARS
from data.samples.illustrative.cast import Partnership

Row = dict[str, Any]


def rows(partnership: Partnership, placed: int, lots: Lots) -> Iterator[Row]:
    """Give two figures a year but the last: placements in round numbers, and a part of them.

    Args:
        partnership: Whose report it is.
        placed: How many placements there were over the years, more or less.
        lots: Draws of their own.
    """
    for year in YEARS[:-1]:
        about = placed // len(YEARS) // 10 * 10
        part = float(lots.whole(about // 3, about // 2, 1)[0])
        base = {
            "partnership": partnership.code,
            "owner": partnership.universities[0].code,
            "period": year,
            "unit": "placements",
            "source": f"Invented annual report {year}",
        }
        whole = f"AR-{year[2:4]}-1"
        yield base | {
            "ref": whole,
            "measure": "placements arranged",
            "qualifier": "over",
            "value_low": float(about),
            "quote": f"We arranged over {about} placements.",
        }
        yield base | {
            "ref": f"AR-{year[2:4]}-2",
            "measure": "placements with voluntary organisations",
            "qualifier": "approximately",
            "value_low": part,
            "value_high": part,
            "part_of": whole,
        }
