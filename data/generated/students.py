"""The students who need a placement, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.generated import days
from data.generated.cohorts import Cohort
from data.generated.presence import when
from data.generated.random_draws import Mask, Texts, Whole


@dataclass(frozen=True)
class Needs:
    """Students who need a placement, an entry for each; all arrays are of one length.

    Attributes:
        university: Place of the university among the partnership's.
        programme: Place of the programme among those of all its universities.
        student: Pseudonym.
        level: Place in ``LEVELS``.
        area: Place in ``AREAS``.
        statutory: Whether the placement must be statutory.
        when: Number of the term: the years one after the other, three terms each.
        start: First day of the window.
        end: Last day of the window.
    """

    university: Whole
    programme: Whole
    student: Texts
    level: Whole
    area: Whole
    statutory: Mask
    when: Whole
    start: Whole
    end: Whole


def needing(cohorts: Sequence[Cohort]) -> Needs:
    """Return every student of some cohorts who is still there."""
    counts = [len(cohort.groups) for cohort in cohorts]

    def for_all(of_each: list[Any]) -> Any:
        """Return what is the same for a whole cohort."""
        return np.repeat(of_each, counts)

    def joined(of_each: list[Any]) -> Any:
        """Return what each student has for themselves."""
        return np.concatenate(of_each)

    return Needs(
        university=for_all([cohort.university for cohort in cohorts]),
        programme=for_all([cohort.place for cohort in cohorts]),
        student=joined([cohort.names[cohort.there] for cohort in cohorts]),
        level=for_all([cohort.level for cohort in cohorts]),
        area=joined([cohort.area[cohort.groups] for cohort in cohorts]),
        statutory=joined([cohort.statutory[cohort.groups] for cohort in cohorts]),
        when=for_all([when(cohort.window[0]) for cohort in cohorts]),
        start=for_all([days.number(cohort.window[0]) for cohort in cohorts]),
        end=for_all([days.number(cohort.window[1]) for cohort in cohorts]),
    )
