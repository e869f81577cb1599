"""Offices with province, hours and place; the states a component has been in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for name in ("province", "hours", "address"):
        op.add_column(
            "components",
            sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")),
        )
    for name in ("latitude", "longitude"):
        op.add_column("components", sa.Column(name, sa.Float(), nullable=True))
    for name in ("verified", "retired"):
        op.add_column(
            "components",
            sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("0")),
        )
    op.create_table(
        "component_states",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("component_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_component_states"),
        sa.ForeignKeyConstraint(
            ["component_id"],
            ["components.id"],
            name="fk_component_states_component_id_components",
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"],
            ["incidents.id"],
            name="fk_component_states_incident_id_incidents",
        ),
    )
    op.create_index("ix_component_states_component", "component_states", ["component_id", "number"])
