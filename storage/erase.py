"""Erasure: what a company and its contacts said and are is gone; what was handled stays handled."""

from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, delete, select, update

from storage.db import vault
from storage.indexing import drop_facets, home, standing
from storage.messages import out_lane
from storage.tables import Company, Consent, Conversation, Event, now
from storage.wechat_tables import WechatPost, WechatUser


def erase(session: Session, company_id: str) -> bool:
    """Everything of the company; False = there is none. Keys of handled messages stay, so that none is taken twice."""
    company = session.get(Company, company_id)
    if company is None:
        return False
    session.flush()
    drop_facets(session, home(company), standing(session, company_id))
    conversations = session.exec(select(Conversation.id).where(Conversation.company_id == company_id)).all()
    session.exec(delete(Consent).where(col(Consent.conversation_id).in_(conversations)))
    _empty(session, list(conversations))
    _forget_posts(session, list(conversations))
    session.exec(delete(Company).where(col(Company.id) == company_id))  # its facets, facts, contacts, pairs go with it
    session.expire_all()
    session.info["erased"] = True  # storage.db clears the log of the old pages
    return True


def _empty(session: Session, conversations: list[str]) -> None:
    blank: dict[str, Any] = {
        "company_id": None,
        "sealed_state": "",
        "mode": "bot",
        "wants_human": False,
        "updated": now(),
    }
    session.exec(update(Conversation).where(col(Conversation.id).in_(conversations)).values(blank))
    lanes = [*conversations, *map(out_lane, conversations)]
    said = update(Event).where(col(Event.lane_id).in_(lanes), col(Event.done).is_not(None) | (col(Event.kind) == "out"))
    session.exec(said.values(body={}, error=None, done=func.coalesce(Event.done, now())))


def _forget_posts(session: Session, conversations: list[str]) -> None:
    """What a WeChat post was answered is erased; that it was answered stays."""
    posts = update(WechatPost).where(col(WechatPost.conversation_id).in_(conversations))
    sealed = vault(session).seal("")
    session.exec(posts.where(col(WechatPost.sealed_reply).is_not(None)).values(sealed_reply=sealed))
    session.exec(posts.values(sealed_media=None))
    session.exec(delete(WechatUser).where(col(WechatUser.conversation_id).in_(conversations)))
