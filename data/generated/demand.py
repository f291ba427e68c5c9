"""What universities need: a row for each group of students alike in what they need."""

from collections.abc import Sequence

import numpy as np

from data.changes.bulk import Batch
from data.generated.cohorts import AREAS, LEVELS, Cohort
from data.generated.names import PREFIX
from data.generated.random_draws import listed
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.students import DAYS


def batch(partnership: Partnership, cohorts: Sequence[Cohort]) -> Batch:
    """Return the rows; a group that everybody has left needs no places: a real zero."""
    parts = [_columns(cohort) for cohort in cohorts]
    columns = {name: [value for part in parts for value in part[name]] for name in parts[0]}
    return Batch("demand", len(columns["ref"]), {"partnership": partnership.code, **columns})


def _columns(cohort: Cohort) -> dict[str, list[object]]:
    programme, level, count = cohort.programme, LEVELS[cohort.level], len(cohort.area)
    start, end = (day.isoformat() for day in cohort.window)
    short = f"{programme.code.removeprefix(PREFIX)}-{cohort.intake % 100}-{level}"
    alike = {
        "owner": programme.university,
        "programme": programme.code,
        "level": level,
        "window_start": start,
        "window_end": end,
        "days": DAYS[level],
    }
    return {
        **{name: [value] * count for name, value in alike.items()},
        "ref": [f"{short}-{number:03d}" for number in range(1, count + 1)],
        "service_area": listed(AREAS)[cohort.area].tolist(),
        "statutory_required": np.where(cohort.statutory, "yes", "no").tolist(),
        "students": np.bincount(cohort.groups, minlength=count).tolist(),
    }
