"""Everything that knows Korean or English: sentences, lemmas, endings, questions, dates, numbers, formulas.

A third language is one more module here and its data.
"""
