"""Files and answers that are rows of figures: each row beside the one that it must be."""

import json
from collections import defaultdict

from click.testing import CliRunner

from dashboard.cli import main
from dashboard.editions.cuts import CUTS
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.rows import rows
from tests.reports.numbers import as_told, in_workbook
from tests.reports.one_edition import TOLD, compared, texts
from tests.reports.reading import lines

SOME = ((), ("academic_year",), ("academic_year", "level"))


def kept(told, by):
    """Of each row, whose figure it is and what is told of it."""
    return [{name: row[name] for name in (*by, *TOLD)} for row in told]


def by_indicator(told, by):
    """The same by the indicator that the row names."""
    found = defaultdict(list)
    for row in told:
        found[row["indicator"]] += kept([row], by)
    return found


def as_texts(told):
    """The same as a file tells it, where all is text."""
    return {indicator: list(map(texts, figures)) for indicator, figures in told.items()}


def of_bundle(world):
    archive = world.files.bundle(world.number)
    for by in CUTS:
        name = f"figures/{'-'.join(by) or 'total'}.csv"
        if name in archive:
            found, told = by_indicator(lines(archive[name]), by), as_texts(world.told(by))
            yield from compared(found, {key: told[key] for key in found}, by)


def of_workbook(world):
    archive = world.files.bundle(world.number)
    cuts = [by for by in CUTS if f"figures/{'-'.join(by) or 'total'}.csv" in archive]
    for by, groups in in_workbook(world.files, cuts, archive, world.number).items():
        for (indicator, key), row in groups.items():
            ask = Ask(INDICATORS[indicator], world.selection, by)
            (line,) = rows(ask, [world.figures(ask)[key]], world.version)
            yield (indicator, by, key), row["Value"], as_told(texts(line))


def answers(world, by, form):
    """What the interface answers of each indicator that can be split so."""
    query = "&".join([world.query, *(f"by={name}" for name in by), f"format={form}"])
    for indicator in world.told(by):
        answer = world.client.get(f"/api/v1/indicators/{indicator}?{query}")
        assert answer.status_code == 200, answer.text
        yield indicator, answer.data


def of_programs(world):
    for by in SOME:
        answered = answers(world, by, "json")
        found = {indicator: kept(json.loads(answer), by) for indicator, answer in answered}
        yield from compared(found, world.told(by), by)


def of_programs_as_csv(world):
    for by in SOME:
        answered = answers(world, by, "csv")
        found = {indicator: kept(lines(answer), by) for indicator, answer in answered}
        yield from compared(found, as_texts(world.told(by)), by)


def of_command(world):
    for by in SOME:
        split = [word for name in by for word in ("--by", name)]
        order = ["indicators", "--edition", str(world.number), *split, "--format", "json"]
        answer = CliRunner().invoke(main, order, env={"DATABASE_URL": str(world.files.engine.url)})
        assert answer.exit_code == 0, answer.output
        found = by_indicator(json.loads(answer.stdout), by)
        yield from compared(found, world.told(by), by)
