"""The app in a real Chromium, as a person meets it: `pytest -m browser`. Needs Debian's `chromium` and `fonts-noto-cjk`."""
