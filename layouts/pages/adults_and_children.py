"""The split between adults' and children's work."""

from layouts.page import Page

PAGE = Page(
    path="/adults-and-children",
    title="Adults and children's",
    lead="Is each partner's mix near what was agreed?",
    headlines=(),
)
