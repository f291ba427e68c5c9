"""How the cells of a workbook look."""

from typing import Any, Final

from dashboard.indicators.catalogue import Unit

NUMBER_FORMATS: Final[dict[Unit | None, str]] = {
    None: "General",
    "count": "#,##0",
    "share": "0.0%",
    "points": "0.0",
    "days": "#,##0",
    "per_hundred": "0.0",
    "ratio": "0.0",
    "hours": "#,##0.##",
    "fte": "#,##0.##",
    "pounds": "#,##0.00",
}


class Formats:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        """Make them."""
        # As large as can be read without enlarging it, and in one font.
        book.formats[0].set_font_size(12)
        book.formats[0].set_font_name("Arial")
        base = {"font_name": "Arial", "font_size": 12, "valign": "top"}
        self.title = book.add_format(base | {"bold": True, "font_size": 16})
        self.line = book.add_format(base)
        text, right = {"text_wrap": True, "indent": 1}, {"align": "right"}
        self.heading = book.add_format(base | text | {"bold": True})
        self.number = book.add_format(base | right | {"bold": True, "text_wrap": True})
        self.text = book.add_format(base | text)
        self.mark = book.add_format(base | right)
        self.link = book.add_format(base | {"font_color": "#0000EE", "underline": 1})
        self.numbers = {
            unit: book.add_format(base | {"num_format": code})
            for unit, code in NUMBER_FORMATS.items()
        }
