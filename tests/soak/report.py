"""Figures in words."""

from tests.soak.figures import Figure


def line(figure: Figure) -> str:
    """Return a figure in one line, as it is told while others are still measured."""
    kept = "kept  " if figure.kept else "BROKEN"
    most = number(min(figure.most, figure.ratchet))
    return f"{kept} {figure.name}: {told(figure)}, at most {most} (of {figure.runs:,})"


def told(figure: Figure) -> str:
    """Return what was measured, with its unit."""
    return f"{number(figure.value)} {figure.unit}".strip()


def number(value: float) -> str:
    """Return a number with as many digits as mean something."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2g}"
