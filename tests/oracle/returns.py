"""Returns, recomputed: whether they are complete, come in time, and are fresh.

Their rows are what is required of partners, so these walk over members and quarters by hand.
"""

from tests.oracle.answer import NOT_SAID, Answer, Recomputation, ratio
from tests.oracle.calendar import first_day, last_day, year_of
from tests.oracle.question import View

# The contract as it was written down, not as the code declares it.
REQUIRED = {
    "demand": "programme level service_area statutory_required window_start window_end days "
    "students",
    "requests": "employer programme level service_area window_start places",
    "offers": "sector level service_area statutory window_start places status",
    "placements": "student_ref programme employer level service_area sector statutory "
    "planned_start status",
    "practice_educators": "ref service_area",
    "pe_training": "stage category service_area started_on outcome",
    "activities": "type held_on status",
    "agreements": "ref type title status",
    "workforce": "census_on service_area",
    "newly_qualified": "cohort service_area started",
    "finance": "heading kind financial_year",
    "reported_figures": "ref measure qualifier unit source",
}
DAYS = {
    "demand": "window_start",
    "requests": "window_start",
    "offers": "window_start",
    "placements": "planned_start",
    "pe_training": "started_on",
    "activities": "held_on",
    "workforce": "census_on",
    "newly_qualified": "cohort",
}
KINDS = ("level", "service_area")


def view(sheet):
    rows = {
        "demand": KINDS,
        "requests": KINDS,
        "offers": KINDS,
        "placements": KINDS,
        "practice_educators": KINDS[1:],
        "pe_training": KINDS[1:],
        "activities": KINDS[1:],
        "workforce": KINDS[1:],
        "newly_qualified": KINDS[1:],
    }
    day = DAYS.get(sheet)
    return View(
        sheet,
        day,
        rows.get(sheet, ()),
        route=sheet in ("demand", "requests", "placements"),
        either_level=sheet in ("requests", "offers"),
        stock=day is None,
        term=day != "cohort",
        partners=False,
    )


class Sent(View):
    """A sheet under whoever sends it, also where its rows have employers."""

    def answer(self, world, question, row, dimension):
        if dimension == "region":
            return [world.region(row["owner"])]
        return super().answer(world, question, row, dimension)


def sent(sheet):
    return Sent(**vars(view(sheet)))


def completeness(group):
    filled = required = 0
    for sheet, names in REQUIRED.items():
        for row in group.rows(sent(sheet)):
            cells = [row[name] for name in names.split()]
            filled += sum(cell is not None for cell in cells)
            required += len(cells)
    return ratio(filled, required)


def passes(wanted, value):
    return not wanted or value in wanted


def members(group):
    """The memberships in a group: partnership, organisation, first and last day."""
    question, key, world = group.question, group.key, group.world
    for row in world.memberships:
        partnership, organisation = row["partnership_code"], row["organisation_code"]
        region = world.region(organisation)
        own = {"partnership": partnership, "organisation": organisation, "region": region}
        chosen = (
            passes(question.partnerships, partnership)
            and passes(question.organisations, organisation)
            and passes(question.regions, region)
        )
        if chosen and all(key[name] == own[name] for name in own.keys() & key):
            yield partnership, organisation, row.get("valid_from"), row.get("valid_to")


def there(first, last, since, until):
    return (first is None or first <= until) and (last is None or last >= since)


def owed(group):
    """The returns that were due: partnership, organisation and quarter."""
    world = group.world
    for partnership, organisation, first, last in members(group):
        for quarter in world.periods:
            states = [each for each in world.states if each["period"] == quarter["quarter"]]
            here = not states or any(each["partnership"] == partnership for each in states)
            belongs = (
                any(there(first, last, first_day(y), last_day(y)) for y in group.years)
                if group.years
                else first is None or first <= group.as_at
            )
            if (
                here
                and belongs
                and quarter["due"] < group.as_at
                and there(first, last, quarter["starts_on"], quarter["ends_on"])
                and passes(group.years, year_of(quarter["starts_on"]))
            ):
                yield partnership, organisation, quarter["quarter"]


def state_of(world, partnership, organisation, quarter):
    names = {"partnership": partnership, "organisation": organisation, "period": quarter}
    for each in world.states:
        if all(each[name] == value for name, value in names.items()):
            return each
    return None


def on_time(group):
    due = set(owed(group))
    last = {quarter["quarter"]: quarter["due"] for quarter in group.world.periods}
    states = [(each, state_of(group.world, *each)) for each in due]
    in_time = [
        each
        for each, state in states
        if state
        and state["state"] in ("submitted", "signed_off", "reopened")
        and state["at"].date() <= last[each[2]]
    ]
    return ratio(len(in_time), len(due))


def freshness(group):
    day, ages = group.stock_day, []
    for partnership, organisation, first, last in members(group):
        years = group.years
        if years and not any(there(first, last, first_day(y), last_day(y)) for y in years):
            continue
        if not years and first is not None and first > group.as_at:
            continue
        confirmed = [
            each["at"].date()
            for each in group.world.states
            if (each["partnership"], each["organisation"]) == (partnership, organisation)
            and each["state"] in ("submitted", "signed_off")
            and each["at"].date() <= day
        ]
        if confirmed:
            ages.append((day - max(confirmed)).days)
    return Answer(max(ages)) if ages else NOT_SAID


OTHERS = frozenset(
    ("university", "employer", "programme", "term", "level", "service_area", "stage", "category")
)
# No row decides whether a question about returns has a meaning.
OF_RETURNS = View("returns", None, stock=True)


def of_returns(work):
    return Recomputation(work, (OF_RETURNS,), unsplit=OTHERS)


RETURNS = {
    "return_completeness": of_returns(completeness),
    "returns_on_time": of_returns(on_time),
    "freshness_days": of_returns(freshness),
}
