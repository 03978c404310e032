"""The first store: journal, rows of the trade, print queue, inbox, sign-in, search by name.

A migration never imports the program's own tables: they change underneath it, and this file must not.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "CREATE TABLE meta (key TEXT NOT NULL, value TEXT NOT NULL DEFAULT '', CONSTRAINT pk_meta PRIMARY KEY (key))",
    """CREATE TABLE journal (
        position INTEGER NOT NULL, op_id TEXT NOT NULL, incarnation TEXT NOT NULL, n INTEGER NOT NULL,
        kind TEXT NOT NULL, entity TEXT NOT NULL, at_ms INTEGER NOT NULL, core BLOB NOT NULL, op_hash BLOB NOT NULL,
        sig BLOB NOT NULL, status TEXT NOT NULL DEFAULT '', seq INTEGER, code TEXT NOT NULL DEFAULT '',
        args TEXT NOT NULL DEFAULT '', tries INTEGER NOT NULL DEFAULT '0', level INTEGER NOT NULL DEFAULT '0',
        mark BLOB NOT NULL DEFAULT '', CONSTRAINT pk_journal PRIMARY KEY (position),
        CONSTRAINT uq_journal_op_id UNIQUE (op_id),
        CONSTRAINT uq_journal_incarnation_n UNIQUE (incarnation, n))""",
    "CREATE INDEX ix_journal_status_position ON journal (status, position)",
    """CREATE TABLE disclosure (
        op_id TEXT NOT NULL, field TEXT NOT NULL, salt BLOB NOT NULL, value TEXT NOT NULL DEFAULT '',
        CONSTRAINT pk_disclosure PRIMARY KEY (op_id, field))""",
    """CREATE TABLE touched (
        op_id TEXT NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL,
        CONSTRAINT pk_touched PRIMARY KEY (op_id, entity, id))""",
    "CREATE INDEX ix_touched_entity_id ON touched (entity, id)",
    """CREATE TABLE base_row (
        entity TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0', data TEXT,
        CONSTRAINT pk_base_row PRIMARY KEY (entity, id))""",
    """CREATE TABLE item (
        id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0', mail_id TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT '', account_id TEXT NOT NULL DEFAULT '', mailbox TEXT NOT NULL DEFAULT '',
        tracking TEXT NOT NULL DEFAULT '', shelf TEXT NOT NULL DEFAULT '', received_ms INTEGER NOT NULL DEFAULT '0',
        task_id TEXT NOT NULL DEFAULT '', data TEXT NOT NULL DEFAULT '', CONSTRAINT pk_item PRIMARY KEY (id))""",
    "CREATE INDEX ix_item_mail_id ON item (mail_id)",
    "CREATE INDEX ix_item_tracking ON item (tracking)",
    "CREATE INDEX ix_item_account_id_state ON item (account_id, state)",
    "CREATE INDEX ix_item_state_received_ms ON item (state, received_ms)",
    "CREATE INDEX ix_item_received_ms ON item (received_ms)",
    """CREATE TABLE pickup (
        id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0', state TEXT NOT NULL DEFAULT '',
        account_id TEXT NOT NULL DEFAULT '', mailbox TEXT NOT NULL DEFAULT '',
        requested_ms INTEGER NOT NULL DEFAULT '0', data TEXT NOT NULL DEFAULT '',
        CONSTRAINT pk_pickup PRIMARY KEY (id))""",
    "CREATE INDEX ix_pickup_state_requested_ms ON pickup (state, requested_ms)",
    "CREATE INDEX ix_pickup_account_id ON pickup (account_id)",
    """CREATE TABLE account (
        number INTEGER NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0',
        mailbox TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT '', holder TEXT NOT NULL DEFAULT '',
        data TEXT NOT NULL DEFAULT '', CONSTRAINT pk_account PRIMARY KEY (number),
        CONSTRAINT uq_account_id UNIQUE (id))""",
    "CREATE INDEX ix_account_mailbox ON account (mailbox)",
    """CREATE TABLE employee (
        id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0', email TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '', level INTEGER NOT NULL DEFAULT '0', active INTEGER NOT NULL DEFAULT '0',
        data TEXT NOT NULL DEFAULT '', CONSTRAINT pk_employee PRIMARY KEY (id))""",
    """CREATE TABLE cursor (
        stream TEXT NOT NULL, epoch TEXT NOT NULL DEFAULT '', cursor TEXT NOT NULL DEFAULT '',
        high INTEGER NOT NULL DEFAULT '0', CONSTRAINT pk_cursor PRIMARY KEY (stream))""",
    """CREATE TABLE inbox (
        id INTEGER NOT NULL, op_id TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '',
        facts TEXT NOT NULL DEFAULT '', at_ms INTEGER NOT NULL DEFAULT '0', state TEXT NOT NULL DEFAULT '',
        CONSTRAINT pk_inbox PRIMARY KEY (id), CONSTRAINT uq_inbox_op_id UNIQUE (op_id))""",
    "CREATE INDEX ix_inbox_state ON inbox (state)",
    """CREATE TABLE verifier (
        clerk_id TEXT NOT NULL, email TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',
        level INTEGER NOT NULL DEFAULT '0', password_hash TEXT NOT NULL DEFAULT '', "grant" TEXT NOT NULL DEFAULT '',
        grant_sig TEXT NOT NULL DEFAULT '', not_after_ms INTEGER NOT NULL DEFAULT '0',
        tries INTEGER NOT NULL DEFAULT '0', pin_hash TEXT NOT NULL DEFAULT '', pin_tries INTEGER NOT NULL DEFAULT '0',
        CONSTRAINT pk_verifier PRIMARY KEY (clerk_id))""",
    "CREATE INDEX ix_verifier_email ON verifier (email)",
    """CREATE TABLE print_job (
        position INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', payload TEXT NOT NULL DEFAULT '',
        printer TEXT NOT NULL DEFAULT '', copies INTEGER NOT NULL DEFAULT '1', state TEXT NOT NULL DEFAULT '',
        code TEXT NOT NULL DEFAULT '', tries INTEGER NOT NULL DEFAULT '0', item_id TEXT NOT NULL DEFAULT '',
        created_ms INTEGER NOT NULL DEFAULT '0', CONSTRAINT pk_print_job PRIMARY KEY (position),
        CONSTRAINT uq_print_job_id UNIQUE (id))""",
    "CREATE INDEX ix_print_job_state_position ON print_job (state, position)",
    """CREATE TABLE photo (
        sha256 TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT '0',
        state TEXT NOT NULL DEFAULT '', created_ms INTEGER NOT NULL DEFAULT '0',
        CONSTRAINT pk_photo PRIMARY KEY (sha256))""",
    """CREATE VIRTUAL TABLE account_search USING fts5(
        words, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3')""",
    "CREATE VIRTUAL TABLE account_vocabulary USING fts5vocab(account_search, 'row')",
)


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
