"""Say what each change touched, and find an owner's rows of a term through an index."""

from alembic import op

from data.migrations import frozen

revision = "0003"
down_revision = "0002"

INDEXED = (
    ("demand", "window_start"),
    ("requests", "window_start"),
    ("offers", "window_start"),
    ("placements", "planned_start"),
    ("placements", "actual_end"),
    ("pe_training", "started_on"),
    ("pe_training", "outcome_on"),
)


def upgrade() -> None:
    """Create the table and the indexes."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop them."""
    op.drop_table("touched")
    for sheet, column in INDEXED:
        op.drop_index(f"ix_{sheet}_owner_{column}", sheet)
