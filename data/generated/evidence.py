"""What the partnerships would have said in print."""

from collections.abc import Iterator
from typing import Any

from data.generated.organisations import YEARS
from data.generated.random_draws import RandomDraws
from data.samples.illustrative.cast import Partnership

Row = dict[str, Any]

WHOLE = {"measure": "placements arranged", "qualifier": "over"}
PART = {"measure": "placements with voluntary organisations", "qualifier": "approximately"}


def rows(partnership: Partnership, placed: int, draws: RandomDraws) -> Iterator[Row]:
    """Give two figures for each year that is over, a round number and a part of it.

    Args:
        partnership: Whose report it is.
        placed: How many placements there were over the years, more or less.
        draws: Draws of their own.
    """
    lead = partnership.universities[0].code
    for year in YEARS[:-1]:
        about = placed // len(YEARS) // 10 * 10
        part = float(draws.whole(about // 8, about // 5, 1)[0])
        base = {
            "partnership": partnership.code,
            "owner": lead,
            "period": year,
            "unit": "placements",
            "source": f"Invented annual report {year}",
        }
        ref = f"AR-{year[2:4]}"
        quote = f"We arranged over {about} placements."
        yield base | WHOLE | {"ref": ref, "value_low": float(about), "quote": quote}
        ends = {"value_low": part, "value_high": part}
        yield base | PART | {"ref": f"{ref}-part", "part_of": ref, **ends}
