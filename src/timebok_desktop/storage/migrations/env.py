"""Alembic's entry: runs in the transaction of the connection it is handed."""

from __future__ import annotations

from alembic import context

from timebok_desktop.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
