"""What Alembic runs: every step on the connection `assistant.store.migrate` hands over, inside its one transaction."""

from alembic import context

from assistant.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
