"""What a statement of the service may not say, so that Citus, CockroachDB and YugabyteDB take it as PostgreSQL does.

Order comes from the head row of a store, never from the database's own counters; nothing wakes anybody; no lock has
a name; nothing runs by itself; and no row of one store is found by way of another store's.
"""

from __future__ import annotations

import re

NOT_TAKEN = {
    "LISTEN and NOTIFY": r"\b(?:LISTEN|UNLISTEN|NOTIFY|pg_notify)\b",
    "advisory locks": r"\bpg_(?:try_)?advisory_",
    "a lock on a table": r"\bLOCK\s+TABLE\b",
    "triggers and rules": r"\bTRIGGER\b|\bCREATE\s+(?:OR\s+REPLACE\s+)?RULE\b",
    "procedures": r"\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\b|\bDO\s+\$",
    "sequences": r"\b(?:SEQUENCE|SMALLSERIAL|SERIAL|BIGSERIAL|IDENTITY|AUTOINCREMENT|nextval|currval|setval)\b",
    "system columns": r"\b(?:xmin|xmax|ctid|cmin|cmax|tableoid)\b",
    "snapshots": r"\b(?:txid_\w+|pg_current_xact_id|pg_snapshot\w*)\b",
    "deferred constraints": r"\b(?:DEFERRABLE|INITIALLY\s+DEFERRED|SET\s+CONSTRAINTS)\b",
    "settings that outlive the transaction": r"^\s*SET\s+(?!LOCAL\b|TRANSACTION\b)",
    "two-phase commit": r"\b(?:PREPARE\s+TRANSACTION|COMMIT\s+PREPARED)\b",
    "cursors of the session": r"\bDECLARE\s+\w+\s+(?:\w+\s+)*CURSOR\b",
    "prepared statements": r"\bDEALLOCATE\b|^\s*PREPARE\b",
    "temporary tables": r"\bTEMP(?:ORARY)?\s+TABLE\b",
    "extensions": r"\bCREATE\s+EXTENSION\b",
    "MERGE and COPY": r"^\s*(?:MERGE|COPY)\b",
    "inheritance": r"\bINHERITS\b",
    "a changed partition key": r"^\s*UPDATE\s+\w+\s+SET\s+(?:[^'\"]*,\s*)?store_id\s*=",
}
_STRINGS = re.compile(r"'(?:[^']|'')*'")


def refused(statement: str) -> list[str]:
    """What in `statement` the others do not take."""
    said = _STRINGS.sub("''", statement)
    return [
        name
        for name, pattern in NOT_TAKEN.items()
        for part in said.split(";")
        if re.search(pattern, part.strip(), re.IGNORECASE)
    ]
