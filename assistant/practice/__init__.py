"""Practising a deal: the turn of a role-play, from what the rep said to what the buyer answers."""
