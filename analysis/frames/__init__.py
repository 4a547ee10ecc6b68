"""What the pages show, as data frames: a store and a selection in, documented columns out."""
