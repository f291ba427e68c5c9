"""All fact rows of one partnership, in the order in which they can be stored."""

from collections.abc import Iterator

import numpy as np

from data.changes.bulk import Batch
from data.generated import (
    activities,
    agreements,
    educators,
    evidence,
    offer_rows,
    offers,
    placements,
    placing,
    requests,
    sizes,
    students,
    training,
)
from data.generated.columns import of_rows
from data.generated.lots import Lots
from data.generated.places import FINANCIAL_YEARS, YEARS
from data.samples.illustrative import money, workforce
from data.samples.illustrative.cast import Partnership


def batches(partnership: Partnership, rows: int, seed: int) -> Iterator[Batch]:
    """Give exactly so many rows, a batch a sheet, so that no more is held than a partnership."""

    def lots(topic: str) -> Lots:
        return Lots(seed, partnership.code, topic)

    needs, demand = students.needing(partnership, round(rows * sizes.NEEDS), lots("needs"))
    offered = offers.drawn(partnership, needs, round(rows * sizes.OFFERS), lots("offers"))
    register = educators.drawn(partnership, round(rows * sizes.EDUCATORS), lots("educators"))
    scene = placing.Scene(partnership, needs, offered, register)
    matches = placing.match(scene, lots("matches"))
    placed, last = placements.rows(scene, matches, lots("placements"))
    used = np.isin(np.arange(len(offered.ref)), matches.offer)
    told = evidence.rows(partnership, placed.count, lots("evidence"))
    made = [
        agreements.batch(partnership),
        offer_rows.batch(partnership, offered, used, lots("offer rows")),
        educators.batch(partnership, register, last, lots("register")),
        demand,
        placed,
        training.batch(partnership, register, round(rows * sizes.TRAINING), lots("training")),
        activities.batch(partnership, round(rows * sizes.ACTIVITIES), lots("activities")),
        of_rows("workforce", workforce.censuses(partnership, YEARS)),
        of_rows("newly_qualified", workforce.cohorts(partnership, YEARS)),
        of_rows("finance", money.rows(partnership, FINANCIAL_YEARS)),
        of_rows("reported_figures", told),
    ]
    yield from made
    left = rows - sum(batch.count for batch in made)
    yield requests.batch(partnership, needs, left, lots("requests"))
