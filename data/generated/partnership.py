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
    matching,
    offer_rows,
    offers,
    placements,
    requests,
    sizes,
    students,
    training,
)
from data.generated.columns import of_rows
from data.generated.matching import Scene
from data.generated.organisations import FINANCIAL_YEARS, YEARS
from data.generated.random_draws import RandomDraws
from data.samples.illustrative import money, workforce
from data.samples.illustrative.cast import Partnership

DrawsFor = Callable[[str], RandomDraws]


def batches(partnership: Partnership, rows: int, seed: int) -> Iterator[Batch]:
    """Give exactly so many rows, one batch a sheet; requests make up what the others leave."""
    draws_for = partial(RandomDraws, seed, partnership.code)
    found = list(cohorts.cohorts(partnership, round(rows * sizes.NEEDS), draws_for("needs")))
    needs = students.needing(found)
    offered = offers.drawn(partnership, needs, round(rows * sizes.OFFERS), draws_for("offers"))
    register = educators.drawn(partnership, round(rows * sizes.EDUCATORS), draws_for("educators"))
    scene = matching.Scene(partnership, needs, offered, register)
    left = rows
    for batch in chain(
        [demand.batch(partnership, found)],
        _of_scene(scene, draws_for),
        _of_members(scene, rows, draws_for),
    ):
        left -= batch.count
        yield batch
    yield requests.batch(partnership, needs, left, draws_for("requests"))


def _of_scene(scene: Scene, draws_for: DrawsFor) -> Iterator[Batch]:
    """Give offers and placements, and before each what it refers to."""
    partnership = scene.partnership
    matches = matching.match(scene, draws_for("matches"))
    used = np.isin(np.arange(len(scene.offers.ref)), matches.offer)
    yield agreements.batch(partnership)
    yield offer_rows.batch(partnership, scene.offers, used, draws_for("offer rows"))
    placed, last = placements.rows(scene, matches, draws_for("placements"))
    yield educators.batch(partnership, scene.educators, last, draws_for("register"))
    yield placed
    told = evidence.rows(partnership, placed.count, draws_for("evidence"))
    yield of_rows("reported_figures", told)


def _of_members(scene: Scene, rows: int, draws_for: DrawsFor) -> Iterator[Batch]:
    """Give what members send besides."""
    partnership = scene.partnership
    learners, activity = round(rows * sizes.TRAINING), round(rows * sizes.ACTIVITIES)
    yield training.batch(partnership, scene.educators, learners, draws_for("training"))
    yield activities.batch(partnership, activity, draws_for("activities"))
    yield of_rows("workforce", workforce.censuses(partnership, YEARS))
    yield of_rows("newly_qualified", workforce.cohorts(partnership, YEARS))
    yield of_rows("finance", money.rows(partnership, FINANCIAL_YEARS))
