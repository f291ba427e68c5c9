"""The pages. To add one, declare it in a module here and list it below."""

from layouts.page import Page
from layouts.pages import (
    adults_and_children,
    calendar,
    help_page,
    overview,
    placements,
    practice_educators,
    progress,
)

# In the order of the navigation.
PAGES: tuple[Page, ...] = (
    overview.PAGE,
    placements.PAGE,
    progress.PAGE,
    calendar.PAGE,
    practice_educators.PAGE,
    adults_and_children.PAGE,
    help_page.PAGE,
)
