"""What somebody sees whose account reaches no partnership yet."""

from layouts.page import Page

NO_REACH = Page(
    path="",
    title="Nothing to see yet",
    lead="Your account reaches no partnership. The manager of your partnership or an "
    "administrator can change that; it counts from your next click on.",
    filtered=False,
)
