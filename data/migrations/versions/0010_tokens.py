"""Keep the tokens that let people's own programs in."""

from alembic import op

from data.migrations import frozen

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the tables."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop them."""
    for name in ("api_token_scope", "api_token"):
        op.drop_table(name)
