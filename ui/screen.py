"""What every view is handed beside the engine: who looks, in which language and time zone, and where the other pages are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from assistant.domain.people import Actor
from assistant.domain.words import Language, Text
from ui import shown
from ui.markup.files import address

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


@dataclass(frozen=True, slots=True)
class Screen:
    """`pages`: by name, see `ui.pages`. `zone`: the browser's, None = the server's."""

    actor: Actor
    language: Language
    zone: tzinfo | None
    pages: "Mapping[str, StreamlitPage]"
    team: bool = False
    """Whether people log in; alone nothing is shared and nobody else is named."""

    def say(self, text: Text, /, **values: object) -> str:
        """The text in this screen's language, its placeholders filled."""
        words = text.in_(self.language)
        return words.format(**values) if values else words

    def day(self, at: datetime) -> str:
        return shown.day(at, self.language, self.zone)

    def moment(self, at: datetime) -> str:
        return shown.moment(at, self.language, self.zone)

    def file(self, path: str, **more: str) -> str:
        """The address of a file, written in this screen's language and time zone."""
        return address(path, self.language, getattr(self.zone, "key", None), **more)
