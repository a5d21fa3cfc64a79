"""The store: role-plays, scorecards, reviews and playbooks in any SQL database. The only package that imports SQLAlchemy."""

from assistant.store.moving import Moved, move_store
from assistant.store.opening import Store, open_store

__all__ = ["Moved", "Store", "move_store", "open_store"]
