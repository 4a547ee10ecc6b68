"""Exhibits: every chart of the dashboard as a record that can be asked for again, on a page or on a slide."""
