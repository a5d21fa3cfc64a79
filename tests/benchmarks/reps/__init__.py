"""Ten manners of selling, as small policies over phrase banks, to measure the buyer with. See README.md."""
