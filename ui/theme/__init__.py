"""How things look beyond `.streamlit/config.toml`: one style sheet over Streamlit's parts and our own markup, one theme for charts."""

from pathlib import Path
from typing import Final

STYLE: Final = Path(__file__).with_name("style.css")
MARK: Final = Path(__file__).with_name("mark.svg")
ICON: Final = Path(__file__).with_name("icon.svg")
