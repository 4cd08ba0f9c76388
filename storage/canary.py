"""A sealed word that tells a wrong key before anything is read or written with it."""

from sqlmodel import Session

from storage.crypto import SealError, Vault
from storage.lanes import upsert
from storage.tables import Canary

WORD = "plaza"
WRONG = (
    "the secret key does not fit this database: give the key that it was made with,"
    " as PLAZA_SECRET_KEY or as the file secret.key in the data folder"
)


class WrongKeyError(SealError):
    """What is stored was sealed with another key."""


def check_key(session: Session, vault: Vault) -> None:
    """Leave the word at the first opening of a database; at every later one it must open."""
    stored = session.get(Canary, 1)
    if stored is None:
        first = upsert(session, Canary).values(id=1, sealed=vault.seal(WORD))
        session.exec(first.on_conflict_do_nothing())
        stored = session.get_one(Canary, 1)
    try:
        vault.open(stored.sealed)
    except SealError as error:
        raise WrongKeyError(WRONG) from error
