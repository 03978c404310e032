"""Carries the journal to the central service and its rows back; the only place that knows requests."""
