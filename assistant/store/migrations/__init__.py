"""How the tables came to be, one file per step in `versions/`. A step that has been released is never edited."""
