"""What the columns of every table are made of, and the metadata they share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, MetaData, Text
from sqlmodel import Field, SQLModel

from incluinfo_desk.store.columns import Moment, RowNumber, Words


class Base(SQLModel):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        },
    )


def of_key(**more: Any) -> Any:
    """An id of ours or of X: ASCII, so it needs no cleaning."""
    return Field(sa_type=Text, **more)


def of_words(**more: Any) -> Any:
    return Field(sa_type=Words, **more)


def of_time(**more: Any) -> Any:
    return Field(sa_type=Moment, **more)


def of_list() -> Any:
    return Field(sa_type=JSON)


def of_number() -> Any:
    return Field(default=None, primary_key=True, sa_type=RowNumber)


JSON_OR_NULL: Any = JSON(none_as_null=True)
"""A column that may be NULL: SQLAlchemy would store the word null."""
