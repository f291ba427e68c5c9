"""Find through indexes what a save looks at, and the first and last day of activities."""

from alembic import op

from data.migrations import frozen

revision = "0013"
down_revision = "0012"

INDEXED = (
    ("activities", "held_on"),
    ("placements", "employer_offer_ref"),
    ("placements", "owner_employer_actual_start"),
)


def upgrade() -> None:
    """Create the indexes."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop them."""
    for sheet, columns in INDEXED:
        op.drop_index(f"ix_{sheet}_{columns}", sheet)
