"""Strings: the words of charts, findings and slides, Chinese and English, and what products are called."""
