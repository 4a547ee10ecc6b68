"""Tokens, terms and names: what the words of a document are."""
