"""Figures without reading rows again: what each cell of a source holds, kept in memory.

A *cell* is all rows of a source that are alike in every dimension, added up. There are about as
many cells as places, terms and kinds of placement, however many rows stand behind them.
"""
