"""Where the application and the recomputation part, in words."""

from math import isclose

from tests.oracle.database import bench, figures, holding
from tests.oracle.everything import answer, groups


def differences(engine, world, questions, indicators, *, cells=False):
    """What the application gets wrong about a world, a line each; nothing, one hopes."""
    with holding(engine, world) as snapshot, bench(snapshot, cells=cells) as made:
        found = [figures(made, question, indicators) for question in questions]
    return [
        line
        for question, answers in zip(questions, found, strict=True)
        for name in indicators
        for line in _of_indicator(world, question, name, answers[name])
    ]


def _of_indicator(world, question, indicator, found):
    expected = groups(world, indicator, question)
    if expected is None:
        states = [figure.status for figure in found.values()]
        return [] if states == ["not_applicable"] else [f"{indicator} has no meaning here"]
    return [
        f"{indicator} {key}: {found.get(key)}, but by hand {wanted}"
        for key in found.keys() | expected
        if not agrees(found.get(key), wanted := answer(world, indicator, question, key))
    ]


def agrees(figure, wanted):
    """Whether a figure is what was worked out by hand; a group without rows may be left out."""
    if figure is None:
        return not wanted.value
    if wanted.value is None or figure.value is None:
        return wanted.value is figure.value
    sides = [(figure.value, wanted.value)]
    if wanted.below is not None:
        sides += [(figure.numerator, wanted.above), (figure.denominator, wanted.below)]
    return all(isclose(have, want, rel_tol=1e-9, abs_tol=1e-9) for have, want in sides)
