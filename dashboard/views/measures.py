"""Figures that one view alone needs: asked for like indicators, and in no catalogue."""

from dataclasses import replace

from dashboard.indicators.catalogue import Indicator, Topic, Unit
from dashboard.indicators.formulas import Formula


def measure(view: str, name: str, topic: Topic, work: Formula, unit: Unit = "count") -> Indicator:
    """Return a figure of a view as something that can be asked for.

    Args:
        view: The view's name, which begins the id.
        name: What it is, in words.
        topic: The heading of its subject.
        work: Works it out.
        unit: What its values are.
    """
    return Indicator(
        id=f"{view}: {name}",
        name=name,
        topic=topic,
        meaning=f"{name}.",
        formula="As the view's title and columns say.",
        unit=unit,
        calendar="As the view's subtitle says.",
        sheets=(),
        work=work,
    )


def without_people(measured: Indicator) -> Indicator:
    """Return a figure of a view as one that counts no people, but places, meetings and the like."""
    return replace(measured, exact=("value",))
