"""Vacancies as censuses tell of them, by year and in England."""

from dashboard.views.printed_rates import printed

RATE = "vacancy_rate"
YEAR = "academic_year"
ENGLAND = (printed(RATE).id, YEAR)


def told(figures, note):
    """A figure without a number, of which something is known instead."""
    return figures.missing("not_applicable", note=note)
