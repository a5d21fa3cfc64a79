"""Stand-ins for outside worlds, over the real wire."""
