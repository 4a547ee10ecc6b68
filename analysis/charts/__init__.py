"""Figures: each a pure function of a frame, the words to show and a theme; and their images."""
