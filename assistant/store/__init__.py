"""The store: role-plays, scorecards, reviews and playbooks in any SQL database. The only package that imports SQLAlchemy."""

from assistant.store.opening import Store, open_store

__all__ = ["Store", "open_store"]
