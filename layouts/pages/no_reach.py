"""What somebody sees who can be shown no figures yet."""

from layouts.page import Page

NO_REACH = Page(
    path="",
    title="Nothing to see yet",
    lead="Your account reaches no partnership. The manager of your partnership or an "
    "administrator can change that; it counts from your next click on.",
    filtered=False,
)
NO_EDITION = Page(
    path="",
    title="No edition for you yet",
    lead="Figures come to you in editions: numbered copies that nothing later changes. None has "
    "been made for funders of the partnerships that your account reaches. The manager of a "
    "partnership makes one under Reports, and so can an administrator; it is here from your next "
    "click on.",
    filtered=False,
)
