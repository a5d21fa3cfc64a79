"""The language a page is in before anybody has chosen one; the same at the door and behind it."""

import os

from assistant.domain.words import Language


def first_language(browser: str) -> Language:
    """MAJU_LANGUAGE, else the browser's when it is English ('en-GB,en;q=0.9'), else Korean."""
    wanted = os.environ.get("MAJU_LANGUAGE") or browser
    return "en" if wanted.lower().startswith("en") else "ko"
