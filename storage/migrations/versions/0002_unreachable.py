"""Contacts that cannot be written to are remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversation", sa.Column("unreachable", sa.DateTime(timezone=True)))


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_column("unreachable")
