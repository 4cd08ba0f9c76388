from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from storage.db import connect, migrate, open_db
from storage.tables import Company, Contact, Conversation


def test_the_migrated_schema_is_the_one_of_the_tables(db):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_again_changes_nothing_and_keeps_rows(db, db_url, vault):
    db.do(lambda session: session.add(Company(id="A", country="IN")))
    again = open_db(db_url, vault)
    assert again.read(lambda session: session.get(Company, "A").country) == "IN"
    again.close()


def test_the_way_back_leaves_no_table(db_url):
    migrate(db_url)
    from alembic import command

    from storage.db import alembic_config

    engine = connect(db_url, foreign_keys=False)
    with engine.begin() as connection:
        command.downgrade(alembic_config(connection), "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_children_go_with_their_parent(db):
    def fill(session):
        session.add(Company(id="A"))
        session.add(Conversation(id="telegram:1", channel="telegram", company_id="A"))
        session.flush()
        session.add(Contact(company_id="A", conversation_id="telegram:1"))

    db.do(fill)
    db.do(lambda session: session.delete(session.get(Company, "A")))
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM contact")).scalar() == 0
        assert connection.execute(text("SELECT company_id FROM conversation")).scalar() is None
