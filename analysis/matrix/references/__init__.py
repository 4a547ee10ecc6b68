"""References: which product each passage is about, named or not, and what parts it has."""
