"""Practice educators, recomputed."""

from dataclasses import replace

from tests.oracle import matching
from tests.oracle.answer import Answer, Recomputation, ratio, share, total
from tests.oracle.calendar import months_away, year_of
from tests.oracle.group import Group
from tests.oracle.picks import begun, standing, whole_of
from tests.oracle.question import stage_held
from tests.oracle.rows import (
    DEMAND,
    EDUCATORS,
    EVERYBODY,
    LEARNERS,
    OFFERS,
    PASSES,
    PLACEMENTS,
    by_then,
    current,
    on_register,
    started,
)
from tests.oracle.workforce import CENSUSES_NOW, workers_now


def months(group, key, row):
    return group.world.setting(key, group.world.nation(row["owner"]), group.as_at)


def registered(group):
    return [row for row in group.rows(EDUCATORS) if on_register(row, group.stock_day)]


def current_on(group, row, day):
    return current(row, day, group.stock_day, months(group, "currency_months", row))


def currents(group):
    return [row for row in group.rows(EDUCATORS) if current_on(group, row, group.stock_day)]


def inactive(group):
    register = registered(group)
    return ratio(len(register) - len(currents(group)), len(register))


def expiring(group):
    def later(row):
        return months_away(group.stock_day, months(group, "expiring_months", row))

    return Answer(sum(1 for r in currents(group) if not current_on(group, r, later(r))))


def starts(group):
    return [row for row in group.rows(LEARNERS) if by_then(row["started_on"], group.as_at)]


def passed(row, day):
    return row["outcome"] == "passed" and by_then(row["outcome_on"], day)


def completion(group):
    known = [
        row
        for row in group.rows(LEARNERS)
        if row["outcome"] != "in_progress" and by_then(row["outcome_on"], group.as_at)
    ]
    return share(known, lambda row: row["outcome"] == "passed")


def progression(group):
    def limit(row, day):
        return months_away(day, months(group, "progression_months", row))

    old = [
        row
        for row in group.rows(EVERYBODY)
        if row["stage1_on"] and limit(row, row["stage1_on"]) <= group.stock_day
    ]
    return share(
        old,
        lambda row: (
            row["stage2_on"] is not None and row["stage2_on"] <= limit(row, row["stage1_on"])
        ),
    )


def trained_to_active(group):
    def year_on(row):
        return months_away(row["outcome_on"], months(group, "trained_to_active_months", row))

    def active(row):
        return any(
            row["outcome_on"] <= placement["actual_start"] <= year_on(row)
            for placement in group.world.rows("placements")
            if started(placement, group.as_at)
            and placement["pe_ref"] == row["pe_ref"]
            and placement["partnership"] == row["partnership"]
            and row["owner"] in (placement["employer"], placement["owner"])
        )

    old = [
        row
        for row in group.rows(PASSES)
        if passed(row, group.as_at) and row["pe_ref"] and year_on(row) <= group.as_at
    ]
    return share(old, active)


def capacity(group):
    held = [row for row in currents(group) if stage_held(row, group.stock_day) == "2"]
    return sum(1 if row["places_per_year"] is None else row["places_per_year"] for row in held)


def in_year(group, year, **filters):
    """The same group in one academic year, perhaps under other filters."""
    question = replace(group.question, years=(year,), **filters)
    return Group(group.world, question, tuple(group.key.values()))


def stage2_sufficiency(group):
    """Each year's places over each year's students; of the year of the day, if none is chosen."""
    places = wanted = 0
    for year in group.years or (year_of(group.as_at),):
        there = in_year(group, year)
        places += capacity(there)
        final = [row for row in there.rows(DEMAND) if row["level"] == "final"]
        wanted += total(final, "students")
    return ratio(places, wanted)


def density(group):
    return ratio(len(currents(group)), workers_now(group), 100)


def on_site(group):
    known = [row for row in begun(group) if row["pe_mode"] in ("on_site", "off_site")]
    return share(known, lambda row: row["pe_mode"] == "on_site")


def final_students(group):
    """Final students by partnership and year, each with how many of them can be placed."""
    whole = whole_of(group)
    wanted = [row for row in group.rows(DEMAND) if row["level"] == "final"]
    placed = matching.placed(whole.rows(DEMAND), standing(whole))
    cells = {}
    for row in wanted:
        cell = (row["partnership"], year_of(row["window_start"]))
        students, found = cells.get(cell, (0, 0))
        matched = sum(1 for student in placed if student is row)
        cells[cell] = (students + row["students"], found + matched)
    return cells


def short_of_places(group):
    return Answer(sum(wanted - placed for wanted, placed in final_students(group).values()))


def short_of_stage2(group):
    short = 0
    for (partnership, year), (_, placed) in final_students(group).items():
        there = in_year(group, year, partnerships=(partnership,), levels=())
        short += max(0, placed - capacity(there))
    return Answer(short)


SHORT = frozenset({"organisation"})
WHOLE = frozenset({"region", "term", "level", "service_area"})

EDUCATION = {
    "pe_on_register": Recomputation(lambda g: Answer(len(registered(g))), (EDUCATORS,)),
    "pe_current": Recomputation(lambda g: Answer(len(currents(g))), (EDUCATORS,)),
    "pe_inactive_rate": Recomputation(inactive, (EDUCATORS,)),
    "pe_expiring": Recomputation(expiring, (EDUCATORS,)),
    "pe_training_starts": Recomputation(lambda g: Answer(len(starts(g))), (LEARNERS,)),
    "pe_training_completions": Recomputation(
        lambda g: Answer(sum(1 for row in g.rows(PASSES) if passed(row, g.as_at))), (PASSES,)
    ),
    "pe_completion_rate": Recomputation(completion, (LEARNERS,)),
    "pe_progression_rate": Recomputation(progression, (EVERYBODY,)),
    "pe_trained_to_active": Recomputation(trained_to_active, (PASSES,)),
    "stage2_sufficiency": Recomputation(stage2_sufficiency, (EDUCATORS, DEMAND)),
    "pe_density": Recomputation(density, (EDUCATORS, CENSUSES_NOW)),
    "on_site_share": Recomputation(on_site, (PLACEMENTS,)),
    "short_of_places_final": Recomputation(short_of_places, (DEMAND, OFFERS), SHORT, WHOLE),
    "short_of_stage2": Recomputation(short_of_stage2, (DEMAND, OFFERS, EDUCATORS), SHORT, WHOLE),
}
