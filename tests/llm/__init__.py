"""The model adapter, over real HTTP."""
