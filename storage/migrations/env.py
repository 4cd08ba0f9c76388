"""Runs the migrations on the connection that storage.db hands in; there is no alembic.ini."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables
import storage.wechat_tables  # noqa: F401 - both fill the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
