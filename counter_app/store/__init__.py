"""The station's encrypted SQLite store; the only place that knows SQLAlchemy."""
