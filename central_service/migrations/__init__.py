"""Revisions of the centre's database, run by `schema.upgrade`."""
