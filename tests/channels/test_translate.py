"""X's JSON in both vocabularies, whole, torn and hostile."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.channels.x import translate
from incluinfo_desk.domain.post import AccountId, Author, Link, Post, PostId

LEGACY = {
    "data": [
        {
            "id": "1990000000000000002",
            "text": "@incluinfo ¿La ayuda &lt;IMV&gt; &amp;amp; el paro…? https://t.co/a",
            "author_id": "77",
            "conversation_id": "1990000000000000001",
            "created_at": "2026-11-22T10:11:12.345Z",
            "lang": "es",
            "edit_history_tweet_ids": ["1990000000000000000", "1990000000000000002"],
            "in_reply_to_user_id": "5",
            "referenced_tweets": [
                {"type": "replied_to", "id": "1990000000000000001"},
                {"type": "quoted", "id": "1980000000000000001"},
            ],
            "note_tweet": {
                "text": "@incluinfo ¿La ayuda &lt;IMV&gt; &amp;amp; el paro de larga duración?",
                "entities": {
                    "mentions": [{"start": 0, "end": 10, "username": "incluinfo", "id": "5"}],
                },
            },
            "entities": {
                "mentions": [{"username": "ana"}],
                "urls": [
                    {
                        "url": "https://t.co/a",
                        "expanded_url": "https://sede.gob.es/?a=1&amp;b=2",
                        "display_url": "sede.gob.es/?a=1…",
                    },
                ],
            },
        },
    ],
    "includes": {
        "users": [
            {"id": "77", "username": "ana", "name": "Ana &amp; Co", "verified": True},
        ],
    },
    "meta": {"result_count": 1, "next_token": "n2"},
}


def renamed(document: Any) -> Any:
    """The same document in the words of spec 2.167."""
    if isinstance(document, dict):
        return {
            key.replace("tweet", "post") if isinstance(key, str) else key: renamed(value)
            for key, value in document.items()
        }
    return [renamed(item) for item in document] if isinstance(document, list) else document


@pytest.mark.parametrize("document", [LEGACY, renamed(LEGACY)], ids=["legacy", "current"])
def test_both_vocabularies_say_the_same(document: Any) -> None:
    assert translate.posts(document) == [
        Post(
            id=PostId("1990000000000000002"),
            author=Author(AccountId("77"), "ana", "Ana & Co", verified=True),
            text="@incluinfo ¿La ayuda <IMV> &amp; el paro de larga duración?",
            created_at=datetime(2026, 11, 22, 10, 11, 12, 345_000, UTC),
            thread_id=PostId("1990000000000000001"),
            in_reply_to=PostId("1990000000000000001"),
            quotes=PostId("1980000000000000001"),
            mentions=(AccountId("77"), AccountId("5")),
            links=(Link("sede.gob.es/?a=1…", "https://sede.gob.es/?a=1&b=2", "https://t.co/a"),),
            language="es",
            versions=(PostId("1990000000000000000"), PostId("1990000000000000002")),
        ),
    ]
    assert translate.next_token(document) == "n2"


def test_the_least_of_a_post_is_its_id() -> None:
    [post] = translate.posts({"data": [{"id": "1990000000000000002"}]})
    assert post.text == ""
    assert post.author == Author(AccountId(""), "", "")
    assert post.thread_id == post.id
    assert post.created_at == datetime(2025, 11, 16, 10, 12, 27, 69_000, UTC)


def test_an_author_that_was_not_expanded_keeps_the_id() -> None:
    [post] = translate.posts({"data": [{"id": "9", "author_id": 77}], "includes": None})
    assert post.author == Author(AccountId("77"), "", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("&lt;b&gt;", "<b>"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("&copy &notit; 3&lt4", "&copy &notit; 3&lt4"),
        ("&quot;&#39;&#x27;", "\"''"),
        ("\ud83d\ude00 \ud800 \0", "😀 \ufffd \ufffd"),
        ("e\u0301 ñ \u202e", "e\u0301 ñ \u202e"),
    ],
)
def test_text_is_turned_back_once_and_kept_otherwise(text: str, shown: str) -> None:
    assert translate.plain(text) == shown


@pytest.mark.parametrize(
    "stamp",
    ["2026-11-22T10:00:00Z", "2026-11-22T11:00:00+01:00", "2026-11-22T10:00:00"],
)
def test_times_are_aware_utc(stamp: str) -> None:
    [post] = translate.posts({"data": [{"id": "9", "created_at": stamp}]})
    assert post.created_at == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert post.created_at.tzinfo is UTC


@pytest.mark.parametrize("lang", ["und", "qme", "zxx", "", None, 5, "es; DROP TABLE"])
def test_a_language_x_does_not_know_is_none(lang: Any) -> None:
    [post] = translate.posts({"data": [{"id": "9", "lang": lang}]})
    assert post.language is None


def test_a_repost_is_nobodys_words() -> None:
    repost = {"id": "9", "referenced_tweets": [{"type": "retweeted", "id": "8"}]}
    assert translate.posts({"data": [repost, {"id": "10"}]})[0].id == "10"


def test_partial_errors_and_silence_both_mean_missing() -> None:
    asked = [PostId(id_) for id_ in ("1", "2", "3", "4")]
    document = {
        # 4 was edited: X shows its newest version, 5.
        "data": [{"id": "1"}, {"id": "5", "edit_history_post_ids": ["4", "5"]}],
        "errors": [{"resource_id": "2", "resource_type": "tweet", "title": "Not Found Error"}],
    }
    found = translate.posts(document)
    assert translate.missing(document, asked, found) == ("2", "3")


def test_ignored_field_parameters_are_noticed() -> None:
    assert translate.lacks_fields({"data": [{"id": "1", "text": "x"}]})
    assert not translate.lacks_fields({"data": [{"id": "1", "created_at": "?"}]})
    assert not translate.lacks_fields({"meta": {"result_count": 0}})


KEYS = [
    *("id", "text", "data", "author_id", "includes", "users", "entities", "urls", "url", "lang"),
    *("mentions", "username", "name", "created_at", "note_tweet", "note_post", "type", "meta"),
    *("referenced_posts", "errors", "next_token", "edit_history_tweet_ids", "conversation_id"),
    *("expanded_url", "display_url"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)
KNOWN_KEYS = st.fixed_dictionaries({}, optional={"data": JSON, "includes": JSON, "meta": JSON})


@given(KNOWN_KEYS)
def test_no_shape_of_json_is_too_odd(document: dict[str, Any]) -> None:
    for post in translate.posts(document):
        assert post.id.isdecimal()
        post.text.encode()
        post.author.name.encode()
    translate.author(document)
    translate.next_token(document)
    translate.lacks_fields(document)
    translate.created_id(document)
    translate.missing(document, [PostId("1")], [])
