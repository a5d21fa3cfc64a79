"""The manager's page: what a team practises, how it stands, what it struggles with."""

from typing import Final

from assistant.domain.words import Text

NAME: Final = Text("우리 팀", "Team")
