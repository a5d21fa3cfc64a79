"""The real servers that many machines share, started for a test and gone after it."""
