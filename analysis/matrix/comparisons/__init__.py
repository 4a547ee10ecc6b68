"""Comparisons: clauses that set two products against each other, and whom they favour."""
