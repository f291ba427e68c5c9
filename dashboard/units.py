"""How each unit of the catalogue is written, as text and along an axis."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators.catalogue import ROW, Indicator, Unit
from dashboard.indicators.parts import Figure


@dataclass(frozen=True)
class Writing:
    """A way of writing values.

    Attributes:
        write: Writes a value.
        write_change: Writes a difference of two values, with its sign.
        ticks: How an axis writes values, in d3's notation.
    """

    write: Callable[[float], str]
    write_change: Callable[[float], str]
    ticks: str


def _days(value: float) -> str:
    return formatting.count(value) + (" day" if value == 1 else " days")


def _days_change(value: float) -> str:
    return f"{formatting.change(value)} days"


def _decimal_change(value: float) -> str:
    return ("+" if value > 0 else "") + formatting.decimal(value)


def _amount_change(value: float) -> str:
    return ("+" if value > 0 else "") + formatting.amount(value)


def _per_hundred(value: float) -> str:
    return f"{formatting.decimal(value)} per 100"


WRITING: Final[Mapping[Unit, Writing]] = {
    "count": Writing(formatting.count, formatting.change, ",d"),
    "share": Writing(formatting.percent, formatting.points_between, ".0%"),
    "points": Writing(formatting.points, formatting.points, "+.0f"),
    "days": Writing(_days, _days_change, ",d"),
    "per_hundred": Writing(_per_hundred, _decimal_change, ",.1f"),
    "ratio": Writing(formatting.decimal, _decimal_change, ",.1f"),
    "hours": Writing(formatting.amount, _amount_change, ",.4~g"),
    "fte": Writing(formatting.amount, _amount_change, ",.4~g"),
    "pounds": Writing(formatting.pounds, formatting.pounds_change, ",.0f"),
}


def written(figure: Figure, unit: Unit) -> str:
    """Return a figure as it reads: its number, or why there is none."""
    if figure.low and unit == "count":
        return wording.LOW
    if figure.status == "suppressed":
        return figure.note if figure.note == wording.FEWER_THAN_FIVE else wording.SUPPRESSED
    if figure.value is None:
        words = wording.WITHOUT_A_NUMBER.get(figure.status, wording.NOT_APPLICABLE)
        return figure.note or words if figure.status == "not_applicable" else words
    return WRITING[unit].write(figure.value)


def caution(figure: Figure) -> str:
    """Return what to know before taking a number as it stands: "9 of 12 partners"; else nothing."""
    if figure.value is None:
        return ""
    if figure.low and figure.numerator is not None:
        return wording.LOW
    if figure.status == "partial":
        if figure.expected == 1:
            return wording.RETURN_MISSING
        return f"{formatting.of(figure.reported, figure.expected)} partners"
    return wording.PROVISIONAL if figure.status == "provisional" else ""


def state(figure: Figure) -> str:
    """Return how a figure stands, in a sentence without its full stop."""
    about_returns = figure.ask is not None and figure.ask.work.of_returns
    if about_returns and figure.value is not None:
        return _of_returns(figure)
    return _of_protected(figure) or _of_rows(figure)


def _of_protected(figure: Figure) -> str:
    if figure.status == "suppressed":
        return f"{wording.SUPPRESSED.capitalize()} to protect people: {figure.note}"
    return wording.LOW_STATE if figure.low else ""


def _of_rows(figure: Figure) -> str:
    if figure.status == "partial":
        return f"Partial: {formatting.of(figure.reported, figure.expected)} partners have reported"
    if not figure.expected:
        return "No partner is on view"
    if figure.status == "not_reported":
        return f"{formatting.of(figure.reported, figure.expected)} partners have reported"
    if figure.status == "not_applicable":
        return figure.note or "This figure has no meaning for what is chosen"
    if figure.status == "provisional":
        return f"{wording.PROVISIONAL.capitalize()}: the academic year has not ended"
    zero = f"Zero: {figure.note}" if figure.note else "Zero, as reported"
    return zero if figure.value == 0 else "All partners on view have reported"


def _of_returns(figure: Figure) -> str:
    """Return how a figure about returns as such stands: a missing one may be what it tells."""
    words = [figure.note] if figure.note else []
    if figure.status == "partial":
        words.insert(0, f"partial: of {formatting.of(figure.reported, figure.expected)} partners")
    if figure.status == "provisional":
        words.insert(0, f"{wording.PROVISIONAL}: the academic year has not ended")
    return sentences.capital("; ".join(words) or "as the returns themselves tell")


def shorthand(figure: Figure) -> str:
    """Return the shorthand that a file gives a figure's state, or nothing."""
    if figure.low:
        return wording.LOW_MARK
    return wording.SHORTHAND.get(figure.status, "")


def base(figure: Figure, indicator: Indicator) -> str:
    """Return what stands behind a number: "from 63 rows", "of 177 students", "9 of 42 places"."""
    noun = indicator.base
    if figure.n is None or not noun:
        return ""
    if figure.numerator is None or figure.denominator is None:
        behind = formatting.quantity(figure.n, noun, f"{noun}s")
        return f"from {behind}" if noun == ROW else f"of {behind}"
    whole = formatting.quantity(figure.denominator, noun, f"{noun}s")
    if indicator.part:
        return f"{_part(figure.numerator, indicator)} for {whole}"
    return f"{formatting.count(figure.numerator)} of {whole}"


def _part(value: float, indicator: Indicator) -> str:
    if indicator.unit == "pounds":
        return formatting.pounds(value)
    return formatting.quantity(value, indicator.part, f"{indicator.part}s")
