"""The rules of the trade: pure functions and frozen values, standard library only."""
