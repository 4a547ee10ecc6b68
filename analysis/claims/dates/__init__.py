"""Dates: expressions of time, the days they cover, and the year of those that state none."""
