"""The store, over real databases."""
