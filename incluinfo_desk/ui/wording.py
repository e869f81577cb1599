"""Every state, problem and figure in words: the one place the desk asks for sentences.

Plain Spanish, formal "usted". ``say(problem)`` tells what happened and what to do, and may
name the one action that helps (an id of ``ui/action_list.py``).
"""

from incluinfo_desk.ui.forecast_words import Words
from incluinfo_desk.ui.problem_words import (
    knows,
    personal_data,
    refusal,
    refused_reason,
    say,
)
from incluinfo_desk.ui.words import (
    TOPICS,
    clock_time,
    close_reason,
    component_state,
    conversation_state,
    day,
    day_and_time,
    faq_rule,
    faq_state,
    incident_state,
    language,
    link_state,
    listed,
    money,
    month_name,
    month_year,
    not_offerable,
    number,
    outgoing_kind,
    outgoing_state,
    seconds,
    sentence_case,
    span,
    topic,
)

__all__ = [
    "TOPICS",
    "Words",
    "clock_time",
    "close_reason",
    "component_state",
    "conversation_state",
    "day",
    "day_and_time",
    "faq_rule",
    "faq_state",
    "incident_state",
    "knows",
    "language",
    "link_state",
    "listed",
    "money",
    "month_name",
    "month_year",
    "not_offerable",
    "number",
    "outgoing_kind",
    "outgoing_state",
    "personal_data",
    "refusal",
    "refused_reason",
    "say",
    "seconds",
    "sentence_case",
    "span",
    "topic",
]
