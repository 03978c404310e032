"""Forgive a typing error in any letter: the words of names once each, to look up what one error away is a word."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE TABLE search_word (word TEXT NOT NULL, CONSTRAINT pk_search_word PRIMARY KEY (word)) WITHOUT ROWID"
    )
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT term FROM account_vocabulary")
    heads = sorted({head for (term,) in rows if len(head := _letters(term)) >= 3})
    if heads:
        connection.exec_driver_sql("INSERT INTO search_word (word) VALUES (?)", [(head,) for head in heads])


def _letters(term: str) -> str:
    """The letters that a term begins with: `okafor412` is looked for as `okafor`."""
    end = next((n for n, ch in enumerate(term) if not ch.isalpha()), len(term))
    return term[:end]
