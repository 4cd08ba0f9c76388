"""Dead letters are counted without looking at all that was ever said."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

DEAD = sa.text("done IS NOT NULL AND error IS NOT NULL")


def upgrade() -> None:
    op.create_index("event_dead", "event", ["id"], sqlite_where=DEAD, postgresql_where=DEAD)


def downgrade() -> None:
    op.drop_index("event_dead", "event")
