"""What was understood of a conversation so far, kept or not yet."""

from typing import Any

from handlers.draft import from_state
from storage.companies import Profile
from storage.conversations import ConversationView


def understood(conversation: ConversationView, profile: Profile | None) -> dict[str, Any]:
    """Give the profile in the words that the user wrote; `certifications` are those held."""
    told = profile or from_state(conversation.state, conversation.language)
    country = told.fact("country")  # what the channel hints at was not said
    return {
        "company_name": told.name,
        "city": told.city,
        "country": country.value if country else None,
        "headcount": told.headcount,
        "offers": [facet.text for facet in told.offers],
        "needs": [facet.text for facet in told.needs],
        "certifications": [fact.value["name"] for fact in told.all("certificate") if fact.value["state"] == "held"],
    }
