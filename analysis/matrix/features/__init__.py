"""Features: finding their words, and the features that the lexicon does not know."""
