"""Windows over the months of a year, and the overload of employers, recomputed month by month."""

from tests.oracle.calendar import TERM_OF_MONTH, term_of, year_before, year_of
from tests.oracle.rows import stands


def month_of(day):
    return day.year, day.month


def after(month):
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def months_between(first, last):
    """Every month from one to another, both with."""
    found = []
    while first <= last:
        found.append(first)
        first = after(first)
    return found


def of_year(year):
    """The twelve months of an academic year."""
    begins = int(year.split("/")[0])
    return months_between((begins, 9), (begins + 1, 8))


def end_of_term(month):
    """The last month of a month's term."""
    while TERM_OF_MONTH[after(month)[1]] == TERM_OF_MONTH[month[1]]:
        month = after(month)
    return month


def open_in(request):
    """The months in which a request's window is open."""
    start, end = month_of(request["window_start"]), request["window_end"]
    return months_between(start, month_of(end) if end else end_of_term(start))


def cohort(row):
    return year_of(row["window_start"]), term_of(row["window_start"])


def lasts(offer, requests):
    """The months in which an offer's places are there."""
    start = month_of(offer["window_start"])
    begun_with = [open_in(row)[-1] for row in requests if cohort(row) == cohort(offer)]
    return months_between(start, max([end_of_term(start), *begun_with]))


def passing(world, question, sheet, employer):
    """Rows of the year in question and the one before that the filters let pass."""
    (year,) = question.years

    def passes(row):
        region = world.region(row[employer])
        return (
            year_of(row["window_start"]) in (year_before(year), year)
            and row["partnership"] in (question.partnerships or [row["partnership"]])
            and region in (question.regions or [region])
            and row["level"] in (*(question.levels or [row["level"]]), "either")
            and row["service_area"] in (question.areas or [row["service_area"]])
        )

    return [row for row in world.rows(sheet) if passes(row)]


def overload(world, question):
    """Places asked, places had and universities asking, by employer, for each month."""
    requests = passing(world, question, "requests", "employer")
    offers = [
        row for row in passing(world, question, "offers", "owner") if stands(row, question.as_at)
    ]
    employers = {(row["partnership"], row["employer"]) for row in requests}
    employers |= {(row["partnership"], row["owner"]) for row in offers}
    found = {}
    for partnership, employer in employers:
        asked = [
            r for r in requests if (r["partnership"], r["employer"]) == (partnership, employer)
        ]
        had = [r for r in offers if (r["partnership"], r["owner"]) == (partnership, employer)]
        chosen = {employer, *(row["owner"] for row in asked)} & set(question.organisations)
        if chosen or not question.organisations:
            found[partnership, employer] = [
                _in_month(month, asked, had) for month in of_year(question.years[0])
            ]
    return found


def _in_month(month, asked, had):
    asking = [row for row in asked if month in open_in(row) and row["places"]]
    return (
        sum(row["places"] for row in asking),
        sum(row["places"] for row in had if month in lasts(row, asked)),
        len({row["owner"] for row in asking}),
    )


def windows(world, question):
    """Places asked by each programme at each level, for each month."""
    side = "employer" if question.basis == "employer" else "owner"
    found = {}
    for row in passing(world, question, "requests", side):
        partners = {row["owner"], row["employer"]}
        if question.organisations and not partners & set(question.organisations):
            continue
        if question.routes and world.route(row) not in question.routes:
            continue
        key = (row["owner"], row["programme"], row["level"])
        counts = found.setdefault(key, [0] * 12)
        for place, month in enumerate(of_year(question.years[0])):
            counts[place] += row["places"] if month in open_in(row) else 0
    return found


def year_in(question):
    """A question of one academic year: the latest chosen, else that of the day."""
    return max(question.years, default=year_of(question.as_at))
