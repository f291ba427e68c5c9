"""All fact rows of one partnership, in the order in which they can be stored."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import numpy as np

from data.changes.bulk import Batch
from data.generated import (
    activities,
    agreements,
    cohorts,
    demand,
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
from data.generated.organisations import FINANCIAL_YEARS, YEARS
from data.generated.placing import Scene
from data.samples.illustrative import money, workforce
from data.samples.illustrative.cast import Partnership

Draws = Callable[[str], Lots]


def batches(partnership: Partnership, rows: int, seed: int) -> Iterator[Batch]:
    """Give exactly so many rows, one batch a sheet; requests make up what the others leave."""
    draws = partial(Lots, seed, partnership.code)
    found = list(cohorts.cohorts(partnership, round(rows * sizes.NEEDS), draws("needs")))
    needs = students.needing(found)
    offered = offers.drawn(partnership, needs, round(rows * sizes.OFFERS), draws("offers"))
    register = educators.drawn(partnership, round(rows * sizes.EDUCATORS), draws("educators"))
    scene = placing.Scene(partnership, needs, offered, register)
    left = rows
    for batch in chain(
        [demand.batch(partnership, found)], _of_scene(scene, draws), _of_members(scene, rows, draws)
    ):
        left -= batch.count
        yield batch
    yield requests.batch(partnership, needs, left, draws("requests"))


def _of_scene(scene: Scene, draws: Draws) -> Iterator[Batch]:
    """Give offers and placements, and before each what it refers to."""
    partnership = scene.partnership
    matches = placing.match(scene, draws("matches"))
    used = np.isin(np.arange(len(scene.offers.ref)), matches.offer)
    yield agreements.batch(partnership)
    yield offer_rows.batch(partnership, scene.offers, used, draws("offer rows"))
    placed, last = placements.rows(scene, matches, draws("placements"))
    yield educators.batch(partnership, scene.educators, last, draws("register"))
    yield placed
    told = evidence.rows(partnership, placed.count, draws("evidence"))
    yield of_rows("reported_figures", told)


def _of_members(scene: Scene, rows: int, draws: Draws) -> Iterator[Batch]:
    """Give what members send besides."""
    partnership = scene.partnership
    learners, activity = round(rows * sizes.TRAINING), round(rows * sizes.ACTIVITIES)
    yield training.batch(partnership, scene.educators, learners, draws("training"))
    yield activities.batch(partnership, activity, draws("activities"))
    yield of_rows("workforce", workforce.censuses(partnership, YEARS))
    yield of_rows("newly_qualified", workforce.cohorts(partnership, YEARS))
    yield of_rows("finance", money.rows(partnership, FINANCIAL_YEARS))
