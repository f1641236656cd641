"""WHP Core: boundaries, what is not known, what work changes."""
