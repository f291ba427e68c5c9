"""What documents say, kept apart from what records show."""

from data.returns.sheets.declaration import AtLeastOne, Column, Link, NotUnder, Sheet

REPORTED_FIGURES = Sheet(
    name="reported_figures",
    title="Reported figures",
    meaning="what a document says, as it says it",
    owners=("member",),
    columns=(
        Column("ref", "ref", required=True, longest=100),
        Column("measure", "text", required=True),
        Column("period", "text"),
        Column("value_low", "decimal", note="at least one of low and high", low=0),
        Column("value_high", "decimal", low=0),
        Column(
            "qualifier",
            "code",
            required=True,
            values=("exact", "approximately", "at_least", "over", "up_to", "range"),
        ),
        Column("unit", "text", required=True),
        Column("part_of", "ref", note="another figure of the owner", longest=100),
        Column("source", "text", required=True),
        Column("quote", "text", note="up to 300 characters", longest=300),
    ),
    rules=(
        AtLeastOne(("value_low", "value_high")),
        NotUnder("value_high", "value_low"),
    ),
    links=(Link("part_of", "reported_figures"),),
)
