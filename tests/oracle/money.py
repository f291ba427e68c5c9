"""Money and what it bought, recomputed in pence."""

from fractions import Fraction

from tests.oracle.answer import NOT_SAID, Answer, Recomputation
from tests.oracle.calendar import last_day, year_before, year_of
from tests.oracle.picks import begun as started
from tests.oracle.picks import placements
from tests.oracle.rows import FEES, PASSES, PLACEMENTS, by_then
from tests.oracle.rows import MONEY as FINANCE

NAMING = ("practice educator", "practice education")
MONTHS_OF_QUARTER = {1: 4, 2: 7, 3: 10, 4: 1}


def in_pounds(pence):
    return float(Fraction(pence, 100))


def has_begun(row, day):
    """Whether the year of a row has begun by a day, and its quarter, where it has one."""
    first = int(row["financial_year"].split("-")[0])
    month = MONTHS_OF_QUARTER[row["quarter"] or 1]
    return (first + (month == 1), month) <= (day.year, day.month)


def rows_of(group, *kinds):
    return [
        row for row in group.rows(FINANCE) if row["kind"] in kinds and has_begun(row, group.as_at)
    ]


def answered(rows, pence, columns):
    """A sum over the rows that give all columns: nothing where none does, yet some should."""
    able = [row for row in rows if not any(row.get(f"{column}_na") for column in columns)]
    known = [row for row in able if all(row[column] is not None for column in columns)]
    if not known and rows:
        return NOT_SAID
    return Answer(in_pounds(sum(pence(row) for row in known)))


def came_to(*kinds):
    return lambda group: answered(rows_of(group, *kinds), lambda row: row["actual"], ("actual",))


def variance(group):
    return answered(
        rows_of(group, "spend"),
        lambda row: row["actual"] - row["planned"],
        ("actual", "planned"),
    )


def names_educators(heading):
    words = heading.lower().split(" ")
    return any(name in heading.lower() for name in NAMING) or "pe" in words or "pes" in words


def known_pence(rows):
    return [row["actual"] for row in rows if row["actual"] is not None]


def for_each_educator(group):
    spent = known_pence(r for r in rows_of(group, "spend") if names_educators(r["heading"]))
    passed = [
        row
        for row in group.rows(PASSES)
        if row["outcome"] == "passed" and by_then(row["outcome_on"], group.as_at)
    ]
    if not spent or not passed:
        return NOT_SAID
    pounds = in_pounds(sum(spent))
    return Answer(pounds / len(passed), pounds, len(passed))


def gained(group, partnership):
    """How many placements a partnership has beyond its baseline; nothing without one."""
    funded_from = next(
        row["funded_from"] for row in group.world.partnerships if row["code"] == partnership
    )
    years = [
        year_of(row["planned_start"])
        for row in placements(group)
        if row["partnership"] == partnership
    ]
    if funded_from is None:
        return None
    baseline = year_before(year_of(funded_from))
    later = {year for year in years if year > baseline and last_day(year) <= group.as_at}
    if baseline not in years or not later:
        return None
    return sum(years.count(year) - years.count(baseline) for year in later)


def for_each_additional(group):
    pence, additional = 0, 0
    for partnership in ("north", "south"):
        spent = known_pence(
            row for row in rows_of(group, "spend") if row["partnership"] == partnership
        )
        more = gained(group, partnership)
        if spent and more is not None:
            pence, additional = pence + sum(spent), additional + more
    if additional <= 0:
        return NOT_SAID
    pounds = in_pounds(pence)
    return Answer(pounds / additional, pounds, additional)


def daily_fee(group, placement):
    """The pence a day valid when a placement started; nothing before the first."""
    nation = group.world.nation(placement["employer"])
    try:
        return group.world.setting("daily_fee_pence", nation, placement["actual_start"])
    except KeyError:
        return None


def income(group):
    fees = [(row["days_required"], daily_fee(group, row)) for row in started(group)]
    with_fee = [(days, fee) for days, fee in fees if fee is not None]
    if fees and not any(days is not None for days, _ in with_fee):
        return NOT_SAID
    return Answer(in_pounds(sum(days * fee for days, fee in with_fee if days is not None)))


MONEY = {
    "grant_received": Recomputation(came_to("grant"), (FINANCE,)),
    "grant_spent": Recomputation(came_to("spend"), (FINANCE,)),
    "grant_variance": Recomputation(variance, (FINANCE,)),
    "contributions": Recomputation(came_to("cash", "in_kind"), (FINANCE,)),
    "contributions_cash": Recomputation(came_to("cash"), (FINANCE,)),
    "contributions_in_kind": Recomputation(came_to("in_kind"), (FINANCE,)),
    "cost_per_pe": Recomputation(for_each_educator, (FINANCE, PASSES)),
    "cost_per_additional_placement": Recomputation(for_each_additional, (FINANCE, PLACEMENTS)),
    "fee_income": Recomputation(income, (FEES,)),
}
