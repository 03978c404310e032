"""The reference central service: the same domain behind HTTP."""
