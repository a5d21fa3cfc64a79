"""Where ports meet adapters. The app, the command line and the tests enter here and nowhere else."""

from assistant.assembly.engine import KNOWLEDGE, PROMPTS, Engine, open_engine
from assistant.assembly.moving import move_to_servers

__all__ = ["KNOWLEDGE", "PROMPTS", "Engine", "move_to_servers", "open_engine"]
