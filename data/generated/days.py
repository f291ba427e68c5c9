"""Days as whole numbers, so that a million of them are one sum; and back into text."""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from data.generated.random_draws import Texts, Whole, listed
from data.samples.illustrative.cast import DRAWN_UP

EPOCH, END = date(1990, 1, 1), date(2050, 1, 1)
# A day that is not known.
BLANK = -1
# The last text is that of a blank: it stands where counting back by one from the first leads.
_TEXTS = listed(
    [*((EPOCH + timedelta(days=n)).isoformat() for n in range((END - EPOCH).days)), None]
)


def number(day: date) -> int:
    """Return the number of a day."""
    return (day - EPOCH).days


def texts(numbers: npt.NDArray[np.int64]) -> Texts:
    """Return days as they are stored: ISO text, nothing for a blank."""
    return _TEXTS[numbers]


def where(known: npt.NDArray[np.bool_], numbers: Whole | int) -> Whole:
    """Return the numbers where they are known, a blank elsewhere."""
    return np.where(known, numbers, BLANK)


# The day of drawing up: what lies after it is planned, and nothing more.
TODAY = number(DRAWN_UP)
