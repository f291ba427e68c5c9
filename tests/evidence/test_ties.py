"""A claim is tied to a figure by its words alone, and never by words that are merely like them."""

from dataclasses import replace

import pytest

from dashboard.evidence.ties import WORDINGS, normal, tie
from dashboard.indicators import INDICATORS
from data.samples.published_examples import rows
from tests.evidence.conftest import PLAIN


def tied(measure, unit="placements"):
    found = tie(replace(PLAIN, measure=measure, unit=unit))
    return found and (found.indicator.id, *found.levels, *found.areas)


@pytest.mark.parametrize(
    ("measure", "figure"),
    [
        ("placements arranged", ("allocated",)),
        ("Placements arranged a year", ("allocated",)),
        ("placements  needed per year", ("demand",)),
        ("student placements managed by the joint forum a year", ("allocated",)),
        ("final placements arranged", ("allocated", "final")),
        ("First placements made each year", ("allocated", "first")),
        ("adults\u2019 placements arranged", ("allocated", "adults")),
        ("children's places offered", ("net_supply", "children")),
        ("net_supply", ("net_supply",)),
        ("practice educators trained", ("pe_training_completions",)),
    ],
)
def test_the_words_of_a_figure_tie_a_claim_to_it(measure, figure):
    assert tied(measure) == figure


@pytest.mark.parametrize(
    "measure",
    [
        "placements monitored by the practice assessment panel a year",
        "contracted placements a year",
        "student unit placements a year",
        "placements arranged abroad",
        "final",
        "local authority partners",
        "",
    ],
)
def test_words_that_are_merely_like_a_figure_s_tie_to_nothing(measure):
    assert tied(measure) is None


@pytest.mark.parametrize(
    ("measure", "unit", "scale"),
    [
        ("vacancy rate", "per cent", 0.01),
        ("vacancy rate", "%", 0.01),
        ("placements arranged", "placements", 1),
    ],
)
def test_a_percentage_is_brought_to_a_share(measure, unit, scale):
    assert tie(replace(PLAIN, measure=measure, unit=unit)).scale == scale


@pytest.mark.parametrize(("measure", "unit"), [("vacancy rate", "posts"), ("placements", "%")])
def test_a_unit_that_is_not_the_figure_s_ties_to_nothing(measure, unit):
    assert tied(measure, unit) is None


@pytest.mark.parametrize("indicator", WORDINGS)
def test_every_usual_name_leads_to_its_figure(indicator):
    unit = {"share": "%"}.get(INDICATORS[indicator].unit, "placements")
    assert {tied(words, unit) for words in WORDINGS[indicator]} == {(indicator,)}


def test_no_usual_name_is_that_of_another_figure():
    usual = {words: key for key, those in WORDINGS.items() for words in those}
    others = [key for key, row in INDICATORS.items() if usual.get(normal(row.name), key) != key]
    assert others == []


def test_of_what_documents_say_only_what_a_figure_measures_is_tied():
    figures = rows()["reported_figures"]
    found = {row["ref"]: tied(row["measure"], row["unit"]) for row in figures}
    assert {ref: figure for ref, figure in found.items() if figure} == {
        "SAL-1": ("demand",),
        "KEN-1": ("allocated",),
    }
