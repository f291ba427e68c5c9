"""Money, planned and actual."""

from data.returns.sheets.declaration import Column, Sheet

FINANCE = Sheet(
    name="finance",
    title="Finance",
    meaning="planned and actual money of a heading",
    owners=("member",),
    columns=(
        Column("ref", "ref", longest=100),
        Column("heading", "text", required=True),
        Column("kind", "code", required=True, values=("grant", "cash", "in_kind", "spend")),
        Column(
            "financial_year",
            "financial_year",
            required=True,
            note="2025-26, April to March",
        ),
        Column("quarter", "integer", note="1 to 4", low=1, high=4),
        Column("planned", "money", na_allowed=True, low=0),
        Column("actual", "money", na_allowed=True, low=0),
    ),
)
