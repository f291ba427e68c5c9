"""Let people in: accounts, how far they reach, sessions, links and mail."""

from alembic import op

from data.migrations import frozen

revision = "0004"
down_revision = "0003"

# Each before those it refers to.
TABLES = (
    "mail",
    "sign_in_try",
    "one_time_link",
    "app_session",
    "app_identity",
    "user_scope",
    "app_user",
)


def upgrade() -> None:
    """Create the tables and their indexes."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop them."""
    for table in TABLES:
        op.drop_table(table)
