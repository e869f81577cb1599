"""Uploading pictures and videos in pieces, and their alternative text (x-platform §4)."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from incluinfo_desk.simulator import errors
from incluinfo_desk.simulator.front import Answer, Call, Route
from incluinfo_desk.simulator.model import IMAGES, Media

MEGABYTE = 1024 * 1024
LARGEST = {"image": 5 * MEGABYTE, "gif": 15 * MEGABYTE, "video": 512 * MEGABYTE}
EXPIRES = 86_400
ALT_TEXT = 1_000
"""Characters of an alternative text."""


def initialize(call: Call) -> Answer:
    body = call.body if isinstance(call.body, dict) else {}
    media_type = body.get("media_type")
    total = body.get("total_bytes")
    kind = _kind(media_type)
    if kind is None:
        raise errors.invalid("media_type", str(media_type), "media type unrecognized.")
    if not isinstance(total, int) or not 0 < total <= LARGEST[kind]:
        raise errors.invalid("total_bytes", str(total), "File size is out of range.")
    media = Media(call.world.new_media_id(), str(media_type), total)
    call.world.media[media.id] = media
    return Answer({"data": _data(media)})


def append(call: Call) -> Answer:
    media = _media(call, call.path["id"])
    index, piece = call.form.get("segment_index"), call.file
    if isinstance(call.body, dict):
        index = str(call.body.get("segment_index"))
        try:
            piece = base64.b64decode(str(call.body.get("media")), validate=True)
        except binascii.Error:
            piece = None
    if index is None or not index.isdecimal() or int(index) > 999:
        raise errors.invalid("segment_index", str(index), "segment_index must be 0 to 999")
    if not piece or media.finalized:
        raise errors.invalid("media", "", "media is missing or already finalized")
    media.pieces[int(index)] = len(piece)
    return Answer({"data": {"expires_at": int(call.world.clock.wall()) + EXPIRES}})


def finalize(call: Call) -> Answer:
    media = _media(call, call.path["id"])
    if sum(media.pieces.values()) != media.total or sorted(media.pieces) != list(
        range(len(media.pieces)),
    ):
        raise errors.invalid("media_id", media.id, "Segments do not add up to provided total size.")
    media.finalized = True
    return Answer({"data": _data(media) | _processing(call, media)})


def status(call: Call) -> Answer:
    if call.query.get("command", "STATUS") != "STATUS":
        raise errors.invalid("command", call.query["command"], "command must be STATUS")
    media = _media(call, call.query.get("media_id", ""))
    media.looks += 1
    return Answer({"data": _data(media) | _processing(call, media)})


def upload(call: Call) -> Answer:
    """A picture in one piece."""
    if not call.file or call.form.get("media_category") not in {"tweet_image", "dm_image"}:
        raise errors.invalid("media", "", "media and media_category are required")
    if len(call.file) > LARGEST["image"]:
        raise errors.invalid("media", "", "File size exceeds 5242880 bytes.")
    media_type = call.form.get("media_type", "image/png")
    size = len(call.file)
    media = Media(call.world.new_media_id(), media_type, size, {0: size}, finalized=True)
    call.world.media[media.id] = media
    return Answer({"data": _data(media)})


def metadata(call: Call) -> Answer:
    body = call.body if isinstance(call.body, dict) else {}
    media = _media(call, str(body.get("id", "")))
    text = ((body.get("metadata") or {}).get("alt_text") or {}).get("text")
    if not isinstance(text, str) or not 0 < len(text) <= ALT_TEXT:
        raise errors.invalid("alt_text", str(text)[:40], "alt_text must be 1 to 1000 characters")
    media.alt_text = text
    associated = {"alt_text": {"text": text}}
    return Answer({"data": {"id": media.id, "associated_metadata": associated}})


ROUTES = [
    Route(
        "POST",
        "/2/media/upload/initialize",
        "media_initialize",
        initialize,
        "media.write",
    ),
    Route("POST", "/2/media/upload/{id:[0-9]+}/append", "media_append", append, "media.write"),
    Route(
        "POST",
        "/2/media/upload/{id:[0-9]+}/finalize",
        "media_finalize",
        finalize,
        "media.write",
    ),
    Route("GET", "/2/media/upload", "media_status", status, "media.write"),
    Route("POST", "/2/media/upload", "media_upload", upload, "media.write"),
    Route("POST", "/2/media/metadata", "media_metadata", metadata, "media.write"),
]


def _kind(media_type: object) -> str | None:
    if media_type in IMAGES:
        return "image"
    if media_type == "image/gif":
        return "gif"
    return "video" if str(media_type).startswith("video/") else None


def _media(call: Call, media_id: str) -> Media:
    media = call.world.media.get(media_id)
    if media is None:
        raise errors.not_found("media", media_id)
    return media


def _data(media: Media) -> dict[str, Any]:
    return {
        "id": media.id,
        "media_key": f"{3 if media.media_type in IMAGES else 7}_{media.id}",
        "size": sum(media.pieces.values()),
        "expires_after_secs": EXPIRES,
    }


def _processing(call: Call, media: Media) -> dict[str, Any]:
    if not media.processed:
        return {}
    state = call.world.media_state(media)
    info: dict[str, Any] = {"state": state}
    if state in {"pending", "in_progress"}:
        info |= {"check_after_secs": 1, "progress_percent": 50 * media.looks}
    elif state == "failed":
        info["error"] = {"code": 1, "name": "InvalidMedia", "message": "file is not supported"}
    else:
        info["progress_percent"] = 100
    return {"processing_info": info}
