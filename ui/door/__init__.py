"""The door before the app when a team uses Maju: its pages, what they do, and the gate that lets nobody past who is not logged in."""
