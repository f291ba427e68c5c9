"""The indicators. To add one, add a row to its topic's module; everything else reads these."""

from dashboard.indicators import supply
from dashboard.indicators.catalogue import Indicator

INDICATORS: dict[str, Indicator] = {row.id: row for row in (*supply.ROWS,)}
