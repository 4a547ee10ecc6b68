"""Quantities: numbers with what they count, what bounds them and per what time."""
