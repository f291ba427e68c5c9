"""What universities ask of each employer."""

import numpy as np

from data.changes.bulk import Batch
from data.generated import days
from data.generated.cohorts import AREAS, EITHER, taught
from data.generated.columns import but_few, employers, universities
from data.generated.offers import OFFERED, areas_of, employers_at
from data.generated.random_draws import RandomDraws, listed
from data.generated.students import Needs
from data.samples.illustrative.cast import Partnership


def batch(partnership: Partnership, needs: Needs, count: int, draws: RandomDraws) -> Batch:
    """Return so many rows: for windows in which students need places, more where more do."""
    model = draws.whole(0, len(needs.level) - 1, count)
    employer = employers_at(partnership, needs.when[model], draws)
    any_area = draws.chance(0.1, count)
    area = np.where(any_area, EITHER, areas_of(partnership, employer, draws))
    any_level = draws.chance(0.08, count)
    level = np.where(any_level, OFFERED.index("either"), needs.level[model])
    programmes = listed(programme.code for _, programme in taught(partnership))
    columns = {
        "partnership": partnership.code,
        "owner": universities(partnership)[needs.university[model]],
        "ref": listed(f"R{number:05d}" for number in range(1, count + 1)),
        "employer": employers(partnership)[employer],
        "programme": programmes[needs.programme[model]],
        "level": listed(OFFERED)[level],
        "service_area": listed(AREAS)[area],
        "window_start": days.texts(needs.start[model]),
        "window_end": but_few(days.texts(needs.end[model]), 0.05, draws),
        "places": draws.whole(1, 7, count),
    }
    return Batch("requests", count, columns)
