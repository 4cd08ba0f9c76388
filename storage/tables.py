"""The tables behind the nouns. Sealed columns hold Fernet tokens; everything else is business text or bookkeeping."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {  # a later migration must be able to name what it changes
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
STANDING, UNDONE = text("withdrawn IS NULL"), text("done IS NULL")
DEAD = text("done IS NOT NULL AND error IS NOT NULL")
NEVER_REUSED = {
    "sqlite_autoincrement": True
}  # the id of an erased row must not come back: Chroma and the lanes know it
EPOCH, NEVER = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def now() -> datetime:
    return datetime.now(UTC)


class Company(SQLModel, table=True):
    """Who is matched. Business facts only; people stand in Contact."""

    __table_args__ = (
        CheckConstraint("country IN ('IN', 'CN')", "country"),
        CheckConstraint("status IN ('draft', 'live', 'quiet', 'paused')", "status"),
    )
    id: str = Field(primary_key=True)
    country: str | None = Field(default=None, index=True)  # "IN" | "CN"
    language: str = "en"  # en | hi | hinglish | zh | zh-mixed
    sector: str = ""
    status: str = Field(default="draft", index=True)  # draft | live | quiet (searches, is never shown) | paused
    source: str = "interview"  # interview | file
    created: datetime = Field(default_factory=now)
    updated: datetime = Field(default_factory=now)


class Contact(SQLModel, table=True):
    """The person behind a company, on one channel; erasable alone."""

    id: int | None = Field(default=None, primary_key=True)
    company_id: str = Field(foreign_key="company.id", index=True, ondelete="CASCADE")
    conversation_id: str = Field(foreign_key="conversation.id", unique=True, ondelete="CASCADE")
    sealed_name: str | None = Field(default=None, sa_type=Text)


class Facet(SQLModel, table=True):
    """One offer or one need, never reworded: an edit is a new row. Its vector is the truth, Chroma is a copy."""

    __table_args__ = (
        CheckConstraint("side IN ('offer', 'need')", "side"),
        Index("facet_live", "company_id", sqlite_where=STANDING, postgresql_where=STANDING),
        NEVER_REUSED,
    )
    id: int | None = Field(default=None, primary_key=True)
    company_id: str = Field(foreign_key="company.id", index=True, ondelete="CASCADE")
    ref: str = Field(index=True)  # the id given by a file ("IN-01-N1"), or made; parts of one text share it
    part: int = 0
    side: str  # offer | need
    text: str = Field(sa_type=Text)  # the capability alone: a verbatim part of `source`
    source: str = Field(sa_type=Text)  # the whole offer or need as written
    language: str = "en"
    event_id: int | None = None  # the message it came from
    created: datetime = Field(default_factory=now)
    withdrawn: datetime | None = None
    fingerprint: str | None = Field(default=None, index=True)  # of the embeddings that made `vector`
    vector: bytes | None = Field(default=None, sa_type=LargeBinary)  # float16, unit length


class Fact(SQLModel, table=True):
    """Anything else stated, one row a statement; the newest of a kind counts (where several may hold: of a value)."""

    __table_args__ = NEVER_REUSED
    id: int | None = Field(default=None, primary_key=True)
    company_id: str = Field(foreign_key="company.id", index=True, ondelete="CASCADE")
    kind: str  # prompts.reading.reading.FactKind
    value: Any = Field(sa_type=JSON)
    sealed_quote: str = Field(sa_type=Text)
    event_id: int | None = None
    by: str = "user"  # user | staff | file
    created: datetime = Field(default_factory=now)
    withdrawn: datetime | None = None
    replaced_by: int | None = None  # the fact that took its place, for undo


class Conversation(SQLModel, table=True):
    """One contact on one channel."""

    __table_args__ = (CheckConstraint("mode IN ('bot', 'waiting', 'staff')", "mode"),)
    id: str = Field(primary_key=True)  # "telegram:42"
    channel: str
    company_id: str | None = Field(default=None, foreign_key="company.id", index=True, ondelete="SET NULL")
    language: str = "en"  # en | zh | hi: what the bot speaks
    mode: str = "bot"  # bot | waiting | staff
    sealed_state: str = Field(default="", sa_type=Text)  # where the interview stands; "" = at its beginning
    wants_human: bool = False
    unreachable: datetime | None = None  # since when they cannot be written to; until they write
    created: datetime = Field(default_factory=now)
    updated: datetime = Field(default_factory=now)


class Consent(SQLModel, table=True):
    """A choice made under a wording: never changed, only followed by a newer one."""

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True, ondelete="CASCADE")
    kind: str  # keep | show_abroad
    given: bool
    wording: str  # version of the text that was read
    at: datetime = Field(default_factory=now)


class Suggestion(SQLModel, table=True):
    """A match that was shown to a company."""

    __table_args__ = (CheckConstraint("answer IN ('interested', 'not_for_me')", "answer"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: str = Field(foreign_key="company.id", index=True, ondelete="CASCADE")  # the reader
    partner_id: str = Field(foreign_key="company.id", index=True, ondelete="CASCADE")
    score: float
    answer: str | None = None  # interested | not_for_me
    reason: str | None = None  # of a "not for me": wrong_thing | too_small | too_big | budget | place | other
    at: datetime = Field(default_factory=now)
    answered: datetime | None = None


class Introduction(SQLModel, table=True):
    """The state of a pair; company_a is the Indian side."""

    __table_args__ = (UniqueConstraint("company_a", "company_b"),)
    id: int | None = Field(default=None, primary_key=True)
    company_a: str = Field(foreign_key="company.id", ondelete="CASCADE")
    company_b: str = Field(foreign_key="company.id", index=True, ondelete="CASCADE")
    state: str = "shown"  # shown wanted asked mutual relay closed | declined expired withdrawn held
    wanted_by: str | None = None  # the company that said yes first
    at: datetime = Field(default_factory=now)


class Lane(SQLModel, table=True):
    """What must stay in order: a conversation's inbound, its outbound, the index, a timer."""

    id: str = Field(primary_key=True)  # "telegram:42", "out:telegram:42", "index"
    owner: str | None = None  # the process that works on it
    until: datetime = EPOCH  # the end of its lease, or of a pause


class Event(SQLModel, table=True):
    """An inbound or outbound message, an index change, a timer. The transcript is the events in and out."""

    __table_args__ = (
        UniqueConstraint("kind", "key"),
        Index("event_lane", "lane_id", "id"),
        Index("event_dead", "id", sqlite_where=DEAD, postgresql_where=DEAD),
        Index("event_todo", "lane_id", "id", sqlite_where=UNDONE, postgresql_where=UNDONE),
        Index("event_due", "kind", "due", "lane_id", sqlite_where=UNDONE, postgresql_where=UNDONE),
        NEVER_REUSED,
    )
    id: int | None = Field(default=None, primary_key=True)
    lane_id: str = Field(foreign_key="lane.id")
    kind: str  # in | out | index | timer
    key: str
    body: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # of a message: {"sealed": token}
    due: datetime = Field(default_factory=now)
    at: datetime = Field(default_factory=now)
    done: datetime | None = None
    attempts: int = 0
    error: str | None = None


class Canary(SQLModel, table=True):
    """One sealed word, to tell a key that does not fit this database before anything is written with it."""

    id: int = Field(default=1, primary_key=True)
    sealed: str = Field(sa_type=Text)
