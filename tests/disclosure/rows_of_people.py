"""Rows that count people, as many as are asked for."""

from datetime import date

from tests import factories

STARTED = {"actual_start": date(2025, 9, 22)}


def students(count, **values):
    return factories.demand(students=count, **values)


def placements(count, **values):
    return [factories.placement(student_ref=f"S{place}", **values) for place in range(count)]
