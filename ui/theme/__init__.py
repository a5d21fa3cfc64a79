"""How things look beyond `.streamlit/config.toml`: one style sheet over Streamlit's parts and our own markup, one theme for charts."""

from pathlib import Path
from typing import Final

from assistant.domain.words import Language

STYLE: Final = Path(__file__).with_name("style.css")
MARKS: Final[dict[Language, Path]] = {"ko": Path(__file__).with_name("mark-ko.svg"), "en": Path(__file__).with_name("mark-en.svg")}
ICON: Final = Path(__file__).with_name("icon.svg")
