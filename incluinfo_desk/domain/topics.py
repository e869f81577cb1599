"""What the channel answers about: topics that officers add, rename, merge and retire (INC-17).

A topic's key stands in entries and in mentions for good. To merge two is to say that one key
means the other from now on: nothing is rewritten, so all counts go along, and to part them
again gives back exactly what was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from incluinfo_desk.domain.problems import TopicFlaw, TopicRefused, Trouble
from incluinfo_desk.domain.slug import free, slug

LONGEST = 60
"""Letters of a name: more fits no list."""


@dataclass(frozen=True, slots=True)
class Topic:
    key: str
    label: str = ""
    """As an officer named it; empty for one that ships with the desk, whose name is translated."""
    name: str = ""
    """The whole name, as a chapter of the book bears it."""
    body: str = ""
    """Who is competent for most of it."""
    retired: bool = False
    """Nothing new is put under it; what is there stays."""
    into: str = ""
    """Key of the topic it was merged into."""


class Topics:
    """All topics in their order. Immutable: every change gives a new one, or raises
    Trouble(TopicRefused)."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.all = tuple(topics)
        self._by_key: Mapping[str, Topic] = {each.key: each for each in self.all}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Topics) and self.all == other.all

    def __hash__(self) -> int:
        return hash(self.all)

    def __contains__(self, key: object) -> bool:
        """Whether an entry may bear it, however old."""
        return key in self._by_key

    def home(self, key: str) -> str:
        """The key that ``key`` means today; an unknown one means itself."""
        seen: set[str] = set()
        while (topic := self._by_key.get(key)) is not None and topic.into and key not in seen:
            seen.add(key)
            key = topic.into
        return key

    def of(self, key: str) -> Topic | None:
        """The topic that ``key`` means today."""
        return self._by_key.get(self.home(key))

    def family(self, key: str) -> frozenset[str]:
        """Every key that means the same topic as ``key``, that one included."""
        home = self.home(key)
        return frozenset(each.key for each in self.all if self.home(each.key) == home) | {home}

    @property
    def shown(self) -> tuple[Topic, ...]:
        """Those that are one of their own, retired ones too."""
        return tuple(each for each in self.all if not each.into)

    @property
    def living(self) -> tuple[Topic, ...]:
        """Those under which something new may be put."""
        return tuple(each for each in self.shown if not each.retired)

    # --- changes ---------------------------------------------------------------------------

    def added(self, label: str, body: str = "") -> Topics:
        label = self._named(label)
        return Topics(
            [*self.all, Topic(free(slug(label), self._by_key), label, label, body.strip())]
        )

    def renamed(self, key: str, label: str, body: str) -> Topics:
        """Under another name; the key and all that bears it stay."""
        topic = self._whole(key)
        if label != topic.label:
            label = self._named(label, besides=key)
        name = label if label and label != topic.label else topic.name
        return self._with(replace(topic, label=label, name=name, body=body.strip()))

    def merged(self, key: str, into: str) -> Topics:
        """``key`` means ``into`` from now on, and so does all that was merged into it."""
        topic, other = self._whole(key), self._whole(into)
        if topic is other or other.retired:
            raise Trouble(TopicRefused(TopicFlaw.INTO, other.label or other.key))
        return self._with(replace(topic, into=into))

    def parted(self, key: str) -> Topics:
        """A merged topic is one of its own again."""
        topic = self._by_key.get(key)
        if topic is None or not topic.into:
            raise Trouble(TopicRefused(TopicFlaw.GONE, key))
        return self._with(replace(topic, into=""))

    def retired(self, key: str, *, retired: bool = True) -> Topics:
        """Take a topic out of use, or back into it."""
        topic = self._whole(key)
        if retired and len(self.living) == 1 and not topic.retired:
            raise Trouble(TopicRefused(TopicFlaw.LAST, topic.label or key))
        return self._with(replace(topic, retired=retired))

    # --- inside ----------------------------------------------------------------------------

    def _whole(self, key: str) -> Topic:
        topic = self._by_key.get(key)
        if topic is None or topic.into:
            raise Trouble(TopicRefused(TopicFlaw.GONE, key))
        return topic

    def _named(self, label: str, besides: str = "") -> str:
        label = " ".join(label.split())
        if not label or len(label) > LONGEST or not slug(label):
            raise Trouble(TopicRefused(TopicFlaw.NAME, label[:LONGEST]))
        for each in self.all:
            taken = {slug(each.label), slug(each.name), each.key}
            if each.key != besides and slug(label) in taken:
                raise Trouble(TopicRefused(TopicFlaw.TAKEN, label))
        return label

    def _with(self, topic: Topic) -> Topics:
        return Topics(topic if each.key == topic.key else each for each in self.all)
