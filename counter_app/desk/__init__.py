"""The use cases of the counter, one module a room; every gate of the trade is here."""
