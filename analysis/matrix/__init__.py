"""Features and comparisons: what a document says of products side by side."""
