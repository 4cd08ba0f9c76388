"""WeChat: what was posted and answered, who may be pushed to, the account's token."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "wechat_post",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("deliveries", sa.Integer(), nullable=False),
        sa.Column("sealed_reply", sa.Text(), nullable=True),
        sa.Column("sealed_media", sa.Text(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_wechat_post"),
    )
    op.create_index("ix_wechat_post_at", "wechat_post", ["at"])
    op.create_index("ix_wechat_post_conversation_id", "wechat_post", ["conversation_id"])
    op.create_table(
        "wechat_user",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("pushes", sa.Integer(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.Column("typed", TIME, nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=True),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("unconfirmed", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_wechat_user"),
    )
    op.create_table(
        "wechat_account",
        sa.Column("app_id", sa.String(), nullable=False),
        sa.Column("sealed_token", sa.Text(), nullable=True),
        sa.Column("expires", TIME, nullable=False),
        sa.Column("fetching", TIME, nullable=False),
        sa.Column("can_push", sa.Boolean(), nullable=False),
        sa.Column("probe", TIME, nullable=False),
        sa.Column("stopped", TIME, nullable=False),
        sa.PrimaryKeyConstraint("app_id", name="pk_wechat_account"),
    )


def downgrade() -> None:
    for table in ("wechat_account", "wechat_user", "wechat_post"):
        op.drop_table(table)
