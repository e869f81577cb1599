"""A rebuttal for others: ClaimReview (schema.org), a plain page, and the text pack."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from incluinfo_desk.domain.hoax import Hoax, Verdict, compose
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.operations.text_pack import Pack, Said, Source, save, to_html
from incluinfo_desk.paths import problem_of

AUTHOR = "Ministerio de Inclusión, Seguridad Social y Migraciones"
_RATINGS = {Verdict.FALSE: (1, "Falso"), Verdict.MISLEADING: (2, "Engañoso"),
            Verdict.OUTDATED: (2, "Desactualizado")}  # fmt: skip


def claim_review(hoax: Hoax, made_at: datetime, handle: str = "incluinfo") -> dict[str, object]:
    """As https://schema.org/ClaimReview has it. ``url`` is our public post, or the official
    source while there is none."""
    number, name = _RATINGS[hoax.verdict]
    public = next((said for said in reversed(hoax.said) if said.post_id), None)
    link = f"https://x.com/{handle}/status/{public.post_id}" if public else ""
    source = next((each.url for each in hoax.sources if each.official), "")
    item: dict[str, object] = {"@type": "Claim", "datePublished": hoax.first_seen.isoformat()}
    if hoax.evidence:
        item["appearance"] = [{"@type": "CreativeWork", "url": each} for each in hoax.evidence]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": link or source,
        "datePublished": (public.at if public else made_at).date().isoformat(),
        "inLanguage": "es",
        "claimReviewed": hoax.claim,
        "author": {"@type": "GovernmentOrganization", "name": AUTHOR},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": number,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": name,
        },
        "itemReviewed": item,
        "reviewBody": _public_text(hoax),
    }


def rebuttal_pack(hoax: Hoax, made_at: datetime, handle: str = "incluinfo") -> Pack:
    """For the web team, the agents on the phone and the offices. The fact is its title."""
    said = [
        Said(each.text, each.at, url=f"https://x.com/{handle}/status/{each.post_id}")
        for each in reversed(hoax.said)
        if each.post_id
    ]
    text = _public_text(hoax)
    return Pack(
        kind="rebuttal",
        title=text.split("\n\n", 1)[0],
        said=tuple(said) or (Said(text),),
        made_at=made_at,
        sources=tuple(Source(each.title, each.url) for each in hoax.sources if each.official),
    )


def page(hoax: Hoax, made_at: datetime) -> str:
    """The pack's page with the ClaimReview in its head."""
    # "<" would end the script whatever stands around it.
    data = json.dumps(claim_review(hoax, made_at), ensure_ascii=False).replace("<", "\\u003c")
    script = f'<script type="application/ld+json">{data}</script>\n</head>'
    return to_html(rebuttal_pack(hoax, made_at)).replace("</head>", script, 1)


def export(hoax: Hoax, folder: Path, made_at: datetime) -> tuple[Path, ...]:
    """Write the pack and ``.jsonld``; the page holds the ClaimReview too. Blocking.

    Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    written = save(rebuttal_pack(hoax, made_at), folder)
    stem = written[0].with_suffix("")
    review = json.dumps(claim_review(hoax, made_at), ensure_ascii=False, indent=1) + "\n"
    beside = stem.with_suffix(".jsonld")
    try:
        stem.with_suffix(".html").write_text(page(hoax, made_at), "utf-8")
        beside.write_text(review, "utf-8")
    except OSError as error:
        raise Trouble(problem_of(error, folder)) from error
    return (*written, beside)


def _public_text(hoax: Hoax) -> str:
    """What was said in public last; the prepared text while nothing was."""
    public = next((said for said in reversed(hoax.said) if said.post_id), None)
    return public.text if public is not None else compose(hoax)
