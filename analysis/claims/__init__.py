"""Figures and dates: what a document claims, of whom and as of when."""
