"""Newly qualified social workers, recomputed."""

from datetime import date

from tests.oracle.answer import Recomputation, ratio
from tests.oracle.question import View

COHORTS = View("newly_qualified", "cohort", ("service_area",), term=False)


def begun(row, day):
    """Whether a cohort's academic year had begun by a day."""
    return date(int(row["cohort"][:4]), 9, 1) <= day


def old_enough(row, day, years):
    """Whether a cohort's academic year had been over for so many years on a day."""
    return date(int(row["cohort"][:4]) + 1 + years, 8, 31) <= day


def share(column, years=0, set_apart=None):
    """A column over those who started, less those set apart, of the rows that fill the column."""

    def work(group):
        counted = [
            row
            for row in group.rows(COHORTS)
            if begun(row, group.as_at)
            and (not years or old_enough(row, group.as_at, years))
            and row[column] is not None
        ]
        apart = sum(row[set_apart] or 0 for row in counted) if set_apart else 0
        started = sum(row["started"] for row in counted)
        return ratio(sum(row[column] for row in counted), started - apart)

    return Recomputation(work, (COHORTS,))


NEWLY_QUALIFIED = {
    "placement_to_hire": share("placed_here_before"),
    "asye_pass_rate": share("asye_passed", 1, set_apart="asye_deferred"),
    "retention_12m": share("in_post_12m", 1),
    "retention_24m": share("in_post_24m", 2),
    "retention_36m": share("in_post_36m", 3),
}
