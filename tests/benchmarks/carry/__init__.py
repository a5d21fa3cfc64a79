"""Hand-made checks of kinds of talk that no labelled file holds."""
