"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
STANDING, UNDONE = sa.text("withdrawn IS NULL"), sa.text("done IS NULL")


def upgrade() -> None:
    _company()
    _lane()
    _conversation()
    _event()
    _facet()
    _fact()
    _introduction()
    _suggestion()
    _consent()
    _contact()
    _canary()


def downgrade() -> None:
    for table in (
        "canary",
        "contact",
        "consent",
        "suggestion",
        "introduction",
        "fact",
        "facet",
        "event",
        "conversation",
        "lane",
        "company",
    ):
        op.drop_table(table)


def _company() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("updated", TIME, nullable=False),
        sa.CheckConstraint("country IN ('IN', 'CN')", name="ck_company_country"),
        sa.CheckConstraint("status IN ('draft', 'live', 'quiet', 'paused')", name="ck_company_status"),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
    )
    op.create_index("ix_company_country", "company", ["country"])
    op.create_index("ix_company_status", "company", ["status"])


def _lane() -> None:
    op.create_table(
        "lane",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lane"),
    )


def _conversation() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("company_id", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("sealed_state", sa.Text(), nullable=False),
        sa.Column("wants_human", sa.Boolean(), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("updated", TIME, nullable=False),
        sa.CheckConstraint("mode IN ('bot', 'waiting', 'staff')", name="ck_conversation_mode"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_conversation_company_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
    )
    op.create_index("ix_conversation_company_id", "conversation", ["company_id"])


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lane_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("due", TIME, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("done", TIME, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["lane_id"], ["lane.id"], name="fk_event_lane_id"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.UniqueConstraint("kind", "key", name="uq_event_kind_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("event_due", "event", ["kind", "due", "lane_id"], sqlite_where=UNDONE, postgresql_where=UNDONE)
    op.create_index("event_lane", "event", ["lane_id", "id"])
    op.create_index("event_todo", "event", ["lane_id", "id"], sqlite_where=UNDONE, postgresql_where=UNDONE)


def _facet() -> None:
    op.create_table(
        "facet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("created", TIME, nullable=False),
        sa.Column("withdrawn", TIME, nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=True),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("side IN ('offer', 'need')", name="ck_facet_side"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_facet_company_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_facet"),
        sqlite_autoincrement=True,
    )
    op.create_index("facet_live", "facet", ["company_id"], sqlite_where=STANDING, postgresql_where=STANDING)
    op.create_index("ix_facet_company_id", "facet", ["company_id"])
    op.create_index("ix_facet_fingerprint", "facet", ["fingerprint"])
    op.create_index("ix_facet_ref", "facet", ["ref"])


def _fact() -> None:
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("sealed_quote", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("withdrawn", TIME, nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_fact_company_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_fact"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fact_company_id", "fact", ["company_id"])


def _introduction() -> None:
    op.create_table(
        "introduction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_a", sa.String(), nullable=False),
        sa.Column("company_b", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("wanted_by", sa.String(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["company_a"], ["company.id"], name="fk_introduction_company_a", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["company_b"], ["company.id"], name="fk_introduction_company_b", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_introduction"),
        sa.UniqueConstraint("company_a", "company_b", name="uq_introduction_company_a_company_b"),
    )
    op.create_index("ix_introduction_company_b", "introduction", ["company_b"])


def _suggestion() -> None:
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.String(), nullable=False),
        sa.Column("partner_id", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("answered", TIME, nullable=True),
        sa.CheckConstraint("answer IN ('interested', 'not_for_me')", name="ck_suggestion_answer"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_suggestion_company_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["partner_id"], ["company.id"], name="fk_suggestion_partner_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_suggestion"),
    )
    op.create_index("ix_suggestion_company_id", "suggestion", ["company_id"])
    op.create_index("ix_suggestion_partner_id", "suggestion", ["partner_id"])


def _consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_consent_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_conversation_id", "consent", ["conversation_id"])


def _contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("sealed_name", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_contact_company_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_contact_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.UniqueConstraint("conversation_id", name="uq_contact_conversation_id"),
    )
    op.create_index("ix_contact_company_id", "contact", ["company_id"])


def _canary() -> None:
    op.create_table(
        "canary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_canary"),
    )
