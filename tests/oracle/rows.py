"""What is true of a row on a day; the words that the formulas are written in."""

from tests.oracle.calendar import months_away, year_of
from tests.oracle.question import View

COMMON = ("level", "service_area")
NEEDED = (*COMMON, "university", "programme")
PLACED = (*COMMON, "university", "employer")
DEMAND = View("demand", "window_start", NEEDED, route=True)
REQUESTS = View("requests", "window_start", (*NEEDED, "employer"), route=True, either_level=True)
OFFERS = View("offers", "window_start", (*COMMON, "employer"), either_level=True)
PLACEMENTS = View("placements", "planned_start", PLACED, route=True)
UNIVERSITIES_OWN = View("placements", "planned_start", PLACED, route=True, partners=False)
OUTCOMES = View("placements", "actual_end", PLACED, route=True)
CENSUSES = View("workforce", "census_on", ("service_area",), term=False)
EDUCATORS = View("practice_educators", None, ("service_area", "stage"), stock=True)
EVERYBODY = View("practice_educators", None, ("service_area",), stock=True)
LEARNERS = View("pe_training", "started_on", ("service_area", "stage", "category"))
PASSES = View("pe_training", "outcome_on", ("service_area", "stage", "category"), financial=True)
MONEY = View("finance", None, ("heading", "quarter"), financial=True)
FEES = View("placements", "planned_start", PLACED, route=True, financial=True)
AGREEMENTS = View("agreements", None, stock=True)


def by_then(day, as_at):
    """Whether a day has come; a blank one never has."""
    return day is not None and day <= as_at


def stands(offer, as_at):
    """Whether an offer stands: an end that lies ahead is not yet known."""
    ended = offer["status"] in ("withdrawn", "rejected")
    return not (ended and by_then(offer["status_on"], as_at))


def became(offer, status, as_at):
    return offer["status"] == status and by_then(offer["status_on"], as_at)


def allocated(placement):
    return placement["status"] != "cancelled"


def started(placement, as_at):
    return allocated(placement) and by_then(placement["actual_start"], as_at)


def ended(placement, as_at):
    done = placement["status"] in ("completed", "ended_early")
    return done and by_then(placement["actual_end"], as_at)


def completed(placement, as_at):
    return placement["status"] == "completed" and ended(placement, as_at)


def awards(educator):
    return [educator[name] for name in ("legacy_award_on", "stage1_on", "stage2_on")]


def on_register(educator, day):
    """Whether an educator held an award on a day and had not left by it."""
    return any(by_then(award, day) for award in awards(educator)) and not by_then(
        educator["left_on"], day
    )


def current(educator, day, known, months):
    """Whether an educator is current on a day, from what was known on another."""
    events = [educator["last_student_on"], educator["last_refresher_on"], *awards(educator)]
    latest = max((event for event in events if by_then(event, known)), default=None)
    lapsed = educator["registered_until"] is not None and educator["registered_until"] < day
    return (
        on_register(educator, known)
        and not lapsed
        and latest is not None
        and latest >= months_away(day, -months)
    )


def in_post(group, censuses, day, name, column="fte_in_post"):
    """Workers counted by a day, where no later census of the same name counts the same people.

    Those of one service area are the same people, and all ages may be the same as any.
    """
    counted = [
        row
        for row in group.world.rows("workforce")
        if row["census_on"] <= day and row[column] is not None
    ]

    def replaces(later, row):
        areas = {later["service_area"], row["service_area"]}
        same = name(later) == name(row) and later["census_on"] > row["census_on"]
        return same and (len(areas) == 1 or "all_age" in areas)

    return sum(
        row[column]
        for row in censuses
        if row in counted and not any(replaces(later, row) for later in counted)
    )


def of_a_year(census):
    """What tells the censuses of one partner and academic year from others."""
    return (*team(census), year_of(census["census_on"]))


def team(row):
    return row["partnership"], row["owner"]
