"""The terminal: the commands of ``python -m analysis``, and what they print."""
