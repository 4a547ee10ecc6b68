"""Numbers: finding them in a text, and what they are worth."""
