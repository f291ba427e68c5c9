"""The indicators. To add one, add a row to its topic's module; everything else reads these."""

from dashboard.indicators import (
    educators,
    engagement,
    joint_posts,
    money,
    newly_qualified,
    offers,
    placements,
    progress,
    quality,
    returns,
    split,
    supply,
    training,
    workforce,
)
from dashboard.indicators.catalogue import Indicator

INDICATORS: dict[str, Indicator] = {
    row.id: row
    for row in (
        *supply.ROWS,
        *offers.ROWS,
        *placements.ROWS,
        *progress.LOST,
        *quality.ROWS,
        *progress.STARTS,
        *educators.ROWS,
        *training.ROWS,
        *split.ROWS,
        *engagement.ROWS,
        *joint_posts.ROWS,
        *workforce.ROWS,
        *newly_qualified.ROWS,
        *money.ROWS,
        *returns.ROWS,
    )
}
