"""Evidence: the features that a product is said to have, to lack or to be getting."""
