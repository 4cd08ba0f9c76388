"""What WeChat's rules make us remember: what was posted and answered, who may be pushed to, the account's token."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.tables import EPOCH, now


class WechatPost(SQLModel, table=True):
    """A message as the platform posted it, and what it was answered: a repeat is answered the same."""

    __tablename__ = "wechat_post"
    key: str = Field(primary_key=True)  # "m:{appid}:{MsgId}" | "e:{appid}:{from}:{time}:{event}:{key}"
    conversation_id: str = Field(index=True)
    deliveries: int = 1
    sealed_reply: str | None = Field(default=None, sa_type=Text)
    sealed_media: str | None = Field(default=None, sa_type=Text)  # where the platform keeps a picture, for three days
    at: datetime = Field(default_factory=now, index=True)


class WechatUser(SQLModel, table=True):
    """How many messages may still be pushed to somebody, until when, and where a long answer stands."""

    __tablename__ = "wechat_user"
    conversation_id: str = Field(primary_key=True)
    pushes: int = 0
    until: datetime = EPOCH
    typed: datetime = EPOCH  # when "is typing" was shown last
    page: int = 0  # pages sent of what waits
    reading: int | None = None  # the message that was sent in part
    offset: int = 0  # how far
    unconfirmed: int | None = None  # the message whose push was never answered


class WechatAccount(SQLModel, table=True):
    """What all processes of an account share."""

    __tablename__ = "wechat_account"
    app_id: str = Field(primary_key=True)
    sealed_token: str | None = Field(default=None, sa_type=Text)
    expires: datetime = EPOCH
    fetching: datetime = EPOCH  # until when somebody is fetching the token
    can_push: bool = False  # unverified accounts answer, but never speak first
    probe: datetime = EPOCH  # when to look again whether it can
    stopped: datetime = EPOCH  # the day's quota is used up until then
