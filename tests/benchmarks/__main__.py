"""The figures of the README, as ratios taken in one run: ``desk.py bench``.

    python3 packaging/desk.py bench [--quick] [--full]

Milliseconds are of this machine and wobble with what else it does; a ratio is taken
against the plainest thing that could do the same, in the same minute. A figure with a
budget fails the run when it is over.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks import at_work, bench_store, fixture, start_up, suggestions  # noqa: E402
from tests.benchmarks.evaluate_suggestions import percentile  # noqa: E402

POSTS = 100_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; without a ``budget`` it is told and not judged."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    note: str = ""

    @property
    def failed(self) -> bool:
        return self.budget is not None and self.value > self.budget

    def line(self) -> str:
        budget = "" if self.budget is None else f"{self.budget:g} {self.unit}"
        verdict = "" if self.budget is None else ("FALLA" if self.failed else "bien")
        value = f"{self.value:,.1f} {self.unit}"
        return f"{self.name:44} {value:>12}  {budget:>8}  {verdict:5}  {self.note}".rstrip()


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description="Las cifras del README.")
    parser.add_argument("--quick", action="store_true", help="menos repeticiones")
    parser.add_argument("--full", action="store_true", help="también con 100.000 respuestas")
    chosen = parser.parse_args()
    quick, full = chosen.quick, chosen.full
    say(machine())
    say(f"{'':44} {'medido':>12}  {'límite':>8}")
    failed = False
    with tempfile.TemporaryDirectory(prefix="incluinfo-bench-") as temporary:
        folder = Path(temporary) / "perfil"
        fixture.fill(folder, POSTS)
        parts: list[Callable[[], list[Figure]]] = [
            lambda: starting(folder, 5 if quick else 15),
            lambda: working(folder, 6 if quick else 20),
            lambda: suggesting(full),
            lambda: storing(5_000 if quick else 20_000),
        ]
        for part in parts:
            for figure in part():
                say(figure.line())
                failed = failed or figure.failed
    say()
    say("Alguna cifra supera su límite." if failed else "Todas las cifras están en su límite.")
    return int(failed)


def starting(folder: Path, runs: int) -> list[Figure]:
    seen = start_up.measure(folder, runs)
    bare = f"{{:.0f}} ms; ventana vacía: {seen.bare:.0f} ms"
    return [
        Figure("primera imagen", seen.frame / seen.bare, "×", 1.6, bare.format(seen.frame)),
        Figure(
            f"lista llena, {POSTS:,} mensajes guardados",
            seen.filled / seen.bare,
            "×",
            5,
            bare.format(seen.filled),
        ),
    ]


def working(folder: Path, seconds: float) -> list[Figure]:
    seen = at_work.measure(folder, seconds)
    busy, opening = seen["busy"], seen["opening"]
    clicks = seen["clicks_ms"]
    arriving = f"{seen['arrived']} menciones, {seen['scrolled']} fichas recorridas"
    return [
        Figure("ventana quieta, 50 menciones/s: lo más", busy["longest_ms"], "ms", 50, arriving),
        Figure("  99 de cada 100 latidos antes de", busy["p99_ms"], "ms"),
        Figure("  imágenes perdidas (16 ms)", 100 * busy["dropped"] / busy["frames"], "%"),
        Figure("ventana quieta al abrir: lo más", opening["longest_ms"], "ms"),
        Figure("memoria residente tras recorrer la lista", seen["rss_mb"], "MB", 300),
        Figure("  la mayor del proceso", seen["peak_mb"], "MB"),
        Figure("del clic a «en cola» en disco, p50", percentile(clicks, 0.5), "ms"),
        Figure(
            "  p95",
            percentile(clicks, 0.95),
            "ms",
            20,
            f"{len(clicks)} respuestas; un fsync solo, p95: "
            f"{percentile(seen['fsyncs_ms'], 0.95):.0f} ms",
        ),
    ]


def suggesting(full: bool) -> list[Figure]:
    figures = [
        Figure("cargar el motor de sugerencias", suggestions.import_ms(), "ms",
               suggestions.IMPORT_MS),
    ]  # fmt: skip
    alone = None
    for size, budget in suggestions.MUST.items():
        if size > 10_000 and not full:
            continue
        seen = suggestions.measure(size)
        beside = (
            f"{seen.p95 / seen.fts5_p95:.1f}× FTS5; objetivo: {suggestions.GOAL[size]:g} ms; "
            "CPU de un núcleo"
        )
        figures += [
            Figure(f"sugerencia, {seen.entries:,} entradas, p50", seen.p50, "ms"),
            Figure("  p95", seen.p95, "ms", budget, beside),
        ]
        if size == 10_000 and alone is not None:
            figures += [
                Figure("  de editar una entrada a encontrarla, p95", seen.edit_p95, "ms",
                       suggestions.EDIT_MS),
                Figure("  índice listo al abrir", seen.ready_s, "s", suggestions.READY_S,
                       f"del disco ({seen.file_mb:.0f} MB); de nuevas, {seen.build_s:.1f} s"),
                Figure("  memoria del índice", seen.memory_mb, "MB", suggestions.MEMORY_MB,
                       f"recién construido: {seen.built_mb:.0f} MB"),
                Figure("  aciertos que cuestan las ajenas", alone - seen.recall, "pt",
                       suggestions.LOSS, "objetivo: 4"),
            ]  # fmt: skip
        alone = seen.recall
    return figures


def storing(posts: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="incluinfo-bench-") as temporary:
        plain = bench_store.raw_insert(posts, Path(temporary))
        bulk, poll = asyncio.run(bench_store.store_insert(posts, Path(temporary)))
    return [
        Figure("guardar mensajes, veces lo de sqlite3 solo", plain / bulk, "×", None,
               f"{bulk:,.0f}/s; sqlite3: {plain:,.0f}/s"),
        Figure("guardar diez menciones de una consulta", poll, "ms"),
    ]  # fmt: skip


def machine() -> str:
    import PySide6

    cores = os.cpu_count()
    load = f", carga {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {cores} núcleos{load}, "
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    )


if __name__ == "__main__":
    sys.exit(main())
