"""From a file to a document that can be searched: loading, cleaning, header, sentences."""
